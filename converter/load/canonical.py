"""Values in their one canonical form, where a report says that it has them (xBRL-JSON 1.0, 3.1.2: feature ``xbrl:canonicalValues``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from converter.load.log import Log
from converter.model import Concept, Fact
from converter.model.concept import DECIMAL_TYPES, INTEGER_TYPES
from converter.patterns import regex

_DECIMAL = regex(r"-?(?:0|[1-9][0-9]*)\.(?:0|[0-9]*[1-9])")
_INTEGER = regex(r"-?[1-9][0-9]*|0")
_BOOLEAN = regex("true|false")


def check_canonical(facts: Iterable[Fact], concepts: Mapping[str, Concept], log: Log) -> None:
    """Tells decimals, integers and truth values that are written in another way: ``600000.0`` is canonical, ``600000`` is not."""
    forms = {name: _form(concept) for name, concept in concepts.items()}
    for fact in facts:
        form = forms.get(fact.concept)
        if form is not None and fact.value is not None and not form(fact.value):
            log.say("json.canonical", f"Fact {fact.id} has the value {fact.value[:60]!r}, which is not its canonical form.", fact=fact.id)


def _form(concept: Concept) -> Callable[[str], object] | None:
    """What tells whether the whole of a value is canonical; None where every one is."""
    if concept.type in INTEGER_TYPES:
        return _INTEGER.fullmatch
    return _DECIMAL.fullmatch if concept.type in DECIMAL_TYPES else _BOOLEAN.fullmatch if concept.type == "boolean" else None
