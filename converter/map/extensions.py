"""Concepts of the filing's own, for rows that no standard concept fits."""

from __future__ import annotations

from typing import Literal

from converter.map.names import local_name
from converter.model import Concept, ExtensionConcept

PREFIX = "x"
_STATEMENT_WORDS = {
    "balance_sheet": "BalanceSheet",
    "income": "Income",
    "comprehensive": "ComprehensiveIncome",
    "cashflow": "CashFlow",
    "equity": "Equity",
}


class Extensions:
    """The own concepts of one report: one for each label, type and period type, with unique names."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, str, str, str], ExtensionConcept] = {}
        self._names: set[str] = set()

    def concept(
        self,
        label: str,
        context: str,
        statement: str,
        kind: str,
        instant: bool,
        balance: Literal["", "debit", "credit"] = "",
        anchor: str = "",
    ) -> str:
        """The QName of the concept for a row; ``context`` is the heading that tells rows of one label apart. Made on first use."""
        identity = (label.lower(), context.lower(), kind, "instant" if instant else statement)
        made = self._made.get(identity)
        if made is None:
            name = self._free(label, context, statement)
            period = "instant" if instant else "duration"
            concept = Concept(
                f"{PREFIX}:{name}", kind, "instant" if instant else "duration", balance if kind == "monetary" else "", label=label or name
            )
            assert concept.period_type == period
            made = self._made[identity] = ExtensionConcept(concept, label or name, anchor)
            self._names.add(name.lower())
        return made.concept.name

    def _free(self, label: str, context: str, statement: str) -> str:
        base = local_name(label) if label.strip() else f"Unlabelled{_STATEMENT_WORDS.get(statement, 'Item')}Amount"
        for name in (base, f"{base}{local_name(context)}" if context else base, f"{base}{_STATEMENT_WORDS.get(statement, '')}"):
            if name.lower() not in self._names:
                return name
        number = 2
        while f"{base}{number}".lower() in self._names:
            number += 1
        return f"{base}{number}"

    def all(self) -> tuple[ExtensionConcept, ...]:
        return tuple(self._made.values())
