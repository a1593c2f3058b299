"""The ends of labels: a figure with but one blank before it, a footnote's mark, an amount that its label pushed to the right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from converter.grammar.numbers import parse_figure
from converter.patterns import regex
from converter.read.text.line import Piece
from converter.read.text.misread import is_misread

_MARK = regex(r"[A-Za-z.,] {1,3}\(1?\d\)\Z")
"""A footnote's, behind its label."""
_BUSY, _BESIDE, _APART, _LEAST_MARKED = 3, 3, 6, 3
_LAST_FIGURE = regex(r"(?<=[\s)\]:.,a-z])(?<!\d\.)\$?\(?\$?(?:(?<![\d,],)\d[\d,]*(?:\.\d+)?|\.\d+)\)?$")
_DATE_PART = regex(r"(?:19|20)\d\d|[0-3]?\d")
_DATE_BEFORE = regex(
    r"(?:\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?: [0-3]?\d)?|\d,|months?|weeks?|quarter|years?|ended"
    r"|fiscal|and|of)$",
    re.IGNORECASE,
)
_POINT_BEFORE = regex(r"(?:[$(]|(?<=\s))\d{1,3}\.$")
"""What a blank parts from its places, or the number of a note: the digits behind it may be either."""
_YEAR_OF_LABEL = regex(r"\bin (?:19|20)\d\d\)?$", re.IGNORECASE)
""" "shares in 1998", "($14 and $12 in 1998)"."""
_GOES_ON = frozenset(";,")
"""No label ends so, what it counts does: "Common stock, no par value; 20,000,000"."""
_AMOUNT_MARKS = frozenset(",.$")
"""What the numbers of notes and years are without."""
_LEAST_OVERRUN, _FARTHEST, _LEAST_ROWS = 2, 4, 2
"""Pieces of a line, characters that an amount is moved by, and rows that show the column it is moved from."""
_CLOSERS = ")]>}%*- CRr"


def digit_edge(text: str, right: int) -> int:
    """Where a figure's digits end: closing parentheses and marks stick out of the column."""
    return right - (len(text) - len(text.rstrip(_CLOSERS)))


def split_doubtful(pieces: list[Piece], edges: Counter[int]) -> list[Piece]:
    """A label that ends in a figure with but one blank between is label and figure where a column of figures ends there."""
    out: list[Piece] = []
    pieces = _with_mark(pieces, edges)
    for position, piece in enumerate(pieces):
        if piece.number is None and position <= 1 and not _ends_in_mark(piece, edges):
            out.extend(_split_at_edge(piece, edges))
        else:
            out.append(piece)
    return out


def _with_mark(pieces: list[Piece], edges: Counter[int]) -> list[Piece]:
    """The pieces, a footnote's mark two or three blanks behind the label joined to it: "Dividends paid  (1)      (1,174)"."""
    if len(pieces) < _LEAST_MARKED or pieces[1].text[-1] != ")" or pieces[0].number is not None or pieces[2].number is None:
        return pieces
    label, mark, *figures = pieces
    joined = Piece(f"{label.text}{' ' * (mark.left - label.right)}{mark.text}", label.left, mark.right)
    near = mark.left - label.right <= _BESIDE and figures[0].left - mark.right > _APART
    return [joined, *figures] if near and _MARK.search(joined.text) and _ending_near(edges, mark) * _BUSY < max(edges.values()) else pieces


def _ends_in_mark(piece: Piece, edges: Counter[int]) -> bool:
    """Whether a label ends in a footnote's mark, "Receivables (1)": so small an amount only in a column as busy as others, not where the
    few figures of another table end."""
    return (
        piece.text[-1] == ")"
        and _MARK.search(piece.text) is not None
        and _ending_near(edges, piece) * _BUSY < max(edges.values(), default=0)
    )


def _ending_near(edges: Counter[int], piece: Piece) -> int:
    """How many figures end about where a piece does."""
    edge = digit_edge(piece.text, piece.right)
    return edges[edge] + edges[edge - 1] + edges[edge + 1]


def _split_at_edge(piece: Piece, edges: Counter[int]) -> list[Piece]:
    text = piece.text
    if not (text[-1].isdigit() or text[-1] == ")") or is_misread(text[text.rfind(" ") + 1 :]):
        return [piece]
    if _ending_near(edges, piece) < 2 or _YEAR_OF_LABEL.search(text):
        return [piece]
    match = _LAST_FIGURE.search(text)
    number = parse_figure(match[0]) if match and match.start() else None
    if match is None or number is None:
        return [piece]
    label = text[: match.start()].rstrip()
    if label[-1:] in _GOES_ON:
        return [piece]
    if (_DATE_PART.fullmatch(match[0]) and _DATE_BEFORE.search(label)) or (match[0].isdigit() and _POINT_BEFORE.search(label)):
        return [piece]
    figure = Piece(match[0], piece.left + match.start(), piece.right, number)
    return [Piece(label, piece.left, piece.left + len(label)), figure]


def overrun_of(pieces: Sequence[Piece]) -> re.Match[str] | None:
    """The amount that a label ends in, before the figures of other columns."""
    if len(pieces) < _LEAST_OVERRUN or pieces[1].number is None or pieces[0].number is not None:
        return None
    text = pieces[0].text
    if not (text[-1].isdigit() or (text[-1] == ")" and text[-2:-1].isdigit())):
        return None
    match = _LAST_FIGURE.search(text)
    return match if match and match.start() and _AMOUNT_MARKS.intersection(match[0]) else None


def with_pushed(pieces: list[Piece], overrun: re.Match[str], places: Counter[tuple[int, ...]]) -> list[Piece]:
    """A label so long that its amount had to move to the right: where other rows have the same figures and one more in a column that the
    amount lies in, it is that column's."""
    label, others = pieces[0], figure_edges(pieces)
    number = parse_figure(overrun[0])
    edge = digit_edge(label.text, label.right)
    begins = label.left + overrun.start()
    if number is None or sum(places[(column, *others)] for column in range(max(edge - _FARTHEST, begins + 1), edge)) < _LEAST_ROWS:
        return pieces
    words = label.text[: overrun.start()].rstrip()
    return [Piece(words, label.left, label.left + len(words)), Piece(overrun[0], begins, label.right, number), *pieces[1:]]


def figure_edges(pieces: Sequence[Piece]) -> tuple[int, ...]:
    return tuple([digit_edge(piece.text, piece.right) for piece in pieces[1:] if piece.number is not None])
