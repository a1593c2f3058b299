"""Rows without a label: a sum that holds tells what they are, and the heading above its parts, or nothing does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from converter.arithmetic import ProvenSum
from converter.map.candidates.clues import needs, weigh
from converter.map.candidates.not_of import is_ruled_out, ruled_out
from converter.map.candidates.options import OWN, Option, Setting, options, row_clues
from converter.map.choice.identities import led
from converter.map.rows.lines import Line, is_live
from converter.map.tables import Group, children, rules
from converter.taxonomy import Taxonomy

_SECOND_TOTAL = 3.0
_LEAST_COVERAGE = {"PropertyPlantAndEquipmentGross": 1.5}
"""What a sum must have of a concept's parts, of 3: two of the eight rows of a business that are land and buildings make no plant."""
_DEEPEST = 3
_WITHOUT_MINORITY = "without minority"
_NOTHING = Option(OWN, -2.2, 0.1)


class Printed(Struct, frozen=True, dict=True):
    """A statement's rows with figures, the options of those with labels (best first), and the sums that they print; ``equal`` leads
    from a row to an earlier one with the same figures. What is worked out of these is asked for by every row without a label."""

    lines: Sequence[Line]
    rows: Sequence[list[Option]]
    sums: Sequence[ProvenSum]
    equal: Mapping[int, int]

    @cached_property
    def of_total(self) -> dict[int, list[ProvenSum]]:
        """The sums that each row is the total of."""
        found: dict[int, list[ProvenSum]] = {}
        for each in self.sums:
            found.setdefault(each.total, []).append(each)
        return found

    @cached_property
    def of_part(self) -> dict[int, list[ProvenSum]]:
        """The sums that each row is a part of."""
        found: dict[int, list[ProvenSum]] = {}
        for each in self.sums:
            for part in dict.fromkeys(part for part, _ in each.parts):
                found.setdefault(part, []).append(each)
        return found

    @cached_property
    def alike(self) -> dict[int, set[int]]:
        """The later rows with the figures of each."""
        found: dict[int, set[int]] = {}
        for later, first in self.equal.items():
            found.setdefault(first, set()).add(later)
        return found

    @cached_property
    def surely(self) -> dict[str, set[int]]:
        """The concepts that totals with labels surely are, and which rows these are."""
        found: dict[str, set[int]] = {}
        for i, (line, mine) in enumerate(zip(self.lines, self.rows, strict=True)):
            if mine and line.words and mine[0].chance >= _SURELY and (i in self.of_total or "total" in line.words):
                found.setdefault(mine[0].concept, set()).add(i)
        return found

    @cached_property
    def is_comprehensive(self) -> bool:
        """Whether a row, or a heading, says that income is comprehensive."""
        return any("comprehensive" in said for line in self.lines for said in (line.words, *line.heads))


def nameless_options(position: int, printed: Printed, group: Group, taxonomy: Taxonomy, setting: Setting) -> list[Option]:
    """What a row without a label may be: totals that the calculation trees know over its parts, and what the heading above them says of
    a total."""
    line = printed.lines[position]
    if line.kind == "perShare" and _closes_block(position, printed.lines):
        # "Basic earnings per share:" above is the label of what its rows sum up to.
        return options(line, group, taxonomy, setting)
    mine = printed.of_total.get(position, [])
    if not mine and position not in printed.equal:
        return [_NOTHING]
    outer = printed.of_part.get(position, [])
    kinds = {name: kind for name, of, kind in rules("totals.tsv") if of == group}
    by_heading = _by_heading(position, mine, printed, group, taxonomy, setting)
    found = {
        option.concept: option
        for option in by_heading
        if _may_be(option.concept, kinds.get(option.concept, ""), mine, outer, position, printed)
        and _covered(option.concept, mine, printed) >= _LEAST_COVERAGE.get(option.concept, 0.0)
    }
    for name, kind in kinds.items():
        concept = taxonomy.concept(f"gaap:{name}")
        if concept is None or concept.type != line.kind or (concept.period_type == "instant") != line.instant:
            continue
        if not _may_be(name, kind, mine, outer, position, printed):
            continue
        score = _covered(name, mine, printed)
        if (
            name == "LiabilitiesAndStockholdersEquity"
            and position in printed.equal
            and _is(printed.rows, printed.equal[position], "Assets")
        ):
            score += _SECOND_TOTAL
        if name == "Assets" and score > 0 and position in printed.equal.values():
            score += _SECOND_TOTAL
        if score > 0 and name in needs():
            score += weigh(row_clues(name, line, group, taxonomy, setting, (0, 0)))
        if score > 0 and score >= _LEAST_COVERAGE.get(name, 0.0) and (name not in found or found[name].score < score - 3.0):
            found[name] = Option(name, score - 3.0, min(0.5, score / 4))
    if group == "balance" and (side := _side(position, printed)):
        return [found.get(side, Option(side, _SECOND_TOTAL, 0.5)), _NOTHING]
    own = found.pop(OWN, _NOTHING)
    others = ruled_out(line, setting.vocabulary)
    found = {name: option for name, option in found.items() if not is_ruled_out(name, others)}
    for name in _claimed(position, printed) | {name for name, (_, since, _) in needs().items() if setting.year < since}:
        found.pop(name, None)
    return [*sorted(found.values(), key=lambda o: (-o.score, o.concept)), own]


