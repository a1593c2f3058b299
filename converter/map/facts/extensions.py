"""Concepts of the filing's own, for rows that no standard concept fits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from converter.arithmetic import ProvenSum
from converter.map.facts.names import local_name
from converter.map.facts.own_names import words_of_name
from converter.map.rows.labels import words
from converter.map.rows.lines import Line, is_live
from converter.map.signs.sides import sign_words
from converter.model import Concept, ExtensionConcept
from converter.model.concept import PeriodType

PREFIX = "x"
_STATEMENT_WORDS = {
    "balance_sheet": "BalanceSheet",
    "income": "Income",
    "comprehensive": "ComprehensiveIncome",
    "cashflow": "CashFlow",
    "equity": "Equity",
}
STATEMENT_NAMES = {
    "balance_sheet": "balance sheet",
    "income": "statement of income",
    "comprehensive": "statement of comprehensive income",
    "cashflow": "statement of cash flows",
    "equity": "statement of equity",
}
_BARE = frozenset({"Basic", "BasicAndDiluted", "Diluted", "Net", "Other", "OtherNet", "Total"})
"""Names that say nothing without the heading."""


class Extensions:
    """The own concepts of one report: one for each label, type and period type, with unique names."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, str, str, str], ExtensionConcept] = {}
        self._names: set[str] = set()
        self._headings: dict[tuple[str, ...], str] = {}

    def concept(self, label: str, context: str, statement: str, kind: str, instant: bool, called: str = "", documentation: str = "") -> str:
        """The QName of the concept for a row; ``context`` is the heading that tells rows of one label apart, ``called`` the words of its
        name where they are not the label's. Made on first use, and so is its documentation."""
        called = called or label
        identity = (*_identity(called, context), kind, "instant" if instant else statement)
        made = self._made.get(identity)
        if made is None:
            name = self._free(called, context, statement)
            period: PeriodType = "instant" if instant else "duration"
            concept = Concept(f"{PREFIX}:{name}", kind, period, label=label or name)
            said = documentation or printed_as(label, context, statement)
            made = self._made[identity] = ExtensionConcept(concept, label or name, documentation=said)
            self._names.add(name.lower())
        return made.concept.name

    def _free(self, label: str, context: str, statement: str) -> str:
        base = local_name(label) if any(map(str.isalpha, label)) else f"Unlabelled{_STATEMENT_WORDS.get(statement, 'Item')}Amount"
        headed = f"{base}{local_name(context)}" if context else base
        first = headed if base in _BARE or _needs_heading(label, context) else base
        for name in (first, headed, f"{base}{_STATEMENT_WORDS.get(statement, '')}"):
            if name.lower() not in self._names:
                return name
        number = 2
        while f"{base}{number}".lower() in self._names:
            number += 1
        return f"{base}{number}"

    def heading_of(self, row: tuple[str, ...], heading: str) -> str:
        """The heading that tells a row apart which stands once in its statement: the one of the first statement that has it."""
        return heading if row[0] in _BARE else self._headings.setdefault(row, heading)

    def all(self) -> tuple[ExtensionConcept, ...]:
        return tuple(self._made.values())


def printed_as(label: str, heading: str, statement: str) -> str:
    """The sentence that documents an own concept: the row as printed, its heading and the statement. The first place that says it."""
    what = f"\u201c{label}\u201d" if label else "A row without a label"
    if statement == "prose":
        return f"{what}, stated in a sentence of the filing."
    under = f" under \u201c{heading.rstrip(' :')}\u201d" if heading else ""
    return f"{what}{', a row' if label else ''}{under} of the {STATEMENT_NAMES.get(statement, 'filing')}."


def _identity(called: str, context: str) -> tuple[str, str]:
    """What rows of one thing share: notes and figures, which differ from one statement to the next, make no other thing."""
    if not any(map(str.isalpha, called)):
        return called.lower(), context.lower()
    number = context.rpartition(" ")[2]
    return local_name(called).lower(), " ".join((*words(context), number if number.isdigit() else ""))


