"""Good reports made of the truths of the corpus: nothing of them was converted by us.

A truth lists what a filing states; here its facts become a `Report` of our taxonomy (a line without a standard concept, or whose period
or unit does not fit it, gets a concept of its own), with the sums that its statements print as the calculation linkbase.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from converter.arithmetic import SumRow, find_sums
from converter.model import (
    SHARES,
    USD,
    CalculationSum,
    Concept,
    Entity,
    ExtensionConcept,
    Fact,
    Period,
    Report,
    Unit,
    currency_unit,
    per_share,
)
from converter.taxonomy import load_taxonomy
from converter.write.sums import holding_sums

_TYPES = {"shares": "shares", "pure": "pure"}
_EARNED = ("gaap:NetIncomeLoss", "gaap:ProfitLoss")
Rows = dict[tuple[str, str, str], list[Fact]]


def truths(corpus: Path, parts: Sequence[str] = ("fsds", "gold", "modern")) -> Iterator[tuple[str, dict[str, Any]]]:
    """(part/id, truth) of all truths that list every number of the primary statements."""
    for part in parts:
        for path in sorted((corpus / part / "truth").glob("*.json")):
            truth = json.loads(path.read_text("utf-8"))
            if truth.get("complete") and truth.get("facts"):
                yield f"{part}/{path.stem}", truth


def chosen(corpus: Path, count: int) -> list[tuple[str, dict[str, Any]]]:
    """``count`` truths, spread evenly over the parts."""
    every = list(truths(corpus))
    return [every[number * len(every) // count] for number in range(count)]


def report_of(truth: Mapping[str, Any], stem: str = "truth") -> Report:
    """The truth's facts as a good report."""
    made = _Made(truth)
    made.read()
    report = Report(
        stem=stem,
        entity=Entity("http://www.sec.gov/CIK", str(truth.get("cik") or "0000000001").zfill(10)),
        facts=tuple(made.facts.values()),
        namespaces={"x": f"https://filing2xbrl.org/filing/{sha256(stem.encode()).hexdigest()[:16]}", "cik": "http://www.sec.gov/CIK"},
        concepts=made.concepts,
        extensions=tuple(made.extensions.values()),
    )
    report = replace(report, calculations=tuple(printed_sums(made.rows, made.concepts)))
    return replace(report, calculations=tuple(holding_sums(report)[0]))


@dataclass
class _Made:
    truth: Mapping[str, Any]
    facts: dict[tuple[str, Period, Unit], Fact] = field(default_factory=dict)
    concepts: dict[str, Concept] = field(default_factory=dict)
    extensions: dict[str, ExtensionConcept] = field(default_factory=dict)
    rows: Rows = field(default_factory=dict)
    """(statement, label, concept) to its facts, in the order of the truth."""

    def read(self) -> None:
        common = _common_decimals([str(item["value"]) for item in self.truth["facts"] if item["unit"] == "USD"])
        for number, item in enumerate(self.truth["facts"], 1):
            unit, period = _unit(str(item.get("unit"))), _period(item)
            if unit is None or period is None:
                continue
            concept = self._concept(item, period, unit)
            value = str(item["value"])
            decimals = min(common, 0) if unit.numerator.startswith("iso4217:") and not unit.denominator else _places(value, unit)
            fact = Fact(f"f{number}", concept.name, period, value, unit, decimals, statement=item.get("statement"))
            kept = self.facts.setdefault((concept.name, period, unit), fact)
            self.rows.setdefault((item.get("statement", ""), item.get("label", ""), concept.name), []).append(kept)

    def _concept(self, item: Mapping[str, Any], period: Period, unit: Unit) -> Concept:
        name = str(item.get("concept") or "").replace("us-gaap:", "gaap:")
        standard = load_taxonomy().concept(name)
        kind = "perShare" if unit.denominator else _TYPES.get(str(item["unit"]), "monetary")
        if standard is not None and standard.type == kind and (standard.period_type == "instant") == period.is_instant:
            self.concepts[name] = standard
            return standard
        key = f"{item.get('statement')}|{item.get('label')}|{name}|{kind}|{period.is_instant}"
        own = f"x:Line{sha256(key.encode()).hexdigest()[:10]}"
        concept = Concept(own, kind, "instant" if period.is_instant else "duration")
        self.concepts[own] = concept
        self.extensions[own] = ExtensionConcept(concept, str(item.get("label") or own))
        return concept


