"""Periods, transformations, keys and prefixes on their own."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.load.aspects import Fault, Prefixes, parse_period
from converter.load.csv_period import oim_period
from converter.load.json_text import parse_json
from converter.load.log import Log, codes
from converter.load.names import ISO4217, Names
from converter.load.transforms import UNKNOWN, transform
from converter.model import FOREVER, Entity, Period, Unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, FOREVER),
        ("2001-01-01T00:00:00", Period(None, date(2000, 12, 31))),
        ("2000-01-01T00:00:00/2001-01-01T00:00:00", Period(date(2000, 1, 1), date(2000, 12, 31))),
        ("2001-01-01T00:00:00/2001-01-01T00:00:00", Period(None, date(2000, 12, 31))),
        ("2001-01-01T00:00:00.0Z", Period(None, date(2000, 12, 31))),
    ],
)
def test_periods(text: str | None, expected: Period) -> None:
    assert parse_period(text) == expected


@pytest.mark.parametrize("text", ["", "2001", "2001-13-01T00:00:00", "0001-01-01T00:00:00", "2001-01-02T00:00:00/2001-01-01T00:00:00", "/"])
def test_no_periods(text: str) -> None:
    found = parse_period(text)
    assert isinstance(found, Fault)
    assert found.code == "oim.period"


@given(st.dates(min_value=date(2, 1, 1), max_value=date(9998, 12, 31)), st.integers(0, 4000))
def test_periods_come_back(end: date, days: int) -> None:
    from datetime import timedelta

    start = None if days == 0 or end.toordinal() - days < 1 else end - timedelta(days=days - 1)
    assert parse_period(Period(start, end).oim()) == Period(start, end)


PREFIXES = Prefixes({"m": ISO4217, "c": "http://www.sec.gov/CIK", "s": "urn:s"}, {"m": "iso4217", "c": "c", "s": "s"})


def test_prefixes_are_the_reports() -> None:
    assert PREFIXES.unit("m:USD") == Unit("iso4217:USD")
    assert PREFIXES.unit("(m:USD*s:hour)/s:day") == Unit("iso4217:USD*s:hour", "s:day")
    assert PREFIXES.entity("c:1") == Entity("http://www.sec.gov/CIK", "1")
    assert PREFIXES.entity(None) == Entity("https://xbrl.org/2021/entities", "NA")
    for wrong in ("m:USD*s:hour", "(s:a*m:b)", "(m:USD)", "m:USD/", "/m:USD", "m:", "x:y", ""):
        assert isinstance(PREFIXES.unit(wrong), Fault), wrong


def test_a_namespace_has_one_prefix() -> None:
    names = Names()
    assert names.prefix("urn:a", "p") == "p"
    assert names.prefix("urn:a", "q") == "p"
    assert names.prefix("urn:b", "p") == "p2"
    assert names.prefix(ISO4217, "money") == "iso4217"
    assert names.prefix("urn:c", "gaap") == "gaap2"
    assert names.used() == {"p": "urn:a", "p2": "urn:b", "iso4217": ISO4217, "gaap2": "urn:c"}


@pytest.mark.parametrize(
    ("cell", "specifier", "expected"),
    [
        ("2021", "", "2021-01-01T00:00:00/2022-01-01T00:00:00"),
        ("2021-12", "", "2021-12-01T00:00:00/2022-01-01T00:00:00"),
        ("2021Q3", "", "2021-07-01T00:00:00/2021-10-01T00:00:00"),
        ("2021H2", "", "2021-07-01T00:00:00/2022-01-01T00:00:00"),
        ("2021W1", "", "2021-01-04T00:00:00/2021-01-11T00:00:00"),
        ("2021-02-03", "", "2021-02-03T00:00:00/2021-02-04T00:00:00"),
        ("2021-01-01..2021-03-31", "", "2021-01-01T00:00:00/2021-04-01T00:00:00"),
        ("2021", "start", "2021-01-01T00:00:00"),
        ("2021", "end", "2022-01-01T00:00:00"),
        ("2021-01-01T00:00:00/2022-01-01T00:00:00", "end", "2022-01-01T00:00:00"),
        ("2021-01-01T00:00:00", "end", "2021-01-01T00:00:00"),
        ("2021-13", "", "2021-13"),
        ("2021W60", "", "2021W60"),
        ("soon", "", "soon"),
        ("2021..soon", "", "2021..soon"),
        ("2021Q1..2021Q2", "", "2021Q1..2021Q2"),
    ],
)
def test_short_periods(cell: str, specifier: str, expected: str) -> None:
    assert oim_period(cell, specifier) == expected


REGISTRY = "http://www.xbrl.org/inlineXBRL/transformation/"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("num-dot-decimal", "1,234.5", "1234.5"),
        ("num-dot-decimal", "1.234,5", None),
        ("num-dot-decimal", "", None),
        ("num-dot-decimal", "5.", None),
        ("num-dot-decimal", "1'234", None),
        ("num-dot-decimal-apos", "1'234.5", "1234.5"),
        ("num-dot-decimal", "1,2,3 4.5 6", "1234.56"),
        ("numdotdecimal", "1,2,34", None),
        ("zerodash", "-", "0"),
        ("zerodash", "x", None),
        ("numcommadecimal", "1.234,5", "1234.5"),
        ("num-comma-decimal", "x", None),
        ("num-unit-decimal", "5 dollars 7 cents", "5.07"),
        ("num-unit-decimal", "5", None),
        ("fixed-zero", "--", "0"),
        ("fixed-true", "x", "true"),
        ("fixed-empty", "n/a", ""),
        ("date-monthname-day-year-en", "December 31, 1997", "1997-12-31"),
        ("date-month-day-year", "12/31/97", "2097-12-31"),
        ("date-day-month-year", "31.12.1997", "1997-12-31"),
        ("date-monthname-day-en", "December 31", "--12-31"),
        ("date-monthname-year-en", "Dec. 1997", "1997-12"),
        ("date-month-day-year", "13/41/97", None),
        ("date-month-day-year", "soon", None),
        ("date-monthname-day-year-en", "Lamp 3, 1997", None),
        ("numwordsen", "two hundred and five thousand thirty-one", "205031"),
        ("numwordsen", "none", "0"),
        ("numwordsen", "many", None),
        ("numwordsen", "", None),
        ("durday", "thirty", "P30D"),
        ("durmonth", "18", "P18M"),
        ("duryear", "many", None),
    ],
)
def test_transformations(name: str, text: str, expected: str | None) -> None:
    version = "2022-02-16" if "-" in name else "2015-02-26"
    sec = name.startswith(("dur", "numwords"))
    known = transform("http://www.sec.gov/inlineXBRL/transformation/2015-08-31" if sec else f"{REGISTRY}{version}", name)
    assert known is not None
    assert known(text) == expected


@pytest.mark.parametrize(
    ("namespace", "name"),
    [(f"{REGISTRY}2022-02-16", "numdotdecimal"), (f"{REGISTRY}2015-02-26", "num-dot-decimal"), (f"{REGISTRY}2099-01-01", "fixed-zero"),
     ("", "fixed-zero"), ("http://www.w3.org/1999/xhtml", "fixed-zero")],
)  # fmt: skip
def test_no_registry_has_it(namespace: str, name: str) -> None:
    assert transform(namespace, name) is None


def test_transformations_that_are_not_known_here() -> None:
    assert transform(f"{REGISTRY}2022-02-16", "date-day-monthname-year-fi") is UNKNOWN
    assert transform("https://example.com/formats", "roman") is UNKNOWN


@pytest.mark.parametrize(
    "text", ['{"a":1,"a":2}', '{"a":1,"a" :2}', '{"b":{"a":1,"a":2}}', '{"a":1,"\\u0061":2}', '{"a\\u0022":1,"a\\"":2}']
)
def test_a_key_twice(text: str) -> None:
    log = Log()
    parse_json(text.encode(), log, "x")
    assert log.counts == {"json.key-twice": 1}


@given(
    st.recursive(st.none() | st.booleans() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20)
)
def test_no_key_twice(value: object) -> None:
    import json

    for text in (json.dumps(value), json.dumps(value, indent=2, separators=(",", " : ")), json.dumps(value, ensure_ascii=False)):
        log = Log()
        try:
            data = text.encode()
        except UnicodeEncodeError:
            continue
        assert parse_json(data, log, "x") == value
        assert log.counts == {}


def test_every_code_says_what_to_do() -> None:
    for code in codes().values():
        assert code.title
        assert code.hint
        assert code.severity in ("error", "warning", "info")


def test_spots_of_facts() -> None:
    import lamp

    from converter.load.locate import fact_spots

    for text in (lamp.json_text(), lamp.INSTANCE):
        found = fact_spots(text.encode(), {"assets", "title", "not there", "\ud800"})
        assert set(found) == {"assets", "title"}
        for ident, spot in found.items():
            assert f'"{ident}"' in spot.excerpt
            assert f'"{ident}"' in text.splitlines()[spot.line - 1]
            assert spot.excerpt[0] in '"<'
    assert fact_spots(b"{}", ()) == {}
    assert fact_spots(b'{"a": {"value": "' + b"1" * 500, {"a"})["a"].excerpt.endswith(" ...")
