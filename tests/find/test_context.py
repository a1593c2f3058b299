"""What header and cover say of the whole filing."""

from __future__ import annotations

from datetime import date

import pytest

from converter.find.context import FilingContext, filing_context
from converter.model import Filing, Header, Input
from converter.read import read


def context(text: str, name: str = "filing.txt") -> FilingContext:
    return filing_context(read(text.encode(), name))


def header(year_end: str = "1231") -> str:
    return (
        "<SEC-HEADER>\nCONFORMED SUBMISSION TYPE:\t10-K405\nCONFORMED PERIOD OF REPORT:\t19971228\nFILED AS OF DATE:\t19980315\n"
        "FILER:\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t\tMILL BROOK CO\n\t\tCENTRAL INDEX KEY:\t\t0000000011\n"
        f"\t\tFISCAL YEAR END:\t\t{year_end}\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>10-K405\n<TEXT>\nFORM 10-Q\n</TEXT>\n</DOCUMENT>\n"
    )


def test_the_header_comes_before_the_cover() -> None:
    found = context(header())
    assert found == FilingContext("10-K405", date(1997, 12, 28), (12, 31), date(1998, 3, 15))
    assert found.is_periodic


@pytest.mark.parametrize("digits", ["1331", "12", "AB01", "1200", "1²31"])
def test_a_fiscal_year_end_that_is_no_day_is_left_to_the_cover(digits: str) -> None:
    assert context(header(digits)).fiscal_year_end == (12, 28)


@pytest.mark.parametrize(
    ("text", "form", "end", "year_end"),
    [
        ("FORM 10-K\nFor the fiscal year ended December 31, 1998\n", "10-K", date(1998, 12, 31), (12, 31)),
        ("FORM 10-K/A\nFor the fiscal year ended: June 30, 1998\n", "10-K/A", date(1998, 6, 30), (6, 30)),
        ("Form 10-KSB\nFor the transition period ended March 31, 1999\n", "10-KSB", date(1999, 3, 31), (3, 31)),
        ("FORM 10Q\nFor the quarterly period ended 9/30/96\n", "10-Q", date(1996, 9, 30), None),
        ("FORM 10-Q\nthirteen weeks ended July 3, 2004\nfiscal year ends January 29\n", "10-Q", date(2004, 7, 3), (1, 29)),
        ("FORM 8-K\nDate of report (Date of earliest event reported): August 10, 2005\n", "8-K", date(2005, 8, 10), None),
        ("FORM 8-K\nthe quarter ended June 30, 2005\n", "8-K", None, None),
        ("A letter to our owners.\n", "", None, None),
    ],
)
def test_the_cover_where_there_is_no_header(text: str, form: str, end: date | None, year_end: tuple[int, int] | None) -> None:
    found = context(text)
    assert (found.form, found.period_end, found.fiscal_year_end) == (form, end, year_end)


@pytest.mark.parametrize(("form", "periodic"), [("10-K", True), ("10-q/a", True), ("20-F", True), ("8-K", False), ("", False)])
def test_annual_and_quarterly_reports_are_periodic(form: str, periodic: bool) -> None:
    assert FilingContext(form).is_periodic is periodic


def test_words_in_tables_and_first_pages_only() -> None:
    page = "<html><table><tr><td>FORM 10-Q</td><td>9</td></tr><tr><td>a</td><td>8</td></tr></table></html>"
    assert context(page, "page.htm").form == "10-Q"
    assert context("\n\n".join(["Words of the company."] * 1000) + "\n\nFORM 10-K\n").form == ""


def test_a_filing_without_documents() -> None:
    empty = Filing(Input("x", 0, "", "utf-8"), Header(), (), ())
    assert filing_context(empty) == FilingContext()


def test_the_day_that_a_release_names() -> None:
    text = "<DOCUMENT>\n<TYPE>8-K\n<TEXT>\nDate of Report: February 3, 2005\n</TEXT>\n</DOCUMENT>\n"
    text += "<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\nResults for the quarter and year ended December 31, 2004, after the quarter ended"
    text += " September 30, 2004\n</TEXT>\n</DOCUMENT>\n"
    context = filing_context(read(text.encode(), "filing.txt"))
    assert context.told == date(2004, 12, 31)
    assert filing_context(read(b"FORM 10-K for the fiscal year ended December 31, 2004", "filing.txt")).told is None
