"""Labels that wrap: lines without figures are joined to the row that holds theirs, or stand as headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from converter.find.statements.lines.draft import DraftRow
from converter.model import Cell
from converter.patterns import regex

_OPEN_END = regex(
    r"(?:\b(?:and|of|in|for|to|from|by|on|the|or|per|with|at|than|less|net|before|after|under|an?|other|its|into|as|which|that"
    r"|including|between|used|provided|common|total)|[,;–(/&]|(?<!-)-)\s*(?:--\s*)?$",
    re.IGNORECASE,
)
"""Words that no label ends with. Two hyphens end a heading: "Operation --", but not "Changes in accounting for --"."""
_MAY_END = regex(r"\b(?:net|other|total)\s*$", re.IGNORECASE)
"""Words that end a label as well, where nothing hangs below it."""
_QUALIFIES = regex(r"\b(?:limited|average|weighted|accumulated|additional|unrealized|estimated|mandatorily|redeemable)\s*$", re.IGNORECASE)
"""Words that stand before what they qualify: no heading ends with one."""
_OWNERS = regex(r"holders['’]?\s*$", re.IGNORECASE)
"""Whose equity it is stands on the next line."""
_COUNT_LINE = regex(r"(?:(?:authorized|issued|outstanding)\b)?[\s:(–-]*\d[\d,]{4,}\s+shares\b", re.IGNORECASE)
"""A line that counts shares goes on with the stock's label: "Issued - 1,483,000 shares - 1995", "(1,483,000 shares at"."""
_YEAR_LINE = regex(r"\W*(?:19|20)\d\d\s?[:–—-]{1,3}\s?\$?\d[\d,]*[;,]?")
_ASKS_FOR_COUNT = regex(r"\b(?:issued|outstanding|authorized|shares)\s?[:,–—-]?$", re.IGNORECASE)
"""Between the two the label goes on: "issued and outstanding:", "1995 -- 9,110,338; 1994 -- 9,084,220"."""
_STOCK = regex(r"\b(?:stock|shares|par)\b", re.IGNORECASE)
_OF_ISSUE = regex(r"(?:shares\s+)?(?:authorized|issued|outstanding)\b.*(?:\d|\bnone\b)", re.IGNORECASE)
"""Below a stock's name: "Authorized shares -- 300,000", "Issued and outstanding shares -- none"."""
_COUNTED = regex(r"\b(?:shares|units)\s*$", re.IGNORECASE)
_NUMBERS_ASIDE = regex(r"\([^()]{0,40}\d[^()]*\)")
"""All that a row says of a stock above it: "(1999 - 1,501,879 shares; 1998 - 1,004,220 shares)"."""
_OUTSTANDING = regex(r"outstanding\b", re.IGNORECASE)
"""The second line of "AVERAGE COMMON SHARES" / "OUTSTANDING (THOUSANDS)"."""
_LOWER_START = regex(r"^\(?[a-z]")
_JOINING_START = regex(
    r"^(?:of|and|in|for|to|from|by|on|or|with|per|before|after|attributable|applicable|relating"
    r"|net\s+of)\b(?!\s+(?:operations|investing|financing))",
    re.IGNORECASE,
)
RESTS = regex(
    r"^(?:\d{1,3}(?:,\d{3})+\b|(?:19|20)\d\d(?:[;,:)]|\s+(?:and|respectively)\b)|\d{1,2},\s+(?:19|20)\d\d\b"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)\s.{0,60}\brespectively\W*$)",
    re.IGNORECASE,
)
"""Numbers and dates with which no label begins: what they count or date stands on the line above."""
_GOES_ON_WITH = regex(r"(?:of|and|or)\b", re.IGNORECASE)
"""Words with which no item below a heading begins."""
_ENDS_A_LABEL = regex(
    r"(?:operations|activities|taxes|accounts|securities|principles?|expenses?|equity|earnings|benefits|liabilities|equivalents|investments)"
    r"(?:,? net)?(?:\s\(notes?\s[\w ,&]{1,12}\))?",
    re.IGNORECASE,
)
"""Last words of labels that are long."""
_HEADING = regex(r"(?:cash flows? (?:from|for|of) )?(?:operating|investing|financing) activities", re.IGNORECASE)
"""Headings that a row in sentence case hangs below, and not ends."""
_IN_PARENTHESES = regex(r"\([^()]*\)")
_ASKS_FOR_AMOUNT = regex(r"[,(–—-]\s{0,2}(?:less|net\s{1,3}of)\b[^\d:]{0,90}$", re.IGNORECASE)
_HOLDS_AMOUNT = regex(r"[^\d$:]{1,50}(?:\bof\s|\$\s?)\d")
"""Of a label in title case: "Receivables, Less Allowance for Doubtful", "Accounts of $11 and $12"."""
_FOOTNOTE = regex(r"\((?:[a-z]|\d{1,2})\)\s+[A-Z]")
_COMMITMENTS = regex(r"(?:commitments?|contingen(?:t|c)\w*)\b", re.IGNORECASE)
"""A caption that a balance sheet must have and that has no amount (Regulation S-X, 5-02.25)."""


