"""Panels one below the other, each with a length of its own, under years that are printed once: the quarter, below it the year to date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.find.statements.heads.assignment import ColumnHead
from converter.find.statements.heads.span import ColumnSpan
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


def said_of_all(lines: Sequence[Line]) -> str:
    """The one text of a title or caption that says several lengths of all panels: "Three Months and Nine Months Ended September 30"."""
    return next((line.text for line in lines if _says_of_all(line)), "")


def _says_of_all(line: Line) -> bool:
    """Whether a line is one text and says several lengths."""
    texts = [cell.text for cell in line.cells if cell.text.strip()]
    return len(texts) == 1 and len(read_head(texts[0]).spans) > 1


def is_period_over_labels(line: Line, spans: Sequence[ColumnSpan]) -> bool:
    """Whether a text's line says a length or a day and begins well before the columns: it is said of them all, however far it reaches."""
    if line.geometry != "characters" or not spans or line.rule or line.cells[0].left >= spans[0].left - _BEFORE:
        return False
    return _is_bare_length(line)


_BEFORE = 12


def begins_panel_of_length(rows: Sequence[Line], index: int, run: tuple[list[Line], list[Line]], captions: Sequence[Line]) -> bool:
    """Whether a line says another length than the heads above it do, or where they say none the captions; or one of several that these
    say of all, above the first figures too. ``run`` are the heads and the rows below them so far. Where days or years follow, they are
    heads of their own."""
    line, (heads, body) = rows[index], run
    if not _is_bare_length(line):
        return False
    below = next((at for at, each in enumerate(rows[index + 1 :], index + 1) if each.has_figures), len(rows))
    if any(_tells_year(each) for each in rows[index + 1 : below + 1]):
        return False
    here, of_all = _lengths([line.text]), _lengths([said_of_all([*captions, *heads])])
    own = _lengths([head.text for head in heads if not _says_of_all(head)])
    over = own or _lengths([each.text for each in captions])
    one_of_all = here < of_all and here.isdisjoint(own)
    other = any(row.has_figures for row in body) and here.isdisjoint(over) and bool(over)
    return bool(here) and (one_of_all or other) and bool(heads_of_panel(line, heads))


def _is_bare_length(line: Line) -> bool:
    """Whether a line is one text that says a length, its end, and nothing else."""
    if line.rule or line.has_figures or not line.text or len(line.text) > _LONGEST:
        return False
    return sum(1 for cell in line.cells if cell.text.strip()) == 1 and _ONLY_PERIOD.fullmatch(line.text.strip()) is not None


def heads_of_panel(line: Line, heads: Sequence[Line]) -> list[Line]:
    """The heads of a panel: those above that say the years, and the line that says its length. Empty where nothing says years."""
    kept = [head for head in heads if _says_of_all(head) or not read_head(head.text).spans]
    dated = any(_tells_year(head) for head in kept) or _tells_year(line)
    return [*kept, line] if dated else []


def _tells_year(line: Line) -> bool:
    head = read_head(line.text)
    return bool(head.years or head.dates)


def _lengths(texts: Sequence[str]) -> set[Span]:
    return {span for text in texts for span in read_head(text).spans}


def with_own_length(heads: Sequence[ColumnHead], captions: Sequence[str], of_all: str) -> None:
    """Where a text says several lengths of all panels and a ``captions`` line of one of them says one of these, it is the length of its
    columns."""
    own = [text for text in captions if len(read_head(text).spans) == 1]
    here = _lengths(own)
    if len(here) == 1 and here < _lengths([of_all]) and not any(read_head(head.text).spans for head in heads):
        for head in heads:
            head.pieces.insert(0, own[0])


def lengths_in_order(parts: Sequence[Sequence[ColumnHead]], of_all: str) -> None:
    """Several lengths said ``of_all``, of as many parts that have the same years and say none: the first part is of the first. ``parts``
    are the heads of each."""
    lengths = read_head(of_all).spans
    texts = [[head.text for head in heads] for heads in parts]
    if not 1 < len(lengths) == len(parts) or any(text != texts[0] for text in texts) or not all(map(_is_of_a_year, texts[0])):
        return
    if len(set(texts[0])) == len(texts[0]):
        for heads, length in zip(parts, lengths, strict=True):
            for head in heads:
                head.pieces.insert(0, f"{length.count} {length.unit}s")


def _is_of_a_year(text: str) -> bool:
    """Whether a head says a year or a day of one, and no length."""
    head = read_head(text)
    return bool(head.years or head.dates) and not (head.spans or head.to_date)
