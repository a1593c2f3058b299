"""Forty ways to damage a report, each as xBRL-JSON and as an XBRL 2.1 instance. Which fact is hit is drawn anew for each report.

A way is a name and two functions: one changes the JSON document, the other the instance's tree. ``TEXTS`` are those that damage the
file's text. Some are harmless on purpose: a good validator must not cry at them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any

from lxml import etree

XBRLI = "http://www.xbrl.org/2003/instance"
LINK = "http://www.xbrl.org/2003/linkbase"
XSI_NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"
_X = f"{{{XBRLI}}}"
_NUMBERS = ("iso4217:", "xbrli:shares")


@dataclass(slots=True)
class Json:
    """An xBRL-JSON document, and the fact that is hit."""

    doc: dict[str, Any]
    chance: Random
    summed: frozenset[str]

    def pick(self, kind: str = "money") -> tuple[str, dict[str, Any]]:
        fitting = [(ident, fact) for ident, fact in self.doc["facts"].items() if _fits(_of_json(fact), kind, self.summed)]
        return self.chance.choice(fitting or list(self.doc["facts"].items()))

    def change(self, kind: str = "money", **to: Any) -> None:
        self.pick(kind)[1].update(to)

    def aspect(self, kind: str = "money", **to: Any) -> None:
        dimensions = self.pick(kind)[1]["dimensions"]
        for name, value in to.items():
            if value is None:
                dimensions.pop(name.replace("__", ":"), None)
            else:
                dimensions[name.replace("__", ":")] = value

    def value(self, change: Callable[[str], str], kind: str = "money") -> None:
        fact = self.pick(kind)[1]
        fact["value"] = change(fact["value"])

    def again(self, *others: Callable[[str], tuple[str | None, int]]) -> None:
        fact = self.pick("summed")[1]
        for number, other in enumerate(others):
            value, decimals = other(fact["value"])
            twin = {**deepcopy(fact), "value": value, "decimals": fact["decimals"] + decimals}
            if value is None:
                del twin["decimals"]
            self.doc["facts"][f"again{number}"] = twin


@dataclass(slots=True)
class Xml:
    """An instance, and the fact that is hit."""

    root: etree._Element
    chance: Random
    summed: frozenset[str]

    def pick(self, kind: str = "money") -> etree._Element:
        facts = [element for element in self.root if isinstance(element.tag, str) and not element.tag.startswith((_X, f"{{{LINK}}}"))]
        instants = {context.get("id") for context in self.root.iter(f"{_X}context") if context.find(f"{_X}period/{_X}instant") is not None}
        units = {
            unit.get("id"): "".join(f"/{measure.text}" for measure in unit.iter(f"{_X}measure"))[1:] for unit in self.root.iter(f"{_X}unit")
        }
        fitting = [
            fact
            for fact in facts
            if _fits(_of_xml(fact, units.get(fact.get("unitRef"), ""), fact.get("contextRef") in instants), kind, self.summed)
        ]
        return self.chance.choice(fitting or facts)

    def attribute(self, name: str, value: str | None, kind: str = "money") -> None:
        fact = self.pick(kind)
        if value is None:
            fact.attrib.pop(name, None)
        else:
            fact.set(name, value)

    def value(self, change: Callable[[str], str], kind: str = "money") -> None:
        fact = self.pick(kind)
        fact.text = change(fact.text or "")

    def context(self, change: Callable[[etree._Element], object], kind: str = "money") -> None:
        """Gives a fact a context of its own, changed."""
        fact = self.pick(kind)
        old = next(context for context in self.root.iter(f"{_X}context") if context.get("id") == fact.get("contextRef"))
        new = deepcopy(old)
        new.set("id", "damaged")
        change(new)
        old.addnext(new)
        fact.set("contextRef", "damaged")

    def unit(self, measure: str, kind: str = "money") -> None:
        """Gives a fact a unit of its own."""
        unit = etree.Element(f"{_X}unit", id="damaged")
        etree.SubElement(unit, f"{_X}measure").text = measure
        next(self.root.iter(f"{_X}unit")).addnext(unit)
        self.pick(kind).set("unitRef", "damaged")

    def rename(self, name: str, kind: str = "money") -> None:
        prefix, _, local = name.partition(":")
        self.pick(kind).tag = f"{{{self.root.nsmap[prefix]}}}{local}"

    def again(self, *others: Callable[[str], tuple[str | None, int]]) -> None:
        fact = self.pick("summed")
        for number, other in enumerate(others):
            value, decimals = other(fact.text or "")
            twin = deepcopy(fact)
            twin.set("id", f"again{number}")
            twin.text = value
            if value is None:
                twin.set(XSI_NIL, "true")
                del twin.attrib["decimals"]
            else:
                twin.set("decimals", str(int(fact.get("decimals", "0")) + decimals))
            fact.addnext(twin)


def _of_json(fact: dict[str, Any]) -> tuple[str, str, bool]:
    dimensions = fact["dimensions"]
    return dimensions["concept"], dimensions.get("unit", ""), "/" not in dimensions["period"]


def _of_xml(fact: etree._Element, unit: str, instant: bool) -> tuple[str, str, bool]:
    return f"{fact.prefix}:{etree.QName(fact).localname}", unit, instant


def _fits(of: tuple[str, str, bool], kind: str, summed: frozenset[str]) -> bool:
    concept, unit, instant = of
    if kind == "other":
        return not unit.startswith("iso4217:") or "/" in unit
    money = unit.startswith("iso4217:") and "/" not in unit
    return money and (
        kind == "money"
        or (kind == "summed" and concept in summed)
        or (kind == "instant" and instant)
        or (kind == "duration" and not instant)
    )


def _times(factor: int) -> Callable[[str], str]:
    return lambda value: f"{Decimal(value) * factor:f}"


def _digit(value: str) -> str:
    """The first digit changed."""
    at = next((place for place, sign in enumerate(value) if sign.isdigit() and sign != "0"), -1)
    return f"{value}1" if at < 0 else f"{value[:at]}{(int(value[at]) + 4) % 9 + 1}{value[at + 1 :]}"


def _plus(part: Decimal) -> Callable[[str], tuple[str, int]]:
    return lambda value: (f"{(Decimal(value) * (1 + part) + (part != 0)).to_integral_value():f}", 0)


def _rounded(value: str) -> tuple[str, int]:
    """The same value, said to be ten times rougher and rounded so."""
    return f"{Decimal(value).quantize(Decimal('1E7')):f}", -7


def _set_day(text: str) -> Callable[[etree._Element], None]:
    def change(context: etree._Element) -> None:
        context.find(f"{_X}period")[-1].text = text  # type: ignore[index]

    return change


def _drop(path: str) -> Callable[[etree._Element], None]:
    def change(context: etree._Element) -> None:
        found = context.find(path)
        assert found is not None
        found.getparent().remove(found)  # type: ignore[union-attr]

    return change


def _segment(axis: str, member: str) -> Callable[[etree._Element], None]:
    def change(context: etree._Element) -> None:
        segment = etree.SubElement(context.find(f"{_X}entity"), f"{_X}segment")  # type: ignore[arg-type]
        element = etree.SubElement(segment, "{http://xbrl.org/2006/xbrldi}explicitMember", dimension=axis)
        element.text = member

    return change


def _backwards(context: etree._Element) -> None:
    first, last = context.find(f"{_X}period")  # type: ignore[misc]
    first.text, last.text = last.text, first.text


def _to_kind(instant: bool) -> Callable[[etree._Element], None]:
    def change(context: etree._Element) -> None:
        period = context.find(f"{_X}period")
        assert period is not None
        day = period[-1].text
        for child in list(period):
            period.remove(child)
        for name in ("instant",) if instant else ("startDate", "endDate"):
            etree.SubElement(period, f"{_X}{name}").text = day

    return change


def _both(way: Callable[[Any], object]) -> tuple[Callable[[Json], object], Callable[[Xml], object]]:
    return way, way


Way = tuple[Callable[[Json], object], Callable[[Xml], object]]
_DAY, _NEXT = "1999-01-01T00:00:00", "1999-01-02T00:00:00"
_CLASSES, _CLASS = "gaap:StatementClassOfStockAxis", "gaap:CommonClassAMember"

WAYS: dict[str, Way] = {
    # types and values
    "text for a number": _both(lambda of: of.value(lambda value: "about " + value)),
    "separators": _both(lambda of: of.value(lambda value: f"{int(value):,}" if abs(int(value)) > 999 else "1,000")),
    "exponent": _both(lambda of: of.value(lambda value: f"{value}E0")),
    "no value": _both(lambda of: of.value(lambda value: "")),
    "a date for a number": _both(lambda of: of.value(lambda value: "1999-12-31")),
    "nil with decimals": (lambda of: of.change(value=None), lambda of: of.attribute(XSI_NIL, "true")),
    # periods
    "duration for an instant": (
        lambda of: of.aspect("instant", period=f"{_DAY}/{_NEXT}"),
        lambda of: of.context(_to_kind(False), "instant"),
    ),
    "instant for a duration": (lambda of: of.aspect("duration", period=_DAY), lambda of: of.context(_to_kind(True), "duration")),
    "impossible day": (lambda of: of.aspect(period="1999-02-30T00:00:00"), lambda of: of.context(_set_day("1999-02-30"))),
    "no date": (lambda of: of.aspect(period="Dec 31, 1999"), lambda of: of.context(_set_day("Dec 31, 1999"))),
    "period backwards": (lambda of: of.aspect("duration", period=f"{_NEXT}/{_DAY}"), lambda of: of.context(_backwards, "duration")),
    "no period": (lambda of: of.aspect(period=None), lambda of: of.context(_drop(f"{_X}period"))),
    # units
    "no unit": (lambda of: of.aspect(unit=None), lambda of: of.attribute("unitRef", None)),
    "shares for money": (lambda of: of.aspect(unit="xbrli:shares"), lambda of: of.unit("xbrli:shares")),
    "no currency": (lambda of: of.aspect(unit="iso4217:dollars"), lambda of: of.unit("iso4217:dollars")),
    "unit of an undeclared prefix": (lambda of: of.aspect(unit="iso:USD"), lambda of: of.unit("iso:USD")),
    "dangling unit": (lambda of: of.aspect(unit="USD"), lambda of: of.attribute("unitRef", "nowhere")),
    # decimals
    "no decimals": (lambda of: of.pick()[1].pop("decimals"), lambda of: of.attribute("decimals", None)),
    "decimals a word": (lambda of: of.change(decimals="thousands"), lambda of: of.attribute("decimals", "thousands")),
    "decimals a fraction": (lambda of: of.change(decimals=-2.5), lambda of: of.attribute("decimals", "-2.5")),
    "excess digits": _both(lambda of: of.value(lambda value: value + ".25", "summed")),
    # concepts, entities, dimensions
    "unknown concept": (lambda of: of.aspect(concept="gaap:NoSuchConcept"), lambda of: of.rename("gaap:NoSuchConcept")),
    "abstract concept": (lambda of: of.aspect(concept=_CLASSES), lambda of: of.rename(_CLASSES)),
    "undeclared namespace": (
        lambda of: of.aspect(concept="other:Assets"),
        lambda of: setattr(of.pick(), "tag", "{urn:other}Assets"),
    ),
    "dangling context": (lambda of: of.aspect(entity="nobody:0000000001"), lambda of: of.attribute("contextRef", "nowhere")),
    "no context": (lambda of: of.pick()[1].pop("dimensions"), lambda of: of.attribute("contextRef", None)),
    "no identifier": (
        lambda of: of.aspect(entity="0000000001"),
        lambda of: of.context(_drop(f"{_X}entity/{_X}identifier")),
    ),
    "unknown dimension": (
        lambda of: of.aspect(gaap__NoSuchAxis=_CLASS),
        lambda of: of.context(_segment("gaap:NoSuchAxis", _CLASS)),
    ),
    "unknown member": (
        lambda of: of.aspect(gaap__StatementClassOfStockAxis="gaap:NoSuchMember"),
        lambda of: of.context(_segment(_CLASSES, "gaap:NoSuchMember")),
    ),
    "unknown attribute": (lambda of: of.change(colour="red"), lambda of: of.attribute("colour", "red")),
    # the same fact again
    "again with another value": _both(lambda of: of.again(_plus(Decimal("0.5")))),
    "again with the same value": _both(lambda of: of.again(lambda value: (value, 0))),
    "again, rounded": _both(lambda of: of.again(_rounded)),
    "three values": _both(lambda of: of.again(lambda value: (value, 0), _plus(Decimal("0.25")))),
    "again as nil": _both(lambda of: of.again(lambda value: (None, 0))),
    # what leaves the file valid, but not the accounts
    "broken sum": _both(lambda of: of.value(_times(2), "summed")),
    "swapped sign": _both(lambda of: of.value(_times(-1), "summed")),
    "shifted scale": _both(lambda of: of.value(_times(1000), "summed")),
    "one digit": _both(lambda of: of.value(_digit, "summed")),
}

TEXTS: dict[str, Callable[[bytes], bytes]] = {
    "truncated": lambda data: data[: 2 * len(data) // 3],
    "taxonomy not there": lambda data: data.replace(b'.xsd"', b'-lost.xsd"', 1),
}


def mutants(data: bytes, seed: int, summed: frozenset[str]) -> Iterator[tuple[str, bytes]]:
    """(name of the way, damaged file) of every way; ``summed`` are the concepts inside the report's sums."""
    is_json = data.lstrip()[:1] == b"{"
    for number, (name, way) in enumerate(WAYS.items()):
        chance = Random(f"{seed}-{number}")
        if is_json:
            of = Json(json.loads(data), chance, summed)
            way[0](of)
            yield name, json.dumps(of.doc).encode()
        else:
            root = etree.fromstring(data)
            way[1](Xml(root, chance, summed))
            yield name, etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    for name, change in TEXTS.items():
        yield name, change(data)
