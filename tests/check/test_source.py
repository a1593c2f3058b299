"""The source layer: places read back, figures compared."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

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


def test_marks_that_escape_are_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page as an OCR tool writes it: the reader sees the amount without the mark."""
    monkeypatch.setattr(f"{__name__}.LINES", [r"held by others was \$92.0 billion"])
    quoted = Place(0, "cover", "held by others was  $92.0 billion", 1, 0, 33)
    assert codes(replace(FACT, sources=(quoted,))) == []
    assert codes(replace(FACT, sources=(replace(quoted, text="held by others was  $92.1 billion"),))) == ["source.place"]


def test_of_long_texts_the_difference_is_shown() -> None:
    """The first words of both may be the same."""
    words = "the aggregate market value of the looms held by others " * 3
    fact = replace(FACT, sources=(Place(0, "cover", f"{words}was $12", 1),))
    (finding,) = check_source(Report("x", Entity("s", "1"), (fact,), {}), lambda _: f"{words}was $13 by then")
    assert "was $12' from line 1" in finding.message
    assert "was $13 by then'" in finding.message
