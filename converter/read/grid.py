"""Raw cells of a grid (HTML, markdown) become rows: pieces of one figure merged, columns of figures in one cell unstacked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from converter.grammar.currencies import CURRENCY_MARKS, MARKS
from converter.grammar.dates import YEAR
from converter.grammar.numbers import parse_figure
from converter.model import Cell, Number, Place, Row, Segment
from converter.patterns import regex

# What may stand in a cell of its own before and after the digits of a figure.
_OPENER = regex(rf"(?:{CURRENCY_MARKS})?\s*+(?:[(\[<{{]\s*+)?(?:{CURRENCY_MARKS})?")
_CLOSER = regex(r"(?:[)\]>}]\s*%?|%\s*[)\]>}]?)(?:\s?\((?:[a-z]{1,2}|\d{1,2})\)|\s?\*)*")
# What begins so is no figure, whatever follows: most labels are told by it at once.
_WORDS = regex(rf"(?!nil\b|(?-i:{CURRENCY_MARKS})(?![a-z]))[a-z]{{3}}", re.IGNORECASE)
_RULE = regex(r"[-–—]{3,}|[=_]{2,}|(?:[-=_]\s){2,}[-=_]")
_YEAR = regex(YEAR)
_CLOSINGS = ")]>}"
_CLOSING_STARTS = ")]>}%"
_MOST_OPENERS = 3
_NEAR = 2
"""Grid columns within which a closing parenthesis without its partner still belongs to the figure before it."""
_MOST_LINES = 2_000
_LEAST_HEADED, _MOST_HEAD_LINES, _LEAST_BELOW_HEAD = 6, 6, 3
"""Lines of a column of figures that has its head in the same cell, lines of the head, and figures below it: no fewer than it has lines."""


class RawCell(Struct, frozen=True):
    """A piece of a row as the source has it. ``text`` is clean (white space squeezed, mark-up gone); a line feed in it is a line
    break of the source (``<br>``). ``left`` and ``right`` (half-open) are grid columns. ``printed`` is what the place reads back as
    where that is not ``text``. ``spans`` are ``start`` and ``end`` of each line where line feeds part ``text``, and then ``printed`` too
    (a figure unstacked from a cell has a place of its own). A ``label`` is no figure, whatever it says. The rest goes into `Place` and
    `Cell` as it is."""

    text: str
    left: int
    right: int
    line: int | None = None
    start: int | None = None
    end: int | None = None
    path: str | None = None
    header: bool = False
    bold: bool = False
    indent: int = 0
    printed: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    lines: tuple[Segment, ...] = ()
    label: bool = False


class RowMarks(Struct, frozen=True):
    """What a source says of a row as a whole (see `Row`)."""

    rule: bool = False
    rule_above: bool = False
    blank_before: bool = False
    page_break: bool = False


NO_MARKS = RowMarks()


def grid_rows(cells: Iterable[RawCell], document: int, marks: RowMarks = NO_MARKS) -> list[Row]:
    """The rows that one row of the source stands for: one, or several where a cell holds a column of figures parted by line feeds.

    Cells come from left to right; empty ones may be left out, since ``left`` and ``right`` tell the column.
    """
    filled = [cell for cell in cells if cell.text]
    if not any("\n" in cell.text for cell in filled):
        return [grid_row(filled, document, marks)]
    lines = _unstack(filled)
    rows = [grid_row(lines[0], document, marks)]
    rows.extend(grid_row(line, document) for line in lines[1:])
    return rows


def grid_row(cells: Iterable[RawCell], document: int, marks: RowMarks = NO_MARKS) -> Row:
    """One row. ``$`` ``(`` ``1,234`` ``)`` ``%`` in neighbouring cells (or over empty ones) become one cell that spans them, with its
    number; a row of nothing but ``----`` or ``====`` is a rule."""
    filled = [cell for cell in cells if cell.text]
    if marks.rule or (filled and _RULE.fullmatch(filled[0].text) and all(_RULE.fullmatch(cell.text) for cell in filled)):
        return Row(tuple(_plain(cell, document) for cell in filled), True, marks.rule_above, marks.blank_before, marks.page_break)
    return Row(tuple(_merged(filled, document)), False, marks.rule_above, marks.blank_before, marks.page_break)


def parted_lines(cell: RawCell) -> list[RawCell]:
    """The lines of a cell as cells of their own, or [] where it is a column of figures or has far too many."""
    stack = cell.text.split("\n")
    if len(stack) > _MOST_LINES or is_column(stack):
        return []
    lines: list[list[RawCell]] = [[] for _ in stack]
    _deal(cell, stack, lines)
    return [line[0] for line in lines if line]


def is_figure_piece(text: str) -> bool:
    """Whether ``text`` is a figure, a nil mark, or a piece that stands before or after one (``$``, ``)``)."""
    return bool(_OPENER.fullmatch(text) or _CLOSER.fullmatch(text)) or parse_figure(text) is not None


def _merged(cells: list[RawCell], document: int) -> Iterator[Cell]:
    position, count = 0, len(cells)
    while position < count:
        after, number = _figure_at(cells, position)
        if number is None:
            yield _plain(cells[position], document)
            position += 1
        else:
            pieces = cells[position:after]
            yield _figure_cell(pieces, number, document)
            position = after


def _figure_at(cells: list[RawCell], position: int) -> tuple[int, Number | None]:
    """The figure whose first piece is the cell at ``position``, and the position behind its last piece."""
    first, text = position, ""
    if cells[first].label or _WORDS.match(cells[first].text) or _is_mark_for_label(cells[first]):
        return first, None
    while position < len(cells) and position - first < _MOST_OPENERS and _is_opener(cells[position].text):
        text += cells[position].text
        position += 1
    if position == len(cells):
        return first, None
    text += cells[position].text
    number = parse_figure(text)
    if number is None:
        return first, None
    return _closed(cells, position + 1, text, number)


def _is_mark_for_label(cell: RawCell) -> bool:
    """A currency of letters where labels stand is the label (``Yen``, in a table of currencies)."""
    return cell.left == 0 and cell.text in MARKS and cell.text.isalpha()


def _is_opener(text: str) -> bool:
    return not text[0].isdigit() and _OPENER.fullmatch(text) is not None


def _closed(cells: list[RawCell], position: int, text: str, number: Number) -> tuple[int, Number]:
    """Takes in the pieces behind the digits: ``)``, ``%``, ``)%``."""
    while position < len(cells) and cells[position].text[0] in _CLOSING_STARTS and _CLOSER.fullmatch(cells[position].text):
        closer = cells[position].text
        if closer[0] == "%" and _YEAR.fullmatch(text):
            break  # The head of a column of per cents stands beside the year.
        longer = parse_figure(text + closer)
        if longer is None and closer[0] in _CLOSINGS and cells[position].left - cells[position - 1].right < _NEAR:
            longer = parse_figure(f"({text}{closer}")
        if longer is None:
            break
        text, number, position = text + closer, longer, position + 1
    return position, number


def _figure_cell(pieces: list[RawCell], number: Number, document: int) -> Cell:
    own = max(pieces, key=_weight) if len(pieces) > 1 else pieces[0]
    text = own.text if len(pieces) == 1 else "".join(piece.text for piece in pieces)
    place = Place(document, "cell", own.printed or own.text, own.line, own.start, own.end, own.path)
    # A "$" where the labels stand is no part of the column: that is where the digits are.
    left = own.left if pieces[0].left == 0 and pieces[0] is not own else pieces[0].left
    return Cell(text, left, pieces[-1].right, place, number, own.indent, own.header, own.bold)


def _weight(piece: RawCell) -> tuple[bool, bool]:
    """The piece with the digits, else the nil mark, is the figure's own."""
    text = piece.text
    digits = any(character.isdigit() for character in text)
    return digits, not (_OPENER.fullmatch(text) or _CLOSER.fullmatch(text))


