"""Statements of another company in a registrant's filing: of a business that it acquired, of an affiliate (Regulation S-X, 3-05, 3-09)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from converter.find.statements.segments.borders import is_of_page
from converter.find.statements.segments.choose import Built, Found, is_formal
from converter.find.statements.segments.segment import Segment
from converter.grammar.companies import LEGAL_FORM, LEGAL_FORMS
from converter.grammar.scales import find_scale
from converter.model import Document, Finding, Place, Statement
from converter.patterns import regex

_NAME = regex(
    rf"(?P<name>[A-Z0-9][\w&.,'()/ -]{{1,60}}?,?\s++{LEGAL_FORM}\b\.?)(?:\s+AND\s+(?:\w+\s+)?(?:SUBSIDIARY|SUBSIDIARIES|AFFILIATES))?\W*",
    re.IGNORECASE,
)
_DESCRIBES = regex(r"an?\s|.*\b(?:development\s+stage|parent|holding)\s+company", re.IGNORECASE)
"""No name: "A California Limited Partnership"."""
_FORMED = regex(r",\s+an?\s+(?:[\w.]+\s+){1,3}?(?:(?:limited|general)\s+)?(?:partnership|corporation|company|trust)\W*\Z", re.IGNORECASE)
"""What a name's own line says behind it: "HARBOR LOOM PARTNERS, L.P., A CALIFORNIA LIMITED PARTNERSHIP"."""
_FORMS = frozenset(map(str.upper, LEGAL_FORMS)) | {"THE", "AND", "SUBSIDIARY", "SUBSIDIARIES"}
"""What a name is printed with or without."""
_STATE = regex(r"/[A-Z]{2,3}/?\s*$")
"""What EDGAR puts behind a name: "FORD MOTOR CO /DE/"."""
_COMMON = _FORMS | {"OF", "NEW", "GROUP", "HOLDINGS", "HOLDING", "INTERNATIONAL", "SYSTEMS", "PARTNERSHIP"}
"""Words of many companies' names."""
_SEVERAL = 2
"""Kinds of statements that stand under a name which comes again."""
_LEFT_HINT = "A report tells of one registrant; convert the other's statements from a file of their own, with its --cik."
_HINT = "They are probably of a business acquired, or this is the company's name of another time: compare before you join them."


def own_first(found: Sequence[Found], filers: Sequence[str], findings: list[Finding]) -> list[Found]:
    """The statements without those of other companies, where the registrant has one of that kind. Findings say whose those are that stay,
    and whose before the notes were left out."""
    if not filers:
        return list(found)
    named = _names(found, filers)
    of = [name if name and not _is_one(name, filers) and not any(_may_be_one(name, filer) for filer in filers) else "" for name in named]
    own = {kind for (_, _, kind), name in zip(found, of, strict=True) if not name}
    findings.extend(_named([name for (_, _, kind), name in zip(found, of, strict=True) if name and kind not in own], filers[:1]))
    gone = [name for (_, chain, kind), name in zip(found, of, strict=True) if name and kind in own and _may_be_own(chain)]
    findings.extend(_not_told(name, gone.count(name)) for name in dict.fromkeys(gone))
    return [each for each, name in zip(found, of, strict=True) if not name or each[2] not in own]


def likenesses(found: Sequence[Found], filers: Sequence[str]) -> frozenset[int]:
    """Which statements stand under a name that is only like the registrant's ("Orland Steel Canada"), where another of that kind bears the
    very name: a parent's, a subsidiary's, a namesake's, or the registrant's own in other letters."""
    named = _names(found, filers)
    surely = {kind for (_, chain, kind), name in zip(found, named, strict=True) if is_formal(chain) and _is_one(name, filers)}
    return frozenset(i for i, name in enumerate(named) if name and found[i][2] in surely and not _is_one(name, filers))


def left_out(built: Sequence[Built], kept: Sequence[Statement], filers: Sequence[str]) -> Iterator[Finding]:
    """What is said of formal statements before the notes that were left out beside the registrant's own, and stand under another name: a
    subsidiary that files with its parent, and that no header names."""
    rows = {id(statement.rows) for statement in kept}
    named = zip(built, _names([found for found, _ in built], filers), strict=True)
    names = [(id(statement.rows) in rows, name, statement) for ((_, chain, _), statement), name in named if _may_be_own(chain)]
    own = {" ".join(_words(name)) for is_kept, name, _ in names if is_kept}
    others: dict[str, list[Statement]] = {}
    for is_kept, name, statement in names:
        if not is_kept and name and not _is_one(name, filers) and " ".join(_words(name)) not in own and own != {""}:
            others.setdefault(name, []).append(statement)
    for name, statements in others.items():
        yield _not_told(name, len(statements), tuple(each.title.place for each in statements))


