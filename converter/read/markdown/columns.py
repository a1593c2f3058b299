"""Columns of a table: where its figures stand, and where pieces that one cell holds side by side belong."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from converter.model import Number
from converter.patterns import regex
from converter.read.markdown.figures import trailing_figures
from converter.read.markdown.heads import PERIOD_WORDS, words_in
from converter.read.markdown.items import Item, piece_of

Span = tuple[int, int]
ItemRow = list[Item]
_LEADERS = regex(r"(?: ?\.){3,}")
_MOST_PIECES = 40


class Layout:
    """``count`` is how many figures a full row has, ``spans`` the grid columns that they stand in (none where no row tells)."""

    def __init__(self, rows: Sequence[ItemRow]) -> None:
        self._rows = rows
        usual = _usual_count(rows)
        self._counts = Counter(count for row in rows if (count := usual if heights_of(row, usual) else figures_of(row)))
        self.count = full_count(self._counts)
        self.spans = _spans(rows, self.count)

    def spans_of(self, count: int) -> list[Span]:
        """The columns of rows with so many figures, where such rows are no exception: a column of note numbers is not in all rows."""
        if count == self.count:
            return self.spans
        if self._counts[count] < least_rows(self._counts):
            return []
        return _spans(self._rows, count)

    def within(self, left: int, right: int) -> list[Span]:
        return [span for span in self.spans if left <= span[0] and span[1] <= right]


def _usual_count(rows: Sequence[ItemRow]) -> int:
    """How many figures most rows have whose cells hold no more than one each; 0 where most rows are none of these."""
    counts = Counter(count if all(item.figures < 2 for item in row) else 0 for row in rows if (count := figures_of(row)))
    usual = max(counts, key=lambda count: (counts[count], count), default=0)
    return usual if counts[usual] * 2 > counts.total() else 0


def heights_of(row: ItemRow, count: int) -> int:
    """How many rows ran together in one: each of its ``count`` cells beside the label has so many figures; 0 where it is one row."""
    several = [item for item in row if item.left > 0]
    heights = {len(item.pieces) for item in several}
    kinds = {piece.text.endswith("%") for item in several for piece in item.pieces}
    alike = 1 < count == len(several) and len(heights) == 1 and all(item.figures > 1 for item in several)
    # An amount and what it is in per cent are columns, no rows.
    return heights.pop() if alike and len(kinds) == 1 else 0


def figures_of(row: Sequence[Item]) -> int:
    """Figures of a row outside its label."""
    return sum(item.figures for item in row if item.left > 0 or item.pieces or len(row) == 1)


def full_count(counts: Counter[int]) -> int:
    """The highest count that more than chance supports."""
    least = least_rows(counts)
    return max((count for count, rows in counts.items() if rows >= least), default=0)


def least_rows(counts: Counter[int]) -> int:
    """How many rows must have a count of figures for it to be no chance."""
    total = sum(counts.values())
    return 1 if total < 4 else max(2, total * 15 // 100)


_AROUND, _REACH = 4, 24


def usual_around(counts: Sequence[int], at: int) -> int:
    """How many figures most of the rows around row ``at`` have, which stand in as many columns; those without any do not count. 0 where
    they differ."""
    above = itertools.islice(filter(None, reversed(counts[max(0, at - _REACH) : at])), _AROUND)
    below = itertools.islice(filter(None, counts[at + 1 : at + 1 + _REACH]), _AROUND)
    around = Counter([*above, *below])
    usual = max(around, key=lambda count: (around[count], count), default=0)
    return usual if around[usual] * 2 > around.total() else 0


def _spans(rows: Sequence[ItemRow], count: int) -> list[Span]:
    seen: Counter[tuple[Span, ...]] = Counter()
    for row in rows:
        if figures_of(row) == count and not any(item.pieces for item in row):
            seen[tuple((item.left, item.right) for item in row if item.number is not None and (item.left > 0 or len(row) == 1))] += 1
    best = seen.most_common(1)
    spans = list(best[0][0]) if best else []
    disjoint = all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
    return spans if disjoint and len(spans) == count else []


def settle(rows: Sequence[ItemRow], layout: Layout) -> list[ItemRow]:
    """Every piece in a column of its own: by the table's columns, else in the empty columns beside it, else its column is parted."""
    return _widened([_settled(_unglued(row, layout), layout) for row in rows])


def part_levels(row: ItemRow, layout: Layout) -> list[ItemRow]:
    """Rows of heads that were run together in the cells of one row, in rows again, over the columns of the table."""
    several = [item for item in row if item.levels]
    if not several:
        return [row]
    others = [item for item in row if not item.levels]
    spans = layout.spans_of(sum(len(item.levels[-1]) for item in several))
    if not spans or any(item.left > 0 for item in others):
        return [[replace(item, levels=()) for item in row]]
    rows: list[ItemRow] = [[] for _ in range(max(len(item.levels) for item in several))]
    first = 0
    for item in several:
        share = spans[first : first + len(item.levels[-1])]
        first += len(share)
        for line, level in zip(rows[-len(item.levels) :], item.levels, strict=True):
            line.extend(_over(level, share))
    return [*rows[:-1], [*others, *rows[-1]]]


def _over(level: Sequence[Item], spans: Sequence[Span]) -> list[Item]:
    """Heads spread evenly over columns."""
    share = len(spans) // len(level)
    return [replace(head, left=spans[at * share][0], right=spans[at * share + share - 1][1]) for at, head in enumerate(level)]


