"""The finders in their order, and what they say when there is nothing."""

from __future__ import annotations

from datetime import date

import pytest

from converter.find import FindOptions, find
from converter.model import Finding, Stated
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
    assert codes(found) == []


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
    return [each.code for each in told(found)]


def told(found: Stated) -> list[Finding]:
    """What is said, but for the statements that the page does not hold."""
    return [each for each in found.findings if each.code != "find.statement-missing"]


def test_a_scale_that_nobody_states_is_told_with_the_option_that_mends_it() -> None:
    bare = PAGE.replace("(in thousands)", "")
    (finding,) = told(stated(bare))
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


@pytest.mark.parametrize(("mark", "unit"), [("$", "iso4217:CAD"), ("US$", "iso4217:USD"), ("U.S. $", "iso4217:USD")])
def test_a_dollar_that_says_whose_it_is_stays_that_ones(mark: str, unit: str) -> None:
    release = (
        f"<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\nNet sales were {mark}4.6 million for the year ended December 31, 1998.\n</TEXT>\n</DOCUMENT>\n"
    )
    assert [each.unit.oim() for each in stated(release, FindOptions(currency="CAD")).sentences] == [unit]


@pytest.mark.parametrize(("cover", "words"), [("December 31, 1997", "365 days after"), ("December 31, 1999", "365 days before")])
def test_a_balance_sheet_of_another_day_than_the_period(cover: str, words: str) -> None:
    page = PAGE.replace("ended December 31, 1998", f"ended {cover}").replace("1998        1997", "Dec. 31, 1998  Dec. 31, 1997")
    (finding,) = told(stated(page))
    assert (finding.code, finding.severity) == ("find.period-mismatch", "warning")
    assert words in finding.message
    assert "--period-end" in finding.hint


HEADER = """<SEC-HEADER>
CONFORMED SUBMISSION TYPE:	8-K
FILER:
	COMPANY DATA:
		COMPANY CONFORMED NAME:			{0}
		CENTRAL INDEX KEY:			0000000001
</SEC-HEADER>
<DOCUMENT>
<TYPE>8-K
<TEXT>
                     HARBOR LOOMS, INC.
"""


@pytest.mark.parametrize(
    ("name", "others"),
    [("QUILL PAPER CORP", ["find.other-company"]), ("HARBOR LOOMS INC /DE/", []), ("HL GROUP", []), ("HARBORLOOMS CO", [])],
)
def test_statements_under_another_companys_name(name: str, others: list[str]) -> None:
    assert (
        codes(stated(HEADER.format(name) + PAGE[PAGE.index("   ") :].replace("1998        1997", "Dec. 31, 1998  Dec. 31, 1997"))) == others
    )


def test_values_of_a_schedule_without_tags() -> None:
    schedule = "<DOCUMENT>\n<TYPE>EX-27\n<TEXT>\n<ARTICLE> 5\n<CASH> 1,200\nTOTAL-ASSETS      2,000\nNET INCOME   (12)\n"
    found = [each for each in stated(schedule).findings if each.code == "find.schedule-untagged"]
    assert [(each.message[:7], len(each.places)) for each in found] == [("2 lines", 2)]


def test_a_kind_of_company_is_no_name() -> None:
    page = PAGE[PAGE.index("   ") :].replace("1998        1997", "Dec. 31, 1998  Dec. 31, 1997")
    described = HEADER.format("QUILL FUND XI").replace("HARBOR LOOMS, INC.", "A California Limited Partnership")
    assert codes(stated(described + page)) == []


SIDE_BY_SIDE = """<SEC-HEADER>
CONFORMED SUBMISSION TYPE:\t10-K
CONFORMED PERIOD OF REPORT:\t19981231
FILER:
\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\tOSPREY HOLDINGS INC
\t\tCENTRAL INDEX KEY:\t\t0009990301
{second}</SEC-HEADER>
<DOCUMENT>
<TYPE>10-K
<TEXT>
                  STATEMENTS OF INCOME
                     (In millions)
                    Osprey Holdings       Osprey Light
                     1998      1997      1998      1997
Revenues            $ 900     $ 800     $ 700     $ 600
Operating expenses    600       500       400       300
Operating income      300       300       300       300
Income taxes          100       110       105       115
Net income          $ 200     $ 190     $ 195     $ 185
</TEXT>
</DOCUMENT>
"""
SECOND = "FILER:\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t\tOSPREY LIGHT CO\n\t\tCENTRAL INDEX KEY:\t\t0009990302\n"


