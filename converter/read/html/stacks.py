"""Rows whose cells hold a line for each of several rows: which line of the labels stands beside which of the figures, or that nothing
tells it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from converter.model import Finding, Place
from converter.patterns import regex
from converter.read.grid import RawCell, is_column, is_rule
from converter.read.html.cells import CellText, read_cell
from converter.read.html.paths import Paths
from converter.read.html.tags import CELLS
from converter.read.html.tree import content

_LEAST_TOLD = 6
"""Fewer labels of a table whose figures nobody knows are no statement."""
_DEEPEST = 6
"""Elements between a line break and the cell that it stands in."""
_VALIGN = regex(r"vertical-align\s{0,3}:\s{0,3}(top|bottom)")
_NOWRAP = regex(r"white-space\s{0,3}:\s{0,3}(?:nowrap|pre)\b")


class Level(Struct, frozen=True):
    """Blank lines above the labels and above the figures that bring them side by side, and the lines that there are then."""

    labels: int = 0
    figures: int = 0
    height: int = 0


_AS_THEY_ARE = Level()


def level_of(cells: Sequence[etree._Element]) -> Level | None:
    """How the lines in the cells of a row stand side by side; None where nothing tells: a browser breaks lines of its own, or centers
    the fewer lines beside the more."""
    read = [(cell, text) for cell in cells if (text := read_cell(cell)).text]
    columns = [(cell, text) for cell, text in read[1:] if is_column(text.text.split("\n"))]
    if not columns or "\n" not in read[0][1].text or is_column(read[0][1].text.split("\n")):
        return _AS_THEY_ARE
    first, labels = read[0]
    most = labels.text.count("\n") + 1
    height = max(map(_last_figure, (text for _, text in columns)))
    more = most + labels.blank_below - max(_height(text) for _, text in columns)
    if most == height or more == 0:
        return Level(height=max(most, height))
    if most > height:
        return _raised([_side(cell) for cell, _ in columns], more, len({_height(text) for _, text in columns}) == 1, most)
    side = _side(first) if _keeps_lines(first) else ""
    return {"top": _AS_THEY_ARE, "bottom": Level(max(-more, 0))}.get(side)


def _raised(sides: Sequence[str], more: int, even: bool, most: int) -> Level | None:
    """How columns stand beside more labels than they have figures."""
    if set(sides) == {"top"}:
        return Level(height=most)
    return Level(figures=more) if set(sides) == {"bottom"} and even and more > 0 else None


def _height(text: CellText) -> int:
    return text.text.count("\n") + 1 + text.blank_below


def _last_figure(text: CellText) -> int:
    """The lines down to the last one that is more than a rule."""
    lines = text.text.split("\n")
    while is_rule(lines[-1].strip()) or not lines[-1].strip():
        lines.pop()
    return len(lines)


def _side(cell: etree._Element) -> str:
    """Where the lines of a cell stand that is higher than they are: "top", "bottom", or nothing of both."""
    for element in (cell, cell.getparent()):
        if element is not None:
            said = _VALIGN.search((element.get("style") or "").lower())
            if said or element.get("valign"):
                return said[1] if said else element.get("valign", "").lower()
    return ""


def _keeps_lines(cell: etree._Element) -> bool:
    """Whether a browser breaks no line of a cell."""
    says = cell.get("nowrap") is not None or _NOWRAP.search((cell.get("style") or "").lower())
    return bool(says) or next(cell.iter("pre"), None) is not None


def levelled(filled: Sequence[RawCell], cells: Sequence[etree._Element]) -> list[RawCell]:
    """A row's cells that are not empty, their lines side by side; no cells where nothing tells how they stand."""
    if not any("\n" in raw.text and is_column(raw.text.split("\n")) for raw in filled[1:]):
        return list(filled)
    level = level_of(cells)
    if level is None:
        return []
    if level == _AS_THEY_ARE:
        return list(filled)
    columns = [
        _padded(raw, level.figures, level.height) if "\n" in raw.text and is_column(raw.text.split("\n")) else raw for raw in filled[1:]
    ]
    return [_padded(filled[0], level.labels, 0), *columns]


def _padded(cell: RawCell, above: int, height: int) -> RawCell:
    """A cell with blank lines above its own, and below them up to a height."""
    below = max(0, height - above - cell.text.count("\n") - 1)
    if not above and not below:
        return cell
    before, behind, nowhere = "\n" * above, "\n" * below, (0, 0)
    printed = before + (cell.printed or cell.text) + behind
    spans = (*(nowhere,) * above, *cell.spans, *(nowhere,) * below) if cell.spans else ()
    return replace(cell, text=before + cell.text + behind, printed=printed, spans=spans)


def unread_lines(root: etree._Element, document: int, paths: Paths) -> Iterator[Finding]:
    """What is told of tables with rows whose lines nobody can bring together."""
    lost: Counter[etree._Element] = Counter()
    for row in _stacked_rows(root):
        cells = [cell for cell in row if cell.tag in CELLS]
        if cells and level_of(cells) is None:
            table = next(row.iterancestors("table"), row)
            lost[table] += next(text.text.count("\n") + 1 for cell in cells if (text := read_cell(cell)).text)
    for table, lines in lost.items():
        if lines >= _LEAST_TOLD:
            message = f"Cells hold a line for each of several rows, and nothing tells which stand side by side: {lines} lines stay unread."
            place = Place(document, "label", "", path=paths.of(table))
            yield Finding("read.labels-apart", "warning", message, "Give the table with each label and its amounts in one row.", (place,))


def _stacked_rows(root: etree._Element) -> Iterator[etree._Element]:
    """The rows whose labels may have lines beside a column of figures, each once; none that hold tables."""
    seen: set[etree._Element] = set()
    for element in root.iter("br", "pre", "p", "div"):
        above = element.getparent()
        if element.tag in _PARTS and (above is None or above.tag not in CELLS or element.getnext() is None):
            continue
        for _ in range(_DEEPEST):
            if above is None or above.tag in CELLS:
                break
            above = above.getparent()
        row = above.getparent() if above is not None and above.tag in CELLS else None
        if row is not None and row not in seen:
            seen.add(row)
            if _has_lines(row) and next(row.iter("table"), None) is None:
                yield row


_PARTS = frozenset({"p", "div"})


def _has_lines(row: etree._Element) -> bool:
    """Whether the cells that begin and end it, not empty ones, may have several lines."""
    ends = (next((cell for cell in cells if content(cell).strip()), None) for cells in (row, reversed(row)))
    return all(cell is not None and _may_be_stack(cell) for cell in ends)


def _may_be_stack(cell: etree._Element) -> bool:
    return cell.find("pre") is not None or len(list(islice(cell.iter("br", "p", "div"), 2))) > 1
