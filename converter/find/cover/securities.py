"""Securities registered: title, trading symbol and exchange of each class, from the table on the cover."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from converter.find.cover.page import Piece
from converter.find.cover.tables import exchange_codes
from converter.model import CoverItem
from converter.patterns import regex

_TITLE_HEAD = regex(r"titles?\s+of\s+(?:each\s+)?(?:class|security)", re.IGNORECASE)
_SYMBOL_HEAD = regex(r"trading\b|symbol", re.IGNORECASE)
_EXCHANGE_HEAD = regex(r"name\s+of\s+(?:each|the)\b|exchange\s+on\b|which\s+registered|registered\s+on\b|^on\s+which", re.IGNORECASE)
_SYMBOL = regex(r"[A-Z][A-Z0-9./ -]{0,9}\Z")
_END = regex(r"section\s+12\s?\(\s?g|indicate|check|if\s+an|aggregate|securities\s+registered|documents|^none\b|\(title", re.IGNORECASE)
_SECTION_G = regex(r"section\s+12\s?\(\s?g\s?\)", re.IGNORECASE)
_EXCHANGE = regex(r"\bstock\s+exchange\b", re.IGNORECASE)
_SHARES = regex(r"\s?\(\s?\d[\d,]+\s+shares.*", re.IGNORECASE)
_PLAIN = regex(
    r"(?P<title>.*(?:stock|shares|units)\b.*?)[\s,:–-]+(?P<exchange>(?:the\s+)?(?:new york|american|nasdaq|nyse).*)", re.IGNORECASE
)
_LONGEST_LINE = 150
_SECTION_B = regex(r"section\s+12\s?\(\s?b\s?\)", re.IGNORECASE)
_UNLISTED = regex(r"\W*(?:not (?:listed|registered|applicable)|none|n/a)\b", re.IGNORECASE)
_PURSUANT = regex(r"\b(?:pursuant|under)\b", re.IGNORECASE)
_NO_TITLE = regex(r"\bnone\b|not applicable|\bn/?a\b|title|indicate|\bcheck\b", re.IGNORECASE)
_G_HEAD = regex(
    r"\(?titles?\s+of\s+(?:each\s+)?class(?:es)?\)?|name\s+of\s+(?:each\s+)?(?:stock\s+)?exchange.*|(?:on\s+)?which\s+registered.*",
    re.IGNORECASE,
)
_G_TITLE = regex(r"stock|shares|interest|units|warrants|debentures|notes|receipts", re.IGNORECASE)
_CLASS_WORDS = (
    "stock", "share", "interest", "unit", "warrant", "debenture", "note", "receipt", "right", "bond", "securit", "certificate", "due",
    " ads", " adr", "prefer", "ordinary", "partner", "perpetual", "cumulative", "series",
)  # fmt: skip
"""What some word of a class's title says; a line without one goes on with the title above."""
_SMALL = "abcdefghijklmnopqrstuvwxyz"
_MOST = 60
_LONGEST = 75
"""What is longer is a note, no line of a title."""


def security_items(pieces: Sequence[Piece]) -> Iterator[CoverItem]:
    """Items of one class share a ``group``; ``security`` is its title."""
    rows = _rows(pieces)
    headed = any(_TITLE_HEAD.search(piece.text) for piece in pieces)
    yield from _listed(rows) if headed else _unheaded(rows)
    yield from _section_g(pieces)


