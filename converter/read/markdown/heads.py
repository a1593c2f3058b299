"""Several heads in one cell: ``2009 2008``, ``April 24, 2010 January 30, 2010``, ``Three Months Ended June 30, Six Months ...``."""

from __future__ import annotations

import re
from itertools import takewhile

from converter.grammar.dates import MONTH, YEAR
from converter.patterns import regex

_NUMBERS = (
    "three|six|nine|twelve|thirteen|fourteen|twenty-(?:six|seven)|thirty-nine|forty|fifty-(?:two|three)|sixteen|two|one|four|first|second"
    "|third|fourth|3|6|9|12|13|26|39|52|53"
)
# Each kind of lead begins a head of its own where it comes again.
_LEADS = tuple(
    regex(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:for\s+the\s+)?(?:(?:{_NUMBERS})\s+(?:months?|weeks?|quarters?)|(?:quarters?|(?:fiscal\s+)?years?|periods?|months?)\s+end(?:ed|ing))\b",
        rf"\b(?:{MONTH})\b\.?\s+\d{{1,2}},?\s+{YEAR}(?!\d)",
        rf"\b\d{{1,2}}/\d{{1,2}}/(?:{YEAR}|\d\d)(?!\d)",
        rf"\b(?:{MONTH})\b\.?\s+\d{{1,2}}(?:,|(?!\d))(?!(?:\s*,)?\s+{YEAR})",
        rf"\b(?:fiscal\s+)?{YEAR}(?![\d,.])(?:\s?\(\w{{1,2}}\)|\*)?",
        r"\((?:unaudited|restated|audited|as restated|note \d+)\)",
    )
)
_MAY_BE = regex(r"\d\s*[,)]|\d{4}|\d/\d|months|weeks|quarter|ended|ending|\(", re.IGNORECASE)
# Words of one head that spans columns: never one head each.
PERIOD_WORDS = frozenset(
    {
        *(
            "three",
            "six",
            "nine",
            "twelve",
            "thirteen",
            "fourteen",
            "months",
            "weeks",
            "month",
            "week",
            "quarter",
            "quarters",
            "year",
            "years",
        ),
        *(
            "ended",
            "ending",
            "fiscal",
            "period",
            "as",
            "of",
            "at",
            "and",
            "the",
            "for",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
        ),
        *("july", "august", "september", "october", "november", "december"),
    }
)
_YEAR = rf"(?:{YEAR})(?:\s?\(\w{{1,2}}\)|\*)?(?![\d,.])"
_HEAD = regex(
    rf"""(?:[\s,:]|\bnotes?\b){{1,40}}
    |(?P<time>(?:for\s+the\s+)?(?:(?:{_NUMBERS})[\s-]+(?:months?|weeks?|quarters?)|fiscal\s+years?|years?|quarters?|periods?)(?:\s+(?:ended|ending))?
        (?:\s+(?:{MONTH})\b\.?\s+\d{{1,2}}[,:]?(?=\s+(?:notes?\s+)?{YEAR}\s+{YEAR}))?|as\s+of|at(?=\s))
    |(?P<date>(?:{MONTH})\b\.?\s+\d{{1,2}},?\s+{_YEAR}(?!\s+{YEAR})|\d{{1,2}}/\d{{1,2}}/(?:{YEAR}|\d\d)(?!\d))
    |(?P<day>(?:{MONTH})\b\.?\s+\d{{1,2}}(?:,|(?!\d)))
    |(?P<year>{_YEAR})
    |(?P<note>\((?:unaudited|restated|audited|as\s+restated)\))""",
    re.IGNORECASE | re.VERBOSE,
)
_YEAR_ONLY = regex(_YEAR)
_SPANNING = regex(
    rf"(?:for\s+the\s+)?(?:[a-z\d-]+\s+)?(?:months?|weeks?|fiscal\s+years?|years?|quarters?|periods?)(?:\s+(?:ended|ending))?"
    rf"(?:\s+(?:{MONTH})\b\.?\s+\d{{1,2}},?)?|(?:(?:as\s+of|at)\s+)?(?:{MONTH})\b\.?\s+\d{{1,2}},?|(?:fiscal\s+)?year[\s-]to[\s-]date",
    re.IGNORECASE,
)
_DATE = regex(rf"(?:{MONTH})\.?\s+\d{{1,2}},?\s+(?:{YEAR})", re.IGNORECASE)
_DAY = regex(rf"(?:{MONTH})\.?\s+\d{{1,2}},?", re.IGNORECASE)
_REMARK = regex(r"\((?:unaudited|audited|restated|as\s+restated)\)", re.IGNORECASE)
_LONGEST_TAIL, _LONGEST_HEAD = 34, 60