def _claimed(position: int, printed: Printed) -> set[str]:
    """The concepts that a total with a label surely is: a sum without one that has other figures is another."""
    alike = {position, printed.equal.get(position), *printed.alike.get(position, ())}
    return {concept for concept, where in printed.surely.items() if not where <= alike}


_SURELY = 0.5


def _closes_block(position: int, lines: Sequence[Line]) -> bool:
    """Whether a row is the sum of all rows above it under the same heading, at least two, in every column."""
    line, start = lines[position], position
    while start and lines[start - 1].heads == line.heads and lines[start - 1].kind == line.kind:
        start -= 1
    if position - start < _LEAST_PARTS or not line.heads:
        return False
    parts = [{f.column: f.number.value for f in each.row.figures if is_live(f)} for each in lines[start:position]]
    return all(sum(part.get(f.column, 0) for part in parts) == f.number.value for f in line.row.figures if is_live(f))


_LEAST_PARTS = 2


def _side(position: int, printed: Printed) -> str:
    """Of two rows without a label that are the same number, the later one the last of a balance sheet, the first closes one side and
    the second the other; "" for any other row."""
    last = len(printed.lines) - 1
    first = printed.equal.get(last)
    if first is None or printed.lines[last].words or printed.lines[first].words or not any(s.total == first for s in printed.sums):
        return ""
    return {first: "Assets", last: "LiabilitiesAndStockholdersEquity"}.get(position, "")


def _by_heading(
    position: int, mine: Sequence[ProvenSum], printed: Printed, group: Group, taxonomy: Taxonomy, setting: Setting
) -> list[Option]:
    """What "Total" with the words of the heading above a sum's parts may be."""
    line = printed.lines[position]
    for each in mine:
        heading = _heading_of(each, printed) or _of_revenues(each, printed, group)
        if heading:
            tokens = heading if heading[0] == "total" else ("total", *heading)
            return options(replace(line, words=tokens, heads=()), group, taxonomy, setting)
    return []


def _heading_of(each: ProvenSum, printed: Printed) -> tuple[str, ...]:
    """The words of the innermost heading that all parts of a sum stand under, where it begins with the first of them."""
    parts = sorted(_all_parts(each, printed, _DEEPEST))
    first = printed.lines[parts[0]]
    heads = first.heads
    for part in parts[1:]:
        others = printed.lines[part].heads
        shared = next((i for i, (a, b) in enumerate(zip(heads, others, strict=False)) if a != b), min(len(heads), len(others)))
        heads = heads[:shared]
    if len(heads) == len(first.heads) and any(printed.lines[part].row.depth < first.row.depth for part in parts):
        # What is less indented than the first row under a heading stands under the one above it.
        heads = heads[:-1]
    if not heads or not heads[-1] or _names_all(heads[-1]):
        return ()
    above = printed.lines[parts[0] - 1].heads if parts[0] else ()
    return () if above[: len(heads)] == heads else heads[-1]


def _of_revenues(each: ProvenSum, printed: Printed, group: Group) -> tuple[str, ...]:
    """The first sum of a statement of income, with no heading and nothing taken away, is of revenues."""
    first = group == "income" and min(part for part, _ in each.parts) == 0 and not printed.lines[0].heads
    return ("revenue",) if first and not any(_takes_away(part, weight, printed) for part, weight in each.parts) else ()


