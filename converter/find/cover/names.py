"""The registrant's name: above its caption, behind or below it; in several lines, or set with blanks between its letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from converter.find.cover.layout import caption_rows, meets
from converter.find.cover.owners import whose
from converter.find.cover.page import FORMED_IN, Piece
from converter.find.cover.tables import state_code
from converter.grammar.companies import LEGAL_FORM
from converter.patterns import regex

FILE_NUMBER = regex(r"(?<![\w-])\d{1,3}\s?[-–]\s?\d{2,6}(?:-\d{1,3}|-[A-Z])?[A-Z]?(?![\w-])")
COMPANY = regex(
    rf"(?:\b(?:{LEGAL_FORM}|trust|partners|bancorp|bancorporation|bancshares|group|holdings|association)\b\.?|\band subsidiaries)\W*\Z",
    re.IGNORECASE,
)
"""The end of a company's name."""
_FORM_FIRST = regex(
    rf"(?:{LEGAL_FORM}|trust|bancorp|bancorporation|bancshares|bankshares|holdings|association)\b",
    re.IGNORECASE,
)
"""What begins the second line of a name, and no name."""
_GOES_ON = regex(r"(?:,|&|-|\b(?:and|of|for|the))\Z", re.IGNORECASE)
_SAYS_OF_COMPANY = regex(
    r"\((?!\s*exact\b)[^()]{3,90}\)|(?:a\s+)?debtors?[\s-]+in[\s-]+possession|an?\s+(?:development|exploration)\s+stage\s+company"
    r"|(?:and|&)\s+(?:its\s+)?(?:consolidated\s+)?subsidiar(?:y|ies)"
    r"|(?:d/?b/?a|f/?k/?a|doing business as|formerly)\b.*",
    re.IGNORECASE,
)
"""What stands below a company's name and is none: "(Debtor-in-Possession)"."""
_NOT_NAMES = regex(
    r"\bform\b|\bcommission\b|pursuant|report|securities exchange act|washington\W+d"
    r"|\byear ended|period|\b(?:or|mark one)\Z|draft|\d{4}\Z|amendment|^and$",
    re.IGNORECASE,
)
_SPACED = regex(r"(?:\S {1,2}){2,}\S")
"""``E X A M P L E``."""
_CALLED = regex(r"\A(?:name\s+of\s+)?(?:the\s+)?(?:registrant|issuer|company)\s?:\s*", re.IGNORECASE)
"""What stands before a name in its line."""
_WORD = regex(r"\w+")
_LONG_FORMS = {"co": "company", "corp": "corporation", "inc": "incorporated", "ltd": "limited"}
_MOST_OF_HEADS = 14
"""Pieces that the heads of a list of registrants are set in."""
_MOST_LINES = 3
_ROWS = 6


def registrant_names(pieces: Sequence[Piece], known: Sequence[str]) -> dict[int, tuple[str, Piece]]:
    """What the page calls the registrants, and where. ``known`` are the header's names, in the order of its filers: of several each has
    the line that is its name, and the first one that the page tells is the first filer's where no line says another."""
    first = _first_name(pieces, known[0])
    if len(known) < 2:
        return {0: first} if first else {}
    found: dict[int, tuple[str, Piece]] = {}
    several = False
    for caption in caption_rows(pieces, "registrant_name"):
        lines = list(_above(pieces, pieces.index(caption)))
        several = several or sum(COMPANY.search(line.text) is not None for line in lines) > 1
        for line in lines:
            of = whose(line.text, known)
            if of is not None:
                found.setdefault(of, (_tidy(line.text), line))
    of = whose(first[0], known) if first else None
    if first and 0 not in found and (of == 0 or (of is None and not several)):
        found[0] = first
    return found


def _first_name(pieces: Sequence[Piece], known: str) -> tuple[str, Piece] | None:
    """The first one that is told, and where; ``known`` is the header's: a name of two lines is joined where it says so."""
    captions = caption_rows(pieces, "registrant_name")
    for caption in captions:
        at = pieces.index(caption)
        lines = list(_above(pieces, at))
        if len(lines) > 1 and tells_form(lines[0].text):
            # "EXAMPLE INCOME FUND II," above "A MICHIGAN LIMITED PARTNERSHIP".
            lines = [replace(lines[1], text=lines[1].text.rstrip(",")), *lines[2:]]
        if lines:
            return _joined(lines, known)
        below = _after(pieces, at)
        if below:
            return _joined(below[::-1], known)
    return None if captions else _uncaptioned(pieces)


def tells_form(text: str) -> str:
    """The state of "A Delaware Corporation", where that is all; else ""."""
    match = FORMED_IN.fullmatch(f"({text.strip('()')})")
    return state_code(match["state"]) or "" if match else ""


def _above(pieces: Sequence[Piece], at: int) -> Iterator[Piece]:
    """The lines of names over a caption, the nearest first."""
    caption = pieces[at]
    before = _in_column(_without_aside([p for p in pieces[max(0, at - 8) : at] if caption.row - p.row <= _ROWS]), caption)
    found = False
    for piece in reversed(list(_unspaced(before))):
        text = FILE_NUMBER.sub("", piece.text, count=1).strip() if FILE_NUMBER.match(piece.text) else piece.text
        rest = piece.is_caption and not piece.captions and not found and bool(_FORM_FIRST.fullmatch(text))
        if not text and not found:
            continue
        if (piece.is_caption and not rest) or not is_name(text):
            return
        if not found and _SAYS_OF_COMPANY.fullmatch(text):
            continue
        found = True
        yield replace(piece, text=text)


