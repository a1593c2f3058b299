"""Figures that become no fact: unmapped or ignored, each with its reason. Nothing is dropped silently."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from converter.map.rows.lines import Line, is_live
from converter.model import Figure, LeftNumber, Statement

Left = tuple[tuple[LeftNumber, ...], tuple[LeftNumber, ...]]


def left_figures(lines: Sequence[Line], ghosts: Mapping[int, str], unsaid: Collection[int], statement: Statement) -> Left:
    """(unmapped, ignored) figures of rows; ``ghosts`` tells rows that are garbled second readings, with the label of the true row,
    ``unsaid`` those of which nothing tells what they are."""
    unmapped: list[LeftNumber] = []
    ignored: list[LeftNumber] = []
    for line in lines:
        for figure in line.row.figures:
            label = line.row.label
            if line.index in ghosts:
                reason = (
                    f"a second, garbled reading of the row above ({ghosts[line.index] or 'without label'}): no label, and no sum proves it"
                )
                ignored.append(LeftNumber(figure.place, label, "ghost-row", reason, statement.kind))
            elif figure.ignored:
                ignored.append(LeftNumber(figure.place, label, "no-fact", figure.reason or "no fact of the registrant", statement.kind))
            elif not is_live(figure):
                unmapped.append(LeftNumber(figure.place, label, unknown(figure), figure.reason or _missing(figure), statement.kind))
            elif line.index in unsaid:
                reason = "its row has no label, and no sum of the statement proves it"
                unmapped.append(LeftNumber(figure.place, label, "no-label", reason, statement.kind))
            elif figure.period is not None and figure.period.is_instant != line.instant:
                unmapped.append(
                    LeftNumber(figure.place, label, "mixed-periods", "its column has another kind of period than the row", statement.kind)
                )
    return tuple(unmapped), tuple(ignored)


def unknown(figure: Figure) -> str:
    return "unknown-period" if figure.period is None else "unknown-unit" if figure.unit is None else "unknown-scale"


def _missing(figure: Figure) -> str:
    return f"nothing tells its {unknown(figure).partition('-')[2]}"
