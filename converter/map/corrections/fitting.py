"""Whether a concept that a person names can be given to a number."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from converter.map.corrections.telling import finding_of
from converter.model import Correction, Finding, Place
from converter.taxonomy import Taxonomy

OWN_WORD = "own"
_KINDS = {"monetary": "money", "perShare": "an amount per share", "shares": "a number of shares", "pure": "a ratio"}


def misfit(
    correction: Correction, kind: str, instant: bool, what: str, taxonomy: Taxonomy, places: tuple[Place, ...], prefixes: Iterable[str]
) -> Finding | None:
    """Why the correction's concept cannot be what a number of this kind (a type of values) and period means; None where it can."""
    name = correction.concept
    if name in ("", OWN_WORD):
        return None
    concept = taxonomy.concepts.get(name)
    if concept is None or concept.abstract or name.partition(":")[0] not in prefixes:
        return finding_of(
            "corrections.unknown-concept", correction.where, f"{what} cannot be {name}: {_unknown(name, taxonomy)}", "", places
        )
    said = "pure" if concept.type == "percent" else concept.type
    if said != kind:
        text = f"{what} is {_KINDS.get(kind, kind)}, and {name} is {_KINDS.get(said, said)}; the row is mapped without the correction"
        return finding_of("corrections.type-mismatch", correction.where, text, "", places)
    if (concept.period_type == "instant") != instant:
        words = ("a balance at a day", "an amount over a time")
        text = f"{what} is {words[not instant]}, and {name} is {words[instant]}; the row is mapped without the correction"
        return finding_of("corrections.period-mismatch", correction.where, text, "", places)
    return None


def _unknown(name: str, taxonomy: Taxonomy) -> str:
    if name in taxonomy.concepts:
        return "it stands in no statement"
    near = get_close_matches(name, list(taxonomy.concepts), 1, 0.8)
    return f"the taxonomy has no such concept{f', but {near[0]}' if near else ''}"
