"""Figures of sentences -> further places of statement facts, or facts of their own (conventions.md, One fact, several places)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache
from typing import TypeAlias

from msgspec import Struct

from converter.map.facts.amounts import amount
from converter.map.facts.drafts import Dimensions, Draft
from converter.map.facts.extensions import Extensions
from converter.map.tables import rules
from converter.model import SHARES, Concept, Period, Reason, SentenceFigure, Unit
from converter.patterns import regex
from converter.taxonomy import Taxonomy

_NEAR = 10
_ONLY_WITH_STATEMENTS = frozenset({"average shares"})
_TELLING = 4
_SAID = 2.2
_UNKNOWN_MEASURE = 1.5
_QUALIFIED = {"basic": "gaap:EarningsPerShareBasic", "diluted": "gaap:EarningsPerShareDiluted"}
_BOTH = "gaap:EarningsPerShareBasicAndDiluted"
_WORD = regex(r"[a-z]+")

Learned: TypeAlias = set[tuple[str, str]]
"""Measures with the concepts of the drafts that they joined."""


class _Meaning(Struct, frozen=True):
    """A concept (QName) that a measure may mean, and the sign that its words give: "net loss" is a negative net income."""

    concept: str
    negative: bool


def prose_drafts(sentences: Sequence[SentenceFigure], drafts: Sequence[Draft], taxonomy: Taxonomy, extensions: Extensions) -> list[Draft]:
    """A draft for each figure of a sentence that is understood. ``drafts`` are those of the statements.

    Where a statement has the number under a concept that the measure may mean, or in a row that bears its words, the draft joins
    that fact. A figure that is doubtful joins or gives nothing; of the others the one that contradicts a statement is left for
    `merge` to tell, and the rest are facts of their own."""
    stated = _by_unit(drafts)
    found: list[Draft] = []
    learned: Learned = set()
    of_period: dict[tuple[Unit, Period], list[Draft]] = {}
    for figure in sentences:
        near = of_period.get((figure.unit, figure.period))
        if near is None:
            told = stated.get((figure.unit, figure.period.end), ())
            near = of_period[figure.unit, figure.period] = [draft for draft in told if _same_period(draft.period, figure.period)]
        readings = _readings(figure, taxonomy)
        for meanings in readings:
            # "Basic and diluted" is two facts: what the first half joined says nothing of the second.
            drafts_of = _drafts(figure, meanings, near, learned if len(readings) == 1 else set(), extensions)
            learned.update((figure.measure, draft.concept) for draft in drafts_of)
            found.extend(drafts_of)
    return found


def _by_unit(drafts: Iterable[Draft]) -> dict[tuple[object, object], list[Draft]]:
    groups: dict[tuple[object, object], list[Draft]] = {}
    for draft in drafts:
        if draft.value is not None:
            groups.setdefault((draft.unit, draft.period.end), []).append(draft)
    return groups


def _same_period(a: Period, b: Period) -> bool:
    if a.start is None or b.start is None:
        return a.start is b.start
    return abs((a.start - b.start).days) <= _NEAR


def _readings(figure: SentenceFigure, taxonomy: Taxonomy) -> list[list[_Meaning]]:
    """What a figure may mean; "basic and diluted" is two facts, each with meanings of its own."""
    meanings = [each for each in _meanings().get(figure.measure, []) if _fits(taxonomy.concept(each.concept), figure)]
    wanted = [_QUALIFIED[word] for word in figure.qualifiers if word in _QUALIFIED]
    if figure.unit.denominator and wanted:
        return [[each for each in meanings if each.concept in (name, _BOTH)] for name in wanted]
    return [meanings]


def _fits(concept: Concept | None, figure: SentenceFigure) -> bool:
    return concept is not None and concept.type == _kind(figure) and (concept.period_type == "instant") == figure.period.is_instant


def _kind(figure: SentenceFigure) -> str:
    return "perShare" if figure.unit.denominator else "shares" if figure.unit == SHARES else "monetary"


def _drafts(
    figure: SentenceFigure, meanings: Sequence[_Meaning], near: Sequence[Draft], learned: Learned, extensions: Extensions
) -> list[Draft]:
    """Further places of what the statements say; where they say nothing of it, a fact of its own. ``learned`` are the concepts that
    other sentences showed a measure to mean in this filing ("revenues" are its finance income)."""
    agreeing = _agreeing(figure, near)
    meant = [draft for draft in agreeing if _is_meant(figure, meanings, draft)]
    joined = (
        meant
        or [draft for draft in agreeing if draft.label in figure.rows]
        or [draft for draft in agreeing if (figure.measure, draft.concept) in learned]
        or _only(figure, agreeing)
    )
    if joined:
        return [
            _draft(figure, d.concept, _sign_of(d, meanings), d.period, d.dimensions)
            for d in (joined if _is_any_share(figure) else joined[:1])
        ]
    if "doubtful" in figure.qualifiers:
        return []
    against = [each for each in meanings if any(draft.concept == each.concept and not draft.dimensions for draft in near)]
    if against:
        return _against(figure, against, near)
    if _is_any_share(figure) and any(each.concept == _BOTH and each.negative for each in meanings):
        # Options dilute no loss: it is the same for each share, said or not.
        return [_draft(figure, _BOTH, True, figure.period, ())]
    if not meanings or figure.measure in _ONLY_WITH_STATEMENTS or _is_any_share(figure):
        return [_own(figure, extensions)]
    return [_draft(figure, meanings[0].concept, meanings[0].negative, figure.period, ())]


def _is_any_share(figure: SentenceFigure) -> bool:
    """A per-share figure that is said to be neither basic nor diluted."""
    return bool(figure.unit.denominator) and not set(figure.qualifiers) & _QUALIFIED.keys()


def _against(figure: SentenceFigure, against: Sequence[_Meaning], near: Sequence[Draft]) -> list[Draft]:
    """A draft that contradicts the statements, where it is plain which of their numbers is meant."""
    if len(against) > 1 or _is_any_share(figure) or _is_of_another_size(figure, against[0], near):
        return []
    (meaning,) = against
    period = next(draft.period for draft in near if draft.concept == meaning.concept)
    return [_draft(figure, meaning.concept, meaning.negative, period, ())]


def _agreeing(figure: SentenceFigure, near: Sequence[Draft]) -> list[Draft]:
    """The drafts whose numbers round to the sentence's, signs left out of account."""
    half = Decimal(1).scaleb(-figure.decimals) / 2
    said = abs(amount(figure.number, figure.scale))
    return [draft for draft in near if draft.value is not None and abs(abs(draft.value) - said) <= half]


