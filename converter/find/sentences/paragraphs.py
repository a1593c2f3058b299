"""The figures of a paragraph: what its sentences state, and what rows of the statements prove of them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from converter.find.sentences.calendar import FiscalCalendar
from converter.find.sentences.places import place_of, squeezed
from converter.find.sentences.reading import RELATIVE, Reading, read_sentence
from converter.find.sentences.repurchases import read_repurchases
from converter.find.sentences.rows import Proof, StatementRows
from converter.find.sentences.sections import BULLET, PLAIN_APOSTROPHES, has_figures
from converter.find.sentences.split import sentences
from converter.find.sentences.subjects import is_named
from converter.find.sentences.tokens import FigureToken, figures, last_words, says_earned
from converter.grammar.phrases import find_phrases
from converter.model import SHARES, USD, Paragraph, Period, Place, SentenceFigure, Unit, per_share
from converter.patterns import holds_one, regex
from converter.resources import table

_LONGEST_SENTENCE, _LONGEST_BOUNDARY, _LONGEST_HEADING = 2_000, 30, 60
_HEADING = regex(r"[A-Z][A-Za-z&,' -]+\.")
_RECORDED = regex(r"(?:We|The Company|The Corporation) (?:recorded|recognized|had|incurred|reported) an? (?:[a-z]+ ){0,2}(?:of|for)\b")
_THIS_COMPARES = ("This compare", "That compare", "These compare", "These results compare")
_ITS = ("Its ", "its ", "Their ", "their ")
"""Whose, the sentence before tells."""
_RESULTS = regex(r"\b(?:results|earnings|income|loss|revenues?|sales)\b")
# "Spouts includes ...": a paragraph that goes on about what it has defined.
_DEFINES = regex(r"[A-Z][\w/&' -]{1,60}\s(?:includes?|consists?|comprises?)\s")
_SET_AGAINST = regex(r"\b(?:compared|versus|vs|from|against|than|up|down|over)\b", re.IGNORECASE)
_NOT_YET = frozenset({"forecast", "condition"})
"""Why a sentence is refused whatever rows say: what it speaks of is not there yet."""
_NOT_SO = frozenset({"not as reported"})
"""Why a sentence is refused from those words on: what stands behind "pro forma" may be a row's number by accident."""
_BESIDE = frozenset({"ebitda", "pro forma", "pro-forma", "proforma", "non-gaap"})
"""What in a clause of its own leaves the clauses before as they are: "operating income was $5 million, while EBITDA was ..."."""
_BOUNDARY = regex(r",\s(?:while|and|but|whereas|(?:as\s)?compared\s(?:with|to)|versus|against)\s(?:an?\s|the\s|its\s|our\s)?$")
# "in the 2004 period" is as long as what the sentence before is about.
_SAME_LENGTH = regex(r"\bthe\s(?:19|20)\d\d\speriod\b")
_NOWHERE = Place(0, "sentence", "")


class Known(Struct, frozen=True):
    """What is known when a paragraph is read. ``headline`` is the period that the release announces: a sentence without one of its own
    may speak of it, which is no proof. ``names`` are the words of the registrant's name."""

    calendar: FiscalCalendar
    names: frozenset[str]
    rows: StatementRows
    headline: Period | None


def figures_of(paragraph: Paragraph, document: int, known: Known, foreign: bool) -> Iterator[SentenceFigure]:
    """What the sentences of a paragraph state, in order; ``foreign`` where it may speak of a part of the company."""
    plain = paragraph.text.translate(PLAIN_APOSTROPHES)
    text, origins = squeezed(BULLET.sub(lambda mark: " " * len(mark[0]), plain, 1) if BULLET.match(plain) else plain)
    announced: Period | None = None
    before: Period | None = None
    """What the sentence before is about."""
    last = ""
    for offset, sentence in sentences(text):
        foreign = foreign or bool(_DEFINES.match(sentence))
        announced = next(iter(announces(sentence, known.calendar)), announced)
        goes_on = sentence.startswith(_THIS_COMPARES) or (before is not None and _SAME_LENGTH.search(sentence))
        told, before = (before, None) if goes_on else (announced, None)
        elsewhere = foreign or (sentence.startswith(_ITS) and not is_named(last, known.names))
        context = last if sentence.startswith(_THIS_COMPARES) or _names_measure(last, sentence) else ""
        last = sentence
        for figure, stated, compared in _of_sentence(sentence, context, known, told, elsewhere):
            start, end = offset + figure.start, offset + figure.end
            place = place_of(paragraph, document, *((origins[start], origins[end - 1] + 1) if origins else (start, end)))
            if place is not None:
                before = before or (None if compared else stated.period)
                yield replace(stated, place=place)


def _names_measure(heading: str, sentence: str) -> bool:
    """ "Provision for income taxes. We recorded a provision of $3 million": a heading run into its paragraph says what of."""
    return 0 < len(heading) <= _LONGEST_HEADING and _RECORDED.match(sentence) is not None and _HEADING.fullmatch(heading) is not None


def announces(sentence: str, calendar: FiscalCalendar) -> tuple[Period, ...]:
    """The periods whose results a sentence announces: one, or the quarter and the year to date that end the same day."""
    if not ("announce" in sentence or "report" in sentence) or not _RESULTS.search(sentence):
        return ()
    phrases = [phrase for phrase in find_phrases(sentence) if not phrase.instant and phrase.relation not in RELATIVE]
    if any(phrase.count != max(1, len(phrase.lengths)) for phrase in phrases):
        return ()
    periods = {calendar.resolve(phrase, index, None, False) for phrase in phrases for index in range(phrase.count)}
    found = sorted((period for period in periods if period is not None), key=lambda period: period.days)
    return tuple(found) if len(found) == len(periods) and len({period.end for period in found}) == 1 else ()


