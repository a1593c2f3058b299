"""Our properties in an XBRL 2.1 instance: processing instructions ``<?f2x-fact {...}?>`` (docs/decisions/0011)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson
from msgspec.structs import replace

from converter.load.properties import read_findings, read_input, read_left, read_properties
from converter.model import Fact, Report

_START, _END = b"<?f2x-", b"?>"
_OWN = "f2x"


def with_properties(report: Report, data: bytes) -> Report:
    """The report with what the instructions of its file ``data`` say; instructions that hold no JSON object are passed over."""
    found: dict[str, list[dict[str, Any]]] = {}
    for target, content in _instructions(data):
        found.setdefault(target, []).append(content)
    if not found:
        return report
    facts = {content.get("id"): content for content in found.get("fact", ())}
    return replace(
        report,
        facts=tuple(_with_source(fact, facts.get(fact.id)) for fact in report.facts),
        input=read_input(found["input"][0]) if "input" in found else None,
        unmapped=read_left(found.get("unmapped")),
        findings=read_findings(found.get("finding")),
        ignored=read_left(found.get("ignored")),
    )


def _instructions(data: bytes) -> Iterator[tuple[str, dict[str, Any]]]:
    at = data.find(_START)
    while at >= 0:
        end = data.find(_END, at)
        if end < 0:
            return
        target, _, content = data[at + len(_START) : end].partition(b" ")
        try:
            value = orjson.loads(content)
        except orjson.JSONDecodeError:
            value = None
        if isinstance(value, dict):
            yield target.decode("ascii", "replace"), value
        at = data.find(_START, end)


def _with_source(fact: Fact, content: dict[str, Any] | None) -> Fact:
    if content is None:
        return fact
    statement, sources, evidence, label, heading, days = read_properties(content, _OWN)
    period = replace(fact.period, evidence=days) if days else fact.period
    return replace(fact, statement=statement, sources=sources, evidence=evidence, label=label, heading=heading, period=period)
