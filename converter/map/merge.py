"""One fact, several places (conventions.md): drafts of the same concept, context and unit become one fact, or one of them becomes a
finding."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct

from converter.arithmetic import BY_HAND, confidence
from converter.map.facts.amounts import as_text, power_of_ten
from converter.map.facts.drafts import ORDER, Draft
from converter.map.facts.names import fact_id
from converter.model import Evidence, Fact, Finding, LeftNumber, Reason

_RANK: dict[str, int] = {name: rank for rank, name in enumerate(ORDER)}
_AGREED = 0.58


class Merged(Struct, frozen=True):
    facts: tuple[Fact, ...]
    unmapped: tuple[LeftNumber, ...]
    findings: tuple[Finding, ...]


def merge(drafts: Iterable[Draft], least: float = 0.0) -> Merged:
    """Facts in the order of their first place. Drafts with less confidence than ``least`` become unmapped."""
    groups: dict[tuple[object, ...], list[Draft]] = {}
    for draft in drafts:
        groups.setdefault((draft.concept, draft.period, draft.unit, draft.dimensions), []).append(draft)
    facts: list[Fact] = []
    unmapped: list[LeftNumber] = []
    findings: list[Finding] = []
    ids: set[str] = set()
    weighed = _Weighed()
    for group in groups.values():
        # A dash says the least: a successor begins with nothing on the day that its predecessor ends with cash.
        ranked = sorted(group, key=lambda d: (not d.by_hand, _RANK[d.statement], not d.value)) if len(group) > 1 else group
        agreed, against = _split(ranked) if len(ranked) > 1 else (ranked, [])
        fact = _fact(agreed, ids, weighed)
        if fact.evidence is not None and fact.evidence.confidence < least:
            reason = f"confidence {fact.evidence.confidence} is below the {least} that was asked for"
            unmapped += [LeftNumber(d.place, d.label, "low-confidence", reason, d.statement) for d in agreed]
        else:
            ids.add(fact.id)
            facts.append(fact)
        for draft in against:
            unmapped.append(_contradicted(draft, ranked[0]))
            findings.append(_disagreement(draft, ranked[0], fact))
    return Merged(tuple(facts), tuple(unmapped), tuple(findings))


def agree(a: Draft, b: Draft) -> bool:
    """Whether two statements of one fact agree within the rounding of each; the sign is the first one's where another statement
    prints the number by its effect (income that a cash flow deducts)."""
    if a.value is None or b.value is None:
        return a.value == b.value
    coarse = Decimal(1).scaleb(-min(a.decimals, b.decimals))
    if a.statement != b.statement and a.value == -b.value:
        return True
    return a.value == b.value or (a.decimals != b.decimals and abs(a.value - b.value) <= coarse / 2)


def _split(ranked: Sequence[Draft]) -> tuple[list[Draft], list[Draft]]:
    """Those that agree with all before them, and the others. Equal drafts are compared once: a label may repeat a number thousands of
    times."""
    agreed: list[Draft] = []
    against: list[Draft] = []
    unlike: dict[tuple[object, ...], Draft] = {}
    for draft in ranked:
        if all(agree(draft, other) for other in unlike.values()):
            agreed.append(draft)
            unlike.setdefault((draft.value, draft.decimals, draft.statement), draft)
        else:
            against.append(draft)
    return agreed, against


class _Weighed:
    """The evidence of facts: those of one row have the same reasons, and share it."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int, str], tuple[Draft, Evidence]] = {}

    def evidence(self, agreed: Sequence[Draft]) -> Evidence:
        """What speaks for the first of the drafts, and that the others agree."""
        first = agreed[0]
        # A statement of equity takes its concepts from the balance sheet: it says nothing of them.
        others = {d.statement for d in agreed[1:]} - {first.statement, "equity"} if len(agreed) > 1 else ()
        alike = ", ".join(sorted(others, key=_RANK.__getitem__)) if others else ""
        key = id(first.reasons), id(first.alternatives), alike
        known = self._known.get(key)
        if known is None:
            # The draft is kept as well, so that no other reasons come to have the same identity.
            known = self._known[key] = first, _evidence(first, alike)
        return known[1]


def _evidence(draft: Draft, alike: str) -> Evidence:
    reasons = (*draft.reasons, Reason(f"stated alike in: {alike}", _AGREED)) if alike else draft.reasons
    return Evidence(confidence([r.weight for r in reasons]), reasons, draft.alternatives)


def _fact(agreed: Sequence[Draft], ids: set[str], weighed: _Weighed) -> Fact:
    first = agreed[0]
    best = first
    if len(agreed) > 1:
        best = max((d for d in agreed if d.value != -(first.value or 0) or d.value == first.value), key=lambda d: d.decimals)
    ident = fact_id(first.concept, first.period, first.dimensions)
    if ident in ids:
        ident = fact_id(first.concept, first.period, first.dimensions, first.unit.oim())
    return Fact(
        id=ident,
        concept=first.concept,
        period=first.period,
        value=None if best.value is None else as_text(best.value),
        unit=first.unit,
        decimals=None if best.value is None else best.decimals,
        dimensions=first.dimensions,
        statement=first.statement,
        sources=tuple(dict.fromkeys([d.place for d in agreed])) if len(agreed) > 1 else (first.place,),
        evidence=weighed.evidence(agreed),
        label=first.label if first.statement != "schedule" else "",
        heading=first.heading,
    )


def _contradicted(draft: Draft, kept: Draft) -> LeftNumber:
    return LeftNumber(
        draft.place, draft.label, "contradicted", f"{kept.label!r} ({kept.statement}) says {kept.place.text}", draft.statement
    )


def _disagreement(draft: Draft, kept: Draft, fact: Fact) -> Finding:
    name = draft.concept.partition(":")[2]
    mine, theirs = (f"{'nil' if d.value is None else f'{d.value:,f}'} in {_row_of(d)}" for d in (draft, kept))
    when = f"at {fact.period.end}" if fact.period.start is None else f"for {fact.period.start} to {fact.period.end}"
    given = [where for where in (_given_by(kept), _given_by(draft)) if where]
    if given and abs(draft.value or 0) != abs(kept.value or 0):
        from converter.map.corrections.telling import finding_of

        what = f"two rows are {name} {when}, which has but one value: {theirs} (kept) and {mine}"
        return finding_of("corrections.concept-twice", " and ".join(dict.fromkeys(given)), what, "", (kept.place, draft.place), (fact.id,))
    return Finding(
        "map.disagreement",
        "warning",
        f"{name} {when} is {theirs} and {mine}",
        _mends(draft, kept),
        (kept.place, draft.place),
        (fact.id,),
    )


def _given_by(draft: Draft) -> str:
    """The line of the corrections that speaks of a draft's row; "" where none does."""
    said = next((reason.text for reason in draft.reasons if reason.weight == BY_HAND), "")
    return said.removeprefix("corrected by ").partition(": ")[0]


def _row_of(draft: Draft) -> str:
    statement = str(draft.statement).replace("_", " ")
    return f"{statement} ({draft.label!r})" if draft.label else f"{statement} (no label)"


def _mends(draft: Draft, kept: Draft) -> str:
    """The option that mends a disagreement, by how the two differ."""
    if draft.value and kept.value and power_of_ten(draft.value, kept.value):
        return "one of the two is read at a wrong scale: --scale sets it"
    same_words = draft.label.lower() == kept.label.lower() and draft.statement == kept.statement
    also = "; --period-end where a column's date is misread" if same_words else ""
    return f"look at both places: one is misread, misprinted, or means something else; --corrections says which{also}"
