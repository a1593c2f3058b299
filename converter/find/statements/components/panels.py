"""A statement of equity that goes on below itself: the rest of its columns, or another period's balances, under heads that come again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.find.statements.components.balances import BALANCE, is_balance
from converter.find.statements.lines.line import Line
from converter.grammar.dates import find_years
from converter.patterns import regex

COMPONENT = regex(
    r"\b(?:stock|shares?|paid|capital|earnings|retained|deficit|total|income|treasury|comprehensive|equity|interests?|units?|adjustments?)\b",
    re.I,
)
"""What the heads of the columns of a statement of equity speak of."""
_WORD = regex(r"[A-Za-z]{2}")
_REACH = 20


def begins_panel(line: Line, body: Sequence[Line], opening: str) -> bool:
    """Whether the figures of a line below ``body`` are those of a panel's opening balance: its label is that of the ``opening`` balance of
    the statement, or heads of components stand above it."""
    if not body or body[-1].has_figures or not line.cells or line.cells[0].number is not None:
        return False
    label = label_of(line, body)
    if label and label == opening:
        return bool(find_years(label))
    return is_balance(label) and any(_names_components(each, line) for each in _behind_figures(body))


def label_of(line: Line, body: Sequence[Line]) -> str:
    """The words that a line's figures stand behind: a day may be broken over the line above."""
    text = line.cells[0].text if line.cells and line.cells[0].number is None else ""
    if body and not body[-1].has_figures and BALANCE.match(body[-1].text) and not BALANCE.match(text):
        text = f"{body[-1].text} {text}"
    return " ".join(text.strip(" .:").casefold().split())


def balances_in(body: Sequence[Line]) -> frozenset[int]:
    """Which lines are the figures of balances."""
    figured = (index for index, line in enumerate(body) if line.has_figures)
    return frozenset(index for index in figured if is_balance(label_of(body[index], body[max(0, index - 1) : index])))


def cut_panel(body: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines behind the last figures, taken off the rows: heads, and the first lines of the opening balance's label."""
    behind = _behind_figures(body)
    del body[len(body) - len(behind) :]
    return parted_at_label(behind)


def parted_at_label(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Heads, and the last lines above the first figures where they are that row's label: "Balance at December 31,"."""
    cut = next((index for index in range(len(lines) - 1, -1, -1) if BALANCE.match(lines[index].text)), len(lines))
    if any(len(line.cells) > 1 for line in lines[cut:]):
        cut = len(lines)
    return list(lines[:cut]), list(lines[cut:])


def _behind_figures(body: Sequence[Line]) -> list[Line]:
    first = len(body)
    while first and not body[first - 1].has_figures:
        first -= 1
    return list(body[first:])


def _names_components(line: Line, row: Line) -> bool:
    """Whether a line says the names of several columns of a ``row``."""
    if line.rule or len(line.cells) < 2:
        return False
    left = row.figures[0].left - (_REACH if line.geometry == "characters" else 0)
    over = [cell.text for cell in line.cells if cell.left >= left and cell.number is None and _WORD.search(cell.text)]
    return len(over) > 1 and any(COMPONENT.search(text) for text in over)
