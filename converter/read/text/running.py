"""What runs along the pages of a text: the same words over and over, and behind them a number that counts the pages. The number is no
amount, though it may stand in a column of them."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, field
from msgspec.structs import replace

from converter.read.text import lines as kinds
from converter.read.text.line import TextLine

_DIGITS = 3
_NEAR = 4
"""Lines within which a page's head or foot stands from the mark of its end."""
_LEAST_PAGE = 20
_LEAST_UNMARKED = 3
"""Lines of a page, and pages that have to count on, where nothing marks their ends."""
_STEPS = (1, 2)
"""Left and right pages may have heads of their own."""


class Running(Struct):
    """The lines of a document that may run along its pages: for the words of each, (index of line, number) wherever they stand."""

    text: Sequence[str]
    sights: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    pages: list[int] = field(default_factory=list)
    told: frozenset[int] | None = None

    def see(self, index: int, line: str) -> None:
        """A line with a gap."""
        words, _, number = line.rstrip().rpartition(" ")
        if len(number) <= _DIGITS and number.isdecimal() and (said := " ".join(words.split())):
            self.sights.setdefault(said, []).append((index, int(number)))

    def lines(self) -> frozenset[int]:
        """The indexes of the lines that run along the pages. To be asked when all lines were seen."""
        if self.told is None:
            several = [sights for sights in self.sights.values() if len(sights) > 1]
            self.told = frozenset(index for sights in several for index in (*self._heads(sights), *self._counting(sights)))
        return self.told

    def _heads(self, sights: Sequence[tuple[int, int]]) -> list[int]:
        """The lines that begin a page each, two of them at least."""
        heads = [index for index, _ in sights if self._begins_page(index)]
        return heads if len(heads) > 1 else []

    def _begins_page(self, index: int) -> bool:
        above = bisect(self.pages, index)
        page = self.pages[above - 1] if above else index
        return 0 < index - page <= _NEAR and not "".join(self.text[page + 1 : index]).strip()

    def _counting(self, sights: Sequence[tuple[int, int]]) -> Iterator[int]:
        """The lines whose numbers count as many on as pages lie between them; where no marks tell, several that count on."""
        run: list[int] = []
        for (here, number), (there, following) in pairwise(sights):
            step = following - number
            if self._is_marked(here) and self._is_marked(there) and step == self._page(there) - self._page(here) > 0:
                yield from (here, there)
            elif step in _STEPS and there - here >= _LEAST_PAGE:
                run = run if run and run[-1] == here else [here]
                run.append(there)
                if len(run) >= _LEAST_UNMARKED:
                    yield from run if len(run) == _LEAST_UNMARKED else (there,)

    def _page(self, index: int) -> int:
        """The page that a line stands on, or right below."""
        return bisect(self.pages, index + _NEAR)

    def _is_marked(self, index: int) -> bool:
        """Whether a page ends right above a line, or right below it."""
        return self._page(index) > bisect(self.pages, index - _NEAR - 1)


def without_page_numbers(region: Sequence[TextLine], running: frozenset[int], first_line: int) -> Sequence[TextLine]:
    """The lines of a region; those that run along the pages without the page's number. ``first_line`` is the document's in the file."""
    if not running or running.isdisjoint(range(region[0].line - first_line, region[-1].line - first_line + 1)):
        return region
    return [_without_number(line) if line.line - first_line in running else line for line in region]


def _without_number(line: TextLine) -> TextLine:
    raw = line.raw.rstrip().rstrip("0123456789").rstrip()
    return replace(line, raw=raw, kind=kinds.classify(raw))
