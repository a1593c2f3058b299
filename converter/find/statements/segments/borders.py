"""Where one statement ends and another thing begins: what a line says to the statement above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from msgspec.structs import replace

from converter.find.statements.lines.line import Line
from converter.find.statements.lines.pages import names_page, names_report
from converter.find.statements.segments.markers import kind_so_far
from converter.find.statements.segments.segment import Segment, is_head
from converter.find.statements.segments.titles import Title, rival_of
from converter.grammar.companies import ends_in_company
from converter.grammar.periods import read_head
from converter.grammar.scales import find_scale
from converter.patterns import regex

_PERIOD_WORDS = regex(
    r"\b(?:months?|weeks?|quarters?|years?|ended|ending|as of|december|march|june|september|january"
    r"|february|april|may|july|august|october|november"
    r"|unaudited|audited|restated|fiscal|periods?|inception|note|notes|predecessor|successor|historical|consolidated"
    r"|total|dec|mar|jun|sep|sept|jan|feb|apr|jul|aug|oct|nov)\b",
    re.IGNORECASE,
)
_CONTINUES = regex(
    r"continued|cont.?d|liabilities|equity|assets|capital|statement|sheet|company|corporation|inc\.|unaudited|subsidiaries"
    r"|(?:operating|investing|financing)\s+activities|supplement",
    re.IGNORECASE,
)
_OWN_HEADINGS = regex(r"activit|shares?\b|earnings|income|loss|expense|tax|cash|supplement|deposits|revenues?$|sales$", re.IGNORECASE)
"""What statements have for headings of their own, which may stand on the line of the heads on a further page."""
_ASIDES = regex(r"\([^()]*\)?")
_PRO_FORMA = "pro forma"
_RIVALS_BETWEEN = frozenset({"segments", "selected data", "quarterly data", "average balances", "parent company only"})
_NAMES_STATEMENT = regex("statement|sheet", re.IGNORECASE)
_OPENS_BALANCE = regex(r"\W*(?:current\s+)?assets\W*$", re.IGNORECASE)
_OPENS_CASHFLOW = regex(r"\W*(?:cash\s+flows?\s+(?:provided\s+by|from)\s+(?:\(used\s+\w+\)\s+)?)?operating\s+activities\W*$", re.IGNORECASE)
_OPENS_EQUITY = regex(r"\s*balances?\b.{1,30}\d", re.IGNORECASE)
_LEAST_COMPONENTS, _MOST_BETWEEN, _LONGEST_OPENING = 4, 40, 60
_LONGEST_HEADING = 120
_SHORT_WORD = 3
_SLACK, _LONGEST_COMPONENT = 6, 16
_INTRODUCES = regex(r"\bthe\s+(?:following|table)\b.{0,90}:$|\bfollowing\s+(?:table|schedule|summary)\b|\bas\s+follows:?$", re.IGNORECASE)
"""A sentence above a table of another kind: "The following table presents the calculation of Funds from Operations:"."""
_NOTE = regex(r"(?:note\s+)?\d{1,2}[.)]\s{1,8}[a-z]|note\s+[\da-z]{1,2}\b", re.IGNORECASE)
"""The heading of a note: "16. SEGMENTS", "NOTE F - SEGMENTS"."""
_PAGES = regex(
    r"(?:back\s+to\s+)?(?:table\s+of\s+contents|contents|index)|\W*more\W*|(?:page\s+)?[a-z]{1,2}-\d{1,3}|form\s+\d{1,2}-?[kqf]\b.{0,50}",
    re.IGNORECASE,
)
"""What stands on pages and is none of their tables' names."""
FOOTNOTE = regex(r"\W*\(?(?:[a-z]|\d{1,2})\)|\*", re.IGNORECASE)
"""How a note at the foot of a page begins."""
_ACCOMPANYING = regex(r"\b(?:see|the)\b.{0,30}\bnotes?\b", re.IGNORECASE)


def is_first_heading(line: Line, current: Segment) -> bool:
    """A paragraph between a table of heads and the one of the rows below: "ASSETS"."""
    if line.geometry != "grid" or len(line.text) > _LONGEST_HEADING or line.text[:1] == "(" or not any(map(is_head, current.heads)):
        return False
    return read_head(line.text).is_empty and not find_scale(line.text) and not rival_of(line.text)


def begins_equity(line: Line, current: Segment) -> bool:
    """The opening balance of a statement of equity whose title was not told: more figures in a row than the statement above has, or heads
    of components above them."""
    if current.kind in (None, "equity") or len(line.figures) < _LEAST_COMPONENTS or not _OPENS_EQUITY.match(line.text):
        return False
    return all(len(row.figures) + 1 < len(line.figures) for row in current.rows) or _names_components(current.rows)


def _names_components(rows: list[Line]) -> bool:
    """Whether the lines below the last figures name several parts of equity: "Common Stock   Paid-in   Retained"."""
    text = " ".join(row.text.lower() for row in parted_at_last_figures(rows)[1][-_MOST_HEADS:])
    return len(set(_COMPONENT.findall(text))) >= _SEVERAL


