"""What stands under a statement's title and does not read as one, or is called a look-alike: it is left out, and that is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.find.statements.segments.choose import Found, is_formal
from converter.model import Finding, Place, Statement

_HINT = "Look at the filing: where it is a statement, please report it; its numbers are neither facts nor among those left over."
_HINT_OF_LOOK_ALIKE = "Nothing is wrong if the filing holds no statement of its own of this kind; else please report its title."


def unread_statements(unread: Sequence[Found], kept: Sequence[Statement]) -> Iterator[Finding]:
    """What is said of formal titles before the notes whose rows tell no statement or that of a look-alike, where none of their kind is told
    elsewhere."""
    told = {statement.kind for statement in kept}
    for _, chain, kind in unread:
        title = chain[0].title
        if title is None or kind in told or not is_formal(chain):
            continue
        rows, places = sum(segment.figured for segment in chain), tuple(cell.place for cell in title.cells[:1])
        yield _look_alike(title.text, chain[0].rival, rows, places) if chain[0].rival else _unread(title.text, rows, places)


def _unread(title: str, rows: int, places: tuple[Place, ...]) -> Finding:
    message = f'"{title}" stands above {rows} rows with figures that do not read as such a statement: they are left out'
    return Finding("find.statement-unread", "warning", message, _HINT, places)


def _look_alike(title: str, rival: str, rows: int, places: tuple[Place, ...]) -> Finding:
    message = f'"{title}" reads as such a statement, but is called a look-alike ({rival}): its {rows} rows are left out'
    return Finding("find.look-alike-alone", "info", message, _HINT_OF_LOOK_ALIKE, places)
