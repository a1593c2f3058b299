"""Classes of securities from the rows below a head of titles and exchanges: which lines are of one class, on which exchanges it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from msgspec import Struct

from converter.find.cover.names import COMPANY
from converter.find.cover.owners import begun, named
from converter.find.cover.page import Piece
from converter.find.cover.tables import exchange_codes, listed_now, listed_on
from converter.model import CoverItem
from converter.patterns import regex

END = regex(r"section\s+12\s?\(\s?g|indicate|check|if\s+an|aggregate|securities\s+registered|documents|^none\b|\(title", re.IGNORECASE)
"""What ends a list of securities."""
UNLISTED = regex(r"\W*(?:not (?:listed|registered|applicable)|none|n/a)\b", re.IGNORECASE)
_SYMBOL = regex(r"[A-Z][A-Z0-9./ -]{0,9}\Z")
_SYMBOL_ASIDE = regex(r"[Ss]ymbol:?\s[\"“]?(?P<symbol>[A-Z]{1,5}(?:\.[A-Z])?)[\"”]?\)")
"""``(Nasdaq symbol: EXMP)`` behind the name of the exchange."""
_NO_EXCHANGE = regex(r"notes|stock,|debentures|due|par value", re.IGNORECASE)
_STOCK_EXCHANGE = regex(r"(?<!\w)(\w{1,30})\s{1,3}stock\s{1,3}exchange\b", re.IGNORECASE)
_SHARES = regex(r"\s?(?:\(|[–-]{1,2})\s?(?<![\d,])\d[\d,]{1,20}\s{1,3}shares.*", re.IGNORECASE)
_PAR = regex(r"\bpar\b|\A\W*\$?[\d.,]+\W*\Z", re.IGNORECASE)
_OPEN = regex(r"(?:,|[&-]|\b(?:and|or|of|the|no|per|due|to|for|with|without|stated|purchase))\Z", re.IGNORECASE)
"""The end of a line that goes on."""
_JOINS = regex(r"(?:AND|OR|OF|PER|WITH|FOR)\b")
"""What begins the rest of a title in capitals."""
_MORE = regex(r"(?:,|&|\band)\Z", re.IGNORECASE)
_CLASS_WORDS = (
    "stock", "share", "interest", "unit", "warrant", "debenture", "note", "receipt", "right", "bond", "securit", "certificate", "due",
    " ads", " adr", "prefer", "ordinary", "partner", "perpetual", "cumulative", "series",
)  # fmt: skip
"""What some word of a class's title says; a line without one goes on with the title above."""
_LONGEST = 75
"""What is longer is a note, no line of a title."""
_MOST = 60
_MOST_LINES = 3
"""Of a title whose exchange stands beside its last one."""


class Line(Struct, frozen=True):
    """A row of the list, each piece under the head that it belongs to."""

    said: tuple[tuple[str, Piece], ...]

    def of(self, column: str) -> list[Piece]:
        return [piece for name, piece in self.said if name == column]

    @property
    def title(self) -> str:
        return " ".join(piece.text for piece in self.of("title"))

    @property
    def has_exchange(self) -> bool:
        return any(listed_on(piece.text) for piece in self.of("exchange"))

    @property
    def is_unlisted(self) -> bool:
        """Its cell of exchanges says that it is on none, no more or not yet."""
        said = " ".join(piece.text for piece in self.of("exchange"))
        return listed_now(said) != said and not self.has_exchange

    @property
    def first(self) -> Piece:
        return self.said[0][1]

    @property
    def is_title_alone(self) -> bool:
        return bool(self.said) and all(name == "title" for name, _ in self.said)

    @property
    def is_exchange_alone(self) -> bool:
        return all(name == "exchange" for name, _ in self.said) and self.has_exchange


def classes(rows: Sequence[Sequence[Piece]], heads: dict[str, Piece], names: Sequence[str]) -> Iterator[CoverItem]:
    """A row with an exchange begins a class, or ends the title that began above it; a title alone goes on with the class above;
    exchanges alone are more of them. ``names`` are those of the registrants: a column or a heading says whose the classes are."""
    lines = list(takewhile(lambda line: not any(END.search(p.text) for _, p in line.said), _lines(rows, heads)))
    group = owner = 0
    for said in _grouped(lines, names):
        owner = _owner(said, names, owner)
        items = list(_class(said, group + 1, owner, names)) if said and owner >= 0 else []
        group += bool(items)
        yield from items


