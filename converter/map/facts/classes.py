"""Classes of stock: rows of one concept that stand side by side are told apart by a dimension."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.map.facts.names import member_name
from converter.map.rows.labels import plain
from converter.map.rows.lines import Line
from converter.model import Concept, ExtensionConcept
from converter.patterns import regex
from converter.taxonomy import CLASS_OF_STOCK, EXCHANGE, Taxonomy

_MAY_NAME = regex("class|series|unit", re.IGNORECASE)
_CLASS = regex(r"\b(class|series) ([a-z]|[1-9])\b(?:[- ](?:convertible |cumulative |redeemable )*(preferred|common))?")
_STOCK = regex(r"\b(?:stock|share|shares|per|unit|units|earnings|dividends?|income|loss|basic|diluted|outstanding)\b")
_ALONE = regex(r"(class|series) ([a-z]|[1-9])(?: (preferred|common))?|(?P<units>common|subordinated) units?")
_OF_STOCK = regex(r"\b(?:common|capital|preferred) (?:stock|shares)\b")
_OF_SHARES = regex(
    r"\b(?:per (?:\w+ ){0,3}(?:share|unit)|dividends?|distributions?|(?:shares|units) (?:\w+ ){0,3}outstanding"
    r"|average (?:\w+ ){0,3}(?:shares|units))\b"
)


def member_of(line: Line) -> str | None:
    """The words of the class of stock that a row's label (else its nearest heading) names; None where it names none."""
    said = [line.row.label, *reversed(line.row.heads)]
    if not _MAY_NAME.search("\n".join(said)):
        return None
    texts = [plain(text) for text in said]
    for low in texts:
        match = _CLASS.search(low)
        if match and _STOCK.search(low):
            return " ".join(part for part in match.groups() if part)
    if (match := _CLASS.match(texts[0])) and any(_OF_STOCK.search(head) for head in texts[1:]):
        # "Common stock:" above, and "Class A convertible".
        return " ".join(part for part in match.groups() if part)
    if (alone := _ALONE.fullmatch(texts[0])) and any(_OF_SHARES.search(head) for head in texts[1:]):
        # "Dividends per share:" above, and a row for each class.
        return alone[0] if alone["units"] else " ".join(part for part in alone.groups() if part)
    return None


def within_class(concepts: Sequence[str], member: Sequence[str | None]) -> list[str | None]:
    """The class of each row, where its concept occurs for several classes in the statement; None elsewhere."""
    classes: dict[str, set[str | None]] = {}
    for concept, words in zip(concepts, member, strict=True):
        if concept:
            classes.setdefault(concept, set()).add(words)
    return [words if concept and words and len(classes[concept]) > 1 else None for concept, words in zip(concepts, member, strict=True)]


class Members:
    """Members that a report uses: of the class of stock axis standard ones, else the filing's own; of exchanges its own."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy
        self._own: dict[str, ExtensionConcept] = {}

    def dimension(self, words: str | None) -> tuple[tuple[str, str], ...]:
        """The axis and member for the words of a class."""
        if words is None:
            return ()
        standard = self._taxonomy.dimensions.member_named(words)
        if standard:
            return ((CLASS_OF_STOCK, standard),)
        return ((CLASS_OF_STOCK, self._named(words.title(), "a class of stock")),)

    def exchange(self, name: str) -> tuple[tuple[str, str], ...]:
        """The axis and member for one of several exchanges."""
        return ((EXCHANGE, self._named(name, "an exchange")),)

    def _named(self, words: str, what: str) -> str:
        name, label = f"x:{member_name(words)}", f"{words} [Member]"
        concept = Concept(name, "member", "duration", abstract=True, label=label)
        said = f"\u201c{words}\u201d, {what} that the filing names."
        self._own.setdefault(name, ExtensionConcept(concept, label, documentation=said))
        return name

    def own(self) -> tuple[ExtensionConcept, ...]:
        return tuple(self._own.values())