_COMPONENT = regex(r"common stock|preferred stock|paid-?\s?in|retained|treasury|accumulated other|shares\s+amount")
_MOST_HEADS, _SEVERAL = 6, 3


def begins_untitled(line: Line, current: Segment) -> bool:
    """The first heading of a cash flow or balance sheet below heads of its own, whose title was not told: a slip of the pen, or a page's
    end."""
    if line.has_figures or len(line.text) > _LONGEST_OPENING:
        return False
    kind = "cashflow" if _OPENS_CASHFLOW.match(line.text) else "balance_sheet" if _OPENS_BALANCE.match(line.text) else None
    if kind is None or not any(is_head(row) for row in parted_at_last_figures(current.rows)[1]):
        return False
    return kind_so_far(current) not in (None, kind)


def begins_other(line: Line, current: Segment) -> bool:
    """The first figures of another table below dated heads of its own, whose dates are no figures ("Oct. 30, 2004", "Q3'05"): a name that
    is none of the statement's stands above them, or they tell of a length of time below a balance sheet."""
    if not current.rows or not line.has_figures or (current.rows[-1].has_figures and not is_head(current.rows[-1])):
        return False
    between = list(takewhile(lambda row: not row.has_figures or is_head(row), reversed(current.rows[-_MOST_BETWEEN:])))[::-1]
    if len(between) in (len(current.rows), _MOST_BETWEEN) or (before := current.rows[-len(between) - 1].table) == line.table:
        return False
    if any(row.table not in (-1, before) and _is_pro_forma(row) for row in between) and not any(map(_is_pro_forma, current.heads)):
        return True
    if any(names_rival(row, current) for row in between):
        return True
    dated = [not row.rule and row.table not in (-1, before) and tells_date(row) for row in between]
    if True not in dated:
        return False
    if current.kind == "balance_sheet" and any(head and read_head(row.text).spans for row, head in zip(between, dated, strict=True)):
        return True
    first = dated.index(True)
    return _bears_name(between[first], current) or any(
        not is_at_foot(row, before) and is_foreign(row, current, True, above=row.geometry == "grid") for row in between[:first]
    )


def is_at_foot(line: Line, table: int) -> bool:
    """Whether a line is the last of the grid before: a heading at its foot is the statement's own."""
    return line.geometry == "grid" and 0 <= table == line.table


def _is_pro_forma(row: Line) -> bool:
    return any(rival_of(cell.text) == _PRO_FORMA for cell in row.cells if cell.left > 0 and cell.number is None)


def _bears_name(head: Line, current: Segment) -> bool:
    """Whether another table's name stands before the heads, on their line: "Sales by region | 2005 | 2004"."""
    cell = head.cells[0]
    text = _ASIDES.sub("", cell.text).strip()
    if cell.left > 0 or cell.number is not None or _OWN_HEADINGS.search(text):
        return False
    return is_foreign(replace(head, cells=(cell,), text=text), current, True, above=True)


def heads_of_their_own(loose: Sequence[Line], line: Line) -> set[int]:
    """The tables whose lines are heads of a first line of figures: its own, and the one right above where its own tells no date."""
    tables = {line.table}
    if not any(tells_date(item) for item in loose if item.table == line.table):
        above = next((item for item in reversed(loose) if item.table != line.table), None)
        if above is not None and above.table >= 0 and tells_date(above):
            tables.add(above.table)
    return tables


def tells_date(row: Line) -> bool:
    """Whether a cell over the columns tells a date, a year or a quarter."""
    return any(not read_head(cell.text).is_empty for cell in row.cells if cell.left > 0)


def is_inner(line: Line, title: Title, current: Segment) -> bool:
    """A line of a statement that reads like a title: "Comprehensive income" as a group's head, "Cash flows ..." within a cash flow."""
    if (
        title.kind == "comprehensive"
        and current.kind in ("income", "comprehensive", "equity")
        and len(line.text) < 60
        and "statement" not in line.text.lower()
    ):
        return True
    if _NAMES_STATEMENT.search(title.text):
        return False
    if current.kind is None:
        # "Supplemental cash flow information" in a cash flow whose title was not told.
        return line.geometry == "characters" and _stands_with_rows(line, current) and kind_so_far(current) == title.kind
    if title.kind != current.kind:
        # "Change in fair value of cash flow", and below it "hedges": a label that wraps.
        within = bool(current.rows) and not current.rows[-1].rule and line.geometry == "characters" and not line.blank_before
        return within and not _heads_page(line, current) and _stands_with_rows(line, current)
    # "Consolidated income", and below it "before income taxes": a label that wraps, where nothing sets it apart.
    return "consolidated" not in line.text.lower() or (
        line.geometry == "characters" and not line.blank_before and _stands_with_rows(line, current)
    )