def _listed(rows: list[list[Piece]]) -> Iterator[CoverItem]:
    """Rows under a head that names title and exchange; the head may stand below a single class too."""
    for at, row in enumerate(rows):
        title = next((p for p in row if _TITLE_HEAD.search(p.text)), None)
        if title is None:
            continue
        head = [p for near in rows[max(0, at - 3) : at + 2] for p in near]
        exchange = next((p for p in head if _EXCHANGE_HEAD.search(p.text) and p is not title), None)
        if exchange is None:
            continue
        symbol = next((p for p in head if _SYMBOL_HEAD.search(p.text) and p not in (title, exchange)), None)
        if symbol is None and (within := _SYMBOL_HEAD.search(exchange.text)) and exchange.place.path is None:
            name = _EXCHANGE_HEAD.search(exchange.text)
            cut = exchange.left + (name.start() if name and name.start() > within.start() else 0)
            symbol, exchange = replace(exchange, right=cut - 1), replace(exchange, left=cut)
        below = list(_classes(rows[at + 1 :], title, symbol, exchange))
        yield from (
            below or list(_classes(_above(rows, at), title, symbol, exchange)) or _title_alone(rows[at + 1 : at + 3], title, exchange)
        )
        return


def _title_alone(rows: list[list[Piece]], title: Piece, exchange: Piece) -> Iterator[CoverItem]:
    """The title of a class whose exchanges are none of the table's (``New York, Tokyo``)."""
    for row in rows:
        at = {_column(piece, {"title": title, "exchange": exchange}): piece for piece in reversed(row)}
        said = at.get("title")
        named = any(exchange_codes(piece.text) for piece in row)
        if len(at) == 2 and said and not named and _G_TITLE.search(said.text) and not any(_END.search(piece.text) for piece in row):
            name = " ".join(said.text.split())
            yield CoverItem("security_title", name, said.place, group=1, security=name)
            return


def _above(rows: list[list[Piece]], at: int) -> list[list[Piece]]:
    """The rows between "Section 12(b)" and a head that stands below its one class."""
    near = rows[max(0, at - 3) : at]
    last = max((i for i, row in enumerate(near) if any(_END.search(piece.text) for piece in row)), default=-1)
    return near[last + 1 :]


def _unheaded(rows: list[list[Piece]]) -> Iterator[CoverItem]:
    """``Common Stock, $1 par value  New York Stock Exchange`` in the rows after "Section 12(b)"."""
    for at, row in enumerate(rows):
        if not any(_SECTION_B.search(piece.text) for piece in row):
            continue
        for after in rows[at + 1 : at + 4]:
            line = " ".join(piece.text for piece in after)
            match = _PLAIN.fullmatch(line) if len(line) < _LONGEST_LINE else None
            codes = exchange_codes(match["exchange"]) if match else ()
            if match and codes:
                title = " ".join(match["title"].split())
                yield CoverItem("security_title", title, after[0].place, group=1, security=title)
                yield CoverItem("exchange", codes[0], after[-1].place, group=1, security=title)
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


def _classes(rows: list[list[Piece]], title: Piece, symbol: Piece | None, exchange: Piece) -> Iterator[CoverItem]:
    """A row with an exchange begins a class; a row with a title alone goes on with the one before; exchanges alone are more of them."""
    heads = {"title": title, "exchange": exchange} | ({"symbol": symbol} if symbol else {})
    open_class: list[tuple[str, Piece]] = []
    group, ended = 0, False
    waiting: list[tuple[str, Piece]] = []
    for at, row in enumerate(rows[:_MOST]):
        if any(_END.search(piece.text) for piece in row):
            break
        said = [(_column(piece, heads), piece) for piece in row]
        if waiting:
            said = [*waiting, *said]
            waiting = []
        elif _exchange_alone(said) and _title_follows(rows, at, heads):
            waiting = said
            continue
        if _begins(said, bool(open_class)):
            if open_class:
                group += 1
                yield from _class(open_class, group)
            open_class, ended = said, False
        elif open_class and not ended and _goes_on(row, open_class[-1][1]):
            open_class += said
        else:
            ended = True
    if open_class:
        yield from _class(open_class, group + 1)


def _goes_on(row: Sequence[Piece], last: Piece) -> bool:
    """A row that belongs to the class above it: near, short, no heading of others (a colon after it), no class without an exchange."""
    other = any(piece.colon or _UNLISTED.match(piece.text) for piece in row)
    return row[0].row - last.row <= 2 and not other and all(len(piece.text) < _LONGEST and " is " not in piece.text for piece in row)


