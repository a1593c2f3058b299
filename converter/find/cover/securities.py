"""Securities registered under Section 12(b): title, trading symbol and exchange of each class, from what the cover says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile

from msgspec.structs import replace

from converter.find.cover.classes import END, classes, column_of
from converter.find.cover.page import Piece, place_of
from converter.find.cover.section_g import section_g_items
from converter.find.cover.tables import exchange_codes, listed_now, listed_on, only_exchanges
from converter.model import CoverItem
from converter.patterns import regex

_TITLE_HEAD = regex(r"titles?\s+of\s+(?:each\s+)?(?:class|security)|\Aclass(?:es)?\s+of\s+securit(?:y|ies)\b", re.IGNORECASE)
_SYMBOL_HEAD = regex(r"trading\b|symbol", re.IGNORECASE)
_EXCHANGE_HEAD = regex(r"name\s+of\s+(?:each|the)\b|exchange\s+on\b|which\s+registered|registered\s+on\b|^on\s+which", re.IGNORECASE)
_OWNER_HEAD = regex(r"\W{0,3}(?:name\s{1,3}of\s{1,3})?registrants?\W{0,3}", re.IGNORECASE)
_COUNT_HEAD = regex(r"outstanding\b|\b(?:shares|number)\W*\Z", re.IGNORECASE)
"""Over a column of numbers of shares."""
_PLAIN = regex(
    r"(?P<title>.*(?:stock|shares|units)\b.*?)[\s,:–-]+(?:(?:registered|listed|traded)\s+(?:on|with)\s+)?"
    r"(?P<exchange>(?:the\s+)?(?:new york|american|nasdaq|nyse).*)",
    re.IGNORECASE,
)
_HEADS = regex(
    r"titles?\s+of\s+(?:each\s+)?class\b:?|(?:name\s+of\s+(?:each\s+)?)?(?:stock\s+)?exchange\s+on\s+which\s+registered:?", re.IGNORECASE
)
"""Heads that stand in one line with what they are of."""
_NUMBER_BEHIND = regex(r"\s\d{1,3}(?:,\d{3}){1,4}\s?\Z")
_LONGEST_LINE = 150
_MOST_ROWS = 20
"""Of a list without heads."""
_ASIDE = regex(r"\([^()]*\)")
_SECTION_B = regex(r"section\s+12\s?\(\s?b\s?\)", re.IGNORECASE)
_AFTER_ACT = regex(r"\bact(?:\s+of\s+1934)?\s*:\s*(?P<said>.+)", re.IGNORECASE)
_SECURITY = regex(r"stock|shares|interest|units|warrants|debentures|notes|receipts", re.IGNORECASE)


def security_items(pieces: Sequence[Piece], names: Sequence[str] = ()) -> Iterator[CoverItem]:
    """Items of one class share a ``group``; ``security`` is its title. ``names`` are those of the registrants, in their order."""
    rows = _rows(pieces)
    yield from list(_listed(rows, names)) or list(_captioned(rows)) or list(_in_two_columns(rows, names)) or _unheaded(rows)
    yield from section_g_items(pieces, names)


def _listed(rows: list[list[Piece]], names: Sequence[str]) -> Iterator[CoverItem]:
    """Rows under a head that names title and exchange; the head may stand below a single class too."""
    for at, row in enumerate(rows):
        title = next((p for p in row if _TITLE_HEAD.search(p.text)), None)
        if title is None:
            continue
        head = [p for near in rows[max(0, at - 3) : at + 2] for p in near]
        exchange = next((p for p in head if _EXCHANGE_HEAD.search(p.text) and p is not title), None)
        if exchange is None:
            continue
        heads = {"title": title, **_more_heads(head, title, exchange)}
        below = list(classes(rows[at + 1 :], heads, names))
        yield from below or list(classes(_above(rows, at), heads, names)) or _title_alone(rows[at + 1 : at + 3], title, exchange)
        return


def _more_heads(head: Sequence[Piece], title: Piece, exchange: Piece) -> dict[str, Piece]:
    """The heads beside the title's: of exchanges, and where they are there of symbols, registrants, numbers of shares."""
    others = [piece for piece in head if piece not in (title, exchange)]
    found = {"exchange": exchange}
    symbol = next((p for p in others if _SYMBOL_HEAD.search(p.text)), None)
    if symbol is None and (within := _SYMBOL_HEAD.search(exchange.text)) and exchange.place.path is None:
        name = _EXCHANGE_HEAD.search(exchange.text)
        cut = exchange.left + (name.start() if name and name.start() > within.start() else 0)
        symbol, found["exchange"] = replace(exchange, right=cut - 1), replace(exchange, left=cut)
    if symbol:
        found["symbol"] = symbol
    for column, fits in (("owner", _OWNER_HEAD.fullmatch), ("count", _COUNT_HEAD.search)):
        piece = next((p for p in others if fits(p.text) and p is not symbol and title.row - p.row <= 1), None)
        if piece:
            found[column] = piece
    return found


