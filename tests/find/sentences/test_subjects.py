"""Whose figures a sentence tells. Releases and discussions speak of companies that were bought, of partners, rivals, customers."""

from __future__ import annotations

from datetime import date

import pytest

from converter.find.sentences import find_sentences
from converter.find.sentences.names import registrant_names
from converter.find.sentences.reading import read_sentence
from converter.model import Column, CoverItem, Period, Place, Statement, Text
from converter.read import read

PLACE = Place(0, "cover", "")
NAME = (CoverItem("registrant_name", "Kettle Works, Inc.", PLACE),)
NAMES = frozenset({"kettle", "works", "inc"})
NOBODY: frozenset[str] = frozenset()


def facts(text: str, names: frozenset[str] = NAMES) -> list[str]:
    return [text[r.figure.start : r.figure.end] for r in read_sentence(text, names)]


@pytest.mark.parametrize("names", [NAMES, NOBODY])
@pytest.mark.parametrize(
    "text",
    [
        "Spouts Ltd., which the Company acquired in January, had revenues of $40.2 million and net income of $1.9 million in 1998.",
        "In 1998 Spouts had revenues of $40.2 million in 1998 and net income of $1.9 million.",
        "Founded in 1985, Spouts reported net income of $1.9 million for 1998.",
        "The target company, based in Ohio, generated revenues of $22.0 million for the year ended December 31, 1998.",
        "The business reported net revenues of $40.2 million in 1998.",
        "The Company sold its mill, which recorded a net loss of $0.9 million in 1998.",
        "The Company owns half of a mill, which reported net income of $2.0 million in 1998.",
        "The trust, of which the Company owns 20%, had total assets of $77 million at March 31, 1999.",
        "The Company's largest shareholder, Spouts Corp., had net income of $14 million in 1997.",
        "Spouts Mutual, our largest competitor, reported net income of $81 million in 2006.",
        "The Company's discontinued mill operations, which were sold in March, had revenues of $51.6 million in 1998.",
        "Its parent had total assets of $3.0 billion at March 31, 1999.",
        "The combined company had revenues of $188.3 million in 1998.",
        "Both companies reported net income of $2 million in 1998.",
        "Competitors posted revenues of $310 million in 1998.",
        "The market for kettles had revenues of $1.1 billion in 1998.",
        "The partnership had net income of $0.8 million in 1998.",
        "A rival of the Company earned net income of $0.8 million in 1998.",
        "Spouts and the Company had net income of $0.8 million in 1998.",
        "Spouts and Kettle Works had net income of $0.8 million in 1998.",
        "The seller had $22 million in revenues in 1998.",
        "Spouts grew in 1998, and it had net income of $1.9 million.",
        "Spouts operates twelve mills and its revenues were $40.2 million in 1998.",
        "We acquired Spouts in January, and its revenues were $40.2 million in 1998.",
        "The Company, together with Spouts, had net revenues of $40.2 million in 1998.",
        "The mill ended 1998 with net revenues of $40.2 million.",
        "With revenues of $40.2 million in 1998, Spouts is the second largest mill.",
        "Spouts, with revenues of $40.2 million in 1998, has twelve mills.",
        "The Company signed a letter of intent to acquire Spouts, a company with revenues of $18.0 million in 1998.",
        "Condensed financial data of the unconsolidated affiliate: net revenues for 1998 were $30.1 million.",
    ],
)
def test_what_another_company_had(text: str, names: frozenset[str]) -> None:
    assert facts(text, names) == []


