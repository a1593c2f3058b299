"""Where labels stand in one block and their amounts in others: a block for each column, or one of rows of amounts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from converter.grammar.scales import find_scale
from converter.patterns import regex
from converter.read.markdown.apart.labels import is_sentence
from converter.read.markdown.columns import Span
from converter.read.markdown.figures import GHOSTS, figures_in
from converter.read.markdown.heads import PERIOD_WORDS, head_levels, heads_in, is_year
from converter.read.markdown.pages import is_page_number
from converter.read.markdown.paragraphs import heading_level

_STARTS = frozenset(f"0123456789$(.-–—S\\{GHOSTS}")
_MARKS = frozenset(["$", "\\$", "%", "$ $", "$  $"])
_ONLY_FIGURES = regex(rf"[\d\s$(),.%\\*–—−\-lIOS{GHOSTS}]+")
"""Cheap: what a line of nothing but figures is made of."""
_AMOUNT = regex(r"\d,\d{3}|\$")
_RULE = regex(r"[-=_–—\s]{4,}")
LEAST = 3
"""Fewer amounts below one another are no block."""
_MOST_LINES, _MOST_ABOVE = 500, 20
_MOST_HEADS, _LONGEST_HEAD = 5, 60
_LONGEST_FIGURES, _LONGEST_LABEL = 160, 500
_LONGEST_HEADS = 200
_WORD = regex(r"[A-Za-z]+|\d+")
_OF_PERIODS = PERIOD_WORDS | {
    *(
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "st",
        "nd",
        "rd",
        "th",
        "first",
        "second",
        "third",
    ),
    *("fourth", "sixteen", "twenty", "thirty", "forty", "fifty", "seven", "unaudited", "audited", "restated", "note", "notes"),
}
_OTHER_NOTATION = ("#", "|", "<", "```", "\\begin", "- ", "* ")

Token = tuple[int, int, int]
"""Line, start, end."""


class Run(Struct, frozen=True):
    """Lines of nothing but figures, none but blank lines and rules between; ``chunks`` are how many stand between two blank lines."""

    lines: list[int]
    figures: list[list[Span]]
    chunks: list[int]

    @property
    def first(self) -> int:
        return self.lines[0]

    @property
    def last(self) -> int:
        return self.lines[-1]


class Apart(Struct, frozen=True):
    """``labels`` are lines; ``heads`` those above each column, or above all of them where one is not told from another; ``rows`` the
    amounts, None where a row has fewer than the table has columns. ``problem`` says why they cannot be told."""

    labels: list[int]
    heads: list[list[int]]
    rows: list[list[Token]]
    columns: int
    end: int
    problem: str = ""
    alone: Apart | None = None
    """The labels with the first block alone, where blocks below were taken for further columns."""

    @property
    def first(self) -> int:
        return self.labels[0]


def regions(lines: Sequence[str]) -> Iterator[Apart]:
    """From top to bottom, each line in one of them at most."""
    runs = list(_runs(lines))
    at, floor = 0, 0
    while at < len(runs):
        found = _region(lines, runs, at, floor)
        if found is None:
            at += 1
            floor = runs[at - 1].last + 1
        else:
            region, at = found
            floor = region.end
            yield region


def _runs(lines: Sequence[str]) -> Iterator[Run]:
    run = Run([], [], [])
    blank = True
    for number, line in enumerate(lines):
        begin = line[:1] if line[:1] != " " else line.lstrip()[:1]
        if not begin:
            blank = True
            continue
        figures = figures_of(line) if begin in _STARTS else []
        if figures and not (_are_years(line, figures) and (blank or not run.lines)):
            if blank or not run.chunks:
                run.chunks.append(0)
            run.chunks[-1] += 1
            run.lines.append(number)
            run.figures.append(figures)
        elif says(line):
            if len(run.lines) >= LEAST:
                yield run
            if run.lines:
                run = Run([], [], [])
        blank = False
    if len(run.lines) >= LEAST:
        yield run


def figures_of(line: str) -> list[Span]:
    if len(line) > _LONGEST_FIGURES or not _ONLY_FIGURES.fullmatch(line) or _is_rule(line):
        return []
    return figures_in(line.replace("\\", " ").replace("**", "  "))


def _is_rule(line: str) -> bool:
    return _RULE.fullmatch(line) is not None and max(map(len, line.split()), default=0) > 3


def is_of_figures(line: str) -> bool:
    return line.lstrip()[:1] in _STARTS and bool(figures_of(line))


def says(line: str) -> bool:
    """Neither blank nor a mark or a rule that stands on a line of its own."""
    return bool(line.strip()) and line.strip() not in _MARKS and not _is_rule(line)


def _are_years(line: str, figures: Sequence[Span]) -> bool:
    return all(is_year(line[first:last]) for first, last in figures)


def _region(lines: Sequence[str], runs: Sequence[Run], at: int, floor: int) -> tuple[Apart, int] | None:
    """The region whose first amounts are the run ``at``, and the run behind it; nothing where no labels stand above."""
    run = runs[at]
    heads = _heads_above(lines, floor, run.first)
    columns, after = _columns(lines, runs, at, len(heads))
    wide = Counter(map(len, run.figures)).most_common(1)[0][0]
    height = len(run.lines)
    labels = _labels_above(lines, floor, min([*heads, run.first]), height)
    if len(labels) < LEAST or len(labels) > _MOST_LINES or height > _MOST_LINES or len(columns) > height:
        return None
    if wide > 1:
        return _of_rows(labels, heads, run, wide), at + 1
    alone = _of_columns(labels, heads, columns[:1]) if len(columns) > 1 else None
    return replace(_of_columns(labels, heads, columns), alone=alone), after


def _of_rows(labels: list[int], heads: list[int], run: Run, wide: int) -> Apart:
    lines, figures = run.lines, run.figures
    if run.chunks[-1] == 1 and len(figures[-1]) == 1:
        lines, figures = lines[:-1], figures[:-1]
    rows = [[(number, *span) for span in spans] for number, spans in zip(lines, figures, strict=True)]
    return Apart(labels, [heads], rows, wide, lines[-1] + 1)


def _of_columns(labels: list[int], heads: list[int], columns: list[tuple[list[int], Run]]) -> Apart:
    (_, first), *_ = columns
    end = columns[-1][1].last + 1
    parts = _parts(first) if len(columns) == 1 else [_tokens(run) for _, run in columns]
    above = [heads] if len(columns) == 1 else [heads, *(between for between, _ in columns[1:])]
    heights = list(map(len, parts))
    problem = "" if len(set(heights)) == 1 else f"the blocks of amounts have {' and '.join(map(str, heights))} lines"
    rows = [] if problem else [list(row) for row in zip(*parts, strict=True)]
    return Apart(labels, above, rows, len(parts), end, problem)


def _tokens(run: Run) -> list[Token]:
    return [(number, *spans[0]) for number, spans in zip(run.lines, run.figures, strict=True)]


def _parts(run: Run) -> list[list[Token]]:
    """One block, or several with nothing but blank lines between: the sizes of the groups between these come again and again."""
    size = next((size for size in range(1, len(run.chunks) // 2 + 1) if _comes_again(run.chunks, size)), len(run.chunks))
    height = sum(run.chunks[:size])
    tokens = _tokens(run)
    return [tokens[at : at + height] for at in range(0, len(tokens), height)]


def _comes_again(chunks: Sequence[int], size: int) -> bool:
    return len(chunks) % size == 0 and sum(chunks[:size]) >= LEAST and all(chunks[at] == chunks[at % size] for at in range(len(chunks)))


def _columns(lines: Sequence[str], runs: Sequence[Run], at: int, heads: int) -> tuple[list[tuple[list[int], Run]], int]:
    """The run and those that follow with nothing but heads between, each with its heads; the run behind them."""
    columns: list[tuple[list[int], Run]] = [([], runs[at])]
    after = at + 1
    while after < len(runs):
        between = [number for number in range(runs[after - 1].last + 1, runs[after].first) if says(lines[number])]
        if not 0 < len(between) <= _MOST_HEADS or not (
            (heads and is_head(lines[between[0]])) or all(_may_be_head(lines[n]) for n in between)
        ):
            break
        run = _as_high(runs[after], len(columns[0][1].lines), lines)
        alike = len(run.lines) == len(columns[0][1].lines) or len(between) == heads
        if not alike and not is_head(lines[between[0]]):
            break
        columns.append((between, run))
        after += 1
    return columns, after


def _as_high(run: Run, height: int, lines: Sequence[str]) -> Run:
    """Without the number of the page below."""
    if len(run.lines) != height + 1 or run.chunks[-1] != 1 or not is_page_number(lines[run.last]):
        return run
    return Run(run.lines[:-1], run.figures[:-1], run.chunks[:-1])


def is_head(line: str) -> bool:
    """The line tells a period, or several of them side by side."""
    text = line.strip(" *")
    if not text or len(text) > _LONGEST_HEADS:
        return False
    return all(word.isdigit() or word.lower() in _OF_PERIODS for word in _WORD.findall(text)) or bool(heads_in(text) or head_levels(text))


def _may_be_head(line: str) -> bool:
    text = line.strip(" *")
    other = text.endswith((":", ".")) or text.startswith(_OTHER_NOTATION) or is_page_number(line) or _AMOUNT.search(text) is not None
    return 0 < len(text) <= _LONGEST_HEAD and not other


def _heads_above(lines: Sequence[str], floor: int, first: int) -> list[int]:
    """The lines of heads above the first amounts: all of a few right above, else those that tell periods."""
    top = first
    while top > floor and lines[top - 1].strip():
        top -= 1
    right_above = [number for number in range(top, first) if says(lines[number])]
    if 0 < len(right_above) <= _MOST_HEADS and all(_may_be_head(lines[number]) or is_head(lines[number]) for number in right_above):
        return right_above
    found: list[int] = []
    for number in range(first - 1, max(floor, first - 3 * _MOST_HEADS) - 1, -1):
        if not says(lines[number]):
            continue
        if not is_head(lines[number]):
            break
        found.append(number)
    return found[::-1]


def _labels_above(lines: Sequence[str], floor: int, first: int, height: int) -> list[int]:
    """The lines above that may be labels, up to what cannot be one: running text, a heading, a caption that tells a scale or periods."""
    found: list[int] = []
    for number in range(first - 1, floor - 1, -1):
        text = lines[number].strip()
        if (
            not text
            or (not found and is_sentence(text))
            or (is_page_number(text) and not any(map(str.strip, lines[number + 1 : number + 2])))
        ):
            continue
        goes_on = bool(found) and lines[found[-1]].strip()[:1].islower()
        if is_sentence(text) or len(found) > 2 * height + _MOST_ABOVE or ends_labels(lines[number], goes_on):
            break
        found.append(number)
    return found[::-1]


def ends_labels(line: str, goes_on: bool) -> bool:
    """``goes_on``: the line below begins in small letters, as the rest of a label does that tells of days."""
    text = line.strip()
    other = is_of_figures(line) or heading_level(line) > 0 or text.startswith(_OTHER_NOTATION) or "\t" in text or len(text) > _LONGEST_LABEL
    return other or (is_head(line) and not goes_on) or (len(text) < _LONGEST_HEAD and find_scale(text) is not None)
