"""Chooses the concepts of converter/taxonomy/concepts.csv and says what their values mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reference import HAND_MADE, TABLES, Reference, names, rows

LEAST_FILERS = 6
LEAST_FILERS_IN_ARCS = 2
FIRST_COMPLETE = "2019"
"""The first vintage that the reference has seen whole: what it met earlier first, or then without a modern name, may be older."""
OPEN_END = "2025"
"""Elements seen in this vintage or later are still valid."""

NUMERIC = {"monetary", "perShare", "shares", "pure", "percent", "integer", "decimal", "perUnit", "percent|pure"}
TEXT_TYPES = {"string", "normalizedString", "date", "boolean", "gMonthDay", "gYear"}


@dataclass(frozen=True)
class Meaning:
    """A row of meanings.tsv: the first one that fits says the nature of a concept and what a positive value means."""

    pattern: re.Pattern[str]
    type: str
    period: str
    balance: str
    nature: str
    positive: str

    def fits(self, name: str, type_: str, period: str, balance: str) -> bool:
        wanted = ((self.type, type_), (self.period, period), (self.balance, balance))
        return all(want in ("*", have) for want, have in wanted) and self.pattern.fullmatch(name) is not None


def meanings() -> list[Meaning]:
    return [
        Meaning(re.compile(row["pattern"]), row["type"], row["period"], row["balance"], row["nature"], row["positive"] or "")
        for row in rows(HAND_MADE / "meanings.tsv")
    ]


def chosen(reference: Reference) -> list[str]:
    """Names of the us-gaap elements: what filers of 2009-2010 and of today use, what the official statement of comprehensive income
    holds (today's filers tag each tax effect in it), and what is asked for by hand."""
    found = {name for name, filers in reference.filers.items() if filers >= LEAST_FILERS}
    found |= {name for name, filers in reference.filers_in_arcs.items() if filers >= LEAST_FILERS_IN_ARCS and name}
    found |= set(names(HAND_MADE / "forced.txt"))
    found |= {name for name in reference.items_of("soc") if usable(reference, name)}
    for row in rows(TABLES / "ex27.csv", ","):
        found |= set(row["also"].split()) | ({row["gaap"]} if row["gaap"] else set())
    for row in rows(HAND_MADE / "arcs.csv", ","):
        found |= set(row["children"].split()) | ({row["parent"]} if row["parent"] else set())
    unknown = sorted(name for name in found if not usable(reference, name))
    if unknown:
        print("left out, not known with type and period:", ", ".join(unknown))
    return sorted(found - set(unknown))


def usable(reference: Reference, name: str) -> bool:
    element = reference.elements.get(name)
    return element is not None and bool(element["period"]) and element["type"] in NUMERIC


def value_type(name: str, type_: str) -> str:
    """The class of values of `converter.model.Concept` for a type of the reference."""
    if type_ == "percent|pure":
        return "percent" if re.search("Percent|Rate", name) else "pure"
    if type_ in ("perUnit", "perShare"):
        return "perShare"
    if type_ in NUMERIC or type_ in TEXT_TYPES:
        return type_
    return "normalizedString"


def years(name: str, element: dict[str, str]) -> tuple[str, str]:
    """First and last year of validity, "" where open."""
    first, last = element["first_year"], element["last_year"]
    known = first > FIRST_COMPLETE or (first == FIRST_COMPLETE and modern(name))
    return (first if known else "", last if last < OPEN_END else "")


@lru_cache(maxsize=1)
def _modern() -> re.Pattern[str]:
    return re.compile("|".join(names(HAND_MADE / "modern.txt")))


def modern(name: str) -> bool:
    """Whether an element's name says that a standard of after 2009 brought it."""
    return _modern().search(name) is not None


def clean_label(label: str) -> str:
    return " ".join(label.replace("[Abstract]", "").replace("[Line Items]", "").split())


def concept_row(prefix: str, name: str, element: dict[str, str], table: list[Meaning]) -> list[str]:
    """A row of concepts.csv."""
    type_ = value_type(name, element["type"])
    balance = element["balance"]
    meaning = next(row for row in table if row.fits(name, type_, element["period"], balance))
    first, last = years(name, element)
    return [
        f"{prefix}:{name}",
        type_,
        balance,
        element["period"],
        "",
        meaning.nature,
        first,
        last,
        clean_label(element["label"]),
        meaning.positive,
    ]


def heading_row(name: str, element: dict[str, str]) -> list[str]:
    """A row for an abstract heading of a presentation tree."""
    first, last = years(name, element)
    return [f"gaap:{name}", "string", "", "duration", "1", "heading", first, last, clean_label(element["label"]), ""]


def ex27_rows(table: list[Meaning]) -> list[list[str]]:
    """One concept per tag of a financial data schedule."""
    found: dict[str, list[str]] = {}
    for row in rows(TABLES / "ex27.csv", ","):
        camel = "".join(part.capitalize() for part in re.split("[^A-Z]+", row["tag"]))
        model = row["gaap"] if row["gaap"] and row["type"] == "monetary" else camel
        meaning = next(m for m in table if m.fits(model, row["type"], row["period"], row["balance"]))
        name = f"ex27:{row['concept']}"
        found.setdefault(
            name, [name, row["type"], row["balance"], row["period"], "", meaning.nature, "1993", "2001", row["label"], meaning.positive]
        )
    return list(found.values())
