"""Periods as sentences name them: "the three months ended March 31, 2003 and 2002", "the same quarter last year", "as of June 30".

Only what the words say; which days they mean is settled by whoever knows the filing's calendar."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from converter.grammar.dates import MONTH, YEAR, day_of, find_dates, full_year, month_number
from converter.patterns import regex

Relation = Literal["", "current", "same", "year_ago", "previous", "to_date"]

_COUNTS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12,
    "thirteen": 13, "fourteen": 14, "sixteen": 16, "twenty-four": 24, "twenty-six": 26, "twenty-seven": 27, "thirty-six": 36,
    "thirty-nine": 39, "forty": 40, "fifty-two": 52, "fifty-three": 53,
}  # fmt: skip
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4}
_COUNT = rf"(?:{'|'.join(sorted(_COUNTS, key=len, reverse=True))}|\d{{1,2}})"
_AGO = (
    r"(?:an?|one)\syear\s(?:ago|earlier|before)|the\syear\s(?:earlier|before)(?!\s(?:last|that))"
    r"|(?:last|(?:the\s)?(?:prior|previous|preceding))\s(?:fiscal\s)?year"
)
_DATE = rf"{MONTH}\.?\s\d{{1,2}},?\s?{YEAR}"
_DATES = rf"(?:{_DATE}|{MONTH}\.?\s\d{{1,2}})(?:(?:,\s?and\s|,\s|\sand\s)(?:{_DATE}|{YEAR}(?!\d))){{0,4}}"
_YEARS = rf"{YEAR}(?![\d,]*\d)(?:(?:,\sand\s|,\s|\sand\s){YEAR}(?!\d)){{0,4}}"

_QUALIFIER = (
    rf"(?:same|comparable|corresponding|equivalent|similar|like|year[- ]ago|year[- ]earlier|(?:prior|previous|last)[- ]years?(?:['’]s)?"
    rf"|prior|previous|preceding|immediately|last|this|current|most\srecent|latest|recently|completed|just|fiscal|full|entire|record|{'|'.join(_ORDINALS)}"
    rf"|(?:fiscal\s)?{YEAR}(?:['’]s)?)"
)
_FIRST = rf"(?:{_COUNT}(?:[- ](?:month|week)s?)?|quarter)\sand\s"
_HEAD = (
    rf"(?P<and_year>{_FIRST})(?:full\s|fiscal\s){{0,2}}years?"
    rf"|(?P<also>{_FIRST}(?:first\s)?)?(?P<count>{_COUNT})[- ](?:full\s)?(?P<unit>month|week)s?(?:[- ]periods?)?"
    r"|quarters?|periods?|years?|half"
)
_TAIL = (
    rf"\s(?:just\s)?(?:ended|ending)\s(?:on\s)?(?P<dates>{_DATES})"
    rf"|,?\s(?:of\s|in\s|for\s)?(?P<ago>{_AGO})"
    rf"|,?\s(?:of\s|in\s|for\s)?(?:the\s)?(?:fiscal\s)?(?:year\s)?(?:years\s)?(?P<years>{_YEARS})(?:,?\s(?:which\s)?ended\s(?:on\s)?(?P<day>{_DATE}))?"
    rf"|\s(?:of|in|for)\sthe\s(?P<current>current|same)\s(?:fiscal\s)?year"
)
_SPAN = regex(
    rf"\b(?:(?:of|for|in|during|from|to|with|than|over)\s(?=(?:an?|one)\s))?(?P<ago2>{_AGO})\b(?!['’]s)"
    rf"|\b(?:(?:for|in|during|over|of|to|from|with)\s)?(?:(?:the|its|our|a)\s)?(?P<lastyear>(?:last|prior)\syear['’]s\s)?(?P<month>{MONTH})\squarter\b"
    r"|\b(?:for\sthe\s)?(?P<ytd>year[- ]to[- ]date)\b"
    rf"|\b(?:(?P<prep>for|in|during|over|of|to|from|with|through)\s)?(?:(?:the|its|our|their|a)\s)?(?P<quals>(?:{_QUALIFIER}[\s-]){{0,5}})(?P<head>{_HEAD})\b(?:{_TAIL})?"
    rf"|\bq(?P<q>[1-4])(?:\s|\sof\s)?(?:fiscal\s)?(?P<qyear>{YEAR})?\b"
    rf"|\b(?:in|for|during|of|from|to)\s(?:the\s)?(?:fiscal\s)?(?:years?\s)?(?P<plain>{_YEARS})\b(?!\s(?:quarter|period|{'|'.join(_ORDINALS)}))"
    rf"|\bfiscal\s(?:years?\s)?(?P<fiscal>{_YEARS})\b(?!\s(?:{'|'.join(_ORDINALS)}))",
)
_INSTANT = regex(
    rf"\b(?:as\sof|at|on)\s(?:the\s(?:close|end)\sof\sbusiness\son\s)?(?P<dates>{_DATES})"
    rf"|\b(?:as\sof|at)\s(?:the\s)?(?:(?:end|close)\sof\s(?:fiscal\s)?|(?:fiscal\s)?year[- ]end\s)(?P<years>{YEAR})\b"
    r"|\b(?:as\sof|at)\s(?:the\s)?(?:(?:end|close)\sof\s(?:the\s)?(?:quarter|period|(?:fiscal\s)?year)|(?:quarter|year|period)[- ]end)\b",
)
_DAY_ALONE = regex(rf"({MONTH})\.?\s(\d{{1,2}})")
_HINT = regex(r"quarter|period|year|month|week|half|\bq[1-4]|\d\d\d\d|\b(?:at|of) [a-z]+ \d")
_WORD_YEAR = regex(rf"\b{YEAR}\b")


class Phrase(Struct, frozen=True):
    """A period in words, characters ``start`` to ``end`` of the text. ``months`` or ``weeks`` tell its length (both 0: not said, as
    in "the same period"); ``ends`` the last days that are printed in full, in their order; ``years`` the years where only those are;
    ``quarter`` 1 to 4; ``relation`` how it hangs on the sentence's own period. ``instant`` for balances ("as of"),
    with 12 months where they are the fiscal year's ("at year-end"). ``lengths`` are months
    and weeks of each of "the three and nine months"; ``day`` is the month and day of an end printed without its year, the day 0 for "the
    June quarter"."""

    start: int
    end: int
    months: int = 0
    weeks: int = 0
    ends: tuple[date, ...] = ()
    years: tuple[int, ...] = ()
    quarter: int = 0
    relation: Relation = ""
    instant: bool = False
    lengths: tuple[tuple[int, int], ...] = ()
    day: tuple[int, int] | None = None

    @property
    def count(self) -> int:
        """How many periods the phrase names."""
        return max(1, len(self.ends), len(self.years)) * max(1, len(self.lengths))