def _unit(text: str) -> Unit | None:
    if text == "shares":
        return SHARES
    currency, slash, below = text.partition("/")
    if len(currency) != 3 or not currency.isupper() or (slash and below != "shares"):
        return None
    of = USD if currency == "USD" else currency_unit(currency)
    return per_share(of) if slash else of


def _period(item: Mapping[str, Any]) -> Period | None:
    try:
        if item.get("instant"):
            return Period(None, date.fromisoformat(item["instant"]))
        return Period(date.fromisoformat(item["start"]), date.fromisoformat(item["end"]))
    except (KeyError, TypeError, ValueError):
        return None


def _common_decimals(values: list[str]) -> int:
    """What the digits of nearly all amounts allow."""
    zeros = [len(value) - len(value.rstrip("0")) for value in values if "." not in value and value.strip("-0")]
    return -next((places for places in (6, 5, 3) if zeros and sum(count >= places for count in zeros) >= 0.95 * len(zeros)), 0)


def _places(value: str, unit: Unit) -> int:
    printed = len(value.partition(".")[2])
    return max(printed, 2) if unit.denominator else printed


def printed_sums(rows: Rows, concepts: Mapping[str, Concept]) -> Iterator[CalculationSum]:
    """The sums that the statements print, found by their numbers alone; one for each statement and total."""
    seen: set[tuple[str, str]] = set()
    for statement, (total, _), weighted in _proofs(rows, concepts):
        parts = {name: weight for (name, _), weight in weighted}
        legal = all(_is_legal(weight, concepts[total], concepts[name]) for name, weight in parts.items())
        if len(parts) == len(weighted) and total not in parts and (statement, total) not in seen and legal:
            seen.add((statement, total))
            yield CalculationSum(statement, total, tuple(parts.items()))


def inside_sums(truth: Mapping[str, Any]) -> frozenset[str]:
    """Ids of the facts that a sum proves which the filing prints: totals that are not nothing, and their parts."""
    made = _Made(truth)
    made.read()
    found: set[str] = set()
    for _, (_, total), weighted in _proofs(made.rows, made.concepts):
        for fact in total:
            if fact.value and fact.value.strip("-0."):
                found.add(fact.id)
                found.update(part.id for (_, facts), _ in weighted for part in facts if part.period == fact.period)
    return frozenset(found)


Line = tuple[str, list[Fact]]


def _proofs(rows: Rows, concepts: Mapping[str, Concept]) -> Iterator[tuple[str, Line, list[tuple[Line, int]]]]:
    """(statement, line of the total, lines of the parts with their weights) of the sums that hold in all columns."""
    for statement in dict.fromkeys(key[0] for key in rows):
        of = [(key[2], facts) for key, facts in rows.items() if key[0] == statement and facts[0].unit != SHARES]
        periods = list(dict.fromkeys(fact.period for _, facts in of for fact in facts))
        signs = [_printed_sign(statement, concepts[name]) for name, _ in of]
        lines = [SumRow(tuple(_integer(facts, period, sign) for period in periods)) for (_, facts), sign in zip(of, signs, strict=True)]
        for proof in find_sums(lines, statement == "income"):
            if proof.broken is None:
                yield statement, of[proof.total], [(of[part], weight * signs[part] * signs[proof.total]) for part, weight in proof.parts]


def _printed_sign(statement: str, concept: Concept) -> int:
    """Whether a cash flow prints a concept's positive value as one that is taken away."""
    return -1 if statement == "cashflow" and concept.balance == "credit" and concept.name not in _EARNED else 1


def _integer(facts: list[Fact], period: Period, sign: int) -> int | None:
    value = next((fact.value for fact in facts if fact.period == period), None)
    return None if value is None or "." in value else sign * int(value)


def _is_legal(weight: int, total: Concept, part: Concept) -> bool:
    """XBRL 2.1, 5.1.1.2."""
    return not total.balance or not part.balance or (weight > 0) == (total.balance == part.balance)


def summed(report: Report) -> frozenset[str]:
    """The concepts inside the report's sums."""
    return frozenset(name for each in report.calculations for name in (each.total, *(part for part, _ in each.parts)))
