"""Rows of a statement: labels joined where they wrap, headings above them, figures in their columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from converter.find.statements.columns import ColumnSpan
from converter.find.statements.stream import Line
from converter.model import Cell

_OPEN_END = re.compile(
    r"(?:\b(?:and|of|in|for|to|from|by|on|the|or|per|with|at|than|less|net|before|after|under|an?|other|its|into|as|which|that"
    r"|including|between|used|provided|common|total)|[,;\-–(/&])\s*$",
    re.IGNORECASE,
)
_MAY_END = re.compile(r"\b(?:net|other|total)\s*$", re.IGNORECASE)
"""Words that end a label as well, where nothing hangs below it."""
_QUALIFIES = re.compile(
    r"\b(?:limited|average|weighted|accumulated|additional|unrealized|estimated|mandatorily|redeemable)\s*$", re.IGNORECASE
)
"""Words that stand before what they qualify: no heading ends with one."""
_LOWER_START = re.compile(r"^\(?[a-z]")
_JOINING_START = re.compile(
    r"^(?:of|and|in|for|to|from|by|on|or|with|per|before|after|attributable|applicable"
    r"|net\s+of)\b(?!\s+(?:operations|investing|financing))",
    re.IGNORECASE,
)
_IN_PARENTHESES = re.compile(r"\([^()]*\)")
_PAGE = re.compile(r"\W{0,3}page\s+(?:[A-Z]-?)?\d{1,3}(?:\s+of\s+\d{1,3})?\W{0,3}", re.IGNORECASE)
_LONGEST_PAGE = 24
_TO_NOTES = re.compile(r"\W{0,3}(?:see|refer\s+to|the)\s.{0,40}\bnotes\b.{0,40}\bstatements?\b", re.IGNORECASE)
_COMMITMENTS = re.compile(r"(?:commitments?|contingen(?:t|c)\w*)\b", re.IGNORECASE)
"""A caption that a balance sheet must have and that has no amount (Regulation S-X, 5-02.25)."""
_NO_AMOUNT = re.compile(r"\(?\*{1,3}\)?|n/?[am]|n\.[am]\.", re.IGNORECASE)
_NOTE_MARK = re.compile(r"^\(?\d{1,2}\)?$|^\([a-z]\)$|^[A-Z]$")


@dataclass(slots=True)
class DraftRow:
    """A row in the making. ``cells`` are (column, cell); ``strays`` are figures of its lines that stand in no column; ``indent`` where
    its first label line begins. ``parted`` where a rule or a page's end lies between it and the line above. ``marked`` where its columns
    have marks that are no amount: "*", "N/A"."""

    labels: list[Cell] = field(default_factory=list)
    cells: list[tuple[int, Cell]] = field(default_factory=list)
    strays: list[Cell] = field(default_factory=list)
    indent: int = 0
    ruled: bool = False
    blank_before: bool = False
    parted: bool = False
    marked: bool = False

    @property
    def filled(self) -> bool:
        """Whether it says something of the columns: no heading, and no line of a label that goes on."""
        return bool(self.cells) or self.marked

    @property
    def label(self) -> str:
        return join_labels([cell.text for cell in self.labels])


def join_labels(pieces: Sequence[str]) -> str:
    """Pieces of a label as one line; a hyphen that parts a word at a line's end goes, and so do leaders."""
    text = ""
    for piece in pieces:
        piece = _without_leader(" ".join(piece.split()))
        if text.endswith("-") and len(text) > 1 and text[-2].islower() and piece[:1].islower():
            text = text[:-1] + piece
        else:
            text = f"{text} {piece}" if text else piece
    return text.strip(" .")


def _without_leader(text: str) -> str:
    """A line without the dots that a blank parts from its last word."""
    bare = text.rstrip(" .")
    return bare + text[len(bare) :].partition(" ")[0]


def is_stacked(lines: Sequence[Line], anywhere: bool = False) -> bool:
    """Whether lines were broken anew before their figures: most figures stand on the line below their label, at its beginning, or
    ``anywhere`` on it."""
    figured = stacked = 0
    label: Line | None = None
    for line in lines:
        if line.rule or not line.cells:
            continue
        if not line.has_figures:
            label = line
            continue
        figured += 1
        first = line.cells[0]
        stacked += label is not None and len(line.figures) == len(line.cells) and (anywhere or first.left < label.cells[0].right)
        label = None
    return figured >= _LEAST_STACKED and stacked * 10 >= figured * 6


_LEAST_STACKED = 4


