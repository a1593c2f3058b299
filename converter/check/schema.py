"""The JSON Schema layer: is a report of ours what ``schemas/report.schema.json`` says it is?

The shape check of the taxonomy room gives the verdict on facts in bulk; jsonschema, the reference, judges the rest and explains what fails.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

import orjson

from converter.model import Finding, Place
from converter.resources import schemas
from converter.taxonomy import PROPERTIES
from converter.taxonomy.shape import report_shape

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

SCHEMA_CODE = "schema.invalid"
SCHEMA_TITLE = "A report of ours that its JSON Schema refuses"
SCHEMA_HINT = "The schema is schemas/report.schema.json; was the report changed by hand?"
SCHEMA_TEXT = f"""{SCHEMA_TITLE}.

Reports that bear the properties of filing2xbrl (prefix `f2x`) are validated against `report.schema.json` (JSON Schema 2020-12):
structure, and per class of concepts the period type, unit kind and value type. Reports of others are not: they may use any taxonomy."""
_MOST_EXPLAINED = 20
_CORE = ("documentInfo", "facts")


def check_schema(data: bytes) -> tuple[Finding, ...]:
    """Findings on the bytes of an xBRL-JSON report. None for reports of others, and for what is no JSON (loading has told that)."""
    if PROPERTIES.encode() not in data:
        return ()
    try:
        document = orjson.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError:
        return ()
    if not _is_ours(document):
        return ()
    facts = document.get("facts")
    refused = _refused(facts) if isinstance(facts, dict) else {}
    frame = {**document, "facts": {}} if isinstance(facts, dict) else document
    plain = {name: value for name, value in frame.items() if name in _CORE}
    return (*_frame_findings(frame if len(frame) > len(plain) else plain), *_fact_findings(refused, plain))


def _is_ours(document: Any) -> bool:
    info = document.get("documentInfo") if isinstance(document, dict) else None
    namespaces = info.get("namespaces") if isinstance(info, dict) else None
    return isinstance(namespaces, dict) and namespaces.get("f2x") == PROPERTIES


def _refused(facts: Mapping[str, Any]) -> dict[str, Any]:
    fits = report_shape().fits_fact
    return {ident: body for ident, body in facts.items() if not isinstance(body, dict) or not fits(ident, body)}


@cache
def reference() -> Validator:
    """The schema's validator of the reference library."""
    from jsonschema import Draft202012Validator

    return Draft202012Validator(json.loads((schemas() / "report.schema.json").read_text("utf-8")))


def _frame_findings(frame: Mapping[str, Any]) -> Iterator[Finding]:
    for error in reference().iter_errors(frame):
        pointer = "".join(f"/{part}" for part in error.absolute_path)
        yield Finding(
            SCHEMA_CODE, "error", f"{pointer or '/'}: {_short(error.message)}.", SCHEMA_HINT, (Place(0, "report", pointer, path=pointer),)
        )


def _fact_findings(refused: Mapping[str, Any], frame: Mapping[str, Any]) -> Iterator[Finding]:
    for number, (ident, body) in enumerate(refused.items()):
        words = report_shape().explain_fact(ident, body) if isinstance(body, dict) else "a fact is an object"
        if number < _MOST_EXPLAINED:
            words = _explained({**frame, "facts": {ident: body}}) or words
        yield Finding(SCHEMA_CODE, "error", f"Fact {ident}: {_short(words)}.", SCHEMA_HINT, (), (ident,))


def _explained(document: Mapping[str, Any]) -> str:
    from jsonschema.exceptions import best_match

    error = best_match(error for error in reference().iter_errors(document) if "facts" in error.absolute_path)
    if error is None:
        return ""
    pointer = "/".join(str(part) for part in list(error.absolute_path)[2:])
    return f"{pointer}: {error.message}" if pointer else error.message


def _short(message: str) -> str:
    text = " ".join(message.split()).rstrip(".")
    return text if len(text) <= 300 else f"{text[:300]} ..."
