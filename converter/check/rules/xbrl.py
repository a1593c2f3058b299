"""Rules of XBRL 2.1 and OIM 1.0 about a fact and its concept. What the syntax alone can get wrong is found while loading."""

from __future__ import annotations

from collections.abc import Iterator

from converter.check.facts import when
from converter.check.registry import Found, rule
from converter.check.subject import Subject
from converter.grammar.currencies import currency_codes
from converter.model import FOREVER, Unit
from converter.model.concept import TEXT_TYPES
from converter.patterns import regex
from converter.wording import counted

_CURRENCY = regex(r"\biso4217:([^\s*/()]*)")


@rule(
    "xbrl.abstract",
    "error",
    spec="XBRL 2.1, 4.6; oime:valueForAbstractConcept",
    hint="Headings, axes and tables bear no values; report the line item.",
)
def abstract_concept(subject: Subject) -> Iterator[Found]:
    """A fact of an abstract concept.

    Abstract concepts order a taxonomy; they never bear a value."""
    for concept, facts in subject.declared():
        if concept.abstract:
            for fact in facts:
                yield Found(f"Fact {fact.id} gives a value to {concept.name}, which is abstract.", (fact.id,))


@rule(
    "xbrl.period-type",
    "error",
    spec="XBRL 2.1, 4.7.2; oime:invalidPeriodDimension, oime:missingPeriodDimension, xbrl.4.7.2:contextPeriodType",
    hint="Balances stand at an instant, flows over a duration: correct the period, or use the other concept.",
)
def period_type(subject: Subject) -> Iterator[Found]:
    """A period of the other kind than the concept's.

    A concept is declared for instants or for durations, and its facts must have such a period."""
    for concept, facts in subject.declared():
        instant = concept.period_type == "instant"
        for fact in facts:
            if (fact.period.start is None) != instant:
                period = "no period" if fact.period == FOREVER else f"the period {when(fact.period)}"
                yield Found(
                    f"Fact {fact.id} of {concept.name}, which asks for a period of type {concept.period_type}, has {period}.", (fact.id,)
                )


@rule(
    "xbrl.unit-missing",
    "error",
    spec="XBRL 2.1, 4.6.2; xbrl.4.6.2:numericUnit",
    hint="Name the unit; pure numbers have xbrli:pure in XML and none in JSON.",
)
def unit_missing(subject: Subject) -> Iterator[Found]:
    """A number without a unit."""
    for concept, facts in subject.declared():
        if concept.is_numeric:
            for fact in facts:
                if fact.unit is None:
                    yield Found(f"Fact {fact.id} of {concept.name} is a number without a unit.", (fact.id,))


@rule(
    "xbrl.unit-misplaced",
    "error",
    spec="OIM 1.0, 3.4; oime:misplacedUnitDimension, xbrl.4.6.2:numericUnit",
    hint="Remove the unit.",
)
def unit_misplaced(subject: Subject) -> Iterator[Found]:
    """A unit on what is no number."""
    for concept, facts in subject.declared():
        if not concept.is_numeric:
            for fact in facts:
                if fact.unit is not None:
                    yield Found(f"Fact {fact.id} of {concept.name} is no number and has the unit {fact.unit.oim() or 'pure'}.", (fact.id,))


def _is_currency(unit: Unit) -> bool:
    code = unit.numerator.removeprefix("iso4217:")
    return not unit.denominator and unit.numerator.startswith("iso4217:") and len(code) == 3 and code.isascii() and code.isupper()


def _is_per_share(unit: Unit) -> bool:
    return _is_currency(Unit(unit.numerator)) and unit.denominator == "xbrli:shares"


_KINDS = {
    "monetary": (_is_currency, "one currency such as iso4217:USD"),
    "shares": (lambda unit: unit == Unit("xbrli:shares"), "xbrli:shares"),
}


@rule(
    "xbrl.unit-kind",
    "error",
    spec="XBRL 2.1, 4.8.2; xbrl.4.8.2:monetaryFactUnit-notMonetaryMeasure, xbrl.4.8.2:sharesFactUnit-notSharesMeasure",
    hint="Give money a currency and shares xbrli:shares, or use a concept of another type.",
)
def unit_kind(subject: Subject) -> Iterator[Found]:
    """A unit that the type of the concept forbids.

    Monetary items have exactly one ISO 4217 measure, shares exactly `xbrli:shares`."""
    for concept, facts in subject.declared():
        if concept.type not in _KINDS:
            continue
        fits, wanted = _KINDS[concept.type]
        verdicts: dict[int, bool] = {}
        for fact in facts:
            if fact.unit is None:
                continue
            if id(fact.unit) not in verdicts:
                verdicts[id(fact.unit)] = fits(fact.unit)
            if not verdicts[id(fact.unit)]:
                has = fact.unit.oim() or "no unit (pure)"
                yield Found(f"Fact {fact.id} of {concept.name} ({concept.type}) has {has}; it must have {wanted}.", (fact.id,))


