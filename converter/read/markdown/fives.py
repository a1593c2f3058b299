"""A letter S that touches a figure: OCR makes it of a dollar's mark, and of a five. Other figures of its row bear marks too, or none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from converter.grammar.currencies import MARKS
from converter.grammar.numbers import parse_figure
from converter.patterns import regex
from converter.read.markdown.columns import ItemRow
from converter.read.markdown.figures import GHOSTS
from converter.read.markdown.items import Item

_TOUCHING = regex(r"(\(?)S(\d[\d,]*(?:\.\d+)?\)?)")
_NOUGHT = regex(r"0[\d,]")
"""No amount begins so."""


def with_fives(lines: Sequence[ItemRow]) -> list[ItemRow]:
    """The rows; a figure with such a letter begins with a five where the others of its row bear no mark, and is none where it stands alone
    and no other row shows that the letter is a mark."""
    touching = [line for line in lines if any(map(_touching, line))]
    if not touching:
        return list(lines)
    marks = any(sum(map(_touching, line)) > 1 or any(_touching(item) and _five(item) is None for item in line) for line in touching)
    return [[_read(item, line, marks) if _touching(item) else item for item in line] for line in lines]


def _touching(item: Item) -> bool:
    return item.misread and item.number is not None and "S" in item.text[:2] and _TOUCHING.fullmatch(item.text) is not None


def _five(item: Item) -> Item | None:
    """The item with a five; None where too many digits would stand before its comma."""
    number = parse_figure(_TOUCHING.sub(r"\g<1>5\2", item.text))
    return replace(item, number=replace(number, printed=item.text)) if number else None


def _read(item: Item, line: ItemRow, marks: bool) -> Item:
    five = _five(item)
    if five is None or _NOUGHT.match(item.text.lstrip("(S")):
        return five or item
    others = list(_others(item, line))
    if any(map(_is_marked, others)):
        return item
    if any(other.number is not None and not other.number.percent for other in others):
        return five
    return item if marks else replace(item, number=None, misread=False)


def _others(item: Item, line: ItemRow) -> Iterator[Item]:
    """The other figures of a row, but for dashes, and marks in cells of their own."""
    for other in line:
        if other is not item and other.left > 0:
            yield from (each for each in (other.pieces or (other,)) if each.number is None or not each.number.dash)


def _is_marked(item: Item) -> bool:
    """A mark alone, a figure with one, or with a letter that may be one."""
    return item.text in MARKS or item.text in GHOSTS or (item.number is not None and item.number.currency != "")