@lru_cache(maxsize=1 << 5)
def find_phrases(text: str) -> tuple[Phrase, ...]:
    """The periods that a sentence names, in order, none overlapping another. Of the last few sentences they are kept: each is asked for
    its own several times."""
    lower = text.lower()
    if len(lower) != len(text) or not _HINT.search(lower):
        return ()
    found = [phrase for match in _INSTANT.finditer(lower) if (phrase := _instant(match))]
    for match in _SPAN.finditer(lower):
        phrase = _span(match)
        if phrase is not None and not any(other.start < phrase.end and phrase.start < other.end for other in found):
            found.append(phrase)
    return tuple(sorted(found, key=lambda phrase: phrase.start))


def _instant(match: re.Match[str]) -> Phrase | None:
    if match["dates"] is None:
        years = _years(match["years"])
        months = 12 if not years and "year" in match[0] else 0
        return Phrase(match.start(), match.end(), months, years=years, relation="" if years else "current", instant=True)
    ends, day = _ends(match["dates"]), _day(match["dates"])
    return Phrase(match.start(), match.end(), ends=ends, instant=True, day=day) if ends or day else None


def _span(match: re.Match[str]) -> Phrase | None:
    start, end = match.span()
    if match["ago2"]:
        return Phrase(start, end, relation="year_ago")
    if match["month"]:
        return None if match["lastyear"] else Phrase(start, end, 3, day=(month_number(match["month"]), 0))
    if match["ytd"]:
        return Phrase(start, end, relation="to_date")
    if match["q"]:
        return Phrase(start, end, 3, quarter=int(match["q"]), years=_years(match["qyear"]))
    years = match["plain"] or match["fiscal"]
    return Phrase(start, end, 12, years=_years(years)) if years else _headed(match)


