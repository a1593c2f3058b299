"""What each component of a statement of equity is: what the balance sheet proves, else what its name says where the components add up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import chain

from msgspec import Struct

from converter.map.candidates.by_label import CUSTOM, KNOWN_WELL, candidates
from converter.map.equity.strands import Strand
from converter.map.facts.drafts import Dimensions, Draft
from converter.map.facts.extensions import PREFIX
from converter.map.rows.labels import words
from converter.map.tables import GROUPS
from converter.model import Period, Reason
from converter.patterns import regex
from converter.taxonomy import Taxonomy

_SIGNS = {"equity": 1, "contra_equity": -1, "deficit": -1}
"""What the natures of equity add to the total."""
_NO_STOCK = regex(r"\b(?:partner|member|proprietor)", re.IGNORECASE)
_PARENTS, _WHOLE = "gaap:StockholdersEquity", "gaap:StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest"
_TOTALS = (_PARENTS, _WHOLE)
_OF_CLASSES = frozenset({"class", "series"})
_PROVEN, _NAMED = 0.3, 1.4
_LEAST_SURE = 0.9
_LEAST_DAYS = 2

Item = tuple[str, Dimensions]
"""A concept, and the class of stock it is of."""
Sheet = Mapping[Item, Mapping[Period, Draft]]
"""What the balance sheets say, by item and day."""
Meaning = tuple[Item, int, tuple[Reason, ...]]
"""An item, the factor from printed to XBRL sign, and why."""


class Sum(Struct, frozen=True):
    """A total, and the components beside it that add up to it on all of its days."""

    total: Strand
    parts: tuple[Strand, ...]


def sheet_of(drafts: Iterable[Draft], taxonomy: Taxonomy) -> Sheet:
    """Items of equity, and own concepts that stand below the first liability, which may be some."""
    found: dict[Item, dict[Period, Draft]] = {}
    below_assets = False
    for draft in drafts:
        if draft.statement != "balance_sheet" or draft.unit.denominator or draft.value is None:
            continue
        nature = taxonomy.nature(draft.concept)
        below_assets = below_assets or nature == "liability" or nature in _SIGNS
        if nature in _SIGNS or (below_assets and not nature):
            found.setdefault((draft.concept, draft.dimensions), {}).setdefault(draft.period, draft)
    return found


def meanings(strands: Sequence[Strand], drafts: Sequence[Draft], title: str, taxonomy: Taxonomy) -> list[tuple[Strand, Meaning]]:
    """What each component is: the one item of equity on the balance sheet that has its amounts on every day that both tell of. What that
    does not print alike is told by its name, where nothing contradicts it."""
    sheet = sheet_of(drafts, taxonomy)
    found = [(strand, meaning) for strand in strands if (meaning := _proven(strand, strands, sheet))]
    sums = [each for index in range(len(strands)) if (each := _sum_of(index, strands))]
    totals = _named_totals(strands, sums, found, sheet, title)
    named = {id(strand) for strand, _ in totals}
    found = [*(each for each in found if id(each[0]) not in named), *totals]
    return [*found, *_named(sums, found, sheet, drafts, taxonomy)]


def _proven(strand: Strand, strands: Sequence[Strand], sheet: Sheet) -> Meaning | None:
    fitting = [item for item, days in sheet.items() if _fit(strand, days) and _shared(strand, days) >= _least_shared(strand, item)]
    fitting = [item for item in fitting if not _is_own(item)] or fitting
    items = [item for item in fitting if (item[0] in _TOTALS) == strand.is_total] or fitting
    if len(items) != 1:
        return None
    (item,) = items
    rivals = [each for each in strands if each is not strand and _fit(each, sheet[item])]
    if rivals and (not strand.is_total or any(each.is_total for each in rivals)):
        return None
    drafts = sheet[item]
    shared = next(drafts[day] for day in strand.balances if day in drafts)
    why = Reason(f"its balances are those of {shared.label!r} on the balance sheet", _PROVEN)
    return item, _fit(strand, drafts), (*shared.reasons, why)


def _least_shared(strand: Strand, item: Item) -> int:
    """One day proves a column that has a name, if the item is a known one; a column without a name may be another one's from row to row."""
    return 1 if strand.said.strip() and not _is_own(item) else _LEAST_DAYS


