"""Where filers put a concept: in which section, and right below and above which others (`scripts/build_order.py` counts it)."""

from __future__ import annotations

from functools import lru_cache
from math import log

from msgspec import Struct

from converter.map.tables import Group, found_in, order_lines

TRUST = 3
"""So many companies' worth of doubt beside those that were counted."""


class Order(Struct, frozen=True):
    """How much likelier a concept is than elsewhere, in nats, in each section, and how much likelier each other concept is right below
    and right above it; ``unseen`` is for what no company has there."""

    companies: int = 0
    unseen: float = 0.0
    sections: dict[str, float] = {}
    below: dict[str, float] = {}
    above: dict[str, float] = {}


NOWHERE = Order()


@lru_cache(maxsize=1 << 13)
def order(group: Group, concept: str) -> Order:
    """What was counted of a concept (local name) in a kind of statement; `NOWHERE` where no company of those has it."""
    lines = order_lines()
    text = found_in(lines, f"{group} {concept}")
    if not text:
        return NOWHERE
    companies, sections, below, above = text.split("\t")
    named = {name: int(lift) / 10 for name, _, lift in (item.partition(":") for item in sections.split(" "))} if sections else {}
    return Order(int(companies), log(TRUST / (int(companies) + TRUST)), named, _others(below, lines), _others(above, lines))


def _others(text: str, lines: list[str]) -> dict[str, float]:
    """Concepts by the numbers of their lines, with their lifts in nats."""
    pairs = (item.partition(":") for item in text.split(" ")) if text else ()
    return {lines[int(line)].partition("\t")[0].partition(" ")[2]: int(lift) / 10 for line, _, lift in pairs}
