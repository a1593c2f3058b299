"""How a statement was printed, for the presentation linkbase: the lines in order, and how each printed number relates to its fact."""

from __future__ import annotations

from collections.abc import Mapping

from converter.map.mapped import Mapped, Verdict
from converter.model import PresentationLine, PresentedStatement
from converter.model.report import LabelRole


def presented(mapped: Mapped) -> PresentedStatement:
    """Headings and rows from top to bottom; rows that became no fact are left out."""
    verdicts: Mapping[int, Verdict] = {v.line.index: v for v in mapped.verdicts}
    totals = {mapped.verdicts[each.total].line.index for each in mapped.sums}
    lines: list[PresentationLine] = []
    for index, row in enumerate(mapped.statement.rows):
        if not row.figures:
            lines.append(PresentationLine(row.label, "", row.depth))
        elif index in verdicts:
            verdict = verdicts[index]
            role = _role(verdict, index in totals)
            lines += [PresentationLine(row.label, concept, row.depth, role) for concept in verdict.concepts]
    return PresentedStatement(mapped.statement.kind, mapped.statement.title.value, tuple(lines))


def _role(verdict: Verdict, total: bool) -> LabelRole:
    negated = verdict.sign < 0
    if verdict.line.row.instant == "start":
        return "negatedPeriodStart" if negated else "periodStart"
    if verdict.line.row.instant == "end":
        return "negatedPeriodEnd" if negated else "periodEnd"
    if total or "total" in verdict.line.words[:1]:
        return "negatedTotal" if negated else "total"
    return "negated" if negated else ""