def _needs_heading(label: str, context: str) -> bool:
    """Whether a label misleads without its heading: "Sold" is a deed, and "Hardware sales" under "Cost:" are no sales."""
    said, above = words(label), words(context)
    if len(said) == 1:
        return said[0] in sign_words("deed")
    of_costs = not _COSTS.isdisjoint(above) and _EARNED.isdisjoint(above)
    return of_costs and not _SALES.isdisjoint(said) and _COSTS.isdisjoint(said) and _EARNED.isdisjoint(said)


_COSTS, _SALES = frozenset({"cost", "expense"}), frozenset({"sale", "revenue"})
_EARNED = frozenset({"gain", "income", "loss", "profit"})


class Own:
    """The own concepts of one statement. Rows of one label under one heading that say different things of one column are apart, unless
    the rows beside them come again too: then the statement is printed again on another basis, and one of the two is not the
    registrant's. What is printed above nought, and again below it, was sold and bought; what is added up in one sum is two things."""

    def __init__(self, extensions: Extensions, statement: str, lines: Sequence[Line], sums: Sequence[ProvenSum]) -> None:
        self._extensions, self._statement = extensions, statement
        self._in_sums = {each.total for each in sums} | {part for each in sums for part, _ in each.parts}
        self._totals: dict[int, set[int]] = {}
        for each in sums:
            for part, _ in each.parts:
                self._totals.setdefault(part, set()).add(each.total)
        self._times = Counter(line.words for line in lines)
        # What is current and what is not may bear the same labels side by side, each row beside the same others.
        self._labels = [_NOTHING, *((line.section, line.row.label.lower()) for line in lines), _NOTHING]
        self._said: dict[str, dict[int, Decimal]] = {}
        self._added: dict[str, set[int]] = {}
        """The totals that the rows of a concept are added up in, at any depth: current assets, and all assets with them."""

    def concept(self, position: int, line: Line, sign: int) -> str:
        """The QName of the concept for a row; ``position`` is its place among the lines, ``sign`` -1 where its signs are turned. What has
        neither a label nor a sum that proves it is not told apart."""
        values = {figure.column: figure.number.value for figure in line.row.figures if is_live(figure)}
        context = line.row.heads[-1] if line.row.heads else ""
        name = self._name(line, context, sign)
        totals = self._above(position)
        added = not totals.isdisjoint(self._added.get(name, ()))
        apart = added or not self._comes_again(position + 1) or self._is_other_side(name, values)
        if self._contradicts(name, values) and self._is_known(position, line) and apart:
            again = (self._name(line, f"{context} {count}", sign) for count in range(2, _MOST_ALIKE))
            name = next((each for each in again if not self._contradicts(each, values)), name)
        self._said.setdefault(name, {}).update(values)
        self._added.setdefault(name, set()).update(totals)
        return name

    def _above(self, position: int) -> set[int]:
        found: set[int] = set()
        left = [position]
        while left:
            fresh = self._totals.get(left.pop(), set()) - found
            found |= fresh
            left.extend(fresh)
        return found

    def _is_known(self, position: int, line: Line) -> bool:
        return bool(line.words) or position in self._in_sums

    def _name(self, line: Line, context: str, sign: int) -> str:
        called = words_of_name(line, self._statement, sign)
        if self._times[line.words] == 1 and line.words:
            # Printed once in this statement and once in another of its kind: what one of them lacks may be the other's heading.
            context = self._extensions.heading_of((local_name(called), line.kind, line.section, self._statement), context)
        said = printed_as(line.row.label, line.row.heads[-1] if line.row.heads else "", self._statement)
        return self._extensions.concept(
            line.row.label, context, self._statement, line.kind, line.instant, called=called, documentation=said
        )

    def _contradicts(self, name: str, values: Mapping[int, Decimal]) -> bool:
        said = self._said.get(name, {})
        return any(said.get(column, value) != value for column, value in values.items())

    def _is_other_side(self, name: str, values: Mapping[int, Decimal]) -> bool:
        said = self._said.get(name, {})
        shared = [said[column] * value for column, value in values.items() if said.get(column) and value]
        return bool(shared) and max(shared) < 0

    def _comes_again(self, at: int) -> bool:
        labels = self._labels
        above, here, below = labels[at - 1 : at + 2]
        return any(
            labels[before] == here and ((above[1] and labels[before - 1] == above) or (below[1] and labels[before + 1] == below))
            for before in range(1, at)
        )


_NOTHING = ("", "")
_MOST_ALIKE = 40
