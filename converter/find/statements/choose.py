"""Which segments are the registrant's primary statements."""

from __future__ import annotations

from converter.find.statements.segments import Segment, content_scores
from converter.model import Document, StatementKind

_LEAST = {"balance_sheet": 4, "income": 4, "cashflow": 5, "comprehensive": 3, "equity": 0}


def kind_of(segment: Segment) -> StatementKind | None:
    """The kind that title and content agree on, or None."""
    if segment.rival:
        return None
    scores = content_scores(segment)
    kind = segment.kind
    if kind == "equity":
        return None
    if kind is not None:
        if scores[kind] >= _LEAST[kind] or (segment.continues and scores[kind] > 0):
            return kind
        best = max(scores, key=lambda name: scores[name])
        if kind in ("income", "comprehensive") and best in ("income", "comprehensive") and scores[best] >= _LEAST[best]:
            return best  # type: ignore[return-value]
        return None
    best = max(scores, key=lambda name: scores[name])
    if scores[best] >= 8 or (scores[best] >= 6 and best == "cashflow"):
        return best  # type: ignore[return-value]
    return None


def choose(found: list[tuple[Document, Segment, StatementKind]]) -> list[tuple[Document, Segment, StatementKind]]:
    """Titled segments before untitled ones; statements before the notes before those within them."""
    titled = [item for item in found if item[1].title is not None]
    kinds = {kind for _, segment, kind in titled if not segment.after_notes}
    out = []
    for item in found:
        _, segment, kind = item
        if segment.title is None and any(other[2] == kind for other in titled):
            continue
        if segment.after_notes and kind in kinds:
            continue
        out.append(item)
    return out
