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
from converter.model import Filing, Stated


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
    return Stated(statements, cover, find_sentences(filing, statements, cover), find_schedules(filing, statements))