Level = tuple[str, list[tuple[int, int]]]
"""A row of heads: the kind of each, where each starts and ends."""


def heads_in(text: str) -> list[tuple[int, int]]:
    """Start and end of each head where ``text`` holds several of one kind, else nothing."""
    if len(text) > 400 or not _MAY_BE.search(text):
        return []
    stripped = len(text) - len(text.lstrip())
    for lead in _LEADS:
        if lead.match(text, stripped):
            matches = list(lead.finditer(text))
            return _cut(text, matches) if len(matches) > 1 else []
    return []


def head_levels(text: str) -> list[list[tuple[int, int]]]:
    """Rows of heads run together, from the top: ``Years Ended June 26, June 28, 2004 2003`` is a span of time, two days, two years.

    Start and end of each head; nothing where the text holds anything else, or no row of two heads and more."""
    if len(text) > 300 or not _MAY_BE.search(text):
        return []
    levels: list[Level] = []
    position, size = 0, len(text.rstrip())
    while position < size:
        match = _HEAD.match(text, position)
        if match is None:
            return []
        kind = match.lastgroup
        if kind is not None:
            if not levels or levels[-1][0] != kind:
                levels.append((kind, []))
            levels[-1][1].append(match.span(kind))
        position = match.end()
    levels = _rejoined(levels)
    counts = [len(spans) for _, spans in levels]
    if len(counts) < 2 or counts[-1] < 2 or any(counts[-1] % count for count in counts) or counts != sorted(counts):
        return []
    return [spans for _, spans in levels]


def _rejoined(levels: list[Level]) -> list[Level]:
    """``Three Months Ended June 30, Six Months Ended June 30,`` is a row of two heads, not four rows of one."""
    heads: list[tuple[int, int]] = []
    taken = 0
    for kind, spans in takewhile(lambda level: len(level[1]) == 1, levels):
        if kind == "time":
            heads.append(spans[0])
        elif kind == "day" and heads:
            heads[-1] = (heads[-1][0], spans[0][1])
        else:
            break
        taken += 1
    return [("time", heads), *levels[taken:]] if len(heads) > 1 else levels


def may_be_heads(text: str) -> bool:
    """The text is several heads and nothing else."""
    return bool(head_levels(text)) or len(heads_in(text)) > 1


def is_year(text: str) -> bool:
    """A year and nothing else."""
    return _YEAR_ONLY.fullmatch(text) is not None


def is_spanning(text: str) -> bool:
    """A span of time, or a day without its year: a head that stands over several columns."""
    return len(text) < 80 and _SPANNING.fullmatch(text) is not None


def head_kind(line: str) -> str:
    """What kind of head a line is (``year``, ``date``, ``remark``, ``day``, ``span``), nothing where it is none."""
    text = line.strip(" *#")
    if not 3 < len(text) <= _LONGEST_HEAD:
        return ""
    if is_year(text):
        return "year"
    if _DATE.fullmatch(text):
        return "date"
    if _REMARK.fullmatch(text):
        return "remark"
    if _DAY.fullmatch(text):
        return "day"
    return "span" if is_spanning(text) else ""


def is_head(line: str) -> bool:
    """The line is the head of a column or of several, and nothing else."""
    return bool(head_kind(line))


def words_in(text: str) -> list[tuple[int, int]]:
    """Start and end of each word."""
    return [match.span() for match in re.finditer(r"\S+", text)]


def _cut(text: str, matches: list[re.Match[str]]) -> list[tuple[int, int]]:
    starts = [match.start() for match in matches]
    pieces = []
    for first, after in zip(starts, [*starts[1:], len(text)], strict=True):
        piece = text[first:after].rstrip()
        if text[first:after].strip() == "" or " and " in f" {piece} " or len(piece) > _LONGEST_TAIL + 24:
            return []
        pieces.append((first, first + len(piece)))
    return pieces
