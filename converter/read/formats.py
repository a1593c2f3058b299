"""Which reader a document is for: HTML, markdown (what OCR and PDF converters write) or plain text (what EDGAR's filers typed)."""

from __future__ import annotations

import re
from itertools import pairwise

from converter.model.filing import DocumentFormat
from converter.patterns import regex
from converter.read.ragged import FIGURE, ragged

_SAMPLE = 60_000
"""Characters that are looked at; a filing shows its notation long before."""

# What may stand before the first tag of a page.
_PREAMBLE = regex(
    r"(?:\s|<\?[^>]{0,300}\?>|<!--.{0,3000}?-->|<title>[^<]{0,300}</title>|</?(?:pdf|xbrl|xml|page|r)>)*", re.IGNORECASE | re.DOTALL
)
_HTML_START = regex(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_HTML_END = regex(r"</html\s*>", re.IGNORECASE)
# Tags in which a page's running text stands; markdown has none of them, whatever its tables are written in.
_FLOW_TAG = regex(r"<(?:p|div|font|center|hr|blockquote|pre|h[1-6]|br)\b[^<>]{0,500}>", re.IGNORECASE)
_TABLE_TAG = regex(r"<(/?)table\b", re.IGNORECASE)
_HTML_CELL = regex(r"<(?:tr|td)\b", re.IGNORECASE)
_SGML_LINE = regex(r"^\s{0,3}<(?:PAGE|CAPTION|S|C|FN)>", re.MULTILINE)
_TYPED_TABLE = ("<TABLE>", "<S>", "<C>", "<table>", "<CAPTION>", "<Table>", "<s>", "<c>")
_LEAST_REST = 300
"""So much text behind ``</html>`` makes what came before it a piece of something else."""
_DIRECTIVE = "-table::"
"""How reStructuredText begins a table that is no drawing."""
_LONG_LINE = 160
_MANY_WORDS = 15
_LEAST_BARE, _LEAST_SET = 8, 30
"""So many rows without columns show that a program wrote the lines (a typed table has one or two by chance), so many in columns that
somebody typed them."""

# One line's worth of markdown each: heading, bold words, pipe row, escape, cell, LaTeX, box, quoted CSV, page mark, picture,
# comment, fence.
_MARKDOWN = regex(
    r"^#{1,6}\s+\S|\*\*[^*\n]{1,200}\*\*|^[^\S\n]*\|.*\|\s*$|\\[$%&#]|(?:<|&lt;)t[dhr]\b|\\(?:begin|end|(?:sub){0,2}section\*?|textbf|multicolumn)\{"
    r'|^[^\S\n]*[│┃║].*[│┃║]\s*$|^[^\S\n]*[┌┏╔╭][─━═┬┳╦]|^"[^"\n]{0,300}"(?:,"[^"\n]{0,300}"){1,30}$'
    r"|^\{\d+\}-{5,}|^!\[|^<page_number>|^<!-- |^```|^[^\S\n]*:?-{3,}:?\s*\|",
    re.MULTILINE | re.IGNORECASE,
)
_HINT = regex(r"""[#*|\\<&│┃║┌┏╔╭"{!`]""")
"""What each of them has one of: most lines of plain text have none."""
_BARE_FIGURE = regex(rf"{FIGURE}\s*$")
_STARTS = frozenset("0123456789$(.-–—")
_MOST_STRAY = 0.008
"""Share of lines with a markdown mark that plain text may have by chance (``**`` as a footnote mark)."""


def detect_format(text: str, enclosed: bool) -> DocumentFormat:
    """The format of one document. ``enclosed``: it came in EDGAR's envelope, where nobody writes markdown."""
    preamble = _PREAMBLE.match(text)
    start = preamble.end() if preamble else 0
    sample = text[start : start + _SAMPLE]
    if is_html(sample):
        return "html"
    if enclosed:
        return "markdown" if _is_torn(sample) else "text"
    return "markdown" if is_markdown(sample) else "text"


def is_html(sample: str) -> bool:
    """A page: it begins as one (and what begins is not a table's own ``<html>`` among running text), or its text stands in tags."""
    if _HTML_START.match(sample):
        end = _HTML_END.search(sample)
        rest = sample[end.end() :].strip() if end else ""
        if len(rest) < _LEAST_REST or len(rest) * 5 <= len(sample) or is_html(rest.lstrip()):
            return True
    return _text_stands_in_tags(sample)


def _text_stands_in_tags(sample: str) -> bool:
    """Outside of tables: at least half of the paragraphs hold a tag of running text. Nothing but tables is a page too."""
    if not _HTML_CELL.search(sample) and not _FLOW_TAG.search(sample):
        return False
    paragraphs = [piece for piece in _outside_tables(sample) if piece.strip()]
    if not paragraphs:
        return bool(_HTML_CELL.search(sample))
    tagged = sum(1 for piece in paragraphs if _FLOW_TAG.search(piece))
    return tagged * 2 >= len(paragraphs)


def _outside_tables(sample: str) -> list[str]:
    """The paragraphs (parted by blank lines) that stand in no ``<table>``."""
    kept: list[str] = []
    depth = position = 0
    for match in _TABLE_TAG.finditer(sample):
        if depth == 0:
            kept.append(sample[position : match.start()])
        depth = max(0, depth + (-1 if match[1] else 1))
        position = match.end()
    if depth == 0:
        kept.append(sample[position:].removeprefix(">"))
    return [paragraph for piece in kept for paragraph in piece.split("\n\n")]


def is_markdown(sample: str) -> bool:
    """Marks of markdown in more lines than chance allows, and than EDGAR's own tags; without either, paragraphs of one line each, or
    tables without columns."""
    lines = [line for line in sample.split("\n") if line.strip()]
    marked = sum(1 for line in lines if _HINT.search(line) and _MARKDOWN.search(line))
    typed = len(_SGML_LINE.findall(sample))
    if marked > _MOST_STRAY * len(lines):
        return marked > 2 * typed
    return (not typed and (_DIRECTIVE in sample or _unwrapped(lines))) or _is_torn(sample)


def _is_torn(sample: str) -> bool:
    """Tables without columns, and none that somebody typed between the tags of EDGAR."""
    if any(tag in sample for tag in _TYPED_TABLE):
        return False
    return _without_columns([line for line in sample.split("\n") if line and not line.isspace()])


def _unwrapped(lines: list[str]) -> bool:
    """Paragraphs stand in lines longer than anybody typed, and no line is centred or set in columns by blanks."""
    if sum(1 for line in lines if line.startswith("     ") or "    " in line.strip()) * 20 > len(lines):
        return False
    return any(len(line) > _LONG_LINE and len(line.split()) > _MANY_WORDS for line in lines)


def _without_columns(lines: list[str]) -> bool:
    """Tables have lost their columns, as OCR that keeps no layout writes them: figures behind one another, or a line for each. Typed
    ones are set by blanks."""
    torn, columns = ragged(lines)
    if torn >= _LEAST_BARE and torn > columns:
        return True
    if columns >= _LEAST_SET:
        return False
    alone = sum(1 for one, other in pairwise(lines) if one[:1] in _STARTS and _BARE_FIGURE.match(one) and _BARE_FIGURE.match(other))
    return alone >= _LEAST_BARE
