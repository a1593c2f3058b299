"""The shape check and the JSON Schema give the same verdict on good facts and on damaged ones."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import jsonschema
import jsonschema_rs
import pytest
import samples

from converter.resources import schemas
from converter.taxonomy.shape import report_shape
from converter.write import to_json
from converter.write.xbrl_json import fact_objects

Body = dict[str, Any]

ODD: tuple[Any, ...] = (None, True, 0, 1, -1, 1.0, 1.5, "", "x", "a:b", "a:b c", "-1", [], ["x"], [{}], {}, {"a": 1}, "1\n", "\u0661")
VALUES = (
    "1",
    "-1",
    "0",
    "-0",
    "00",
    "01",
    "1.0",
    "1.",
    ".5",
    "1e5",
    "1,000",
    " 1",
    "1 ",
    "+1",
    "NaN",
    "INF",
    "true",
    "1",
    "--02-30",
    "2001-02-31",
    "2001",
)
PERIODS = (
    "2001-06-30",
    "2001-07-01T00:00:00",
    "2001-07-01T00:00:00Z",
    "2001-13-01T00:00:00",
    "2000-07-01T00:00:00/2001-07-01T00:00:00",
    "2000-07-01T00:00:00/2001-07-01",
    "2001-07-01T00:00:00/2000-07-01T00:00:00",
    "2001-07-01T12:00:00",
)
UNITS = ("iso4217:USD", "iso4217:usd", "USD", "iso4217:USD/xbrli:shares", "xbrli:shares", "xbrli:pure", "a:b*c:d", "iso4217:USD/", "/x:y")
CONCEPTS = (
    "gaap:Assets",
    "gaap:Nonsense",
    "gaap:Revenues",
    "dei:AmendmentFlag",
    "x:Own",
    "x:",
    ":x",
    "Own",
    "us-gaap:Assets",
    "gaap:EarningsPerShareBasic",
)
IDS = ("f1", "1f", "", "a b", "a:b", "ä", "_", "a\n")


@lru_cache(maxsize=1)
def schema() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((schemas() / "report.schema.json").read_text("utf-8"))
    return loaded


@lru_cache(maxsize=1)
def fast() -> Any:
    return jsonschema_rs.validator_for(schema())


@lru_cache(maxsize=1)
def frame() -> Body:
    document: Body = json.loads(to_json(samples.bare()))
    return document


def document(ident: str, body: Body) -> Body:
    return {**frame(), "facts": {ident: body}}


def mutants(body: Body) -> Iterator[Body]:
    """Each key of each object, at any depth, dropped, replaced, and added to; and the strings that matter in all their spellings."""
    for path in paths(body):
        for change in changes(path, body):
            mutant = copy.deepcopy(body)
            change(mutant)
            yield mutant


def paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(value, dict | list):
        yield path
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from paths(item, (*path, key))


def changes(path: tuple[Any, ...], body: Body) -> Iterator[Any]:
    here = at(body, path)
    keys = list(here) if isinstance(here, dict) else range(len(here))
    for key in keys:
        yield lambda mutant, key=key: at(mutant, path).pop(key)
        special = {"value": VALUES, "period": PERIODS, "unit": UNITS, "concept": CONCEPTS}.get(key, ())
        for odd in (*ODD, *special):
            yield lambda mutant, key=key, odd=odd: at(mutant, path).__setitem__(key, odd)
    if isinstance(here, dict):
        for new in ("extra", "f2x:extra", "a:b", "unit", "decimals", "language", "period", "line", "alternatives", "f2x:source"):
            for odd in (*ODD, "en", *UNITS[:4]):
                yield lambda mutant, new=new, odd=odd: at(mutant, path).__setitem__(new, odd)


def at(value: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        value = value[key]
    return value


def cases() -> Iterator[tuple[str, Body]]:
    report = samples.small()
    for fact, body in zip(report.facts, fact_objects(report), strict=True):
        yield fact.id, body
        yield from ((ident, body) for ident in IDS)
        yield from ((fact.id, mutant) for mutant in mutants(body))


def test_the_good_report_fits_both() -> None:
    whole = json.loads(to_json(samples.small()))
    jsonschema.Draft202012Validator(schema()).validate(whole)
    shape = report_shape()
    assert [shape.explain_fact(ident, body) for ident, body in whole["facts"].items()] == [""] * len(whole["facts"])


def test_the_fast_check_agrees_with_the_schema() -> None:
    shape, total, refused, differ = report_shape(), 0, 0, []
    for ident, body in cases():
        total += 1
        verdict = shape.fits_fact(ident, body)
        refused += not verdict
        if verdict != fast().is_valid(document(ident, body)):
            differ.append((ident, body))
    assert total > 5000
    assert refused > 2000
    assert not differ, f"{len(differ)} of {total}, the first: {differ[0]}"


def test_the_reference_agrees_with_the_fast_validator() -> None:
    reference = jsonschema.Draft202012Validator(schema())
    for number, (ident, body) in enumerate(cases()):
        if number % 97 == 0:
            assert reference.is_valid(document(ident, body)) == fast().is_valid(document(ident, body)), body


@pytest.mark.parametrize("key", ["f2x:input", "f2x:software", "f2x:unmapped", "f2x:ignored", "f2x:findings", "documentInfo"])
def test_the_schema_knows_the_rest_of_the_report(key: str) -> None:
    whole = json.loads(to_json(samples.small()))
    damaged = {"code": 1} if isinstance(whole[key], dict) else [{"code": 1}]
    assert fast().is_valid(whole)
    assert not fast().is_valid({**whole, key: damaged})
