"""Over the corpus: the figures of the truth are cells, and places read back."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from converter.model import Block, Cell, Table
from converter.read.markdown import markdown_blocks
from converter.read.source import Source

_STEP = 8


def digits(value: object) -> str:
    """A value's digits without sign, point and the noughts at its ends."""
    text = f"{abs(Decimal(str(value))):f}"
    text = text.rstrip("0") if "." in text else text
    return text.replace(".", "").strip("0") or "0"


def cells(blocks: list[Block]) -> list[Cell]:
    return [cell for block in blocks if isinstance(block, Table) for row in block.rows for cell in row.cells]


@pytest.mark.corpus
@pytest.mark.parametrize("part", ["fsds", "gold"])
def test_figures_of_the_truth_are_cells(shared: Path, part: str) -> None:
    stated = found = 0
    for path in sorted((shared / "corpus" / part / "ocr").glob("*.txt"))[::_STEP]:
        text = path.read_text("utf-8", errors="replace")
        have = {digits(cell.number.value) for cell in cells(list(markdown_blocks(Source(0, text)))) if cell.number is not None}
        truth = json.loads((path.parent.parent / "truth" / f"{path.stem}.json").read_text("utf-8"))
        wanted = [digits(fact["value"]) for fact in truth["facts"]]
        stated += len(wanted)
        found += sum(1 for value in wanted if value in have)
    assert found >= 0.995 * stated


@pytest.mark.corpus
def test_places_read_back(shared: Path) -> None:
    for path in sorted((shared / "corpus" / "fsds" / "ocr").glob("*.txt"))[::_STEP]:
        text = path.read_text("utf-8", errors="replace")
        lines = text.split("\n")
        for cell in cells(list(markdown_blocks(Source(0, text)))):
            place = cell.place
            assert place.line is not None
            assert " ".join(lines[place.line - 1][place.start : place.end].split()) == place.text
