"""Sentences as releases put them: what is set against what, asides, figures whose kinds tell the measure, two lengths at once."""

from __future__ import annotations

from datetime import date

import pytest

from converter.find.sentences import find_sentences
from converter.find.sentences.reading import read_sentence
from converter.model import Column, CoverItem, Filer, Filing, Header, Period, Place, Statement, Text
from converter.read import read

PLACE = Place(0, "cover", "")
NAME = (CoverItem("registrant_name", "Kettle Works, Inc.", PLACE),)
NAMES = frozenset({"kettle", "works", "inc"})


def facts(text: str) -> list[tuple[str, str, bool]]:
    return [(r.measure, text[r.figure.start : r.figure.end], r.compared) for r in read_sentence(text, NAMES)]


def told(text: str, *periods: Period) -> list[tuple[str, str, bool]]:
    income = (Statement("income", Text("", PLACE), 0, tuple(Column("", period) for period in periods), ()),) if periods else ()
    filing = read(text.encode(), "a.txt")
    filing = Filing(filing.input, Header(filers=(Filer(fiscal_year_end=Text("1231", PLACE)),)), filing.documents)
    found = find_sentences(filing, income, NAME)
    return [(f"{f.number.value}", f"{f.period.start} {f.period.end}", "doubtful" in f.qualifiers) for f in found]


def test_a_measure_behind_what_another_is_up_from_is_the_sentences_own() -> None:
    text = (
        "Kettle Works, Inc. today reported second-quarter sales of $567.8 million, up 12 percent from $507.0 million a year earlier, and "
        "net earnings of $45.6 million, or 92 cents per diluted share, up from $38.9 million, or 77 cents per diluted share."
    )
    assert [(figure, compared) for _, figure, compared in facts(text)] == [
        ("$567.8", False), ("$507.0", True), ("$45.6", False), ("92", False), ("$38.9", True), ("77", True),
    ]  # fmt: skip


def test_measures_compared_with_go_on_being_compared_with() -> None:
    text = (
        "Net sales for 2005 were $9.1 million, compared with second-quarter 2004 net sales of $8.2 million and net income of $1.1 million."
    )
    assert [compared for _, _, compared in facts(text)] == [False, True, True]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Net income and diluted earnings per share for the quarter were $2.8 million and $0.26 per share.", ["$2.8", "$0.26"]),
        ("Net income was $20.5 million or $0.14 per diluted share (including tax benefits of $1.3 million).", ["$20.5", "$0.14"]),
        ("Total revenues for 2005 of $22.9 million increased 3 percent.", ["$22.9"]),
        ("Net loss for 2005 was $23.4 million, or a loss of $0.31 per share, as told below.", ["$23.4", "$0.31"]),
        ("Worldwide sales for 2005 were $5.2 million.", ["$5.2"]),
        ("Net income and operating income for the quarter were $2.8 million and $3.2 million.", []),
    ],
)
def test_what_is_told(text: str, expected: list[str]) -> None:
    assert [figure for _, figure, _ in facts(text)] == expected


@pytest.mark.parametrize(
    "words",
    ["fourth quarter and full year 2004", "quarter and year ended December 31, 2004", "three months and year ended December 31, 2004"],
)
def test_a_quarter_and_its_year(words: str) -> None:
    quarter, year = Period(date(2004, 10, 1), date(2004, 12, 31)), Period(date(2004, 1, 1), date(2004, 12, 31))
    text = f"Research and development expenses for the {words} were $9.8 million and $41.2 million, respectively."
    assert [days for _, days, _ in told(text, quarter, year)] == ["2004-10-01 2004-12-31", "2004-01-01 2004-12-31"]


