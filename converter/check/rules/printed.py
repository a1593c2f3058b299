"""A fact beside the characters that it was read from, where the report quotes them (``f2x:source``): no filing is needed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from converter.check.facts import number, told, when
from converter.check.registry import HELD, Found, Outcome, rule
from converter.check.subject import Subject
from converter.model import Fact, Number

_KINDS = frozenset(["cell", "schedule"])


@rule(
    "accounting.as-printed",
    "warning",
    spec="in the spirit of DQC_0001 (scale); EFM 6.5.37",
    hint="The report quotes the place: a digit, the scale or the decimals of the fact were changed after the conversion, or misread by it.",
    compares=True,
)
def as_printed(subject: Subject) -> Iterator[Outcome]:
    """A number whose digits or scale are not those of the figure that its source quotes.

    Decimals follow the digits printed, so a figure with so many places and a fact with so many decimals leave one scale. The sign may
    differ: it is the concept's. Compared are the figures of cells and schedules; one of several sources that fits is enough."""
    for fact in subject.report.facts:
        value = None if fact.unit is None or fact.value is None or fact.decimals is None or not fact.sources else number(fact.value)
        if value is None:
            continue
        figures = _figures(fact)
        if not figures:
            continue
        if any(_is_scaled(figure, value, fact.decimals or 0) for figure in figures):
            yield HELD
        else:
            yield Found(f"{fact.concept} for {when(fact.period)} is {told(fact)}, its source prints {figures[0].printed!r}.", (fact.id,))


def _figures(fact: Fact) -> list[Number]:
    """The figures that a fact's sources quote."""
    from converter.grammar.numbers import parse_figure

    parsed = [parse_figure(place.text) for place in fact.sources if place.kind in _KINDS]
    return [figure for figure in parsed if figure is not None]


def _is_scaled(figure: Number, value: Decimal, decimals: int) -> bool:
    return figure.value.copy_abs().scaleb(figure.places - decimals) == value.copy_abs()


@rule(
    "accounting.sign-in-row",
    "warning",
    spec="DQC_0015",
    hint="Compare the signs of the row with the source: all its columns turn the printed sign the same way.",
    compares=True,
)
def sign_in_row(subject: Subject) -> Iterator[Outcome]:
    """A number that turns the sign of its figure another way than the rest of its row.

    A cost in parentheses is positive under one concept and negative under another, but alike in all columns of one statement."""
    for facts in subject.by_concept.values():
        turned: dict[object, dict[bool, list[Fact]]] = {}
        for fact in facts if len(facts) > 1 else ():
            same = _keeps_sign(fact)
            if same is not None:
                turned.setdefault((fact.statement, fact.dimensions), {}).setdefault(same, []).append(fact)
        for ways in turned.values():
            if sum(map(len, ways.values())) > 1:
                yield _judged(ways)


def _judged(ways: dict[bool, list[Fact]]) -> Outcome:
    if len(ways) == 1:
        return HELD
    fewer, more = sorted(ways.values(), key=len)
    one, other = fewer[0], more[0]
    quoted = f"{one.sources[0].text.strip()!r}, for {when(other.period)} {told(other)} of {other.sources[0].text.strip()!r}"
    return Found(f"{one.concept} for {when(one.period)} is {told(one)} of {quoted}.", (one.id, other.id))


def _keeps_sign(fact: Fact) -> bool | None:
    """Whether a fact has the sign of its figure; None where there is nothing to compare."""
    value = None if fact.value is None or fact.unit is None or not fact.sources else number(fact.value)
    if not value or fact.sources[0].kind not in _KINDS:
        return None
    from converter.grammar.numbers import parse_figure

    figure = parse_figure(fact.sources[0].text)
    return (figure.value > 0) == (value > 0) if figure is not None and figure.value else None
