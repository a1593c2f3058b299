"""EX-27 against the statements: a second reading of the main numbers, by the filer itself."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache

from msgspec.structs import replace

from converter.model import Fact, Finding, Place, Reason, Schedule
from converter.resources import table
from converter.taxonomy import ScheduleTag, Taxonomy
from converter.witness.testimony import Stands, Testimony, agree, power_of_ten, value_of

_AGREES, _DISAGREES = 1.5, -0.7


def hear_schedules(facts: Sequence[Fact], stands: Stands, schedules: Iterable[Schedule], taxonomy: Taxonomy, said: Testimony) -> None:
    """Each fact of a schedule is held against the statements' fact of a concept that its tag may mean."""
    tags = _tags(schedules, taxonomy)
    for fact in facts:
        known = tags.get(fact.sources[0]) if fact.statement == "schedule" and fact.sources else None
        if known is not None:
            _compare(fact, *known, stands, said)


def _tags(schedules: Iterable[Schedule], taxonomy: Taxonomy) -> dict[Place, tuple[ScheduleTag, Decimal]]:
    """By place: the tag, and what another tag of the schedule says is still to be taken off (allowances of gross receivables)."""
    found = {}
    for schedule in schedules:
        values = {item.tag: abs(item.number.value.scaleb(item.scale)) for item in schedule.items}
        for item in schedule.items:
            entry = taxonomy.schedule_tag(item.tag, schedule.article)
            if entry is not None:
                found[item.place] = (entry, values.get(_net_of().get(item.tag, ""), Decimal(0)))
    return found


def _compare(mine: Fact, entry: ScheduleTag, less: Decimal, stands: Stands, said: Testimony) -> None:
    """Agreement with any concept that filers put there is good evidence. Only the tag's own concept can be disagreed with, and not
    where the statements show the number elsewhere: filers put a line off its tag."""
    candidates = [fact for name in (entry.gaap, *entry.near) if name and (fact := stands.of(name, mine))]
    net = replace(mine, value=str(value_of(mine) - less))
    agreeing = next((fact for fact in candidates if agree(mine, fact) or (less and agree(net, fact))), None)
    if agreeing is not None:
        said.say(agreeing, Reason(f"EX-27 agrees: <{entry.tag}> is {mine.sources[0].text}", _AGREES))
        said.say(mine, Reason(f"the statement agrees: {agreeing.concept.partition(':')[2]} is {agreeing.value}", _AGREES))
        return
    own = stands.of(entry.gaap, mine) if entry.gaap else None
    if own is not None and not stands.shows(mine) and not _adds_a_line(mine, own, stands):
        said.say(own, Reason(f"EX-27 disagrees: <{entry.tag}> is {mine.value}", _DISAGREES))
        said.findings.append(_disagreement(mine, own, entry))


def _adds_a_line(mine: Fact, own: Fact, stands: Stands) -> bool:
    """Whether the schedule's amount is the statement's and that of another line together: the filer's own sum, no other number."""
    rest = value_of(mine) - value_of(own)
    return rest > 0 and stands.shows(replace(mine, value=str(rest)))


def _disagreement(mine: Fact, own: Fact, entry: ScheduleTag) -> Finding:
    name = own.concept.partition(":")[2]
    message = f"{name} is {own.value} in the statement and {mine.value} in the schedule (<{entry.tag}>)"
    hint = "Schedules hold misprints and sums of the filer's own; look at both places: --corrections says what the row means or counts."
    code = "witness.schedule"
    if power_of_ten(mine, own) and value_of(mine) and value_of(own):
        code, hint = "witness.scale", "One of the two is read at a wrong scale; --scale sets it."
    return Finding(code, "warning", message, hint, (own.sources[0], mine.sources[0]) if own.sources else mine.sources, (own.id, mine.id))


@lru_cache(maxsize=1)
def _net_of() -> dict[str, str]:
    with table("witness", "net_of.csv").open(encoding="utf-8", newline="") as lines:
        return {row["tag"]: row["less"] for row in csv.DictReader(lines)}
