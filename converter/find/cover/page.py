"""The first pages of a document as pieces of text that know their row and columns, captions told from values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from converter.find.cover.ends import is_title, rows_of_cover
from converter.find.cover.tables import caption_words, captions, state_code
from converter.model import Cell, Document, Paragraph, Place, Segment, Table
from converter.patterns import regex

_MOST_CHARACTERS = 22_000
_MOST_ROWS = 450
_MOST_OF_STACK = 3
_GAP = regex(r"\s{3,}|\t+")
_BOXES = "☒☐☑✓✔þ¨□❑"
_WORD = regex(r"[A-Za-z][A-Za-z.'’]*|\(s\)")
_FILLED_IN = regex(r"(?<!_)_+(?![ _])([^_]{4,}?)_+")
_TWO_AND_SEVEN = regex(r"\d{2} \d{7}")
_CHOICE = regex(r"\b(?:filer|yes|no|company)\b", re.IGNORECASE)
FORMED_IN = regex(
    r"\(\s*(?:an?\s+)?(?P<state>[A-Z][A-Za-z. ]{2,25}?)\s+(?:business\s+)?"
    r"(?:(?:banking )?corporation|(?:limited|general) partnership|(?:limited liability )?company|(?:business )?trust)\s*\)",
    re.IGNORECASE,
)
"""``(A Delaware Corporation)``: a state if ``state`` is the name of one."""
_RULE = regex(r"[\s\-_=*.·•\\]*\Z")
_END = regex(
    r"(?:part\s+i\b(?!ii|v)[\s.:—–-]*(?:financial information.*|item\s*1.*)?"
    r"|item\s+\d{1,2}(?!\d)[\d.]*[a-z]?\b.*|(?:table of )?contents|index|signatures?"
    r"|(?:(?:condensed|consolidated|combined|interim|unaudited)\s+){0,3}(?:balance\s+sheets?"
    r"|statements?\s+of\s+(?:(?:condensed|consolidated)\s+){0,2}(?:income|operations|earnings|(?:financial\s+)?condition|cash\s+flows?))"
    r"(?:\s*\(?unaudited\)?)?)\Z",
    re.IGNORECASE,
)


class Piece(Struct, frozen=True):
    """A piece of a row. ``captions`` are the items that it is a caption of; empty and ``is_caption`` False for a value.
    ``colon`` where the page has one after it."""

    text: str
    row: int
    left: int
    right: int
    place: Place
    is_caption: bool = False
    captions: tuple[str, ...] = ()
    colon: bool = False
    lines: tuple[Segment, ...] = ()
    """The lines of a cell that has several."""

    def by_line(self) -> Iterator[Piece]:
        """Each of its lines as a piece; itself where it has only one."""
        if not self.lines:
            yield self
        for line in self.lines:
            end = None if line.start is None else line.start + len(line.text)
            yield replace(self, text=line.text, place=replace(self.place, text=line.text, start=line.start, end=end), lines=())


def place_of(piece: Piece, words: str) -> Place:
    """Where words of a piece stand; all of it where they do not stand there once, as they are."""
    at = piece.text.find(words) if words else -1
    return piece.place if at < 0 or piece.text.find(words, at + 1) >= 0 else cut(piece.place, words, at)


def cover_pieces(document: Document) -> list[Piece]:
    """The pieces of the cover in reading order; it ends where items, contents, statements or signatures begin,
    a statement under whatever title."""
    pieces: list[Piece] = []
    length, named = 0, False
    for piece in map(_on_blanks, _rejoined(_pieces(document))):
        if _RULE.match(piece.text):
            continue
        if piece.row > _MOST_ROWS or length > _MOST_CHARACTERS or (named and _END.match(piece.text.strip())):
            break
        length += len(piece.text)
        for part in (part for each in _registrant_apart(piece) for part in _parted(each)):
            named = named or "registrant_name" in part.captions or "phone" in part.captions
            pieces.append(part)
    return _with_stacks(pieces)


def _with_stacks(pieces: list[Piece]) -> list[Piece]:
    """Words of captions below one another ("Commission", "File", "Number") are a caption together: it stands in the lowest."""
    told: dict[int, tuple[str, ...]] = {}
    words = [piece for piece in pieces if piece.is_caption and not piece.captions]
    for piece in words:
        last, text = piece, piece.text
        for _ in range(1, _MOST_OF_STACK):
            below = next((other for other in words if other.row == last.row + 1 and _over(last, other)), None)
            if below is None:
                break
            last, text = below, f"{text} {below.text}"
            if found := captions(text):
                told[id(last)] = found
                break
    return [replace(piece, captions=told[id(piece)]) if id(piece) in told else piece for piece in pieces]


def _over(one: Piece, other: Piece) -> bool:
    return one.left < other.right and other.left < one.right


def _on_blanks(piece: Piece) -> Piece:
    """``___June 30, 2001___``: what is typed over a line of underscores stands without them, at the same characters."""
    if "_" not in piece.text or _CHOICE.search(piece.text):
        return piece
    return replace(piece, text=_FILLED_IN.sub(lambda m: m[0].replace("_", " "), piece.text))


def _registrant_apart(piece: Piece) -> Iterator[Piece]:
    """``Example Company (Ohio Corporation) 1 Main Street ...`` in one cell of a table of registrants: name, form, address."""
    match = FORMED_IN.search(piece.text) if "(" in piece.text else None
    if match is None or not piece.place.path or not match.start() or not state_code(match["state"]):
        yield piece
        return
    for start, end in ((0, match.start()), match.span(), (match.end(), len(piece.text))):
        text = piece.text[start:end].strip()
        if text:
            first = start + piece.text[start:end].find(text)
            yield replace(piece, text=text, place=cut(piece.place, text, first), lines=_lines_between(piece, first, first + len(text)))


def _rejoined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """``94`` and ``-1234567`` that stand side by side in the source are one number with a hyphen, taken apart as two figures; so are
    ``94`` and ``1234567`` with a blank for it."""
    last: Piece | None = None
    for piece in pieces:
        if last is not None and (_split_number(last, piece) or _split_at_blank(last, piece)):
            text = f"{last.text}{' ' * (piece.left - last.right)}{piece.text}"
            last = replace(last, text=text, right=piece.right, place=replace(last.place, text=text, end=piece.place.end))
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def _split_number(first: Piece, second: Piece) -> bool:
    together = first.row == second.row and first.place.line == second.place.line and first.place.end == second.place.start
    return together and first.text[-1:].isdigit() and second.text[:1] in "-–" and second.text[1:2].isdigit()


def _split_at_blank(first: Piece, second: Piece) -> bool:
    near = first.row == second.row and first.place.path is None and second.left - first.right == 1
    return near and _TWO_AND_SEVEN.fullmatch(f"{first.text} {second.text}") is not None


def _pieces(document: Document) -> Iterator[Piece]:
    row, titled = 0, False
    for block in document.blocks:
        if isinstance(block, Table):
            own = rows_of_cover(block, titled)
            for line in block.rows[:own]:
                row += 1
                if not line.rule:
                    for cell in _justified(line.cells) if block.geometry == "characters" else line.cells:
                        yield Piece(cell.text, row, cell.left, cell.right, replace(cell.place, kind="cover"), lines=cell.lines)
            if own < len(block.rows):
                return
        else:
            for segment in block.segments:
                row += 1
                titled = titled or is_title(segment.text)
                yield from _segment_pieces(document.index, segment, row, block)


def _justified(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Words of a line in block setting stand two blanks apart and are no columns; from four of them on they are joined."""
    narrow = sum(1 for one, two in pairwise(cells) if two.left - one.right <= 2)
    if narrow < 3:
        return cells
    joined = [cells[0]]
    for cell in cells[1:]:
        last = joined[-1]
        if cell.left - last.right <= 2:
            text = f"{last.text} {cell.text}"
            place = replace(last.place, text=f"{last.place.text}{' ' * (cell.left - last.right)}{cell.place.text}", end=cell.place.end)
            joined[-1] = replace(last, text=text, right=cell.right, place=place)
        else:
            joined.append(cell)
    return tuple(joined)


