"""Statements of equity: dated balances become facts where it is sure what they are of (`components`)."""

from __future__ import annotations

from collections.abc import Iterable

from converter.map.equity.components import Item, meanings
from converter.map.equity.strands import amount_of, strands_of
from converter.map.facts.drafts import Draft
from converter.map.facts.leftovers import unknown
from converter.map.mapped import Mapped
from converter.map.rows.lines import is_live
from converter.model import Figure, LeftNumber, Place, PresentationLine, PresentedStatement, Reason, Statement, StatementRow
from converter.model.stated import StatementKind
from converter.taxonomy import Taxonomy


def map_equity(statement: Statement, drafts: Iterable[Draft], taxonomy: Taxonomy) -> Mapped:
    """``drafts`` are those of the report's other statements. Nothing but balances becomes a fact."""
    found: list[Draft] = []
    for strand, (item, sign, reasons) in meanings(strands_of(statement), list(drafts), statement.title.value, taxonomy):
        found += [_draft(statement.kind, item, sign, reasons, strand.said, *balance) for balance in strand.told()]
    left, ignored = _left(statement, {draft.place for draft in found})
    return Mapped(statement, (), tuple(found), left, ignored, ())


def presented_equity(mapped: Mapped) -> PresentedStatement:
    """A line for each component that became facts."""
    lines = dict.fromkeys((draft.heading, draft.concept) for draft in mapped.drafts)
    shown = tuple(PresentationLine(label, concept) for label, concept in lines)
    return PresentedStatement(mapped.statement.kind, mapped.statement.title.value, shown)


def _draft(
    kind: StatementKind, item: Item, sign: int, reasons: tuple[Reason, ...], component: str, figure: Figure, row: StatementRow
) -> Draft:
    assert figure.period is not None
    assert figure.unit is not None
    assert figure.scale is not None
    value = amount_of(figure) * sign
    decimals = figure.number.places - figure.scale
    concept, dimensions = item
    place, label = figure.place, row.label
    return Draft(
        concept, figure.period, figure.unit, value, decimals, kind, place, label, reasons, dimensions=dimensions, heading=component
    )


def _left(statement: Statement, told: set[Place]) -> tuple[tuple[LeftNumber, ...], tuple[LeftNumber, ...]]:
    left: list[LeftNumber] = []
    ignored: list[LeftNumber] = []
    for row in statement.rows:
        for figure in row.figures:
            if figure.ignored:
                ignored.append(LeftNumber(figure.place, row.label, "no-fact", figure.reason, statement.kind))
            elif not is_live(figure):
                left.append(LeftNumber(figure.place, row.label, unknown(figure), figure.reason, statement.kind))
            elif figure.place not in told:
                ignored.append(LeftNumber(figure.place, row.label, "no-fact", _UNPROVEN, statement.kind))
    return tuple(left), tuple(ignored)


_UNPROVEN = "a component of equity that the balance sheet does not print alike"