def _begins(said: list[tuple[str, Piece]], within: bool) -> bool:
    """A row with a title and an exchange, unless its title goes on with the one above: in small letters or parentheses, or without a word
    that classes are called by, where it has no trading symbol of its own."""
    title = next((piece.text for name, piece in said if name == "title"), "")
    if not title or not any(name == "exchange" and exchange_codes(piece.text) for name, piece in said):
        return False
    if not within:
        return True
    own = any(name == "symbol" and _SYMBOL.match(piece.text.strip()) for name, piece in said)
    called = own or any(word in f" {title.lower()}" for word in _CLASS_WORDS)
    return called and not (title[0].islower() or title[0] == "(")


def _exchange_alone(said: list[tuple[str, Piece]]) -> bool:
    return all(name == "exchange" for name, _ in said) and any(exchange_codes(piece.text) for _, piece in said)


def _title_follows(rows: list[list[Piece]], at: int, heads: dict[str, Piece]) -> bool:
    """The next row has a title and no exchange of its own: this row's name of the exchange begins above it."""
    said = [(_column(piece, heads), piece) for piece in rows[at + 1]] if at + 1 < len(rows) else []
    return (
        any(name == "title" for name, _ in said)
        and not any(exchange_codes(p.text) for _, p in said)
        and not any(_END.search(p.text) for _, p in said)
    )


def _column(piece: Piece, heads: dict[str, Piece]) -> str:
    if exchange_codes(piece.text) and not re.search(r"notes|stock,|debentures|due|par value", piece.text, re.IGNORECASE):
        return "exchange"
    return min(heads, key=lambda name: _apart(piece, heads[name]))


def _apart(piece: Piece, head: Piece) -> float:
    overlap = min(piece.right, head.right) - max(piece.left, head.left)
    return -overlap if overlap > 0 else abs((piece.left + piece.right) - (head.left + head.right)) / 2


def _class(said: list[tuple[str, Piece]], group: int) -> Iterator[CoverItem]:
    titles = [piece for name, piece in said if name == "title"]
    if any(1 < len(_EXCHANGE.findall(piece.text)) > len(exchange_codes(piece.text)) for name, piece in said if name == "exchange"):
        return  # several classes in one cell
    title = _SHARES.sub("", " ".join(" ".join(piece.text.split()) for piece in titles)).strip(" ;")
    yield CoverItem("security_title", title, titles[0].place, group=group, security=title)
    symbol = next((piece for name, piece in said if name == "symbol" and _SYMBOL.match(piece.text.strip())), None)
    if symbol:
        yield CoverItem("trading_symbol", symbol.text.strip(), symbol.place, group=group, security=title)
    for name, piece in said:
        for code in exchange_codes(piece.text) if name == "exchange" else ():
            yield CoverItem("exchange", code, piece.place, group=group, security=title)


def _section_g(pieces: Sequence[Piece]) -> Iterator[CoverItem]:
    """The first title of a class after "Section 12(g) of the Act", heads and what is registered nowhere left out."""
    at = next((i for i, piece in enumerate(pieces) if _SECTION_G.search(piece.text) and _PURSUANT.search(piece.text)), None)
    if at is None:
        return
    tail = re.split(r"act\b\W*", pieces[at].text, maxsplit=1, flags=re.IGNORECASE)
    lines = [(tail[-1] if len(tail) > 1 else "", pieces[at]), *((piece.text, piece) for piece in pieces[at + 1 : at + 9])]
    for i, (text, piece) in enumerate(lines):
        said = _G_HEAD.sub("", text).strip(" :;")
        if len(said) <= 5 and not _NO_TITLE.search(said):
            continue
        if _NO_TITLE.search(said) or not _G_TITLE.search(said):
            return
        after = lines[i + 1][0].strip() if i + 1 < len(lines) else ""
        more = f" {after}" if (after[:1] in ("(", *_SMALL) or said.endswith(",")) and not _G_HEAD.search(after) else ""
        yield CoverItem("security_12g", " ".join(f"{said}{more}".split()), piece.place)
        return
