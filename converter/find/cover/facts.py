"""What the captions of a cover say of the registrant: name, state, numbers, phone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from converter.find.cover.layout import caption_rows, matcher, nearest
from converter.find.cover.names import FILE_NUMBER, registrant_name, tells_form
from converter.find.cover.page import Piece
from converter.find.cover.tables import state_code
from converter.model import CoverItem, Place
from converter.patterns import regex

_EIN = regex(r"(?<![\w-])(?:\d{2}\s?[-–]\s?\d{7}|\d{9}|\d{2}-\d{3}-\d{4})(?![\w-]|\s?-\s?\d)")
_PHONE = regex(r"(?<!\d)(?:1[-\s.])?\(?(?P<area>[2-9]\d\d)\)?[)\s./–-]{0,5}(?P<local>\d{3}\s?[-.–\s]?\s?\d{4})(?!\d)")
_AREA = regex(r"\(?[2-9]\d\d\)?-?")
_MOST_BEFORE_PHONE = 12
"""Pieces between the caption of a registrant's number and its telephone number, where no caption of that is near."""
_FAX = regex(r"\bfa(?:x|csimile)\b", re.IGNORECASE)
_NAMED_PHONE = regex(r"(?:business |main )?(?:tele)?phone(?: (?:no\.?|number))?\b\W{0,3}", re.IGNORECASE)
_PREFIX = regex(r"[A-Za-z.]+(?:\s+[A-Za-z.]+){0,3}")
_SEC_ADDRESS = regex(r"\W*washington\W+d\W{0,2}c\b", re.IGNORECASE)
"""Where the Commission sits: on top of every cover, and of no registrant."""
_DASHES = regex(r"\s?[–-]\s?")


def registrant_items(pieces: Sequence[Piece], known_name: str) -> Iterator[CoverItem]:
    """``known_name`` is the header's; a name of two lines is joined where it says so."""
    name = registrant_name(pieces, known_name)
    if name:
        yield CoverItem("registrant_name", name[0], name[1].place)
    state = nearest(pieces, "state_of_incorporation", _state) or _formed_in(pieces)
    if state:
        yield CoverItem("state_of_incorporation", state[0], state[1].place)
    for item, fits in (
        ("file_number", matcher(FILE_NUMBER, lambda m: _DASHES.sub("-", m[0]))),
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
        if code := tells_form(piece.text):
            return code, piece
    return None


def _state(text: str) -> str:
    if _SEC_ADDRESS.match(text):
        return ""
    whole = state_code(text)
    if whole:
        return whole
    match = _PREFIX.match(text)
    rest = text[match.end() :].strip() if match else ""
    return state_code(match[0]) if match and rest[:1].isdigit() and "," not in text else ""
