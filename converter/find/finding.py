"""The finders in their order: cover, statements, schedules, sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from converter.find.context import filing_context
from converter.find.cover import find_cover
from converter.find.schedules import find_schedules
from converter.find.sentences import find_sentences
from converter.find.statements import find_statements
from converter.find.statements.periods import Known
from converter.model import Filing, Finding, Stated, Statement

_NO_STATEMENTS = Finding(
    "find.no-statements",
    "warning",
    "No statement of the registrant was found: no balance sheet, income statement or cash flow.",
    "If the filing holds one, please report it; 'filing2xbrl inspect' shows what was read.",
)


@dataclass(frozen=True, slots=True)
class FindOptions:
    """What a person knows better than the filing says: the period's end, the fiscal year's end (month, day)."""

    period_end: date | None = None
    fiscal_year_end: tuple[int, int] | None = None


def find(filing: Filing, options: FindOptions | None = None) -> Stated:
    """All that the filing states. Statements come before schedules and sentences, which borrow their periods."""
    options = options or FindOptions()
    context = filing_context(filing)
    end = options.period_end or (context.period_end if context.is_periodic else None)
    known = Known(end, options.fiscal_year_end or context.fiscal_year_end, context.form)
    cover = find_cover(filing)
    statements = find_statements(filing, known)
    sentences = find_sentences(filing, statements, cover)
    return Stated(statements, cover, sentences, find_schedules(filing, statements), _silence(filing, statements))


def _silence(filing: Filing, statements: tuple[Statement, ...]) -> tuple[Finding, ...]:
    """A filing without text has a finding of its reader's already."""
    if statements or not any(document.blocks for document in filing.documents):
        return ()
    return (_NO_STATEMENTS,)