def draft_rows(lines: Sequence[Line], spans: Sequence[ColumnSpan], geometry: str, stacked: bool = False) -> list[DraftRow]:
    """Lines -> rows. Wrapped labels are joined to the row that holds their figures; ``stacked`` as `is_stacked` tells."""
    column_of = {id(cell): index for index, span in enumerate(spans) for _, cell in span.cells}
    first = spans[0].left if spans else 0
    out: list[DraftRow] = []
    ruled = parted = False
    single = any(line.rule and not _is_double(line) for line in lines)
    for index, line in enumerate(lines):
        if line.rule:
            parted = True
            # A double rule closes what stands above it.
            ruled = (ruled or any(cell.right > first for cell in line.cells) or not line.cells) and not (single and _is_double(line))
            continue
        if _is_page_number(line, len(spans)) or _points_to_notes(line) or _is_running(line, column_of, lines[index + 1 : index + 2]):
            parted = parted or line.page_break
            continue
        row = _draft(line, column_of, first)
        row.ruled = ruled or line.rule_above
        row.parted = parted or line.page_break
        if row.labels or row.cells or row.strays:
            if row.cells:
                ruled = False
            parted = False
            out.append(row)
    return _join_wrapped(_unstacked(out) if stacked else out, geometry)


def _is_double(line: Line) -> bool:
    return bool(line.cells) and all("=" in cell.text for cell in line.cells)


def _unstacked(rows: list[DraftRow]) -> list[DraftRow]:
    """Each label with the figures below it."""
    out: list[DraftRow] = []
    for row in rows:
        above = out[-1] if out else None
        if above is not None and not above.cells and row.cells and not row.labels:
            above.labels = [cell for cell in above.labels if cell.text.strip(" $")]
            above.cells, above.ruled = row.cells, above.ruled or row.ruled
            above.strays.extend(row.strays)
        else:
            out.append(row)
    return out


def _is_page_number(line: Line, columns: int) -> bool:
    """A lone small bare number on a line of a statement with several columns, or "Page 7"."""
    if len(line.text) < _LONGEST_PAGE and _PAGE.fullmatch(line.text):
        return True
    if columns < 2 or len(line.cells) != 1:
        return False
    text = line.cells[0].text.strip("- ")
    return text.isdigit() and len(text) <= 3


def _is_running(line: Line, column_of: dict[int, int], below: Sequence[Line]) -> bool:
    """A name with the number of its page beside it: "Page 7", or a bare number that stands in no column or ends the page."""
    if len(line.cells) != 2:
        return False
    for cell, other in (line.cells, line.cells[::-1]):
        if other.number is None and cell.number is None and len(cell.text) < _LONGEST_PAGE and _PAGE.fullmatch(cell.text):
            return True
        if other.number is None and cell.number is not None and cell.text.isdigit() and len(cell.text) <= 3 and line.blank_before:
            apart = id(cell) not in column_of
            return (apart and (line.page_break or not below)) or any(each.page_break for each in below)
    return False


def _points_to_notes(line: Line) -> bool:
    return _TO_NOTES.match(line.text) is not None and not line.has_figures


def _draft(line: Line, column_of: dict[int, int], first: int) -> DraftRow:
    row = DraftRow(blank_before=line.blank_before)
    for cell in line.cells:
        column = column_of.get(id(cell))
        if column is not None:
            row.cells.append((column, cell))
        elif cell.number is None and row.labels and cell.right > first and _NO_AMOUNT.fullmatch(cell.text.strip()):
            row.marked = True
        elif cell.number is None and not row.cells and cell.text.strip():
            row.labels.append(cell)
        elif cell.number is not None and not row.cells and cell.right <= first:
            if row.labels:
                row.labels.append(cell)
            else:
                row.strays.append(cell)
        elif cell.number is not None:
            row.strays.append(cell)
        elif cell.number is None and row.cells and re.search(r"[A-Za-z]{3}", cell.text) and len(cell.text) > 6 and not row.labels:
            row.labels.append(cell)
    while len(row.labels) > 1 and _NOTE_MARK.match(row.labels[-1].text):
        mark = row.labels.pop()
        if mark.number is not None:
            row.strays.append(mark)
    row.indent = row.labels[0].indent if row.labels else 0
    return row


