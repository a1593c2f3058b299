"""Cells of text rows by geometry: pieces between gaps, figures split from labels where columns say so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from converter.grammar.currencies import MARKS
from converter.grammar.numbers import parse_figure
from converter.model import Cell, Place, Row
from converter.patterns import regex
from converter.read.text import lines as kinds
from converter.read.text.label_ends import digit_edge, figure_edges, overrun_of, split_doubtful, with_pushed
from converter.read.text.line import Piece, TextLine
from converter.read.text.misread import counts_whole, may_be_misread, with_comma, with_digits
from converter.read.text.thousands import with_thousands

_LEADERS = regex(
    r"\.{3,}|(?<!\S)(?:\.\s){2,}\.?|(?: \.){2,} ?|(?<=[a-z)])\.{2,}(?=\s|$)|(?<!_)_{3,}+(?=\s*[\d$(.<\[{-])"
    r"|(?<![^\s$(])_{1,2}+(?=[\d$(.<\[{])"
)
_PIECE = regex(r"\S+(?: \S+)*")
_TAGS = regex(r"</?(?:TABLE|CAPTION|S|C|FN|TEXT|PAGE|F\d{1,2})>", re.IGNORECASE)
_TOUCHING = regex(r"(?<=,\d{3})(?=\d)")
_ABUTTING = regex(r"(?<=,\d{3})(?=\d|\(\d[\d,]{2})|(?<=\d\))(?=\(\d[\d,]{2})")
"""One or two digits in parentheses may be the mark of a footnote."""
_TOKEN = regex(r"\S+")
_OPEN_TAIL = regex(r"[$(]+\s*$")
_NEXT_MARK = regex(r"(?<=[\d)a-z:-]) \$\s?\(?$")
_BULLETS = frozenset("*-\u2013\u2014\u2022\xb7\u25aa\u25cf\u25e6")
_YEAR_TO_NUMBER = regex(r"(?:19|20)\d\d [-–—]{1,2}")
"""The year of the number behind it: "Issued: 1995 -  16,303,000 shares"."""
_CLOSING = frozenset({")", "%", ")%", "%)"})
_FIGURE_ENDS = frozenset(")%*-–—]>}l_Rr")
# Without these a line that has no gap is one piece.
_NO_PLAIN = ("\t", "<", "_", "$")


_Split: TypeAlias = tuple[TextLine, list[Piece], list[int] | None]


def rows_of(region: Sequence[TextLine], document: int) -> tuple[Row, ...]:
    """The rows of a region. Two passes: clean rows tell where columns end, doubtful pieces are split there."""
    split = [(line, *_pieces(line)) for line in with_thousands(region)]
    edges = _edges(pieces for _, pieces, _ in split)
    split = _reread(split, edges)
    rows = []
    places: Counter[tuple[int, ...]] = Counter()
    for line, pieces, columns in split:
        if line.kind != kinds.RULE:
            pieces = split_doubtful(pieces, edges)
            overrun = overrun_of(pieces)
            if overrun:
                places = places or Counter(figure_edges(each) for _, each, _ in split)
                pieces = with_pushed(pieces, overrun, places)
        if pieces:
            rows.append(_row(line, pieces, columns, document))
    return tuple(rows)


def _reread(split: list[_Split], edges: Counter[int]) -> list[_Split]:
    """The lines, those with misread figures in their columns mended."""
    whole = counts_whole(piece.number for _, pieces, _ in split for piece in pieces if piece.number is not None)
    out: list[_Split] = []
    for each in split:
        if may_be_misread(each[0]):
            each = _again(each, with_digits(each[0], edges))
        if whole and each[0].kind == kinds.ROW:
            each = _again(each, with_comma(each[0], [piece.number for piece in each[1] if piece.number is not None], edges))
        out.append(each)
    return out


def _again(before: _Split, line: TextLine) -> _Split:
    return before if line is before[0] else (line, *_pieces(line))


def _pieces(line: TextLine) -> tuple[list[Piece], list[int] | None]:
    """The pieces of a line and, where it holds tabs, the raw column of each expanded column."""
    text = line.raw
    if line.kind == kinds.PLAIN and not any(mark in text for mark in _NO_PLAIN):
        bare = text.strip()
        left = text.find(bare)
        piece = Piece(bare, left, left + len(bare))
        return _parted(_without_bullet(piece) if bare and bare[0] in _BULLETS else piece) if bare else [], None
    columns = None
    if "\t" in text:
        text, columns = _expand(text)
    if "<" in text:
        text = _TAGS.sub(_blank, text)
    if ".." in text or ". ." in text or "_" in text:
        text = _LEADERS.sub(_blank, text)
    pieces = [Piece(match[0], match.start(), match.end()) for match in _PIECE.finditer(text)]
    if line.kind == kinds.RULE:
        return pieces, columns
    if pieces and pieces[0].text[0] in _BULLETS:
        pieces[0] = _without_bullet(pieces[0])
    return _figures(pieces), columns


def _without_bullet(piece: Piece) -> Piece:
    """What a bullet stands before. A star before words with a colon is a footnote's mark: what stands below takes an amount apart."""
    rest = piece.text[2:]
    if piece.text[0] == "*" and piece.text[-1] == ":":
        return piece
    return Piece(rest, piece.left + 2, piece.right) if piece.text[1:2] == " " and rest[:1].isalpha() else piece


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _expand(text: str) -> tuple[str, list[int]]:
    """Tabs to columns of 8, with the raw column of each. One that is but a column wide stays: it parts what a blank would not."""
    out: list[str] = []
    columns: list[int] = []
    for raw, character in enumerate(text):
        width = 8 - len(out) % 8 if character == "\t" else 1
        out.extend(" " * width if character == "\t" and width > 1 else character)
        columns.extend([raw] * width)
    columns.append(len(text))
    return "".join(out), columns


