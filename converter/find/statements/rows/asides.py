"""What stands below a statement of income and is no part of it: sales by division, balances, cash flows, backlog."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from converter.find.statements.rows.beyond import is_bottom_line
from converter.model import StatementRow
from converter.patterns import regex

_REASON = "a measure beside the statement, below its net income and amounts per share"
_BY_PARTS = regex(
    r"\b(?:sales|revenues?|income|profits?|earnings|orders|shipments)\b.{0,40}\bby\s+(?:\w+\s+){0,3}?(?:divisions?|products?|regions?|segments?"
    r"|lines?|groups?|markets?|areas?|countr(?:y|ies)|customers?|categor(?:y|ies)|class(?:es)?|types?|business(?:es)?|channels?|geograph\w+)\b"
    r"|\b(?:stock|share|equity)[\s-]?(?:based\s)?compensation\b",
    re.IGNORECASE,
)
"""Headings of tables that take the statement's amounts apart once more, or tell how much of each its compensation in stock is."""
_DATA = regex(
    r"\W*(?:(?:unaudited|selected|other|certain|additional|key|operating|operational|financial|supplement\w+|statistical|production|volume|unit"
    r"|store|sales|margin|cash\s+flow|balance\s+sheet|segment|asset|credit|quality|performance|capital|and|&)\s+){0,5}"
    r"(?:data|information|statistics|metrics|ratios?|measures|highlights|indicators|memo(?:randa|randum)?(?:\s+items?)?|asset\s+quality"
    r"|(?:as\s+an?\s+)?per\s?cent(?:age)?s?\s+of\s+(?:\w+\s+){0,2}(?:sales|revenues?))"
    r"(?:\s?\([^()]{1,40}\))*\W*",
    re.IGNORECASE,
)
"""Headings of what a release counts beside its statement. Dividends and shares stand there too."""
_MEASURES = regex(r"\bnon[\s-]*gaap\b|\bebitd?a\w?\b|\breconcil(?:iation|ing)\b", re.IGNORECASE)
"""Headings of measures of a company's own, and of what leads from the profit to them."""
_OF_OWNERS = regex(
    r"\bper\s+(?:\w+\s+){0,3}(?:share|unit|ads)\b|\b(?:shares?|units?)\b|\bdividends?\b|\bdistributions?\b|\bcomprehensive\b|\battributable\b"
    r"|\beps\b|\bretained\b|\bnet\s+\(?(?:income|loss|earnings)\b",
    re.IGNORECASE,
)
"""What goes on with the statement."""
_LONGEST_HEADING = 80
_NO_EARNINGS = regex(
    r"\W*(?:total\s+|net\s+)?(?:assets|debt|long[\s-]term\s+debt|working\s+capital|non-?performing\s+(?:assets|loans)"
    r"|(?:stockholders|shareholders|shareowners)'?\s+equity"
    r"|free\s+cash\s+flow|(?:order\s+|sales\s+)?backlog"
    r"|(?:same|comparable)[\s-](?:store|restaurant)\s+sales|system[\s-]?wide\s+sales"
    r"|cash(?:,?\s+(?:and\s+)?(?:cash\s+equivalents|(?:short[\s-]term\s+|temporary\s+)?(?:investments|securities)|marketable\s+securities)){0,3})"
    r"(?:,?\s+(?:at|end\s+of)\s.{0,30})?(?:\s?\(\w{1,2}\))?\W*",
    re.IGNORECASE,
)
"""Rows that are balances, flows of cash or what others sold: a statement of income tells none of them."""
_OF_EARNINGS = regex(r"\b(?:interest|expenses?|incomes?|costs?|gains?|loss(?:es)?|revenues?|tax(?:es)?)\b", re.IGNORECASE)


def without_asides(rows: list[StatementRow]) -> list[StatementRow]:
    """The rows, with those ignored that stand below the amounts per share (the net income, where there are none) and tell the statement's
    amounts by parts, or what is none of its amounts. What above is called so too is another thing ("Long-term debt" below "Interest
    expense:"), and comes again."""
    first = next((at for at, row in enumerate(rows) if _is_per_share(row)), None)
    if first is None:
        first = next((at for at, row in enumerate(rows) if row.figures and is_bottom_line(row.label)), len(rows))
    above = {row.label.lower() for row in rows[:first] if row.figures}
    if not above or first + 1 >= len(rows):
        return rows
    known = {heading for row in rows[: first + 1] for heading in row.heads}
    beside = _beside(rows[first + 1 :])
    return [
        *rows[: first + 1],
        *(_ignored(row) if aside or _is_aside(row, above, known) else row for row, aside in zip(rows[first + 1 :], beside, strict=True)),
    ]


def _beside(rows: Sequence[StatementRow]) -> list[bool]:
    """Which rows stand under a heading of what is counted beside the statement, or under others below it, until one goes on with the
    statement."""
    out: list[bool] = []
    heading = ""
    for row in rows:
        if not row.figures and len(row.label) < _LONGEST_HEADING:
            heading = row.label if _heads_beside(row.label) else "" if _OF_OWNERS.search(row.label) else heading
        out.append(bool(heading) and (_MEASURES.search(heading) is not None or not _OF_OWNERS.search(row.label)))
    return out


def _heads_beside(label: str) -> bool:
    return (_DATA.fullmatch(label) is not None and "cash flow info" not in label.lower()) or _MEASURES.search(label) is not None


def _is_aside(row: StatementRow, above: set[str], known: set[str]) -> bool:
    if not row.figures or not _is_money(row):
        return False
    if any(heading not in known and _BY_PARTS.search(heading) for heading in row.heads):
        return True
    if row.label.lower() in above or not _NO_EARNINGS.fullmatch(row.label):
        return False
    return not any(_OF_EARNINGS.search(heading) for heading in row.heads)


def _is_per_share(row: StatementRow) -> bool:
    return any(figure.unit is not None and bool(figure.unit.denominator) for figure in row.figures)


def _is_money(row: StatementRow) -> bool:
    return any(
        figure.unit is not None and not figure.unit.denominator and figure.unit.numerator.startswith("iso4217:") for figure in row.figures
    )


def _ignored(row: StatementRow) -> StatementRow:
    return replace(
        row, figures=tuple(figure if figure.ignored else replace(figure, ignored=True, reason=_REASON) for figure in row.figures)
    )