def _headed(match: re.Match[str]) -> Phrase | None:
    """A phrase with a head noun: its qualifiers and tail say which one is meant."""
    quals = (match["quals"] or "").lower()
    months, weeks = _length(match)
    head = match["head"].lower()
    words = quals.replace("-", " ").split()
    quarter = next((number for word, number in _ORDINALS.items() if word in words), 0) if head.startswith("quarter") else 0
    years = _years(match["years"]) or _years(quals)
    relation = _relation(quals, head, bool(match["ago"]))
    dates = match["dates"] or match["day"]
    ends, day = (_ends(dates), _day(dates)) if dates else ((), None)
    if dates and not (ends or day):
        return None
    if years or ends or day:
        relation = ""
    elif not (match["prep"] or quals or match["ago"]) or (head.startswith("year") and not (quals.strip() or match["prep"])):
        return None
    if head.startswith("half"):
        months = 6
    return Phrase(
        match.start(), match.end(), months, weeks, ends, years if not ends else (), quarter, relation, lengths=_lengths(match), day=day
    )


def _lengths(match: re.Match[str]) -> tuple[tuple[int, int], ...]:
    """Those of "the three and nine months", "the fourth quarter and full year"."""
    if match["and_year"]:
        return _counted(match["and_year"], "month"), (12, 0)
    return (_counted(match["also"], match["unit"]), _counted(match["count"], match["unit"])) if match["also"] else ()


def _length(match: re.Match[str]) -> tuple[int, int]:
    head = match["head"].lower()
    if match["also"] or match["and_year"]:
        return 0, 0
    if match["count"]:
        return _counted(match["count"], match["unit"])
    if head.startswith("quarter"):
        return 3, 0
    return (12, 0) if head.startswith("year") else (0, 0)


def _counted(text: str, unit: str) -> tuple[int, int]:
    """Months and weeks of a length, "nine" or "thirteen weeks and": its own unit counts before that of the words behind."""
    if text.startswith("quarter"):
        return 3, 0
    word = re.split(r"(?<=\d)\D|[\s]|-(?=month|week)", text.lower(), maxsplit=1)[0]
    count = _COUNTS.get(word) or int(word)
    weeks = "week" in text.lower() or (unit.lower() == "week" and "month" not in text.lower())
    return (0, count) if weeks else (count, 0)


def _relation(quals: str, head: str, ago: bool) -> Relation:
    words = quals.replace("-", " ").replace("’", "'").split()
    yearly = ago or "ago" in words or "earlier" in words or any(word.startswith("year") for word in words)
    if yearly:
        return "year_ago"
    if any(word in words for word in ("same", "comparable", "corresponding", "equivalent", "similar", "like")):
        return "same"
    if any(word in words for word in ("prior", "previous", "preceding")) or ("last" in words and not head.startswith("period")):
        return "year_ago" if head.startswith("year") else "previous"
    return "current"


def _years(text: str | None) -> tuple[int, ...]:
    return tuple(full_year(year) for year in _WORD_YEAR.findall(text)) if text else ()


def _day(text: str) -> tuple[int, int] | None:
    """``March 31`` without any year."""
    alone = _DAY_ALONE.fullmatch(text)
    return (month_number(alone[1]), int(alone[2])) if alone else None


@lru_cache(maxsize=256)
def _ends(text: str) -> tuple[date, ...]:
    """``March 31, 2003 and 2002`` is two days; ``March 31`` without any year is none."""
    whole = find_dates(text)
    first = re.match(rf"({MONTH})\.?\s(\d{{1,2}})", text)
    if first is None or not _WORD_YEAR.search(text):
        return ()
    if len(whole) == len(_WORD_YEAR.findall(text)):
        return tuple(found.day for found in whole)
    if len(whole) > 1:
        return ()
    days = [day_of(int(year), month_number(first[1]), int(first[2])) for year in _WORD_YEAR.findall(text)]
    return tuple(day for day in days if day) if all(days) else ()
