"""Sentences against the statements' scale: "$4.6 million" in words cannot be read in units where the table prints 4,617."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from converter.model import Fact, Finding, Reason, SentenceFigure, Unit
from converter.witness.testimony import PRIMARY, Testimony, value_of

_End = tuple[Unit, date]
_Shown = tuple[Fact, Decimal]
"""A fact of a statement and its value without sign."""
_LEAST = 2
_POWERS = (3, 6)
_CONTRADICTED = -1.5


def hear_sentences(sentences: Sequence[SentenceFigure], facts: Sequence[Fact], said: Testimony) -> None:
    """Two sentences at least whose figures are those of the statements but for a power of ten: the statements' scale is doubtful."""
    by_end: dict[_End, list[_Shown]] = {(figure.unit, figure.period.end): [] for figure in sentences if not figure.unit.denominator}
    for fact in facts if by_end else ():
        if fact.statement in PRIMARY and fact.value is not None and fact.unit is not None and (fact.unit, fact.period.end) in by_end:
            by_end[fact.unit, fact.period.end].append((fact, abs(value_of(fact))))
    counted = sum(1 for figure in sentences if by_end.get((figure.unit, figure.period.end)))
    for power in _POWERS:
        found = list(_pairs(sentences, by_end, power))
        if len(found) >= _LEAST and len(found) * 2 > counted:
            said.findings.append(_finding(found, power))
            for _, shown in found:
                said.say(shown, Reason("sentences give the same digits at another scale", _CONTRADICTED))
            return


def _pairs(
    sentences: Sequence[SentenceFigure], by_end: Mapping[_End, Sequence[_Shown]], power: int
) -> Iterator[tuple[SentenceFigure, Fact]]:
    for figure in sentences:
        shown = _shifted(figure, by_end.get((figure.unit, figure.period.end), ()), power)
        if shown is not None:
            yield figure, shown


def _shifted(figure: SentenceFigure, facts: Sequence[_Shown], power: int) -> Fact | None:
    """The fact that rounds to the sentence's figure when multiplied by the power of ten, where none does as it stands."""
    said = abs(figure.number.value.scaleb(figure.scale))
    half = Decimal(1).scaleb(-figure.decimals) / 2
    same = [shown for shown in facts if (shown[0].period.start is None) == (figure.period.start is None)]
    if not said or any(abs(size - said) <= half for _, size in same):
        return None
    return next((fact for fact, size in same if abs(size.scaleb(power) - said) <= half), None)


def _finding(found: Sequence[tuple[SentenceFigure, Fact]], power: int) -> Finding:
    figure, fact = found[0]
    return Finding(
        "witness.scale",
        "warning",
        f"{len(found)} figures of sentences are 10^{power} times those of the statements: {figure.measure} of "
        f"{figure.number.value.scaleb(figure.scale):f} where {fact.concept.partition(':')[2]} is {fact.value}",
        "The statements' scale was not found or is wrong; --scale sets it.",
        (figure.place, *fact.sources[:1]),
        tuple(dict.fromkeys(fact.id for _, fact in found)),
    )