def _figures(pieces: list[Piece]) -> list[Piece]:
    """Pieces that are figures, several figures in one piece parted, ``$`` and ``(`` joined to what follows."""
    out: list[Piece] = []
    for piece in pieces:
        last = piece.text[-1]
        if last in "$(":
            for part in _without_opener(piece):
                _add(out, part)
        elif out and (out[-1].text[-1] in "$(" or piece.text in _CLOSING or out[-1].text in MARKS):
            _add(out, piece)
        elif last.isdigit() or last in _FIGURE_ENDS:
            out.extend(_parted(piece))
        else:
            out.append(piece)
    return out


def _add(out: list[Piece], piece: Piece) -> None:
    """A piece that may belong to the one before."""
    if out and (_is_mark(out) or (out[-1].text[-1] in "$(" and _OPEN_TAIL.fullmatch(out[-1].text))):
        joined = _join(out[-1], piece)
        if joined:
            out[-1] = joined
            return
    if out and out[-1].number is not None and piece.text in _CLOSING:
        gap = " " * (piece.left - out[-1].right)
        closed = parse_figure(out[-1].text + gap + piece.text) if piece.left - out[-1].right <= 3 else None
        if closed:
            out[-1] = Piece(out[-1].text + gap + piece.text, out[-1].left, piece.right, closed)
            return
    out.extend(_parted(piece))


def _is_mark(out: list[Piece]) -> bool:
    """Whether the last piece is a currency's mark (``DM``), and not where labels stand: there it may be the label."""
    return len(out) > 1 and out[-1].text in MARKS


def _without_opener(piece: Piece) -> Iterator[Piece]:
    """``723 $`` is a figure and the mark of the next one."""
    tail = _NEXT_MARK.search(piece.text)
    if tail:
        yield Piece(piece.text[: tail.start()], piece.left, piece.left + tail.start())
        yield Piece(tail[0].strip(), piece.right - len(tail[0].strip()), piece.right)
    else:
        yield piece


def _join(opening: Piece, piece: Piece) -> Piece | None:
    """``$`` with the figure behind it, which may be the first of several in the piece."""
    text = opening.text + " " * (piece.left - opening.right) + piece.text
    number = parse_figure(text)
    return Piece(text, opening.left, piece.right, number) if number else None


def _parted(piece: Piece) -> list[Piece]:
    text = piece.text
    last = text[-1]
    if not (last.isdigit() or last in _FIGURE_ENDS):
        return [piece]
    number = parse_figure(text)
    if number is not None:
        if "," in text and _TOUCHING.search(text):
            return _touching(piece, _TOUCHING)
        piece.number = number
        return [piece]
    if "," in text and " " not in text and _ABUTTING.search(text):
        return _touching(piece, _ABUTTING)
    return _several(piece)


def _several(piece: Piece) -> list[Piece]:
    """A piece of nothing but figures with single blanks between: each is one of its own."""
    found: list[Piece] = []
    pending: Piece | None = None
    if _YEAR_TO_NUMBER.fullmatch(piece.text):
        return [piece]
    for match in _TOKEN.finditer(piece.text):
        token = Piece(match[0], piece.left + match.start(), piece.left + match.end())
        if pending is not None:
            token = Piece(pending.text + " " + token.text, pending.left, token.right)
            pending = None
        token.number = parse_figure(token.text)
        if token.number is None:
            if token.text not in MARKS and not _OPEN_TAIL.fullmatch(token.text):
                return [piece]
            pending = token
            continue
        found.append(token)
    return found if pending is None and found else [piece]


def _touching(piece: Piece, bounds: re.Pattern[str]) -> list[Piece]:
    """``1,234,5672,345,678`` is two figures: a group of three digits ends the first. So is ``(1,234)(5,678)``."""
    out = []
    at = 0
    for cut in [match.start() for match in bounds.finditer(piece.text)] + [len(piece.text)]:
        part = piece.text[at:cut]
        number = parse_figure(part)
        if number is None:
            return [piece]
        out.append(Piece(part, piece.left + at, piece.left + cut, number))
        at = cut
    return out


def _edges(rows: Iterable[list[Piece]]) -> Counter[int]:
    counts: Counter[int] = Counter()
    for pieces in rows:
        for piece in pieces[1:]:
            if piece.number is not None and not piece.number.dash:
                counts[digit_edge(piece.text, piece.right)] += 1
    return counts


def _row(line: TextLine, pieces: list[Piece], columns: list[int] | None, document: int) -> Row:
    rule = line.kind == kinds.RULE or (
        pieces[0].text[0] in kinds.RULE_MARKS and all(piece.number is None and kinds.is_rule(piece.text) for piece in pieces)
    )
    printed = line.printed or (line.raw if "$_" in line.raw else "")
    cells = []
    for piece in pieces:
        start = columns[piece.left] if columns else piece.left
        end = columns[piece.right - 1] + 1 if columns else piece.right
        number = None if rule else piece.number
        text = piece.text
        if printed and number is not None:
            text = printed[start:end]
            number = replace(number, printed=text)
        place = Place(document, "cell" if number else "label", text, line.line, start, end)
        place = _behind_cut(place, start, line.cut) if line.cut else place
        cells.append(Cell(text, piece.left, piece.right, place, number, piece.left))
    return Row(tuple(cells), rule, False, line.blank_before, line.page_break)


def _behind_cut(place: Place, start: int, cut: int) -> Place:
    """The place in the line of the file where it begins; what goes on in the next line is left out of it."""
    below, start = divmod(start, cut)
    text = place.text[: cut - start]
    return Place(place.document, place.kind, text, (place.line or 0) + below, start, start + len(text))
