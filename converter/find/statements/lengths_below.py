"""Panels one below the other, each with a length of its own, under years that are printed once: the quarter, below it the year to date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.find.statements.lines.line import Line
from converter.grammar.dates import MONTH, YEAR
from converter.grammar.periods import Span, read_head
from converter.patterns import regex

_LONGEST = 80
_ONLY_PERIOD = regex(
    rf"(?:(?:for|the|and|period|periods|end(?:ed|ing)?|fiscal|first|second|third|fourth|one|two|three|four|six|eight|nine|twelve|thirteen|sixteen"
    rf"|twenty|thirty|forty|fifty|\d{{1,2}}|{YEAR}|{MONTH}\.?|months?|weeks?|quarters?|years?|to|date|\(?unaudited\)?)(?:[\s,:;–—-]{{1,4}}|$)){{1,24}}",
    re.IGNORECASE,
)
"""A line that says a length of time, its end, and nothing else."""


def begins_panel_of_length(rows: Sequence[Line], index: int, heads: Sequence[Line], captions: str) -> bool:
    """Whether a line among the rows says another length than the ``heads`` above these rows do, or where they say none the captions. Where
    days or years follow, they are heads of their own."""
    line = rows[index]
    if line.rule or line.has_figures or not line.text or len(line.text) > _LONGEST:
        return False
    if sum(1 for cell in line.cells if cell.text.strip()) != 1 or _ONLY_PERIOD.fullmatch(line.text.strip()) is None:
        return False
    below = next((at for at, each in enumerate(rows[index + 1 :], index + 1) if each.has_figures), len(rows))
    if any(_tells_year(each) for each in rows[index + 1 : below + 1]):
        return False
    here = _lengths([line.text])
    told = _lengths([head.text for head in heads]) or _lengths([captions])
    return bool(here and told) and here.isdisjoint(told) and bool(heads_of_panel(line, heads))


def heads_of_panel(line: Line, heads: Sequence[Line]) -> list[Line]:
    """The heads of a panel: those above that say the years, and the line that says its length. Empty where nothing says years."""
    kept = [head for head in heads if not read_head(head.text).spans]
    dated = any(_tells_year(head) for head in kept) or _tells_year(line)
    return [*kept, line] if dated else []


def _tells_year(line: Line) -> bool:
    head = read_head(line.text)
    return bool(head.years or head.dates)


def _lengths(texts: Sequence[str]) -> set[Span]:
    return {span for text in texts for span in read_head(text).spans}
