"""The source layer: places read back, figures compared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from converter.check import check_source, no_source
from converter.model import USD, Entity, Fact, Input, Period, Place, Report

LINES = ["Total assets    $ 1,234   1,100", "A loss of (.11) a share"]
CELL = Place(0, "cell", "1,234", 1, 18, 23)
FACT = Fact("f1", "gaap:Assets", Period(None, date(2001, 12, 31)), "1234000", USD, -3, sources=(CELL,))


def text_at(place: Place) -> str | None:
    if place.line is None or place.line > len(LINES):
        return None
    return LINES[place.line - 1][place.start : place.end]


def codes(*facts: Fact) -> list[str]:
    report = Report("x", Entity("s", "1"), facts, {})
    return [finding.code for finding in check_source(report, text_at)]


def test_what_the_filing_says() -> None:
    assert codes(FACT) == []
    assert codes(replace(FACT, value="-1234000")) == []
    assert codes(replace(FACT, value=None)) == []
    assert codes(replace(FACT, value="-0.11", sources=(Place(0, "cell", "(.11)", 2, 10, 15),))) == []
    assert codes(replace(FACT, sources=(Place(0, "sentence", "loss of (.11)", 2, 2, 15),))) == []


def test_what_it_does_not_say() -> None:
    assert codes(replace(FACT, value="1243000")) == ["source.value"]
    assert codes(replace(FACT, sources=(replace(CELL, start=19),))) == ["source.place"]
    assert codes(replace(FACT, sources=(replace(CELL, line=9),))) == ["source.place"]
    assert codes(replace(FACT, sources=(Place(0, "cell", "1,234", path="/html/body/p"),))) == ["source.place"]
    assert codes(replace(FACT, sources=(Place(0, "cell", "1,234"),))) == ["source.place"]


def test_another_filing() -> None:
    report = Report("x", Entity("s", "1"), (FACT,), {}, input=Input("a.txt", 9, "aa", "utf-8"))
    assert not check_source(report, text_at, "aa")
    (found,) = check_source(report, text_at, "bb")
    assert found.code == "source.other"
    assert "a.txt" in no_source("a.txt").message
