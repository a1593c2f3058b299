"""Sums that a report's own columns prove: which lines add up to which, found by the numbers alone.

The facts of a report stand in the order of its statements, so the parts of a total are the lines above it that no other total has taken.
How each part counts, the balances say; where they do not, plain addition, or the first line less the others, is tried. A sum that holds
in one column is a chance hit at times; what it is worth grows with the digits that agree (`Footing.bits`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from converter.check.facts import Facts, number
from converter.model import Fact, Period, Unit
from converter.model.concept import DECIMAL_TYPES

_EARNED = ("NetIncomeLoss", "ProfitLoss")
_MOST_PARTS = 48
_MOST_COLUMNS = 8
_MOST_LINES = 2_000
_MOST_DIGITS = 18
_FEWEST_BITS = 6.0
Values = tuple["int | None", ...]


class Line(Struct, frozen=True):
    """A concept's numbers, one for each column, in units of the last digit that any of them claims."""

    concept: str
    facts: tuple[Fact | None, ...]
    values: Values
    steps: tuple[int, ...]
    """The rounding step of each number in these units."""
    balance: str


class Footing(Struct, frozen=True):
    """A total and its parts with their weights. ``holds`` are the columns in which they agree to the last digit, ``bits`` is how
    unlikely chance makes that: 2 to the power of -bits."""

    total: Line
    parts: tuple[tuple[Line, int], ...]
    holds: tuple[int, ...]
    bits: float

    def gap(self, column: int) -> int | None:
        """What the parts lack of the total in a column; None where there is nothing to compare."""
        stated = self.total.values[column]
        reported = [(line.values[column], weight) for line, weight in self.parts]
        if stated is None or not any(value for value, _ in reported):
            return None
        return stated - sum(weight * value for value, weight in reported if value)

    def slack(self, column: int) -> int:
        """The gap that rounding may leave in a column."""
        return (self.total.steps[column] + sum(line.steps[column] for line, _ in self.parts if line.values[column])) // 2

    def step(self, column: int) -> int:
        """The coarsest rounding step in a column."""
        return max(self.total.steps[column], *(line.steps[column] for line, _ in self.parts if line.values[column]), 1)


class Sheet(Struct, frozen=True):
    """The lines of one unit that have columns in common, and the sums found among them."""

    lines: tuple[Line, ...]
    footings: tuple[Footing, ...]
    decimals: int
    """Of the units that values and gaps are told in."""


def sheets(subject: Facts) -> Iterator[Sheet]:
    """The report's money, balances and flows apart."""
    facts: dict[tuple[Unit, bool], list[Fact]] = {}
    concepts = subject.report.concepts
    for fact in subject.report.facts:
        if fact.unit is None or fact.value is None or fact.dimensions or fact.entity is not None or fact.unit.denominator:
            continue
        concept = concepts.get(fact.concept)
        if concept is not None and concept.type in DECIMAL_TYPES and fact.unit.numerator.startswith("iso4217:"):
            facts.setdefault((fact.unit, fact.period.start is None), []).append(fact)
    for of_kind in facts.values():
        decimals = max((fact.decimals for fact in of_kind if fact.decimals is not None), default=0)
        lines = _lines(subject, of_kind, decimals)
        if 2 < len(lines) <= _MOST_LINES and len(lines[0].facts) > 1:
            yield Sheet(lines, tuple(_footings(lines)), decimals)


def _lines(subject: Facts, facts: list[Fact], most: int) -> tuple[Line, ...]:
    columns = _columns(facts)
    cells: dict[str, dict[Period, Fact]] = {}
    for fact in facts:
        if fact.period in columns and fact.id not in subject.excess:
            cells.setdefault(fact.concept, {}).setdefault(fact.period, fact)
    concepts = subject.report.concepts
    return tuple(
        Line(
            name,
            tuple(of.get(period) for period in columns),
            tuple(_units(of.get(period), most) for period in columns),
            tuple(_step(of.get(period), most) for period in columns),
            concepts[name].balance,
        )
        for name, of in cells.items()
    )


def _columns(facts: Iterable[Fact]) -> dict[Period, int]:
    """The periods with the most facts, in the report's order."""
    counts: dict[Period, int] = {}
    for fact in facts:
        counts[fact.period] = counts.get(fact.period, 0) + 1
    kept = sorted((period for period in counts if counts[period] > 2), key=lambda period: -counts[period])[:_MOST_COLUMNS]
    return {period: counts[period] for period in counts if period in set(kept)}


