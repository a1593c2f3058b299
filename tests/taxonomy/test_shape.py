"""The JSON Schema of reports: the reference validator, the fast one and the check by hand say the same."""

from __future__ import annotations

import copy
import json
from typing import Any

import jsonschema
import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.resources import schemas
from converter.taxonomy import NAMESPACES, load_taxonomy
from converter.taxonomy.shape import report_shape

SCHEMA = json.loads((schemas() / "report.schema.json").read_text("utf-8"))
REFERENCE = jsonschema.Draft202012Validator(SCHEMA)
FAST = jsonschema_rs.validator_for(SCHEMA)
SHAPE = report_shape()

INSTANT = "1997-01-01T00:00:00"
DURATION = f"1996-01-01T00:00:00/{INSTANT}"
AXIS, MEMBER = "gaap:StatementClassOfStockAxis", "gaap:CommonClassAMember"

Fact = dict[str, Any]


def fact(concept: str, value: str | None, period: str, unit: str = "", decimals: Any = None, **more: Any) -> Fact:
    dimensions = {"concept": concept, "entity": "cik:0000000001", "period": period, **({"unit": unit} if unit else {})}
    return {"value": value, **({} if decimals is None else {"decimals": decimals}), "dimensions": dimensions, **more}


def changed(base: Fact, **changes: Any) -> Fact:
    """A copy with dimensions (``d_...``) or members changed; ``None`` as ``...`` takes them out. ``__`` stands for a colon."""
    made = copy.deepcopy(base)
    for key, value in changes.items():
        target = made["dimensions"] if key.startswith("d_") else made
        name = key.removeprefix("d_").replace("__", ":")
        if value is ...:
            target.pop(name, None)
        else:
            target[name] = value
    return made


ASSETS = fact("gaap:Assets", "600000", INSTANT, "iso4217:USD", -3)
EPS = fact("gaap:EarningsPerShareBasic", "-0.11", DURATION, "iso4217:USD/xbrli:shares", 2)
SHARES = fact("dei:EntityCommonStockSharesOutstanding", "1000", INSTANT, "xbrli:shares", 0)
NAME = fact("dei:EntityRegistrantName", "Example Corp.", DURATION)
END = fact("dei:DocumentPeriodEndDate", "1996-12-31", DURATION)
YEAR_END = fact("dei:CurrentFiscalYearEndDate", "--12-31", DURATION)
FLAG = fact("dei:AmendmentFlag", "false", DURATION)
RATIO = fact("ex27:EXPENSE-RATIO", "0.0122", DURATION, "", 4)
OWN = fact("x:OrdersOnHand", "12", INSTANT, "iso4217:DEM", 0)
OWN_TEXT = fact("x:Remark", "none", DURATION)
PLACE = {"document": 0, "kind": "cell", "text": "600", "line": 12, "start": 40, "end": 43}
EVIDENCE = {"confidence": 0.9, "reasons": [{"text": "label", "weight": 2.5}], "alternatives": [{"concept": "gaap:Cash", "confidence": 0.1}]}

GOOD = [
    ASSETS,
    EPS,
    SHARES,
    NAME,
    END,
    YEAR_END,
    FLAG,
    RATIO,
    OWN,
    OWN_TEXT,
    changed(ASSETS, value=None, decimals=...),
    changed(ASSETS, value="-0.5"),
    changed(ASSETS, decimals=2.0),
    changed(ASSETS, d_entity="entity:000-12345"),
    changed(SHARES, **{f"d_{AXIS}": MEMBER}),
    changed(NAME, d_language="en"),
    changed(ASSETS, f2x__statement="balance_sheet", f2x__source=[PLACE], f2x__evidence=EVIDENCE),
    changed(ASSETS, f2x__source=[{"document": 1, "kind": "cover", "text": "x", "path": "/html/body"}]),
    changed(ASSETS, other__thing=[1, 2]),
    changed(ASSETS, links={}),
]