def _plain(cell: RawCell, document: int) -> Cell:
    place = Place(document, "label", cell.printed or cell.text, cell.line, cell.start, cell.end, cell.path)
    return Cell(cell.text, cell.left, cell.right, place, None, cell.indent, cell.header, cell.bold, cell.lines)


def _unstack(cells: list[RawCell]) -> list[list[RawCell]]:
    """Lines of the row where some cell is a column of figures; else one line, its line feeds blanks."""
    stacks = [cell.text.split("\n") for cell in cells]
    columns = [len(stack) for stack in stacks if is_column(stack)] or _lines_apart(stacks)
    if not columns or max(columns) > _MOST_LINES:
        return _between_rules(cells, stacks)
    height = max(columns)
    lines: list[list[RawCell]] = [[] for _ in range(height)]
    for cell, stack in zip(cells, stacks, strict=True):
        _deal(cell, stack, lines)
    return [line for line in lines if line]


def _lines_apart(stacks: list[list[str]]) -> list[int]:
    """The height of a row that stands for several though no column has more than one figure: figures stand beside different lines of the
    label. Else nothing."""
    at = {
        next(number for number, line in enumerate(stack) if line.strip())
        for stack in stacks[1:]
        if sum(map(bool, map(str.strip, stack))) == 1 and parse_figure(stack[-1].strip()) is not None
    }
    height = sum(1 for line in stacks[0] if line.strip())
    return [height] if len(at) > 1 and height > max(at) else []


