"""Statements of equity: dated balances become facts where the balance sheet proves what they are, the total by its name alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from converter.map.amounts import amount
from converter.map.drafts import Dimensions, Draft
from converter.map.extensions import PREFIX
from converter.map.leftovers import unknown
from converter.map.lines import is_live
from converter.map.mapped import Mapped
from converter.model import Figure, LeftNumber, Period, Place, PresentationLine, PresentedStatement, Reason, Statement, StatementRow
from converter.model.stated import StatementKind
from converter.patterns import regex
from converter.taxonomy import Taxonomy

_NATURES = ("equity", "contra_equity", "deficit")
_TOTAL = regex(
    r"\btotal(?:\s+(?:(?:share|stock)\W?\s?(?:holder|owner)\S*|shareowners\S*|common|partners\S*|members\S*))?(?:\s+(?:equity|deficit|capital|investment)\b.*)?$",
    re.IGNORECASE,
)
_NO_STOCK = regex(r"\b(?:partner|member|proprietor)", re.IGNORECASE)
_WHEN = regex(
    r"\b(?:balances?|beginning|opening|ending|closing|end|start|of|at|as|the|year|period|quarter)\b|[,:()]|\b[a-z]+ \d{1,2}\b|\b\d{4}\b",
    re.IGNORECASE,
)
_TOTALS = ("gaap:StockholdersEquity", "gaap:StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest")
_PROVEN, _NAMED = 0.3, 1.4

Item = tuple[str, Dimensions]
"""A concept, and the class of stock it is of."""
Sheet = Mapping[Item, Mapping[Period, Draft]]
"""What the balance sheets say, by item and day."""
Meaning = tuple[Item, int, tuple[Reason, ...]]
"""An item, the factor from printed to XBRL sign, and why."""


class _Strand(Struct, frozen=True):
    """The balances of one component, by day; ``said`` is what names it. Of several of a day the last one counts, and those that say the
    same: the end of a year is the beginning of the next."""

    said: str
    balances: Mapping[Period, Sequence[tuple[Figure, StatementRow]]]

    @property
    def is_total(self) -> bool:
        return _TOTAL.search(self.said) is not None

    def amounts(self) -> Iterable[tuple[Period, Decimal]]:
        return ((day, _amount(told[-1][0])) for day, told in self.balances.items())

    def told(self) -> Iterable[tuple[Figure, StatementRow]]:
        return (each for told in self.balances.values() for each in told if _amount(each[0]) == _amount(told[-1][0]))


def _amount(figure: Figure) -> Decimal:
    return amount(figure.number, figure.scale or 0)


def map_equity(statement: Statement, drafts: Iterable[Draft], taxonomy: Taxonomy) -> Mapped:
    """``drafts`` are those of the report's other statements. Nothing but balances becomes a fact."""
    strands = _strands(statement)
    found: list[Draft] = []
    for strand, (item, sign, reasons) in _meanings(strands, _sheet(drafts, taxonomy), statement):
        found += [_draft(statement.kind, item, sign, reasons, strand.said, *balance) for balance in strand.told()]
    left, ignored = _left(statement, {draft.place for draft in found})
    return Mapped(statement, (), tuple(found), left, ignored, ())


def presented_equity(mapped: Mapped) -> PresentedStatement:
    """A line for each component that became facts."""
    lines = dict.fromkeys((draft.heading, draft.concept) for draft in mapped.drafts)
    shown = tuple(PresentationLine(label, concept) for label, concept in lines)
    return PresentedStatement(mapped.statement.kind, mapped.statement.title.value, shown)


def _sheet(drafts: Iterable[Draft], taxonomy: Taxonomy) -> Sheet:
    """Items of equity, and own concepts that stand below the first liability, which may be some."""
    found: dict[Item, dict[Period, Draft]] = {}
    below_assets = False
    for draft in drafts:
        if draft.statement != "balance_sheet" or draft.unit.denominator or draft.value is None:
            continue
        nature = taxonomy.nature(draft.concept)
        below_assets = below_assets or nature in ("liability", *_NATURES)
        if nature in _NATURES or (below_assets and not nature):
            found.setdefault((draft.concept, draft.dimensions), {}).setdefault(draft.period, draft)
    return found