BAD = [
    changed(ASSETS, value="600,000"),
    changed(ASSETS, value="6E5"),
    changed(ASSETS, value="0600"),
    changed(ASSETS, value=".5"),
    changed(ASSETS, value="600000\n"),
    changed(ASSETS, value="\u0663"),
    changed(ASSETS, value=600000),
    changed(ASSETS, value=...),
    changed(ASSETS, value=None),
    changed(ASSETS, decimals=...),
    changed(ASSETS, decimals="-3"),
    changed(ASSETS, decimals=True),
    changed(ASSETS, decimals=0.5),
    changed(ASSETS, decimals=None),
    changed(ASSETS, d_unit=...),
    changed(ASSETS, d_unit="USD"),
    changed(ASSETS, d_unit="xbrli:shares"),
    changed(ASSETS, d_unit="iso4217:USD/xbrli:shares"),
    changed(ASSETS, d_period=DURATION),
    changed(ASSETS, d_period="1996-12-31"),
    changed(ASSETS, d_period="1996-13-01T00:00:00"),
    changed(ASSETS, d_period=...),
    changed(ASSETS, d_entity=...),
    changed(ASSETS, d_entity="cik:1"),
    changed(ASSETS, d_entity="0000000001"),
    changed(ASSETS, d_concept=...),
    changed(ASSETS, d_concept="gaap:NoSuchThing"),
    changed(ASSETS, d_concept="gaap:AssetsAbstract"),
    changed(ASSETS, d_concept="Assets"),
    changed(ASSETS, d_concept=7),
    changed(ASSETS, d_language="en"),
    changed(ASSETS, **{f"d_{AXIS}": None}),
    changed(ASSETS, d_noteId="1"),
    changed(ASSETS, dimensions=...),
    changed(ASSETS, extra=1),
    changed(ASSETS, links=[]),
    changed(ASSETS, f2x__statement="footnotes"),
    changed(ASSETS, f2x__statement=["income"]),
    changed(ASSETS, f2x__source=[]),
    changed(ASSETS, f2x__source=[{"document": 0, "kind": "cell"}]),
    changed(ASSETS, f2x__source=[{**PLACE, "line": 0}]),
    changed(ASSETS, f2x__source=[{**PLACE, "start": 1.5}]),
    changed(ASSETS, f2x__source=[{**PLACE, "column": 1}]),
    changed(ASSETS, f2x__source=[{**PLACE, "kind": "row"}]),
    changed(ASSETS, f2x__evidence={}),
    changed(ASSETS, f2x__evidence={"confidence": 1.5}),
    changed(ASSETS, f2x__evidence={"confidence": 0.5, "reasons": [{"text": "label"}]}),
    changed(ASSETS, f2x__evidence={"confidence": 0.5, "alternatives": [{"concept": "gaap:Cash", "confidence": -1}]}),
    changed(EPS, d_unit="iso4217:USD"),
    changed(EPS, d_period=INSTANT),
    changed(SHARES, d_unit="iso4217:USD"),
    changed(NAME, d_unit="xbrli:pure"),
    changed(NAME, decimals=0),
    changed(NAME, value="two\nlines"),
    changed(NAME, d_language="EN-US"),
    changed(END, value="31.12.1996"),
    changed(END, d_language="en"),
    changed(YEAR_END, value="12-31"),
    changed(FLAG, value="no"),
    changed(RATIO, d_unit="xbrli:pure"),
    changed(OWN, value="twelve"),
    changed(OWN, decimals=...),
    changed(OWN, d_language="en"),
    changed(OWN_TEXT, decimals=0),
]


def report(body: Any, ident: str = "f1") -> Any:
    info = {"documentType": "https://xbrl.org/2021/xbrl-json", "namespaces": dict(NAMESPACES), "taxonomy": ["example.xsd"]}
    return {"documentInfo": info, "facts": {ident: body}}


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert (schemas() / "report.schema.json").stat().st_size < 1_000_000


