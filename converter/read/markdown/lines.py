"""What single lines are, before any notation of tables is looked for."""

from __future__ import annotations

import re

from converter.patterns import regex

_ELEMENT = regex(
    r"<(p|div|h[1-6]|center|text|title|section_header_level_\d|page_header|page_footer|list_item|paragraph|footnote)\b.*</\1>\s*$",
    re.IGNORECASE,
)


def is_element(line: str) -> bool:
    """Whether a line is an element of its own: a paragraph, a heading."""
    return line[0] == "<" and _ELEMENT.match(line) is not None


def unquoted(line: str) -> str:
    """A line of a quotation with its marks blanked: what it holds stands where it stood."""
    if line[:1] != ">":
        return line
    bare = line.lstrip("> ")
    return " " * (len(line) - len(bare)) + bare


_WIKI_HEADING = regex(r"(={1,6}|h[1-6]\.)\s+(?=[A-Za-z(])(.*?)(\s+={1,6})?\s*$")


def without_leaders(line: str) -> str:
    """The line without the dots that lead from its label to amounts which stand elsewhere."""
    bare = line.rstrip()
    return bare.rstrip(" .") if bare.endswith(_LEADERS) else line


_LEADERS = ("...", ". . .")


def headed(line: str) -> str:
    """A heading as wikis, Textile and AsciiDoc write it (``== Notes ==``, ``h2. Notes``) with the mark of markdown: what it says stands
    where it stood."""
    if line[:1] not in ("=", "h") or (match := _WIKI_HEADING.match(line)) is None:
        return line
    return "#" * len(match[1]) + line[match.end(1) : match.start(2)] + match[2]


_WIDE = ("，", "（", "０", "１", "＄", "．")
_NARROW = {0x3000: " ", **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}}
"""The wide forms of ASCII's characters (U+FF01 to U+FF5E), which models that also read Chinese write between figures."""


def narrowed(text: str) -> str:
    """The text with wide forms as the characters that they are: each takes one place, as before."""
    if text.isascii() or not any(mark in text for mark in _WIDE):
        return text
    return text.translate(_NARROW)


def unescaped(text: str) -> str:
    """The text; where its tables are tags that were escaped (``&lt;td&gt;``), with the tags in their place: as wide as they were."""
    if "&lt;t" not in text or "&lt;/t" not in text:
        return text
    return text.replace("&lt;", "   <").replace("&gt;", ">   ").replace("&quot;", '"     ')


_WITHIN = regex(r"\\\(\s?[\d,.]{1,20}\s?\\\)")
_BARE = regex(r"[|\t>]\s{0,40}(?:\\?\$\s?)?\d[\d,.]{0,20}\s{0,40}(?=[|\t<])")
_LOSS = regex(r"(?:\\\(\s?|[|\t>]\s{0,40}(?:\\?\$\s?)?)[(−–-]\s?[\d$]")


def with_parentheses(text: str) -> str:
    """The text; where ``\\(1,234\\)`` is no mathematics but a loss whose parentheses were escaped, with the parentheses in their place.
    Amounts stand bare in most cells then, and no loss is marked otherwise."""
    if "\\(" not in text or "\\)" not in text:
        return text
    within = len(_WITHIN.findall(text))
    if not within or within > len(_BARE.findall(text)) or _LOSS.search(text):
        return text
    return text.replace("\\(", " (").replace("\\)", ") ")
