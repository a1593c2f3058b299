"""The look-alike that the lines right above a title say it is."""

from __future__ import annotations

from collections.abc import Sequence

from converter.find.statements.lines.line import Line
from converter.find.statements.segments.segment import Segment
from converter.find.statements.segments.titles import rival_of
from converter.grammar.companies import ends_in_company
from converter.patterns import regex

PARENTS = "parent company only"
RIVALS_ABOVE = frozenset({"pro forma", PARENTS, "consolidating", "average balances"})
"""What a line above a title may say of it; other words there belong to what went before."""
_NAMES = regex(r"[A-Z(][^\d.;:]{0,90}")
_ASIDE = regex(r"\([^()]{4,60}\)\W{0,3}$")
_NEAR, _LONGEST_NAME = 2, 120


def rival_above(above: Sequence[Line], title: Line, before: Segment | None) -> str:
    """The look-alike that one of the two lines above a title names, in a name or in parentheses behind it; or that of the parent company
    alone ``before`` it, on its page and under no name of its own."""
    said = (rival_of(each) for item in above[-_NEAR:] if (each := _named(item.text.strip())))
    named = next((rival for rival in said if rival in RIVALS_ABOVE), "")
    return named or (PARENTS if before and before.rival == PARENTS and _goes_on(above, title) else "")


def _goes_on(above: Sequence[Line], title: Line) -> bool:
    """Whether nothing between two statements says that the second is another company's, or of all of them."""
    apart = any(each.page_break or ends_in_company(each.text) for each in (*above, title))
    return not apart and "consolidated" not in title.text.lower()


def _named(text: str) -> str:
    """What a line names; a sentence names nothing."""
    aside = _ASIDE.search(text) if len(text) < _LONGEST_NAME else None
    return text if _NAMES.fullmatch(text) else aside[0] if aside else ""
