"""Two reports of one company: what both give is compared."""

from __future__ import annotations

import samples
from msgspec.structs import replace

from converter.check import Shelf
from converter.model import Entity, Report

ASSETS = "gaap:Assets"


def _with(value: str, decimals: int = -3) -> Report:
    small = samples.small()
    facts = tuple(replace(fact, value=value, decimals=decimals) if fact.concept == ASSETS else fact for fact in small.facts)
    return replace(small, facts=facts)


def _codes(*reports: Report) -> list[str]:
    shelf = Shelf()
    return [finding.code for number, report in enumerate(reports) for finding in shelf.compare(report, f"report {number}")]


def test_the_same_numbers_are_right() -> None:
    shelf = Shelf()
    assert shelf.compare(samples.small(), "first") == ()
    assert shelf.compared == 0
    assert shelf.compare(_with("1000400", -2), "second") == ()
    assert shelf.compared > 5


def test_a_wrong_scale_sign_or_digit_is_a_mistake() -> None:
    for value in ("1000000000", "1000", "-1000000", "1700000"):
        assert _codes(samples.small(), _with(value)) == ["accounting.prior-filing"], value


def test_other_numbers_may_be_restated() -> None:
    shelf = Shelf()
    shelf.compare(samples.small(), "first.json")
    (found,) = shelf.compare(_with("1234000"), "second.json")
    assert (found.code, found.severity, found.facts) == ("accounting.restated", "info", ("f3",))
    assert "first.json" in found.message
    assert "1,234,000" in found.message


def test_other_companies_are_not_compared() -> None:
    assert _codes(samples.small(), replace(_with("17"), entity=Entity("http://www.sec.gov/CIK", "0000000099"))) == []