def _only(figure: SentenceFigure, agreeing: Sequence[Draft]) -> list[Draft]:
    """The one fact with a number of so many digits that it can be no other, whatever concept it was given."""
    digits = len(figure.number.value.normalize().as_tuple().digits)
    return list(agreeing[:1]) if digits >= _TELLING and len({draft.concept for draft in agreeing}) == 1 else []


def _is_meant(figure: SentenceFigure, meanings: Sequence[_Meaning], draft: Draft) -> bool:
    """The draft's concept is one of the measure's, or its row bears the measure's words and nothing else to speak of."""
    if any(draft.concept == each.concept for each in meanings):
        return True
    if figure.unit.denominator or draft.concept.startswith("gaap:"):
        return False
    mine, theirs = _words(figure.measure), _words(draft.label)
    return bool(mine) and mine <= theirs and len(theirs) <= len(mine) + 1


def _words(text: str) -> frozenset[str]:
    return frozenset(word.rstrip("s") for word in _WORD.findall(text.lower())) - {"and", "net", "total", "of", "the"}


def _sign_of(draft: Draft, meanings: Sequence[_Meaning]) -> bool:
    """Negative as the words say, for a concept that they say it of; else as the statement has it."""
    said = next((each.negative for each in meanings if draft.concept == each.concept), None)
    return (draft.value is not None and draft.value < 0) if said is None or not said else True


def _is_of_another_size(figure: SentenceFigure, meaning: _Meaning, near: Sequence[Draft]) -> bool:
    """A figure of half the statement's or less speaks of a part of it, one of its double or more of something else."""
    said = abs(amount(figure.number, figure.scale))
    shown = [abs(draft.value) for draft in near if draft.concept == meaning.concept and draft.value is not None]
    return not any(value and Decimal("0.5") < said / value < 2 for value in shown)


def _own(figure: SentenceFigure, extensions: Extensions) -> Draft:
    concept = extensions.concept(figure.measure, "", "prose", _kind(figure), figure.period.is_instant)
    return _draft(figure, concept, False, figure.period, (), _UNKNOWN_MEASURE)


def _draft(figure: SentenceFigure, concept: str, negative: bool, period: Period, dimensions: Dimensions, weight: float = _SAID) -> Draft:
    value = amount(figure.number, figure.scale)
    if negative:
        value = -abs(value)
    reason = Reason(f"a sentence gives it as {figure.measure!r}", weight)
    return Draft(concept, period, figure.unit, value, figure.decimals, "prose", figure.place, figure.measure, (reason,), (), dimensions)


@cache
def _meanings() -> dict[str, list[_Meaning]]:
    found = {}
    for measure, concepts in rules("measures.tsv"):
        found[measure] = [_Meaning(f"gaap:{name.removesuffix(':-')}", name.endswith(":-")) for name in concepts.split()]
    return found
