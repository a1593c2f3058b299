"""Our properties in instances."""

from __future__ import annotations

from datetime import date

import pytest

from converter.load.instructions import with_properties
from converter.model import USD, Entity, Fact, Period, Report

REPORT = Report("x", Entity("s", "1"), (Fact("f1", "gaap:Assets", Period(None, date(2001, 12, 31)), "1", USD, 0),), {})


def test_what_instructions_say() -> None:
    data = (
        b'<?xml version="1.0"?><?f2x-input {"name":"a.txt","bytes":5,"sha256":"00"}?>'
        b'<?f2x-fact {"id":"f1","f2x:statement":"income","f2x:source":[{"document":0,"kind":"cell","text":"1","line":3}]}?>'
        b'<?f2x-fact {"id":"f2"}?><?f2x-ignored {"code":"c","reason":"r"}?>'
    )
    found = with_properties(REPORT, data)
    assert found.input is not None
    assert found.input.name == "a.txt"
    assert found.facts[0].statement == "income"
    assert found.facts[0].sources[0].line == 3
    assert [left.code for left in found.ignored] == ["c"]


@pytest.mark.parametrize("data", [b"", b"<?f2x-fact {", b"<?f2x-fact {]?>", b"<?f2x-fact [1]?>", b"<?f2x-?>"])
def test_what_says_nothing(data: bytes) -> None:
    assert with_properties(REPORT, data) == REPORT
