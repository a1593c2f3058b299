"""What a head or caption says of periods: durations, dates, years, and the words that decide what they mean."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct, field

from converter.grammar.dates import MONTH, day_of, find_dates, find_month_days, find_years, full_year
from converter.patterns import holds_one, regex

_NUMBER_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "quarter": 1,
}  # fmt: skip
_TENS = "twenty|thirty|forty|fifty"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_COUNT = (
    rf"(?:(?:{_TENS})(?:[\s-]+(?:{_ONES}))?|{_ONES}|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|\d{1,3})"
)
# "Due within one year" says when a debt falls due, not how long a period is.
_TERM = regex(rf"\b(?:within|after|beyond|than|over)\s+(?:the\s+next\s+)?{_COUNT}\s+(?:days|months?|years?)\b", re.IGNORECASE)
# "This year" beside "last year" says which of two, not how long.
_WHICH = regex(r"\b(?:this|last|current|prior|previous|preceding)[\s-]+years?(?:['’]s)?\b(?!\s+end)", re.IGNORECASE)
_DURATION = regex(
    rf"""\b(?P<count>{_COUNT})(?:\s*(?:,|and|&)\s*(?P<count2>{_COUNT}))?[\s-]*(?P<unit>months?|mos?\b\.?|weeks?|wks?\b\.?|quarters?|years?|days)\b
    |\b(?P<single>quarters?(?:ly)?|years?|twelve-month|half|FY(?=\W|\d|$))(?:[\s-]+(?:period|to[\s-]date))?s?(?=\W|(?<=FY)\d|$)
    |\bfor\s+the\s+(?P<month>month)\s+(?:ended|of)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_ENDS_IN_MONTH = regex(rf"\b{MONTH}\.?\s$", re.IGNORECASE)
_LONGEST_MONTH = 12
_ORDINAL = regex(
    r"\b(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)\s+(?:fiscal\s+)?(?:quarter|qtr|Q)\b"
    r"|\bQ(?P<q>[1-4])\b|\b(?P<q2>[1-4])Q(?:\d\d){0,2}\b",
    re.IGNORECASE,
)
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_QUARTER_YEAR = regex(
    r"\b[1-4]Q\s?['’]?(?P<year>\d\d)\b|\bQ[1-4][\s-]?['’]?(?P<year2>\d\d)\b|\bF[YQ]\s?['’]?(?P<year3>\d\d)\b(?:\s?[/–-]\s?(?P<next>\d\d)\b)?",
    re.IGNORECASE,
)
_DIGIT = regex(r"\d")
_STEMS = ("mo", "week", "wk", "quarter", "qtr", "year", "day", "half", "fy", "yt", "y.t")
"""One of them stands in all words for lengths, and in those for the year to date."""
_BARE_YEAR = r"(?P<{}>[89]\d|[01]\d|2[0-5])"
_SHORT_DATE = regex(
    rf"\b(?P<day>{MONTH}\.?\s\d{{1,2}},?\s){_BARE_YEAR.format('year')}(?=\s*(?:$|[;()&*–-]|(?:and|to|through|thru|{MONTH})\b))"
    rf"|(?<![\d.])(?P<month>0?[1-9]|1[0-2])\.(?P<day2>[0-3]?\d)\.{_BARE_YEAR.format('year2')}(?![\d.]*\d)",
    re.IGNORECASE,
)
""" "Mar 31 97" and "3.31.97": days over columns and in captions; elsewhere such numbers are others."""
_FROM_TO = regex(
    r"\b(?:from|period|since)\b.{0,60}?\b(?:to|through|thru|until|-)\b|\binception\b|\bcumulative\b"
    r"|\bsince\b.{0,30}\b(?:formation|organization)\b",
    re.IGNORECASE | re.DOTALL,
)
_INCEPTION = regex(r"inception|cumulative|since\s+(?:formation|organization)|development\s+stage", re.IGNORECASE)
_OF_YEAR = regex(r"(?:,\s*|(?<!\s)\s+(?:,\s*)?)?(?:of\s+)?(?:the\s+)?(?:fiscal\s+year|FY)(?=\s*['’]?\d)", re.IGNORECASE)
"""Behind a quarter's number: the year that it belongs to, no length."""
_TO_DATE = regex(r"\b(?:fiscal[\s-]+)?years?[\s-]+to[\s-]+date\b|\bY\.?T\.?D\b\.?", re.IGNORECASE)
_INSTANT = regex(r"\b(?:as\s+of|as\s+at|at)\b", re.IGNORECASE)
_ENDED = regex(r"\bend(?:ed|ing)?\b", re.IGNORECASE)


