"""Figures in running text: sentences of releases and of MD&A that state a measure for a period."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from msgspec.structs import replace

from converter.find.sentences.calendar import FiscalCalendar, fiscal_calendar, year_end_of
from converter.find.sentences.places import place_of, squeezed
from converter.find.sentences.reading import Reading, read_sentence
from converter.find.sentences.repurchases import read_repurchases
from converter.find.sentences.sections import PLAIN_APOSTROPHES, first_paragraphs, has_figures, telling_paragraphs
from converter.find.sentences.split import sentences
from converter.find.sentences.tokens import last_words, says_earned
from converter.grammar.phrases import find_phrases
from converter.model import (
    SHARES,
    USD,
    CoverItem,
    Document,
    Filing,
    Paragraph,
    Period,
    Place,
    SentenceFigure,
    Statement,
    Unit,
    per_share,
)
from converter.patterns import regex
from converter.resources import table

_LONGEST_SENTENCE = 2_000
_SMALL_ISSUERS = ("10-KSB", "10KSB")
_THIS_COMPARES = ("This compare", "That compare", "These compare", "These results compare")
_RESULTS = regex(r"\b(?:results|earnings|income|loss|revenues?|sales)\b")
# "Spouts includes ...": a paragraph that goes on about what it has defined.
_DEFINES = regex(r"[A-Z][\w/&' -]{1,60}\s(?:includes?|consists?|comprises?)\s")


def find_sentences(filing: Filing, statements: Sequence[Statement] = (), cover: Sequence[CoverItem] = ()) -> tuple[SentenceFigure, ...]:
    """The figures that sentences state, in order, each with measure, period and unit.

    Statements lend their periods (a "third quarter" is theirs), the cover its name of the registrant. A sentence that is not
    understood, that speaks of the future, of a part of the company or of another one, gives nothing; so does a filing of several
    registrants. Figures that only a statement can prove right bear the qualifier ``doubtful``."""
    if len(filing.header.filers) > 1 or len({statement.registrant for statement in statements}) > 1:
        return ()
    calendar = _numbered(fiscal_calendar(filing, statements), filing)
    names = _names(filing, cover)
    found: list[SentenceFigure] = [*_of_small_issuer(filing, calendar, cover)]
    headline: Period | None = None
    for document in filing.documents:
        if headline is None and not found:
            headline = next((period for first in first_paragraphs(document) if (period := _headline(first, calendar))), None)
            calendar = _taught(calendar, headline)
        for paragraph, foreign in telling_paragraphs(document, names):
            if calendar.end is None:
                calendar = _taught(calendar, _headline(paragraph, calendar))
            headline = headline or (_headline(paragraph, calendar) if not found else None)
            found.extend(_of_paragraph(paragraph, document, calendar, names, foreign, headline))
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


def _taught(calendar: FiscalCalendar, announced: Period | None) -> FiscalCalendar:
    """Without statements a release's own announcement tells which quarter "the quarter" is."""
    if calendar.end is not None or announced is None or announced.is_instant:
        return calendar
    return replace(calendar, durations=(announced,), end=announced.end)


def _headline(paragraph: Paragraph, calendar: FiscalCalendar) -> Period | None:
    """The period whose results a paragraph announces."""
    if "announce" not in paragraph.text and "report" not in paragraph.text:
        return None
    text, _ = squeezed(paragraph.text.translate(PLAIN_APOSTROPHES))
    return next((period for _, sentence in sentences(text) if (period := _announced(sentence, calendar))), None)


def _of_paragraph(
    paragraph: Paragraph, document: Document, calendar: FiscalCalendar, names: frozenset[str], foreign: bool, headline: Period | None
) -> Iterator[SentenceFigure]:
    """``headline`` is the period that the release announces: a sentence without one of its own may speak of it, which is no proof."""
    text, origins = squeezed(paragraph.text.translate(PLAIN_APOSTROPHES))
    announced: Period | None = None
    before: Period | None = None
    """What the sentence before is about."""
    for offset, sentence in sentences(text):
        foreign = foreign or bool(_DEFINES.match(sentence))
        announced = _announced(sentence, calendar) or announced
        told, before = (before, None) if sentence.startswith(_THIS_COMPARES) else (announced, None)
        for reading in _read(sentence, names):
            start, end = offset + reading.figure.start, offset + reading.figure.end
            place = place_of(paragraph, document.index, *((origins[start], origins[end - 1] + 1) if origins else (start, end)))
            figure = _figure(reading, place, calendar, told, foreign) or _figure(reading, place, calendar, headline, True)
            if figure is not None:
                before = before or (None if reading.compared else figure.period)
                yield figure


def _read(sentence: str, names: frozenset[str]) -> list[Reading]:
    """What a sentence states, after the cheap tests that most sentences fail."""
    if len(sentence) > _LONGEST_SENTENCE:
        return []
    if "shares" in sentence and "purchase" in sentence and (bought := read_repurchases(sentence)):
        return bought
    lower = sentence.lower()
    if not has_figures(sentence) or not (any(word in lower for word in last_words()) or says_earned(sentence)):
        return []
    if any(words in lower for words in _refused()):
        return []
    return read_sentence(sentence, names)


def _announced(sentence: str, calendar: FiscalCalendar) -> Period | None:
    """The one period whose results a sentence announces."""
    if not ("announce" in sentence or "report" in sentence) or not _RESULTS.search(sentence):
        return None
    phrases = [phrase for phrase in find_phrases(sentence) if not phrase.instant]
    periods = {calendar.resolve(phrase, 0, None, False) for phrase in phrases}
    return periods.pop() if len(periods) == 1 and all(phrase.count == 1 for phrase in phrases) else None


def _figure(
    reading: Reading, place: Place | None, calendar: FiscalCalendar, announced: Period | None, foreign: bool
) -> SentenceFigure | None:
    period = _period(reading, calendar, announced)
    if period is None or place is None or period.is_instant != (reading.period == "instant"):
        return None
    figure = reading.figure
    doubtful = foreign or reading.inexact or figure.full or reading.phrase is None
    words = (*reading.qualifiers, *(("doubtful",) if doubtful else ()), *(("other",) if reading.other else ()))
    return SentenceFigure(
        reading.measure, figure.number, figure.scale, _unit(figure.kind), period, place, "loss" in reading.measure, figure.decimals, words
    )


def _unit(kind: str) -> Unit:
    return USD if kind == "money" else SHARES if kind == "shares" else per_share(USD)


def _period(reading: Reading, calendar: FiscalCalendar, announced: Period | None) -> Period | None:
    base = announced
    if reading.base is not None:
        base = calendar.resolve(reading.base, reading.index if reading.base.lengths else 0, announced, False)
    if reading.phrase is None:
        return base if reading.period != "instant" else None
    return calendar.resolve(reading.phrase, reading.index, base, reading.compared)


def _names(filing: Filing, cover: Sequence[CoverItem]) -> frozenset[str]:
    names = [filer.name.value for filer in filing.header.filers if filer.name]
    names.extend(item.value for item in cover if item.item == "registrant_name")
    return frozenset(word for name in names for word in re.findall(r"[a-z0-9&-]+", name.lower()))


@lru_cache(maxsize=1)
def _refused() -> tuple[str, ...]:
    """The future, conditions, figures not as reported, parts of the company, other entities."""
    with table("find", "sentences/refused.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(row["words"] for row in csv.DictReader(lines))
