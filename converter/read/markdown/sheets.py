"""What a spreadsheet or a data frame prints beside its cells: letters or numbers of columns above them, numbers of rows before."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from converter.read.markdown.field import RawRow

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LEAST = 2
_FIRST = ("0", "1")


def without_references(rows: list[RawRow]) -> list[RawRow]:
    """The rows without ``A B C`` or ``0 1 2`` above them, and without the numbers before them where these stand there."""
    if not rows or not _is_reference(rows[0]):
        return rows
    rows = rows[1:]
    if not _are_numbered(rows):
        return rows
    return [
        replace(row, fields=tuple(replace(field, left=field.left - 1, right=field.right - 1) for field in row.fields if field.left > 0))
        for row in rows
    ]


def _is_reference(row: RawRow) -> bool:
    """Every column's letter, or its number from nought on, in order."""
    fields = row.fields
    if len(fields) < _LEAST or not fields[0].parts or fields[0].parts[0].raw.strip() not in ("0", "A"):
        return False
    texts = _texts(row)
    return texts == list(_LETTERS[: len(texts)]) or texts == [str(at) for at in range(len(texts))]


def _are_numbered(rows: Sequence[RawRow]) -> bool:
    """Every row begins with its number."""
    firsts = [row.fields[0].parts[0].raw.strip(" *") if row.fields and row.fields[0].left == 0 else "" for row in rows]
    begin = next((int(first) for first in firsts[:1] if first in _FIRST), None)
    return begin is not None and len(firsts) > _LEAST and all(first == str(begin + at) for at, first in enumerate(firsts))


def _texts(row: RawRow) -> list[str]:
    return [" ".join(part.raw.strip() for part in field.parts) for field in row.fields]
