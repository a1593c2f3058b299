import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import samples
from msgspec.structs import replace

from converter.model import Entity, Fact, Period
from converter.model.period import FOREVER
from converter.version import __version__
from converter.write import to_json
from converter.write.jsontext import dumps

HERE = Path(__file__).resolve().parent


def test_golden(golden: Callable[[Path, str], None]) -> None:
    golden(HERE / "golden" / "moon.json", to_json(samples.small()).decode().replace(__version__, "VERSION"))


def test_the_same_report_gives_the_same_bytes() -> None:
    assert to_json(samples.small()) == to_json(samples.small())


def test_properties_are_declared_and_complete() -> None:
    document = json.loads(to_json(samples.small()))
    assert document["documentInfo"]["namespaces"]["f2x"] == "https://filing2xbrl.org/properties/2026"
    assert document["f2x:input"] == {"name": "moon.txt", "bytes": 4711, "sha256": "0123456789abcdef" * 4, "encoding": "cp1252"}
    assert [each["code"] for each in document["f2x:unmapped"] + document["f2x:ignored"] + document["f2x:findings"]] == [
        "period",
        "percent",
        "sum.differs",
    ]
    fact = document["facts"]["f1"]
    assert fact["f2x:source"] == [{"document": 0, "kind": "cell", "text": "600", "line": 12, "start": 40, "end": 43}]
    assert fact["f2x:evidence"]["confidence"] == 0.9812


def test_nil_has_no_decimals_and_pure_no_unit() -> None:
    facts = json.loads(to_json(samples.small()))["facts"]
    assert facts["f5"]["value"] is None
    assert "decimals" not in facts["f5"]
    assert "unit" not in facts["f13"]["dimensions"]


def test_others_reports_keep_their_entities_languages_and_periods() -> None:
    fact = Fact("a", "dei:EntityRegistrantName", FOREVER, "x", language="en-US", entity=Entity("urn:other", "7"))
    dimensions = json.loads(to_json(replace(samples.bare(), facts=(fact,), input=None)))["facts"]["a"]["dimensions"]
    assert dimensions == {"concept": "dei:EntityRegistrantName", "entity": "scheme:7", "language": "en-us"}


def test_the_last_day_of_the_calendar_raises_nothing() -> None:
    fact = Fact("a", "gaap:Assets", Period(None, date.max), "1")
    assert b'"period":"9999-12-31"' in to_json(replace(samples.bare(), facts=(fact,)))


def test_lone_surrogates_are_replaced() -> None:
    assert dumps({"a\ud800": ["b\udfff", 1, None]}) == '{"a\ufffd":["b\ufffd",1,null]}'.encode()


def test_one_fact_a_line() -> None:
    lines = to_json(samples.small()).decode().splitlines()
    assert sum(line.startswith('"f') and '"dimensions"' in line for line in lines) == len(samples.small().facts)
