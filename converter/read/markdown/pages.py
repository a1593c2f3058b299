"""Page furniture: marks and numbers that stand between two pages and say nothing."""

from __future__ import annotations

import re

from converter.patterns import regex

_BREAK = regex(
    r"\{\d{1,5}\}-{3,}|<!--\s{0,3}(?:page|PageBreak|PageNumber|PageHeader|PageFooter|new page)[^<>]{0,200}-->"
    r"|\\(?:newpage|pagebreak|clearpage)|<page_?break\s{0,2}/?>|<PAGE>.{0,12}"
    r"|\[?page[ _-]?break\]?|(?:[-*_]\s{0,2}){3,}|={5,}|\f+|<hr\s{0,2}/?>|<a (?:id|name)=\"page[^<>]{0,60}></a>",
    re.IGNORECASE,
)
_NUMBER = regex(
    r"<page_number>[^<]{0,40}</page_number>"
    r"|[-–—*_|~\[( ]{0,4}(?:page\s{1,2})?(?:[a-z]{1,2}\s?-\s?)?\d{1,4}(?:\s{1,2}of\s{1,2}\d{1,4})?[-–—*_|~\]) ]{0,4}"
    r"|#{1,6}\s{1,2}page\s{1,2}\d{1,4}|<footer>[^<]{0,80}</footer>|<watermark>[^<]{0,80}</watermark>|<page>\d{1,4}</page>",
    re.IGNORECASE,
)
_LONGEST = 220


def is_page_break(line: str) -> bool:
    """A mark between two pages, or a rule drawn across."""
    return len(line) < _LONGEST and _BREAK.fullmatch(line.strip(" \r")) is not None


def is_page_number(line: str) -> bool:
    """``- 4 -``, ``F-3``, ``Page 7 of 12``, ``<page_number>5</page_number>``; a year is none."""
    text = line.strip()
    if len(text) > 100 or _NUMBER.fullmatch(text) is None:
        return False
    digits = re.sub(r"\D", "", text)
    return not (len(digits) == 4 and digits[:2] in ("19", "20") and text == digits)