def _stands_with_rows(line: Line, current: Segment) -> bool:
    """Whether a line begins where a label of figures above it does, or one whose figures stand on a line below it."""
    rows, _ = parted_at_last_figures(current.rows)
    above = {row.cells[0].left for row in rows if row.cells and row.cells[0].number is None and not row.rule}
    return bool(line.cells) and line.cells[0].left in above


def _heads_page(line: Line, current: Segment) -> bool:
    """Whether a line stands at the top of a page, in capitals or with each word's: a title, if it reads like one."""
    _, since = parted_at_last_figures(current.rows)
    return any(row.page_break for row in since) and (line.text.isupper() or _is_capitalised(line.text))


def label_of_figures(line: Line) -> bool:
    first = line.cells[0]
    return first.number is None and bool(re.search(r"[a-z]{4}", first.text)) and not _PERIOD_WORDS.search(first.text)


def parted_at_last_figures(rows: list[Line]) -> tuple[list[Line], list[Line]]:
    """The rows up to the last one with figures that are no head, and the lines after it."""
    last = next((index for index in range(len(rows) - 1, -1, -1) if rows[index].has_figures and not is_head(rows[index])), -1)
    return rows[: last + 1], rows[last + 1 :]


def is_of_page(text: str) -> bool:
    """What says of a page, of the notes or of the columns: no name of a table."""
    return bool(_PERIOD_WORDS.search(text)) or runs_on_pages(text)


def runs_on_pages(text: str) -> bool:
    """What points to the notes or marks a page."""
    return bool(_ACCOMPANYING.search(text) or _PAGES.fullmatch(text)) or names_report(text) or names_page(text)


def names_rival(line: Line, current: Segment) -> bool:
    """A line between tables that names a look-alike, whatever its heads say: "Segment information (in thousands):"."""
    return line.table < 0 and names_look_alike(line, current)


def names_look_alike(line: Line, current: Segment) -> bool:
    """A heading of a look-alike: "SUMMARY OF QUARTERLY RESULTS (UNAUDITED)"."""
    text = _ASIDES.sub("", line.text).strip(" :")
    if line.has_figures or line.prose or len(text) > _LONGEST_HEADING or not text[:1].isupper():
        return False
    return rival_of(text) in _RIVALS_BETWEEN and not (current.title and text in current.caption_text)


def is_foreign(line: Line, current: Segment, new_table: bool, above: bool = False) -> bool:
    """A line that names another table: letters, no period or scale, none of the words by which a statement goes on. It is set apart, or
    stands over the columns where a ``new_table`` begins, or ``above`` that table's heads."""
    text = line.text.strip()
    if line.rule or line.has_figures or not re.search(r"[A-Za-z]{3}", text):
        return False
    if names_rival(line, current):
        return True
    if (
        (text.isupper() or ((line.blank_before or line.page_break) and _is_capitalised(text)))
        and rival_of(text)
        and not (current.title and text in current.caption_text)
    ):
        return True
    if (_NOTE.match(text) and text.isupper()) or introduces_table(text):
        return True
    if _PERIOD_WORDS.search(text) or find_scale(text) or _CONTINUES.search(text) or runs_on_pages(text) or FOOTNOTE.match(text):
        return False
    if current.title and (text in current.caption_text or is_running_head(line, current)):
        return False
    if current.kind == "equity" and line.geometry == "characters" and _stands_over_columns(line, current):
        return False
    centred = line.table < 0 or line.heading or (line.geometry == "characters" and bool(line.cells) and line.cells[0].left > 15)
    over = new_table and line.geometry == "grid" and len(line.cells) == 1 and line.cells[0].right - line.cells[0].left > 1
    return (centred or over or above) and not text.endswith(":")


def introduces_table(text: str) -> bool:
    """Whether a sentence leads to a table of another kind."""
    return _INTRODUCES.search(text) is not None


def _stands_over_columns(line: Line, current: Segment) -> bool:
    """Whether the cells of a line are short and stand over the columns: heads of components that come again."""
    first = next((row.figures[0].left for row in reversed(current.rows) if row.has_figures), 0)
    over = [cell for cell in line.cells if cell.left >= first - _SLACK]
    return bool(over) and over == list(line.cells[-len(over) :]) and all(len(cell.text) <= _LONGEST_COMPONENT for cell in over)


def _is_capitalised(text: str) -> bool:
    """Whether the words of a line but the short ones begin in upper case, as a name's do: "Financial and Statistical Data"."""
    words = [word for word in text.split() if len(word) > _SHORT_WORD]
    return len(words) > 1 and all(word[:1].isupper() for word in words)


def is_running_head(line: Line, current: Segment) -> bool:
    """A company's name, or the line that stood above the title, above a further page."""
    text = line.text.strip()
    if current.title is None or (line.table >= 0 and not (line.geometry == "characters" and line.page_break)):
        return False
    return (line.table < 0 and ends_in_company(text)) or text in current.lead.split(" ; ")
