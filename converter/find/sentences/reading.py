"""A sentence read: which figure states which measure for which period. Strict: words that are not understood end the reading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from converter.find.sentences.roles import word_list
from converter.find.sentences.sections import is_foreign
from converter.find.sentences.tokens import FigureToken, MeasureToken, tokens
from converter.find.sentences.walk import Segment, Stated, walk
from converter.grammar.phrases import Phrase
from converter.patterns import regex

# "Financing Activities -- Cash used ...": a title run into its paragraph.
_TITLE = regex(r"^[A-Z][^.$\d]{0,60}?\s(?:--|[–—])\s")
# ", or 21.9% of net sales,": said beside the figure, not of it.
_RATIO = regex(
    r"(?:,?\s(?:or|and|representing)|,)?\s\(?(?:approximately\s)?\d[\d.]*\s?(?:%|percent)\sof\s(?:(?:total|consolidated|net|our|its|the|company's)\s){0,3}"
    r"(?:[a-z-]+\s){0,3}?(?:sales|revenues?|assets|cash)\b\)?,?|,\san\seffective\s(?:(?:income\s)?tax\s)?rate\sof\s\d[\d.]*\s?(?:%|percent),?"
    r"|\s\(includ(?:ing|es)\s[^()]{1,160}\)",
    re.IGNORECASE,
)
# "net income attributable to Kettle Works common stockholders": the registrant's own part of it.
# "At the mill in Harbor Falls, net sales were ...", "Harbor Falls: Net sales were ...": of a part of the company.
_PART = regex(r"(?:(?:At|In|For|Within|On)\s(?P<where>[^,.;$]{1,60}),|(?P<name>[A-Z][^,.:;$\d]{1,70}):)\s")
_CAPITAL = regex(r"\b[A-Z][\w&'-]*")
_ATTRIBUTABLE = regex(r"(?<=income|..loss)\sattributable\sto\s((?:[\w&.,'-]+\s){1,8}?)(?=(?:of|was|for|in)\s)", re.IGNORECASE)
_OWNERS = frozenset(
    {"the", "company", "company's", "common", "stockholders", "shareholders", "shareowners", "stock", "inc", "corp", "corporation", "co"}
)
RELATIVE = frozenset({"same", "year_ago", "previous"})
# What "compared with $5 million" means when nothing else is said.
_YEAR_BEFORE = Phrase(0, 0, relation="year_ago")


class Reading(Struct, frozen=True):
    """A figure with its measure; ``phrase`` names its period (its ``index``-th), relative to ``base`` where that is relative.
    ``compared`` where the sentence sets it against another; ``inexact`` for "more than" and where the period goes without saying;
    ``other`` where no table knows the measure."""

    figure: FigureToken
    measure: str
    period: str
    phrase: Phrase | None
    index: int
    base: Phrase | None
    compared: bool
    qualifiers: tuple[str, ...] = ()
    inexact: bool = False
    other: bool = False


def read_sentence(text: str, names: frozenset[str]) -> list[Reading]:
    """What a sentence states. ``names`` are the words of the registrant's name in lower case, empty where it is not known."""
    text = _TITLE.sub(_blank, text)
    if "%" in text or "percent" in text.lower() or "(includ" in text.lower():
        text = _RATIO.sub(_blank, text)
    if names and " attributable to " in text:
        text = _ATTRIBUTABLE.sub(lambda match: " " * len(match[0]) if _all_own(match[1], names) else match[0], text)
    found = tokens(text)
    if not any(isinstance(token, MeasureToken) for token in found) or _is_of_part(text, names):
        return []
    return list(_readings(walk(text, found, names)))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _is_of_part(text: str, names: frozenset[str]) -> bool:
    """Whether a sentence begins with the name of a place or a business."""
    part = _PART.match(text)
    if part is None:
        return False
    if part["name"]:
        return is_foreign(part["name"], names)
    words = (word.lower().removesuffix("'s") for word in _CAPITAL.findall(part["where"]))
    return not all(word in word_list("capital") or word in names for word in words)