def _not_told(name: str, count: int, places: tuple[Place, ...] = ()) -> Finding:
    statements = "1 statement" if count == 1 else f"{count} statements"
    message = f"{statements} under the name {name} left out: the filing's header names no such registrant"
    return Finding("find.other-company", "warning", message, _LEFT_HINT, places)


def _may_be_own(chain: Sequence[Segment]) -> bool:
    return is_formal([*chain]) and not chain[0].after_notes


def _named(names: Sequence[str], filers: Sequence[str]) -> Iterator[Finding]:
    for name in dict.fromkeys(names):
        message = f"statements stand under the name {name}, which is not the registrant's ({filers[0]}), whose facts they are told as"
        yield Finding("find.other-company", "warning", message, _HINT)


def _names(found: Sequence[Found], filers: Sequence[str]) -> list[str]:
    """The one company that the lines at each title name; else ""."""
    named = [_name_above(chain[0], filers) if chain[0].title else "" for _, chain, _ in found]
    running = _running_names(found, named, filers)
    lines = [() if name else _lines_above(chain[0], document) for (document, chain, _), name in zip(found, named, strict=True)]
    return [name or next((text for text, at in above if (text, at) in running), "") for name, above in zip(named, lines, strict=True)]


def _running_names(found: Sequence[Found], named: Sequence[str], filers: Sequence[str]) -> set[tuple[str, int]]:
    """Lines that are names though they tell no legal form ("HARBOR JOINT FUND 12-B"), and their documents: they stand over statements of
    two kinds, and over none of the registrant's, whose very name stands over two kinds beside them."""
    own: dict[int, set[str]] = {}
    over: dict[tuple[str, int], set[str]] = {}
    own_lines: set[tuple[str, int]] = set()
    for (document, chain, kind), name in zip(found, named, strict=True):
        if name and _is_one(name, filers):
            own_lines.update(_lines_above(chain[0], document))
            if _may_be_own(chain):
                own.setdefault(document.index, set()).add(kind)
        elif not name:
            for line in _lines_above(chain[0], document):
                over.setdefault(line, set()).add(kind)
    several = {line for line, kinds in over.items() if min(len(kinds), len(own.get(line[1], ()))) >= _SEVERAL}
    return several - own_lines


def _lines_above(segment: Segment, document: Document) -> tuple[tuple[str, int], ...]:
    """What stands above a title and may be a name, the nearest first, with the document: no aside, and nothing that is said of pages or
    periods."""
    above = [" ".join(text.split()) for text in reversed(segment.lead.split(" ; "))]
    return tuple((text, document.index) for text in above if text[:1].isupper() and not is_of_page(text) and not find_scale(text))


def _name_above(segment: Segment, filers: Sequence[str]) -> str:
    """The one company that the lines above a title, or below it, name with its legal form, or the filer that they name without; else ""."""
    above = [*segment.lead.split(" ; "), *(line.text for line in segment.captions)]
    above = [_FORMED.sub("", text).strip() for text in above]
    named = dict.fromkeys(match["name"] for text in above if (match := _NAME.fullmatch(text)))
    names = [name for name in named if not _DESCRIBES.match(name)]
    if names:
        return names[0] if len(names) == 1 else ""
    return next((text for text in above if _is_one(text, filers)), "")


def _is_one(name: str, filers: Sequence[str]) -> bool:
    """Whether a name is a filer's, whatever its legal form and the order of its words ("SMITH A O CORP")."""
    mine = _letters(name)
    return bool(mine) and any(mine == _letters(filer) for filer in filers)


def _letters(name: str) -> list[str]:
    """The letters of a name, sorted: initials may stand first or last, together or apart."""
    words = re.sub(r"[^A-Z0-9 ]", "", _STATE.sub("", name.upper()).replace("-", " ")).split()
    return sorted("".join(word for word in words if word not in _FORMS))


def _may_be_one(name: str, filer: str) -> bool:
    """Whether a company may go by both names: most of the words of the shorter are in the other, or the first one, or its initials."""
    mine, theirs = _words(name), _words(filer)
    if not mine or not theirs or mine[0] == theirs[0] or 2 * len(set(mine) & set(theirs)) > min(len(mine), len(theirs)):
        return True
    return "".join(theirs).startswith(mine[0]) or _initials(theirs).startswith(mine[0]) or _initials(mine).startswith(theirs[0])


def _words(name: str) -> list[str]:
    words = re.sub(r"[^A-Z0-9 ]", "", name.upper().replace("-", " ").replace("/", " ")).split()
    return [word for word in words if word not in _COMMON]


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)