def _names_all(heading: tuple[str, ...]) -> bool:
    """ "Assets", "Liabilities and equity": a side of a balance sheet, with parts of its own."""
    return heading == ("asset",) or ("liability" in heading and bool({"equity", "capital", "investment"} & set(heading)))


def _may_be(name: str, kind: str, mine: Sequence[ProvenSum], outer: Sequence[ProvenSum], position: int, printed: Printed) -> bool:
    """Whether a row's sums are of the kind that a concept is, and not but the first of its parts."""
    if name == OWN:
        return True
    if any(_goes_on(name, each, position, printed) or (kind == "whole" and _is_owed(each, position, printed)) for each in outer):
        return False
    return not mine or any(all(_is_of_kind(one, each, printed) for one in kind.split(" ")) for each in mine)


def _is_of_kind(kind: str, each: ProvenSum, printed: Printed) -> bool:
    """``difference``: something is taken away; ``sum``: of two parts none is; ``costs``: no part is what all others are taken from;
    ``whole``: nothing of the statement's side stays outside; ``current``: a heading or a total with a label parts what is current;
    ``comprehensive``: a row says so."""
    if kind == "whole":
        return _is_whole(each, printed)
    if kind == "current":
        return any(_is_current(printed.lines[part]) for part, _ in each.parts)
    if kind == "comprehensive":
        return printed.is_comprehensive
    taken = [part for part, weight in each.parts if _takes_away(part, weight, printed)]
    if kind == "difference":
        return bool(taken)
    if kind == "costs":
        return not taken or sum(part not in taken and not _is_nil(printed.lines[part]) for part, _ in each.parts) != 1
    return not (kind == "sum" and taken and len(each.parts) == 2)


def _is_current(line: Line) -> bool:
    return line.section in _OF_CURRENT or any("current" in heading for heading in line.heads)


_OF_CURRENT = frozenset({"ca", "cl"})


def _is_nil(line: Line) -> bool:
    return not any(f.number.value for f in line.row.figures if is_live(f))


def _is_whole(each: ProvenSum, printed: Printed) -> bool:
    """Whether all liabilities above a total are among its parts, and no list of others that has a sum of its own stands below."""
    if any(min(part for part, _ in other.parts) > each.total and _all_owed(other, printed) for other in printed.sums):
        return False
    inside = _rows_inside(each, printed)
    return all(i in inside for i in range(each.total) if printed.lines[i].section in _OWED)


def net_of_interest(printed: Printed) -> list[list[Option]]:
    """The options of all rows. "Net revenues" that are the revenues less the interest paid are just that: dealers print them so."""
    out = list(printed.rows)
    for each in printed.sums:
        words = frozenset(printed.lines[each.total].words)
        off = [part for part, weight in each.parts if _takes_away(part, weight, printed)]
        alone = len(off) == 1 and _INTEREST.issubset(printed.lines[off[0]].words)
        if words and words <= _NET_REVENUE and alone and len(each.parts) == 2:
            out[each.total] = led(out[each.total], "RevenuesNetOfInterestExpense")
    return out


_INTEREST, _NET_REVENUE = frozenset({"interest", "expense"}), frozenset({"net", "revenue", "total"})


def _all_owed(each: ProvenSum, printed: Printed) -> bool:
    return all(printed.lines[i].section in _OWED for i in (each.total, *(part for part, _ in each.parts)))


def without_debt_outside(printed: Printed) -> list[list[Option]]:
    """The options of all rows. "Total deferred credits and other liabilities" with long-term debt elsewhere are not all that is not
    current."""
    out = list(printed.rows)
    debts = [i for i, line in enumerate(printed.lines) if line.section == "nl" and _LONG_TERM_DEBT.issubset(line.words)]
    for each in printed.sums if debts else ():
        if any(option.concept in _ALL_OWED for option in out[each.total]) and _rows_inside(each, printed).isdisjoint(debts):
            out[each.total] = [option for option in out[each.total] if option.concept not in _ALL_OWED]
    return out


_ALL_OWED = frozenset({"Liabilities", "LiabilitiesNoncurrent"})
_LONG_TERM_DEBT = frozenset({"long", "term", "debt"})