def _all_own(words: str, names: frozenset[str]) -> bool:
    """Whether words name nobody but the registrant, and its name they do name."""
    said = [word.strip(".,").removesuffix("'s").rstrip("'") for word in words.lower().split()]
    return any(word in names for word in said) and all(word in names or word in _OWNERS for word in said)


def _readings(segments: Sequence[Segment]) -> Iterator[Reading]:
    own = (phrase for segment in segments if not segment.compared for phrase in segment.phrases)
    base = next((phrase for phrase in own if not phrase.instant and phrase.relation not in RELATIVE), None)
    for position, segment in enumerate(segments):
        lists = _list_lengths(segment.stated)
        for stated in segment.stated:
            phrase = _phrase_of(segment, stated) or _inherited(segments, position, stated)
            length = lists[id(stated)]
            if not _fits(phrase, base, length):
                continue
            implied = phrase is None and segment.compared and stated.measure.period != "instant"
            if phrase is None and segment.compared:
                phrase = _YEAR_BEFORE
            since = base
            if phrase is not None and stated.measure.period == "instant" and phrase.relation == "year_ago" and segment.compared:
                since = _first_day(segments)
            words = stated.figure.qualifiers or stated.measure.qualifiers
            other = stated.measure.period == "other"
            period = "duration" if other else stated.measure.period
            yield Reading(
                stated.figure,
                stated.measure.measure,
                period,
                phrase,
                stated.index,
                since,
                segment.compared,
                words,
                stated.inexact or implied,
                other,
            )


def _first_day(segments: Sequence[Segment]) -> Phrase | None:
    """The day that a balance "a year earlier" is counted from."""
    own = (phrase for segment in segments if not segment.compared for phrase in segment.phrases)
    return next((phrase for phrase in own if phrase.instant and phrase.count == 1), None)


def _fits(phrase: Phrase | None, base: Phrase | None, length: int) -> bool:
    """Whether a list has a figure for each period of its phrase; "the same periods in 1996" are as many as those of the sentence."""
    if phrase is None:
        return length == 1
    alike = base is not None and len(base.lengths) == length and phrase.count == 1 and not (phrase.months or phrase.weeks)
    return phrase.count == length or alike


def _list_lengths(stated: Sequence[Stated]) -> dict[int, int]:
    """By figure: how many stand in its list."""
    lengths: dict[int, int] = {}
    run: list[Stated] = []
    for item in stated:
        if (run and item.index < run[-1].index) or (run and item.index == 0 and item.figure.kind == run[0].figure.kind):
            lengths.update((id(member), max(m.index for m in run) + 1) for member in run)
            run = []
        run.append(item)
    lengths.update((id(member), max(m.index for m in run) + 1) for member in run)
    return lengths


def _phrase_of(segment: Segment, stated: Stated) -> Phrase | None:
    """The period of a figure: of its kind, in its part of the sentence; of several the one behind it, else the one before."""
    instant = stated.measure.period == "instant"
    fitting = [phrase for phrase in segment.phrases if phrase.instant == instant]
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    behind = [phrase for phrase in fitting if phrase.start >= stated.figure.after]
    between = [phrase for phrase in fitting if stated.measure.start < phrase.start < stated.figure.start]
    chosen = between[-1:] or behind[:1]
    return chosen[0] if chosen else None


def _inherited(segments: Sequence[Segment], position: int, stated: Stated) -> Phrase | None:
    """A part without a period of its own has that of the next or the last part of its kind."""
    own = segments[position]
    near = [*segments[position + 1 :], *reversed(segments[:position])]
    for segment in near:
        if segment.compared == own.compared:
            phrase = _phrase_of(segment, stated)
            if phrase is not None:
                return phrase
    return None