class Span(Struct, frozen=True):
    """A length of time: ``count`` of ``unit`` (``month``, ``week``, ``day``)."""

    count: int
    unit: str

    @property
    def months(self) -> int:
        """Its length in whole months: 13 weeks are a quarter, 40 weeks (12 + 12 + 16) three quarters."""
        if self.unit == "month":
            return self.count
        if self.unit == "week":
            return _WEEKS.get(self.count, round(self.count / 4.345))
        return round(self.count / 30.4)


_WEEKS = {4: 1, 5: 1, 12: 3, 13: 3, 14: 3, 16: 4, 24: 6, 26: 6, 27: 6, 28: 6, 36: 9, 39: 9, 40: 9, 52: 12, 53: 12}


class Head(Struct, frozen=True):
    """All that a text says of periods, in the order it says it."""

    text: str
    spans: tuple[Span, ...] = ()
    dates: tuple[date, ...] = ()
    month_days: tuple[tuple[int, int], ...] = ()
    years: tuple[int, ...] = ()
    quarter: int = 0
    since: bool = False
    """From a beginning (inception) to a date: two dates, or one and an inception."""
    inception: bool = False
    instant: bool = False
    ended: bool = False
    month_days_open: tuple[tuple[int, int], ...] = field(default=())
    """Month-days that are not part of a whole date."""
    to_date: bool = False
    """The fiscal year to date, its length not told."""

    @property
    def is_empty(self) -> bool:
        return not (self.spans or self.dates or self.month_days or self.years or self.quarter)


@lru_cache(maxsize=4096)
def read_head(text: str) -> Head:
    """Read a head or caption. White space of any kind counts as one blank."""
    text = " ".join(text.split())
    if not text:
        return Head("")
    if not _may_say_period(text):
        return _head_of_words(text)
    rest = _with_whole_years(text)
    dates = find_dates(rest)
    for found in reversed(dates):
        rest = rest[: found.start] + " ; " + rest[found.end :]
    open_days = tuple((found.month, found.day) for found in find_month_days(rest))
    years = [found.year for found in find_years(rest)]
    quarter = _ORDINAL.search(rest)
    number = 0
    if quarter:
        number = _ORDINALS.get((quarter["ordinal"] or "").lower(), 0) or int(quarter["q"] or quarter["q2"])
        rest_spans = rest[: quarter.start()] + " quarter " + _OF_YEAR.sub("", rest[quarter.end() :], count=1)
    else:
        rest_spans = rest
    to_date = _TO_DATE.search(rest_spans)
    if to_date:
        rest_spans = _TO_DATE.sub(" ; ", rest_spans)
    short = _QUARTER_YEAR.search(rest)
    if short and not years:
        year = full_year(short["year"] or short["year2"] or short["year3"])
        doubled = short["next"] and int(short["next"]) == (year + 1) % 100
        years = [year + 1 if doubled else year]
    return Head(
        text,
        _spans(rest_spans),
        tuple(found.day for found in dates),
        tuple((found.month, found.day) for found in find_month_days(_with_whole_years(text))),
        tuple(years),
        number,
        bool(_FROM_TO.search(text)) and (len(dates) >= 2 or bool(_INCEPTION.search(text))),
        bool(_INCEPTION.search(text)),
        bool(_INSTANT.search(text)),
        bool(_ENDED.search(text)),
        open_days,
        to_date is not None,
    )


def _may_say_period(text: str) -> bool:
    """A cheap test that all texts pass which say a length, a date, a year or a quarter: a digit, or a stem of a word for a length."""
    return _DIGIT.search(text) is not None or holds_one(text.lower(), _STEMS)


def _head_of_words(text: str) -> Head:
    """What a text says of periods that says none: whether it is of a beginning, of an instant, of an end."""
    inception = bool(_INCEPTION.search(text))
    since = inception and bool(_FROM_TO.search(text))
    return Head(text, since=since, inception=inception, instant=bool(_INSTANT.search(text)), ended=bool(_ENDED.search(text)))


