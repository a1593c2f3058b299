"""Heads of a grid that OCR ran together: dates and lengths of the whole block in the order of the columns, whatever cells hold them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.find.statements.lines.line import Line
from converter.grammar.dates import MONTH, YEAR
from converter.patterns import regex

_UNIT = regex(
    rf"(?P<day>\b{MONTH}\.?\s+\d{{1,2}}\b,?)|(?P<year>\b{YEAR}\b)"
    r"|(?P<length>\b(?:three|six|nine|twelve|thirteen|twenty-six|thirty-nine|fifty-(?:two|three)|\d{1,2})\s+(?:months?|weeks?)|\b(?:quarter|year)s?)\b",
    re.IGNORECASE,
)
_TORN = regex(rf"(?:{YEAR})\s+{MONTH}\.?\s+\d{{1,2}},", re.IGNORECASE)
_SAID = regex(r"\b(?:for|the|period|fiscal|ended|ending|as|of|at|and|(?:un)?audited)\b|[\s,.*()&:;|–—-]", re.IGNORECASE)


def dates_in_order(heads: Sequence[Line], left: int, columns: int) -> list[str]:
    """-> a head for each of the ``columns``, the first of which begins at ``left``; nothing unless the block tells that many dates, says no
    more than periods, and has a length for each run of different dates: one that spans several columns stands over any of them."""
    every = [cell for line in heads if not line.rule for cell in line.cells]
    cells = every if any(is_torn(cell.text) for cell in every) else [cell for cell in every if cell.right > left]
    if any(_SAID.sub("", _UNIT.sub("", cell.text)) for cell in cells):
        return []
    below = [[cell for cell in cells if cell.left == start] for start in sorted({cell.left for cell in cells})]
    by_column = [_dates([match for cell in column for match in _UNIT.finditer(cell.text)]) for column in below]
    if None in by_column:
        # "December 31, | 2009 December 31, | 2008": days whose years went to the next cell.
        by_column = [_dates([match for column in below for cell in column for match in _UNIT.finditer(cell.text)])]
    dates = [date for column in by_column for date in column or ()]
    spanning = sorted(cells, key=lambda cell: cell.left + cell.right)
    lengths = [match["length"] for cell in spanning for match in _UNIT.finditer(cell.text) if match["length"]]
    if len(dates) != columns:
        return []
    runs = _runs(dates)
    if lengths and len(lengths) != len(runs):
        return []
    ended = [f"{length} ended " for length in lengths] or [""] * len(runs)
    return [f"{before}{date}" for before, run in zip(ended, runs, strict=True) for date in run]


def is_torn(text: str) -> bool:
    """ "2009 December 31,": the year of the day before, and a day whose year went on to the next cell."""
    return _TORN.fullmatch(text.strip()) is not None


def _dates(units: Sequence[re.Match[str]]) -> list[str] | None:
    """ "Mar 31, Mar 31, 2005 2004": each day with its year. None where they do not pair."""
    days = [match["day"] for match in units if match["day"]]
    years = [match["year"] for match in units if match["year"]]
    if len(days) != len(years):
        return None
    return [f"{day.rstrip(',')}, {year}" for day, year in zip(days, years, strict=True)]


def _runs(dates: Sequence[str]) -> list[list[str]]:
    """Dates that differ stand under one length; where one comes again, the next length begins."""
    runs: list[list[str]] = []
    for date in dates:
        if not runs or date.lower() in (said.lower() for said in runs[-1]):
            runs.append([])
        runs[-1].append(date)
    return runs