def _of_sentence(
    sentence: str, context: str, known: Known, told: Period | None, foreign: bool
) -> Iterator[tuple[FigureToken, SentenceFigure, bool]]:
    """Each figure with what it states, and whether the sentence sets it against another. Where what is read and what is proven are not
    one, a period that the statements show is as good as the proof."""
    if len(sentence) > _LONGEST_SENTENCE:
        return
    proofs = {proof.figure.start: proof for proof in _proofs(sentence, context, known, told)}
    read = set()
    for reading in _read(sentence, known.names):
        stated = _stated(reading, known.calendar, told, foreign) or _stated(reading, known.calendar, known.headline, True)
        proof = proofs.get(reading.figure.start)
        if stated is None or (proof is not None and proof.period != stated.period and not _is_dated(reading, stated)):
            continue
        read.add(reading.figure.start)
        rows = proof.rows if proof is not None and proof.period == stated.period else ()
        yield reading.figure, replace(stated, rows=rows), reading.compared
    yield from ((proof.figure, _proven(proof), True) for start, proof in proofs.items() if start not in read)


def _is_dated(reading: Reading, stated: SentenceFigure) -> bool:
    """The period is not worked out: its last day is printed in the sentence."""
    return "doubtful" not in stated.qualifiers and reading.phrase is not None and bool(reading.phrase.ends)


def _proofs(sentence: str, context: str, known: Known, announced: Period | None) -> list[Proof]:
    """What rows prove of a sentence, after the cheap tests that most sentences fail. ``context`` is the sentence before where this one
    goes on with its measures."""
    if not known.rows or not has_figures(sentence):
        return []
    lower = sentence.lower()
    if holds_one(lower, _words_refused(_NOT_YET)):
        return []
    end = min((at for words in _words_refused(_NOT_SO) if (at := lower.find(words)) >= 0), default=len(sentence))
    before = [figure for figure in figures(sentence) if figure.start < end]
    found = known.rows.proofs(sentence, context, before, lambda: known.calendar.named(sentence, announced or known.headline))
    return [proof for proof in found if known.calendar.may_mean(_up_to_comparison(sentence, proof.figure.after), proof.period)]


def _up_to_comparison(sentence: str, end: int) -> str:
    """A sentence without what a figure that ends there is set against: those periods are not its own."""
    against = _SET_AGAINST.search(sentence, end)
    return sentence[: against.start()] if against else sentence


def _proven(proof: Proof) -> SentenceFigure:
    figure = proof.figure
    words = (*figure.qualifiers, "doubtful")
    return SentenceFigure(
        proof.measure,
        figure.number,
        figure.scale,
        _unit(figure.kind),
        proof.period,
        _NOWHERE,
        False,
        figure.decimals,
        words,
        rows=proof.rows,
    )


def _read(sentence: str, names: frozenset[str]) -> list[Reading]:
    """What a sentence states, after the cheap tests that most sentences fail."""
    if "shares" in sentence and "purchase" in sentence and (bought := read_repurchases(sentence)):
        return bought
    lower = sentence.lower()
    if not has_figures(sentence) or not (holds_one(lower, last_words()) or says_earned(sentence) or "EPS" in sentence):
        return []
    if not holds_one(lower, _words_refused()):
        return read_sentence(sentence, names)
    refused = [(words, at) for words in _words_refused() if (at := lower.find(words)) >= 0]
    return read_sentence(_before_aside(sentence, refused), names)


def _before_aside(sentence: str, refused: Sequence[tuple[str, int]]) -> str:
    """A sentence up to the clause that speaks of what no statement shows; nothing of it where other words refuse it."""
    _, at = min(refused, key=lambda found: found[1])
    boundary = _BOUNDARY.search(sentence, max(0, at - _LONGEST_BOUNDARY), at)
    return sentence[: boundary.start()] if boundary and all(each in _BESIDE for each, _ in refused) else ""


def _stated(reading: Reading, calendar: FiscalCalendar, announced: Period | None, foreign: bool) -> SentenceFigure | None:
    period = _period(reading, calendar, announced)
    if period is None or period.is_instant != (reading.period == "instant"):
        return None
    figure = reading.figure
    doubtful = foreign or reading.inexact or figure.full or reading.phrase is None
    words = (*reading.qualifiers, *(("doubtful",) if doubtful else ()), *(("other",) if reading.other else ()))
    return SentenceFigure(
        reading.measure,
        figure.number,
        figure.scale,
        _unit(figure.kind),
        period,
        _NOWHERE,
        "loss" in reading.measure,
        figure.decimals,
        words,
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


@lru_cache(maxsize=1)
def _refused() -> tuple[tuple[str, str], ...]:
    """The future, conditions, figures not as reported, parts of the company, other entities."""
    with table("find", "sentences/refused.csv").open(encoding="utf-8", newline="") as lines:
        return tuple((row["words"], row["why"]) for row in csv.DictReader(lines))


@lru_cache(maxsize=4)
def _words_refused(reasons: frozenset[str] | None = None) -> tuple[str, ...]:
    """The words of them that are refused for some reasons, or for any."""
    return tuple(words for words, why in _refused() if reasons is None or why in reasons)
