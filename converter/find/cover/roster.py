"""A list of registrants: the file number of each, its name and number with the Internal Revenue Service in a row, address and telephone
number below the name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from converter.find.cover.address import address_of
from converter.find.cover.facts import EIN, PHONE, dashed, phone_items
from converter.find.cover.names import COMPANY, FILE_NUMBER, is_name
from converter.find.cover.owners import named
from converter.find.cover.page import FORMED_IN, Piece
from converter.find.cover.tables import state_code
from converter.model import CoverItem

_FEWEST = 2
_MOST_LINES = 9
_FARTHEST = 2
"""Lines from one of an entry to the next; columns that a line may stand left of the name."""


class _Entry(Struct, frozen=True):
    file: Piece
    irs: Piece
    lines: tuple[Piece, ...]
    """The name and what stands below it."""


def roster_items(pieces: Sequence[Piece], names: Sequence[str]) -> list[CoverItem]:
    """What a list of two registrants and more says of each. ``names`` are those of the filing's registrants, in their order."""
    entries = list(_entries(pieces))
    if len(entries) < _FEWEST:
        return []
    items: list[CoverItem] = []
    taken: set[int] = set()
    for at, entry in enumerate(entries):
        index = named(entry.lines[0].text, names)
        index = at if index is None and (len(entries) == len(names) or not at) else index
        if index is not None and index not in taken:
            taken.add(index)
            items += [replace(item, registrant=index) for item in _told(entry)]
    return items


def others(pieces: Sequence[Piece], names: Sequence[str]) -> list[CoverItem]:
    """The names of a list of registrants that are none of the filing's: what the page says of them is not said of the filing's."""
    entries = list(_entries(pieces))
    told = [(_name(entry.lines)[0], entry.lines[0].place) for entry in entries] if len(entries) >= _FEWEST else []
    return [CoverItem("other_registrant", name, place) for name, place in told if named(name, names) is None]


def _entries(pieces: Sequence[Piece]) -> Iterator[_Entry]:
    rows = [list(row) for _, row in groupby(pieces, key=lambda piece: piece.row)]
    heads = [(at, head) for at, row in enumerate(rows) if (head := _head(row))]
    for (at, (file, name, irs)), after in zip(heads, [*(at for at, _ in heads[1:]), len(rows)], strict=False):
        beside = [piece for piece in rows[at] if piece not in (file, irs)]
        below = _below(rows[at + 1 : after], name, irs)
        lines = [line for piece in [*beside, *below] if not piece.captions for line in piece.by_line()]
        yield _Entry(file, irs, tuple(lines[:_MOST_LINES]))


def _head(row: Sequence[Piece]) -> tuple[Piece, Piece, Piece] | None:
    """File number, name and number of a row that has all three."""
    if len(row) < 3:
        return None
    file = next((at for at, piece in enumerate(row) if FILE_NUMBER.fullmatch(piece.text)), None)
    irs = next((at for at, piece in enumerate(row) if EIN.fullmatch(piece.text)), None)
    if file is None or irs is None:
        return None
    rest = [piece for at, piece in enumerate(row) if at not in (file, irs)]
    first = rest[0].text if rest and not rest[0].is_caption else ""
    return (row[file], rest[0], row[irs]) if is_name(first) and not state_code(first) else None


def _below(rows: Sequence[Sequence[Piece]], name: Piece, irs: Piece) -> Iterator[Piece]:
    """The lines under a name, as long as they stand in its column, one near the other."""
    last = name
    for row in rows:
        column = [piece for piece in row if piece.left < irs.left or name.left > irs.left]
        apart = (row[0].place.line or 0) - (last.place.line or 0) > _FARTHEST and name.place.path is None
        if apart or not column or column[0].left < name.left - _FARTHEST or any(set(p.captions) - {"phone"} for p in column):
            return
        yield from column
        last = row[0]


def _told(entry: _Entry) -> Iterator[CoverItem]:
    name, rest = _name(entry.lines)
    yield CoverItem("registrant_name", name, entry.lines[0].place)
    yield CoverItem("file_number", dashed(entry.file.text), entry.file.place)
    yield CoverItem("irs_number", dashed(entry.irs.text), entry.irs.place)
    formed = next(((code, line) for line in rest if (code := _state(line.text))), None)
    if formed:
        yield CoverItem("state_of_incorporation", formed[0], formed[1].place)
        rest = [line for line in rest if line is not formed[1]]
    phone = next(((match, line) for line in rest if (match := PHONE.search(line.text))), None)
    if phone:
        yield from phone_items(phone[0], phone[1].place)
    yield from address_of(rest, name)


def _name(lines: Sequence[Piece]) -> tuple[str, list[Piece]]:
    """A name of two lines has its form of company in the second."""
    first = " ".join(lines[0].text.split())
    second = lines[1].text if len(lines) > 1 else ""
    plain = second and not any(c.isdigit() for c in second) and second[:1] != "(" and COMPANY.search(second)
    if plain and not COMPANY.search(first):
        return f"{first} {' '.join(second.split())}", list(lines[2:])
    return first, list(lines[1:])


def _state(text: str) -> str:
    match = FORMED_IN.fullmatch(f"({text.strip('()')})")
    return state_code(match["state"] if match else text.strip("()")) if match or text[:1] == "(" or state_code(text) else ""