def _join_wrapped(rows: list[DraftRow], geometry: str) -> list[DraftRow]:
    widths = sorted(row.labels[0].right - row.labels[0].left for row in rows if row.labels and geometry == "characters")
    full = widths[int(len(widths) * 0.95)] if widths else 0
    edges = sorted(row.labels[0].right for row in rows if row.labels and geometry == "characters")
    edge = edges[int(len(edges) * 0.95)] if edges else 0
    out: list[DraftRow] = []
    pending: list[DraftRow] = []
    for index, row in enumerate(rows):
        following = rows[index + 1] if index + 1 < len(rows) else None
        if row.filled:
            if pending:
                if not row.labels:
                    row.labels = _before_columns(row)
                    row.strays = [cell for cell in row.strays if cell not in row.labels]
                row.labels = [cell for part in pending for cell in part.labels] + row.labels
                row.strays = [cell for part in pending for cell in part.strays] + row.strays
                row.indent = pending[0].indent
                row.ruled = row.ruled or any(part.ruled for part in pending)
                pending = []
            out.append(row)
        elif not row.labels:
            # Nothing but figures beside the columns: they go with the line above, or below.
            home = (pending or out or rows[index + 1 : index + 2] or [row])[-1]
            home.strays.extend(row.strays)
        elif (
            out
            and out[-1].filled
            and not pending
            and (_goes_on(out[-1], row, following, geometry) or _hangs_below(out[-1], rows, index, edge))
        ):
            out[-1].labels.extend(row.labels)
            out[-1].strays.extend(row.strays)
        elif _is_begun(row, pending, rows[index + 1 : index + 1 + _MOST_IN_PARENTHESES], full, geometry) or _hangs(
            pending, rows, index, edge
        ):
            pending.append(row)
        else:
            out.extend(_as_heading(pending, row))
            pending = []
    out.extend(pending)
    return out


def _as_heading(pending: list[DraftRow], row: DraftRow) -> list[DraftRow]:
    """A heading that wrapped over several lines is one heading."""
    if not pending:
        return [row]
    pending[0].labels = [cell for part in (*pending, row) for cell in part.labels]
    pending[0].strays = [cell for part in (*pending, row) for cell in part.strays]
    return [pending[0]]


def _goes_on(previous: DraftRow, row: DraftRow, following: DraftRow | None, geometry: str) -> bool:
    """Whether a line without figures belongs to the row above it: its label went on below its figures."""
    if row.parted or not previous.labels or (row.blank_before and geometry == "characters"):
        return False
    text = row.labels[0].text
    last = previous.labels[-1].text
    if text.rstrip().endswith(":") or _COMMITMENTS.match(text):
        return False
    if _LOWER_START.match(text):
        # The start of the next label would not be in lower case, unless all labels are.
        return not (_LOWER_START.match(last) and following is not None and following.cells and not _OPEN_END.search(last))
    return (
        bool(_OPEN_END.search(last))
        and (row.indent > previous.indent or geometry != "characters" or not _MAY_END.search(last))
        and not _is_wrapped_heading(following)
        and row.indent >= previous.indent
        and not (following is not None and following.cells and row.indent < following.indent)
    )


def _hangs_below(previous: DraftRow, rows: Sequence[DraftRow], index: int, edge: int) -> bool:
    """Whether a line without figures ends the label of the row above: it hangs there, its first word would not have fit, and the next
    line hangs there no more, as below a heading. ``edge`` is where the labels of the page end, 0 where it is not known."""
    row = rows[index]
    below = rows[index + 1] if index + 1 < len(rows) else None
    if not previous.labels or row.parted or row.blank_before or (below is not None and not below.labels):
        return False
    return (
        (below is None or below.indent <= previous.indent) and _is_hung(row, previous.indent) and not _fits(previous.labels[-1], row, edge)
    )


def _hangs(pending: Sequence[DraftRow], rows: Sequence[DraftRow], index: int, edge: int) -> bool:
    """Whether a line without figures goes on in the next ones down to the first figures: they hang below it, or like it below what is
    ``pending``, the next word would not have fit, and nothing else hangs beside them, as below a heading."""
    row, end = rows[index], index + 1
    while end < len(rows) and not rows[end].cells and end - index < _MOST_HUNG:
        end += 1
    rest = rows[index + 1 : end + 1]
    after = rows[end + 1] if end + 1 < len(rows) else None
    if not rest or not rest[-1].cells or after is None or (after.labels and after.indent >= rest[0].indent):
        return False
    indent = row.indent if pending else rest[0].indent
    hung = all(each.labels and not each.blank_before and not each.parted and each.indent == indent for each in rest)
    return hung and _is_hung(rest[0], (pending or rows[index:])[0].indent) and not _fits(row.labels[-1], rest[0], edge)


_MOST_HUNG, _DEEPEST = 4, 4


def _is_hung(row: DraftRow, indent: int) -> bool:
    return 0 < row.indent - indent <= _DEEPEST