def _lines(rows: Sequence[Sequence[Piece]], heads: dict[str, Piece]) -> Iterator[Line]:
    for row in islice(rows, _MOST):
        yield Line(tuple((column_of(piece, heads), piece) for piece in row))


def _grouped(lines: Sequence[Line], names: Sequence[str]) -> Iterator[list[Line]]:
    """The lines of each class; a heading that names a registrant by itself."""
    open_class: list[Line] = []
    waiting: list[Line] = []
    ended = False
    for at, line in enumerate(lines):
        if not line.said:
            continue
        if waiting:
            waiting.append(line)
            if line.has_exchange or waiting[0].has_exchange or not line.is_title_alone:
                yield open_class
                open_class, waiting, ended = waiting, [], False
        elif _opens(lines, at, open_class):
            waiting = [line]
        elif _begins(line, open_class):
            yield open_class
            open_class, ended = [line], False
        elif open_class and not ended and _goes_on(line, open_class[-1]):
            open_class.append(line)
        else:
            ended = True
            heading = line.is_title_alone and line.said[-1][1].colon and named(line.title, names) is not None
            if heading or (line.of("owner") and line.title):
                yield open_class
                open_class = []
                yield [line]
    yield open_class


def _owner(said: Sequence[Line], names: Sequence[str], before: int) -> int:
    """The index of the registrant whose the class is, -1 for one that is none of the filing's."""
    told = " ".join(piece.text for line in said for piece in line.of("owner"))
    if told:
        index = named(told, names)
        return (0 if len(names) < 2 else -1) if index is None else index
    if said and not any(line.has_exchange for line in said) and (index := named(said[0].title, names)) is not None:
        return index
    return before


def _opens(lines: Sequence[Line], at: int, open_class: Sequence[Line]) -> bool:
    """A line whose class is the one of the next lines: its exchange stands above its title, or beside the title's last line."""
    line = lines[at]
    after = lines[at + 1] if at + 1 < len(lines) else None
    if after is None or not after.said:
        return False
    if line.is_exchange_alone:
        nearer = bool(open_class) and (_gap(open_class[-1], line) < _gap(line, after) or open_class[-1].is_unlisted)
        more = nearer or (bool(open_class) and (_lists_on(open_class[-1]) or _small(after.title) or _opens(lines, at + 1, open_class)))
        return bool(after.title) and not after.has_exchange and not more
    return line.is_title_alone and _heads_title(line, open_class) and _completes(lines, at)


def _heads_title(line: Line, open_class: Sequence[Line]) -> bool:
    """A line of a title that does not go on with the class above it: no heading (a colon, a company's name), no rest of a sentence."""
    title = line.title
    if line.said[-1][1].colon or UNLISTED.match(title) or COMPANY.search(title) or len(title) >= _LONGEST:
        return False
    if _small(title) or _PAR.match(title) or len(title.split()) < 2:
        return False
    if not open_class:
        return True
    last, first = open_class[-1], open_class[0]
    deeper = _is_text(line) and line.first.left > _left(first)
    return _gap(last, line) > 1 or not (deeper or _OPEN.search(last.title.rstrip(" ;")))


def _completes(lines: Sequence[Line], at: int) -> bool:
    """One of the next lines, right below, has the exchange, and its words go on with this line's title."""
    line = lines[at]
    unsaid = not _is_called(line.title) or bool(_OPEN.search(line.title.rstrip(" ;")))
    for before, after in zip(lines[at:], lines[at + 1 : at + 1 + _MOST_LINES], strict=False):
        if not after.title or _gap(before, after) > 1:
            return False
        deeper = _is_text(after) and after.first.left > _left(line)
        rest = _small(after.title) or (after.title[0].isalpha() and (unsaid or deeper or not _is_called(after.title)))
        if not rest:
            return False
        if after.has_exchange:
            return not any(name == "symbol" and _SYMBOL.match(piece.text.strip()) for name, piece in after.said)
    return False


def _begins(line: Line, open_class: Sequence[Line]) -> bool:
    """A row with a title and an exchange, unless its title goes on with the one above: in small letters or parentheses, below a list of
    exchanges that goes on, or without a word that classes are called by, where it has no trading symbol of its own."""
    if line.title and line.is_unlisted:
        return True
    if not line.title or not line.has_exchange:
        return False
    if not open_class:
        return True
    own = any(name == "symbol" and _SYMBOL.match(piece.text.strip()) for name, piece in line.said)
    goes_on = _lists_on(open_class[-1]) and _gap(open_class[-1], line) <= 1
    return (own or _is_called(line.title)) and not _small(line.title) and not (goes_on and not own)


