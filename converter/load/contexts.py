"""Contexts and units of XBRL 2.1 (4.7, 4.8) and of inline XBRL."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from lxml import etree
from msgspec import Struct

from converter.load.aspects import NCNAME
from converter.load.log import Log
from converter.load.names import ISO4217, XBRLI, Names
from converter.load.structure import check_segment
from converter.load.xml import expand, line_of, split
from converter.model import FOREVER, Entity, Period, Unit
from converter.patterns import regex

XBRLDI = "http://xbrl.org/2006/xbrldi"
_NO_URI = regex(r"""[\s<>"{}|\\^`]""")
_DATE = regex(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.0+)?)?(Z|[+-]\d\d:\d\d)?", re.ASCII)


class Context(Struct, frozen=True):
    """A context, resolved. ``axes`` names dimensions, ``members`` those of explicit ones, both in Clark notation, for the check
    against the taxonomy."""

    period: Period
    entity: Entity
    dimensions: tuple[tuple[str, str], ...] = ()
    explicit: tuple[tuple[str, str], ...] = ()
    typed: tuple[str, ...] = ()


def qname(clark: str, element: etree._Element, names: Names) -> str:
    """A Clark name under the report's prefixes; the element knows what the document calls it."""
    namespace, local = split(clark)
    wish = next((prefix for prefix, uri in element.nsmap.items() if uri == namespace and prefix), "")
    return f"{names.prefix(namespace, wish)}:{local}"


def read_context(element: etree._Element, names: Names, log: Log, is_fact: Callable[[str], bool]) -> Context | None:
    """A context element, or None with a finding. ``is_fact`` tells whether an element is declared as an item or tuple."""
    context_id = element.get("id", "")
    period = _period(element.find(f"{{{XBRLI}}}period"), context_id, log)
    identifier = element.find(f"{{{XBRLI}}}entity/{{{XBRLI}}}identifier")
    if identifier is None or not (identifier.text or "").strip() or not identifier.get("scheme"):
        log.say("instance.entity", f"Context {context_id} has no identifier with a scheme.", path=context_id, line=line_of(element))
        return None
    if _NO_URI.search(identifier.get("scheme", "")):
        log.say("instance.entity", f"Context {context_id} has the scheme {identifier.get('scheme')!r}, which is no URI.", path=context_id)
    if period is None:
        return None
    entity = Entity(identifier.get("scheme", ""), (identifier.text or "").strip())
    holders = [
        *element.iterfind(f"{{{XBRLI}}}entity/{{{XBRLI}}}segment"),
        *element.iterchildren(f"{{{XBRLI}}}scenario"),
    ]
    for holder in holders:
        check_segment(holder, context_id, is_fact, log)
    return _with_dimensions(Context(period, entity), holders, context_id, names, log)


def _with_dimensions(context: Context, holders: list[etree._Element], context_id: str, names: Names, log: Log) -> Context | None:
    dimensions: list[tuple[str, str]] = []
    explicit: list[tuple[str, str]] = []
    typed: list[str] = []
    for holder in holders:
        if len(holder) == 0:
            log.say(
                "instance.empty-segment",
                f"Context {context_id} has an empty {split(holder.tag)[1]}.",
                path=context_id,
                line=line_of(holder),
            )
        for member in holder:
            axis = expand(member, member.get("dimension", ""))
            if split(member.tag)[0] != XBRLDI or axis is None:
                _other_content(member, context_id, dimensions, log)
            elif split(member.tag)[1] == "explicitMember":
                value = expand(member, member.text or "") or (member.text or "").strip()
                explicit.append((axis, value))
                dimensions.append((qname(axis, member, names), qname(value, member, names)))
            else:
                typed.append(axis)
                dimensions.append((qname(axis, member, names), "".join(str(piece) for piece in member.itertext()).strip()))
    axes = [axis for axis, _ in dimensions if axis != "xbrli:segment"]
    if len(set(axes)) < len(axes):
        log.say("xbrl.dimension-twice", f"Context {context_id} has two members of one dimension.", path=context_id)
    return Context(context.period, context.entity, tuple(sorted(dimensions)), tuple(explicit), tuple(typed))


