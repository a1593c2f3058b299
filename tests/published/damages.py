"""Twenty ways to damage a report in xBRL-JSON that its JSON Schema must notice, whoever's validator reads it.

Each changes a parsed report in place; facts are told by their concept, so that any report of a quarter serves.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

Report: TypeAlias = dict[str, Any]
Damage: TypeAlias = Callable[[Report], object]

_MONEY, _FLOW, _PER_SHARE, _TEXT = "gaap:Assets", "gaap:NetIncomeLoss", "gaap:EarningsPerShareBasic", "dei:EntityRegistrantName"


def _fact(report: Report, concept: str) -> dict[str, Any]:
    fact: dict[str, Any] = next(each for each in report["facts"].values() if each["dimensions"]["concept"] == concept)
    return fact


def _value(concept: str, value: object) -> Damage:
    return lambda report: _fact(report, concept).update(value=value)


def _dimension(concept: str, name: str, value: object) -> Damage:
    return lambda report: _fact(report, concept)["dimensions"].update({name: value})


def _without(concept: str, *path: str) -> Damage:
    def damage(report: Report) -> None:
        *outer, last = path
        inner = _fact(report, concept)
        for name in outer:
            inner = inner[name]
        del inner[last]

    return damage


DAMAGES: dict[str, Damage] = {
    "no documentInfo": lambda report: report.pop("documentInfo"),
    "facts are a list": lambda report: report.update(facts=list(report["facts"].values())),
    "a namespace of ours bound to something else": lambda report: report["documentInfo"]["namespaces"].update(gaap="urn:other"),
    "no taxonomy": lambda report: report["documentInfo"].update(taxonomy=[]),
    "a key that no report has": lambda report: report.update(fact={}),
    "an id that is no name": lambda report: report["facts"].update({"1 2": _fact(report, _MONEY)}),
    "money in words": _value(_MONEY, "plenty"),
    "money with thousands separators": _value(_MONEY, "1,000"),
    "a value that is a number of JSON": _value(_MONEY, 1000),
    "decimals in quotes": lambda report: _fact(report, _MONEY).update(decimals="-3"),
    "a number without decimals": _without(_MONEY, "decimals"),
    "money without a unit": _without(_MONEY, "dimensions", "unit"),
    "money in shares": _dimension(_MONEY, "unit", "xbrli:shares"),
    "money per nothing where it should be per share": _dimension(_PER_SHARE, "unit", "iso4217:USD"),
    "a balance over a span": _dimension(_MONEY, "period", "1998-01-01T00:00:00/1998-07-01T00:00:00"),
    "a flow at one moment": _dimension(_FLOW, "period", "1998-07-01T00:00:00"),
    "a concept that is not in the taxonomy": _dimension(_MONEY, "concept", "gaap:Asets"),
    "text with a unit": _dimension(_TEXT, "unit", "iso4217:USD"),
    "a place without its kind": lambda report: _fact(report, _MONEY)["f2x:source"][0].pop("kind"),
    "a checksum that is none": lambda report: report["f2x:input"].update(sha256=0),
}
