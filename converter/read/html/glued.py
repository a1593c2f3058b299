"""Cells that hold the figures of several columns, parted by blanks that do not collapse: ``$671      $1,195``, with their heads alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from statistics import median

from msgspec.structs import replace

from converter.grammar.numbers import parse_figure
from converter.patterns import regex
from converter.read.grid import RawCell
from converter.read.html.cells import CellText

Read = list[tuple[RawCell, CellText]]
_Span = tuple[int, int]

_COLLAPSED = regex(r"[ \t\r\n\f]+")
_GAP = regex(r"\S\s{2,}\S")
_PIECE = regex(r"\S+(?: \S+)*")
_WORD = regex(r"\S+")
_OPENERS, _CLOSERS = frozenset({"$", "(", "$(", "$ ("}), frozenset({")", "%", ")%"})
_MARKS = ")%*"
_LEAST_ROWS, _SHARE = 2, 0.15
_SLACK = 2
"""Characters by which the figures of a column may end apart."""


def typed(hard: str) -> str:
    """What a cell shows: each blank that does not collapse is one, a run of the others too."""
    return _COLLAPSED.sub(" ", hard).replace("\xa0", " ")


def is_gapped(hard: str) -> bool:
    """Whether wide blanks part what a cell holds: its groups of digits are no thousands then."""
    return _GAP.search(typed(hard)) is not None


def parted(rows: list[Read]) -> list[Read]:
    """The rows of a table, such cells taken apart; the columns behind them moved on."""
    counts = _counts(rows)
    if not counts:
        return rows
    edges = {key: _edges(rows, key, count) for key, count in counts.items()}
    return [[(piece, text) for raw, text in row for piece in _placed(raw, text, counts, edges)] for row in rows]


def _counts(rows: list[Read]) -> dict[_Span, int]:
    """How many figures the cells of a column hold, in more rows than chance allows, where that is more than one."""
    seen: defaultdict[_Span, Counter[int]] = defaultdict(Counter)
    for row in rows:
        for raw, text in row:
            if (
                raw.left > 0
                and (text.hard or " " in raw.text)
                and _tells(raw, text)
                and (pieces := _pieces(raw, text))
                and _are_figures(raw, text, pieces)
            ):
                seen[raw.left, raw.right][len(pieces)] += 1
    found = {key: max(_supported(counter), default=0) for key, counter in seen.items()}
    return {key: count for key, count in found.items() if count > 1}


def _supported(counter: Counter[int]) -> Iterator[int]:
    least = max(_LEAST_ROWS, counter.total() * _SHARE)
    return (count for count, rows in counter.items() if rows >= least)


def _tells(raw: RawCell, text: CellText) -> bool:
    """Whether the blanks of a cell part figures: they are wide, or the figures have commas of their own."""
    return bool(text.hard) or (raw.text == text.text and "," in raw.text and parse_figure(raw.text) is None)


def _shown(raw: RawCell, text: CellText) -> str:
    """What the cell shows with its blanks, where these and its words are all that it holds."""
    shown = typed(text.hard) if text.hard else text.text
    bare = " ".join(shown.split())
    return shown if raw.text in (bare, bare.replace(" ", ",")) else raw.text


def _pieces(raw: RawCell, text: CellText) -> list[_Span]:
    """Where the pieces of the cell stand, parted by wide blanks, or by any where all are figures then; none where breaks part lines:
    these stand below each other."""
    if "\n" in raw.text:
        return []
    shown = _shown(raw, text)
    wide = _joined(shown, [match.span() for match in _PIECE.finditer(shown)])
    if len(wide) > 1 or " " not in text.text or parse_figure(text.text) is not None:
        return wide
    narrow = _joined(shown, [match.span() for match in _WORD.finditer(shown)])
    return narrow if all(parse_figure(shown[start:end]) is not None for start, end in narrow) else wide


def _joined(shown: str, found: Sequence[_Span]) -> list[_Span]:
    """The pieces; a mark that stands apart goes with its figure."""
    spans: list[_Span] = []
    opened = False
    for start, end in found:
        said = shown[start:end]
        if spans and (opened or said in _CLOSERS):
            spans[-1] = spans[-1][0], end
        else:
            spans.append((start, end))
        opened = said in _OPENERS
    return spans


def _are_figures(raw: RawCell, text: CellText, pieces: Sequence[_Span]) -> bool:
    shown = _shown(raw, text)
    return all(parse_figure(shown[start:end]) is not None for start, end in pieces)


def _edges(rows: list[Read], key: _Span, count: int) -> tuple[list[float], bool] | None:
    """Where the figures of full rows end, and whether counted from the right; None where they end all over the place."""
    full = [
        (_shown(raw, text), pieces)
        for row in rows
        for raw, text in row
        if (raw.left, raw.right) == key and len(pieces := _pieces(raw, text)) == count
    ]
    for right in (False, True):
        ends = [[_end(shown, span, right) for span in pieces] for shown, pieces in full]
        columns = list(zip(*ends, strict=True))
        if columns and all(max(column) - min(column) <= _SLACK * 2 for column in columns):
            return [median(column) for column in columns], right
    return None


def _end(shown: str, span: _Span, right: bool) -> int:
    end = span[0] + len(shown[span[0] : span[1]].rstrip(_MARKS))
    return end - len(shown) if right else end


def _placed(
    raw: RawCell, text: CellText, counts: dict[_Span, int], edges: dict[_Span, tuple[list[float], bool] | None]
) -> Iterator[RawCell]:
    left = raw.left + sum(count - 1 for key, count in counts.items() if key[0] < raw.left)
    right = raw.right + sum(count - 1 for key, count in counts.items() if key[0] < raw.right)
    count = counts.get((raw.left, raw.right), 0)
    pieces = _pieces(raw, text) if count else []
    columns = (
        _columns(raw, text, pieces, count, edges[raw.left, raw.right])
        if pieces and (len(pieces) > 1 or _are_figures(raw, text, pieces))
        else []
    )
    if not columns:
        yield replace(raw, left=left, right=right)
        return
    for span, (first, last) in zip(pieces, columns, strict=True):
        yield _piece(raw, text, span, left + first, left + last if last < count else right)


def _columns(raw: RawCell, text: CellText, pieces: Sequence[_Span], count: int, edges: tuple[list[float], bool] | None) -> list[_Span]:
    """The columns of each piece, from 0 on: one each, equally many for heads, or those where figures end alike."""
    share, rest = divmod(count, len(pieces))
    figures = _are_figures(raw, text, pieces)
    if not rest and (share == 1 or not figures):
        return [(at * share, at * share + share) for at in range(len(pieces))]
    if edges is None or not figures:
        return []
    shown = _shown(raw, text)
    found: list[_Span] = []
    for span in pieces:
        end = _end(shown, span, edges[1])
        near = [at for at, edge in enumerate(edges[0]) if abs(edge - end) <= _SLACK]
        if len(near) != 1:
            return []
        found.append((near[0], near[0] + 1))
    return found


def _piece(raw: RawCell, text: CellText, span: _Span, left: int, right: int) -> RawCell:
    """A piece at its own characters of the cell's squeezed text."""
    shown = _shown(raw, text)
    said = " ".join(shown[span[0] : span[1]].split())
    start = len(" ".join([*shown[: span[0]].split(), "."])) - 1
    return replace(raw, text=said, left=left, right=right, start=start, end=start + len(said), printed=said)
