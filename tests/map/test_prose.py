"""Figures of sentences join the statements' facts, contradict them, or are facts of their own."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from converter.map.facts.drafts import Draft
from converter.map.facts.extensions import Extensions
from converter.map.merge import merge
from converter.map.prose import prose_drafts
from converter.model import SHARES, USD, Number, Period, Place, Reason, SentenceFigure, Unit, per_share
from converter.taxonomy import load_taxonomy

QUARTER = Period(date(1999, 1, 1), date(1999, 3, 31))
END = Period(None, date(1999, 3, 31))
EPS = per_share(USD)


def said(measure: str, value: str, scale: int = 6, unit: Unit = USD, period: Period = QUARTER, *qualifiers: str) -> SentenceFigure:
    number = Decimal(value)
    places = max(0, -int(number.as_tuple().exponent))
    place = Place(1, "sentence", value, 7, 3, 3 + len(value))
    return SentenceFigure(measure, Number(value, number, places), scale, unit, period, place, False, places - scale, qualifiers)


def stated(concept: str, value: str, unit: Unit = USD, period: Period = QUARTER, label: str = "row") -> Draft:
    decimals = 2 if unit.denominator else -3
    place = Place(0, "cell", value, 1, 0, len(value))
    return Draft(concept, period, unit, Decimal(value), decimals, "income", place, label, (Reason("label", 2.0),))


def drafts_of(figure: SentenceFigure, *statements: Draft) -> list[Draft]:
    return prose_drafts([figure], statements, load_taxonomy(), Extensions())


def test_joins_the_statements_fact() -> None:
    row = stated("gaap:NetIncomeLoss", "-4617000")
    (draft,) = drafts_of(said("net loss", "4.6"), row)
    merged = merge([row, draft])
    (fact,) = merged.facts
    assert (fact.value, fact.decimals, fact.statement) == ("-4617000", -3, "income")
    assert [place.kind for place in fact.sources] == ["cell", "sentence"]
    assert not merged.findings


def test_starts_some_days_apart_are_one_period() -> None:
    row = stated("gaap:NetIncomeLoss", "-4617000", period=Period(date(1998, 12, 27), date(1999, 3, 31)))
    (draft,) = drafts_of(said("net loss", "4.6"), row)
    assert draft.period == row.period


def test_basic_and_diluted_are_two_facts() -> None:
    figure = said("net loss per share", "0.11", 0, EPS, QUARTER, "basic", "diluted")
    found = drafts_of(figure)
    assert {(draft.concept, draft.value) for draft in found} == {
        ("gaap:EarningsPerShareBasic", Decimal("-0.11")),
        ("gaap:EarningsPerShareDiluted", Decimal("-0.11")),
    }


def test_a_share_of_no_kind_joins_what_has_the_number_else_is_its_own() -> None:
    figure = said("net income per share", "0.24", 0, EPS)
    rows = (stated("gaap:EarningsPerShareBasic", "0.24", EPS), stated("gaap:EarningsPerShareDiluted", "0.24", EPS))
    assert [draft.concept for draft in drafts_of(figure, *rows)] == ["gaap:EarningsPerShareBasic", "gaap:EarningsPerShareDiluted"]
    assert [draft.concept for draft in drafts_of(figure)] == ["x:NetIncomePerShare"]


def test_contradiction_is_a_finding_and_no_fact() -> None:
    row = stated("gaap:NetIncomeLoss", "5100000")
    merged = merge([row, *drafts_of(said("net income", "4.6"), row)])
    assert [fact.value for fact in merged.facts] == ["5100000"]
    assert "4,600,000 in prose ('net income')" in merged.findings[0].message
    assert "5,100,000 in income" in merged.findings[0].message
    assert [left.code for left in merged.unmapped] == ["contradicted"]


def test_of_another_size_it_speaks_of_something_else() -> None:
    assert drafts_of(said("revenues", "4.6"), stated("gaap:Revenues", "91000000")) == []


def test_doubtful_joins_or_gives_nothing() -> None:
    figure = said("net income", "4.6", 6, USD, QUARTER, "doubtful")
    assert drafts_of(figure) == []
    assert drafts_of(figure, stated("gaap:NetIncomeLoss", "5100000")) == []
    assert len(drafts_of(figure, stated("gaap:NetIncomeLoss", "4617000"))) == 1


def test_many_digits_are_known_again_under_any_concept() -> None:
    figure = said("revenues", "19028000", 0)
    (draft,) = drafts_of(figure, stated("x:FinanceIncome", "19028000"))
    assert draft.concept == "x:FinanceIncome"


def test_a_row_with_the_measures_words_is_meant() -> None:
    row = stated("x:CashAndMarketableSecurities", "109801000", period=END, label="Cash and marketable securities")
    (draft,) = drafts_of(said("cash and marketable securities", "109.8", 6, USD, END), row)
    assert draft.concept == row.concept


def test_facts_of_their_own() -> None:
    (tax,) = drafts_of(said("income tax benefit", "0.3"))
    assert (tax.concept, tax.value, tax.statement) == ("gaap:IncomeTaxExpenseBenefit", Decimal("-300000"), "prose")
    (own,) = drafts_of(said("plant closing costs", "2.4", 6, USD, QUARTER, "other"))
    assert own.concept == "x:PlantClosingCosts"
    (bought,) = drafts_of(said("shares repurchased", "2.5", 6, SHARES))
    assert bought.concept == "gaap:StockRepurchasedDuringPeriodShares"
    (so_far,) = drafts_of(said("shares repurchased", "2.5", 6, SHARES, END))
    assert so_far.concept == "x:SharesRepurchased", "no standard concept for an instant"


def test_two_possible_opponents_are_no_contradiction() -> None:
    rows = (stated("gaap:Revenues", "5100000"), stated("gaap:SalesRevenueNet", "5000000"))
    assert drafts_of(said("revenues", "4.6"), *rows) == []


def test_of_several_classes_the_dimension_stays() -> None:
    from msgspec.structs import replace

    row = replace(
        stated("gaap:EarningsPerShareBasic", "0.24", EPS), dimensions=(("gaap:StatementClassOfStockAxis", "gaap:CommonClassAMember"),)
    )
    (draft,) = drafts_of(said("net income per share", "0.24", 0, EPS, QUARTER, "basic"), row)
    assert draft.dimensions == row.dimensions


def test_what_a_measure_means_here_is_learned() -> None:
    row = stated("x:FinanceIncome", "19028000")
    found = prose_drafts([said("revenues", "19028000", 0), said("revenues", "19")], [row], load_taxonomy(), Extensions())
    assert {draft.concept for draft in found} == {"x:FinanceIncome"}


def test_basic_and_diluted_join_a_row_each() -> None:
    rows = (stated("gaap:EarningsPerShareBasic", "-0.11", EPS), stated("gaap:EarningsPerShareDiluted", "-0.11", EPS))
    found = drafts_of(said("net loss per share", "0.11", 0, EPS, QUARTER, "basic", "diluted"), *rows)
    assert [draft.concept for draft in found] == ["gaap:EarningsPerShareBasic", "gaap:EarningsPerShareDiluted"]


def test_a_loss_is_the_same_for_each_share() -> None:
    (draft,) = drafts_of(said("net loss per share", "0.11", 0, EPS))
    assert (draft.concept, draft.value) == ("gaap:EarningsPerShareBasicAndDiluted", Decimal("-0.11"))


def test_a_row_that_the_sentence_says_is_the_one_meant() -> None:
    """Whatever concept the row was given, and whatever the sentence calls it."""
    row = stated("gaap:PolicyholderBenefitsAndClaimsIncurredNet", "4187000", label="Losses and settlement expenses")
    other = stated("gaap:OperatingExpenses", "4187000", label="Total expenses")
    figure = said("losses", "4.187", 6, USD, QUARTER, "doubtful")
    assert drafts_of(figure, other, row) == []
    (draft,) = drafts_of(replace(figure, rows=("Losses and settlement expenses",)), other, row)
    assert (draft.concept, draft.value) == (row.concept, Decimal("4187000"))
