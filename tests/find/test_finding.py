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
