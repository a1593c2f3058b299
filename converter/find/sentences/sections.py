"""Where results are told: releases, and the discussion in a report; under which heading."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from converter.model import Document, Paragraph, Table
from converter.patterns import holds_one, regex
from converter.resources import table

_RELEASES = ("EX-99", "8-K", "6-K", "EX-1.", "EX-20")
_REPORTS = ("10-K", "10-Q", "10K", "10Q", "EX-13", "20-F")
_FIGURE_STARTS = frozenset("0123456789.")
_SECTION = regex(
    r"management['’]?s['’]?\s+(?:discussion|financial\s+(?:review|discussion))|financial\s+review\b|(?:\W|item|\d){0,12}results\s+of\s+operations",
    re.IGNORECASE,
)
_SECTION_END = regex(
    r"(?:item\s+(?:3|4|7a|8|9)\b|part\s+ii\b|notes\s+to\s+(?:the\s+)?(?:consolidated|condensed|financial)|report\s+of\s+independent|independent\s+auditors"
    r"|quantitative\s+and\s+qualitative|selected\s+(?:consolidated\s+)?(?:quarterly|financial)|consolidated\s+(?:balance|statements?)|report\s+of\s+management)",
    re.IGNORECASE,
)
_NEXT_ITEM = regex(r"\s*(?:item\s+(?:3|4|7a|8|9)\b|part\s+ii\b|notes\s+to\s)", re.IGNORECASE)
# Each match of `_SECTION` and of `_NEXT_ITEM` holds one of these, but for blanks.
_WORDS_OF_SECTIONS = ("discussion", "review", "resultsof")
_WORDS_OF_NEXT_ITEMS = ("item3", "item4", "item7a", "item8", "item9", "partii", "notesto")
_NOTES = regex(r"\s*(?:notes\s+to|reconciliation\s+of|forward[- ]looking|safe\s+harbor|outlook|guidance|business\s+outlook)", re.IGNORECASE)
_RESUMES = regex(r"\s*(?:results|financial\s+(?:results|highlights)|first|second|third|fourth|liquidity|balance)", re.IGNORECASE)
# A headline, or a second one below it between dashes.
_HEADLINE = regex(
    r"^\s*[-–—*]\s|\b(?:reports?|announces?|provides?|posts|achieves?|increases?|rises?|grows?|declines?|declares|completes)\b",
    re.IGNORECASE,
)
BULLET = regex(r"\s{0,12}(?:o|[-•*·]|- -)\s")
_LETTERS = regex(r"[A-Za-z]{3}")
_RUNNING_HEAD = regex(r"(?:table of contents|page|.*\(continued\))", re.IGNORECASE)
_ITEM = regex(r"^\s*(?:\d{1,3}\s+)?(?:part\s+[iv]+\W{0,4})?(?:item\s+\d{1,2}[a-c]?\W{0,5})?", re.IGNORECASE)
_HEADING_WIDTH = 90
_HEADING_WORDS = 7
_LONGEST_HEADING = 200
_SHORTEST_TITLE = 12
# Nobody writes longer ones; what is longer is no text.
_LONGEST_PARAGRAPH = 20_000
_FIRST_BLOCKS, _LONGEST_ANNOUNCEMENT = 40, 2_000
PLAIN_APOSTROPHES = str.maketrans("’‘´`\xa0", "'''' ")


def telling_paragraphs(document: Document, names: frozenset[str]) -> Iterator[tuple[Paragraph, bool]]:
    """Paragraphs that may state results, and whether the heading above them names something that is not the registrant. What stands above
    the first text of a release is its headline, whatever it says."""
    kind = document.type.upper()
    report = kind.startswith(_REPORTS)
    if not report and kind and not kind.startswith(_RELEASES):
        return
    inside, heading, begun = not report, "", report
    for block in document.blocks:
        if isinstance(block, Table):
            inside = _after_table(block, inside) if report or not inside else inside
            continue
        if _is_heading(block.text):
            inside = _is_inside(block.text, inside, report)
            if begun and _LETTERS.search(block.text) and not _RUNNING_HEAD.match(block.text):
                heading = block.text
            continue
        begun = begun or len(block.text) > _HEADING_WIDTH
        if inside and len(block.text) <= _LONGEST_PARAGRAPH and has_figures(block.text):
            yield block, is_foreign(heading, names)


def first_paragraphs(document: Document) -> Iterator[Paragraph]:
    """The first paragraphs of a release, with figures or without: one of them announces the period."""
    if document.type.upper().startswith(_RELEASES) or not document.type:
        yield from (
            block
            for block in islice(document.blocks, _FIRST_BLOCKS)
            if isinstance(block, Paragraph) and len(block.text) <= _LONGEST_ANNOUNCEMENT
        )


def has_figures(text: str) -> bool:
    """Whether an amount, or a number of shares bought back, stands in a text: the test that most paragraphs fail."""
    at = text.find("$")
    while at >= 0:
        if text[at + 1 : at + 3].lstrip(" (")[:1] in _FIGURE_STARTS:
            return True
        at = text.find("$", at + 1)
    return " cents" in text or "repurchase" in text


def _is_heading(text: str) -> bool:
    """A short line, or a longer one that names the discussion (it fills two lines in capitals)."""
    if BULLET.match(text) and has_figures(text):
        return False
    if len(text) <= _HEADING_WIDTH:
        return not text.endswith((".", ",", ";")) or _is_section(text)
    return len(text) <= _LONGEST_HEADING and _is_section(text)


def _is_section(text: str) -> bool:
    """The title of the discussion, with or without its item's number."""
    lower = text.lower()
    named = "discussion" in lower or "review" in lower or "results of" in lower
    return named and _SECTION.match(_ITEM.sub("", lower)) is not None


def _after_table(block: Table, inside: bool) -> bool:
    """Headings stand between the rows of a table where the reader made them part of it."""
    if not _may_hold_heading(block, inside):
        return inside
    for row in block.rows:
        if 0 < len(row.cells) <= 2 and row.cells[-1].number is None:
            text = " ".join(cell.text for cell in row.cells)
            if len(text) > _SHORTEST_TITLE:
                inside = _is_section(text) or (inside and not _NEXT_ITEM.match(text))
    return inside


def _may_hold_heading(block: Table, inside: bool) -> bool:
    """Most tables hold none of the words of such headings: their rows need not be laid out."""
    if not block.text:
        return True
    # Small capitals part a word from its first letter, lines of the source words from one another.
    bare = "".join(block.text.lower().split())
    return holds_one(bare, _WORDS_OF_SECTIONS) or (inside and holds_one(bare, _WORDS_OF_NEXT_ITEMS))


def _is_inside(heading: str, inside: bool, report: bool) -> bool:
    if report:
        if _is_section(heading):
            return True
        return inside and not _SECTION_END.match(heading.strip())
    if _NOTES.match(heading):
        return False
    return inside or bool(_RESUMES.match(heading)) or _is_section(heading)


def is_foreign(heading: str, names: frozenset[str]) -> bool:
    """A short heading with a word that is not known may speak of a part of the company; a headline of many words does not."""
    words = re.findall(r"[a-z&-]+", heading.translate(PLAIN_APOSTROPHES).lower())
    short = len(words) <= _HEADING_WORDS and not any(mark in heading for mark in "0123456789@:")
    return short and not _HEADLINE.search(heading) and not all(word in _neutral() or word in names for word in words)


@lru_cache(maxsize=1)
def _neutral() -> frozenset[str]:
    with table("find", "sentences/headings.csv").open(encoding="utf-8", newline="") as lines:
        return frozenset(row["word"] for row in csv.DictReader(lines))
