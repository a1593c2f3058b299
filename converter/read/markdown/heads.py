"""Several heads in one cell: ``2009 2008``, ``April 24, 2010 January 30, 2010``, ``Three Months Ended June 30, Six Months ...``."""

from __future__ import annotations

import re

from converter.grammar.dates import MONTH, YEAR

_NUMBERS = (
    "three|six|nine|twelve|thirteen|fourteen|twenty-(?:six|seven)|thirty-nine|forty|fifty-(?:two|three)|sixteen|two|one|four|first|second"
    "|third|fourth|3|6|9|12|13|26|39|52|53"
)
# Each kind of lead begins a head of its own where it comes again.
_LEADS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:{_NUMBERS})\s+(?:months?|weeks?|quarters?)\b",
        r"\b(?:quarters?|years?|fiscal\s+years?|periods?|months?)\s+(?:ended|ending)\b",
        rf"\b(?:{MONTH})\b\.?\s+\d{{1,2}},?\s+{YEAR}(?!\d)",
        rf"\b\d{{1,2}}/\d{{1,2}}/(?:{YEAR}|\d\d)(?!\d)",
        rf"\b(?:{MONTH})\b\.?\s+\d{{1,2}}(?:,|(?!\d))(?!\s*,?\s+{YEAR})",
        rf"\b(?:fiscal\s+)?{YEAR}(?![\d,.])(?:\s?\(\w{{1,2}}\)|\*)?",
        r"\((?:unaudited|restated|audited|as restated|note \d+)\)",
    )
)
_MAY_BE = re.compile(r"\d\s*[,)]|\d{4}|\d/\d|months|weeks|quarter|ended|ending|\(", re.IGNORECASE)
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
_YEAR = re.compile(rf"(?:{YEAR})(?:\s?\(\w{{1,2}}\)|\*)?")
_YEARS_LAST = re.compile(rf"(?<=\s)(?:{_YEAR.pattern}\s{{1,9}}){{1,7}}{_YEAR.pattern}\s{{0,9}}$")
_LONGEST_TAIL = 34


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


def captioned(text: str) -> list[tuple[int, int]]:
    """``Years Ended December 31, 2009 2008``: start and end of the caption and of each year; else nothing."""
    match = _YEARS_LAST.search(text) if len(text) < 200 else None
    if match is None or not any(character.isalpha() for character in text[: match.start()]) or text[: match.start()].rstrip()[-3:] == "and":
        return []
    years = [(found.start() + match.start(), found.end() + match.start()) for found in _YEAR.finditer(match[0])]
    lead = len(text) - len(text.lstrip())
    return [(lead, len(text[: match.start()].rstrip())), *years]


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