def _other_content(member: etree._Element, context_id: str, dimensions: list[tuple[str, str]], log: Log) -> None:
    name = split(member.tag)[1]
    log.say("load.segment", f"Context {context_id} holds {name}, which is no dimension; it is not checked.", path=context_id)
    dimensions.append(("xbrli:segment", etree.tostring(member, method="c14n").decode()))


def _period(element: etree._Element | None, context_id: str, log: Log) -> Period | None:
    parts = {} if element is None else {split(child.tag)[1]: (child.text or "").strip() for child in element}
    if set(parts) == {"forever"}:
        return FOREVER
    if set(parts) == {"instant"}:
        ends = _day(parts["instant"], True, context_id, log)
        return None if ends is None else Period(None, ends)
    if set(parts) != {"startDate", "endDate"}:
        log.say("instance.period", f"Context {context_id} has no period of a known kind.", path=context_id)
        return None
    start, end = _day(parts["startDate"], False, context_id, log), _day(parts["endDate"], True, context_id, log)
    if start is None or end is None:
        return None
    if start > end:
        log.say("instance.period-order", f"Context {context_id} starts {start} and ends {end}.", path=context_id)
        return None
    return Period(start, end)


def _day(text: str, is_end: bool, context_id: str, log: Log) -> date | None:
    """The day that a date or moment means: as an end, midnight at the start of a day is the day before (4.7.2)."""
    found = _DATE.fullmatch(text)
    try:
        day = date.fromisoformat(found.group(1) if found else text)
    except ValueError:
        log.say("instance.date", f"Context {context_id} has {text!r}, which is no date that is known here.", path=context_id)
        return None
    time = found.group(2) if found else None
    if found and found.group(3):
        log.say(
            "load.zone", f"Context {context_id} has a date with a time zone ({text}); the zone is left out of account.", path=context_id
        )
    if time == "24:00:00":
        return day if is_end else day + timedelta(days=1)
    if time not in (None, "00:00:00"):
        log.say(
            "load.time-of-day", f"Context {context_id} begins or ends within a day ({text}); its facts are not checked.", path=context_id
        )
        return None
    return day - timedelta(days=1) if is_end and time else day


def read_unit(element: etree._Element, names: Names, log: Log) -> Unit | None:
    """A unit element, or None with a finding."""
    unit_id = element.get("id", "")
    divide = element.find(f"{{{XBRLI}}}divide")
    if divide is None:
        numerator = _measures(element, names)
        denominator: list[str] | None = []
    else:
        numerator = _measures(divide.find(f"{{{XBRLI}}}unitNumerator"), names)
        denominator = _measures(divide.find(f"{{{XBRLI}}}unitDenominator"), names)
    if not numerator or denominator is None or (divide is not None and not denominator):
        log.say("instance.unit", f"Unit {unit_id} has no measure, or one of an unknown kind.", path=unit_id, line=line_of(element))
        return None
    if set(numerator) & set(denominator):
        log.say("instance.unit-cancels", f"Unit {unit_id} has a measure above and below.", path=unit_id, line=line_of(element))
    return Unit("*".join(sorted(numerator)), "*".join(sorted(denominator)))


def _measures(holder: etree._Element | None, names: Names) -> list[str] | None:
    if holder is None:
        return None
    found: list[str] = []
    for measure in holder.iterchildren(f"{{{XBRLI}}}measure"):
        clark = expand(measure, measure.text or "")
        if clark is None or not clark.startswith("{"):
            return None
        namespace, local = split(clark)
        if not NCNAME.fullmatch(local):
            return None
        if namespace == XBRLI and local not in ("pure", "shares"):
            return None
        found.append(f"iso4217:{local}" if namespace == ISO4217 else qname(clark, measure, names))
    return found
