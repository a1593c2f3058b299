"""Rows that two statements of a report print in the same words with the same numbers: one thing, one concept, one sign."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from converter.map.facts.drafts import Draft
from converter.map.facts.extensions import PREFIX
from converter.map.mapped import Mapped, Verdict
from converter.map.signs.sides import side_of
from converter.model import Period, Reason
from converter.taxonomy import Taxonomy

_FLOWS = ("income", "comprehensive", "cashflow")
_SAYS_NOTHING = frozenset({"and", "item", "miscellaneous", "net", "other", "total"})
_OF_CASH = frozenset(
    {"increase_asset", "increase_liability", "inflow", "net_cash", "net_inflow", "net_outflow", "noncash", "outflow", "oci", "oci_loss"}
)
"""Natures of what a cash flow alone tells, or other comprehensive income: no row of another statement is that, whatever it is called."""

Said = dict[tuple[str, Period], Decimal | None]


class _Row(Struct, frozen=True):
    """A row of money with one concept: its statement and its place among the verdicts there, and its values by period."""

    statement: int
    position: int
    concept: str
    values: Mapping[Period, Decimal]

    @property
    def own(self) -> bool:
        return self.concept.startswith(f"{PREFIX}:")


def one_name(mapped: Sequence[Mapped], told: Sequence[Collection[int]], taxonomy: Taxonomy) -> list[Mapped]:
    """The statements with the same rows called alike: by the standard concept where one of two has it, else as the first of them is.
    Rows of ``told`` stay."""
    found = list(mapped)
    first: dict[tuple[str, ...], _Row] = {}
    nearly: dict[tuple[Period, Decimal], list[tuple[frozenset[str], _Row]]] = {}
    order = sorted(
        (i for i, each in enumerate(found) if each.statement.kind in _FLOWS), key=lambda i: _FLOWS.index(found[i].statement.kind)
    )
    for i in order:
        for words, row in list(_rows(i, found[i], told[i])):
            known = first.setdefault(words, row)
            if known is row:
                known = _nearly_the_same(words, row, nearly)
            if known.statement != i and known.concept != row.concept and _same(known, row):
                _make_one(known, row, found, taxonomy)
    return found


def _nearly_the_same(words: tuple[str, ...], row: _Row, nearly: dict[tuple[Period, Decimal], list[tuple[frozenset[str], _Row]]]) -> _Row:
    """The row of another statement that says the same of several periods in words that differ in particles and sides alone:
    "Impairments, net", "Impairment (income) expense"; else the row itself, which is learned."""
    said = frozenset(words)
    amounts = [(period, abs(value)) for period, value in row.values.items() if value]
    alike = (other for amount in amounts for kin, other in nearly.get(amount, ()) if said ^ kin <= _SAY_LITTLE and said & kin - _SAY_LITTLE)
    found = next((other for other in alike if other.statement != row.statement and _same(row, other, _SURE)), row)
    for amount in amounts[:1]:
        nearly.setdefault(amount, []).append((said, row))
    return found


_SURE = 2
"""So many periods with the same amount make two rows one whose words differ a little."""
_SAY_LITTLE = frozenset({"and", "expense", "for", "from", "in", "income", "net", "of", "on", "total"})


def _rows(number: int, mapped: Mapped, told: Collection[int]) -> Iterator[tuple[tuple[str, ...], _Row]]:
    by_place = {draft.place: draft for draft in mapped.drafts}
    for position, verdict in enumerate(mapped.verdicts):
        line = verdict.line
        plain = line.kind == "monetary" and not line.instant and len(verdict.concepts) == 1 and not verdict.dimensions
        if plain and line.index not in told and not _SAYS_NOTHING.issuperset(line.words):
            drafts = [by_place[figure.place] for figure in line.row.figures if figure.place in by_place]
            values = {draft.period: draft.value for draft in drafts if draft.value is not None}
            yield line.words, _Row(number, position, verdict.concepts[0], values)


def _same(one: _Row, other: _Row, least: int = 1) -> bool:
    """Whether two rows say the same numbers of all periods that both tell, so many of them not nought."""
    shared = one.values.keys() & other.values.keys()
    return sum(one.values[period] != 0 for period in shared) >= least and all(abs(one.values[p]) == abs(other.values[p]) for p in shared)


def _make_one(one: _Row, other: _Row, found: list[Mapped], taxonomy: Taxonomy) -> None:
    """Calls one of two rows as the other is called, where nothing else in the report is called so."""
    leader, led = (one, other) if other.own else (other, one)
    if not led.own or (not leader.own and taxonomy.nature(leader.concept) in _OF_CASH):
        return
    if leader.concept in {name for verdict in found[led.statement].verdicts for name in verdict.concepts}:
        return
    turned = any(leader.values[p] != led.values[p] for p in leader.values.keys() & led.values.keys())
    values = {period: -value if turned else value for period, value in led.values.items()}
    said: Said = {(d.concept, d.period): d.value for each in found for d in each.drafts if not d.dimensions}
    if any(said.get((leader.concept, period), value) != value for period, value in values.items()):
        return
    if turned and leader.own and not _counts_right(leader, led, found[leader.statement].verdicts[leader.position].line.row.label):
        turned, found[leader.statement] = False, _with_row(found[leader.statement], leader.position, None, True)
    found[led.statement] = _with_row(found[led.statement], led.position, _names(found[leader.statement], leader), turned)


def _counts_right(first: _Row, last: _Row, label: str) -> bool:
    """Whether the first of two own rows counts as the label says, where that names one side: what it calls a loss is a positive one."""
    side = side_of(label)
    return side.both or not side.sign or sum(first.values.values()) >= sum(last.values.values())


def _names(mapped: Mapped, row: _Row) -> tuple[Verdict, Draft]:
    """A row, and what one of its facts says of its concept."""
    said = next(draft for draft in mapped.drafts if draft.concept == row.concept)
    why = Reason(f"the same row as in the {mapped.statement.kind} statement", 0.0)
    return mapped.verdicts[row.position], replace(said, reasons=(*said.reasons, why))


def _with_row(mapped: Mapped, position: int, named: tuple[Verdict, Draft] | None, turned: bool) -> Mapped:
    """A statement with one row called as another one, or as before, and its values turned or not."""
    old = mapped.verdicts[position]
    places = {figure.place for figure in old.line.row.figures}
    new = replace(old, sign=-old.sign if turned else old.sign)
    if named:
        new = replace(new, concepts=named[0].concepts, chosen=named[0].chosen)
    drafts = tuple([_led(draft, named[1] if named else draft, turned) if draft.place in places else draft for draft in mapped.drafts])
    return replace(mapped, verdicts=(*mapped.verdicts[:position], new, *mapped.verdicts[position + 1 :]), drafts=drafts)


def _led(draft: Draft, said: Draft, turned: bool) -> Draft:
    value = -draft.value if turned and draft.value else draft.value
    return replace(draft, concept=said.concept, value=value, reasons=said.reasons, alternatives=said.alternatives)
