"""What a person's corrections mean for the rows and facts of one report, and what is told where one does not fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Literal

from msgspec.structs import replace

from converter.map.corrections.facts import FactOrders
from converter.map.corrections.fitting import OWN_WORD, misfit
from converter.map.corrections.selection import NO_HEADING, Rows, Spot, concerns, heading_key, row_key
from converter.map.corrections.sums import contradicted
from converter.map.corrections.telling import finding_of, reason_of, refusal_of
from converter.map.facts.drafts import Draft
from converter.map.facts.extensions import Extensions
from converter.map.mapped import Mapped, Verdict
from converter.map.rows.lines import Line, lines_of
from converter.map.told import ByHand, Told, Untold
from converter.model import Correction, Entity, Fact, Finding, Place, Statement
from converter.taxonomy import Taxonomy

_SIGNS: Mapping[str, Literal[1, -1, 0]] = {"printed": 1, "turned": -1}
_FEW = 4
_NAMES = {
    "balance_sheet": "balance sheet",
    "income": "income statement",
    "comprehensive": "statement of comprehensive income",
    "cashflow": "cash flow statement",
}


class Orders(Untold):
    """The corrections that speak of one report."""

    def __init__(self, corrections: Iterable[Correction], entity: Entity, filing: str, taxonomy: Taxonomy) -> None:
        super().__init__()
        mine = [each for each in corrections if concerns(each, entity, filing)]
        self._taxonomy = taxonomy
        self._rows = [each for each in mine if not each.fact and each.statement != "prose"]
        self._facts = FactOrders([each for each in mine if each.fact or each.statement == "prose"], taxonomy)

    def rows(self, statements: Sequence[Statement]) -> tuple[list[Statement], list[dict[int, Told]]]:
        told: dict[Spot, Correction] = {}
        search = _Search(statements, self._taxonomy)
        for correction in sorted(self._rows, key=_special):
            spots = list(search.spots(correction))
            told.update(dict.fromkeys(spots, correction))
        self.findings += search.findings
        by_statement: list[dict[int, Correction]] = [{} for _ in statements]
        for (number, index), correction in told.items():
            by_statement[number][index] = correction
        passed = [_without(each, orders) for each, orders in zip(statements, by_statement, strict=True)]
        return passed, [{index: _told(each) for index, each in orders.items() if not each.ignore} for orders in by_statement]

    def heard(self, mapped: Sequence[Mapped], told: Sequence[Mapping[int, Told]]) -> None:
        for outcome, mine in zip(mapped, told, strict=True):
            for given, verdict, other in contradicted(outcome, mine, self._taxonomy) if mine else ():
                self.findings.append(_contradiction(given, verdict, other))

    def drafts(self, drafts: list[Draft], extensions: Extensions) -> list[Draft]:
        return list(self._facts.drafts(drafts, extensions))

    def cover(self, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
        corrected = tuple(self._facts.cover(facts))
        self.findings += [*self._facts.findings, *self._facts.unseen()]
        self.ignored += self._facts.ignored
        return corrected


def _contradiction(given: ByHand, verdict: Verdict, other: Verdict) -> Finding:
    row, there = verdict.line.row, other.line.row
    how = "as printed" if given.sign > 0 else "turned"
    text = f"the values of {row.label!r} ({verdict.concepts[0]}) are {how}, but the sum that it stands in with {there.label!r} "
    text += f"({other.concepts[0]}) holds with the other sign"
    places = tuple(figure.place for each in (row, there) for figure in each.figures[:1])
    return finding_of("corrections.sign-contradicted", given.where, text, "", places)


def _special(correction: Correction) -> tuple[bool, ...]:
    """What speaks of less comes later and has the last word."""
    return bool(correction.filing), bool(correction.under), bool(correction.statement), bool(correction.entity)


def _told(correction: Correction) -> ByHand:
    concept = None if not correction.concept else "" if correction.concept == OWN_WORD else correction.concept.partition(":")[2]
    return ByHand(concept, _SIGNS.get(correction.sign, 0), reason_of(correction), correction.where)


def _without(statement: Statement, orders: Mapping[int, Correction]) -> Statement:
    """The figures of rows that are no facts say so."""
    gone = {index: refusal_of(each) for index, each in orders.items() if each.ignore}
    if not gone:
        return statement
    rows = [
        replace(row, figures=tuple(replace(figure, ignored=True, reason=gone[index]) for figure in row.figures)) if index in gone else row
        for index, row in enumerate(statement.rows)
    ]
    return replace(statement, rows=tuple(rows))


class _Search:
    """Looks for the rows of corrections in a report's statements."""

    def __init__(self, statements: Sequence[Statement], taxonomy: Taxonomy) -> None:
        self._statements, self._taxonomy = statements, taxonomy
        self._known = Rows(statements)
        self._lines: dict[int, dict[int, Line]] = {}
        self.findings: list[Finding] = []

    def spots(self, correction: Correction) -> Iterator[Spot]:
        """The rows that a correction is obeyed for."""
        if not self._known.kinds(correction):
            return
        labelled = self._known.labelled(correction)
        spots = self._known.under(correction, labelled)
        if not spots:
            self.findings.append(self._not_found(correction, labelled))
        wrong = {spot: self._misfit(correction, spot) for spot in spots}
        fitting = [spot for spot in spots if wrong[spot] is None]
        if not fitting:
            self.findings += [finding for finding in wrong.values() if finding is not None][:1]
        for number in dict.fromkeys(number for number, _ in fitting):
            yield from self._one(correction, [spot for spot in fitting if spot[0] == number])

    def _one(self, correction: Correction, fitting: list[Spot]) -> list[Spot]:
        """The rows of one statement that the correction fits, where it is plain which are meant."""
        heads = {tuple(map(heading_key, self._known.row(spot).heads)) for spot in fitting}
        if len(fitting) < 2 or (not correction.concept and (len(heads) == 1 or correction.under)):
            return fitting
        names = [f"under {self._known.row(spot).heads[-1]!r}" if self._known.row(spot).heads else f"under {NO_HEADING}" for spot in fitting]
        shown = ", ".join(dict.fromkeys(names[:_FEW]))
        text = f"{len(fitting)} rows of the {self._kind(fitting[0])} are labelled {correction.label!r} ({shown}); none is corrected"
        places = tuple(place for spot in fitting[:_FEW] for place in self._places(spot)[:1])
        self.findings.append(finding_of("corrections.ambiguous", correction.where, text, "", places))
        return []

    def _misfit(self, correction: Correction, spot: Spot) -> Finding | None:
        line = self._line(spot)
        what = f"the row {line.row.label!r} of the {self._kind(spot)}"
        return misfit(correction, line.kind, line.instant, what, self._taxonomy, self._places(spot)[:1], ("gaap",))

    def _line(self, spot: Spot) -> Line:
        number, index = spot
        if number not in self._lines:
            self._lines[number] = {line.index: line for line in lines_of(self._statements[number])}
        return self._lines[number][index]

    def _kind(self, spot: Spot) -> str:
        return _NAMES[self._statements[spot[0]].kind]

    def _places(self, spot: Spot) -> tuple[Place, ...]:
        row = self._known.row(spot)
        return (*row.places, *(figure.place for figure in row.figures))

    def _not_found(self, correction: Correction, labelled: Sequence[Spot]) -> Finding:
        kinds = " or ".join(sorted(_NAMES[kind] for kind in self._known.kinds(correction)))
        text = f"no row of the {kinds} is labelled {correction.label!r}"
        if labelled:
            heads = dict.fromkeys(head for spot in labelled[:_FEW] for head in self._known.row(spot).heads[-1:])
            return finding_of(
                "corrections.row-not-found",
                correction.where,
                f"{text} under {correction.under!r}",
                f"Such a row stands under {', '.join(map(repr, heads)) or NO_HEADING}: correct or empty `under`.",
            )
        known = self._known.labels(correction)
        near = get_close_matches(row_key(correction.label), known, 1, 0.75)
        hint = f"The nearest is {known[near[0]]!r}: write it as the correction's label where it is the row." if near else ""
        return finding_of("corrections.row-not-found", correction.where, text, hint)
