"""Every rule has a passing and a failing example in ``cases/*.json``: a newcomer adds one there, without Python.

A case: ``rule``, the facts that ``pass`` and those that ``fail``; beside them ``concepts`` (name to type and period, where they are not
of our taxonomy), ``calculations`` (total to its parts), ``allowed_duplicates`` and ``entity``. A fact is concept, value, period (a day, or
start/end), unit (USD, USD/shares, shares, pure), decimals, dimensions, language, entity, statement, and what its source ``printed``.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from converter.check import Options, check, rules
from converter.model import FOREVER, CalculationSum, Concept, Entity, Fact, Period, Place, Report, Unit
from converter.taxonomy import load_taxonomy

CASES = [case for path in sorted((Path(__file__).parent / "cases").glob("*.json")) for case in json.loads(path.read_text("utf-8"))]
UNITS = {
    "USD": Unit("iso4217:USD"),
    "DEM": Unit("iso4217:DEM"),
    "QQQ": Unit("iso4217:QQQ"),
    "shares": Unit("xbrli:shares"),
    "pure": Unit("xbrli:pure"),
    "USD/shares": Unit("iso4217:USD", "xbrli:shares"),
}
CIK = "http://www.sec.gov/CIK"


def _period(text: str | None) -> Period:
    if text is None:
        return FOREVER
    start, _, end = text.rpartition("/")
    return Period(date.fromisoformat(start) if start else None, date.fromisoformat(end))


def _fact(number: int, raw: dict[str, Any]) -> Fact:
    return Fact(
        id=f"f{number}",
        concept=raw["concept"],
        period=_period(raw.get("period", "2001-12-31")),
        value=raw["value"],
        unit=UNITS[raw["unit"]] if "unit" in raw else None,
        decimals=raw.get("decimals"),
        dimensions=tuple(sorted(raw.get("dimensions", {}).items())),
        language=raw.get("language", ""),
        entity=Entity(CIK, raw["entity"]) if "entity" in raw else None,
        statement=raw.get("statement"),
        sources=(Place(0, "cell", raw["printed"], 1, 0, len(raw["printed"])),) if "printed" in raw else (),
    )


def _concepts(case: dict[str, Any], facts: list[Fact]) -> dict[str, Concept]:
    own = {
        name: Concept(name, **{"period_type": "instant", **of, "values": frozenset(of.get("values", ()))})
        for name, of in case.get("concepts", {}).items()
    }
    known = ((fact.concept, load_taxonomy().concept(fact.concept)) for fact in facts)
    return {name: concept for name, concept in known if concept is not None} | own


def _report(case: dict[str, Any], side: str) -> Report:
    facts = [_fact(number, raw) for number, raw in enumerate(case[side], 1)]
    return Report(
        stem="case",
        entity=Entity(CIK, case.get("entity", {}).get(side, "0000000007")),
        facts=tuple(facts),
        namespaces={},
        concepts=_concepts(case, facts),
        calculations=tuple(CalculationSum("role", total, tuple(map(tuple, of))) for total, of in case.get("calculations", {}).items()),
        allowed_duplicates=case.get("allowed_duplicates", "all"),
    )


@pytest.mark.parametrize("case", CASES, ids=[f"{case['rule']}-{number}" for number, case in enumerate(CASES)])
def test_case(case: dict[str, Any]) -> None:
    only = Options(select=(case["rule"],))
    passes, fails = check(_report(case, "pass"), only), check(_report(case, "fail"), only)
    assert passes.findings == ()
    assert {finding.code for finding in fails.findings} == {case["rule"]}
    assert all(word in fails.findings[0].message for word in case.get("says", []))
    for compared in (passes.compared, fails.compared):
        assert all(count > 0 for _, count in compared), "nothing was compared"


def test_every_rule_has_a_case() -> None:
    assert {rule.code for rule in rules()} == {case["rule"] for case in CASES}


def test_every_rule_is_documented() -> None:
    for rule in rules():
        assert rule.title.strip(), rule.code
        assert rule.hint or rule.severity == "info", rule.code
        assert rule.spec, rule.code
