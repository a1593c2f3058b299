"""The source layer: does the filing say at a fact's places what the fact says?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from converter.check.facts import number
from converter.model import Fact, Finding, Place, Report
from converter.patterns import regex

TextAt = Callable[[Place], str | None]
"""Gives the characters of the filing at a place; None where there is no such place."""

PLACE_CODE, VALUE_CODE, OTHER_CODE, MISSING_CODE = "source.place", "source.value", "source.other", "source.missing"
PLACE_TITLE = "A place at which the filing has other characters than the report says"
VALUE_TITLE = "A number that is not the one printed at its place"
OTHER_TITLE = "A filing of other bytes than the one that was converted"
MISSING_TITLE = "A filing that is not there to be compared with"
PLACE_HINT = "Is this the filing that the report was made of? Compare f2x:input with it."
VALUE_HINT = "Compare the digits; scale and sign are allowed to differ."
OTHER_HINT = "Give the file that was converted, or convert this one again."
MISSING_HINT = "Name the file, or the folder that holds it, with --source."
CODES = (
    (PLACE_CODE, PLACE_TITLE, PLACE_HINT),
    (VALUE_CODE, VALUE_TITLE, VALUE_HINT),
    (OTHER_CODE, OTHER_TITLE, OTHER_HINT),
    (MISSING_CODE, MISSING_TITLE, MISSING_HINT),
)
_ESCAPE = regex(r"\\(?=[!-/:-@\[-`{-~])")
_SHOWN = 60
"""Characters that a message shows of a long text."""
_SCALES = tuple(Decimal(1).scaleb(power) for power in range(-4, 13))


def check_source(report: Report, text_at: TextAt, sha256: str = "") -> tuple[Finding, ...]:
    """Reads every place of every fact back from the filing. The characters must be those that the report quotes, and the first
    figure of a cell must have the fact's digits: times a power of ten, with either sign. ``sha256`` is the filing's; "" compares none."""
    findings = tuple(finding for fact in report.facts for finding in _judged(fact, text_at))
    if sha256 and report.input and report.input.sha256 != sha256:
        message = f"The report was made of {report.input.name} with the hash {report.input.sha256}; this filing's is {sha256}."
        return (Finding(OTHER_CODE, "warning", message, OTHER_HINT), *findings)
    return findings


def no_source(name: str) -> Finding:
    """Says that the filing ``name`` is not there."""
    return Finding(MISSING_CODE, "warning", f"The filing {name or 'that the report was made of'} is not there: not compared.", MISSING_HINT)


def _judged(fact: Fact, text_at: TextAt) -> Iterator[Finding]:
    for place in fact.sources:
        found = text_at(place)
        said, quoted = _plain(found or ""), _plain(place.text)
        if found is None or said != quoted:
            begin = _near_difference(said, quoted) if found else 0
            says = repr(said[begin : begin + _SHOWN]) if found else "nothing"
            message = f"Fact {fact.id} quotes {quoted[begin : begin + _SHOWN]!r} from {_where(place)}; there the filing has {says}."
            yield Finding(PLACE_CODE, "warning", message, PLACE_HINT, (place,), (fact.id,))
        elif place.kind in ("cell", "schedule") and not _says(place.text, fact):
            message = f"Fact {fact.id} of {fact.concept} is {fact.value}; {_where(place)} the filing prints {place.text[:60]!r}."
            yield Finding(VALUE_CODE, "warning", message, VALUE_HINT, (place,), (fact.id,))


def _plain(text: str) -> str:
    """Without marks that only escape (``\\$`` of markdown, which a reader sees as ``$``), white space squeezed."""
    return " ".join(_ESCAPE.sub(" ", text).split())


def _near_difference(one: str, other: str) -> int:
    """Where to begin, so that the first difference is seen with some words before it."""
    apart = next((at for at, (mine, theirs) in enumerate(zip(one, other, strict=False)) if mine != theirs), min(len(one), len(other)))
    return max(0, apart - _SHOWN // 2) if apart >= _SHOWN else 0


def _where(place: Place) -> str:
    if place.line is not None:
        return f"line {place.line}"
    return f"element {place.path}" if place.path else f"document {place.document}"


def _says(text: str, fact: Fact) -> bool:
    """Whether a printed figure can be a fact's value; True where either is no number."""
    from converter.grammar.numbers import parse_figure

    printed = parse_figure(text)
    value = None if fact.value is None else number(fact.value)
    if fact.unit is None or printed is None or value is None:
        return True
    return any(abs(printed.value) * scale == abs(value) for scale in _SCALES)
