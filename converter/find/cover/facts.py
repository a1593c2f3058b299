"""What the captions of a cover say of the registrant: name, state, numbers, phone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from msgspec.structs import replace

from converter.find.cover.layout import caption_rows, matcher, nearest, stacked
from converter.find.cover.names import FILE_NUMBER, registrant_names, tells_form
from converter.find.cover.page import Piece
from converter.find.cover.tables import state_code
from converter.model import CoverItem, Place
from converter.patterns import regex

EIN = regex(r"(?<![\w-])(?:\d{2}\s?[-–]\s?\d{7}|\d{2} \d{7}|\d{9}|\d{2}-\d{3}-\d{4})(?![\w-]|\s?-\s?\d)")
PHONE = regex(r"(?<!\d)(?:1[-\s.])?[(\[]?(?P<area>[2-9]\d\d)[)\]]?[)\s.:/–-]{0,5}(?P<local>\d{3}\s?[-.–\s]?\s?\d{4})(?!\d)")
_ANY_NUMBER = PHONE.pattern.replace("?P<area>", "?:").replace("?P<local>", "?:")
_AREA = regex(r"\(?(?P<named>area code:?\s)?\(?\s?[2-9]\d\d\s?\)?-?", re.IGNORECASE)
_MOST_BEFORE_PHONE = 12
"""Pieces between the caption of a registrant's number and its telephone number, where no caption of that is near."""
_FAX = regex(r"\bfa(?:x|csimile)\b", re.IGNORECASE)
_FAX_NUMBER = regex(
    rf"(?:{_ANY_NUMBER})\s?\((?:tele)?fa(?:x|csimile)\)|\bfa(?:x|csimile)(?:\sno\.?|\snumber)?\W{{0,4}}(?:{_ANY_NUMBER})", re.IGNORECASE
)
"""A number and what it is, where another may stand beside it."""
_NAMED_PHONE = regex(r"(?:business |main )?(?:tele)?phone(?: (?:no\.?|number))?\b\W{0,3}", re.IGNORECASE)
_FEDERAL = regex(r"(?:the )?united states(?: of america)?|u\.s\.(?:a\.)?|federal", re.IGNORECASE)
"""Savings banks and other corporations of the federal law."""
_UNDER_LAWS = regex(r"(?:incorporated|organized)\s+under\s+the\s+laws\s+of(?:\s+the\s+state\s+of)?", re.IGNORECASE)
_NEAR = 3
_PREFIX = regex(r"[A-Za-z.]+(?:\s+[A-Za-z.]+){0,3}")
_SEC_ADDRESS = regex(r"\W*washington\W+d\W{0,2}c\b", re.IGNORECASE)
"""Where the Commission sits: on top of every cover, and of no registrant."""
_DASHES = regex(r"\s?[–-]\s?")


def dashed(number: str) -> str:
    """A number with one plain hyphen where a dash and blanks stand."""
    return _DASHES.sub("-", number)


_FILE_FITS = matcher(FILE_NUMBER, lambda match: dashed(match[0]))
_EIN_FITS = matcher(EIN, lambda match: dashed(match[0]).replace(" ", "-"))


def registrant_items(pieces: Sequence[Piece], known: Sequence[str]) -> Iterator[CoverItem]:
    """``known`` are the names of the header's filers. Where as many values stand one over the other as it has filers, each has its own."""
    filers = len(known)
    for of, (name, piece) in sorted(registrant_names(pieces, known).items()):
        yield CoverItem("registrant_name", name, piece.place, registrant=of)
    state = nearest(_without_top(pieces), "state_of_incorporation", _state)
    if state is None and (formed := _formed_in(pieces)):
        yield CoverItem("state_of_incorporation", formed[0], formed[1].place)
    for item, fits, found in (
        ("state_of_incorporation", _state, state),
        ("file_number", _FILE_FITS, nearest(pieces, "file_number", _FILE_FITS)),
        ("irs_number", _EIN_FITS, nearest(pieces, "irs_number", _EIN_FITS)),
    ):
        values = stacked(pieces, found[1], fits) if found and filers > 1 else [found] if found else []
        for index, (value, piece) in enumerate(values if len(values) == filers else values[-1:]):
            yield CoverItem(item, value, piece.place, registrant=index)
    phone = _phone(pieces)
    if phone:
        yield from phone_items(*phone)


def phone_items(match: re.Match[str], place: Place) -> Iterator[CoverItem]:
    """Area code and number of a match of `PHONE`."""
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
        area = _AREA.fullmatch(text)
        if area and after and after.row - piece.row <= (1 if area["named"] else 0):
            text = f"{text} {after.text}"
        text = _FAX_NUMBER.sub("", text)
        joined.append(replace(piece, text="" if _FAX.search(text) else text))
    found = nearest(joined, "phone", lambda text: text if PHONE.search(text) else "")
    if found is None:
        named = next((p for p in joined if (m := _NAMED_PHONE.match(p.text)) and PHONE.match(p.text, m.end())), None)
        if named and not caption_rows(pieces, "phone"):
            return PHONE.search(named.text), named.place  # type: ignore[return-value]
        last = next((i for i, p in enumerate(joined) if "irs_number" in p.captions), len(joined))
        alone = next((p for p in joined[last : last + _MOST_BEFORE_PHONE] if PHONE.fullmatch(p.text)), None)
        found = (alone.text, alone) if alone else None
    match = PHONE.search(found[0]) if found else None
    return (match, found[1].place) if found and match else None


def without_phone(text: str) -> str:
    """The text before and after telephone numbers."""
    return PHONE.sub(" ", text)


def _without_top(pieces: Sequence[Piece]) -> list[Piece]:
    """Without "United States" above "Securities and Exchange Commission": nobody is incorporated there."""
    return [
        piece
        for piece, after in zip_longest(pieces, pieces[1:])
        if not (after is not None and _FEDERAL.fullmatch(piece.text) and "commission" in after.text.lower())
    ]


def _formed_in(pieces: Sequence[Piece]) -> tuple[str, Piece] | None:
    """``(A Delaware Corporation)``, ``Incorporated in Delaware``, ``Incorporated under the laws of`` above it."""
    for at, piece in enumerate(pieces):
        if _UNDER_LAWS.fullmatch(piece.text):
            below = [near for near in pieces[at + 1 : at + 1 + _NEAR] if near.row - piece.row <= 1]
            if found := next(((code, near) for near in below if (code := state_code(near.text))), None):
                return found
        if piece.text.lower().startswith("incorporated in ") and (code := state_code(piece.text)):
            return code, piece
        if code := tells_form(piece.text):
            return code, piece
    return None


def _state(text: str) -> str:
    if _SEC_ADDRESS.match(text):
        return ""
    if _FEDERAL.fullmatch(text):
        return "X1"
    whole = state_code(text)
    if whole:
        return whole
    match = _PREFIX.match(text)
    rest = text[match.end() :].strip() if match else ""
    return state_code(match[0]) if match and rest[:1].isdigit() and "," not in text else ""