def _is_own(item: Item) -> bool:
    return item[0].startswith(f"{PREFIX}:")


def _shared(strand: Strand, days: Mapping[Period, Draft]) -> int:
    """On how many days both tell of an amount."""
    return sum(1 for day, value in strand.amounts.items() if value and day in days)


def _fit(strand: Strand, days: Mapping[Period, Draft]) -> int:
    """1 or -1 where the amounts are the sheet's on all days that both tell of (and not all are nought), as printed or turned; else 0."""
    shared = [(value, days[day].value or Decimal(0)) for day, value in strand.amounts.items() if day in days]
    if not any(value for value, _ in shared):
        return 0
    if all(value == other for value, other in shared):
        return 1
    return -1 if all(value == -other for value, other in shared) else 0


def _sum_of(index: int, strands: Sequence[Strand]) -> Sum | None:
    """The most components next to a total, before it or behind it, that add up to it on all its days."""
    total = strands[index]
    if not total.is_total or len(total.balances) < _LEAST_DAYS:
        return None
    parts = _adding_up(total, strands[:index][::-1]) or _adding_up(total, strands[index + 1 :])
    return Sum(total, parts) if parts else None


def _adding_up(total: Strand, beside: Sequence[Strand]) -> tuple[Strand, ...]:
    """Sums may be one off in their last place: their parts are rounded."""
    left, places = total.amounts, total.last_places()
    parts: list[Strand] = []
    fitting: tuple[Strand, ...] = ()
    for strand in beside:
        if strand.is_total:
            continue
        parts.append(strand)
        amounts = strand.amounts
        left = {day: value - amounts.get(day, Decimal(0)) for day, value in left.items()}
        if len(parts) > 1 and all(abs(value) <= places[day] for day, value in left.items()):
            fitting = tuple(parts)
    return fitting


def _named_totals(
    strands: Sequence[Strand], sums: Sequence[Sum], found: Sequence[tuple[Strand, Meaning]], sheet: Sheet, title: str
) -> list[tuple[Strand, Meaning]]:
    """Totals that the balance sheet does not print alike: of the parent's owners, or of all, as their parts say. A lone one without other
    owners' part is equity by its name."""
    told = {id(strand) for strand, ((concept, _), _, _) in found if concept in _TOTALS}
    items = [concept for _, ((concept, _), _, _) in found]
    named = [each for each in strands if each.is_total and id(each) not in told and not _NO_STOCK.search(f"{each.said} {title}")]
    open_sums = [each for each in sums if any(each.total is strand for strand in named)]
    by_parts = [(each.total, _WHOLE if any(part.is_of_others for part in each.parts) else _PARENTS) for each in open_sums]
    concepts = [concept for _, concept in by_parts]
    out: list[tuple[Strand, str]] = [
        (total, concept)
        for total, concept in by_parts
        if concepts.count(concept) == 1 and concept not in items and not _contradicts(total, sheet.get((concept, ())))
    ]
    if not told and not out and len(named) == 1 and not any(each.is_of_others for each in strands):
        out = [(named[0], _PARENTS)]
    return [(total, _meaning(concept, f"the statement of equity names it {total.said!r}")) for total, concept in out]


def _meaning(concept: str, why: str) -> Meaning:
    return (concept, ()), 1, _reasons(why)


def _reasons(why: str) -> tuple[Reason, ...]:
    return (Reason(why, _NAMED),)


def _contradicts(strand: Strand, days: Mapping[Period, Draft] | None, sign: int = 1) -> bool:
    return days is not None and any(day in days and value * sign != (days[day].value or 0) for day, value in strand.amounts.items())


