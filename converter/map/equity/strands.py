"""What a statement of equity tells of each of its components: the balances by day, whatever way the statement is turned."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from converter.map.facts.amounts import amount
from converter.map.rows.labels import words
from converter.map.rows.lines import is_live
from converter.model import Figure, Period, Statement, StatementRow
from converter.patterns import regex

_TOTAL = regex(
    r"\btotal(?:\s+(?:(?:share|stock)\W?\s?(?:holder|owner)\S*|shareowners\S*|common|partners\S*|members\S*))?(?:\s+(?:equity|deficit|capital|investment)\b.*)?$",
    re.IGNORECASE,
)
_WHEN = regex(
    r"\b(?:balances?|beginning|opening|ending|closing|end|start|of|at|as|the|year|period|quarter)\b|[,:()]|\b[a-z]+ \d{1,2}\b|\b\d{4}\b",
    re.IGNORECASE,
)
_TORN = regex(r"(?<=[a-z])- (?=[a-z])")
"""A word that a line's end parted: "Compen- sation"."""
_UNNAMING = frozenset({"amount", "dollar"})
_LEAST_ALIKE = 3

Balance = tuple[Figure, StatementRow]


class Strand(Struct, frozen=True, dict=True):
    """The balances of one component, by day; ``said`` is what names it, ``named`` the words that tell it from the others. Of several of a
    day the last one counts, and those that say the same: the end of a year is the beginning of the next."""

    said: str
    balances: Mapping[Period, Sequence[Balance]]
    named: tuple[str, ...] = ()

    @cached_property
    def is_total(self) -> bool:
        return _TOTAL.search(self.said) is not None

    @property
    def is_of_others(self) -> bool:
        """Whether it is the part of equity that other owners of subsidiaries hold."""
        return bool({"noncontrolling", "minority"} & set(self.named)) and "redeemable" not in self.named

    @cached_property
    def amounts(self) -> Mapping[Period, Decimal]:
        """What is told last of each day."""
        return {day: amount_of(told[-1][0]) for day, told in self.balances.items()}

    def last_places(self) -> dict[Period, Decimal]:
        """What one in the last place is worth, by day."""
        return {day: Decimal(1).scaleb((told[-1][0].scale or 0) - told[-1][0].number.places) for day, told in self.balances.items()}

    def told(self) -> Iterable[Balance]:
        return (each for told in self.balances.values() for each in told if amount_of(each[0]) == amount_of(told[-1][0]))


def amount_of(figure: Figure) -> Decimal:
    """What a live figure says in full, as printed."""
    return amount(figure.number, figure.scale or 0)


def strands_of(statement: Statement) -> list[Strand]:
    """Columns where they are components, left to right; where they are periods, the rows under each heading."""
    balances: dict[tuple[int, str], dict[Period, list[Balance]]] = {}
    heading = ""
    for row in statement.rows:
        # A movement printed at the margin ends no component: its closing balance is still to come.
        heading = row.heads[-1] if row.heads else heading if row.figures else row.label
        for figure in row.figures:
            if is_live(figure) and figure.period is not None:
                column = statement.columns[figure.column]
                key = (figure.column, column.head) if column.period is None else (-1, _component(row, heading))
                balances.setdefault(key, {}).setdefault(figure.period, []).append((figure, row))
    in_order = sorted(balances.items(), key=lambda item: item[0][0])
    return _with_names(_closed([Strand(said, found) for (_, said), found in in_order]))


def _component(row: StatementRow, heading: str) -> str:
    """What a dated row speaks of: its own words, else the last heading's."""
    return " ".join(_WHEN.sub(" ", row.label).split()) or heading


def _closed(strands: Sequence[Strand]) -> list[Strand]:
    """A component whose opening balances stand under its name, and the closing ones under a heading among its movements, in one: what one
    year closes with opens the next."""
    out: list[Strand] = []
    for strand in strands:
        before = out[-1] if out else None
        if before is not None and _only(before, "start") and _only(strand, "end") and _meet(before, strand):
            joined = {day: [*before.balances.get(day, ()), *strand.balances.get(day, ())] for day in (*before.balances, *strand.balances)}
            out[-1] = replace(before, balances=joined)
        else:
            out.append(strand)
    return out


def _only(strand: Strand, instant: str) -> bool:
    return all(row.instant == instant for told in strand.balances.values() for _, row in told)


def _meet(opening: Strand, closing: Strand) -> bool:
    here, there = opening.amounts, closing.amounts
    shared = [day for day in here if day in there]
    return any(here[day] for day in shared) and all(here[day] == there[day] for day in shared)


def _with_names(strands: Sequence[Strand]) -> list[Strand]:
    """The words of each without those that a head over several of them adds: "Equity of the owners"."""
    said = [tuple(word for word in words(_TORN.sub("", each.said)) if word not in _UNNAMING) for each in strands]
    common = _begin_alike(said)
    return [
        replace(strand, named=own[len(common) :] if common and own[: len(common)] == common else own)
        for strand, own in zip(strands, said, strict=True)
    ]


def _begin_alike(said: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    common: tuple[str, ...] = ()
    while True:
        longer = Counter(own[: len(common) + 1] for own in said if len(own) > len(common) + 1 and own[: len(common)] == common)
        best, count = longer.most_common(1)[0] if longer else ((), 0)
        if count < _LEAST_ALIKE:
            return common
        common = best
