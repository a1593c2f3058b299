"""What stands under a statement's title and does not read as one: it is left out, and that is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.find.statements.segments.choose import Found, is_formal
from converter.model import Finding, Statement

_HINT = "Look at the filing: where it is a statement, please report it; its numbers are neither facts nor among those left over."


def unread_statements(unread: Sequence[Found], kept: Sequence[Statement]) -> Iterator[Finding]:
    """What is said of formal titles before the notes whose rows tell no statement, where none of their kind is told elsewhere."""
    told = {statement.kind for statement in kept}
    for _, chain, kind in unread:
        title = chain[0].title
        if title is None or kind in told or not is_formal(chain):
            continue
        rows = sum(segment.figured for segment in chain)
        message = f'"{title.text}" stands above {rows} rows with figures that do not read as such a statement: they are left out'
        yield Finding("find.statement-unread", "warning", message, _HINT, tuple(cell.place for cell in title.cells[:1]))