def _without_aside(before: list[Piece]) -> list[Piece]:
    """Without the lines of what stands in parentheses below a name: "(as depositor under the Pooling Agreement dated as of"."""
    opened = next((at for at, piece in enumerate(before) if at and piece.text[0] == "(" and ")" not in piece.text), None)
    if opened is None or any(piece.is_caption and piece.captions for piece in before[opened:]):
        return before
    return before[:opened]


def _in_column(before: Sequence[Piece], caption: Piece) -> list[Piece]:
    """Of names side by side those over the caption: the others are those of other registrants."""
    over = {piece.row for piece in before if meets(piece, caption)}
    several = {piece.row for piece in before if sum(other.row == piece.row and is_name(other.text) for other in before) > 1}
    return [piece for piece in before if piece.row not in over & several or meets(piece, caption)]


def _unspaced(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Words whose letters stand apart are words, and those of a line are one piece."""
    last: Piece | None = None
    for piece in pieces:
        if not _SPACED.fullmatch(piece.text):
            if last is not None:
                yield last
            last = None
            yield piece
            continue
        word = " ".join(part.replace(" ", "") for part in piece.text.split("  "))
        if last is not None and last.row == piece.row:
            place = replace(last.place, text=f"{last.place.text} {piece.text}", end=piece.place.end)
            last = replace(last, text=f"{last.text} {word}", right=piece.right, place=place)
            continue
        if last is not None:
            yield last
        last = replace(piece, text=word)
    if last is not None:
        yield last


def _after(pieces: Sequence[Piece], at: int) -> list[Piece]:
    """The name behind or below its caption, and the line below it."""
    caption = pieces[at]
    first = next((p for p in pieces[at + 1 : at + 3] if not p.is_caption and p.row - caption.row <= 2), None)
    if first is None or not is_name(first.text) or _is_place(first.text):
        first = _below(pieces[at + 1 : at + _MOST_OF_HEADS], caption)
    if first is None:
        return []
    under = next((p for p in pieces if p.row == first.row + 1 and (meets(p, first) or p.left <= caption.left)), None)
    if under is None or under.captions or not is_name(under.text) or _SAYS_OF_COMPANY.fullmatch(under.text):
        return [first]
    return [first] if _is_place(under.text) or tells_form(under.text) or any(c.isdigit() for c in under.text) else [first, under]


def _joined(lines: Sequence[Piece], known: str) -> tuple[str, Piece]:
    """The last line and those above it that go on with it; the lines come from below."""
    last = 0
    while last + 1 < min(len(lines), _MOST_LINES) and lines[last].row - lines[last + 1].row <= 1:
        above, text = lines[last + 1], " ".join(piece.text for piece in reversed(lines[: last + 1]))
        if not (_continues(above.text, text, known) or _wrapped(above, lines[last])):
            break
        last += 1
    return _tidy(" ".join(piece.text for piece in reversed(lines[: last + 1]))), lines[last]


def _uncaptioned(pieces: Sequence[Piece]) -> tuple[str, Piece] | None:
    """Without a caption: what follows the file number and stands before the state of incorporation or its caption's row."""
    file = next((i for i, piece in enumerate(pieces) if "file_number" in piece.captions), None)
    if file is None:
        return None
    row = pieces[file].row
    beside = pieces[file + 1] if file + 1 < len(pieces) else None
    if beside and (match := FILE_NUMBER.match(beside.text)) and is_name(beside.text[match.end() :]) and not beside.is_caption:
        return _tidy(beside.text[match.end() :]), beside
    for piece in pieces[file + 1 : file + 5]:
        if piece.row > row and not piece.is_caption and not any(c.isdigit() for c in piece.text) and is_name(piece.text):
            return None if state_code(piece.text) or piece.row - row > 3 else (_tidy(piece.text), piece)
    return None


def is_name(text: str) -> bool:
    """Whether a line may be a company's name."""
    return sum(c.isalpha() for c in text) >= 2 and not _NOT_NAMES.search(text) and len(text) < 150


def _is_place(text: str) -> bool:
    """A state, or what ends with one behind a comma: the line of an address."""
    before, comma, after = text.rpartition(",")
    return bool(state_code(after if comma and before else text))


def _tidy(text: str) -> str:
    return _CALLED.sub("", " ".join(text.split())).strip("* ")


def _below(pieces: Sequence[Piece], caption: Piece) -> Piece | None:
    """The name under a caption that heads a column of registrants."""
    under = (p for p in pieces if 0 < p.row - caption.row <= _ROWS and meets(p, caption))
    return next((p for p in under if not p.is_caption and is_name(p.text) and not _is_place(p.text)), None)


def _wrapped(above: Piece, last: Piece) -> bool:
    """The line above ends without a form of company, right above one that has it or is nothing else, in the same capitals; or it ends
    with a word that goes on."""
    lines = None if last.place.path or last.place.line is None or above.place.line is None else last.place.line - above.place.line
    near = lines in (None, 1)
    alike = last.text.isupper() == above.text.isupper() and (last.place.path or "") == (above.place.path or "")
    if not near or not alike or COMPANY.search(above.text) or state_code(above.text):
        return False
    return bool(COMPANY.search(last.text) or _FORM_FIRST.match(last.text) or _GOES_ON.search(above.text.rstrip()))


def _continues(first: str, second: str, known: str) -> bool:
    """A name broken over two lines: the header's words begin in the first line and go on in the second."""
    words, one, two = (_words(text) for text in (known, first, second))
    return bool(words) and bool(one) and bool(two) and one[0] == words[0] and bool(set(words[1:]) & set(two)) and two[0] != words[0]


def _words(text: str) -> list[str]:
    words = [_LONG_FORMS.get(word, word) for word in _WORD.findall(text.lower())]
    return words[1:] if words[:1] == ["the"] else words