def _with_whole_years(text: str) -> str:
    """The text with short dates as others print them: "Mar 31 '97", "3/31/97"."""
    if not _DIGIT.search(text):
        return text
    return _SHORT_DATE.sub(
        lambda match: f"{match['day']}'{match['year']}" if match["day"] else f"{match['month']}/{match['day2']}/{match['year2']}", text
    )


def _spans(text: str) -> tuple[Span, ...]:
    spans: list[Span] = []
    text = _WHICH.sub(" ", _TERM.sub(" ", text))
    for match in _DURATION.finditer(text):
        if match["count"]:
            unit = match["unit"].lower()
            # "June 30, Six Months Ended June 30": the first number is a day.
            is_day = match["count2"] and _ENDS_IN_MONTH.search(text[: match.start()][-_LONGEST_MONTH:])
            for count in (None if is_day else match["count"], match["count2"]):
                if count:
                    spans.append(_span(_count(count), unit))
        elif match["single"]:
            spans.append(_single(match["single"].lower()))
        else:
            spans.append(Span(1, "month"))
    return tuple(dict.fromkeys(span for span in spans if 0 < span.count <= 400))


def _span(count: int, unit: str) -> Span:
    if unit.startswith("w"):
        return Span(count, "week")
    if unit.startswith("q"):
        return Span(3 * count if count <= 4 else 0, "month")
    if unit.startswith("y"):
        # "Three years ended" lists three years; each is one.
        return Span(12, "month")
    if unit.startswith("d"):
        return Span(count, "day")
    return Span(count, "month") if count <= 60 else Span(0, "month")


def _single(word: str) -> Span:
    if word.startswith("quarter"):
        return Span(3, "month")
    return Span(6, "month") if word == "half" else Span(12, "month")


def _count(text: str) -> int:
    if text.isdecimal():
        return int(text)
    return sum(_NUMBER_WORDS[word] for word in re.split(r"[\s-]+", text.lower()))


def is_month_end(day: date) -> bool:
    """Whether the next day is in another month."""
    return (day + timedelta(days=1)).month != day.month


def floats(day: date) -> bool:
    """A day near a month's end that is not its end: such years and quarters end on a weekday."""
    return not is_month_end(day) and (day.day >= 24 or day.day <= 7)


def months_before(day: date, months: int) -> date:
    """The day ``months`` earlier; the last of the month for a month's last day."""
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    if is_month_end(day):
        return (date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)) - timedelta(days=1)
    return day_of(year, month + 1, day.day) or date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - timedelta(days=1)


def first_day(end: date, span: Span, previous_ends: tuple[date, ...] = (), weekly: bool = False) -> date:
    """The first day of a duration that ends on ``end`` (conventions, Periods).

    Month-end filers start on the first of a month; others on the day after a printed end of the period before where there is
    one (``previous_ends``), else counted in whole weeks, which ``weekly`` tells of a month's end too. Never an invented January 1.
    """
    if span.unit == "day":
        return end - timedelta(days=span.count - 1)
    nominal = months_before(end, span.months) + timedelta(days=1)
    near = [day for day in previous_ends if abs((day + timedelta(days=1) - nominal).days) <= 10 and day < end]
    if span.unit == "week":
        counted = end - timedelta(days=7 * span.count - 1)
        exact = [day for day in near if abs((day + timedelta(days=1) - counted).days) <= 7]
        return exact[0] + timedelta(days=1) if exact and exact[0] + timedelta(days=1) == counted else counted
    if near:
        return min(near, key=lambda day: abs((day + timedelta(days=1) - nominal).days)) + timedelta(days=1)
    if is_month_end(end) and not weekly:
        return nominal
    if _mid_month_filer(end):
        return nominal
    return end - timedelta(days=7 * _whole_weeks(span.months) - 1)


def _mid_month_filer(end: date) -> bool:
    """A day far from a month's end is a fixed day of the month (the 15th), not the Saturday nearest the end."""
    return 9 <= end.day <= 20


def _whole_weeks(months: int) -> int:
    return {3: 13, 6: 26, 9: 39, 12: 52}.get(months, round(months * 4.345))
