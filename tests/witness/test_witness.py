"""Witnesses: agreement raises confidence, disagreement is a finding with both numbers, no value changes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from converter.model import (
    USD,
    Column,
    Entity,
    Evidence,
    Fact,
    Figure,
    Number,
    Period,
    Place,
    Reason,
    Report,
    Schedule,
    ScheduleItem,
    SentenceFigure,
    Stated,
    Statement,
    StatementRow,
    Text,
)
from converter.model.fact import FactStatement
from converter.model.stated import StatementKind
from converter.witness import witness

END = Period(None, date(1996, 9, 30))
SPAN = Period(date(1996, 1, 1), date(1996, 9, 30))


def place(text: str, line: int) -> Place:
    return Place(0, "cell", text, line, 0, len(text))


def fact(concept: str, value: str, period: Period = END, statement: FactStatement = "balance_sheet", decimals: int = -3) -> Fact:
    evidence = Evidence(0.73, (Reason("label", 1.0),))
    return Fact(f"f-{concept.replace(':', '.')}", concept, period, value, USD, decimals, (), statement, (place(value, 1),), evidence)


def scheduled(tag: str, value: str, period: Period = END, scale: int = 3) -> tuple[ScheduleItem, Fact]:
    where = Place(1, "schedule", value, 40, 10, 20)
    item = ScheduleItem(tag, Number(value, Decimal(value)), scale, USD, period, where)
    full = f"{Decimal(value).scaleb(scale):f}"
    return item, replace(fact(f"ex27:{tag}", full, period, "schedule", -scale), sources=(where,))


def statement(kind: StatementKind, scale: int, *printed: int, registrant: int = 0) -> Statement:
    figures = [Figure(Number(str(v), Decimal(v)), place(f"{kind}{v}", 9), 0, END, USD, scale) for v in printed]
    rows = tuple(StatementRow("row", (figure,)) for figure in figures)
    return Statement(kind, Text("", place("", 1)), 0, (Column("", END),), rows, registrant)


def heard(facts: list[Fact], *statements: Statement, items: tuple[ScheduleItem, ...] = ()) -> Report:
    schedules = (Schedule(1, "5", items),) if items else ()
    report = Report("stem", Entity("scheme", "1"), tuple(facts), {})
    return witness(report, Stated(statements or (statement("balance_sheet", 3),), schedules=schedules))


def confidence(report: Report, concept: str) -> float:
    (found,) = (each for each in report.facts if each.concept == concept)
    assert found.evidence is not None
    return found.evidence.confidence


def test_schedule_agrees() -> None:
    item, mine = scheduled("TOTAL-ASSETS", "39884")
    report = heard([fact("gaap:Assets", "39884000"), mine], items=(item,))
    assert confidence(report, "gaap:Assets") > 0.9
    assert confidence(report, "ex27:TOTAL-ASSETS") > 0.9
    assert report.findings == ()
    assert [each.value for each in report.facts] == ["39884000", "39884000"]


def test_schedule_agrees_within_rounding_and_with_a_near_concept() -> None:
    item, mine = scheduled("TOTAL-REVENUES", "3265", SPAN, 6)
    exact = fact("gaap:SalesRevenueNet", "3264900000", SPAN, "income", -5)
    report = heard([exact, mine], items=(item,))
    assert confidence(report, "gaap:SalesRevenueNet") > 0.9


def test_the_one_amount_per_share_is_the_diluted_one_too() -> None:
    item, mine = scheduled("EPS-DILUTED", "0.43", SPAN, 0)
    report = heard([fact("gaap:EarningsPerShareBasic", "0.43", SPAN, "income", 2), mine], items=(item,))
    assert confidence(report, "ex27:EPS-DILUTED") > 0.9


def test_gross_less_allowances_agrees_with_net() -> None:
    gross, mine = scheduled("RECEIVABLES", "6310")
    allowances, theirs = scheduled("ALLOWANCES", "215")
    theirs = replace(theirs, sources=(replace(theirs.sources[0], line=41),))
    report = heard(
        [fact("gaap:AccountsReceivableNetCurrent", "6095000"), mine, theirs], items=(gross, replace(allowances, place=theirs.sources[0]))
    )
    assert confidence(report, "gaap:AccountsReceivableNetCurrent") > 0.9


def test_schedule_disagrees() -> None:
    item, mine = scheduled("TOTAL-ASSETS", "39875")
    report = heard([fact("gaap:Assets", "39884000"), mine], items=(item,))
    (finding,) = report.findings
    assert finding.code == "witness.schedule"
    assert "39884000" in finding.message
    assert "39875000" in finding.message
    assert confidence(report, "gaap:Assets") < 0.73


def test_a_number_shown_elsewhere_is_no_disagreement() -> None:
    item, mine = scheduled("COMMON", "980")
    shown = fact("gaap:PreferredStockValue", "980000")
    report = heard([fact("gaap:CommonStockValue", "4509000"), shown, mine], items=(item,))
    assert report.findings == ()


def test_a_schedule_that_adds_another_line_is_no_disagreement() -> None:
    item, mine = scheduled("TOTAL-ASSETS", "7336")
    lines = [fact("gaap:Assets", "5006000"), fact("gaap:OtherAssets", "2330000")]
    assert heard([*lines, mine], items=(item,)).findings == ()
    assert heard([lines[0], mine], items=(item,)).findings != ()


def test_schedule_at_another_scale() -> None:
    item, mine = scheduled("TOTAL-ASSETS", "39884", END, 0)
    report = heard([fact("gaap:Assets", "39884000"), replace(mine, decimals=0)], items=(item,))
    assert [finding.code for finding in report.findings] == ["witness.scale"]


def test_twins_agree_and_contradict() -> None:
    assets, both = fact("gaap:Assets", "39884000"), fact("gaap:LiabilitiesAndStockholdersEquity", "39884000")
    report = heard([assets, both])
    assert confidence(report, "gaap:Assets") > 0.8
    report = heard([assets, replace(both, value="39884")])
    assert [finding.code for finding in report.findings] == ["witness.scale"]
    assert heard([assets, replace(both, value="41000000")]).findings == ()
    assert heard([assets, replace(both, value="0")]).findings == ()


def test_statements_at_contradicting_scales() -> None:
    sheet = statement("balance_sheet", 3, 39_884, 4_217, 500)
    flows = statement("cashflow", 6, 4_217, 39_884)
    seen = replace(fact("gaap:Cash", "4217000"), sources=(sheet.rows[1].figures[0].place,))
    report = heard([seen], sheet, flows)
    assert [finding.code for finding in report.findings] == ["witness.scale"]
    assert confidence(report, "gaap:Cash") < 0.5


@pytest.mark.parametrize(
    "flows",
    [
        statement("cashflow", 6, 4_217),
        statement("cashflow", 3, 4_217, 39_884),
        statement("cashflow", 6, 4_217, 39_884, registrant=1),
    ],
)
def test_too_little_to_contradict(flows: Statement) -> None:
    assert heard([], statement("balance_sheet", 3, 39_884, 4_217), flows).findings == ()


def test_nothing_to_say_leaves_the_report_as_it_is() -> None:
    report = Report("stem", Entity("scheme", "1"), (fact("gaap:Assets", "1"),), {})
    assert witness(report, Stated()) is report
    assert witness(report, Stated((statement("income", 3),))) is report


def test_periods_must_be_the_same() -> None:
    item, mine = scheduled("NET-INCOME", "1336", SPAN)
    other = fact("gaap:NetIncomeLoss", "999000", Period(date(1996, 7, 1), date(1996, 9, 30)), "income")
    assert heard([other, mine], items=(item,)).findings == ()


def sentence(value: str, measure: str = "net income") -> SentenceFigure:
    return SentenceFigure(measure, Number(value, Decimal(value), 1), 6, USD, SPAN, Place(2, "sentence", value, 3), False, -5)


def test_sentences_at_another_scale() -> None:
    shown = [fact("gaap:NetIncomeLoss", "4617", SPAN, "income", 0), fact("gaap:Revenues", "91302", SPAN, "income", 0)]
    report = Report("stem", Entity("scheme", "1"), tuple(shown), {})
    stated = Stated((statement("income", 0),), sentences=(sentence("4.6"), sentence("91.3", "revenues")))
    heard_of = witness(report, stated)
    assert [finding.code for finding in heard_of.findings] == ["witness.scale"]
    assert confidence(heard_of, "gaap:Revenues") < 0.5
    right = [replace(each, value=f"{each.value}000", decimals=-3) for each in shown]
    assert witness(replace(report, facts=tuple(right)), stated).findings == ()
    assert witness(report, replace(stated, sentences=(sentence("4.6"),))).findings == (), "one may be chance"