def _units(fact: Fact | None, decimals: int) -> int | None:
    value = None if fact is None else number(fact.value or "")
    if value is None or value.adjusted() + decimals > _MOST_DIGITS:
        return None
    scaled = value.scaleb(decimals)
    return int(scaled) if scaled == scaled.to_integral_value() else None


def _step(fact: Fact | None, decimals: int) -> int:
    return 0 if fact is None or fact.decimals is None else int(10 ** min(_MOST_DIGITS, decimals - fact.decimals))


def _footings(lines: Sequence[Line]) -> Iterator[Footing]:
    """Sums from top to bottom; each line is a part of one sum at most."""
    waiting: list[int] = []
    earned = [line for line in lines if line.concept.partition(":")[2] in _EARNED]
    for index, line in enumerate(lines):
        if any(line.values):
            above = [lines[at] for at in waiting[: -_MOST_PARTS - 1 : -1]]
            found = _best(line, above, earned)
            if found is not None:
                yield found
                taken = {part.concept for part, _ in found.parts}
                waiting = [at for at in waiting if lines[at].concept not in taken]
        waiting.append(index)


def _best(total: Line, above: Sequence[Line], earned: Sequence[Line]) -> Footing | None:
    """The sum of lines above that agrees with a total in most digits of all columns."""
    best: Footing | None = None
    columns = [column for column, value in enumerate(total.values) if value]
    for weigh in (_plain, _flow, _return, _rest):
        extras = [line for line in earned if line is not total and line not in above] if weigh is _flow else []
        for extra in (None, *extras):
            running = [0] * len(total.values) if extra is None else [value or 0 for value in extra.values]
            for count, part in enumerate(above, 1):
                weight = weigh(part)
                for column in columns:
                    running[column] += weight * (part.values[column] or 0)
                if count + (extra is not None) < 2:
                    continue
                sums = running if weigh is not _rest else [value + 2 * (part.values[at] or 0) for at, value in enumerate(running)]
                if not _agrees(total, sums, columns, count):
                    continue
                holds, turn, bits = _agreeing(total, sums, columns, count)
                if bits > (_FEWEST_BITS if best is None else best.bits):
                    parts = [(line, turn * weigh(line)) for line in above[: count - 1]]
                    parts.append((part, turn * (1 if weigh is _rest else weight)))
                    best = Footing(total, tuple(parts if extra is None else [*parts, (extra, turn)]), holds, bits)
    return best


def _agrees(total: Line, sums: list[int], columns: list[int], count: int) -> bool:
    """Whether a sum is the total, or its opposite, in any column at all: nine of ten are not."""
    values, steps = total.values, total.steps
    return any(abs(abs(sums[column]) - abs(values[column] or 0)) <= (count + 1) * (steps[column] or 1) // 2 for column in columns)


def _agreeing(total: Line, sums: list[int], columns: list[int], count: int) -> tuple[tuple[int, ...], int, float]:
    """The columns in which a sum is the total, or its opposite, within rounding; and what the digits that agree are worth, less what
    the choice among so many sums costs."""
    found: tuple[tuple[int, ...], int, float] = (), 1, 0.0
    for turn in (1, -1):
        holds, bits = [], -1.0 - count.bit_length()
        for column in columns:
            value, step = total.values[column] or 0, total.steps[column] or 1
            off = abs(turn * sums[column] - value)
            if off <= (count + 1) * step // 2:
                holds.append(column)
                bits += 0.9 * (abs(value) // step).bit_length() - (count.bit_length() if off else 0)
        if bits > found[2]:
            found = tuple(holds), turn, bits
    return found


def _plain(line: Line) -> int:
    return 1


def _flow(line: Line) -> int:
    """As a cash flow counts: receipts and added-back costs up, payments down, but earnings up."""
    return -1 if line.balance == "credit" and line.concept.partition(":")[2] not in _EARNED else 1


def _return(line: Line) -> int:
    """As an income statement and the right side of a balance sheet count."""
    return -1 if line.balance == "debit" else 1


def _rest(line: Line) -> int:
    return -1
