"""Two blocks of earnings per share in one statement: what lies between them, arithmetic says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from msgspec.structs import replace

from converter.map.choice.joint import Chosen
from converter.map.choice.per_share import own_sides
from converter.map.choice.twins import sides_per_share
from converter.map.facts.amounts import amount
from converter.map.rows.lines import Line, is_live
from converter.map.tables import rules

_SHARES = {
    "WeightedAverageNumberOfSharesOutstandingBasic": ("basic",),
    "WeightedAverageNumberOfDilutedSharesOutstanding": ("diluted",),
    "WeightedAverageNumberOfShareOutstandingBasicAndDiluted": ("basic", "diluted"),
}
_ROUNDED = Decimal("0.015")
"""Two amounts per share and the difference between them, each rounded to cents."""
_WHOLE = ("EarningsPerShareBasic", "EarningsPerShareDiluted")

Values = Mapping[int, Decimal]


def with_before_apart(lines: Sequence[Line], chosen: Sequence[Chosen]) -> list[Chosen]:
    """The outcomes of all rows of a statement of income. Of two rows told as the earnings per share of one side ("Basic" under "Per share
    amounts", "Basic" under "Net income per share") the one that lacks what the statement prints between two profits, divided by the
    shares, is told before it."""
    found = list(chosen)
    shares = {side: _values(line) for line, each in zip(lines, chosen, strict=True) for side in _SHARES.get(each.option.concept, ())}
    last: dict[str, int] = {}
    for i, (side, each) in enumerate(zip(own_sides(lines), chosen, strict=True)):
        concept = each.option.concept
        if lines[i].kind != "perShare" or concept not in _WHOLE or side not in shares:
            continue
        at = last.setdefault(concept, i)
        for lacking, whole in ((at, i), (i, at)):
            for item, before in _between(lines, chosen).items():
                if _leads(_values(lines[lacking]), _values(lines[whole]), lines[item], shares[side]):
                    told = before if side == "basic" else sides_per_share(side).get(before, concept)
                    found[lacking] = replace(each, option=replace(each.option, concept=told), nearest=told)
        last[concept] = i
    return found


def _between(lines: Sequence[Line], chosen: Sequence[Chosen]) -> dict[int, str]:
    """The amounts that lead from one profit to the next, and what the one before it is per basic share."""
    leading = {row[0]: row[1] for row in rules("before.tsv")}
    items = ((i, leading.get(each.option.concept, "")) for i, each in enumerate(chosen) if lines[i].kind == "monetary")
    return {i: before for i, before in items if before}


def _leads(lacking: Values, whole: Values, item: Line, shares: Values) -> bool:
    """Whether the item, divided by the shares, leads from one row to the other in every column, and is something in one of them."""
    items = _values(item)
    columns = [column for column in lacking.keys() & whole.keys() & shares.keys() if shares[column]]
    steps = {column: items.get(column, Decimal(0)) / shares[column] for column in columns}
    return any(abs(step) > _ROUNDED for step in steps.values()) and all(
        abs(whole[column] - lacking[column] - step) <= _ROUNDED for column, step in steps.items()
    )


def _values(line: Line) -> dict[int, Decimal]:
    return {
        figure.column: amount(figure.number, figure.scale) for figure in line.row.figures if is_live(figure) and figure.scale is not None
    }
