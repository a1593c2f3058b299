"""Figures in running text: sentences of releases and of MD&A that state a measure for a period."""

from __future__ import annotations

import csv
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from converter.find.sentences.calendar import FiscalCalendar, fiscal_calendar
from converter.find.sentences.reading import Reading, read_sentence
from converter.find.sentences.repurchases import read_repurchases
from converter.find.sentences.split import sentences
from converter.grammar.phrases import Phrase, find_phrases
from converter.model import SHARES, USD, CoverItem, Document, Filing, Paragraph, Period, Place, SentenceFigure, Statement, Unit, per_share
from converter.resources import table

_RELEASES = ("EX-99", "8-K", "6-K", "EX-1.", "EX-20")
_REPORTS = ("10-K", "10-Q", "10K", "10Q", "EX-13", "20-F")
_FIGURES = re.compile(r"\$\s?[\d.]|\d\scents\b")
_MEASURES = re.compile(
    r"\b(?:net|income|earnings|loss|profit|revenues?|sales|expenses?|cash|equity|assets|costs?|capital|debt|deposits|margin)\b",
    re.IGNORECASE,
)
_SECTION = re.compile(r"management['’]?s['’]?\s+(?:discussion|analysis)|results\s+of\s+operations", re.IGNORECASE)
_SECTION_END = re.compile(
    r"(?:item\s+(?:3|4|7a|8|9)\b|part\s+ii\b|notes\s+to\s+(?:the\s+)?(?:consolidated|condensed|financial)|report\s+of\s+independent|independent\s+auditors"
    r"|quantitative\s+and\s+qualitative|selected\s+(?:consolidated\s+)?(?:quarterly|financial)|consolidated\s+(?:balance|statements?)|report\s+of\s+management)",
    re.IGNORECASE,
)
_NOTES = re.compile(
    r"\s*(?:notes\s+to|reconciliation\s+of|forward[- ]looking|safe\s+harbor|outlook|guidance|business\s+outlook)", re.IGNORECASE
)
_RESUMES = re.compile(r"\s*(?:results|financial\s+(?:results|highlights)|first|second|third|fourth|liquidity|balance)", re.IGNORECASE)
_ANNOUNCES = re.compile(r"\b(?:announced|announces|reported|reports)\b")
_RESULTS = re.compile(r"\b(?:results|earnings|income|loss)\b")
_WORD = re.compile(r"\S+")
# "Spouts includes ...": a paragraph that goes on about what it has defined.
_DEFINES = re.compile(r"[A-Z][\w/&' -]{1,60}\s(?:includes?|consists?|comprises?)\s")
_LETTERS = re.compile(r"[A-Za-z]{3}")
_RUNNING_HEAD = re.compile(r"(?:table of contents|page|.*\(continued\))", re.IGNORECASE)
_HEADING_WIDTH = 90
_HEADING_WORDS = 7
_PLAIN_APOSTROPHES = str.maketrans("’‘´`\xa0", "'''' ")


def find_sentences(filing: Filing, statements: Sequence[Statement] = (), cover: Sequence[CoverItem] = ()) -> tuple[SentenceFigure, ...]:
    """The figures that sentences state, in order, each with measure, period and unit.

    Statements lend their periods (a "third quarter" is theirs), the cover its name of the registrant. A sentence that is not
    understood, that speaks of the future, of a part of the company or of another one, gives nothing; so does a filing of several
    registrants. Figures that only a statement can prove right bear the qualifier ``doubtful``."""
    if len(filing.header.filers) > 1 or len({statement.registrant for statement in statements}) > 1:
        return ()
    calendar = fiscal_calendar(filing, statements)
    names = _names(filing, cover)
    found: list[SentenceFigure] = []
    for document in filing.documents:
        for paragraph, foreign in _paragraphs(document, names):
            found.extend(_of_paragraph(paragraph, document, calendar, names, foreign))
    return tuple(found)


def _paragraphs(document: Document, names: frozenset[str]) -> Iterator[tuple[Paragraph, bool]]:
    """Paragraphs that may state results, and whether the heading above them names something that is not the registrant."""
    kind = document.type.upper()
    report = kind.startswith(_REPORTS)
    if not report and kind and not kind.startswith(_RELEASES):
        return
    inside, heading = not report, ""
    for block in document.blocks:
        if not isinstance(block, Paragraph):
            continue
        if len(block.text) <= _HEADING_WIDTH and not block.text.endswith((".", ",", ";")):
            inside = _is_inside(block.text, inside, report)
            heading = block.text if _LETTERS.search(block.text) and not _RUNNING_HEAD.match(block.text) else heading
        elif inside and (_FIGURES.search(block.text) or "repurchase" in block.text):
            yield block, _is_foreign(heading, names)