@rule(
    "xbrl.currency-code",
    "warning",
    spec="XBRL 2.1, 4.8.2; utre:error-NumericFactUtrInvalid",
    hint="Write the three letters of ISO 4217, such as USD; currencies that are gone (DEM, FRF, XEU) keep theirs.",
)
def currency_code(subject: Subject) -> Iterator[Found]:
    """A currency that ISO 4217 does not have and never had."""
    of_code: dict[str, list[str]] = {}
    for fact in subject.report.facts:
        if fact.unit is not None and "iso4217:" in fact.unit.oim():
            for code in _CURRENCY.findall(fact.unit.oim()):
                if code not in currency_codes():
                    of_code.setdefault(code, []).append(fact.id)
    for code, facts in of_code.items():
        yield Found(f"The currency {code} of {counted(len(facts), 'fact')} is none of ISO 4217.", tuple(facts))


@rule(
    "xbrl.unit-per-share",
    "warning",
    spec="XBRL Unit Type Registry; utre:error-NumericFactUtrInvalid",
    hint="Amounts per share have a unit such as iso4217:USD/xbrli:shares; percentages and ratios have none.",
)
def unit_of_registry(subject: Subject) -> Iterator[Found]:
    """A unit that the unit type registry does not have for the type.

    Per share items have a currency per share, percent and pure items are pure."""
    for concept, facts in subject.declared():
        if concept.type not in ("perShare", "percent", "pure"):
            continue
        for fact in facts:
            if fact.unit is not None and not (_is_per_share(fact.unit) if concept.type == "perShare" else not fact.unit.oim()):
                has = fact.unit.oim() or "no unit"
                yield Found(f"Fact {fact.id} of {concept.name} ({concept.type}) has {has}.", (fact.id,))


@rule(
    "xbrl.nil",
    "error",
    spec="XBRL 2.1, 4.6; oime:invalidFactValue, xmlSchema:nilNonNillableElement",
    hint="Give a value, or leave the fact out.",
)
def not_nillable(subject: Subject) -> Iterator[Found]:
    """A nil fact of a concept that must have a value."""
    for concept, facts in subject.declared():
        if not concept.nillable:
            for fact in facts:
                if fact.value is None:
                    yield Found(f"Fact {fact.id} is nil, but {concept.name} is not nillable.", (fact.id,))


@rule(
    "xbrl.decimals-misplaced",
    "error",
    spec="XBRL 2.1, 4.6.3; oime:misplacedDecimalsProperty, xbrl.4.6.3:extraneousPrecisionDecimals",
    hint="Remove decimals.",
)
def decimals_misplaced(subject: Subject) -> Iterator[Found]:
    """Decimals on what is no number, or on a nil fact."""
    for concept, facts in subject.declared():
        numeric = concept.is_numeric
        for fact in facts:
            if fact.decimals is not None and (not numeric or fact.value is None):
                what = "is nil" if numeric else "is no number"
                yield Found(f"Fact {fact.id} of {concept.name} {what} and has decimals {fact.decimals}.", (fact.id,))


@rule("xbrl.language-misplaced", "error", spec="OIM 1.0, 3.4; oime:misplacedLanguageDimension", hint="Remove the language.")
def language_misplaced(subject: Subject) -> Iterator[Found]:
    """A language on what is no text."""
    for concept, facts in subject.declared():
        if concept.type not in TEXT_TYPES:
            for fact in facts:
                if fact.language:
                    yield Found(f"Fact {fact.id} of {concept.name} ({concept.type}) has the language {fact.language}.", (fact.id,))


@rule(
    "xbrl.member",
    "warning",
    spec="XBRL Dimensions 1.0, 2.5.3",
    hint="Declare the member, or correct its name.",
)
def member(subject: Subject) -> Iterator[Found]:
    """A dimension's member that is a number or a dimension itself.

    Members are declared for being members; an amount cannot qualify another one."""
    concepts = subject.report.concepts
    for fact in subject.report.facts:
        for axis, name in fact.dimensions:
            concept = concepts.get(name)
            if concept is not None and (concept.is_numeric or concept.type in ("axis", "typedAxis", "table")):
                yield Found(f"Fact {fact.id} has {name} ({concept.type}) as its member of {axis}.", (fact.id,))