def join_wrapped(rows: list[DraftRow], geometry: str) -> list[DraftRow]:
    """The rows with each label in one piece."""
    widths = sorted(row.labels[0].right - row.labels[0].left for row in rows if row.labels and geometry == "characters")
    full = widths[int(len(widths) * 0.95)] if widths else 0
    edge = _edge(rows) if geometry == "characters" else 0
    out: list[DraftRow] = []
    pending: list[DraftRow] = []
    for index, row in enumerate(rows):
        following = rows[index + 1] if index + 1 < len(rows) else None
        if row.filled:
            if pending:
                if not row.labels:
                    row.labels = _before_columns(row)
                    row.strays = [cell for cell in row.strays if cell not in row.labels]
                row.labels = [cell for part in pending for cell in part.labels] + row.labels
                row.strays = [cell for part in pending for cell in part.strays] + row.strays
                row.dashes = [cell for part in pending for cell in part.dashes] + row.dashes
                row.indent = pending[0].indent
                row.ruled = row.ruled or any(part.ruled for part in pending)
                pending = []
            out.append(row)
        elif not row.labels:
            # Nothing but figures beside the columns: they go with the line above, or below.
            home = (pending or out or rows[index + 1 : index + 2] or [row])[-1]
            home.strays.extend(row.strays)
        elif (
            out
            and out[-1].filled
            and not pending
            and (_goes_on(out[-1], row, following, geometry) or _hangs_below(out[-1], rows, index, edge))
        ):
            out[-1].labels.extend(row.labels)
            out[-1].strays.extend(row.strays)
            out[-1].dashes.extend(row.dashes)
        elif _is_begun(row, pending, rows[index + 1 : index + 1 + _MOST_IN_PARENTHESES], full, edge, geometry) or _hangs(
            pending, rows, index, edge
        ):
            pending.append(row)
        else:
            out.extend(_as_heading(pending, row))
            pending = []
    out.extend(pending)
    return out


def _edge(rows: Sequence[DraftRow]) -> int:
    """Where the labels of a page end: what begins farther right than labels of figures do is centred, and none of them; neither is what
    stands below the last figures."""
    last = next((index for index in range(len(rows) - 1, -1, -1) if rows[index].filled), -1)
    rows = rows[: last + 1]
    farthest = max((row.labels[0].left for row in rows if row.labels and row.cells), default=0)
    edges = sorted(row.labels[0].right for row in rows if row.labels and row.labels[0].left <= farthest)
    return edges[int(len(edges) * 0.95)] if edges else 0


def _as_heading(pending: list[DraftRow], row: DraftRow) -> list[DraftRow]:
    """A heading that wrapped over several lines is one heading."""
    if not pending:
        return [row]
    pending[0].labels = [cell for part in (*pending, row) for cell in part.labels]
    pending[0].strays = [cell for part in (*pending, row) for cell in part.strays]
    pending[0].dashes = [cell for part in (*pending, row) for cell in part.dashes]
    return [pending[0]]


def _goes_on(previous: DraftRow, row: DraftRow, following: DraftRow | None, geometry: str) -> bool:
    """Whether a line without figures belongs to the row above it: its label went on below its figures."""
    if row.parted or not previous.labels or (row.blank_before and geometry == "characters"):
        return False
    text = row.labels[0].text
    last = previous.labels[-1].text
    if (
        text.rstrip().endswith(":")
        or _COMMITMENTS.match(text)
        or _FOOTNOTE.match(text)
        or (following is not None and _belongs_below(row, following))
    ):
        return False
    if _LOWER_START.match(text):
        # The start of the next label would not be in lower case, unless all labels are.
        return not (
            _LOWER_START.match(previous.labels[0].text) and following is not None and following.cells and not _OPEN_END.search(last)
        )
    return (
        _is_open_end(last)
        and (row.indent > previous.indent or not _MAY_END.search(last))
        and not _is_wrapped_heading(following)
        and row.indent >= previous.indent
        and not (following is not None and following.cells and row.indent < following.indent)
    )


