"""Rules about the value of a single fact."""

from __future__ import annotations

from collections.abc import Iterator

from converter.check.lexical import DECIMAL, collapsed, fits, obeys
from converter.check.registry import Found, rule
from converter.check.subject import Subject
from converter.model.concept import DECIMAL_TYPES, INTEGER_TYPES


@rule(
    "xbrl.value",
    "error",
    spec="XBRL 2.1, 5.1.1.3; xmlSchema:valueError, xbrlje:invalidFactValue",
    hint="Write numbers plainly (-1234.5: no separators, no exponent) and dates as 2001-12-31.",
)
def value_of_type(subject: Subject) -> Iterator[Found]:
    """A value that is none of the concept's type."""
    decimal = DECIMAL.fullmatch
    for concept, facts in subject.declared():
        type_ = concept.type
        plain = type_ in DECIMAL_TYPES and type_ not in INTEGER_TYPES and not concept.values and not concept.facets
        for fact in facts:
            value = fact.value
            if value is None or (plain and ((value.isdigit() and value.isascii()) or decimal(value))):
                continue
            wanted = "" if fits(type_, value) else f"no {type_}"
            if not wanted and concept.values and collapsed(type_, value) not in concept.values:
                wanted = f"none of {', '.join(sorted(concept.values)[:8])}"
            broken = next((facet for facet in concept.facets if not obeys(facet, type_, value)), None)
            if not wanted and broken is not None:
                wanted = f"not within {broken[0]} {broken[1]}"
            if wanted:
                yield Found(f"Fact {fact.id} of {concept.name} has the value {value[:60]!r}, which is {wanted}.", (fact.id,))


@rule(
    "calculation.excess-digits",
    "warning",
    spec="EFM 6.5.37; calc11e:excessDigits",
    hint="Round the value, or state more decimals.",
)
def excess_digits(subject: Subject) -> Iterator[Found]:
    """Digits that the stated decimals call insignificant.

    A value of 2345.67 with decimals 0 claims less than it says. Calculations 1.1 does not check sums of such facts."""
    if subject.excess:
        for fact in subject.report.facts:
            if fact.id in subject.excess:
                yield Found(f"Fact {fact.id} of {fact.concept} has the value {fact.value} with decimals {fact.decimals}.", (fact.id,))
