"""Boxes that stand beside each other though nobody knows which line of one stands beside which of another: the heights of their lines
are not said, or a browser breaks lines of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lxml import etree
from msgspec import Struct

SAME_LINE = 0.3
"""Of the usual height of a line: what stands less far from each other is on one."""
_LEAST_LINES = 4
"""Lines of a box whose place is lost where the height of a line is a guess; fewer stand near enough to the first, whose place is known."""


class Standing(Struct, frozen=True):
    """A box on its page: ``top`` of its first line, the height of its ``lines``, and whether that is known."""

    element: etree._Element
    top: float
    lines: int
    height: float
    is_known: bool
    breaks: bool
    """Whether a browser may break lines of it."""

    @property
    def bottom(self) -> float:
        return self.top + (self.lines - 1) * self.height

    @property
    def is_long(self) -> bool:
        return self.lines >= _LEAST_LINES


def unsure(boxes: Iterable[Standing], height: float) -> Iterator[list[etree._Element]]:
    """The groups of boxes beside each other whose lines do not tell whose they are; ``height`` is the usual one of a line."""
    for group in _beside_each_other(boxes, height * SAME_LINE):
        if len(group) > 1 and not _agree(group):
            yield [box.element for box in group]


def _beside_each_other(boxes: Iterable[Standing], slack: float) -> Iterator[list[Standing]]:
    group: list[Standing] = []
    bottom = 0.0
    for box in sorted(boxes, key=lambda box: box.top):
        if group and box.top > bottom + slack:
            yield group
            group = []
        bottom = max(bottom, box.bottom) if group else box.bottom
        group.append(box)
    if group:
        yield group


def _agree(group: Sequence[Standing]) -> bool:
    """Whether the long boxes of unknown lines have equally many, side by side, and all others stand at the height of one of these."""
    if any(box.is_long and box.breaks for box in group):
        return False
    guessed = [box for box in group if box.is_long and not box.is_known]
    if not guessed:
        return True
    first = guessed[0]
    slack = first.height * SAME_LINE
    if any(box.lines != first.lines or abs(box.top - first.top) > slack or abs(box.bottom - first.bottom) > slack for box in guessed):
        return False
    others = (box.top + line * box.height for box in group if box.is_known or not box.is_long for line in range(box.lines))
    return all(_is_level(top, first, slack) for top in others if first.top - slack <= top <= first.bottom + slack)


def _is_level(top: float, box: Standing, slack: float) -> bool:
    """Whether a line of the box stands that far from the page's top."""
    return abs(top - box.top - round((top - box.top) / box.height) * box.height) <= slack