def _belongs_below(row: DraftRow, following: DraftRow) -> bool:
    """Whether the next row with figures can only end what this line begins: a number, the end of a parenthesis, small letters behind words
    that no label ends with."""
    if not following.cells or not following.labels or following.parted or _LOWER_START.match(row.labels[0].text):
        return False
    below = following.labels[0].text
    asks = _is_open_end(row.labels[-1].text) or _OWNERS.search(row.labels[-1].text)
    return bool(RESTS.match(below) or (asks and _LOWER_START.match(below))) or _is_open([row], [following])


def _hangs_below(previous: DraftRow, rows: Sequence[DraftRow], index: int, edge: int) -> bool:
    """Whether a line without figures ends the label of the row above: it hangs there, its first word would not have fit, and the next
    line hangs there no more, as below a heading. ``edge`` is where the labels of the page end, 0 where it is not known."""
    row = rows[index]
    rest = takewhile(lambda each: _hangs_beside(each, row), rows[index + 1 : index + _MOST_HUNG])
    after = index + 1 + sum(1 for _ in rest)
    below = rows[after] if after < len(rows) else None
    if not previous.labels or row.parted or row.blank_before or (below is not None and not below.labels):
        return False
    return (
        (below is None or below.indent <= previous.indent) and _is_hung(row, previous.indent) and not _fits(previous.labels[-1], row, edge)
    )


def _hangs_beside(row: DraftRow, first: DraftRow) -> bool:
    """Whether a line without figures hangs as the first one below a label does: the label goes on over several lines."""
    return bool(row.labels) and not (row.filled or row.parted or row.blank_before) and row.indent == first.indent


def _hangs(pending: Sequence[DraftRow], rows: Sequence[DraftRow], index: int, edge: int) -> bool:
    """Whether a line without figures goes on in the next ones down to the first figures: they hang below it, or like it below what is
    ``pending``, the next word would not have fit, and nothing else hangs beside them, as below a heading."""
    row, end = rows[index], index + 1
    if _HEADING.fullmatch(row.label):
        return False
    while end < len(rows) and not rows[end].cells and end - index < _MOST_HUNG:
        end += 1
    rest = rows[index + 1 : end + 1]
    after = rows[end + 1] if end + 1 < len(rows) else None
    if not rest or not rest[-1].cells or after is None or (after.labels and after.indent >= rest[0].indent):
        return False
    indent = row.indent if pending else rest[0].indent
    hung = all(each.labels and not each.blank_before and not each.parted and each.indent == indent for each in rest)
    return hung and _is_hung(rest[0], (pending or rows[index:])[0].indent) and not _fits(row.labels[-1], rest[0], edge)


_MOST_HUNG, _DEEPEST = 4, 4


def _is_hung(row: DraftRow, indent: int) -> bool:
    return 0 < row.indent - indent <= _DEEPEST


def _fits(cell: Cell, row: DraftRow, edge: int) -> bool:
    """Whether the first word of a line would have fit on the line of a label, which does not end in a colon."""
    return not edge or cell.text.rstrip().endswith(":") or cell.right + 1 + len(row.labels[0].text.split()[0]) <= edge


def _is_wrapped_heading(following: DraftRow | None) -> bool:
    """Whether what begins on a line goes on in the ``following`` one to a colon: a heading."""
    if following is None or following.cells or not following.labels:
        return False
    return bool(_LOWER_START.match(following.labels[0].text)) and following.labels[-1].text.rstrip().endswith(":")


def _is_open_end(text: str) -> bool:
    """Whether a label cannot end with these words; "Other" alone is a whole one."""
    return _OPEN_END.search(text) is not None and text.strip() != "Other"


def _is_begun(row: DraftRow, pending: Sequence[DraftRow], below: Sequence[DraftRow], full: int, edge: int, geometry: str) -> bool:
    """Whether a line without figures begins the label (or goes on with it) that a line ``below`` ends."""
    if not below:
        return False
    return _is_open([*pending[-_MOST_IN_PARENTHESES:], row], below) or (
        _wraps_into(row, below[0], full, edge, geometry) and not _heads_two(row, below[:_MOST_HUNG])
    )