def _named(
    sums: Sequence[Sum], found: Sequence[tuple[Strand, Meaning]], sheet: Sheet, drafts: Sequence[Draft], taxonomy: Taxonomy
) -> list[tuple[Strand, Meaning]]:
    """Components that add up to a total and whose name means one item: that none of the others is, and that the balance sheet does not
    print with another amount."""
    told = {id(strand) for strand, _ in found}
    claimed = {item for _, (item, _, _) in found}
    names = _names(sheet, drafts)
    totals = {id(part): each.total for each in sums for part in each.parts if id(part) not in told}
    parts = {id(part): part for each in sums for part in each.parts if id(part) in totals}
    items = {index: item for index, part in parts.items() if (item := _item_named(part, names, sheet, taxonomy))}
    out = []
    for index, item in items.items():
        strand, sign = parts[index], _SIGNS.get(taxonomy.nature(item[0]), 0)
        alone = item not in claimed and list(items.values()).count(item) == 1
        if sign and alone and _agrees(strand, item, sign, sheet, claimed, taxonomy):
            why = f"the statement of equity names it {strand.said!r}, and its components add up to {totals[index].said!r}"
            out.append((strand, (item, sign, _reasons(why))))
    return out


def _names(sheet: Sheet, drafts: Iterable[Draft]) -> dict[tuple[str, ...], set[Item]]:
    """What the balance sheet and other statements of equity call the items."""
    names: dict[tuple[str, ...], set[Item]] = {}
    for draft in chain.from_iterable(days.values() for days in sheet.values()):
        names.setdefault(words(draft.label), set()).add((draft.concept, draft.dimensions))
    for draft in drafts:
        if draft.statement == "equity":
            names.setdefault(words(draft.heading), set()).add((draft.concept, draft.dimensions))
    return names


def _item_named(strand: Strand, names: Mapping[tuple[str, ...], set[Item]], sheet: Sheet, taxonomy: Taxonomy) -> Item | None:
    """The one item that bears a component's name: in this filing, else with nearly all filers, as far as they speak of equity."""
    own = names.get(strand.named) or names.get(words(strand.said))
    if own:
        return next(iter(own)) if len(own) == 1 else None
    if _OF_CLASSES & set(strand.named):
        return None
    known = [each for each in candidates(GROUPS["equity"], strand.named) if each.concept == CUSTOM or _is_equity(each.concept, taxonomy)]
    if not known or known[0].concept == CUSTOM or known[0].exact < KNOWN_WELL:
        return None
    sure = known[0].chance >= _LEAST_SURE * sum(each.chance for each in known)
    concept = f"gaap:{known[0].concept}"
    return (concept, ()) if sure and not any(of == concept and members for of, members in sheet) else None


def _is_equity(concept: str, taxonomy: Taxonomy) -> bool:
    return taxonomy.nature(f"gaap:{concept}") in _SIGNS


def _agrees(strand: Strand, item: Item, sign: int, sheet: Sheet, claimed: set[Item], taxonomy: Taxonomy) -> bool:
    """Whether the balance sheet has the item's amounts, or parts of it that add up to them; or nothing, where there is nothing of it."""
    if item in sheet:
        return not _contradicts(strand, sheet[item], sign)
    days = {day for told in sheet.values() for day in told}
    shared = {day: value for day, value in strand.amounts.items() if day in days}
    if not any(shared.values()):
        return True
    open_items = [
        (days_of, _SIGNS[taxonomy.nature(each[0])])
        for each, days_of in sheet.items()
        if each not in claimed and each[0] not in _TOTALS and taxonomy.nature(each[0]) in _SIGNS
    ]
    return any(_is_run(open_items[at:], shared) for at in range(len(open_items)))


def _is_run(items: Sequence[tuple[Mapping[Period, Draft], int]], amounts: Mapping[Period, Decimal]) -> bool:
    """Whether the first two items or more add up to the amounts on all days."""
    left = dict(amounts)
    for count, (days, sign) in enumerate(items):
        left = {day: value - sign * ((days[day].value if day in days else None) or 0) for day, value in left.items()}
        if count and not any(left.values()):
            return True
    return False