def _lists_on(line: Line) -> bool:
    """Its list of exchanges goes on in the next line."""
    listed = line.of("exchange")
    return bool(listed) and bool(_MORE.search(listed[-1].text.rstrip()))


def _goes_on(line: Line, last: Line) -> bool:
    """A row that belongs to the class above it: near, short, no heading of others (a colon after it), no class without an exchange."""
    pieces = [piece for _, piece in line.said]
    other = any(piece.colon or UNLISTED.match(piece.text) for piece in pieces)
    apart = not line.has_exchange and not _small(line.title) and _gap(last, line) > 1
    near = line.first.row - last.first.row <= 2 and not apart
    return near and not other and all(len(piece.text) < _LONGEST and " is " not in piece.text for piece in pieces)


def _is_called(title: str) -> bool:
    return any(word in f" {title.lower()}" for word in _CLASS_WORDS)


def _small(title: str) -> bool:
    return title[:1].islower() or title[:1] == "(" or _JOINS.match(title) is not None


def _left(line: Line) -> int:
    return min((piece.left for piece in line.of("title")), default=line.first.left)


def _is_text(line: Line) -> bool:
    return line.first.place.path is None


def _gap(one: Line, two: Line) -> int:
    """Lines from one to the other, where the source is text; blank lines count. Else rows."""
    above, below = one.first.place.line, two.first.place.line
    if above is None or below is None or not _is_text(one):
        return two.first.row - one.first.row
    return below - above


def column_of(piece: Piece, heads: dict[str, Piece]) -> str:
    """The name of the head that a piece belongs to."""
    if exchange_codes(piece.text) and not _NO_EXCHANGE.search(piece.text):
        return "exchange"
    return min(heads, key=lambda name: _apart(piece, heads[name]))


def _apart(piece: Piece, head: Piece) -> float:
    overlap = min(piece.right, head.right) - max(piece.left, head.left)
    return -overlap if overlap > 0 else abs((piece.left + piece.right) - (head.left + head.right)) / 2


def _class(lines: Sequence[Line], group: int, owner: int, names: Sequence[str]) -> Iterator[CoverItem]:
    """Items of one class, whose title may begin with the name of its registrant; none where a cell names one exchange twice: several
    classes in one cell."""
    said = [each for line in lines for each in line.said]
    titles = [piece for name, piece in said if name == "title"]
    listed = [piece for name, piece in said if name == "exchange"]
    twice = any(len(cities) > len(set(cities)) for piece in listed if (cities := _STOCK_EXCHANGE.findall(piece.text.lower())))
    told = _exchanges(listed)
    if not titles or twice or not told:
        return
    title = _SHARES.sub("", " ".join(" ".join(piece.text.split()) for piece in titles)).strip(" ;")
    whose, colon, own = title.partition(":")
    if colon and (index := begun(whose, names)) is not None:
        title, owner = own.strip(), index
    yield CoverItem("security_title", title, titles[0].place, group=group, security=title, registrant=owner)
    symbol = next((piece for name, piece in said if name == "symbol" and _SYMBOL.match(piece.text.strip())), None)
    if symbol:
        yield CoverItem("trading_symbol", symbol.text.strip(), symbol.place, group=group, security=title, registrant=owner)
    else:
        aside = next(((match, piece) for piece in listed if (match := _SYMBOL_ASIDE.search(piece.text))), None)
        if aside:
            yield CoverItem("trading_symbol", aside[0]["symbol"], aside[1].place, group=group, security=title, registrant=owner)
    for code, piece in told.items():
        yield CoverItem("exchange", code, piece.place, group=group, security=title, registrant=owner)


def _exchanges(listed: Sequence[Piece]) -> dict[str, Piece]:
    """The exchanges that the cells of a class name, each with the first that does; what they say of other times goes over several."""
    said = " ".join(piece.text for piece in listed)
    now = listed_now(said)
    told = {code: piece for piece in reversed(listed) for code in reversed(listed_on(piece.text))}
    return {code: piece for code, piece in reversed(told.items()) if now == said or code in listed_on(now)}
