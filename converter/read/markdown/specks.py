"""Specks, and pieces of rules between columns, that OCR read as marks of their own in lines with single blanks between figures."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from msgspec.structs import replace

from converter.model import Cell, Row
from converter.patterns import regex
from converter.read.markdown.columns import usual_around
from converter.read.markdown.heads import is_spanning, may_be_heads
from converter.read.markdown.tabs import is_pipe_rule
from converter.read.markdown.torn import looks_torn

_HINTS = (" |", "| ", " ~", " .", " '", " `", " ^", " _", " ¦", " :", " ;")
_BAR = "|"
_UNDERLINE = "_"
# Points that lead to figures stand in rows of their own; one before two digits, or behind a mark of currency, may be the figure's.
_SPECK = regex(
    r"(?<!\S)(?:[|¦~'`’‘^]|(?<=[\d)—–-]\s)[:;](?=\s{0,9}$)|(?<!\.\s)\.(?!\s\.|\s\d\d(?![\d,.])|(?<=[$(]\s\.)\s\d{3,4}(?![\d,.])))(?!\S)"
)
_LINE = regex(r"(?<!\S)_(?!\S)")
_LINE_OF_LABEL = regex(r"(?<=[A-Za-z:,;]\s)_(?=\s[A-Za-z(]|\s{0,9}$)")
"""Below two columns and more no nil mark stands alone."""
_BLANK = "\u2005"
"""A blank like any other, but for those who count them: where a speck was, nothing is set apart."""
_LEAST_ROWS = 4
_LONGEST = 180


def without_specks(lines: list[str]) -> list[str]:
    """The lines, each as wide as it was, with blanks for specks where most rows are lines of figures with blanks alone between, and no
    bars part any table's cells."""
    barred = [line for line in lines if _BAR in line]
    if any(map(_is_pipe_row, barred)):
        return lines
    cleaned = {at: _cleaned(line) for at, line in enumerate(lines) if len(line) < _LONGEST and any(hint in line for hint in _HINTS)}
    dirty = {at: line for at, line in cleaned.items() if line != lines[at]}
    least = max(_LEAST_ROWS, len(barred) + 1)
    if not dirty or sum(1 for _ in islice((line for line in lines if _BAR not in line and looks_torn(line)), least)) < least:
        return lines
    return [dirty.get(at, line) for at, line in enumerate(lines)]


def _is_pipe_row(line: str) -> bool:
    return (line.lstrip()[:1] == _BAR and line.count(_BAR) > 1) or is_pipe_rule(line)


def _cleaned(line: str) -> str:
    line = _SPECK.sub(_BLANK, line)
    if _UNDERLINE not in line:
        return line
    bare = _LINE.sub(_BLANK, line)
    return bare if is_spanning(bare.strip()) or may_be_heads(bare.strip()) else _LINE_OF_LABEL.sub(_BLANK, line)


def without_blanks(text: str) -> str:
    """What stands on a line of which specks were taken, a blank between its words."""
    return " ".join(text.split()) if _BLANK in text else text


def without_excess(rows: Sequence[Row]) -> list[Row]:
    """The rows without the underlines and dashes that are more than the columns of the rows around them have room for."""
    counts = [0 if any(map(_is_underline, row.cells)) else len(_figures(row)) for row in rows]
    return [_shed(row, counts, at) if any(map(_is_dash, row.cells)) else row for at, row in enumerate(rows)]


def _figures(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if cell.number is not None]


def _shed(row: Row, counts: Sequence[int], at: int) -> Row:
    """The row without its underlines where they are what it has too many, or all that it has; or without a dash behind amounts."""
    figures = _figures(row)
    usual = usual_around(counts, at)
    excess = len(figures) - usual
    underlines = [cell for cell in figures if _is_underline(cell)]
    if usual > 1 and underlines and (len(underlines) == excess or len(underlines) == len(figures) < usual):
        return replace(row, cells=tuple([cell for cell in row.cells if cell not in underlines]))
    if usual > 1 and excess == 1 and _is_dash(figures[-1]) and not any(map(_is_dash, figures[:-1])):
        return replace(row, cells=row.cells[:-1])
    return row


def _is_dash(cell: Cell) -> bool:
    return cell.number is not None and cell.number.dash


def _is_underline(cell: Cell) -> bool:
    return _is_dash(cell) and cell.text[-1:] == _UNDERLINE