def _fits(cell: Cell, row: DraftRow, edge: int) -> bool:
    """Whether the first word of a line would have fit on the line of a label, which does not end in a colon."""
    return not edge or cell.text.rstrip().endswith(":") or cell.right + 1 + len(row.labels[0].text.split()[0]) <= edge


def _is_wrapped_heading(following: DraftRow | None) -> bool:
    """Whether what begins on a line goes on in the ``following`` one to a colon: a heading."""
    if following is None or following.cells or not following.labels:
        return False
    return bool(_LOWER_START.match(following.labels[0].text)) and following.labels[-1].text.rstrip().endswith(":")


def _is_begun(row: DraftRow, pending: Sequence[DraftRow], below: Sequence[DraftRow], full: int, geometry: str) -> bool:
    """Whether a line without figures begins the label (or goes on with it) that a line ``below`` ends."""
    if not below:
        return False
    return _is_open([*pending[-_MOST_IN_PARENTHESES:], row], below) or (
        _wraps_into(row, below[0], full, geometry) and not _heads_two(row, below[:2])
    )


def _is_open(rows: Sequence[DraftRow], below: Sequence[DraftRow]) -> bool:
    """Whether a parenthesis that lines without figures open is closed in the label of the first row with figures below them."""
    depth = sum(_depth(row) for row in rows)
    if depth <= 0:
        return False
    for row in below:
        depth += _depth(row)
        if row.filled or row.parted:
            return depth <= 0 and not row.parted
    return False


_MOST_IN_PARENTHESES = 6


def _depth(row: DraftRow) -> int:
    return sum(cell.text.count("(") - cell.text.count(")") for cell in row.labels)


def _before_columns(row: DraftRow) -> list[Cell]:
    """The strays of a row with figures that stand where labels do."""
    return [cell for cell in row.strays if row.cells and cell.right <= row.cells[0][1].left]


def _wraps_into(row: DraftRow, following: DraftRow, full: int, geometry: str) -> bool:
    """Whether a line without figures is the beginning of the label that the next line ends."""
    text = row.labels[-1].text.rstrip()
    if text.endswith(":"):
        return False
    if not following.labels:
        # "less income tax benefit of" and the amount on a line of its own; "accounts of $9 in 1997 and $8 in" and the year.
        return bool(_before_columns(following))
    below = following.labels[0].text
    if _LOWER_START.match(below) or _JOINING_START.match(below) or _IN_PARENTHESES.fullmatch(below):
        return True
    if following.blank_before and geometry == "characters":
        return False
    if _OPEN_END.search(text) or (_QUALIFIES.search(text) and following.indent >= row.indent):
        return True
    if geometry != "characters" or not full:
        return False
    width = row.labels[0].right - row.labels[0].left
    hanging = 0 < following.indent - row.indent <= 4
    return hanging and width >= full * 0.75 and width + len(below.split()[0]) + 1 >= full


def _heads_two(row: DraftRow, below: Sequence[DraftRow]) -> bool:
    """Whether two rows in sentence case hang alike below a line: it is their heading, however long. The rest of a label hangs alone."""
    return (
        len(below) == 2
        and all(each.cells and each.labels and each.indent > row.indent for each in below)
        and below[0].indent == below[1].indent
        and all(each.labels[0].text[:1].isupper() for each in below)
    )


def heads_of(rows: Sequence[DraftRow]) -> list[tuple[int, tuple[str, ...]]]:
    """For each row its depth and the headings that it stands under, by indent and colon."""
    levels = sorted({row.indent for row in rows if row.labels})
    rank = {indent: depth for depth, indent in enumerate(levels)}
    stack: list[tuple[int, str, bool]] = []
    out: list[tuple[int, tuple[str, ...]]] = []
    for row in rows:
        indent = row.indent if row.labels else (stack[-1][0] + 1 if stack else 0)
        label = row.label
        if not row.filled and not row.labels:
            out.append((0, ()))
            continue
        if not row.filled:
            while stack and stack[-1][0] >= indent:
                stack.pop()
            out.append((rank.get(row.indent, 0), tuple(text for _, text, _ in stack)))
            stack.append((indent, label, label.endswith(":")))
            continue
        while stack and stack[-1][0] > indent:
            stack.pop()
        if label.lower().startswith("total") or label.lower().startswith("net cash"):
            while stack and stack[-1][0] >= indent and len(stack) > 1:
                stack.pop()
        out.append((rank.get(row.indent, 0), tuple(text for _, text, _ in stack)))
    return out
