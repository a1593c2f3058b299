"""Printed sign and presentation convention -> the sign of the XBRL value.

What a positive value of a concept means is its nature (docs/taxonomy.md). How a row is printed is seen from its label and signs, and from
the sums it
stands in: rows of one sum are printed consistently, so a sum's rows are flipped all together or not at all, relative to their directions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from converter.arithmetic import BY_HAND, ProvenSum
from converter.map.signs.funds import AS_PRINTED
from converter.map.signs.sides import NEITHER, Side
from converter.map.tables import Group, trait
from converter.model import Concept

_DOWN = {
    "income": frozenset({"expense", "tax", "minority_share", "loss", "oci_loss", "oci_tax", "oci_reclass", "distribution"}),
    "cashflow": frozenset({"outflow", "net_outflow", "increase_asset", "gain_loss", "income_item", "revenue", "distribution", "oci"}),
    "balance": frozenset({"asset", "contra_equity", "deficit", "contra_liability", "distribution", "equity_decrease"}),
}
_SIDED = frozenset(
    [
        "inflow",
        "outflow",
        "capitalized",
        "contra_asset",
        "contra_equity",
        "contra_liability",
        "deficit",
        "distribution",
        "shares",
        "noncash",
    ]
) | {AS_PRINTED}
"""Natures that are hardly ever negative: printed signs only say how they count."""
_LOSS = frozenset({"loss", "deficit"})
_GAIN = frozenset({"income", "profit", "gain", "earnings", "benefit", "credit"})
_WAYS = {"outflow": 1, "inflow": -1}
SURE = 4.0
BOTH_WAYS = 2.0
"""A label that names both ways says which is positive, unless a sum it stands in knows better."""


class Row(Struct, frozen=True):
    """A row as the signs are decided: its concept's nature, its words, how many of its values are printed below and above nought, and
    the side and the way of cash that its label counts. ``concept`` is "" for one of the filing's own, whose nature is guessed
    (`natures.py`)."""

    nature: str
    concept: str
    words: tuple[str, ...]
    below: int
    above: int
    side: Side = NEITHER
    way: Side = NEITHER


def direction(group: Group, concept: str, nature: str, kind: Concept | None) -> int:
    """1 where a positive value adds to income, to cash or to the credit side, -1 where it takes away, 0 unknown."""
    if group == "balance":
        balance = kind.balance if kind else ""
        if balance:
            return 1 if balance == "credit" else -1
        return -1 if nature in _DOWN["balance"] else 1 if nature else 0
    if group == "cashflow":
        known = trait(group, concept).direction
        if known and nature not in ("outflow", "inflow", "net_cash", "gain_loss"):
            return known
    return -1 if nature in _DOWN[group] else 1 if nature else 0


def decide(
    group: Group, rows: Sequence[Row | None], directions: Sequence[int], sums: Sequence[ProvenSum], told: Mapping[int, int]
) -> list[tuple[int, bool]]:
    """For each row 1 (as printed) or -1 (flipped), and whether a sum that holds had the last word. ``told`` are the rows of which a
    person says so.

    Each row leans by its own label and signs; each sum says how its rows relate. Every row then sides with the weightier, over and over,
    until nothing changes."""
    leanings = [prior(group, row) if row else 0.0 for row in rows]
    for index, sign in told.items():
        leanings[index] = BY_HAND * sign
    links = _links(directions, [each for each in sums if group != "balance" or not _crosses(each, directions)])
    factors = [1 if lean >= 0 else -1 for lean in leanings]
    for _ in range(ROUNDS):
        changed = False
        for index, mine in links.items():
            said = sum(factors[there] * parity * weight for there, parity, weight in mine)
            wanted = 1 if leanings[index] + said >= 0 else -1
            if wanted != factors[index]:
                factors[index], changed = wanted, True
        if not changed:
            break
    return [(factor, (factor > 0) != (lean >= 0)) for factor, lean in zip(factors, leanings, strict=True)]


def _crosses(each: ProvenSum, directions: Sequence[int]) -> bool:
    """Whether a sum takes one side of the balance sheet from the other: assets less liabilities are the equity, as all are printed."""
    sides = [directions[part] * directions[each.total] * weight for part, weight in each.parts if directions[part]]
    return len(sides) > 1 and all(side < 0 for side in sides)


def _links(directions: Sequence[int], sums: Sequence[ProvenSum]) -> dict[int, list[tuple[int, int, float]]]:
    """Row -> (other row, 1 where both are flipped alike or -1, weight). A total hears all its parts with the voice of one or two."""
    links: dict[int, list[tuple[int, int, float]]] = {}
    for each in sums:
        if not directions[each.total]:
            continue
        known = [(part, weight) for part, weight in each.parts]
        for part, weight in known:
            parity = directions[part] * directions[each.total] * weight
            links.setdefault(part, []).append((each.total, parity, LINK))
            links.setdefault(each.total, []).append((part, parity, LINK / max(1.0, len(known) / 2)))
    return dict(sorted(links.items()))


LINK = 2.2
RECLASSIFIED = 0.7
"""Share of filers that print a reclassification by its effect, the opposite of what its concept counts."""
ROUNDS = 6


def prior(group: Group, row: Row) -> float:
    """Log-odds that the printed sign is the XBRL sign, from nature and label alone."""
    words = frozenset(row.words)
    negative = row.below > row.above
    if row.nature == "oci_reclass":
        return 2.0 - 4.0 * (RECLASSIFIED if (share := trait(group, row.concept).negated) is None else share)
    if row.nature == "oci_loss":
        # Statements print what adds to income; a row that names its loss alone prints the loss.
        return 2.0 if row.side.sign < 0 and not row.side.both else -1.0
    if row.nature == "revenue" and group == "income":
        return -1.5 if negative and not row.above else 3.0
    if row.nature in _WAYS and row.way.both:
        return BOTH_WAYS * row.way.sign * _WAYS[row.nature]
    if row.nature in _SIDED:
        return _of_one_side(row, negative)
    if row.nature in ("net_cash", "net_inflow"):
        used = words & {"used", "decrease"} and not words & {"provided", "generated", "increase", "from"} and row.nature == "net_cash"
        return -1.0 if used and not row.below else SURE
    if group == "cashflow":
        return _in_cash_flow(row, words, negative)
    if row.nature in ("expense", "loss", "asset", "liability"):
        return -2.0 if negative and row.nature == "expense" else 3.0
    if row.nature == "tax":
        return _tax(row, words, negative)
    if row.nature in ("income", "gain_loss", "per_share", "equity", "oci"):
        return _by_side(row, words)
    if row.nature == "minority_share":
        return -1.0 if negative else 1.0
    return 2.0


def _of_one_side(row: Row, negative: bool) -> float:
    if row.nature == AS_PRINTED:
        return SURE
    if row.nature == "deficit" and row.side.sign > 0 and not row.side.even:
        # "Earnings (deficit) accumulated": what is printed above nought is no deficit.
        return -SURE
    return -SURE if negative else SURE


def _in_cash_flow(row: Row, words: frozenset[str], negative: bool) -> float:
    if row.nature == "net_outflow":
        return -2.0
    if row.nature == "increase_asset":
        return -2.0
    if row.nature in ("gain_loss", "income_item", "revenue"):
        return -1.5
    if trait("cashflow", row.concept).direction < 0 and row.nature not in ("income", "expense", "tax"):
        return -1.0
    if row.nature == "income":
        return -1.5 if "loss" in words and not words & _GAIN and not row.below else 3.0
    return 2.0


def _by_side(row: Row, words: frozenset[str]) -> float:
    """Amounts that are gains or losses: the label tells which of them it counts as positive."""
    own = frozenset(row.words[: _position(row.words, "before")])
    if own & _LOSS and not words & _GAIN and not row.below and row.above:
        # "Loss before taxes", not "Before extraordinary loss".
        return -1.5
    if row.nature == "gain_loss" or row.concept.startswith("InterestIncomeExpense"):
        if row.side.even and row.side.sign > 0:
            return BOTH_WAYS
        if row.side.sign < 0:
            return -2.0 if row.side.both else -1.5 if row.above else 1.0
        # A gain printed below nought is taken off the costs that it stands among.
        if row.side.sign > 0 and not row.side.both and "gain" in words and row.below and not row.above:
            return -1.0
        # So may income and a share of others' earnings be, where a sum says so.
        if row.side.sign > 0 and not row.side.both and words & _EARNED and row.below:
            return _INCOME_BELOW
    return 3.0


_INCOME_BELOW = 1.0
_EARNED = frozenset({"income", "earnings"})


def _tax(row: Row, words: frozenset[str], negative: bool) -> float:
    benefit_only = "benefit" in words and not words & {"provision", "expense", "tax expense"}
    if benefit_only:
        return -2.0
    if "recovery" in words and not negative:
        return -1.5
    if row.words and "benefit" in words and "provision" not in words and row.words.index("benefit") < _position(row.words, "expense"):
        return -1.5
    if negative and words & _LESS_THAN_PAID and "total" not in words:
        # Beside the current taxes: what a year's taxes are less than those paid.
        return _BESIDE_CURRENT
    if not row.words:
        # The sum of current and deferred taxes: its parts and what is left of the income tell.
        return 0.0
    return -0.7 if negative and "benefit" not in words else 1.5


_BESIDE_CURRENT = 0.5
_LESS_THAN_PAID = frozenset({"deferred", "future", "recovery"})


def _position(words: tuple[str, ...], word: str) -> int:
    return words.index(word) if word in words else len(words)