@pytest.mark.parametrize(("second", "told"), [(SECOND, True), ("", False)])
def test_columns_that_may_be_another_registrants(second: str, told: bool) -> None:
    found = stated(SIDE_BY_SIDE.format(second=second).replace("   Osprey Light\n", "Lighting branch\n"))
    assert ("find.columns-apart" in codes(found)) is told
    if told:
        (finding,) = [each for each in found.findings if each.code == "find.columns-apart"]
        assert "Lighting branch" in finding.message


def test_a_report_that_lacks_statements_says_so() -> None:
    """A title that nobody knows lost the whole statement, and nothing told it."""
    (finding,) = [each for each in stated(PAGE).findings if each.code == "find.statement-missing"]
    assert "no statement of income and no cash flow" in finding.message
    assert [each.code for each in stated(PAGE.replace("FORM 10-K", "FORM 8-K")).findings if each.code == "find.statement-missing"] == []


@pytest.mark.parametrize(
    ("row", "lost"),
    [
        ("Trust corpus", "no statement of income was"),
        ("Net asset value per unit", "no statement of income was"),
        ("Redemptions payable", "no statement of income was"),
        ("Net assets in liquidation", ""),
        ("Net asset value per share", "no statement of income and no cash flow"),
    ],
)
def test_what_trusts_and_funds_do_without_is_not_missed(row: str, lost: str) -> None:
    """Royalty trusts, futures funds and companies in liquidation have no cash flow by their form of statements."""
    said = [each.message for each in stated(PAGE.replace("Equity ", f"{row:<30}   12          11\nEquity ")).findings]
    assert [lost in each for each in said if "was found" in each] == [True] * bool(lost)


def test_a_transition_report_ends_with_its_transition_period() -> None:
    page = PAGE.replace("For the fiscal year ended December 31, 1998", "For the transition period from August 1, 1998 to December 31, 1998")
    page += "\nResults for the year ended July 31, 1998 were better.\n"
    assert codes(stated(page.replace("1998        1997\n", "Dec. 31, 1998  July 31, 1998\n"))) == []


_COVER = "FORM 10-K\n\nFor the year last past\n\nEXAMPLE CO.\n(Exact name of registrant as specified in its charter)\n"


def test_a_cover_without_a_date_is_said_to_have_none() -> None:
    """Its facts have no period: they were left out in silence."""
    assert "find.no-report-date" in codes(stated(_COVER))
    assert "find.no-report-date" not in codes(stated(_COVER.replace("the year last past", "the fiscal year ended June 30, 1998")))
    given = stated(_COVER, FindOptions(date(1998, 6, 30)))
    assert "find.no-report-date" not in codes(given)
    assert [item.value for item in given.cover if item.item == "period_end"] == ["1998-06-30"]


def test_registrants_without_a_report_are_named() -> None:
    """Combined filings without the header that lists their registrants."""
    page = (
        "FORM 10-Q\n\nFor the quarter ended June 30, 1997\n\n"
        "Commission        Registrant; State of Incorporation;         I.R.S. Employer\n"
        "File Number       Address; and Telephone Number              Identification No.\n\n"
        "1-9513            EXAMPLE WEST CORPORATION                   38-2726431\n\n"
        "1-5611            SAMPLE POWER COMPANY                       38-0442310\n"
    )
    (finding,) = [each for each in stated(page).findings if each.code == "find.other-registrants"]
    assert "'SAMPLE POWER COMPANY'" in finding.message


def test_a_filer_without_statements_is_named() -> None:
    """Parent and subsidiary file together: where no statement bears the second one's name it has no report."""
    filer = "FILER:\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t\t{}\n\t\tCENTRAL INDEX KEY:\t\t{}\n"
    filers = filer.format("EXAMPLE WEST CORP", "11") + filer.format("SAMPLE POWER CO", "12")
    page = f"<SEC-HEADER>\nCONFORMED SUBMISSION TYPE:\t10-K\nCONFORMED PERIOD OF REPORT:\t19981231\n{filers}</SEC-HEADER>\n"
    found = stated(f"{page}<DOCUMENT>\n<TYPE>10-K\n<TEXT>\n{PAGE}</TEXT>\n</DOCUMENT>\n")
    (finding,) = [each for each in found.findings if each.code == "find.other-registrants"]
    assert "1 further registrant: 'SAMPLE POWER CO'" in finding.message
