"""One statement -> drafts of facts, what is left over, how it was printed, and the sums that it prints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from msgspec.structs import replace

from converter.arithmetic import ProvenSum, SumRow, equal_rows, find_sums
from converter.map.candidates.bases import on_other_bases
from converter.map.candidates.clues import era
from converter.map.candidates.options import OWN, Option, Setting, beside, between_balances, of_the_part, options, printed_sides
from converter.map.candidates.parts import parts_of_balance, parts_of_heading
from converter.map.candidates.segments import parts_of_segments, totals_shared_out
from converter.map.choice import joint
from converter.map.choice.balance import cash_in_one_place, net_again, with_balance_identity
from converter.map.choice.before_and_after import with_before_apart
from converter.map.choice.cash import one_balance, with_cash_identity
from converter.map.choice.identities import led
from converter.map.choice.joint import Chosen, Ties
from converter.map.choice.memory import Memory
from converter.map.choice.per_share import with_blocks, with_pairs
from converter.map.choice.reasons import reasons_for, trusted
from converter.map.choice.totals import Printed, ghost_of, nameless_options, net_of_interest, says_nothing, without_debt_outside
from converter.map.choice.twins import twins_of
from converter.map.facts.amounts import amount
from converter.map.facts.classes import Members, member_of, within_class
from converter.map.facts.drafts import Draft
from converter.map.facts.extensions import Extensions, Own
from converter.map.facts.leftovers import left_figures
from converter.map.facts.nils import UsualPlaces, places_of, usual_places
from converter.map.mapped import Mapped, Verdict
from converter.map.rows.lines import Line, group_of, is_live, lines_of
from converter.map.rows.panels import said_above
from converter.map.rows.repeats import repeated
from converter.map.signs import turning
from converter.map.signs.funds import in_funds
from converter.map.signs.natures import OwnRow, adjusted, own_nature
from converter.map.signs.sides import change_of, side_of, way_of
from converter.map.tables import Group
from converter.map.told import NOTHING, Told
from converter.model import Alternative, Statement
from converter.taxonomy import Taxonomy

LEAST_CONFIDENCE = {"legacy": 0.65, "first": 0.42, "later": 0.43}
"""What a standard concept must be worth, by `era`. Nearly all filings that the weights were fitted on are of 2009 and later: of older ones
more is asked."""


def map_statement(
    statement: Statement,
    taxonomy: Taxonomy,
    memory: Memory,
    extensions: Extensions,
    members: Members,
    setting: Setting,
    told: Mapping[int, Told],
) -> Mapped:
    """Chooses concepts and signs for all rows together and makes a draft of every live figure. ``told`` is what is known beforehand, by
    number of the row."""
    group = group_of(statement)
    lines = lines_of(statement)
    parts = parts_of_heading(lines) if group == "income" else parts_of_balance(lines, setting.year)
    setting = replace(setting, beside=beside(lines), parts=parts)
    if group == "income":
        bases = on_other_bases(lines) | totals_shared_out(lines)
        setting = replace(setting, rolled=between_balances(lines), bases=bases, segments=parts_of_segments(lines))
    sums, equal = _arithmetic(lines, len(statement.columns), statement.kind != "balance_sheet")
    proven = {each.total for each in sums}
    ghosts = {i: above for i in range(len(lines)) if (above := ghost_of(i, lines, proven | set(equal))) is not None}
    member = [member_of(line) for line in lines]
    mine = {i: told[line.index] for i, line in enumerate(lines) if line.index in told}
    repeats = said_above(lines) | (repeated(lines, equal) if group != "balance" else net_again(lines, equal))
    again = {i: repeats.get(above, above) for i, above in repeats.items() if i not in mine}
    idle = {i for i, line in enumerate(lines) if not any(is_live(figure) for figure in line.row.figures)}
    keys = [(line.row.instant, member[i], i if i in again or i in idle else None) for i, line in enumerate(lines)]
    chosen = _choose(lines, group, taxonomy, memory, sums, equal, setting, keys, mine)
    factors = _signs(lines, chosen, group, taxonomy, sums, mine)
    chosen, factors = [chosen[again.get(i, i)] for i in range(len(lines))], [factors[again.get(i, i)] for i in range(len(lines))]
    dims = within_class([c.option.concept for c in chosen], member)
    in_sum = proven | {part for each in sums for part, _ in each.parts}
    known = in_sum.union(equal, equal.values(), mine)
    unsaid = {i for i, line in enumerate(lines) if i not in known and chosen[i].option.concept == OWN and says_nothing(line)}
    verdicts, drafts = [], []
    named: dict[int, tuple[str, ...]] = {}
    own, usual = Own(extensions, statement.kind, lines, sums), usual_places(statement)
    for i, line in enumerate(lines):
        if i in ghosts or i in unsaid or i in idle:
            continue
        concepts = (
            named[again[i]] if again.get(i) in named else _concepts(i, line, chosen[i], taxonomy, own, mine.get(i, NOTHING), factors[i][0])
        )
        named[i] = concepts
        verdict = Verdict(line, concepts, factors[i][0], members.dimension(dims[i]), chosen[i], i in in_sum)
        verdicts.append(verdict)
        drafts += _drafts(verdict, statement, era(setting.year), factors[i][1], mine.get(i, NOTHING), usual)
    seconds = {lines[i].index: lines[above].row.label for i, above in ghosts.items()}
    left, ignored = left_figures(lines, seconds, {lines[i].index for i in unsaid}, statement)
    memory.learn(drafts)
    positions = {v.line.index: n for n, v in enumerate(verdicts)}
    places = [positions.get(line.index) for line in lines]
    kept = tuple(_moved(each, places) for each in sums)
    return Mapped(statement, tuple(verdicts), tuple(drafts), left, ignored, tuple(each for each in kept if each is not None))


def _moved(each: ProvenSum, positions: Sequence[int | None]) -> ProvenSum | None:
    total = positions[each.total]
    parts = [(positions[part], weight) for part, weight in each.parts]
    if total is None or any(p is None for p, _ in parts):
        return None
    return ProvenSum(total, tuple((p, w) for p, w in parts if p is not None), each.exact, each.bits, each.broken)


def _arithmetic(lines: Sequence[Line], columns: int, running: bool) -> tuple[tuple[ProvenSum, ...], dict[int, int]]:
    """Sums among the rows of money, in units of the finest printed digit."""
    places = max([f.number.places for line in lines if line.kind == "monetary" for f in line.row.figures if not f.ignored], default=0)
    places = min(places, 4)
    groups: dict[object, int] = {}
    rows = []
    for line in lines:
        values: list[int | None] = [None] * columns
        ulp = 1
        for figure in line.row.figures if line.kind == "monetary" else ():
            if is_live(figure) and 0 <= figure.column < columns:
                values[figure.column] = int(figure.number.value.scaleb(places))
                ulp = 10 ** max(0, places - figure.number.places)
        rows.append(SumRow(tuple(values), groups.setdefault(line.heads, len(groups)), ulp, not line.words))
    return find_sums(rows, running), equal_rows(rows)


def _choose(
    lines: Sequence[Line],
    group: Group,
    taxonomy: Taxonomy,
    memory: Memory,
    sums: Sequence[ProvenSum],
    equal: Mapping[int, int],
    setting: Setting,
    keys: Sequence[object],
    told: Mapping[int, Told],
) -> list[Chosen]:
    rows: list[list[Option]] = [_options(line, group, taxonomy, setting) if line.words else [] for line in lines]
    printed = Printed(lines, rows, sums, equal)
    for i, line in enumerate(lines):
        if not line.words:
            rows[i] = of_the_part(line, nameless_options(i, printed, group, taxonomy, setting), setting)
    if group == "cashflow":
        rows[:_BEGINNING] = [_known_profit(line, mine, memory, taxonomy) for line, mine in zip(lines[:_BEGINNING], rows, strict=False)]
        rows = with_cash_identity(lines, rows, memory, setting.year, taxonomy)
    elif group == "balance":
        rows = with_balance_identity(lines, cash_in_one_place(lines, without_debt_outside(replace(printed, rows=rows))), equal)
    else:
        rows = with_blocks(lines, net_of_interest(replace(printed, rows=rows)))
    nearest = {i: next((o.concept for o in rows[i] if o.concept != OWN), "") for i in told}
    for i, each in told.items():
        rows[i] = each.options(rows[i])
    seen = [memory.compare(line, [o.concept for o in rows[i]]) for i, line in enumerate(lines)]
    natures = {name: taxonomy.nature(f"gaap:{name}") for name in {option.concept for mine in rows for option in mine}}
    sections, under = [line.section for line in lines], [line.under for line in lines]
    found = joint.choose(rows, Ties(sums, keys, seen, sections, natures, group, under))
    if group == "cashflow":
        found = one_balance(lines, found, setting.year)
    elif group == "income":
        found = with_before_apart(lines, with_pairs(lines, rows, found, keys))
    found = memory.kept_apart(lines, found, told)
    settled = [told[i].settled(each) if i in told else None for i, each in enumerate(found)]
    when = era(setting.year)
    return [
        trusted(told.get(i, NOTHING).unswayed(each), lines[i], when, LEAST_CONFIDENCE[when])
        if kept is None
        else replace(kept, nearest=kept.nearest or nearest[i])
        for i, (each, kept) in enumerate(zip(found, settled, strict=True))
    ]


_BEGINNING = 2
"""So many rows of a cash flow may be the profit that it begins with."""


def _known_profit(line: Line, options: list[Option], memory: Memory, taxonomy: Taxonomy) -> list[Option]:
    """The options of a row. A profit that an earlier statement prints in the same words is the same profit, though none of the options
    is: each kind of statement has its own vocabulary, and a cash flow may begin with any profit."""
    known = memory.same_row(line) if options else ""
    if not known or taxonomy.nature(f"gaap:{known}") != "income" or any(option.concept == known for option in options):
        return options
    return led(options, known)


def _options(line: Line, group: Group, taxonomy: Taxonomy, setting: Setting) -> list[Option]:
    """What a row may mean. Retained earnings at the ends of a statement of income are what a balance sheet says of them."""
    if group != "income" or not line.instant:
        return options(line, group, taxonomy, setting)
    words = tuple(word for word in line.words if word not in _ENDS)
    return options(replace(line, words=words, section="eq"), "balance", taxonomy, setting)


_ENDS = frozenset({"at", "balance", "beginning", "end", "ending", "of", "period", "quarter", "start", "year"})


def _signs(
    lines: Sequence[Line],
    chosen: Sequence[Chosen],
    group: Group,
    taxonomy: Taxonomy,
    sums: Sequence[ProvenSum],
    told: Mapping[int, Told],
) -> list[tuple[int, bool]]:
    names = [each.option.concept for each in chosen]
    natures = [taxonomy.nature(f"gaap:{name}") if name else "" for name in names]
    natures = adjusted(group, names, natures, [line.section for line in lines])
    of_funds = group == "cashflow" and all(line.section == "sp" for line in lines)
    rows: list[turning.Row | None] = []
    directions = []
    for line, each, name, nature in zip(lines, chosen, names, natures, strict=True):
        nature = _in_funds(line, nature) if of_funds else nature
        row = _sign_row(line, name, nature, group, taxonomy.nature(f"gaap:{each.nearest}"))
        rows.append(row)
        directions.append(turning.direction(group, name, nature, taxonomy.concept(f"gaap:{name}")) if name else 0)
    return turning.decide(group, rows, directions, sums, {i: each.turn for i, each in told.items() if each.turn})


def _in_funds(line: Line, nature: str) -> str:
    below = sum(f.number.value < 0 for f in line.row.figures if not f.ignored)
    return in_funds(nature, line.row.label, "".join(line.row.heads[-1:]), frozenset(line.heads[-1] if line.heads else ()), below)


def _sign_row(line: Line, name: str, nature: str, group: Group, nearest: str) -> turning.Row | None:
    """What the signs ask of a row; None where nothing is known of what it counts."""
    below, above = printed_sides(line)
    # A total without a label counts what the heading above it says; so does "Other, net" under "Other expense (income)".
    heading = "".join(line.row.heads[-1:])
    side = side_of(heading if group == "income" and _OTHERS.issuperset(line.words) else line.row.label or heading)
    if not name:
        nature = own_nature(
            group, OwnRow(line.section, line.words, nearest, below, above, side, change_of(line.row.label), line.under == "changes")
        )
    return turning.Row(nature, name, line.words, below, above, side, way_of(line.row.label)) if nature else None


_OTHERS = frozenset({"other", "net", "miscellaneous"})


def _concepts(i: int, line: Line, chosen: Chosen, taxonomy: Taxonomy, own: Own, told: Told, sign: int) -> tuple[str, ...]:
    name = chosen.option.concept
    if told.names(chosen):
        return (f"gaap:{name}",)
    if name != OWN:
        return tuple(f"gaap:{each}" for each in twins_of(name, line, taxonomy))
    return (own.concept(i, line, sign),)


def _drafts(verdict: Verdict, statement: Statement, when: str, by_sum: bool, told: Told, usual: UsualPlaces) -> list[Draft]:
    """A draft of each live figure under each of the row's concepts."""
    sign = 0 if told.turn else verdict.sign
    reasons = told.reasons(reasons_for(verdict.chosen, verdict.line, when, sign, by_sum, verdict.proven), verdict.chosen)
    heading = verdict.line.row.heads[-1] if verdict.line.row.heads else ""
    alternatives = tuple([Alternative(f"gaap:{name}", round(share, 2)) for name, share in verdict.chosen.others if share >= 0.01])
    found = []
    for figure in verdict.line.row.figures:
        if not is_live(figure) or figure.period is None or figure.unit is None or figure.scale is None:
            continue
        if figure.period.is_instant != verdict.line.instant:
            continue
        value: Decimal | None = amount(figure.number, figure.scale) * verdict.sign
        for concept in verdict.concepts:
            if figure.number.dash and concept.startswith("gaap:CommitmentsAndContingencies"):
                value = None
            found.append(
                Draft(
                    concept,
                    figure.period,
                    figure.unit,
                    value,
                    places_of(figure, verdict.line.row, usual) - figure.scale,
                    statement.kind,
                    figure.place,
                    verdict.line.row.label,
                    reasons,
                    alternatives,
                    verdict.dimensions,
                    figure.number.dash,
                    heading,
                    told.by_hand,
                )
            )
    return found
