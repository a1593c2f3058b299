"""Definition lists that state amounts: a label is the term, and each definition says a period and the amount. They are tables, with a
column for each period."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from converter.grammar.numbers import parse_figure
from converter.grammar.periods import read_head
from converter.model import Row
from converter.patterns import regex
from converter.read.grid import RawCell, grid_rows
from converter.read.html.paths import Paths
from converter.read.html.styles import style_of
from converter.read.html.tags import is_inline
from converter.read.html.tree import content, line_of
from converter.read.squeeze import squeeze

_BETWEEN = regex(r" ?(?::|=|\.{2,}|(?<= )(?:--?|[–—])(?= )) ?")
_YEAR = regex(r"(?:19|20)\d\d")
_LONGEST = 120
_LEAST_AMOUNTS, _MOST_PERIODS = 4, 12
_PARTS = frozenset({"dt", "dd"})


class _Amount(Struct, frozen=True):
    """A definition: its text up to ``end`` is the period, from ``start`` on the amount."""

    element: etree._Element
    text: str
    end: int
    start: int

    @property
    def period(self) -> str:
        return self.text[: self.end]


class _Term(Struct, frozen=True):
    element: etree._Element
    text: str
    amounts: list[_Amount]


class Definitions(Struct, frozen=True):
    """Terms with their amounts, and the first amount of each period."""

    terms: list[_Term]
    periods: dict[str, _Amount]


def definitions(element: etree._Element) -> Definitions | None:
    """The list, where each of its definitions is a period and an amount, and no period is said twice of a term; else None."""
    terms: list[_Term] = []
    periods: dict[str, _Amount] = {}
    for part in element.iter("dt", "dd", "dl", "table", "pre"):
        if part is element:
            continue
        text = _own_text(part)
        if text is None:
            return None
        if part.tag == "dt":
            terms.append(_Term(part, text, []))
            continue
        amount = next(_amounts(part, text), None) if terms else None
        if amount is None or amount.period in [other.period for other in terms[-1].amounts] or len(periods) >= _MOST_PERIODS:
            return None
        periods.setdefault(amount.period, amount)
        terms[-1].amounts.append(amount)
    said = [text for term in terms for text in (term.text, *(amount.text for amount in term.amounts))]
    if len(said) - len(terms) < _LEAST_AMOUNTS or _letters("".join(said)) != _letters(content(element)):
        return None
    return Definitions(terms, periods)


def definition_rows(found: Definitions, document: int, paths: Paths, first_line: int) -> list[Row]:
    """The list as rows: the periods as heads, then each term and its amounts, every cell at its place in the list."""
    columns = {period: column for column, period in enumerate(found.periods, 1)}

    def cell(element: etree._Element, text: str, column: int, start: int, end: int) -> RawCell:
        return RawCell(text[start:end], column, column + 1, line_of(element, first_line), start, end, paths.of(element))

    rows = grid_rows([cell(each.element, each.text, columns[each.period], 0, each.end) for each in found.periods.values()], document)
    for term in found.terms:
        amounts = sorted(term.amounts, key=lambda each: columns[each.period])
        figures = [cell(each.element, each.text, columns[each.period], each.start, len(each.text)) for each in amounts]
        rows.extend(grid_rows([cell(term.element, term.text, 0, 0, len(term.text)), *figures], document))
    return rows


def _own_text(part: etree._Element) -> str | None:
    """Its text but for the parts that follow inside it, because nobody ended it; None where anything else than text is in it."""
    if part.tag not in _PARTS or style_of(part.get("style")).hidden:
        return None
    pieces = [part.text or ""]
    for child in part:
        if child.tag in _PARTS:
            break
        if not all(map(_is_plain, child.iter())):
            return None
        pieces.extend((content(child), child.tail or ""))
    return squeeze("".join(pieces))


def _is_plain(element: etree._Element) -> bool:
    return is_inline(element.tag) and element.tag != "sup" and not style_of(element.get("style")).hidden


def _letters(text: str) -> int:
    return len("".join(text.split()))


def _amounts(element: etree._Element, text: str) -> Iterator[_Amount]:
    for match in _BETWEEN.finditer(text if len(text) <= _LONGEST else ""):
        period = text[: match.start()]
        if parse_figure(text[match.end() :]) is not None and (_YEAR.fullmatch(period) or not read_head(period).is_empty):
            yield _Amount(element, text, match.start(), match.end())
