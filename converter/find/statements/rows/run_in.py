"""Headings that OCR ran into the first label below them: "Revenues: Commissions", "ASSETS Cash and cash equivalents"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from converter.find.statements.lines.draft import DraftRow
from converter.patterns import regex

_OWNERS = r"(?:(?:share|stock)holders['’]?|partners['’]?|members['’]?)\s+equity(?:\s+\(deficit\))?"
_SECTION = (
    r"(?:(?:operating\s+)?(?:revenues?|expenses?)|other\s+(?:income|expenses?|revenues?)|non-?interest\s+(?:income|expenses?)"
    r"|(?:operating\s+)?costs\s+and\s+expenses|(?:(?:current|other|non-?current|fixed)\s+)?(?:assets|liabilities)"
    rf"|(?:liabilities\s+and\s+)?{_OWNERS}|cash\s+flows?\s+(?:from|provided)\s[^:\d]{{4,40}}?activities"
    r"|(?:operating|investing|financing)\s+activities|operations"
    r"|adjustments\s+(?:to|for)\s[^:\d]{4,90}|(?:changes|(?:increase|decrease)[^:\d]{0,24})\s+in\s[^:\d]{4,90})"
)
_WITH_COLON = regex(
    rf"(?P<heading>(?:{_SECTION}|(?:provision\s+for\s+)?income\s+taxes|interest\s+(?:income|expense)):)\s+(?P<label>[A-Z(].*)",
    re.IGNORECASE,
)
_IN_CAPITALS = regex(r"(?P<heading>(?=[A-Z'’ ()-]+\s[A-Z][a-z])[A-Z'’() -]+)\s(?P<label>[A-Z][a-z].*)")
_SECTIONS = regex(rf"{_SECTION}:?", re.IGNORECASE)
_GOES_ON = regex(r"(?:per|attributable|applicable|available|net|before|after|paid|as|from|of)\b", re.IGNORECASE)
"""Words with which the rest of a label begins, and no label."""


def without_run_in(rows: list[DraftRow]) -> list[DraftRow]:
    """The rows with such headings on rows of their own."""
    out: list[DraftRow] = []
    for row in rows:
        heading, label = _parted(row.labels[0].text) if row.labels and row.cells else ("", "")
        if heading:
            first = row.labels[0]
            out.append(DraftRow([replace(first, text=heading)], indent=row.indent, blank_before=row.blank_before, parted=row.parted))
            row.labels = [replace(first, text=label), *row.labels[1:]]
            row.parted = False
        out.append(row)
    return out


def _parted(text: str) -> tuple[str, str]:
    """Heading and label; "" twice where no known heading begins the text."""
    match = _WITH_COLON.fullmatch(text) or _IN_CAPITALS.fullmatch(text)
    if match is None or not match["label"][0].isupper() or _GOES_ON.match(match["label"]):
        return "", ""
    heading = match["heading"].strip()
    return (heading, match["label"]) if heading.endswith(":") or _SECTIONS.fullmatch(heading) else ("", "")