@pytest.mark.parametrize("good", GOOD, ids=str)
def test_all_three_accept_a_good_fact(good: Fact) -> None:
    assert [error.message for error in REFERENCE.iter_errors(report(good))] == []
    assert FAST.is_valid(report(good))
    assert SHAPE.explain_fact("f1", good) == ""
    assert SHAPE.fits_fact("f1", good)


@pytest.mark.parametrize("bad", BAD, ids=str)
def test_all_three_refuse_a_bad_fact(bad: Fact) -> None:
    assert not REFERENCE.is_valid(report(bad))
    assert not FAST.is_valid(report(bad))
    assert SHAPE.explain_fact("f1", bad) != ""
    assert not SHAPE.fits_fact("f1", bad)


@pytest.mark.parametrize(("ident", "good"), [("f-1.a", True), ("_1", True), ("1", False), ("a b", False), ("", False), ("a\n", False)])
def test_ids_are_ncnames(ident: str, good: bool) -> None:
    verdicts = {REFERENCE.is_valid(report(ASSETS, ident)), FAST.is_valid(report(ASSETS, ident)), SHAPE.fits_fact(ident, ASSETS)}
    assert verdicts == {good}


PIECES = st.sampled_from(
    [
        "",
        "0",
        "-0.5",
        "600",
        "abc",
        "true",
        "--12-31",
        "1996",
        "1996-12-31",
        INSTANT,
        DURATION,
        "iso4217:USD",
        "xbrli:shares",
        "en",
        "cik:0000000001",
        MEMBER,
    ]
)
ANYTHING = st.one_of(
    PIECES, st.none(), st.booleans(), st.integers(-9, 9), st.floats(allow_nan=False, allow_infinity=False), st.text(max_size=5), st.just({})
)
KEYS = st.sampled_from(
    [
        "value",
        "decimals",
        "d_concept",
        "d_entity",
        "d_period",
        "d_unit",
        "d_language",
        f"d_{AXIS}",
        "links",
        "f2x:statement",
        "f2x:source",
        "f2x:evidence",
        "x:y",
        "y",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(GOOD), st.dictionaries(KEYS, st.one_of(ANYTHING, st.just(...)), max_size=3))
def test_all_three_agree_on_damaged_facts(base: Fact, changes: dict[str, Any]) -> None:
    damaged = changed(base, **changes)
    verdicts = (REFERENCE.is_valid(report(damaged)), FAST.is_valid(report(damaged)), SHAPE.fits_fact("f1", damaged))
    assert len(set(verdicts)) == 1, (verdicts, damaged)


def test_every_concept_has_a_class() -> None:
    classes = [names["enum"] for key, names in SCHEMA["$defs"].items() if key.startswith("names-")]
    listed = [name for names in classes for name in names]
    assert sorted(listed) == sorted(load_taxonomy().concepts)


@pytest.mark.parametrize(
    "damage",
    [
        {"documentInfo": ...},
        {"facts": ...},
        {"facts": []},
        {"surprise": 1},
        {"f2x:unmapped": [{"code": "no-period"}]},
        {"f2x:findings": [{"code": "a", "severity": "fatal", "message": "m"}]},
        {"f2x:input": {"name": "a.txt", "bytes": 1, "sha256": "0", "encoding": "ascii"}},
        {"f2x:software": {"name": "filing2xbrl"}},
    ],
    ids=str,
)
def test_the_frame_of_a_report_is_checked(damage: dict[str, Any]) -> None:
    whole = report(ASSETS)
    whole["f2x:input"] = {"name": "a.txt", "bytes": 1, "sha256": "0" * 64, "encoding": "ascii"}
    whole["f2x:unmapped"] = [{"code": "no-period", "reason": "r", "label": "Cash", "place": PLACE}]
    whole["f2x:findings"] = [{"code": "a.b", "severity": "info", "message": "m", "hint": "h", "facts": ["f1"], "places": [PLACE]}]
    assert REFERENCE.is_valid(whole)
    assert FAST.is_valid(whole)
    for key, value in damage.items():
        if value is ...:
            del whole[key]
        else:
            whole[key] = value
    assert not REFERENCE.is_valid(whole)
    assert not FAST.is_valid(whole)