def _title_alone(rows: list[list[Piece]], title: Piece, exchange: Piece) -> Iterator[CoverItem]:
    """The title of a class whose exchanges are none of the table's (``Example City Exchange``)."""
    for row in rows:
        at = {column_of(piece, {"title": title, "exchange": exchange}): piece for piece in reversed(row)}
        said = at.get("title")
        named = any(exchange_codes(piece.text) for piece in row)
        if len(at) == 2 and said and not named and _SECURITY.search(said.text) and not any(END.search(piece.text) for piece in row):
            name = " ".join(said.text.split())
            yield CoverItem("security_title", name, said.place, group=1, security=name)
            return


def _above(rows: list[list[Piece]], at: int) -> list[list[Piece]]:
    """The rows between "Section 12(b)" and a head that stands below its one class."""
    near = rows[max(0, at - 3) : at]
    last = max((i for i, row in enumerate(near) if any(END.search(piece.text) for piece in row)), default=-1)
    return near[last + 1 :]


def _captioned(rows: list[list[Piece]]) -> Iterator[CoverItem]:
    """One class whose captions stand beside its title and exchange (``Title of each class: ...``), or below each of them."""
    for at, row in enumerate(rows):
        head = _TITLE_HEAD.search(row[0].text) if len(row) <= 2 else None
        after = rows[at + 1 : at + 4]
        named = next((near for near in after if _EXCHANGE_HEAD.search(near[0].text)), None)
        if head is None or named is None:
            continue
        beside, listed = _beside(row), _beside(named)
        if not beside and at and len(rows[at - 1]) == len(row) == len(after[0]) == 1 and after[0] is not named:
            beside, listed = (rows[at - 1][0].text, rows[at - 1][0]), (after[0][0].text, after[0][0])
        if beside and listed and _SECURITY.search(beside[0]) and listed_on(listed[0]):
            yield from _one_class(beside[0], beside[1], listed[0], listed[1])
            return


def _beside(row: Sequence[Piece]) -> tuple[str, Piece] | None:
    """What stands behind a caption and its colon, in its piece or the next."""
    if len(row) == 2:
        return (row[1].text, row[1]) if row[0].colon or row[0].text.rstrip().endswith(":") else None
    text = row[0].text.partition(":")[2].strip() if len(row) == 1 else ""
    return (text, row[0]) if text else None


def _one_class(title: str, at: Piece, listed: str, named: Piece) -> Iterator[CoverItem]:
    title = " ".join(_NUMBER_BEHIND.sub("", title).split()).strip(" ,;")
    yield CoverItem("security_title", title, place_of(at, title), group=1, security=title)
    for code in listed_on(listed.strip(" .")):
        yield CoverItem("exchange", code, named.place, group=1, security=title)


def _in_two_columns(rows: list[list[Piece]], names: Sequence[str]) -> Iterator[CoverItem]:
    """Rows of a title and its exchanges right below "Section 12(b)", without heads: all of them are so up to what follows the list."""
    first = next((at + 1 for at, row in enumerate(rows) if any(_SECTION_B.search(piece.text) for piece in row)), len(rows))
    listed = list(takewhile(lambda row: not any(END.search(piece.text) for piece in row), islice(rows, first, first + _MOST_ROWS)))
    told = [row for row in listed if len(row) > 1 or not _ASIDE.fullmatch(row[0].text)]
    if len(told) > 1 and len(listed) < _MOST_ROWS and all(_is_class(row) for row in told):
        yield from classes(listed, {"title": told[0][0], "exchange": told[0][1]}, names)


def _is_class(row: Sequence[Piece]) -> bool:
    """A title, and beside it nothing but exchanges."""
    return len(row) == 2 and bool(_SECURITY.search(row[0].text)) and not exchange_codes(row[0].text) and bool(listed_on(row[1].text))


def _unheaded(rows: list[list[Piece]]) -> Iterator[CoverItem]:
    """``Common Stock, $1 par value  New York Stock Exchange`` in the line of "Section 12(b)" or the rows after it, or in two of them."""
    for at, row in enumerate(rows):
        if not any(_SECTION_B.search(piece.text) for piece in row):
            continue
        tail = _AFTER_ACT.search(row[-1].text)
        said = [(tail["said"], row[-1])] if tail else []
        for after in rows[at + 1 : at + 4]:
            if any(END.search(piece.text) for piece in after):
                break
            said.append((" ".join(piece.text for piece in after), after[0]))
        lines = [*said, *((f"{one[0]} {two[0]}", one[1]) for one, two in pairwise(said))]
        for line, piece in lines:
            now = len(line) < _LONGEST_LINE and listed_now(line) == line
            match = _PLAIN.fullmatch(_HEADS.sub(" ", line).strip()) if now else None
            if match and only_exchanges(match["exchange"]) and not exchange_codes(match["title"]):
                yield from _one_class(match["title"], piece, match["exchange"], piece)
                return
        return


def _rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces of a row together; the lines of its cells, where they have several, are rows one below the other."""
    rows: list[list[Piece]] = []
    row = -1
    for piece in pieces:
        if piece.row != row:
            row, first = piece.row, len(rows)
        for at, line in enumerate(piece.by_line(), first):
            if at == len(rows):
                rows.append([])
            rows[at].append(line)
    return rows
