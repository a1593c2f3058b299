"""Which statements a report lacks of those that it has to hold (Regulation S-X, 3-01, 3-02, 10-01)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from converter.model import Finding, Statement
from converter.patterns import regex

_REPORTS_OF_ALL = ("10-K", "10-Q", "10K", "10Q")
_INCOME, _CASH_FLOW = "statement of income", "cash flow"
_KINDS_OF_ALL = {"balance sheet": ("balance_sheet",), _INCOME: ("income", "comprehensive"), _CASH_FLOW: ("cashflow",)}
_WITHOUT = (
    (regex(r"\bnet\s+assets\s+in\s+liquidation\b", re.IGNORECASE), frozenset((_INCOME, _CASH_FLOW))),
    (
        regex(
            r"\bdistributable\s+income\b|\btrust\s+corpus\b|\bnet\s+asset\s+value\s+per\s+(?:\w+\s+){0,2}(?:unit|interest)\b"
            r"|^\W*redemptions\s+payable\b|\bon\s+open\s+(?:futures\s+)?contracts\b",
            re.IGNORECASE,
        ),
        frozenset((_CASH_FLOW,)),
    ),
)
"""Words of titles and rows, and what companies that print them have none of: on the basis of liquidation, royalty trusts (SAB 12E), funds
whose units are redeemed (SFAS 102)."""
_HINT = "'filing2xbrl inspect' shows what was read: where the report holds one under another title, please report it."


def missing(form: str, statements: Sequence[Statement]) -> Iterator[Finding]:
    """What a report with statements lacks: lost with its title, or in another document."""
    told = {statement.kind for statement in statements}
    lost = [name for name, kinds in _KINDS_OF_ALL.items() if told.isdisjoint(kinds)]
    if not told or not lost or not form.upper().startswith(_REPORTS_OF_ALL):
        return
    needless = _needless(statements)
    lost = [name for name in lost if name not in needless]
    if lost:
        message = f"no {' and no '.join(lost)} was found in this {form}, but other statements of the registrant were"
        yield Finding("find.statement-missing", "warning", message, _HINT)


def _needless(statements: Sequence[Statement]) -> frozenset[str]:
    """What the company's form of statements does without."""
    texts = [text for each in statements for text in (each.title.value, *(row.label for row in each.rows))]
    return frozenset(name for words, names in _WITHOUT if any(words.search(text) for text in texts) for name in names)