def _settled(row: ItemRow, layout: Layout) -> ItemRow:
    out: ItemRow = []
    full = figures_of(row) == layout.count
    for position, item in enumerate(row):
        pieces = item.pieces[:_MOST_PIECES] or _words(row, item, layout)
        if not pieces:
            out.append(item)
            continue
        before = out[-1].right if out else 0
        after = row[position + 1].left if position + 1 < len(row) else max(item.right, layout.spans[-1][1] if layout.spans else 0)
        targets = _targets(item, pieces, (before, after), layout, _alone(row, item))
        if targets:
            out.extend(replace(piece, left=left, right=right) for piece, (left, right) in zip(pieces, targets, strict=True))
        elif full and layout.spans:
            out.extend(pieces)
        else:
            out.append(replace(item, pieces=tuple(pieces)))
    return out


def _alone(row: ItemRow, item: Item) -> bool:
    """Nothing beside the item but a label."""
    return len(row) == 1 or (len(row) == 2 and item is row[1] and row[0].left == 0)


def _targets(item: Item, pieces: Sequence[Item], gap: Span, layout: Layout, alone: bool) -> list[Span]:
    count = len(pieces)
    spans = layout.spans_of(count) or layout.spans
    if alone and spans and len(spans) % count == 0:
        share = len(spans) // count
        return [(spans[at * share][0], spans[at * share + share - 1][1]) for at in range(count)]
    for left, right in ((item.left, item.right), (item.left, gap[1]), (gap[0], item.right), gap):
        found = layout.within(left, right)
        if len(found) == count:
            return found
    width = item.right - item.left
    if width >= count and width % count == 0:
        share = width // count
        return [(item.left + at * share, item.left + at * share + share) for at in range(count)]
    if not spans and gap[1] - item.left >= count:
        return [(item.left + at, item.left + at + 1) for at in range(count)]
    return []


def _words(row: ItemRow, item: Item, layout: Layout) -> tuple[Item, ...]:
    """``Parent Guarantors Other`` over as many columns of figures."""
    if item.number is not None or item.left == 0 or not _alone(row, item) or len(row) == 2 or not 3 <= layout.count <= 8:
        return ()
    words = words_in(item.printed)
    if item.right - item.left > 1 or not all(
        item.printed[a:b].isalpha() and item.printed[a:b].lower() not in PERIOD_WORDS for a, b in words
    ):
        return ()
    if len(words) != layout.count or item.printed != item.text or item.end - item.start != len(item.printed) or not item.text[0].isupper():
        return ()
    return tuple(piece_of(item, item.printed, item.start, item.text[first:last], first, last) for first, last in words)


def _unglued(row: ItemRow, layout: Layout) -> ItemRow:
    """A label that swallowed the figures behind it: all of them, or the first one where its column is empty."""
    if not row or row[0].left > 0 or row[0].number is not None or row[0].pieces or layout.count < 2 or not layout.spans:
        return row
    label = row[0]
    if not label.text[-1:].isdigit() and label.text[-1:] not in ")-–—%":
        return row
    missing = layout.count - figures_of(row)
    if missing not in (1, layout.count) or (missing == layout.count and len(row) > 1):
        return row
    if missing == 1 and any(item.left < layout.spans[1][0] for item in row[1:]) and not _LEADERS.search(label.text):
        return row
    if label.end - label.start != len(label.printed) or label.printed != label.text:
        return row
    found = trailing_figures(label.text)[-missing:]
    if len(found) != missing or not _tells(label.text, found, [item.number for item in row[1:] if item.number is not None]):
        return row
    rest = _LEADERS.sub("", label.text[: found[0][0]]).rstrip()
    if not any(character.isalpha() for character in rest):
        return row
    short = piece_of(label, label.text, label.start, rest, 0, len(rest))
    figures = [
        replace(piece_of(label, label.text, label.start, label.text[first:last], first, last), left=span[0], right=span[1])
        for (first, last), span in zip(found, layout.spans, strict=False)
    ]
    return [replace(short, number=None), *figures, *row[1:]]


def _tells(text: str, spans: list[tuple[int, int]], beside: list[Number]) -> bool:
    """At least one of them can be nothing but an amount (``1,234``, ``$ 1.2``, places as those ``beside`` it have), and no list of the
    label's own goes before."""
    before = text[: spans[0][0]].rstrip().rsplit(None, 1)
    if before and (before[-1].lower() in {"of", "and", "to", "or", "at", "par", "value", "than"} or before[-1].endswith(("$", "(", ","))):
        return False
    texts = [text[first:last] for first, last in spans]
    if any("," in each or each.startswith("$") for each in texts):
        return True
    places = {number.places for number in beside if not number.dash}
    return len(places) == 1 and places != {0} and all(len(each.rstrip(")").partition(".")[2]) in places for each in texts)


def _widened(rows: list[ItemRow]) -> list[ItemRow]:
    """Columns that hold several pieces in some rows, with nowhere to put them, are parted in all rows."""
    widths: dict[int, int] = {}
    for row in rows:
        for item in row:
            if item.pieces:
                widths[item.left] = max(widths.get(item.left, 1), len(item.pieces) - (item.right - item.left - 1))
    if not widths:
        return rows
    return [[moved for item in row for moved in _moved(item, sorted(widths.items()))] for row in rows]


def _moved(item: Item, widths: list[tuple[int, int]]) -> list[Item]:
    left = item.left + sum(width - 1 for column, width in widths if column < item.left)
    right = item.right + sum(width - 1 for column, width in widths if column < item.right)
    if not item.pieces:
        return [replace(item, left=left, right=right)]
    count = len(item.pieces)
    return [
        replace(piece, left=left + at, right=left + at + 1 if at < count - 1 else max(right, left + at + 1))
        for at, piece in enumerate(item.pieces)
    ]
