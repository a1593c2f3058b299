"""A line of a document, as all that looks for statements sees it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from converter.grammar.misread import mended
from converter.model import Cell, Number


class Line(Struct, frozen=True):
    """A row or a short paragraph's line. ``table`` is the block's index where it is a row of a table, else -1."""

    cells: tuple[Cell, ...]
    text: str
    table: int = -1
    block: int = 0
    geometry: Literal["characters", "grid"] = "grid"
    rule: bool = False
    rule_above: bool = False
    blank_before: bool = False
    page_break: bool = False
    prose: bool = False
    heading: bool = False

    @property
    def figures(self) -> tuple[Cell, ...]:
        return tuple([cell for cell in self.cells if cell.number is not None])

    @property
    def has_figures(self) -> bool:
        for cell in self.cells:  # noqa: SIM110 (a generator takes twice the time, and every line is asked)
            if cell.number is not None:
                return True
        return False


def as_meant(line: Line) -> Line:
    """A line of heads or captions with the words and days that OCR misread as they must have been printed."""
    text = mended(line.text)
    if text == line.text:
        return line
    return replace(line, cells=tuple(replace(cell, text=mended(cell.text)) for cell in line.cells), text=text)


def is_year(number: Number) -> bool:
    """A bare year: four digits without separators, currency marks or decimals; a footnote mark behind it does not matter."""
    return number.places == 0 and not number.currency and 1920 <= abs(number.value) < 2040 and "," not in number.printed
