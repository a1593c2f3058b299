"""Statements of another company in a registrant's filing: of a business that it acquired, of an affiliate (Regulation S-X, 3-05, 3-09)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from converter.find.statements.choose import Found
from converter.find.statements.segment import Segment
from converter.model import Finding
from converter.patterns import regex

_NAME = regex(
    r"(?P<name>[A-Z0-9][\w&.,'()/ -]{1,60}?,?\s+(?:INC|INCORPORATED|CORP|CORPORATION|COMPANY|CO|LTD|LIMITED|L\.?P|L\.?L\.?C|PLC"
    r"|PARTNERSHIP|S\.?A|N\.?V|GMBH)\b\.?)(?:\s+AND\s+(?:\w+\s+)?(?:SUBSIDIARY|SUBSIDIARIES|AFFILIATES))?\W*",
    re.IGNORECASE,
)
_DESCRIBES = regex(r"an?\s|.*\b(?:development\s+stage|parent|holding)\s+company", re.IGNORECASE)
"""No name: "A California Limited Partnership"."""
_COMMON = frozenset(
    (
        *("THE", "AND", "OF", "NEW", "GROUP", "HOLDINGS", "HOLDING", "INTERNATIONAL", "SYSTEMS", "COMPANY", "PARTNERSHIP"),
        *("INC", "INCORPORATED", "CORP", "CORPORATION", "CO", "LTD", "LIMITED", "LP", "LLC", "PLC", "SA", "NV", "GMBH"),
    )
)
"""Words of many companies' names."""
_HINT = "They are probably of a business acquired, or this is the company's name of another time: compare before you join them."


def own_first(found: Sequence[Found], filers: Sequence[str], findings: list[Finding]) -> list[Found]:
    """The statements without those of other companies, where the registrant has one of that kind; of the others that stay a finding
    says whose they are."""
    of = [_other_company(chain[0], filers) if filers and chain[0].title else "" for _, chain, _ in found]
    own = {kind for (_, _, kind), name in zip(found, of, strict=True) if not name}
    findings.extend(_named([name for (_, _, kind), name in zip(found, of, strict=True) if name and kind not in own], filers[:1]))
    return [each for each, name in zip(found, of, strict=True) if not name or each[2] not in own]


def _named(names: Sequence[str], filers: Sequence[str]) -> Iterator[Finding]:
    for name in dict.fromkeys(names):
        message = f"statements stand under the name {name}, which is not the registrant's ({filers[0]}), whose facts they are told as"
        yield Finding("find.other-company", "warning", message, _HINT)


def _other_company(segment: Segment, filers: Sequence[str]) -> str:
    """The one company that the lines above a title name, where no filer has a word or the initials of its name; else ""."""
    above = [*segment.lead.split(" ; "), *(line.text for line in segment.captions)]
    names = [match["name"] for text in above if (match := _NAME.fullmatch(text.strip()))]
    names = [name for name in names if not _DESCRIBES.match(name)]
    return names[0] if len(names) == 1 and not any(_may_be_one(names[0], filer) for filer in filers) else ""


def _may_be_one(name: str, filer: str) -> bool:
    mine, theirs = _words(name), _words(filer)
    if not mine or not theirs or set(mine) & set(theirs):
        return True
    return "".join(theirs).startswith(mine[0]) or _initials(theirs).startswith(mine[0]) or _initials(mine).startswith(theirs[0])


def _words(name: str) -> list[str]:
    words = re.sub(r"[^A-Z0-9 ]", "", name.upper().replace("-", " ").replace("/", " ")).split()
    return [word for word in words if word not in _COMMON]


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)
