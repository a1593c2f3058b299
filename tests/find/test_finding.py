"""The finders in their order, and what they say when there is nothing."""

from __future__ import annotations

from datetime import date

from converter.find import FindOptions, find
from converter.model import Stated
from converter.read import read

PAGE = """\
FORM 10-K
For the fiscal year ended December 31, 1998

                         BALANCE SHEETS
                         (in thousands)

                                   1998        1997

Cash                              1,200       1,000
Equipment                           800         900
  Total assets                    2,000       1,900

Total liabilities                   500         600
Equity                            1,500       1,300
"""


def stated(text: str, options: FindOptions | None = None) -> Stated:
    return find(read(text.encode(), "filing.txt"), options)


def days(found: Stated) -> list[date]:
    return [column.period.end for each in found.statements for column in each.columns if column.period]


def test_all_finders_speak() -> None:
    found = stated(PAGE)
    assert [each.kind for each in found.statements] == ["balance_sheet"]
    assert days(found) == [date(1998, 12, 31), date(1997, 12, 31)]
    assert any(item.item == "period_end" for item in found.cover)
    assert found.findings == ()


def test_a_person_knows_better_than_the_cover() -> None:
    assert days(stated(PAGE, FindOptions(date(1998, 6, 30), (6, 30)))) == [date(1998, 6, 30), date(1997, 6, 30)]


def test_a_filing_without_statements_gives_a_warning() -> None:
    found = stated("A letter to our owners, and nothing more.\n")
    assert [(each.code, each.severity) for each in found.findings] == [("find.no-statements", "warning")]
    assert found.statements == ()


def test_a_file_without_text_is_the_readers_finding() -> None:
    assert stated("").findings == ()


def test_the_same_bytes_give_the_same() -> None:
    assert stated(PAGE) == stated(PAGE)


def codes(found: Stated) -> list[str]:
    return [each.code for each in found.findings]


def test_a_scale_that_nobody_states_is_told_with_the_option_that_mends_it() -> None:
    bare = PAGE.replace("(in thousands)", "")
    (finding,) = stated(bare).findings
    assert (finding.code, finding.severity) == ("find.no-scale", "info")
    assert "--scale" in finding.hint
    mended = stated(bare, FindOptions(scale=6))
    assert codes(mended) == []
    assert {figure.scale for each in mended.statements for row in each.rows for figure in row.figures} == {6}


def test_a_column_without_a_period_is_told_with_the_option_that_mends_it() -> None:
    bare = PAGE.replace("For the fiscal year ended December 31, 1998", "").replace("1998        1997", "")
    assert "find.no-period" in codes(stated(bare))
    assert "--period-end" in next(each.hint for each in stated(bare).findings if each.code == "find.no-period")


def test_a_persons_currency_counts_in_statements_and_sentences() -> None:
    told = PAGE + "\nNet sales were $4.6 million for the fiscal year ended December 31, 1998.\n"
    found = stated(told, FindOptions(currency="CAD"))
    assert {figure.unit.oim() for each in found.statements for row in each.rows for figure in row.figures if figure.unit} == {"iso4217:CAD"}
    assert {each.unit.oim() for each in found.sentences} <= {"iso4217:CAD"}
