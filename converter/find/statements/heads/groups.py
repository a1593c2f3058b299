"""How many columns each head of a line spans, as the line below says: years begin anew, quarters go on into another year."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter.find.statements.lines.line import Line
from converter.grammar.called_years import years_back
from converter.grammar.periods import Head, read_head


def groups_of_years(heads: Sequence[Line], columns: int) -> int:
    """ "2003  2002  2003  2002", "This Year  Last Year" twice: how many times the years over the columns begin anew; so many heads span
    them evenly. 0 where they do not."""
    for line in heads:
        years = [_years(cell.text) for cell in line.cells]
        if len(years) != columns or not all(len(each) == 1 for each in years):
            continue
        size = next((size for size in range(2, columns // 2 + 1) if columns % size == 0 and years == years[:size] * (columns // size)), 0)
        return columns // size if size and len(set(years[:size])) == size else 0
    return 0


def _years(text: str) -> tuple[int, ...]:
    """The years that a head names; for one that it calls, how far that lies back."""
    head = read_head(text)
    named = head.years or tuple(day.year for day in head.dates)
    called = None if named else years_back(text)
    return named if called is None else (called,)


def runs_of_years(heads: Sequence[Line], columns: int) -> tuple[int, ...]:
    """ "March 31 | Dec. 31 | Sept. 30 | June 30 | March 31": how many of the columns each of the years above them spans (1 and 4): the
    quarters go down by and by, and begin anew where the year does. Empty where no line has a quarter or a month for each column."""
    for line in heads:
        told = [_season(read_head(cell.text)) for cell in line.cells if cell.text.strip()]
        if len(told) < columns or columns < _LEAST_COLUMNS:
            continue
        seasons = told[len(told) - columns :]
        if all(seasons):
            return _runs(seasons)
    return ()


_LEAST_COLUMNS = 3


def _season(head: Head) -> int:
    """The quarter or month that a head without a year names; 0 where it names none, or a year too."""
    if head.years or head.dates:
        return 0
    return 3 * head.quarter or (head.month_days[0][0] if len(head.month_days) == 1 else 0)


def _runs(seasons: Sequence[int]) -> tuple[int, ...]:
    steps = [there - here for here, there in pairwise(seasons)]
    falling = sum(step < 0 for step in steps) * 2 >= len(steps)
    breaks = [index + 1 for index, step in enumerate(steps) if (step >= 0) == falling]
    return tuple(there - here for here, there in pairwise([0, *breaks, len(seasons)]))