def _strands(statement: Statement) -> list[_Strand]:
    """Columns where they are components; where they are periods, the rows under each heading."""
    balances: dict[tuple[int, str], dict[Period, list[tuple[Figure, StatementRow]]]] = {}
    heading = ""
    for row in statement.rows:
        # A movement printed at the margin ends no component: its closing balance is still to come.
        heading = row.heads[-1] if row.heads else heading if row.figures else row.label
        for figure in row.figures:
            if is_live(figure) and figure.period is not None:
                column = statement.columns[figure.column]
                key = (figure.column, column.head) if column.period is None else (-1, _component(row, heading))
                balances.setdefault(key, {}).setdefault(figure.period, []).append((figure, row))
    return [_Strand(said, found) for (_, said), found in balances.items()]


def _component(row: StatementRow, heading: str) -> str:
    """What a dated row speaks of: its own words, else the last heading's."""
    return " ".join(_WHEN.sub(" ", row.label).split()) or heading


def _meanings(strands: Sequence[_Strand], sheet: Sheet, statement: Statement) -> list[tuple[_Strand, Meaning]]:
    """What each component is: the one item of equity on the balance sheet that has its amounts on every day that both tell of. Where
    that tells of no total, the one column that is named so is equity by its name."""
    found = [(strand, meaning) for strand in strands if (meaning := _proven(strand, strands, sheet))]
    named = [strand for strand in strands if strand.is_total]
    proven = any(concept in _TOTALS for _, ((concept, _), _, _) in found)
    if not proven and len(named) == 1 and not _NO_STOCK.search(f"{named[0].said} {statement.title.value}"):
        why = Reason(f"the statement of equity names it {named[0].said!r}", _NAMED)
        found = [*(each for each in found if each[0] is not named[0]), (named[0], ((_TOTALS[0], ()), 1, (why,)))]
    return found


def _proven(strand: _Strand, strands: Sequence[_Strand], sheet: Sheet) -> Meaning | None:
    fitting = [item for item, days in sheet.items() if _fit(strand, days) and (not _is_own(item) or _shared(strand, days) > 1)]
    fitting = [item for item in fitting if not _is_own(item)] or fitting
    items = [item for item in fitting if (item[0] in _TOTALS) == strand.is_total] or fitting
    if len(items) != 1:
        return None
    (item,) = items
    rivals = [each for each in strands if each is not strand and _fit(each, sheet[item])]
    if rivals and (not strand.is_total or any(each.is_total for each in rivals)):
        return None
    drafts = sheet[item]
    shared = next(drafts[day] for day in strand.balances if day in drafts)
    why = Reason(f"its balances are those of {shared.label!r} on the balance sheet", _PROVEN)
    return item, _fit(strand, drafts), (*shared.reasons, why)


def _is_own(item: Item) -> bool:
    return item[0].startswith(f"{PREFIX}:")


def _shared(strand: _Strand, days: Mapping[Period, Draft]) -> int:
    """On how many days both tell of an amount."""
    return sum(1 for value, day in ((value, day) for day, value in strand.amounts()) if value and day in days)


def _fit(strand: _Strand, days: Mapping[Period, Draft]) -> int:
    """1 or -1 where the amounts are the sheet's on all days that both tell of (and not all are nought), as printed or turned; else 0."""
    shared = [(value, days[day].value or Decimal(0)) for day, value in strand.amounts() if day in days]
    if not any(value for value, _ in shared):
        return 0
    if all(value == other for value, other in shared):
        return 1
    return -1 if all(value == -other for value, other in shared) else 0


def _draft(
    kind: StatementKind, item: Item, sign: int, reasons: tuple[Reason, ...], component: str, figure: Figure, row: StatementRow
) -> Draft:
    assert figure.period is not None
    assert figure.unit is not None
    assert figure.scale is not None
    value = _amount(figure) * sign
    decimals = figure.number.places - figure.scale
    concept, dimensions = item
    place, label = figure.place, row.label
    return Draft(
        concept, figure.period, figure.unit, value, decimals, kind, place, label, reasons, dimensions=dimensions, heading=component
    )


def _left(statement: Statement, told: set[Place]) -> tuple[tuple[LeftNumber, ...], tuple[LeftNumber, ...]]:
    left: list[LeftNumber] = []
    ignored: list[LeftNumber] = []
    for row in statement.rows:
        for figure in row.figures:
            if figure.ignored:
                ignored.append(LeftNumber(figure.place, row.label, "no-fact", figure.reason, statement.kind))
            elif not is_live(figure):
                left.append(LeftNumber(figure.place, row.label, unknown(figure), figure.reason, statement.kind))
            elif figure.place not in told:
                ignored.append(LeftNumber(figure.place, row.label, "no-fact", _UNPROVEN, statement.kind))
    return tuple(left), tuple(ignored)


_UNPROVEN = "a component of equity that the balance sheet does not print alike"