def test_this_compares_with_what_the_sentence_before_told() -> None:
    text = (
        "Net income for the first quarter of 2005 was $20.5 million, which is more than it has been in any quarter. This compares with\n"
        "net income of $10.1 million for the same period of 2004."
    )
    assert told(text, Period(date(2005, 1, 1), date(2005, 3, 31)), Period(date(2004, 1, 1), date(2004, 3, 31))) == [
        ("20.5", "2005-01-01 2005-03-31", False),
        ("10.1", "2004-01-01 2004-03-31", False),
    ]


def test_without_statements_an_announcement_without_figures_tells_the_quarter_too() -> None:
    text = (
        "Kettle Works, Inc. today reported results for the first quarter ended March 31, 2005, which its directors had seen before.\n\n"
        "Revenues were $11.7 million for the first quarter of 2005, a 55 percent increase compared to $7.6 million for the same period of\n"
        "2004, as is told below."
    )
    assert told(text) == [("11.7", "2005-01-01 2005-03-31", False), ("7.6", "2004-01-01 2004-03-31", False)]


def test_operating_income_a_share_is_none_of_a_statement() -> None:
    text = "Operating income was $45.6 million, or $1.23 per diluted share, for the third quarter of 2005."
    assert facts(text) == []
    assert facts(text.replace(", or $1.23 per diluted share", "")) == [("operating income", "$45.6", False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kettle Works announced earnings of $3,456,000 or $.51 per diluted share for the quarter.", ["$3,456,000", "$.51"]),
        ("Kettle Works announced operating earnings of $3,456,000 or $.51 per diluted share for the quarter.", []),
        ("Kettle Works announced earnings of $3,456,000 from its mills.", []),
        ("Net income attributable to Kettle Works common stockholders of $2.2 million, or $0.51 per diluted share.", ["$2.2", "$0.51"]),
        ("Net income attributable to Harbor Mills common stockholders of $2.2 million, or $0.51 per diluted share.", []),
        ("Net income attributable to noncontrolling interests was $2.2 million.", []),
        ("Operating revenue was $132.1 million for the quarter.", ["$132.1"]),
    ],
)
def test_whose_earnings_are_told(text: str, expected: list[str]) -> None:
    assert [figure for _, figure, _ in facts(text)] == expected


def test_announced_sales_tell_the_period_of_what_follows() -> None:
    text = (
        "Kettle Works, Inc. announced that sales for the quarter ended March 31, 2005 were $11.7 million, which is more than before. The\n"
        "net income was $1.2 million."
    )
    assert told(text, Period(date(2005, 1, 1), date(2005, 3, 31)))[-1] == ("1.2", "2005-01-01 2005-03-31", True)


QUARTER_AND_YEAR = """Kettle Works, Inc. today announced results for its fourth quarter and year ended December 31, 1999,
and spoke of them at some length.

"""


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("Net sales for the quarter were $12.4 million.", ["1999-10-01 1999-12-31"]),
        ("Net sales for the year were $40.1 million.", ["1999-01-01 1999-12-31"]),
        ("Net sales in 1998 were $38.4 million.", ["1998-01-01 1998-12-31"]),
        (
            "Net sales for the quarter were $12.4 million, up from $11.2 million a year ago.",
            ["1999-10-01 1999-12-31", "1998-10-01 1998-12-31"],
        ),
        (
            "Net sales for the quarter were $12.4 million, up from the $11.2 million of the prior year.",
            ["1999-10-01 1999-12-31", "1998-10-01 1998-12-31"],
        ),
        (
            "Net sales for the quarter were $12.4 million, up from $11.2 million in 1998.",
            ["1999-10-01 1999-12-31", "1998-10-01 1998-12-31"],
        ),
        ("Net sales for the first half were $18.8 million.", []),
        ("Net sales in the third quarter of 1998 were $9.4 million.", ["1998-07-01 1998-09-30"]),
        ("Total debt was $18.8 million at September 30.", ["None 1999-09-30"]),
        ("Total debt was $18.8 million at the end of 1998.", ["None 1998-12-31"]),
    ],
)
def test_an_announced_quarter_and_year(sentence: str, days: list[str]) -> None:
    assert [period for _, period, _ in told(QUARTER_AND_YEAR + sentence)] == days


