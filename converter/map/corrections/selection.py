"""Which corrections speak of a report, and of which rows of its statements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import PurePath

from converter.map.rows.labels import key, plain
from converter.model import Correction, Entity, Fact, Statement, StatementRow
from converter.patterns import regex

ROW_STATEMENTS = frozenset({"balance_sheet", "income", "comprehensive", "cashflow"})
"""Statements whose rows each mean one thing."""
NO_HEADING = "(none)"
"""What `under` says of a row that stands under no heading, where others of its label do."""
Spot = tuple[int, int]
"""Number of a statement, and of a row in it."""
_LEFT_OUT = regex(
    r",?\s{0,3}\(?\b(?:net\s+of|excluding|exclusive\s+of)\s.*|\boperating\s+(?=assets?\b|liabilities\b)", re.IGNORECASE | re.DOTALL
)
_ALIKE = frozenset({"income", "comprehensive"})
"""Kinds of which one filing may print the rows of both in one statement."""


def concerns(correction: Correction, entity: Entity, filing: str) -> bool:
    """Whether a correction is for reports of this company, made of the filing of this name."""
    return _is_entity(correction.entity, entity) and correction.filing in ("", filing, PurePath(filing).stem)


def _is_entity(said: str, entity: Entity) -> bool:
    if not said or said.lstrip("0") == entity.identifier.lstrip("0"):
        return True
    return bool(entity.name) and bool(_letters(said)) and _letters(said) == _letters(entity.name)


@lru_cache(maxsize=1 << 12)
def _letters(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


def row_key(label: str) -> str:
    """What a row is recognised by from filing to filing."""
    return key(label) or plain(label)


def heading_key(heading: str) -> str:
    """What a heading is recognised by: what it leaves out one year ("net of effects of acquisitions") makes it no other."""
    return row_key(_LEFT_OUT.sub("", heading)) or row_key(heading)


def is_row(fact: Fact) -> bool:
    """Whether a fact is a cell of a row that is recognised by its label; others go by their id, and so do the numbers inside labels."""
    if fact.statement not in ROW_STATEMENTS or not row_key(fact.label) or not fact.sources:
        return False
    place = fact.sources[0]
    return place.kind == "cell" and place.text not in fact.label


class Rows:
    """The rows with figures of all statements, by what they are recognised by. Facts of statements of equity belong to columns: they are
    named by their ids."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = statements
        self._kinds = {statement.kind for statement in statements if statement.kind != "equity"}
        self._rows: dict[str, list[Spot]] = {}
        for number, statement in enumerate(statements):
            for index, row in enumerate(statement.rows):
                if row.figures and statement.kind != "equity":
                    self._rows.setdefault(row_key(row.label), []).append((number, index))

    def row(self, spot: Spot) -> StatementRow:
        return self._statements[spot[0]].rows[spot[1]]

    def kinds(self, correction: Correction) -> frozenset[str]:
        """The kinds of statement of this filing that a correction speaks of."""
        if not correction.statement:
            return frozenset(self._kinds)
        wanted = {correction.statement}
        if not wanted & self._kinds and wanted <= _ALIKE:
            wanted = set(_ALIKE)
        return frozenset(wanted & self._kinds)

    def labelled(self, correction: Correction) -> list[Spot]:
        """The rows of the right label and kind of statement, under whatever heading."""
        kinds = self.kinds(correction)
        found = self._rows.get(row_key(correction.label), ()) if row_key(correction.label) else ()
        return [spot for spot in found if self._statements[spot[0]].kind in kinds]

    def under(self, correction: Correction, spots: Iterable[Spot]) -> list[Spot]:
        """Those of them that stand under the correction's heading, where it names one: right under it, else further down."""
        spots = list(spots)
        if not correction.under:
            return spots
        if correction.under == NO_HEADING:
            return [spot for spot in spots if not self.row(spot).heads]
        wanted = heading_key(correction.under)
        near = [spot for spot in spots if self.row(spot).heads and wanted == heading_key(self.row(spot).heads[-1])]
        return near or [spot for spot in spots if wanted in map(heading_key, self.row(spot).heads)]

    def labels(self, correction: Correction) -> dict[str, str]:
        """What the rows of these statements are recognised by -> a label as printed."""
        kinds = self.kinds(correction)
        return {
            known: self.row(spots[0]).label
            for known, spots in self._rows.items()
            if known and any(self._statements[number].kind in kinds for number, _ in spots)
        }