def _is_owed(outer: ProvenSum, position: int, printed: Printed) -> bool:
    """Whether what is added to a total in the next sum is owed too."""
    return all(printed.lines[part].section in _OWED for part, _ in outer.parts if part != position)


_OWED = frozenset({"cl", "nl", "ul"})


def _rows_inside(each: ProvenSum, printed: Printed) -> set[int]:
    """The parts of a sum, and theirs."""
    totals = {other.total: other for other in printed.sums}
    found: set[int] = set()
    waiting = [part for part, _ in each.parts]
    while waiting:
        part = waiting.pop()
        if part not in found:
            found.add(part)
            waiting += [below for below, _ in totals[part].parts] if part in totals else []
    return found


def _covered(name: str, mine: Sequence[ProvenSum], printed: Printed) -> float:
    """The best of a row's sums."""
    return max((_coverage(name, each, printed) for each in mine), default=0.0)


def _coverage(name: str, each: ProvenSum, printed: Printed) -> float:
    """How many of a sum's parts the calculation tree of a concept knows, of 3."""
    direct = [part for part, _ in each.parts]
    return max(_known_share(name, parts, printed) for parts in (direct, _all_parts(each, printed, _DEEPEST)))


def _known_share(name: str, parts: Sequence[int], printed: Printed) -> float:
    known = children(name)
    named = [concept for part in parts if printed.rows[part] and (concept := printed.rows[part][0].concept)]
    if name.endswith("Noncurrent") and any(concept.endswith("Current") for concept in named):
        return 0.0
    return 3.0 * sum(concept in known for concept in named) / len(parts)


def _all_parts(each: ProvenSum, printed: Printed, deepest: int) -> list[int]:
    """The parts of a sum; those without a label that are sums themselves by theirs."""
    found: list[int] = []
    for part, _ in each.parts:
        inner = next(iter(printed.of_total.get(part, ())), None) if not printed.lines[part].words else None
        found += _all_parts(inner, printed, deepest - 1) if inner and deepest else [part]
    return found


def _takes_away(part: int, weight: int, printed: Printed) -> bool:
    """Whether a part makes its sum smaller, by its weight or by its printed sign."""
    return weight < 0 or any(f.number.negative for f in printed.lines[part].row.figures if not f.ignored)


def _goes_on(name: str, outer: ProvenSum, position: int, printed: Printed) -> bool:
    """Whether a row is but a subtotal on the way to a concept: what is added to it in the next sum is a part of the concept too."""
    known = children(name)
    clue, _, words = needs().get(name, ("", 0, frozenset()))
    others = [part for part, _ in outer.parts if part != position]
    if clue == _WITHOUT_MINORITY and any(not words.isdisjoint(printed.lines[part].words) for part in others):
        return False
    return bool(others) and all(printed.rows[part] and printed.rows[part][0].concept in known for part in others)


def _is(rows: Sequence[list[Option]], position: int, concept: str) -> bool:
    return bool(rows[position]) and rows[position][0].concept == concept


def ghost_of(position: int, lines: Sequence[Line], proven: set[int]) -> int | None:
    """The row just above that a nameless, unproven row looks like a second, garbled reading of: as many figures, each of as many digits,
    most digits in common."""
    if position == 0 or lines[position].words or position in proven:
        return None
    here = [f.number.value for f in lines[position].row.figures]
    above = [f.number.value for f in lines[position - 1].row.figures]
    if len(here) != len(above) or not here:
        return None
    pairs = [(_digits(a), _digits(b)) for a, b in zip(here, above, strict=True)]
    alike = all(len(a) == len(b) > 2 for a, b in pairs)
    common = sum(x == y for a, b in pairs for x, y in zip(a, b, strict=False))
    return position - 1 if alike and here != above and 2 * common >= sum(len(a) for a, _ in pairs) else None


def _digits(value: Decimal) -> str:
    """The digits of a printed number from the first that counts: "0.7" has one."""
    return str(abs(value)).replace(".", "").lstrip("0")


def says_nothing(line: Line) -> bool:
    """Whether nothing on the page says what a row is that no sum proves: it has neither a label nor the rule over its figures that
    makes a total of it."""
    return not line.words and not line.row.ruled