def test_a_year_s_number_tells_no_days_of_a_filer_that_counts_weeks() -> None:
    weeks = "The Company, whose quarters have thirteen weeks, has reported again, as it does every quarter of the year without fail.\n\n"
    assert told(weeks + "Net sales in the third quarter of 1998 were $9.4 million.") == []
    assert told("Net sales in the third quarter of 1998 were $9.4 million.") != []


def test_the_second_quarter_of_last_year_goes_back_once() -> None:
    text = (
        "The Company reported a net loss of $5.8 million, compared to net earnings of $9.9 million reported for the second quarter last\n"
        "year."
    )
    quarters = [Period(date(year, 4, 1), date(year, 6, 30)) for year in (2001, 2000, 1999)]
    assert [days for figure, days, _ in told(text, *quarters) if figure == "9.9"] == ["2000-04-01 2000-06-30"]


@pytest.mark.parametrize(
    "sentence",
    [
        "In North Falls, net sales for the first quarter of 1999 were $41.2 million.",
        "At the Upper Mill, net sales for the first quarter of 1999 were $41.2 million.",
        "Spouts: Net sales for the first quarter of 1999 were $41.2 million.",
        "Spouts lost $4 million in 1998, versus net income of $26 million in 1997.",
        "Minority interest in net income for the first quarter of 1999 was $3.2 million.",
        "Interest expense, net of interest income, for the first quarter of 1999 was $3.2 million.",
        "The Company agreed to lease North Falls Works, which had sales of $26.0 million and a net loss of $1.9 million in 1998.",
        "On a comparable 13-week basis, net sales for the first quarter of 1999 were $5.1 million.",
        "Absent these items, net income for the first quarter of 1999 was $5.1 million.",
    ],
)
def test_parts_and_other_measures_are_not_told(sentence: str) -> None:
    assert told(sentence) == []


def test_bullets_are_sentences() -> None:
    assert told("o  Net sales for the first quarter of 1999 were $41.2 million") == [("41.2", "1999-01-01 1999-03-31", False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As of June 30, 1999, we had cash of $5.5 million.", ["$5.5"]),
        ("Cash was $5.5 million at June 30, 1999.", ["$5.5"]),
        ("At June 30, 1999, the Company had $5.5 million in cash and $85.0 million drawn on its line.", ["$5.5"]),
        ("The price consisted of shares and cash of $5.5 million at June 30, 1999.", []),
        ("At June 30, 1999, the Company had paid $5.5 million in cash for the mill.", []),
        ("At June 30, 1999, we had cash of Spouts of $5.5 million.", []),
        ("At June 30, 1999, the Company had $5.5 million in cash, bonds and bills.", []),
        ("Cash and securities for sale were $5.5 million at June 30, 1999.", []),
        ("The Company had $5.5 million in cash flow at June 30, 1999.", []),
    ],
)
def test_bare_cash(text: str, expected: list[str]) -> None:
    """Small companies call their only liquid means "cash"."""
    assert [figure for _, figure, _ in facts(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Net sales for 1998 were $148.1 million ($139.7 million in 1997).", [("$148.1", False), ("$139.7", True)]),
        ("The net loss for the quarter was $39,106 (2005: $33,280).", [("$39,106", False), ("$33,280", True)]),
        ("The net loss for the quarter was $39,106 (2005 - $33,280).", [("$39,106", False), ("$33,280", True)]),
        ("Net sales for 1998 were $148.1 million ($139.7 million from mills).", [("$148.1", False)]),
    ],
)
def test_the_year_before_in_brackets(text: str, expected: list[tuple[str, bool]]) -> None:
    """Small Canadian companies set the year before behind each figure."""
    assert [(figure, compared) for _, figure, compared in facts(text)] == expected


