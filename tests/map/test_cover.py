"""Cover items, entities and the period that they hold for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from converter.map import MapOptions, map_stated
from converter.map.cover import report_period
from converter.map.entity import entity_of
from converter.model import CoverItem, Filing, Header, Period, Place, Report, Stated, Statement, Text
from converter.taxonomy import load_taxonomy

PLACE = Place(0, "cover", "x", 3, 0, 1)


def item(name: str, value: str, **more: object) -> CoverItem:
    return CoverItem(name, value, PLACE, **more)  # type: ignore[arg-type]


def report(filing: Filing, *cover: CoverItem, statements: tuple[Statement, ...] = (), cik: str | None = None) -> Report:
    return map_stated(Stated(statements, cover), filing, load_taxonomy(), MapOptions("sample", cik))[0]


def test_items_become_dei_facts(filing: Filing) -> None:
    found = report(filing, item("document_type", "10-K"), item("period_end", "1996-12-31"), item("registrant_name", "Sample Mills Co"))
    by = {fact.concept: fact for fact in found.facts}
    assert by["dei:EntityRegistrantName"].value == "Sample Mills Co"
    assert by["dei:EntityRegistrantName"].period == Period(date(1996, 1, 1), date(1996, 12, 31))
    assert by["dei:DocumentType"].statement == "cover"


def test_shares_outstanding_hold_at_their_own_day(filing: Filing) -> None:
    found = report(filing, item("period_end", "1996-12-31"), item("shares_outstanding", "1234567", as_of=date(1997, 3, 1)))
    (fact,) = [f for f in found.facts if f.concept == "dei:EntityCommonStockSharesOutstanding"]
    assert (fact.value, fact.decimals, fact.period) == ("1234567", 0, Period(None, date(1997, 3, 1)))


def test_a_rounded_public_float_says_so(filing: Filing) -> None:
    found = report(filing, item("period_end", "1996-12-31"), item("public_float", "212500000", as_of=date(1997, 3, 1), decimals=-5))
    assert [f.decimals for f in found.facts if f.concept == "dei:EntityPublicFloat"] == [-5]


def test_classes_of_stock_are_members(filing: Filing) -> None:
    found = report(
        filing,
        item("period_end", "1996-12-31"),
        item("shares_outstanding", "100", security="Class A common stock"),
        item("shares_outstanding", "200", security="Founders stock"),
    )
    members = {fact.dimensions[0][1]: fact.value for fact in found.facts if fact.dimensions}
    assert members == {"gaap:CommonClassAMember": "100", "x:FoundersStockMember": "200"}
    assert [each.concept.name for each in found.extensions] == ["x:FoundersStockMember"]


def test_without_a_cik_the_scheme_is_our_own(filing: Filing) -> None:
    bare = replace(filing, header=Header())
    found = report(bare, item("period_end", "1996-12-31"), item("file_number", "0-12345"), item("cik", "no number"))
    assert (found.entity.scheme, found.entity.identifier) == ("https://filing2xbrl.org/entity", "0-12345")
    assert [finding.code for finding in found.findings] == ["map.no-cik"]
    assert not any(fact.concept == "dei:EntityCentralIndexKey" for fact in found.facts)


def test_the_users_cik_wins(filing: Filing) -> None:
    assert report(filing, cik="42").entity.identifier == "0000000042"
    assert report(filing).entity.identifier == "0000123456"


def test_nothing_known_is_a_hash(filing: Filing) -> None:
    entity, findings = entity_of(replace(filing, header=Header()), (), 1, None)
    assert entity.identifier == f"{filing.input.sha256[:16]}-r2"
    assert findings


def test_no_day_no_cover_facts(filing: Filing) -> None:
    assert not report(replace(filing, header=Header()), item("registrant_name", "Sample Mills Co")).facts


def test_periods_of_cover_facts(filing: Filing, statement: Callable[..., Statement]) -> None:
    def period(form: str, *more: CoverItem, statements: tuple[Statement, ...] = ()) -> Period | None:
        return report_period((item("document_type", form), *more), statements, filing)

    end = item("period_end", "1997-06-30")
    assert period("8-K", end) == Period(date(1997, 6, 30), date(1997, 6, 30))
    assert period("10-Q", end, item("fiscal_year_end", "--09-30")) == Period(date(1996, 10, 1), date(1997, 6, 30))
    assert period("10-Q", end) == Period(date(1997, 4, 1), date(1997, 6, 30))
    assert period("10-Q", item("period_end", "1997-07-05")) == Period(date(1997, 4, 6), date(1997, 7, 5))
    assert period("10-K", item("period_end", "1996-02-29")) == Period(date(1995, 3, 1), date(1996, 2, 29))
    half = statement("income", "Net sales | 9,120", [Period(date(1997, 1, 1), date(1997, 6, 30))])
    assert period("10-Q", end, statements=(half,)) == Period(date(1997, 1, 1), date(1997, 6, 30))
    assert period("10-Q", item("period_end", "soon"), statements=(half,)) == Period(date(1997, 1, 1), date(1997, 6, 30))
    months = [Period(date(1996, 7, 1), date(1997, 6, 30)), Period(date(1997, 4, 1), date(1997, 6, 30))]
    rolling = statement("income", "Net sales | 9,120 | 2,110", months)
    assert period("10-Q", end, statements=(rolling,)) == months[1], "twelve months of a utility are not its year to date"
    filed = replace(filing, header=Header(filed=Text("19970701", PLACE)))
    day = Period(date(1997, 7, 1), date(1997, 7, 1))
    assert report_period((item("document_type", "10-K"),), (), filed) == day, "no year ends with the day of filing"
    month = (item("document_type", "6-K"), item("period_start", "2002-11-01"), item("period_end", "2002-11-30"))
    assert report_period(month, (), filing) == Period(date(2002, 11, 1), date(2002, 11, 30))
    assert report_period((), (), replace(filing, header=Header())) is None


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("10KSB", date(1996, 7, 1)),
        ("10KSB40", date(1996, 7, 1)),
        ("10KSB/A", date(1996, 7, 1)),
        ("10QSB", date(1996, 10, 1)),
        ("10QSB/A", date(1996, 10, 1)),
    ],
)
def test_forms_whose_names_edgar_writes_without_their_dash(filing: Filing, form: str, start: date) -> None:
    said = (item("document_type", form), item("period_end", "1997-06-30"), item("fiscal_year_end", "--09-30"))
    assert report_period(said, (), filing) == Period(start, date(1997, 6, 30))


def test_a_transition_period_begins_with_the_day_that_is_printed(filing: Filing) -> None:
    said = (item("document_type", "10-K"), item("period_end", "1997-12-31"), item("period_start", "1997-07-01"))
    assert report_period(said, (), filing) == Period(date(1997, 7, 1), date(1997, 12, 31))
    misread = replace(said[2], value="1977-07-01")
    assert report_period((*said[:2], misread), (), filing) == Period(date(1997, 1, 1), date(1997, 12, 31))


def test_further_registrants_have_their_own_report(filing: Filing, statement: Callable[..., Statement]) -> None:
    year = [Period(date(1996, 1, 1), date(1996, 12, 31))]
    both = (statement("income", "Net sales | 9,120", year), statement("income", "Net sales | 4,410", year, registrant=1))
    first, second = map_stated(Stated(both), filing, load_taxonomy(), MapOptions("sample"))
    assert (first.stem, second.stem) == ("sample", "sample.r2")
    assert second.facts[0].value == "4410000"


def test_each_of_several_exchanges_is_a_member(filing: Filing) -> None:
    titled = {"security": "Common Stock, $1 par value", "group": 1}
    found = report(
        filing,
        item("period_end", "1996-12-31"),
        item("security_title", "Common Stock, $1 par value", **titled),
        item("exchange", "NYSE", **titled),
        item("exchange", "Pacific Stock Exchange", **titled),
    )
    told = {fact.dimensions: fact.value for fact in found.facts if fact.concept == "dei:SecurityExchangeName"}
    axis = "dei:EntityListingsExchangeAxis"
    assert told == {((axis, "x:NyseMember"),): "NYSE", ((axis, "x:PacificStockExchangeMember"),): "Pacific Stock Exchange"}


def test_par_value_names_no_member_of_its_own(filing: Filing) -> None:
    def members(*titles: str) -> list[str]:
        said = [item("security_title", title, security=title, group=at) for at, title in enumerate(titles, 1)]
        found = report(filing, item("period_end", "1996-12-31"), *said)
        return [fact.dimensions[0][1] for fact in found.facts if fact.dimensions]

    assert members("Common Stock, $1.00 par value", "Class B Common Stock, without par value") == [
        "gaap:CommonStockMember",
        "gaap:CommonClassBMember",
    ]
    assert members("Common Stock ($.10 par value per share)", "8% Notes")[0] == "gaap:CommonStockMember"
    assert members("Common Stock, $1 par value", "Common Stock, no par value") == [
        "x:CommonStock1ParValueMember",
        "x:CommonStockNoParValueMember",
    ], "two classes are not one"
