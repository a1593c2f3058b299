"""Nothing gets lost: each figure of a recognised statement ends as a fact, as unmapped or as ignored, and its place reads back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from converter import convert
from converter.model import Place, Statement, Table
from converter.pipeline import Conversion
from converter.read.places import PlaceReader

FOLDERS = ("gold/text", "gold/html", "gold/ocr", "ex27/text", "fsds/ocr", "modern/html2000")
GOLDEN = Path(__file__).parent / "golden"
Spot = tuple[int, int | None, int | None, str | None, str]


def _spot(place: Place) -> Spot:
    return place.document, place.line, place.start, place.path, " ".join(place.text.split())


def _shown(text: str) -> str:
    """As it is seen: white space squeezed, without the escapes of markdown (a paragraph's ``\\$`` is kept as a blank and ``$``)."""
    return " ".join(text.replace("\\", " ").split())


def _accounted(conversion: Conversion) -> set[Spot]:
    spots: set[Spot] = set()
    for report in conversion.reports:
        spots.update(_spot(place) for fact in report.facts for place in fact.sources)
        spots.update(_spot(left.place) for left in (*report.unmapped, *report.ignored))
    return spots


def _figures(statements: tuple[Statement, ...]) -> Iterator[Place]:
    for statement in statements:
        for row in statement.rows:
            yield from (figure.place for figure in row.figures)


def _beside(conversion: Conversion) -> Iterator[Place]:
    """The numbers that stand on the lines of statements' figures, but for those that became part of a label."""
    figures = {_spot(place) for place in _figures(conversion.statements)}
    labels = {_spot(place) for each in conversion.statements for row in each.rows for place in row.places}
    for block in (block for document in conversion.filing.documents for block in document.blocks if isinstance(block, Table)):
        for row in block.rows:
            places = [cell.place for cell in row.cells if cell.number]
            if any(_spot(place) in figures for place in places):
                yield from (place for place in places if _spot(place) not in labels)


def check(path: Path) -> int:
    """How many places were read back; fails where a figure is lost or a place shows something else."""
    conversion = convert(path)
    accounted = _accounted(conversion)
    lost = [place for place in (*_figures(conversion.statements), *_beside(conversion)) if _spot(place) not in accounted]
    assert not lost, f"{path.name}: {len(lost)} figures lost, first {lost[0]}"
    reader = PlaceReader(path.read_bytes())
    read = 0
    for fact in (fact for report in conversion.reports for fact in report.facts):
        for place in fact.sources:
            assert _shown(reader.text_at(place) or "") == _shown(place.text), f"{path.name}: {place}"
            read += 1
    return read


@pytest.mark.parametrize("name", ["annual.txt", "quarter.txt", "release.md", "report.htm", "startup.txt"])
def test_nothing_is_lost_of_invented_filings(name: str) -> None:
    assert check(GOLDEN / name) > 10


@pytest.mark.corpus
@pytest.mark.parametrize("folder", FOLDERS)
def test_nothing_is_lost_of_real_filings(folder: str, shared: Path) -> None:
    files = sorted((shared / "corpus" / folder).iterdir())
    for path in files[:: max(1, len(files) // 4)][:4]:
        check(path)
