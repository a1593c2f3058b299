"""Numbers inside labels: allowances, par values, shares authorised, issued, outstanding and in treasury."""

from __future__ import annotations

from functools import cache

from converter.map.amounts import amount
from converter.map.drafts import Draft
from converter.map.labels import words
from converter.map.leftovers import unknown
from converter.map.lines import is_live, value_kind
from converter.map.tables import rules
from converter.model import Figure, LeftNumber, Reason, Statement, StatementRow
from converter.taxonomy import Taxonomy

NEAR = 5
"""So many words before and after a number may name it."""


@cache
def _kinds() -> dict[str, str]:
    return dict(rules("label_of.tsv"))  # type: ignore[arg-type]


@cache
def _named() -> dict[tuple[str, str, str], str]:
    return {(of, word, unit): concept for of, word, unit, concept in rules("in_label.tsv")}


def in_label_drafts(
    row: StatementRow, dimensions: tuple[tuple[str, str], ...], statement: Statement, taxonomy: Taxonomy
) -> tuple[list[Draft], list[LeftNumber], list[LeftNumber]]:
    """(drafts, unmapped, ignored) of the numbers in a row's label."""
    drafts: list[Draft] = []
    unmapped: list[LeftNumber] = []
    ignored: list[LeftNumber] = []
    of = _of(row)
    for figure in row.in_label:
        concept = _concept(figure, of, taxonomy) if is_live(figure) else ""
        if figure.ignored:
            ignored.append(LeftNumber(figure.place, row.label, "in-label", figure.reason or "no amount", statement.kind))
        elif not is_live(figure):
            unmapped.append(
                LeftNumber(figure.place, row.label, unknown(figure), figure.reason or "nothing tells what it counts", statement.kind)
            )
        elif not concept:
            ignored.append(
                LeftNumber(
                    figure.place, row.label, "in-label", "a number inside a label whose words name no amount that we know", statement.kind
                )
            )
        else:
            drafts.append(_draft(figure, concept, row, dimensions, statement))
    return drafts, unmapped, ignored


def _of(row: StatementRow) -> str:
    """What the row is about: the first word of its label, else of its headings, that the table knows."""
    for text in (row.label, *reversed(row.heads)):
        for word in words(text) or ():
            if word in _kinds():
                return _kinds()[word]
    return ""


def _concept(figure: Figure, of: str, taxonomy: Taxonomy) -> str:
    """The concept that the words next to a number name: before it first, then after it."""
    assert figure.unit is not None
    kind = value_kind(figure.unit)
    before = [*reversed(words(figure.before))][:NEAR]
    after = list(words(figure.after))[:NEAR]
    for word in [*after[:1], *before, *after[1:], "*"]:
        name = _named().get((of, _STEMS.get(word, word), kind))
        if name and f"gaap:{name}" in taxonomy.concepts:
            return name
    return ""


_STEMS = {"authorised": "authorized", "authorize": "authorized", "uncollectible": "doubtful"}


def _draft(figure: Figure, concept: str, row: StatementRow, dimensions: tuple[tuple[str, str], ...], statement: Statement) -> Draft:
    assert figure.period is not None
    assert figure.unit is not None
    assert figure.scale is not None
    why = Reason(f"the words next to it in the label {row.label[:80]!r}", 1.5)
    return Draft(
        f"gaap:{concept}",
        figure.period.as_instant(),
        figure.unit,
        abs(amount(figure.number, figure.scale)),
        figure.number.places - figure.scale,
        statement.kind,
        figure.place,
        row.label,
        (why,),
        (),
        dimensions if figure.unit.numerator == "xbrli:shares" or figure.unit.denominator else (),
    )
