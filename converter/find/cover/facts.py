"""What the captions of a cover say of the registrant: name, state, numbers, phone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from converter.find.cover.layout import caption_rows, matcher, nearest
from converter.find.cover.page import FORMED_IN, Piece
from converter.find.cover.tables import state_code
from converter.model import CoverItem, Place
from converter.patterns import regex

_EIN = regex(r"(?<![\w-])(?:\d{2}\s?[-–]\s?\d{7}|\d{9}|\d{2}-\d{3}-\d{4})(?![\w-]|\s?-\s?\d)")
_FILE = regex(r"(?<![\w-])\d{1,3}\s?[-–]\s?\d{2,6}(?:-\d{1,3}|-[A-Z])?[A-Z]?(?![\w-])")
_PHONE = regex(r"(?<!\d)(?:1[-\s.])?\(?(?P<area>[2-9]\d\d)\)?[)\s./–-]{0,5}(?P<local>\d{3}\s?[-.–\s]?\s?\d{4})(?!\d)")
_AREA = regex(r"\(?[2-9]\d\d\)?-?")
_MOST_OF_HEADS = 14
"""Pieces that the heads of a list of registrants are set in."""
_MOST_BEFORE_PHONE = 12
"""Pieces between the caption of a registrant's number and its telephone number, where no caption of that is near."""
_FAX = regex(r"\bfa(?:x|csimile)\b", re.IGNORECASE)
_NAMED_PHONE = regex(r"(?:business |main )?(?:tele)?phone(?: (?:no\.?|number))?\b\W{0,3}", re.IGNORECASE)
_PREFIX = regex(r"[A-Za-z.]+(?:\s+[A-Za-z.]+){0,3}")
_SEC_ADDRESS = regex(r"\W*washington\W+d\W{0,2}c\b", re.IGNORECASE)
"""Where the Commission sits: on top of every cover, and of no registrant."""
_DASHES = regex(r"\s?[–-]\s?")
COMPANY = regex(
    r"(?:\b(?:inc|incorporated|corp|corporation|co|company|companies|ltd|limited|l\.?p|llc|l\.l\.c|plc|trust|partners(?:hip)?|n\.a|bancorp|"
    r"bancorporation|bancshares|group|holdings|association)\b\.?|\band subsidiaries)\W*\Z",
    re.IGNORECASE,
)
"""The end of a company's name."""
_SAYS_OF_COMPANY = regex(
    r"\((?!\s*exact\b)[^()]{3,90}\)|(?:a\s+)?debtors?[\s-]+in[\s-]+possession|an?\s+(?:development|exploration)\s+stage\s+company",
    re.IGNORECASE,
)
"""What stands below a company's name and is none: "(Debtor-in-Possession)"."""
_NOT_NAMES = regex(
    r"\bform\b|\bcommission\b|pursuant|report|securities exchange act|washington\W+d"
    r"|\byear ended|period|\b(?:or|mark one)\Z|draft|\d{4}\Z|amendment|^and$",
    re.IGNORECASE,
)


def registrant_items(pieces: Sequence[Piece], known_name: str) -> Iterator[CoverItem]:
    """``known_name`` is the header's; a name of two lines is joined where it says so."""
    name = _name(pieces, known_name)
    if name:
        yield CoverItem("registrant_name", name[0], name[1].place)
    state = nearest(pieces, "state_of_incorporation", _state) or _formed_in(pieces)
    if state:
        yield CoverItem("state_of_incorporation", state[0], state[1].place)
    for item, fits in (
        ("file_number", matcher(_FILE, lambda m: _DASHES.sub("-", m[0]))),
        ("irs_number", matcher(_EIN, lambda m: _DASHES.sub("-", m[0]))),
    ):
        found = nearest(pieces, item, fits)
        if found:
            yield CoverItem(item, found[0], found[1].place)
    phone = _phone(pieces)
    if phone:
        match, place = phone
        local = re.sub(r"\s?([-.–])\s?|\s", lambda m: m[1] or "-", match["local"])
        if local.isdigit():
            local = f"{local[:3]}-{local[3:]}"
        yield CoverItem("area_code", match["area"], place)
        yield CoverItem("local_phone", local, place)


def _phone(pieces: Sequence[Piece]) -> tuple[re.Match[str], Place] | None:
    """A number whose area code stands in a piece of its own counts with the piece after it; a fax number never."""
    joined = []
    for at, piece in enumerate(pieces):
        text = piece.text
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        if _AREA.fullmatch(text) and after and after.row == piece.row:
            text = f"{text} {after.text}"
        joined.append(replace(piece, text="" if _FAX.search(text) else text))
    found = nearest(joined, "phone", lambda text: text if _PHONE.search(text) else "")
    if found is None:
        named = next((p for p in joined if (m := _NAMED_PHONE.match(p.text)) and _PHONE.match(p.text, m.end())), None)
        if named and not caption_rows(pieces, "phone"):
            return _PHONE.search(named.text), named.place  # type: ignore[return-value]
        last = next((i for i, p in enumerate(joined) if "irs_number" in p.captions), len(joined))
        alone = next((p for p in joined[last : last + _MOST_BEFORE_PHONE] if _PHONE.fullmatch(p.text)), None)
        found = (alone.text, alone) if alone else None
    match = _PHONE.search(found[0]) if found else None
    return (match, found[1].place) if found and match else None


