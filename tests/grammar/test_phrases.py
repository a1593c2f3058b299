"""Periods in words."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.grammar.phrases import Phrase, find_phrases


def only(text: str) -> Phrase:
    (phrase,) = find_phrases(text)
    return phrase


@pytest.mark.parametrize(
    ("text", "months", "weeks", "ends"),
    [
        ("for the three months ended June 30, 1997", 3, 0, [(1997, 6, 30)]),
        ("for the nine-month period ending September 30, 2001", 9, 0, [(2001, 9, 30)]),
        ("for the thirteen weeks ended May 3, 2003 and May 4, 2002", 0, 13, [(2003, 5, 3), (2002, 5, 4)]),
        ("for the three months ended March 31, 2003 and 2002", 3, 0, [(2003, 3, 31), (2002, 3, 31)]),
        ("in the year ended Dec. 31, 1998", 12, 0, [(1998, 12, 31)]),
        ("in the quarter just ended January 1, 2000", 3, 0, [(2000, 1, 1)]),
        ("the 52 weeks ended February 1, 1997", 0, 52, [(1997, 2, 1)]),
        ("for the three and six months ended June 30, 1997", 0, 0, [(1997, 6, 30)]),
    ],
)
def test_ends_in_full(text: str, months: int, weeks: int, ends: list[tuple[int, int, int]]) -> None:
    phrase = only(text)
    assert (phrase.months, phrase.weeks, list(phrase.ends)) == (months, weeks, [date(*end) for end in ends])
    assert not phrase.instant
    assert phrase.count == len(ends) * max(1, len(phrase.lengths))


@pytest.mark.parametrize(
    ("text", "months", "quarter", "years"),
    [
        ("in 1998", 12, 0, (1998,)),
        ("in 1998, 1997 and 1996", 12, 0, (1998, 1997, 1996)),
        ("in fiscal 1998", 12, 0, (1998,)),
        ("for fiscal year 2001", 12, 0, (2001,)),
        ("in the second quarter of 2003", 3, 2, (2003,)),
        ("the first quarter of fiscal 1999", 3, 1, (1999,)),
        ("for the 2004 third quarter", 3, 3, (2004,)),
        ("in the second-quarter of 2003", 3, 2, (2003,)),
        ("Q4 1999", 3, 4, (1999,)),
        ("the first nine months of 1999", 9, 0, (1999,)),
        ("in the 1997 period", 0, 0, (1997,)),
        ("the second half of 1995", 6, 0, (1995,)),
    ],
)
def test_years(text: str, months: int, quarter: int, years: tuple[int, ...]) -> None:
    phrase = only(text)
    assert (phrase.months, phrase.quarter, phrase.years) == (months, quarter, years)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("a year ago", "year_ago"),
        ("last year", "year_ago"),
        ("the prior year", "year_ago"),
        ("in the same quarter last year", "year_ago"),
        ("in the year-ago quarter", "year_ago"),
        ("for the comparable period a year earlier", "year_ago"),
        ("in the prior year comparable period", "year_ago"),
        ("last year's third quarter", "year_ago"),
        ("for the same period", "same"),
        ("in the corresponding quarter", "same"),
        ("in the preceding quarter", "previous"),
        ("in the quarter", "current"),
        ("for the nine-month period", "current"),
    ],
)
def test_relations(text: str, relation: str) -> None:
    assert only(text).relation == relation


def test_instants() -> None:
    phrase = only("As of March 31, 2003")
    assert (phrase.instant, phrase.ends) == (True, (date(2003, 3, 31),))
    assert only("at December 31, 1996 and 1995").count == 2
    assert only("at year end").instant
    assert only("at the end of the quarter").relation == "current"


@pytest.mark.parametrize(
    "text", ["years of experience", "half of it", "a period piece", "for many reasons", "ended March 31", "for the quarter ended March 31"]
)
def test_not_a_period_that_can_be_told(text: str) -> None:
    assert all(not phrase.ends and not phrase.years for phrase in find_phrases(text))


def test_places_are_those_of_the_text() -> None:
    text = "Sales rose in the second quarter of 1999 from the prior year."
    assert [text[phrase.start : phrase.end] for phrase in find_phrases(text)] == ["in the second quarter of 1999", "from the prior year"]


@given(st.text(alphabet="abcdefgimnoqrstuy 0123456789,.-'", max_size=200))
def test_any_text_is_read(text: str) -> None:
    found = find_phrases(text)
    assert all(0 <= phrase.start < phrase.end <= len(text) for phrase in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.dates(min_value=date(1993, 1, 1), max_value=date(2009, 12, 31)), st.sampled_from(["three", "six", "nine", "twelve"]))
def test_any_day_in_full(day: date, count: str) -> None:
    phrase = only(f"for the {count} months ended {day:%B} {day.day}, {day.year}")
    assert phrase.ends == (day,)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("for the quarter ended September 30", Phrase(0, 34, 3, day=(9, 30))),
        ("at December 31", Phrase(0, 14, instant=True, day=(12, 31))),
        ("in the June quarter", Phrase(0, 19, 3, day=(6, 0))),
        ("at the end of 1998", Phrase(0, 18, years=(1998,), instant=True)),
        ("at year-end 1996", Phrase(0, 16, years=(1996,), instant=True)),
        ("through nine months", Phrase(0, 19, 9, relation="current")),
        ("year-to-date", Phrase(0, 12, relation="to_date")),
        ("of a year ago", Phrase(0, 13, relation="year_ago")),
        ("the second quarter of fiscal 2000, which ended September 30, 1999", Phrase(0, 65, 3, ends=(date(1999, 9, 30),), quarter=2)),
    ],
)
def test_days_without_a_year_and_other_ways(text: str, wanted: Phrase) -> None:
    assert only(text) == wanted
