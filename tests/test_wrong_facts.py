"""Facts that were told wrongly, or twice, of pages that could be read well: units, scales of counts, balances of cash, weeks."""

from __future__ import annotations

from collections.abc import Sequence

from converter import convert
from converter.model import Fact

PROSE = (
    "The accompanying notes are a part of these statements, which management prepared from the books and records of the company without "
    "an audit, and which should be read together with the annual report for the year before, that was sent to all holders of its shares."
)
Rows = Sequence[tuple[str, ...]]
BALANCE: Rows = [
    ("Cash", "$ 1,200", "$ 1,050"),
    ("Total current assets", "14,904", "11,563"),
    ("Total assets", "118,021", "109,969"),
    ("Long-term debt", "49,204", "51,615"),
    ("Retained earnings", "66,317", "55,854"),
    ("Total liabilities and stockholders' equity", "118,021", "109,969"),
]
INCOME: Rows = [
    ("Net sales", "90,411", "80,202"),
    ("Cost of sales", "50,108", "49,306"),
    ("Other costs", "28,841", "25,211"),
    ("Net income", "11,462", "5,685"),
    ("Average shares outstanding", "", ""),
    ("Net income", "11,462", "5,685"),
    ("Weighted average common stock outstanding", "10,002", "9,988"),
]
CASH: Rows = [
    ("Net income", "11,462", "5,685"),
    ("Depreciation", "4,000", "3,000"),
    ("Net cash provided by operating activities", "15,462", "8,685"),
    ("Purchases of equipment", "(5,000)", "(4,000)"),
    ("Net cash used in investing activities", "(5,000)", "(4,000)"),
    ("Common shares purchased", "(10,312)", "(4,685)"),
    ("Net cash used in financing activities", "(10,312)", "(4,685)"),
    ("Increase in cash", "150", "-"),
    ("Cash, cash equivalents and restricted cash at beginning of year", "1,250", "1,250"),
    ("Cash, cash equivalents and restricted cash at end of year", "1,400", "1,250"),
    ("Cash and cash equivalents", "1,200", "1,050"),
    ("Restricted cash", "200", "200"),
    ("Total cash, cash equivalents and restricted cash", "1,400", "1,250"),
    ("Treasury shares issued for 401(k) contributions", "793", "953"),
]


def _statement(title: str, caption: str, heads: Sequence[str], rows: Rows) -> str:
    cells = ["".join(f"<td>{cell}</td>" for cell in row) for row in [("", *heads), *rows]]
    table = "".join(f"<tr>{row}</tr>" for row in cells)
    return f"<p><b>{title}</b></p><p>{caption}</p><table>{table}</table><p>{PROSE}</p>"


def _told(*statements: str, form: str = "10-K", period: str = "fiscal year ended December 31, 2022") -> list[Fact]:
    cover = f"<p>FORM {form}</p><p>For the {period}</p><p>EXAMPLE CORP.</p>"
    (report,) = convert(f"<html><body>{cover}{''.join(statements)}</body></html>".encode(), name="a.htm").reports
    return [fact for fact in report.facts if fact.statement not in ("cover", "prose")]


def _years(title: str, rows: Rows) -> str:
    return _statement(title, "(In thousands)", ("Year ended December 31, 2022", "Year ended December 31, 2021"), rows)


def test_a_cash_flow_counts_money() -> None:
    told = {fact.label: fact.unit for fact in _told(_years("STATEMENTS OF CASH FLOWS", CASH)) if fact.value}
    assert {unit.oim() for unit in told.values() if unit} == {"iso4217:USD"}
    assert {"Common shares purchased", "Treasury shares issued for 401(k) contributions"} <= set(told)


def test_the_plan_of_a_section_is_no_count() -> None:
    assert "401000" not in {fact.value for fact in _told(_years("STATEMENTS OF CASH FLOWS", CASH))}


def test_the_same_balance_of_cash_is_one_fact() -> None:
    told = _told(_years("STATEMENTS OF CASH FLOWS", CASH))
    ends = [(fact.concept, fact.value, fact.period.end) for fact in told if fact.value in ("1400000", "1250000")]
    assert len({concept for concept, *_ in ends}) == 1
    assert len(ends) == len(set(ends)) == 3


def test_net_income_is_money_below_any_heading() -> None:
    told = _told(_years("STATEMENTS OF INCOME", INCOME))
    assert {fact.unit.oim() for fact in told if fact.label == "Net income" and fact.unit} == {"iso4217:USD"}
    assert {fact.unit.oim() for fact in told if fact.label.startswith("Weighted") and fact.unit} == {"xbrli:shares"}


def test_net_income_attributable_again() -> None:
    rows = [
        *INCOME[:4],
        ("Net income attributable to noncontrolling interests", "1,107", "1,002"),
        ("Net income attributable to Example", "10,355", "4,683"),
        ("Amounts attributable to Example:", "", ""),
        ("Income from continuing operations", "9,000", "4,000"),
        ("Income from discontinued operations", "1,355", "683"),
        ("Net income", "10,355", "4,683"),
    ]
    told = _told(_years("STATEMENTS OF INCOME", rows))
    assert [fact.concept for fact in told if fact.value == "10355000"] == ["gaap:NetIncomeLoss"]


def test_counts_of_shares_in_a_scale_of_their_own() -> None:
    label = "Common stock, no par: 50,400,000 shares authorized; 15,116,786 and 15,550,061 shares issued"
    rows = [*BALANCE[:4], (label, "2,500", "2,500"), *BALANCE[4:]]
    caption = "(In millions, except number of shares, which are reflected in thousands, and par value)"
    told = _told(_statement("BALANCE SHEETS", caption, ("December 31, 2022", "December 31, 2021"), rows))
    counts = {fact.value for fact in told if fact.unit and fact.unit.oim() == "xbrli:shares"}
    assert counts == {"50400000000", "15116786000", "15550061000"}


def test_a_month_may_end_on_the_weekday_that_years_end_on() -> None:
    cash = _statement(
        "STATEMENTS OF CASH FLOWS", "(In thousands)", ("Six months ended July 30, 2023", "Six months ended July 31, 2022"), CASH
    )
    balance = _statement("BALANCE SHEETS", "(In thousands)", ("July 30, 2023", "January 29, 2023"), BALANCE)
    told = _told(balance, cash, form="10-Q", period="quarterly period ended July 30, 2023")
    starts = {str(fact.period.start) for fact in told if fact.label == "Depreciation"}
    assert starts == {"2023-01-30", "2022-01-31"}
