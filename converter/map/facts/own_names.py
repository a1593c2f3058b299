"""The words that name a row that no standard concept fits: the label's, and what it takes for granted where it stands."""

from __future__ import annotations

from converter.map.rows.lines import Line
from converter.map.signs.natures import balance_side, is_bare_balance
from converter.map.signs.order import positive_first
from converter.map.signs.sides import sign_words

_INCREASE, _DECREASE = "Increase (decrease) in", "Decrease (increase) in"
_OF_OPERATIONS = {("asset", -1): _INCREASE, ("asset", 1): _DECREASE, ("liability", 1): _INCREASE, ("liability", -1): _DECREASE}
_PROVIDED = {1: "Cash provided by (used in)", -1: "Cash used in (provided by)"}
_PROCEEDS = {1: "Proceeds from (payments for)", -1: "Payments for (proceeds from)"}


def words_of_name(line: Line, statement: str, sign: int) -> str:
    """What a row is called. The side stands first that a positive value counts, ``sign`` being -1 where printed signs are turned; the
    change of a balance says that it is one; and the heading says whether a bare "Maintenance" is earned or spent."""
    label = line.row.label
    if line.kind != "monetary" or not line.words:
        return label
    if statement == "cashflow" and not line.instant:
        return _joined(_flow(line, sign), positive_first(label, sign))
    if statement == "income" and not line.instant:
        return _joined(positive_first(label, sign), _earned_or_spent(line))
    if statement == "balance_sheet":
        return _joined(label, _owed(line))
    return positive_first(label, sign)


def _joined(first: str, last: str) -> str:
    """Both, in capitals where a label of several words is: they are no abbreviations then (`names.local_name`)."""
    both = f"{first} {last}".strip()
    return both.upper() if any(" " in part and part.isupper() for part in (first, last)) else both


def _flow(line: Line, sign: int) -> str:
    """What a balance's bare name lacks in a cash flow; a positive value is what stands first."""
    if not is_bare_balance(line.section, line.words, line.under == "changes"):
        return ""
    if line.section == "op":
        return _OF_OPERATIONS.get((balance_side(line.words), sign), _PROVIDED[sign])
    return _PROCEEDS[sign]


def _earned_or_spent(line: Line) -> str:
    """ "Revenue", "cost", "expense" of the nearest heading that says so, where the label says nothing of the kind."""
    says = sign_words("earned") | sign_words("spent") | sign_words("nature")
    if line.section not in ("rv", "ex") or not says.isdisjoint(line.words):
        return ""
    heading = next((head for head in reversed(line.heads) if not _SAID_AS.keys().isdisjoint(head)), ())
    if not _EITHER_WAY.isdisjoint(heading):
        return ""
    if not _EARNED.isdisjoint(heading) and not _SPENT.isdisjoint(heading):
        return "cost" if {"cost", "of"} <= set(heading) else ""
    return " and ".join(said for word, said in _SAID_AS.items() if word in heading)


_SAID_AS = {"revenue": "revenue", "sale": "sales", "cost": "cost", "expense": "expense"}
_EARNED, _SPENT = frozenset({"revenue", "sale"}), frozenset({"cost", "expense"})
_EITHER_WAY = frozenset({"income", "gain", "loss", "earnings", "before", "per", "profit", "asset", "equity"})


def _owed(line: Line) -> str:
    heading = line.heads[-1] if line.heads else ()
    if line.section not in ("cl", "nl", "ul") or "liability" not in heading or not _EITHER_WAY.isdisjoint(heading):
        return ""
    return "" if not sign_words("owed").isdisjoint(line.words) else "liability"