@pytest.mark.parametrize("aside", ["principally for the mill", "consisting primarily of tools"])
def test_what_is_said_of_a_measure_before_its_verb(aside: str) -> None:
    text = f"Capital expenditures, {aside}, were $12.6 million, $8.0 million and $6.3 million in 1998, 1997 and 1996, respectively."
    assert [figure for _, figure, _ in facts(text)] == ["$12.6", "$8.0", "$6.3"]


def test_what_narrows_a_measure_before_its_verb() -> None:
    assert facts("Capital expenditures, excluding the mill, were $12.6 million in 1998.") == []
    assert facts("Capital expenditures, before the mill, were $12.6 million in 1998.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Operating income was $14.8 million in 2005, compared with $13.0 million in 2004, while EBITDA was $23.0 million.",
            ["14.8", "13.0"],
        ),
        ("Net income was $14.8 million in 2005, compared with pro forma net income of $8.7 million in 2004.", ["14.8"]),
        ("Operating income and EBITDA were $14.8 million and $23.0 million in 2005.", []),
        ("On a pro forma basis, net income was $14.8 million in 2005, while EBITDA was $23.0 million.", []),
        ("Net income was $14.8 million in 2005, excluding the charge, while EBITDA was $23.0 million.", []),
    ],
)
def test_what_no_statement_shows_in_a_clause_of_its_own(text: str, expected: list[str]) -> None:
    years = [Period(date(year, 1, 1), date(year, 12, 31)) for year in (2005, 2004)]
    assert [
        value for value, _, _ in told(f"Kettle Works, Inc. speaks of its results at some length here. {text} It is glad.", *years)
    ] == expected


def test_the_period_of_a_year_is_as_long_as_what_the_sentence_before_told() -> None:
    text = (
        "Net cash provided by operating activities was $9.1 million for the first six months of 2004, which is more than before. Capital\n"
        "expenditures were $3.1 million in the 2004 period and $4.2 million in the 2003 period.\n"
    )
    spans = [Period(date(year, 1, 1), date(year, 6, 30)) for year in (2004, 2003)]
    quarters = [Period(date(year, 4, 1), date(year, 6, 30)) for year in (2004, 2003)]
    assert [days for _, days, _ in told(text, *quarters, *spans)] == [
        "2004-01-01 2004-06-30", "2004-01-01 2004-06-30", "2003-01-01 2003-06-30",
    ]  # fmt: skip


def test_a_balance_a_year_earlier() -> None:
    text = (
        "Long-term debt was $41.0 million at September 30, 1995, up from $29.5 million a year earlier, which is told at some length here.\n"
    )
    assert [days for _, days, _ in told(text, Period(date(1994, 10, 1), date(1995, 9, 30)))] == ["None 1995-09-30", "None 1994-09-30"]


def test_the_end_of_the_year_is_not_that_of_the_quarter() -> None:
    text = "Working capital was $5.5 million at quarter end compared with $6.0 million at year end, which is told at some length here.\n"
    assert [days for _, days, _ in told(text, Period(date(1999, 1, 1), date(1999, 3, 31)))] == ["None 1999-03-31"]
    text = "Working capital was $6.0 million at year end, which is told at some length here for those who want to know of it.\n"
    assert [days for _, days, _ in told(text, Period(date(1998, 1, 1), date(1998, 12, 31)))] == ["None 1998-12-31"]


def test_an_amount_in_parentheses_is_a_loss_where_they_close_behind_it() -> None:
    """The year before in brackets is no loss; "was ($1.8 million)" is."""
    (loss,) = read_sentence("Cash flow from operations was ($1.8 million) for 1998.", NAMES)
    assert loss.figure.number.value < 0
    (_, before) = read_sentence("Net sales for 1998 were $2.1 million ($1.8 million in 1997).", NAMES)
    assert before.figure.number.value > 0
