"""A line with more figures than any statement has columns."""

import time

from converter import convert

PAGE = """\
                         BALANCE SHEETS
                         (in thousands)

                          June 30, 1998   June 30, 1997

Cash                              1,200           1,000
Receivables                         800             900
  Total assets                    2,000           1,900
{line}
Payables                            500             600
Equity                            1,500           1,300
"""


def test_lines_of_hundreds_of_figures_make_no_columns() -> None:
    rows = "\n".join(f"{label}{'  7' * 2000}" for label in ("Cash        ", "Receivables ", "Total assets"))
    page = f"    BALANCE SHEETS\n    (in thousands)\n\n             {'    '.join(map(str, range(1987, 1997)))}\n{rows}\n"
    begin = time.process_time()
    (report,) = convert(page.encode(), name="wide.txt").reports
    assert time.process_time() - begin < 5
    assert not [fact for fact in report.facts if fact.statement == "balance_sheet"]


def test_a_line_of_hundreds_of_figures_takes_nothing_from_the_others() -> None:
    (report,) = convert(PAGE.format(line="  7" * 700).encode(), name="wide.txt").reports
    assert {fact.value for fact in report.facts if fact.statement == "balance_sheet"} >= {
        "1200000",
        "900000",
        "2000000",
        "600000",
        "1300000",
    }


def test_no_number_of_the_line_is_lost() -> None:
    (report,) = convert(PAGE.format(line="  7" * 120).encode(), name="wide.txt").reports
    left = [each.place.text for each in (*report.unmapped, *report.ignored)]
    assert left.count("7") + sum(place.text == "7" for fact in report.facts for place in fact.sources) == 120