def _segment_pieces(document: int, segment: Segment, row: int, block: Paragraph) -> Iterator[Piece]:
    base = segment.start or 0
    start = 0
    for gap in [*_GAP.finditer(segment.text), None]:
        end = gap.start() if gap else len(segment.text)
        text = segment.text[start:end]
        if text.strip():
            left = base + start
            place = Place(document, "cover", text, segment.line, left, left + len(text), segment.path)
            yield Piece(text, row, left, left + len(text), place)
        start = gap.end() if gap else end


def _parted(piece: Piece) -> Iterator[Piece]:
    """Captions and values of one piece: runs of two and more words of captions that hold a caption are parted from the rest."""
    spans = list(_caption_spans(piece.text))
    at = 0
    for start, end in spans:
        yield from _sub(piece, at, start, False)
        yield from _sub(piece, start, end, True)
        at = end
    yield from _sub(piece, at, len(piece.text), False)


def _sub(piece: Piece, start: int, end: int, is_caption: bool) -> Iterator[Piece]:
    raw = piece.text[start:end]
    text = raw.strip(" \t:;,()[]*_|" if is_caption else " \t:;*_|")
    if not is_caption:
        text = text.strip(")") if "(" not in text else text
        text = text.removesuffix("(").strip()
    if not text or not any(c.isalnum() or c in _BOXES for c in text.replace("[ ]", "□").replace("[]", "□")):
        return
    start += raw.find(text)
    whole = len(text) == len(piece.text)
    place = piece.place if whole else cut(piece.place, text, start)
    left, right = (piece.left, piece.right) if whole or piece.place.path else (piece.left + start, piece.left + start + len(text))
    lines = piece.lines if whole or not piece.lines else _lines_between(piece, start, start + len(text))
    yield Piece(text, piece.row, left, right, place, is_caption, captions(text) if is_caption else (), raw.rstrip().endswith(":"), lines)


