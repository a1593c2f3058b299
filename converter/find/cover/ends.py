"""Where a statement stands right behind the cover: nothing in its cells is said on the cover."""

from __future__ import annotations

from collections.abc import Sequence

from converter.find.statements.segments.markers import label_scores
from converter.find.statements.segments.titles import has_title_words, title_of
from converter.model import Row, Table

_LEAST_WEIGHT, _LEAST_OF_ONE = 5, 3
"""Of the labels that speak for a kind of statement, and of the first that does alone. What a cover says in tables (par values per share,
classes of stock) weighs 3 at most."""
_LEAST_ROWS = 3


def rows_of_cover(table: Table, titled: bool = False) -> int:
    """How many of a table's rows stand before a statement: its labels tell it, or its title where it is ``titled`` above. Lines of a text
    are one table with the cover above them: there the statement begins with its title, or with the first label that tells it."""
    labels = [(at, row.cells[0].text) for at, row in enumerate(table.rows) if _has_figures(row)]
    if len(labels) < _LEAST_ROWS or not (titled or _weight([label for _, label in labels]) >= _LEAST_WEIGHT):
        return len(table.rows)
    if titled or table.geometry == "grid":
        return 0
    first = next((at for at, label in labels if _weight([label]) >= _LEAST_OF_ONE), len(table.rows))
    return next((at for at in reversed(range(min(first + 1, len(table.rows)))) if _is_title(table.rows[at])), first)


def _has_figures(row: Row) -> bool:
    return len(row.cells) > 1 and row.cells[0].number is None and row.cells[-1].number is not None


def _weight(labels: Sequence[str]) -> int:
    return max(label_scores("\n" + "\n".join([" ".join(label.split()) for label in labels]) + "\n").values())


def _is_title(row: Row) -> bool:
    return len(row.cells) == 1 and not row.rule and is_title(row.cells[0].text)


def is_title(text: str) -> bool:
    """Whether a line is the title of a statement."""
    return has_title_words(text) and title_of(text, set_apart=True) is not None
