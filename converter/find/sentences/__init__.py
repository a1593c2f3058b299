"""Figures in running text: sentences of releases and of MD&A that state a measure for a period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from converter.find.sentences.calendar import FiscalCalendar, fiscal_calendar, year_end_of
from converter.find.sentences.names import registrant_names
from converter.find.sentences.paragraphs import Known, announces, figures_of
from converter.find.sentences.places import squeezed
from converter.find.sentences.rows import StatementRows
from converter.find.sentences.sections import PLAIN_APOSTROPHES, first_paragraphs, telling_paragraphs
from converter.find.sentences.split import sentences
from converter.grammar.phrases import find_phrases
from converter.model import CoverItem, Filing, Paragraph, Period, SentenceFigure, Statement

_LONGEST_SENTENCE = 2_000
_SMALL_ISSUERS = ("10-KSB", "10KSB")


def find_sentences(filing: Filing, statements: Sequence[Statement] = (), cover: Sequence[CoverItem] = ()) -> tuple[SentenceFigure, ...]:
    """The figures that sentences state, in order, each with measure, period and unit.

    Statements lend their periods (a "third quarter" is theirs), the cover its name of the registrant. A sentence that is not
    understood, that speaks of the future, of a part of the company or of another one, gives nothing; so does a filing of several
    registrants. Figures that only a statement can prove right bear the qualifier ``doubtful``."""
    if len(filing.header.filers) > 1 or len({statement.registrant for statement in statements}) > 1:
        return ()
    calendar = _numbered(fiscal_calendar(filing, statements), filing)
    names = registrant_names(filing, cover)
    rows = StatementRows(statements)
    found: list[SentenceFigure] = [*_of_small_issuer(filing, calendar, cover)]
    headline: tuple[Period, ...] = ()
    for document in filing.documents:
        if not headline and not found:
            headline = next((periods for first in first_paragraphs(document) if (periods := _headline(first, calendar))), ())
            calendar = _taught(calendar, headline)
        for paragraph, foreign in telling_paragraphs(document, names):
            if calendar.end is None:
                calendar = _taught(calendar, _headline(paragraph, calendar))
            headline = headline or (_headline(paragraph, calendar) if not found else ())
            found.extend(figures_of(paragraph, document.index, Known(calendar, names, rows, next(iter(headline), None)), foreign))
    return tuple(found)


def _of_small_issuer(filing: Filing, calendar: FiscalCalendar, cover: Sequence[CoverItem]) -> Iterator[SentenceFigure]:
    said = {item.item: item.value for item in reversed(cover)}
    if said.get("document_type", "").startswith(_SMALL_ISSUERS) and "period_end" in said and filing.documents:
        from converter.find.sentences.issuers import cover_revenues

        yield from cover_revenues(filing.documents[0], calendar, date.fromisoformat(said["period_end"]))


def _numbered(calendar: FiscalCalendar, filing: Filing) -> FiscalCalendar:
    """Where no statement tells the fiscal year, "the first quarter ended March 31, 2004" does."""
    if calendar.year_end:
        return calendar
    texts = (block.text for document in filing.documents for block in document.blocks if isinstance(block, Paragraph))
    named = (phrase for text in texts if " quarter " in text and len(text) <= _LONGEST_SENTENCE for phrase in find_phrases(text))
    told = next(((phrase.ends[0], phrase.quarter) for phrase in named if phrase.quarter and len(phrase.ends) == 1), None)
    return replace(calendar, year_end=year_end_of(*told)) if told else calendar


def _taught(calendar: FiscalCalendar, announced: tuple[Period, ...]) -> FiscalCalendar:
    """Without statements a release's own announcement tells which quarter "the quarter" is."""
    if calendar.end is not None or not announced or announced[0].is_instant:
        return calendar
    return replace(calendar, durations=announced, end=announced[0].end)


def _headline(paragraph: Paragraph, calendar: FiscalCalendar) -> tuple[Period, ...]:
    """The periods whose results a paragraph announces."""
    if "announce" not in paragraph.text and "report" not in paragraph.text:
        return ()
    text, _ = squeezed(paragraph.text.translate(PLAIN_APOSTROPHES))
    return next((periods for _, sentence in sentences(text) if (periods := announces(sentence, calendar))), ())