def _between_rules(cells: list[RawCell], stacks: list[list[str]]) -> list[list[RawCell]]:
    """One line, and lines of rules above and below it where cells have rules typed over and under what they say."""
    lines: list[list[RawCell]] = [[], [], []]
    for cell, stack in zip(cells, stacks, strict=True):
        rules = [at for at, text in enumerate(stack) if _RULE.fullmatch(text.strip())] if len(stack) > 1 else []
        bare = [at for at, text in enumerate(stack) if at not in rules and text.strip()] if rules else []
        if not bare:
            lines[1].append(_joined(cell))
            continue
        lines[1].append(_joined(_cut(cell, stack, bare[0], bare[-1] + 1)))
        lines[0].extend([_cut(cell, stack, at, at + 1) for at in rules if at < bare[0]][-1:])
        lines[2].extend([_cut(cell, stack, at, at + 1) for at in rules if at > bare[-1]][:1])
    return [line for line in lines if line]


def _cut(cell: RawCell, stack: list[str], first: int, last: int) -> RawCell:
    """Some of a cell's lines as a cell."""
    text = "\n".join(stack[first:last]).strip()
    if not cell.spans:
        return replace(cell, text=text)
    spans = cell.spans[first:last]
    printed = "\n".join(cell.printed.split("\n")[first:last])
    if len(spans) > 1:
        return replace(cell, text=text, printed=printed, spans=spans)
    return replace(cell, text=text, printed=printed, start=spans[0][0], end=spans[0][1], spans=())


def _deal(cell: RawCell, stack: list[str], lines: list[list[RawCell]]) -> None:
    """Puts each line of a stack on its row; what is longer than the rows is joined to the last."""
    height = len(lines)
    spans = cell.spans or ((cell.start, cell.end),) * len(stack)
    printed = cell.printed.split("\n") if cell.spans else [cell.printed] * len(stack)
    if len(stack) > height:
        spans = (*spans[: height - 1], (spans[height - 1][0], spans[-1][1]))
        printed = [*printed[: height - 1], _squeezed(printed[height - 1 :])]
        stack = [*stack[: height - 1], _squeezed(stack[height - 1 :])]
    for text, own, line, (start, end) in zip(stack, printed, lines, spans, strict=False):
        if text.strip():
            line.append(replace(cell, text=text.strip(), printed=own, start=start, end=end, spans=()))


def _joined(cell: RawCell) -> RawCell:
    """A cell of several lines as one. Where a break is all that parts two of them, the text content, in which places count, has no blank
    there: the place then says so, that numbers inside the label be found at their own characters."""
    if "\n" not in cell.text:
        return cell
    whole = replace(cell, text=_squeezed([cell.text]), printed=_squeezed([cell.printed]), lines=_segments(cell))
    lines = [(line, span) for line, span in zip(cell.printed.split("\n"), cell.spans, strict=False) if line.strip()]
    gaps = [after[1][0] - before[1][1] for before, after in pairwise(lines)]
    if not gaps or min(gaps) > 0 or max(gaps) > 1:
        return whole
    content = lines[0][0] + "".join(" " * gap + line for gap, (line, _) in zip(gaps, lines[1:], strict=True))
    return replace(whole, printed=content, start=lines[0][1][0], end=lines[-1][1][1])


def _segments(cell: RawCell) -> tuple[Segment, ...]:
    """The lines of a cell, each with its own characters; () where the source does not tell them."""
    segments: list[Segment] = []
    offset = 0
    for text, span in zip(cell.text.split("\n"), cell.spans, strict=False):
        if text.strip():
            segments.append(Segment(offset, text.strip(), cell.line, span[0], cell.path))
            offset += len(text.strip()) + 1
    return tuple(segments)


def _squeezed(lines: list[str]) -> str:
    return " ".join(" ".join(lines).split())


def is_rule(text: str) -> bool:
    """Whether a line is nothing but ``----`` or ``====``."""
    return _RULE.fullmatch(text) is not None


def is_column(stack: list[str]) -> bool:
    """A column of figures: two lines or more, each of them blank, a rule, a figure or a piece of one, two at least figures; its head may
    stand above where there are more."""
    filled = [line.strip() for line in stack if line.strip()]
    if len(filled) < 2:
        return False
    odd = [at for at, line in enumerate(filled) if not is_figure_piece(line) and not _RULE.fullmatch(line)]
    if odd and (len(filled) < _LEAST_HEADED or odd[-1] >= _MOST_HEAD_LINES):
        return False
    head = odd[-1] + 1 if odd else 0
    return sum(parse_figure(line) is not None for line in filled[head:]) >= (max(head, _LEAST_BELOW_HEAD) if odd else 2)