def _lines_between(piece: Piece, start: int, end: int) -> tuple[Segment, ...]:
    """Those that begin in a part; where a caption follows in the same line, what is before it."""
    inside = [
        replace(line, offset=line.offset - start, text=line.text[: end - line.offset].rstrip())
        for line in piece.lines
        if start <= line.offset < end
    ]
    return tuple(inside) if len(inside) > 1 else ()


def cut(place: Place, text: str, start: int) -> Place:
    """The place of a part; the whole place where the source's characters are not those of the piece one by one."""
    exact = place.start is None or place.end is None or place.end - place.start == len(place.text)
    if not exact or place.text[start : start + len(text)] != text:
        return place
    base = (place.start or 0) + start
    return replace(place, text=text, start=base, end=base + len(text))


def _caption_spans(text: str) -> Iterator[tuple[int, int]]:
    words = caption_words()
    run: list[re.Match[str]] = []
    for match in [*_WORD.finditer(text), None]:
        inside = match is not None and match[0].lower().strip(".").replace("’", "'") in words
        joined = inside and (not run or _close(text[run[-1].end() : match.start()]))  # type: ignore[union-attr]
        if joined:
            run.append(match)  # type: ignore[arg-type]
            continue
        if run and _is_caption(text, run):
            end = run[-1].end()
            yield run[0].start(), end + (len(text[end:]) - len(text[end:].lstrip(" .):")))
        run = [match] if inside and match is not None else []


def _close(between: str) -> bool:
    return len(between.strip()) <= 4 and not any(c.isalnum() for c in between)


def _is_caption(text: str, run: list[re.Match[str]]) -> bool:
    said = text[run[0].start() : run[-1].end()]
    if len(run) >= 2 and captions(said):
        return True
    return not any(c.isalnum() for c in text[: run[0].start()] + text[run[-1].end() :])
