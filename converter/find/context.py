"""What header and cover say of the filing as a whole: form, period, fiscal year's end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from converter.find.cover.forms import has_cover, names_form
from converter.grammar.dates import MONTH, find_month_days, parse_date
from converter.model import Document, Filing, Table
from converter.patterns import regex

_FIRST_PAGES = 9_000
"""Characters of a document in which its cover stands."""
_FORM = regex(
    r"\bform\s+(?P<form>10-?K(?:405|SB)?(?:40)?|10-?Q(?:SB)?|8-?K|20-?F|40-?F|6-?K|11-?K|S-\d)\b(?P<amended>\s*/\s*A\b)?", re.IGNORECASE
)
_DAY = rf"{MONTH}\.?\s+\d{{1,2}}(?:\s*,)?\s*(?:19|20)\d\d|\d{{1,2}}/\d{{1,2}}/(?:19|20)?\d\d"
_ANNUAL = regex(rf"\b(?:fiscal\s+|transition\s+)?(?:year|years|period)\s+end(?:ed|ing):?\s+(?P<day>{_DAY})", re.IGNORECASE)
_QUARTERLY = regex(
    rf"\b(?:quarter(?:ly)?|(?:three|six|nine)\s+months?|thirteen\s+weeks)(?:\s+period)?\s+end(?:ed|ing):?\s+(?P<day>{_DAY})", re.IGNORECASE
)
_TRANSITION = regex(rf"\btransition\s+period\s+from\s+(?:{_DAY})\s+(?:to|through)\s+(?P<day>{_DAY})", re.IGNORECASE)
_REPORT = regex(rf"\bdate\s+of\s+(?:earliest\s+event\s+)?report.{{0,80}}?(?P<day>{_DAY})", re.IGNORECASE | re.DOTALL)
_YEAR_END = regex(rf"\bfiscal\s+year\s+(?:end|ends|ended|ending)\s+(?:on\s+)?(?P<day>{MONTH}\.?\s+\d{{1,2}})", re.IGNORECASE)


class FilingContext(Struct, frozen=True):
    """``form`` as printed (``10-K405``); days None where neither header nor cover says them; ``fiscal_year_end`` is (month, day)."""

    form: str = ""
    period_end: date | None = None
    fiscal_year_end: tuple[int, int] | None = None
    filed: date | None = None
    told: date | None = None
    """The day of the quarter or year that the first pages of a release name."""

    @property
    def is_periodic(self) -> bool:
        """An annual or quarterly report: its period is that of its statements. An 8-K's is the day of an event."""
        return _is_periodic(self.form)


def _is_periodic(form: str) -> bool:
    return form.upper().startswith(("10-K", "10-Q", "10K", "10Q", "20-F", "40-F", "11-K", "ARS"))


def filing_context(filing: Filing) -> FilingContext:
    """Header first, the first pages of the main document where it says nothing."""
    header = filing.header
    form = header.form.value if header.form else ""
    end, year_end = header.period_date, header_year_end(filing)
    if not form or end is None or year_end is None:
        text = _first_pages(filing)
        form = form or _form(text, filing)
        end = end or _period_end(text, form)
        year_end = year_end or _year_end(text, form, end)
    return FilingContext(form, end, year_end, header.filed_date, None if _is_periodic(form) else _told(filing))


def header_year_end(filing: Filing) -> tuple[int, int] | None:
    """Month and day of the fiscal year's end as the header has it."""
    fiscal = filing.header.filers[0].fiscal_year_end if filing.header.filers else None
    digits = fiscal.value if fiscal else ""
    if len(digits) != 4 or not digits.isdecimal() or not (1 <= int(digits[:2]) <= 12 and 1 <= int(digits[2:]) <= 31):
        return None
    return int(digits[:2]), int(digits[2:])


def _told(filing: Filing) -> date | None:
    """The newest day that a release says its quarter or year ended, in its first pages."""
    release = next((document for document in filing.documents if document.type.upper().startswith(("EX-99", "EX-13"))), None)
    text = _pages(release) if release else _first_pages(filing)
    days = [parse_date(match["day"]) for pattern in (_QUARTERLY, _ANNUAL) if (match := pattern.search(text))]
    return max((day for day in days if day), default=None)


def _first_pages(filing: Filing) -> str:
    return _pages(filing.documents[0]) if filing.documents else ""


def _pages(document: Document) -> str:
    pieces: list[str] = []
    length = 0
    for text in _texts(document):
        pieces.append(text)
        length += len(text)
        if length > _FIRST_PAGES:
            break
    return " ".join(" ".join(pieces).split())


def _first_lines(document: Document) -> Iterator[str]:
    """The lines of the first pages, and their rows."""
    length = 0
    for block in document.blocks:
        if length > _FIRST_PAGES:
            return
        lines = (
            (" ".join(c.text for c in row.cells) for row in block.rows) if isinstance(block, Table) else (s.text for s in block.segments)
        )
        for line in lines:
            length += len(line)
            yield line


def _texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                yield " ".join(cell.text for cell in row.cells)
        else:
            yield block.text


def _form(text: str, filing: Filing) -> str:
    match = _FORM.search(text)
    if match is None:
        return ""
    lines = list(_first_lines(filing.documents[0]))
    if not has_cover(lines):
        heading = next((line for line in lines if names_form(line)), "")
        match = _FORM.search(heading)
        if match is None:
            return ""
    name = match["form"].upper()
    name = name if "-" in name else f"{name[:-1]}-{name[-1]}"
    return f"{name}/A" if match["amended"] else name


def _period_end(text: str, form: str) -> date | None:
    patterns: tuple[re.Pattern[str], ...] = (_TRANSITION, _ANNUAL, _QUARTERLY, _REPORT)
    if form.startswith("10-Q"):
        patterns = (_TRANSITION, _QUARTERLY, _ANNUAL, _REPORT)
    elif form.startswith("8-K"):
        patterns = (_REPORT,)
    for pattern in patterns:
        match = pattern.search(text)
        if match:
            return parse_date(match["day"])
    return None


def _year_end(text: str, form: str, end: date | None) -> tuple[int, int] | None:
    if form.startswith(("10-K", "20-F")) and end:
        return end.month, end.day
    match = _YEAR_END.search(text)
    found = find_month_days(match["day"]) if match else []
    return (found[0].month, found[0].day) if found else None