@pytest.mark.parametrize("names", [NAMES, NOBODY])
@pytest.mark.parametrize(
    "text",
    [
        "We had net revenues of $9.4 million in 1998.",
        "In 1998 the Company reported net income of $9.4 million.",
        "The Corporation, a maker of kettles in three states, generated net revenues of $9.4 million in 1998.",
        "The Company opened five shops and had net revenues of $9.4 million in 1998.",
        "Our strong results generated net revenues of $9.4 million in 1998.",
        "During 1998 our operations generated net revenues of $9.4 million.",
        "As a result, net income was $9.4 million in 1998.",
        "The reported net income for 1998 was $9.4 million.",
        "With net revenues of $9.4 million in 1998, the Company is the largest maker of kettles.",
        "The Springfield-based company had net revenues of $9.4 million in 1998.",
        "The Company said its net income was $9.4 million in 1998.",
        "Including the charge, the Company had net revenues of $9.4 million in 1998.",
        "The Company's financial position with respect to cash and short-term investments increased to $9.4 million at June 30, 1999.",
        "We finished 1998 with net revenues of $9.4 million.",
    ],
)
def test_what_the_registrant_had(text: str, names: frozenset[str]) -> None:
    assert facts(text, names) == ["$9.4"]


@pytest.mark.parametrize(
    "subject",
    [
        "Kettle",
        "Kettle Works, Inc.",
        "Kettle, a maker of kettles, also",
        "TOWN, May 3, 1999—Kettle Works Corporation",
        "Mr. Spout said that Kettle",
        "The Works of Kettle and Co.",
    ],
)
def test_what_the_registrant_is_called(subject: str) -> None:
    text = f"{subject} had net revenues of $9.4 million in 1998."
    assert facts(text) == ["$9.4"]
    assert facts(text, NOBODY) == []


def test_its_revenues_are_those_of_whom_the_sentence_before_names() -> None:
    def told(first: str) -> list[bool]:
        filing = read(f"TOWN, Ohio -- {first} and more is said. Its revenues were $40.2 million in 1998.\n".encode(), "a.txt")
        year = Period(date(1998, 1, 1), date(1998, 12, 31))
        income = Statement("income", Text("", PLACE), 0, (Column("", year),), ())
        return ["doubtful" in each.qualifiers for each in find_sentences(filing, (income,), NAME)]

    assert told("Spouts operates twelve mills") == [True]
    assert told("The Company operates twelve mills") == [False]


def test_a_name_with_a_stop_in_it() -> None:
    assert facts("Kettle.com, Inc. today reported net revenues of $9.4 million for 1998.", frozenset({"kettle", "com", "inc"})) == ["$9.4"]


def test_a_partnership_is_the_registrant_where_its_name_says_so() -> None:
    text = "The Partnership had net income of $0.8 million in 1998."
    assert facts(text, frozenset({"spouts", "realty", "partnership", "ii"})) == ["$0.8"]


@pytest.mark.parametrize(
    ("opening", "names"),
    [
        ("TOWN, Ohio, May 3, 1999 -- Kettle Works, Inc. (Nasdaq: KTW), a maker of kettles, reports.", {"kettle", "works", "inc", "ktw"}),
        ("TOWN, May 3 - Bank of Kettle (New York Stock Exchange: BK) today announced results.", {"bank", "of", "kettle", "bk"}),
        ("TOWN, May 3, 1999—Kettle Works Company (NYSE: KTW) reported.", {"kettle", "works", "company", "ktw"}),
        ("KETTLE WORKS REPORTS FIRST QUARTER RESULTS", {"kettle", "works"}),
        ("TOWN, Ohio -- Kettle Works, Inc. today announced its results.", {"kettle", "works", "inc"}),
        ("Today Kettle Works (NYSE: KTW) and Spouts Corp. (NYSE: SPT) announced that they will merge.", set()),
        ("The Company today announced its results.", set()),
    ],
)
def test_a_release_without_a_header_tells_whose_it_is(opening: str, names: set[str]) -> None:
    filing = read(f"{opening}\n\nNothing else is said in this paragraph of the release.\n".encode(), "a.txt")
    assert registrant_names(filing, ()) == names


def test_the_ticker_symbol_is_a_name_too() -> None:
    text = "TOWN, May 3 - Kettle Works, Inc. (Nasdaq: KTW) says this.\n\nKTW had net revenues of $9.4 million in 1998, which is much.\n"
    filing = read(text.encode(), "a.txt")
    assert "ktw" in registrant_names(filing, (CoverItem("registrant_name", "KETTLE WORKS INC", PLACE),))
