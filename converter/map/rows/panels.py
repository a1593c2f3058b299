"""Panels of a statement one below the other, each over columns of its own: the quarter, below it the year to date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from converter.map.rows.lines import Line, is_live

Said = tuple[tuple[str, ...], str, str]


def said_above(lines: Sequence[Line]) -> dict[int, int]:
    """Row -> the row of the first panel that says the same of other periods: as many rows of its words stand above both in their panels.
    A concept is chosen where it stands first, and holds for all panels."""
    columns = [[figure.column for figure in line.row.figures if is_live(figure)] for line in lines]
    panel = _panels(columns)
    if len(set(panel.values())) < _LEAST_PANELS:
        return {}
    times: Counter[tuple[int, Said]] = Counter()
    first: dict[tuple[Said, int], tuple[int, int]] = {}
    found: dict[int, int] = {}
    for i, line in enumerate(lines):
        if not line.words or not columns[i]:
            continue
        here, said = panel[columns[i][0]], (line.words, line.kind, line.row.instant)
        times[here, said] += 1
        where, above = first.setdefault((said, times[here, said]), (here, i))
        if where != here:
            found[i] = above
    return found


def _panels(rows: Sequence[Sequence[int]]) -> dict[int, int]:
    """The panel of each column: columns that a row has together stand in one."""
    panel: dict[int, int] = {}
    for columns in rows:
        held = {panel[column] for column in columns if column in panel}
        own = min(held, default=min(columns, default=0))
        if len(held) > 1:
            panel = {column: own if each in held else each for column, each in panel.items()}
        panel.update(dict.fromkeys(columns, own))
    return panel


_LEAST_PANELS = 2
