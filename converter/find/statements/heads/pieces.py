"""A line of heads cut into the heads of single columns: what was torn is joined, what stands too near is parted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.grammar.dates import MONTH, YEAR
from converter.grammar.periods import read_head
from converter.model import Cell
from converter.patterns import regex

_COUNTS = (
    "three|six|nine|twelve|thirteen|sixteen|twenty-(?:four|six|eight)|thirty-(?:six|nine)|forty|fifty-(?:two|three)"  # of months or weeks
)
_SHORT_YEAR = r"['’`]\d\d(?!\d)"
_NUMERIC = r"\d\d?/\d\d?/\d\d(?:\d\d)?"
_HEAD_UNIT = regex(
    rf"{MONTH}\.?\s+\d{{1,2}}\s?(?:,\s?(?:{YEAR}|{_SHORT_YEAR})?|\b)|\d\d?\s+{MONTH}\.?,?\s+{YEAR}"
    rf"|(?:for\s+the\s+)?(?:(?:{_COUNTS}|(?<!\d)\d+)\s+(?:months?|weeks?)(?:\s+ended)?|(?:quarter|year)s?\s+ended)"
    rf"|(?:fiscal\s+)?{YEAR}|{_SHORT_YEAR}|(?:first|second|third|fourth)\s+quarter"
    r"|(?:fiscal\s+)?year[\s-]+to[\s-]+date|(?:this|last|current|prior)\s+year(?=\s+(?:this|last|current|prior)\s|$)"
    rf"|{_NUMERIC}(?:\s?[-–—]\s?{_NUMERIC})?|ended|\b{MONTH}\b\.?|(?<![\d/])\d\d?,\s?{YEAR}",
    re.IGNORECASE,
)


_YEAR = regex(YEAR)
_FOR_THE = regex(r"(?:for\s+)?the|for", re.IGNORECASE)
_YEARS_OF_A_DAY = regex(rf"(.*\b{MONTH}\.?\s+\d{{1,2}},?)\s+((?:{YEAR})(?:\s+(?:{YEAR}))+)", re.IGNORECASE)
"""One day in several years: "For years ended December 31, 1997 1998"."""
_BARE_MONTH = regex(rf"\b{MONTH}\.?$", re.IGNORECASE)
_TO_END = regex(r"\d,?\s+(?:to|through|thru)$", re.IGNORECASE)
_BARE_DAY = regex(r"[0-3]?\d,?")
_DAY_FIRST = regex(rf"[0-3]?\d,\s+(?={MONTH}\.?\s)", re.IGNORECASE)
_COUNT_WORD = regex(r"(?:for\s+the\s+)?(?:three|six|nine|twelve|thirteen|twenty-six|thirty-nine|fifty-two|\d{1,2}|fiscal)", re.IGNORECASE)
_LENGTH_WORD = regex(r"(?:months?|weeks?|years?|quarters?)\b", re.IGNORECASE)


def head_pieces(cells: list[Cell], geometry: str, columns: int) -> list[Cell]:
    """The cells that say something. "December 31, June 30," with but one blank between is two; in a grid where that gives each
    column its own."""
    said = [cell for cell in cells if any(character.isalnum() or character == "%" for character in cell.text)]
    said = said if geometry == "characters" else rejoined(said, 2)
    parts = [piece for cell in said for piece in _parted(cell)]
    if len(parts) > columns and len(attached := _attached(parts)) == columns:
        return attached
    if len(parts) == 2 * columns and (dates := _dates(parts)):
        return dates
    return parts if geometry == "characters" or len(parts) == columns else said


def _attached(parts: list[Cell]) -> list[Cell]:
    """ "Six Months | 2008 | 2009" in one line is a length and the years that it stands before: each year takes it on."""
    out: list[Cell] = []
    length: Cell | None = None
    for part in parts:
        head = read_head(part.text)
        bare_year = bool(head.years) and not head.spans and not head.to_date and not head.month_days
        if (head.spans or head.to_date) and not head.years and not head.dates:
            length = part
        elif bare_year and length is not None:
            out.append(Cell(f"{length.text} {part.text}", part.left, part.right, part.place, None, part.indent))
        else:
            length = None
            out.append(part)
    return out


def _dates(parts: list[Cell]) -> list[Cell]:
    """ "December 31, | 2009 | March 31, | 2009": days, each with its year beside it. Nothing where they are anything else."""
    out = []
    for day, year in zip(parts[::2], parts[1::2], strict=True):
        if not read_head(day.text).month_days or not _YEAR.fullmatch(year.text) or read_head(day.text).years or read_head(day.text).dates:
            return []
        out.append(Cell(f"{day.text} {year.text}", day.left, year.right, day.place, None, day.indent))
    return out


def rejoined(cells: Sequence[Cell], reach: int) -> list[Cell]:
    """ "NINE  MONTHS ENDED" with a wide blank is one head, so is "June | 30" where OCR split it over two cells."""
    out: list[Cell] = []
    for cell in cells:
        last = out[-1] if out else None
        if last is not None and cell.left - last.right <= reach and _is_torn(last.text, cell.text):
            out[-1] = Cell(f"{last.text} {cell.text}", last.left, cell.right, last.place, None, last.indent)
        else:
            out.append(cell)
    return out


def _is_torn(first: str, second: str) -> bool:
    if _BARE_DAY.fullmatch(first) and _YEAR.fullmatch(second):
        return True
    if _COUNT_WORD.fullmatch(first):
        return bool(_LENGTH_WORD.match(second))
    if _FOR_THE.fullmatch(first):
        return bool(_BARE_DAY.fullmatch(second)) or bool(_COUNT_WORD.match(second))
    if _TO_END.search(first):
        return bool(read_head(second).dates) and not _TO_END.search(second)
    return bool(_BARE_MONTH.search(first) and _BARE_DAY.fullmatch(second))


def _parted(cell: Cell) -> list[Cell]:
    torn = _DAY_FIRST.match(cell.text)
    if torn:
        # "30, December 31," below "September": the rest of one head, and another.
        return [_piece_of(cell, 0, torn.end()), *_parted(_piece_of(cell, torn.end(), len(cell.text)))]
    if years := _YEARS_OF_A_DAY.fullmatch(cell.text):
        return _with_prefix(cell, years[1], years[2].split())
    matches = list(_HEAD_UNIT.finditer(cell.text))
    groups = _repeated(cell.text, matches)
    if groups:
        return [_piece_of(cell, begin, end) for begin, end in groups]
    last = _last_run(cell.text, matches)
    if len(last) > 1 and last[0].start():
        return _with_prefix(cell, cell.text[: last[0].start()].strip(), [match[0].strip() for match in last])
    if len(matches) < 2 or _HEAD_UNIT.sub("", cell.text).strip(" ,") or len({shape(match[0]) for match in matches}) > 1:
        return [cell]
    return [_piece_of(cell, match.start(), match.end()) for match in matches]


def _piece_of(cell: Cell, begin: int, end: int) -> Cell:
    width = (cell.right - cell.left) / max(1, len(cell.text))
    text = cell.text[begin:end].strip()
    return Cell(text, cell.left + round(begin * width), cell.left + round(end * width), cell.place, None, cell.indent)


def _repeated(text: str, matches: list[re.Match[str]]) -> list[tuple[int, int]]:
    """Heads that touch and say the same kinds of things in the same order: "Three Months Ended June 30,Six Months Ended June 30,"."""
    if len(matches) < 4 or _HEAD_UNIT.sub("", text).strip(" ,"):
        return []
    shapes = [shape(match[0]) for match in matches]
    for size in (2, 3):
        if len(shapes) % size == 0 and len(set(shapes[:size])) == size and shapes == shapes[:size] * (len(shapes) // size):
            return [(matches[i].start(), matches[i + size - 1].end()) for i in range(0, len(matches), size)]
    return []


def _last_run(text: str, matches: list[re.Match[str]]) -> list[re.Match[str]]:
    """The units at the end of a head that say the same kind of thing, with nothing between them: the years in "June 30, 2009 2008"."""
    run: list[re.Match[str]] = []
    end = len(text.rstrip())
    for match in reversed(matches):
        if (match.end() < end and text[match.end() : end].strip(" ,")) or (run and shape(match[0]) != shape(run[0][0])):
            break
        run.insert(0, match)
        end = match.start()
    return run


def _with_prefix(cell: Cell, prefix: str, units: list[str]) -> list[Cell]:
    """ "Quarters Ended June 30, 2009 2008" in one cell is a spanning head and the years below it."""
    width = max(1, (cell.right - cell.left) // len(units))
    out = []
    for index, unit in enumerate(units):
        left = cell.left + index * width
        out.append(Cell(f"{prefix} {unit}", left, left + width, cell.place, None, cell.indent))
    return out


def shape(text: str) -> tuple[bool, bool, bool]:
    """Heads side by side say the same kind of thing: days, years or lengths."""
    head = read_head(text)
    return bool(head.month_days), bool(head.dates or head.years), bool(head.spans)