def _is_inside(heading: str, inside: bool, report: bool) -> bool:
    if report:
        if _SECTION.search(heading):
            return True
        return inside and not _SECTION_END.match(heading.strip())
    if _NOTES.match(heading):
        return False
    return inside or bool(_RESUMES.match(heading))


def _is_foreign(heading: str, names: frozenset[str]) -> bool:
    """A short heading with a word that is not known may speak of a part of the company; a headline of many words does not."""
    words = re.findall(r"[a-z&-]+", heading.translate(_PLAIN_APOSTROPHES).lower())
    short = len(words) <= _HEADING_WORDS and not any(mark in heading for mark in "0123456789@:")
    return short and not all(word in _neutral() or word in names for word in words)


def _of_paragraph(
    paragraph: Paragraph, document: Document, calendar: FiscalCalendar, names: frozenset[str], foreign: bool
) -> Iterator[SentenceFigure]:
    text, origins = _squeezed(paragraph.text.translate(_PLAIN_APOSTROPHES))
    announced: Period | None = None
    for offset, sentence in sentences(text):
        foreign = foreign or bool(_DEFINES.match(sentence))
        if _ANNOUNCES.search(sentence) and _RESULTS.search(sentence):
            announced = _announced(sentence, calendar) or announced
        for reading in _read(sentence, names):
            start, end = offset + reading.figure.start, offset + reading.figure.end
            place = _place(paragraph, document, *((origins[start], origins[end - 1] + 1) if origins else (start, end)))
            figure = _figure(reading, place, calendar, announced, foreign)
            if figure is not None:
                yield figure


def _squeezed(text: str) -> tuple[str, list[int]]:
    """The text with single blanks, and where each of its characters stood (empty where nothing was squeezed)."""
    if "  " not in text:
        return text, []
    origins: list[int] = []
    for word in _WORD.finditer(text):
        origins.extend(range(word.start(), word.end() + 1))
    return " ".join(text.split()), origins


def _read(sentence: str, names: frozenset[str]) -> list[Reading]:
    """What a sentence states, after the cheap tests that most sentences fail."""
    if "shares" in sentence and "purchase" in sentence and (bought := read_repurchases(sentence)):
        return bought
    if not _FIGURES.search(sentence) or not _MEASURES.search(sentence) or _is_refused(sentence):
        return []
    return read_sentence(sentence, names)


def _announced(sentence: str, calendar: FiscalCalendar) -> Period | None:
    """The one period whose results a sentence announces."""
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
    base = _resolved(reading.base, calendar) if reading.base is not None else announced
    if reading.phrase is None:
        return base if reading.period != "instant" else None
    return calendar.resolve(reading.phrase, reading.index, base, reading.compared)


def _resolved(phrase: Phrase | None, calendar: FiscalCalendar) -> Period | None:
    return calendar.resolve(phrase, 0, None, False) if phrase is not None else None


def _place(paragraph: Paragraph, document: Document, start: int, end: int) -> Place | None:
    """The figure's characters; None where they are spread over two lines."""
    segment = paragraph.segments[bisect_right([segment.offset for segment in paragraph.segments], start) - 1]
    first, last = start - segment.offset, end - segment.offset
    if first < 0 or last > len(segment.text):
        return None
    text = segment.text[first:last]
    if segment.start is None:
        return Place(document.index, "sentence", text, segment.line, None, None, segment.path)
    return Place(document.index, "sentence", text, segment.line, segment.start + first, segment.start + last, segment.path)


def _names(filing: Filing, cover: Sequence[CoverItem]) -> frozenset[str]:
    names = [filer.name.value for filer in filing.header.filers if filer.name]
    names.extend(item.value for item in cover if item.item == "registrant_name")
    return frozenset(word for name in names for word in re.findall(r"[a-z0-9&-]+", name.lower()))


def _is_refused(sentence: str) -> bool:
    """The future, conditions, figures not as reported, parts of the company, other entities."""
    lower = sentence.lower()
    return any(words in lower for words in _refused())


@lru_cache(maxsize=1)
def _refused() -> tuple[str, ...]:
    with table("find", "sentences/refused.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(row["words"] for row in csv.DictReader(lines))


@lru_cache(maxsize=1)
def _neutral() -> frozenset[str]:
    with table("find", "sentences/headings.csv").open(encoding="utf-8", newline="") as lines:
        return frozenset(row["word"] for row in csv.DictReader(lines))
