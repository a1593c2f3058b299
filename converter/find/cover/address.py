"""The address of the principal executive offices: street, city, state, zip code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from converter.find.cover.facts import without_phone
from converter.find.cover.layout import caption_rows, meets, nearest
from converter.find.cover.names import COMPANY
from converter.find.cover.page import FORMED_IN, Piece, place_of
from converter.find.cover.tables import country_of, state_code
from converter.model import CoverItem
from converter.patterns import regex

_ROWS = 6
_CANADA = "Z4"
_ZIP = regex(r"(?<![\w-])(\d{5}(?:\s?[-–]\s?\d{4})?|[A-Z]\d[A-Z]\s?\d[A-Z]\d)-?\Z")
_CODE_ABROAD = r"(?:[A-Z]{1,2}-)?\d{4,7}|\d{3}-\d{4}|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|[A-Z]{2}\s?(?:\d{2}|[A-Z]{2})|\d{4}\s?[A-Z]{2}"
_BOX = regex(r"\b(?:box|drawer|bag)\W*\Z", re.IGNORECASE)
"""Before a number that is no zip code."""
_POSTAL = regex(rf"(?:{_CODE_ABROAD})")
_POSTAL_END = regex(rf"\s(?P<code>{_CODE_ABROAD})\Z")
_POSTAL_START = regex(r"(?P<code>(?:[A-Z]{1,2}-)?\d{4,6}(?:\s[A-Z]{2}(?=\s))?)\s(?=[A-Z])")
_DISTRICT = regex(r"[A-Za-z. ]{3,30} \d{1,2}")
"""A city with the number of its district: Dublin 2."""
_PROVINCE = regex(r"\bprovince\Z|\Aprovince\b", re.IGNORECASE)
"""Of a country: no city, and none of the SEC's states."""
_QUADRANT = regex(r"\s*(?:[NS]\.?\s?[EW]\b\.?)(?=\s|\Z)")
_ZIP_BEFORE = regex(r"(\d{5}(?:-\d{4})?)\s+(?=[A-Za-z])")
_FORMAL = regex(r"(?<![\w-])\d{2}-\d{7}|(?<![\w-])\d{1,3}-\d{4,6}\Z|%|\bnone\b|check the|securities", re.IGNORECASE)
_MAIL = regex(r"\W{0,3}mail(?:ing)?(?:\s+address)?", re.IGNORECASE)
"""Before a colon: another address than the offices'."""
_CALLED = regex(r"\A\W*address\s?:\s*", re.IGNORECASE)
"""What stands before an address in its line."""
_REST_OF_CAPTION = regex(
    r"\W*(?:of|or)\s+(?:the\s+|each\s+)?(?:co-?)?(?:trust|registrant|company|issuer|depositor|servicer)s?\W*", re.IGNORECASE
)
_NUMBER_OF_ITS = regex(r"(?:#|[Nn][Oo]\.?)?\s?(?:\d{2}-\d{7}|\d{1,3}-\d{2,6}[\w-]*)")
_NUMBER = regex(r"(?:one|two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE)
_STREET_END = regex(
    r"\b(?:street|st|avenue|ave|road|rd|boulevard|blvd|drive|dr|parkway|pkwy|lane|way|plaza|place|square|center|circle|court|loop|highway|turnpike)\b\.?(?:\s+(?:north|south|east|west|[ns]\.?[ew]\.?)(?!\w))?"
    r"|\b(?:suite|ste|unit)\s+[\w-]+|\bp\.?\s?o\.?\s+(?:box|drawer)\s+[\w-]+"
    r"|\b(?:\d{1,3}(?:st|nd|rd|th)|(?:twenty-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth))\s+floor\b|\bfloor\s+\d+",
    re.IGNORECASE,
)

_OTHER_END = regex(
    r"\b(?:park|trail|terrace|pike|row|expressway|freeway|mall|crescent|walk|building|towers?|ridge|hill|point|village|campus|commons"
    r"|landing|crossing)\b",
    re.IGNORECASE,
)
"""Words that end a street as well as a city's name: they count where no other one stands there."""


class _Part(Struct, frozen=True):
    text: str
    piece: Piece
    row: tuple[int, int]
    """Of the page, and the line of a cell."""


def address_items(pieces: Sequence[Piece], known_city: str, name: str) -> Iterator[CoverItem]:
    """Only what an address with a known state, or a zip code, shows without doubt. ``known_city`` is the header's; the
    registrant's ``name`` is no line of its address."""
    for caption in caption_rows(pieces, "address"):
        for candidates in (_above(pieces, caption), _after(pieces, caption)):
            items = list(_items(_parts(candidates, name), known_city))
            if items:
                yield from items
                if not any(item.item == "zip_code" for item in items):
                    yield from _zip_alone(pieces)
                return
    if not caption_rows(pieces, "address"):
        yield from _uncaptioned(pieces, known_city, name)


def address_of(pieces: Sequence[Piece], name: str) -> Iterator[CoverItem]:
    """The address that lines below a registrant's name tell, each of them a row."""
    apart = [replace(piece, row=at) if piece.place.path else piece for at, piece in enumerate(pieces)]
    yield from _items(_parts(apart, name), "")


def _zip_alone(pieces: Sequence[Piece]) -> Iterator[CoverItem]:
    found = nearest(pieces, "zip_code", lambda text: re.sub(r"\s?[–-]\s?", "-", text) if _ZIP.fullmatch(text) else "")
    if found:
        yield CoverItem("zip_code", found[0], found[1].place)


def _uncaptioned(pieces: Sequence[Piece], known_city: str, name: str) -> Iterator[CoverItem]:
    """Without a caption only an address with state and zip code in the rows after the registrant's state or number."""
    last = max((i for i, p in enumerate(pieces) if {"irs_number", "state_of_incorporation"} & set(p.captions)), default=None)
    first = next((i + 1 for i, p in enumerate(pieces) if "file_number" in p.captions), None)
    for start in (last, first):
        rows = [p for p in pieces[start + 1 : start + 10] if p.row - pieces[start].row <= 6] if start is not None else []
        rows = [p for p in rows if _says_where(p)]
        end = next((i for i, p in enumerate(rows) if p.captions or _FORMAL.search(without_phone(p.text))), len(rows))
        end = next((i + 1 for i, p in enumerate(rows[:end]) if _ZIP.search(without_phone(p.text).strip())), end)
        items = list(_items(_parts(rows[:end], name), known_city))
        if {"state", "zip_code"} <= {item.item for item in items}:
            yield from items
            return


def _says_where(piece: Piece) -> bool:
    """Neither a telephone number nor a number or name of a registrant, nor the rest of a caption."""
    if piece.is_caption:
        return bool(piece.captions) and piece.captions != ("phone",)
    named = COMPANY.search(piece.text) and not any(c.isdigit() for c in piece.text)
    return bool(without_phone(piece.text).strip()) and not named and not _NUMBER_OF_ITS.fullmatch(piece.text)


def _above(pieces: Sequence[Piece], caption: Piece) -> list[Piece]:
    """The values between the caption and the nearest caption of something else above it."""
    at = pieces.index(caption)
    found: list[Piece] = []
    beside = any(p is not caption and p.row == caption.row and "address" in p.captions for p in pieces[at + 1 : at + 4])
    for piece in reversed(pieces[:at]):
        if caption.row - piece.row > _ROWS:
            break
        if beside and not meets(piece, caption):
            continue  # of the next registrant, whose caption stands beside this one
        if piece.is_caption:
            if found and piece.captions == ("zip_code",):
                continue  # opposite the first line of the address
            if found:
                # Words beside another caption, above the address, are the rest of a third one.
                below = [each for each in found if each.row != piece.row or any(c.isdigit() for c in each.text)]
                found = below or found
                break
            continue
        found.append(piece)
    return found[::-1]


def _after(pieces: Sequence[Piece], caption: Piece) -> list[Piece]:
    at = pieces.index(caption)
    found: list[Piece] = []
    for piece in pieces[at + 1 : at + 12]:
        if piece.row - caption.row > _ROWS or (piece.is_caption and found):
            break
        if not piece.is_caption:
            found.append(piece)
            if _ZIP.search(without_phone(piece.text).strip()):
                break  # what follows is the next registrant's
    return found


def _parts(pieces: Sequence[Piece], name: str) -> list[_Part]:
    """Pieces cut at commas, zip codes apart."""
    parts: list[_Part] = []
    for at, piece in [(at, line) for whole in _without_mail(pieces) for at, line in enumerate(whole.by_line())]:
        said = _CALLED.sub("", without_phone(piece.text))
        if name and said.lower().startswith(name.lower()):
            said = said[len(name) :] if not said[len(name) :][:1].isalpha() else ""
        if _REST_OF_CAPTION.fullmatch(said) or _FORMAL.search(said) or FORMED_IN.fullmatch(f"({said.strip('()')})"):
            continue
        for raw in _split(said):
            text = " ".join(raw.split()).strip("()[] ")
            match = _ZIP.search(text)
            match = match or _country_code(text)
            if match and text[: match.start()].strip() and not _BOX.search(text, 0, match.start()):
                parts.append(_Part(text[: match.start()].strip(" ,"), piece, (piece.row, at)))
                text = match[0].strip()
            if text:
                parts.append(_Part(text, piece, (piece.row, at)))
    return parts


def _country_code(text: str) -> re.Match[str] | None:
    """A postal code right behind the name of a country."""
    match = _POSTAL_END.search(text)
    return match if match and country_of(state_code(text[: match.start()])) else None


def _without_mail(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Without what stands behind "Mail:" in its row."""
    mail: Piece | None = None
    for piece in pieces:
        words, colon, _ = piece.text.partition(":")
        if _MAIL.fullmatch(words) and (colon or piece.colon):
            mail = piece
        elif mail is None or mail.row != piece.row:
            yield piece


def _split(said: str) -> Iterator[str]:
    """At commas, but ``N.W.`` belongs to the street before it, and a box number ends a line."""
    pieces = said.split(",")
    for at, text in enumerate(pieces):
        quadrant = _QUADRANT.match(text) if at else None
        after = _QUADRANT.match(pieces[at + 1]) if at + 1 < len(pieces) else None
        rest = text[quadrant.end() :] if quadrant else text
        yield rest + (f",{after[0]}" if after else "")


def _items(parts: list[_Part], known_city: str) -> Iterator[CoverItem]:
    zip_at = next((i for i in range(len(parts) - 1, -1, -1) if _ZIP.fullmatch(parts[i].text)), None)
    code = _item("zip_code", parts[zip_at], re.sub(r"\s?[–-]\s?", "-", parts[zip_at].text).rstrip("-")) if zip_at is not None else None
    rest = [part for i, part in enumerate(parts) if i != zip_at]
    state_at = next((i for i in range(len(rest) - 1, -1, -1) if state_code(rest[i].text) and (i or len(rest) == 1)), None)
    nation = None
    if state_at and state_code(rest[state_at].text) == _CANADA and state_code(rest[state_at - 1].text):
        nation = rest[state_at]
        state_at -= 1  # a province before its country
    if state_at is None:
        rest, state_at = _split_state(rest)
    if state_at is None:
        return
    state, before = rest[state_at], rest[:state_at]
    if not before or any(character.isdigit() for character in state.text):
        return
    if country := country_of(state_code(state.text)):
        yield from _abroad(before, rest[state_at + 1 :], code, known_city)
        yield _item("country", state, country)
        return
    city, streets = _city(before, known_city)
    streets = [part for part in streets if any(c.isdigit() for c in part.text) or not state_code(part.text)]
    yield from (_item(f"street{i}", part, part.text) for i, part in enumerate(_lines(streets)[:2], 1))
    if city and (match := _ZIP_BEFORE.match(city.text)):
        code = code or _item("zip_code", city, match[1])
        city = replace(city, text=city.text[match.end() :])
    if city:
        yield _item("city", city, city.text)
    yield _item("state", state, state_code(state.text))
    if nation:
        yield _item("country", nation, "CA")
    if code:
        yield code


def _abroad(before: list[_Part], behind: list[_Part], code: CoverItem | None, known_city: str) -> Iterator[CoverItem]:
    """Street, city and postal code of an address that ends with a country: the code stands before or behind the city, or behind all."""
    alone = next((part for part in [*behind, before[-1]] if _POSTAL.fullmatch(part.text)), None)
    before = [part for part in before if part is not alone]
    if alone is not None:
        code = _item("zip_code", alone, alone.text)
    if not before:
        return
    last = before[-1]
    ends = _POSTAL_END.search(last.text) or _POSTAL_START.match(last.text) if code is None else None
    if ends and (rest := f"{last.text[: ends.start()]} {last.text[ends.end() :]}".strip()):
        code = _item("zip_code", last, ends["code"])
        before = [*before[:-1], replace(last, text=rest)]
    if len(before) > 1 and _PROVINCE.search(before[-1].text):
        before = before[:-1]
    city, streets = _city(before, known_city) if not _DISTRICT.fullmatch(before[-1].text) else (before[-1], before[:-1])
    yield from (_item(f"street{i}", part, part.text) for i, part in enumerate(_lines(streets)[:2], 1))
    if city:
        yield _item("city", city, city.text)
    if code:
        yield code


def _split_state(parts: list[_Part]) -> tuple[list[_Part], int | None]:
    """``Chatham New Jersey`` without a comma: the last words are the state."""
    for i in range(len(parts) - 1, -1, -1):
        words = parts[i].text.split()
        for n in (2, 1):
            if len(words) > n and state_code(" ".join(words[-n:])):
                head, tail = " ".join(words[:-n]), " ".join(words[-n:])
                part = parts[i]
                return [*parts[:i], replace(part, text=head), replace(part, text=tail), *parts[i + 1 :]], i + 1
    return parts, None


def _city(before: list[_Part], known: str) -> tuple[_Part | None, list[_Part]]:
    last = before[-1]
    ends = [match.end() for match in _STREET_END.finditer(last.text) if last.text[match.end() :].strip()]
    ends = ends or [match.end() for match in _OTHER_END.finditer(last.text) if last.text[match.end() :].strip()]
    if len(ends) > 1 and last.text[ends[-2] : ends[-1]].strip().lower() in ("st", "st."):
        ends.pop()  # a street, and a saint's city
    numbered = any(c.isdigit() for c in last.text) or bool(_NUMBER.match(last.text))
    if numbered and ends:
        return replace(last, text=last.text[ends[-1] :].strip()), [*before[:-1], replace(last, text=last.text[: ends[-1]].strip())]
    if known and last.text.lower().endswith(known.lower()) and len(last.text) > len(known):
        at = len(last.text) - len(known)
        return replace(last, text=last.text[at:]), [*before[:-1], replace(last, text=last.text[:at].strip())]
    if numbered:
        return None, before
    return last, before[:-1]


def _lines(parts: list[_Part]) -> list[_Part]:
    """Parts of one row are one line of the address; a suite on a row of its own is the second."""
    lines: list[_Part] = []
    for part in parts:
        if lines and lines[-1].row == part.row:
            lines[-1] = replace(lines[-1], text=f"{lines[-1].text}, {part.text}")
        else:
            lines.append(part)
    return lines


def _item(name: str, part: _Part, value: str) -> CoverItem:
    printed = value if value in part.text else part.text
    return CoverItem(name, value, place_of(part.piece, printed))
