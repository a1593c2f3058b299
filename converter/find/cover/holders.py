"""Whose stock an amount of market value is of: what affiliates hold, what others hold, or the stock of another company."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.find.cover.owners import named
from converter.grammar.companies import LEGAL_FORM
from converter.patterns import regex

_OUTSIDERS = r"non-?\s?affiliat\w*|unaffiliated"
_NOT_NON = r"(?<!non)(?<!non[- ])(?<!non-\s)\b"
_INSIDERS = rf"{_NOT_NON}(?:affiliates|officers|directors|insiders|management)\b"
_MORE_INSIDERS = r"(?:[\s,]{1,4}(?:and\s{1,4}|or\s{1,4})?(?:executive\s{1,4})?(?:affiliates|officers|directors)\b){0,3}"
_LIGHT = r"(?:[\s,()]{1,6}(?:of|which|that|is|was|were|are|be|being|worth|shares?|stock|deemed|to|the|such|this)\b){0,5}"
"""What stands between an amount and the words of who holds it."""
_HELD_BY = (
    r"[\s,()]{1,6}(?:beneficially\s+)?(?:held|owned)\s+(?:of\s+record\s+|beneficially\s+)?by\s+"
    r"(?:(?:the|certain|its|such|executive|all)\s+){0,2}"
)
_NO_HEAD = r"(?!\s{0,4}(?::|was|were|is|of|are)?\s{0,4}(?:approximately\s{1,4})?\$)"
"""No head of the next amount."""
_OTHERS_BEHIND = regex(
    rf"{_LIGHT}{_HELD_BY}(?:{_OUTSIDERS}){_NO_HEAD}|{_LIGHT}[\s,()]{{1,6}}excluding\b[^$;.]{{0,60}}{_INSIDERS}", re.IGNORECASE
)
_INSIDERS_BEHIND = regex(
    rf"{_LIGHT}{_HELD_BY}{_INSIDERS}{_MORE_INSIDERS}{_NO_HEAD}|[\s,]{{1,6}}(?:are|were)\s{{1,4}}(?:deemed\s{{1,4}})?{_INSIDERS}",
    re.IGNORECASE,
)
_OTHERS = regex(
    rf"\b(?:{_OUTSIDERS})|\bnot\s+(?:(?:held|owned)\s+by\s+)?affiliat|\bpublic\s+float\b|\bheld\s+by\s+the\s+public\b"
    rf"|\b(?:other\s+than|excluding|exclusive\s+of)\b[^$;]{{0,80}}{_INSIDERS}",
    re.IGNORECASE,
)
_LEFT_OUT = regex(
    r"(?:\b(?:excluding|exclusive\s+of|deducting|net\s+of|other\s+than|less|not\s+including)"
    rf"|{_INSIDERS}(?:[\s,]+\w{{1,12}}){{0,3}}?\s+(?:hold|held|own|owned|holding|owning))"
    r"(?:\s+(?:approximately|shares?|stock|common|valued|at|having|with|an?|aggregate|market|value|of|worth)){0,8}\s+\Z",
    re.IGNORECASE,
)
"""Before an amount that is not the outsiders': "excluding", "affiliates hold"."""
_LINK = r"[\s,:]+(?:(?:was|is|were|of|are|approximately)\s+){0,2}\Z"
_INSIDERS_BEFORE = regex(rf"{_INSIDERS}{_LINK}", re.IGNORECASE)
_LABEL = regex(rf"\b(?:held|owned)\s+by\s+(?:{_OUTSIDERS}|{_INSIDERS})[\s:]+\Z", re.IGNORECASE)
"""Right before an amount, in a column of them: what stands behind is the next one's."""
_PART = regex(r"\b(?:of\s+which|includ(?:es|ing))\b", re.IGNORECASE)
_BEFORE = 160
_NEAR = 300
"""Characters: what stands farther before an amount, the page's head perhaps, is not said of it."""
_ANOTHERS = regex(
    rf"(?:\b(?:{LEGAL_FORM}|parent|holdings|group)\b[.,\s]{{0,3}})whose\b|\bparent\b",
    re.IGNORECASE,
)
_ALL_HELD = regex(
    r"\ball\b(?P<what>[^.;$]{0,120}?)\b(?:is|are|was|were)\s+(?:\w+,?\s+){0,4}?(?:owned|held)\s+(?:of\s+record\s+)?by\s+"
    r"(?!(?:the\s+)?(?:non|persons|officers|directors|executive|affiliates|stockholders|shareholders|its)\b)"
    r"|(?:\bnone\s+of|\b(?:is|are|was|were|has|have|had)\s+no)\b(?P<none>[^.;$]{0,80}?)"
    r"\b(?:(?:held|owned)\s+by|in\s+the\s+hands\s+of)\s+non-?\s?affiliates"
    r"|\bno\s(?P<no>(?:voting|common|capital|outstanding|shares|stock|equity|units|part)\b[^.;$]{0,60}?)\s(?:is|are|was|were)\s+(?:held|owned)\s+by\s+non-?\s?affiliates"
    r"|\bregistrant\s+is\s+(?:an?\s+)?(?:\w+,?\s+){0,3}?wholly[\s-]+owned",
    re.IGNORECASE,
)
_EQUITY = regex(r"\b(?:stock|shares|equity|interests?|units|securities|which)\b", re.IGNORECASE)
_ONE_CLASS = regex(r"\b(?:class|series)\s+[a-z]\b|\bpreferred\b", re.IGNORECASE)
_NONE_BEHIND = regex(r"(?:\bnone|\bnot\s+applicable|\bn/a|\bzero)\W*\Z", re.IGNORECASE)
_OWN = regex(r"\bnon-?\s?affiliates\s+of\s+(?:the\s+)?(?:registrant|company|issuer)\b(?!['’])", re.IGNORECASE)


