"""What a line of plain text looks like, told cheaply: nine of ten lines are prose and want no closer look."""

from __future__ import annotations

import re

from converter.patterns import regex

BLANK, RULE, ROW, GAPPED, PLAIN, PAGE, TAG = range(7)

_INSIDE = r"[\d,.()\[\]{}$%*/ <>-]*"
_MARK = r"\s?\([a-zA-Z0-9]{1,2}\)"
# What may stand before a figure may stand inside of one too: the ways are tried apart, so that no long run is gone through twice.
_FIGURE_TAIL = regex(
    rf"(?:[\[<{{]*+[$(-]|[$(\[<{{-]*+\s*+[\d.$(−–-])(?:{_INSIDE}+|{_INSIDE}(?:C[Rr](?:{_MARK})?|{_MARK})[%*)\]]*+)"
    rf"|[$(\[<{{-]*\s*(?:[-–—]{{1,4}}|nil)(?:{_MARK})?[%*)\]]*"
)
RULE_MARKS = "-=_*|+:.~$ \t–—―─━"
_LONG_DASHES = ("–––––", "—————", "―――――", "───", "━━━")
"""Fewer of them are a nil mark."""
_TAG = regex(r"\s*</?(?:TABLE|CAPTION|S|C|FN|F\d+|TEXT)>", re.IGNORECASE)
_PAGE = regex(r"\s*<PAGE>", re.IGNORECASE)
_TAIL_MARKS = frozenset("0123456789)%*-–—]>}lRr")
_SPACED_RULE = "- - - - -"
_TAIL_STARTS = frozenset("0123456789$(.-−–—[<{n")


def classify(line: str) -> int:
    """The class of a line: ``ROW`` ends in a figure behind a gap, ``GAPPED`` has a gap inside but no figure at its end."""
    text = line.rstrip()
    if not text:
        return BLANK
    lead = text.lstrip()
    first = lead[0]
    if first == "<":
        if _PAGE.match(text):
            return PAGE
        if _TAG.match(text):
            return TAG
    elif first in "-=_*–—―─━" and is_rule(text):
        return RULE
    if "  " not in lead and "\t" not in lead and ".." not in lead and ". ." not in lead:
        indented = text[:2].isspace() or text[0] == "\t"
        return ROW if indented and _is_figure(text[-1], lead.lstrip(".") or lead) else PLAIN
    gap = max(text.rfind("  "), text.rfind("\t"), text.rfind(".."), text.rfind(". ."))
    if _is_figure(text[-1], text[gap + 1 :].lstrip(" \t._") or text[gap + 1 :].strip()):
        return ROW
    return GAPPED if "  " in lead or "\t" in lead or gap > len(text) - len(lead) else PLAIN


def _is_figure(last: str, tail: str) -> bool:
    return last in _TAIL_MARKS and tail[0] in _TAIL_STARTS and _FIGURE_TAIL.fullmatch(tail) is not None


def is_rule(text: str) -> bool:
    """Nothing but the marks that rules are drawn with, three of one at least side by side, or more with blanks between."""
    return not text.strip(RULE_MARKS) and (
        "---" in text
        or "===" in text
        or "___" in text
        or "***" in text
        or _SPACED_RULE in text
        or "= = = =" in text
        or any(dashes in text for dashes in _LONG_DASHES)
    )
