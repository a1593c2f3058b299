"""Sentences against the statements' scale: "$4.6 million" in words cannot be read in units where the table prints 4,617."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from converter.model import Fact, Finding, Reason, SentenceFigure
from converter.witness.testimony import PRIMARY, Testimony, value_of

_LEAST = 2
_POWERS = (3, 6)
_CONTRADICTED = -1.5


def hear_sentences(sentences: Sequence[SentenceFigure], facts: Sequence[Fact], said: Testimony) -> None:
    """Two sentences at least whose figures are those of the statements but for a power of ten: the statements' scale is doubtful."""
    by_end: dict[tuple[object, object], list[Fact]] = {}
    for fact in facts:
        if fact.statement in PRIMARY and fact.value is not None and fact.unit is not None and not fact.unit.denominator:
            by_end.setdefault((fact.unit, fact.period.end), []).append(fact)
    counted = sum(1 for figure in sentences if (figure.unit, figure.period.end) in by_end)
    for power in _POWERS:
        found = list(_pairs(sentences, by_end, power))
        if len(found) >= _LEAST and len(found) * 2 > counted:
            said.findings.append(_finding(found, power))
            for _, shown in found:
                said.say(shown, Reason("sentences give the same digits at another scale", _CONTRADICTED))
            return


def _pairs(
    sentences: Sequence[SentenceFigure], by_end: Mapping[tuple[object, object], Sequence[Fact]], power: int
) -> Iterator[tuple[SentenceFigure, Fact]]:
    for figure in sentences:
        shown = _shifted(figure, by_end.get((figure.unit, figure.period.end), ()), power)
        if shown is not None:
            yield figure, shown


def _shifted(figure: SentenceFigure, facts: Sequence[Fact], power: int) -> Fact | None:
    """The fact that rounds to the sentence's figure when multiplied by the power of ten, where none does as it stands."""
    said = abs(figure.number.value.scaleb(figure.scale))
    half = Decimal(1).scaleb(-figure.decimals) / 2
    same = [fact for fact in facts if (fact.period.start is None) == (figure.period.start is None)]
    if not said or any(abs(abs(value_of(fact)) - said) <= half for fact in same):
        return None
    return next((fact for fact in same if abs(abs(value_of(fact)).scaleb(power) - said) <= half), None)


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
