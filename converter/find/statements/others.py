"""Statements of another company in a registrant's filing: of a business that it acquired, of an affiliate (Regulation S-X, 3-05, 3-09)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from converter.find.statements.choose import Built, Found, is_formal
from converter.find.statements.segment import Segment
from converter.model import Finding, Statement
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
_LEFT_HINT = "A report tells of one registrant; convert the other's statements from a file of their own, with its --cik."
_HINT = "They are probably of a business acquired, or this is the company's name of another time: compare before you join them."


def own_first(found: Sequence[Found], filers: Sequence[str], findings: list[Finding]) -> list[Found]:
    """The statements without those of other companies, where the registrant has one of that kind; of the others that stay a finding
    says whose they are."""
    of = [_other_company(chain[0], filers) if filers and chain[0].title else "" for _, chain, _ in found]
    own = {kind for (_, _, kind), name in zip(found, of, strict=True) if not name}
    findings.extend(_named([name for (_, _, kind), name in zip(found, of, strict=True) if name and kind not in own], filers[:1]))
    return [each for each, name in zip(found, of, strict=True) if not name or each[2] not in own]


def left_out(built: Sequence[Built], kept: Sequence[Statement]) -> Iterator[Finding]:
    """What is said of formal statements before the notes that were left out beside the registrant's own, and stand under another name: a
    subsidiary that files with its parent, and that no header names."""
    rows = {id(statement.rows) for statement in kept}
    names = [(id(statement.rows) in rows, _name_above(chain[0]), statement) for (_, chain, _), statement in built if _may_be_own(chain)]
    own = {" ".join(_words(name)) for is_kept, name, _ in names if is_kept}
    others: dict[str, list[Statement]] = {}
    for is_kept, name, statement in names:
        if not is_kept and name and " ".join(_words(name)) not in own and own != {""}:
            others.setdefault(name, []).append(statement)
    for name, statements in others.items():
        message = f"{len(statements)} statements under the name {name} are left out: the filing's header names no such registrant"
        yield Finding("find.other-company", "warning", message, _LEFT_HINT, tuple(each.title.place for each in statements))


def _may_be_own(chain: Sequence[Segment]) -> bool:
    return is_formal([*chain]) and not chain[0].after_notes


def _named(names: Sequence[str], filers: Sequence[str]) -> Iterator[Finding]:
    for name in dict.fromkeys(names):
        message = f"statements stand under the name {name}, which is not the registrant's ({filers[0]}), whose facts they are told as"
        yield Finding("find.other-company", "warning", message, _HINT)


def _other_company(segment: Segment, filers: Sequence[str]) -> str:
    """The one company that the lines at a title name, where no filer has a word or the initials of its name; else ""."""
    name = _name_above(segment)
    return name if name and not any(_may_be_one(name, filer) for filer in filers) else ""


def _name_above(segment: Segment) -> str:
    """The one company that the lines above a title, or below it, name; else ""."""
    above = [*segment.lead.split(" ; "), *(line.text for line in segment.captions)]
    names = [match["name"] for text in above if (match := _NAME.fullmatch(text.strip()))]
    names = [name for name in names if not _DESCRIBES.match(name)]
    return names[0] if len(names) == 1 else ""


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