def _is_open(rows: Sequence[DraftRow], below: Sequence[DraftRow]) -> bool:
    """Whether a parenthesis that lines without figures open is closed in the label of the first row with figures below them."""
    depth = sum(_depth(row) for row in rows)
    if depth <= 0:
        return False
    for row in below:
        depth += _depth(row)
        if row.filled or row.parted:
            return depth <= 0 and not row.parted
    return False


_MOST_IN_PARENTHESES = 6


def _depth(row: DraftRow) -> int:
    return sum(cell.text.count("(") - cell.text.count(")") for cell in row.labels)


def _before_columns(row: DraftRow) -> list[Cell]:
    """The strays of a row with figures that stand where labels do."""
    return [cell for cell in row.strays if row.cells and cell.right <= row.cells[0][1].left]


def _wraps_into(row: DraftRow, following: DraftRow, full: int, edge: int, geometry: str) -> bool:
    """Whether a line without figures is the beginning of the label that the next line ends."""
    text = row.labels[-1].text.rstrip()
    if following.labels and _ends_a_count(row, following):
        return True
    if text.endswith(":"):
        return False
    if not following.labels:
        # "less income tax benefit of" and the amount on a line of its own; "accounts of $9 in 1997 and $8 in" and the year.
        return bool(_before_columns(following)) or (geometry == "characters" and _has_figures_right_below(row, following))
    below = following.labels[0].text
    if _COUNT_LINE.match(below) and not following.parted:
        return True
    if text.isupper() and not below.isupper() and " " in text and below[:1].isupper():
        return False
    if _LOWER_START.match(below) or _JOINING_START.match(below) or _IN_PARENTHESES.fullmatch(below):
        return True
    if _ASKS_FOR_AMOUNT.search(text) and _HOLDS_AMOUNT.match(below) and not following.parted:
        return True
    if following.blank_before and geometry == "characters":
        return False
    if _is_open_end(text) or (_QUALIFIES.search(text) and following.indent >= row.indent):
        return True
    if geometry != "characters" or not full:
        return False
    width = row.labels[0].right - row.labels[0].left
    hanging = not _HEADING.fullmatch(row.label) and 0 < following.indent - row.indent <= 4
    return _leaves_over(row, following, edge) or (hanging and width >= full * 0.75 and width + len(below.split()[0]) + 1 >= full)


def _ends_a_count(row: DraftRow, following: DraftRow) -> bool:
    """Whether a line with figures can only be the rest of what counts shares above it."""
    text, below = row.labels[-1].text.rstrip(), following.label
    if _YEAR_LINE.match(below) and _ASKS_FOR_COUNT.search(text):
        return True
    if following.parted:
        return False
    if _OUTSTANDING.match(below) and _COUNTED.search(text) and not following.blank_before:
        return True
    of_stock = (_OF_ISSUE.match(below) or _NUMBERS_ASIDE.fullmatch(below)) and _STOCK.search(row.label)
    return bool(of_stock or RESTS.match(following.labels[0].text))


def _has_figures_right_below(row: DraftRow, following: DraftRow) -> bool:
    """Whether the figures of a label stand on a line of their own: an unlabelled total stands below figures, or a rule, or a blank line."""
    return bool(following.cells) and not (following.parted or following.blank_before or _COMMITMENTS.match(row.label))


def _leaves_over(row: DraftRow, following: DraftRow, edge: int) -> bool:
    """Whether a line is what is left over of the label above it, where it would not have fit: "Income from Continuing" / "Operations"."""
    ends = row.indent == following.indent and _ENDS_A_LABEL.fullmatch(following.label) is not None
    return ends and edge > 0 and not _fits(row.labels[-1], following, edge)


def _heads_two(row: DraftRow, below: Sequence[DraftRow]) -> bool:
    """Whether two rows in sentence case hang alike below a line: it is their heading, however long. The rest of a label hangs alone. The
    first of the two may go on below, hanging deeper."""
    end = next((index for index, each in enumerate(below) if each.cells), len(below))
    if end + 1 >= len(below) or not all(each.labels for each in below[: end + 2]):
        return False
    first, second = below[0], below[end + 1]
    return (
        first.indent > row.indent
        and not _GOES_ON_WITH.match(first.labels[0].text)
        and (bool(second.cells) or end > 0)
        and second.indent == first.indent
        and all(each.indent > first.indent for each in below[1 : end + 1])
        and all(each.labels[0].text[:1].isupper() for each in (first, second))
    )