def of_outsiders(words: str, figures: Sequence[re.Match[str]]) -> list[bool | None]:
    """For each amount whether the words say that it is what non-affiliates hold (True) or what others do (False); None where they say
    neither. What stands right behind an amount is of that one, what else stands before it of the next."""
    told: list[bool | None] = []
    start = 0
    for at, figure in enumerate(figures):
        end = figures[at + 1].start() if at + 1 < len(figures) else len(words)
        behind = figure.start() + len(figure[0].rstrip())
        labelled = _LABEL.search(words, max(start, figure.start() - _BEFORE), figure.start())
        others, insiders = (None if labelled else pattern.match(words, behind) for pattern in (_OTHERS_BEHIND, _INSIDERS_BEHIND))
        told.append((others is not None) if others or insiders else _before(words, start, figure.start()))
        if told[-1] is False and at and told[-2] is None and _PART.search(words, start, figure.start()):
            told[-2] = False  # the whole, of which this is the insiders' part
        start = min(end, max(match.end() for match in (others, insiders, figure) if match))
    return told


def _before(words: str, start: int, end: int) -> bool | None:
    near = max(start, end - _BEFORE)
    if _LEFT_OUT.search(words, near, end):
        return False
    if _OTHERS.search(words, start, end):
        return True
    return False if _INSIDERS_BEFORE.search(words, near, end) else None


def names_outsiders(words: str) -> bool:
    """Whether words speak of what non-affiliates hold."""
    return _OTHERS.search(words) is not None


def all_held_by_one(words: str) -> int:
    """Where a sentence begins to say that one holder has all of the registrant's stock, or that non-affiliates have none; -1 if nowhere."""
    match = _ALL_HELD.search(words) if any(word in words.lower() for word in ("owned", "held", "hands")) else None
    if match is None:
        none = _NONE_BEHIND.search(words) if "affiliates" in words else None
        return none.start() if none else -1
    what = next((match[name] for name in ("what", "none", "no") if match[name] is not None), None)
    whole = what is None or (_EQUITY.search(what) is not None and not _ONE_CLASS.search(what))
    return match.start() if whole else -1


def of_another(words: str, names: Sequence[str], all_held: bool) -> bool:
    """Whether the words before an amount tell the market value of another company's stock: its parent's, where ``all_held`` says that
    non-affiliates hold none of the registrant's, unless they name the registrant (``names``)."""
    start = all_held_by_one(words)
    said = words[start:] if start >= 0 else words[-_NEAR:]
    if len(names) > 1 or named(said, names) is not None or _OWN.search(said):
        return False
    return all_held or start >= 0 or _ANOTHERS.search(said) is not None
