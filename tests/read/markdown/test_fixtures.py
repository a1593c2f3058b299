"""Each notation, read whole: the golden file lies beside its input."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from converter.model import Block, Cell, Table
from converter.read.markdown import markdown_blocks
from converter.read.source import Source

FIXTURES = Path(__file__).parent / "fixtures"


def shown(block: Block) -> str:
    page = " page" if block.page_break else ""
    if isinstance(block, Table):
        rows = ["    " + ("_ " if row.rule_above else "") + " | ".join(map(_cell, row.cells)) for row in block.rows]
        return "\n".join([f"table {block.geometry}{page}", *rows])
    segments = "".join(f"\n    {segment.line}:{segment.start} {segment.text}" for segment in block.segments)
    return f"paragraph {block.heading}{' bold' if block.bold else ''}{page} {block.text}{segments}"


def _cell(cell: Cell) -> str:
    marks = ("h" if cell.header else "") + ("b" if cell.bold else "")
    number = "" if cell.number is None else f" ={cell.number.value}{cell.number.currency}"
    place = cell.place
    return f"[{cell.left}-{cell.right}{marks} {cell.text}{number} @{place.line}:{place.start}-{place.end}]"


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.md")), ids=lambda path: path.stem)
def test_golden(path: Path, golden: Callable[[Path, str], None]) -> None:
    blocks = markdown_blocks(Source(0, path.read_text("utf-8")))
    golden(path.with_suffix(".blocks"), "\n".join(map(shown, blocks)) + "\n")


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.md")), ids=lambda path: path.stem)
def test_places_read_back(path: Path) -> None:
    text = path.read_text("utf-8")
    lines = text.split("\n")
    for block in markdown_blocks(Source(0, text)):
        for cell in (cell for row in (block.rows if isinstance(block, Table) else ()) for cell in row.cells):
            assert cell.place.line is not None
            printed = " ".join(lines[cell.place.line - 1][cell.place.start : cell.place.end].split())
            assert block.geometry == "characters" or printed == cell.place.text