def without_phone(text: str) -> str:
    """The text before and after telephone numbers."""
    return _PHONE.sub(" ", text)


def _formed_in(pieces: Sequence[Piece]) -> tuple[str, Piece] | None:
    """``(A Delaware Corporation)``, ``Incorporated in Delaware``."""
    for piece in pieces:
        if piece.text.lower().startswith("incorporated in ") and (code := state_code(piece.text)):
            return code, piece
        if code := _tells_form(piece.text):
            return code, piece
    return None


def _tells_form(text: str) -> str:
    """The state of "A Delaware Corporation", where that is all; else ""."""
    match = FORMED_IN.fullmatch(f"({text.strip('()')})")
    return state_code(match["state"]) or "" if match else ""


def _state(text: str) -> str:
    if _SEC_ADDRESS.match(text):
        return ""
    whole = state_code(text)
    if whole:
        return whole
    match = _PREFIX.match(text)
    rest = text[match.end() :].strip() if match else ""
    return state_code(match[0]) if match and rest[:1].isdigit() and "," not in text else ""


def _name(pieces: Sequence[Piece], known: str) -> tuple[str, Piece] | None:
    for caption in caption_rows(pieces, "registrant_name"):
        at = pieces.index(caption)
        before = [p for p in pieces[max(0, at - 8) : at] if caption.row - p.row <= 6]
        lines: list[Piece] = []
        for piece in reversed(before):
            text = _FILE.sub("", piece.text, count=1).strip() if _FILE.match(piece.text) else piece.text
            if piece.is_caption or not _is_name(text):
                break
            if not lines and _SAYS_OF_COMPANY.fullmatch(text):
                continue
            lines.append(replace(piece, text=text))
        if len(lines) > 1 and _tells_form(lines[0].text):
            # "EXAMPLE INCOME FUND II," above "A MICHIGAN LIMITED PARTNERSHIP".
            lines = [replace(lines[1], text=lines[1].text.rstrip(",")), *lines[2:]]
        if not lines:
            after = next((p for p in pieces[at + 1 : at + 3] if not p.is_caption and p.row - caption.row <= 2), None)
            after = (
                after
                if after and _is_name(after.text) and not state_code(after.text)
                else _below(pieces[at + 1 : at + _MOST_OF_HEADS], caption)
            )
            if after:
                return _tidy(after.text), after
            continue
        if len(lines) > 1 and lines[1].row >= lines[0].row - 1 and (_continues(lines[1].text, lines[0].text, known) or _wrapped(lines)):
            return _tidy(f"{lines[1].text} {lines[0].text}"), lines[1]
        return _tidy(lines[0].text), lines[0]
    return None if caption_rows(pieces, "registrant_name") else _uncaptioned_name(pieces)


def _uncaptioned_name(pieces: Sequence[Piece]) -> tuple[str, Piece] | None:
    """Without a caption: what follows the file number and stands before the state of incorporation or its caption's row."""
    file = next((i for i, piece in enumerate(pieces) if "file_number" in piece.captions), None)
    if file is None:
        return None
    row = pieces[file].row
    beside = pieces[file + 1] if file + 1 < len(pieces) else None
    if beside and (match := _FILE.match(beside.text)) and _is_name(beside.text[match.end() :]) and not beside.is_caption:
        return _tidy(beside.text[match.end() :]), beside
    for piece in pieces[file + 1 : file + 5]:
        if piece.row > row and not piece.is_caption and not any(c.isdigit() for c in piece.text) and _is_name(piece.text):
            return None if state_code(piece.text) or piece.row - row > 3 else (_tidy(piece.text), piece)
    return None


def _is_name(text: str) -> bool:
    return sum(c.isalpha() for c in text) >= 2 and not _NOT_NAMES.search(text) and len(text) < 150


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip("* ")


def _below(pieces: Sequence[Piece], caption: Piece) -> Piece | None:
    """The name under a caption that heads a column of registrants."""
    under = (p for p in pieces if 0 < p.row - caption.row <= 6 and p.left < caption.right and caption.left < p.right)
    return next((p for p in under if not p.is_caption and _is_name(p.text) and not state_code(p.text)), None)


def _wrapped(lines: Sequence[Piece]) -> bool:
    """The line above says no form of company and stands right above one that does, in the same capitals."""
    last, above = lines[0], lines[1]
    near = last.place.line is None or above.place.line is None or last.place.line - above.place.line == 1
    alike = last.text.isupper() == above.text.isupper() and (last.place.path or "") == (above.place.path or "")
    return near and alike and bool(COMPANY.search(last.text)) and not COMPANY.search(above.text) and not state_code(above.text)


def _continues(first: str, second: str, known: str) -> bool:
    """A name broken over two lines: the header's words begin in the first line and go on in the second."""
    words = re.findall(r"\w+", known.lower())
    one, two = (re.findall(r"\w+", text.lower()) for text in (first, second))
    return bool(words) and bool(one) and one[0] == words[0] and bool(set(words[1:]) & set(two)) and two[0] != words[0]
