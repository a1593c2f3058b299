"""What a caption, a column's head or a mark on a figure says of the currency: "(expressed in Canadian dollars)", ``DM``, ``£``."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from converter.patterns import holds_one, regex
from converter.resources import table

_STATED = regex(r"\b(?:in|of)\s+(?:(?:thousands|millions|billions)\s+of\s+)?(?:the\s+)?(?:nominal\s+|current\s+)?$", re.IGNORECASE)
_MOST_STATED = 60
_SCALED = regex(r"(?:\s+amounts)?,?\s*\(?\s?(?:in\s+)?(?:thousands?|millions?|billions?)\b", re.IGNORECASE)
_BY_CODE = regex(r"(?<![A-Za-z])(?:[MTK](?P<prefixed>SEK|NOK|DKK|FIM|EUR|CHF)|(?P<scaled>SEK|NOK|DKK|FIM|EUR|CHF)\sM)(?![A-Za-z])")
_THOUSANDS = regex(r"(?:^|[;(])\s?(?P<code>SEK|NOK|DKK|FIM|CHF)\s?(?:1[,.]?)?000\s?(?:[;)]|$)")
"""How Nordic and Swiss filers print scale and currency in one: "MSEK", "NOK 1000"."""
_ZEROS = regex(r"['’]?000(?:,?000)?['’]?s?\b")
_IN_PARENTHESES = regex(r"\(([^()]{1,80})\)")
# Filings in ASCII spell the sign that they lack.
_SPELLED = regex(r"\(pounds?\)", re.IGNORECASE)


class _Grammar(Struct, frozen=True):
    """``codes`` and ``marks`` lead from what is printed to the code; ``name`` finds names in lower case."""

    name: re.Pattern[str]
    mark: re.Pattern[str]
    scaled_mark: re.Pattern[str]
    codes: dict[str, str]
    marks: dict[str, str]


@lru_cache(maxsize=1)
def currency_codes() -> frozenset[str]:
    """The codes that ISO 4217 has or had, those of metals and of no currency among them."""
    return frozenset(table("grammar", "iso4217.txt").read_text("utf-8").split())


@lru_cache(maxsize=1)
def _names() -> tuple[dict[str, str], dict[str, str]]:
    """What currencies are called and what marks they have, each with its code."""
    codes: dict[str, str] = {}
    marks: dict[str, str] = {}
    with table("grammar", "currencies.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            codes |= dict.fromkeys(row["words"].split("|"), row["code"])
            marks |= dict.fromkeys(row["marks"].split("|"), row["code"])
    return codes, marks


def _any_of(marks: Iterable[str], blank: str) -> str:
    return "|".join(re.escape(each).replace(r"\ ", blank) for each in sorted(marks, key=lambda each: (-len(each), each)))


MARKS = frozenset(_names()[1])
"""The marks of the table, as printed."""


def _marks_by_initial() -> str:
    """One way for each initial, behind a look at it: most of what is tried begins otherwise."""
    initials = sorted({mark[0] for mark in MARKS})
    rests = (_any_of([mark[1:] for mark in MARKS if mark[0] == initial], r"\s?") for initial in initials)
    ways = "|".join(f"{initial}(?:{rest})" for initial, rest in zip(initials, rests, strict=True))
    return rf"\$|(?=[{''.join(initials)}])(?:{ways})"


CURRENCY_MARKS = _marks_by_initial()
"""A pattern of the marks that stand with figures, the longest first: those of the table, and the dollar of whoever prints it."""


@lru_cache(maxsize=1)
def _grammar() -> _Grammar:
    codes, marks = _names()
    words, signs = _any_of(codes, r"\s+"), _any_of(marks, r"\ ")
    return _Grammar(
        regex(words),
        regex(rf"(?<![\w$.])(?P<mark>{signs})(?!(?!(?:m|mn|bn|000s?)\b)[\w$])"),
        regex(
            rf"(?<![\w$.])(?P<mark>{signs})(?:\s?['’]?000s?|\s?mn?|\s?bn|\s(?:in\s)?(?:thousand|million|billion)s?)\b"
            rf"|\b(?:thousands|millions|billions)\sof\s(?P<counted>{signs})(?![\w$])"
        ),
        codes,
        marks,
    )


def find_currency(caption: str) -> str:
    """The ISO 4217 code of the currency that a caption states, or "". The first one counts: what follows is a translation's."""
    grammar = _grammar()
    caption = _SPELLED.sub("£", caption)
    stated = next((match for match in _named(caption) if _is_stated(caption, match)), None)
    if stated:
        return _code_of(stated)
    match = grammar.scaled_mark.search(caption) if holds_one(caption, MARKS) else None
    if match:
        return grammar.marks[match["mark"] or match["counted"]]
    if coded := _BY_CODE.search(caption):
        return coded["prefixed"] or coded["scaled"]
    if thousands := _THOUSANDS.search(caption):
        return thousands["code"]
    return next((code for each in _IN_PARENTHESES.findall(caption) if (code := _alone(each))), "")


@lru_cache(maxsize=1 << 10)
def head_currency(head: str) -> str:
    """The ISO 4217 code of the currency mark or name in a column's head (``DM``, ``1997 U.S. Dollars``), or ""."""
    return _marked(head) or next((_code_of(match) for match in _named(head)), "")


def _named(text: str) -> Iterator[re.Match[str]]:
    """The currencies that a text names, as words of their own."""
    lower = text.lower()
    for match in _grammar().name.finditer(lower if len(lower) == len(text) else text):
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        if not (before.isalnum() or before in ("$", ".", "_") or after.isalnum() or after == "_"):
            yield match


def _is_stated(caption: str, match: re.Match[str]) -> bool:
    """ "In Canadian dollars", "euros in thousands", "Yen (millions)", "(yen)"."""
    before, after = caption[: match.start()], caption[match.end() :]
    if _STATED.search(before[-_MOST_STATED:]) or _SCALED.match(after):
        return True
    return before.rstrip().endswith("(") and after.lstrip().startswith(")")


def _code_of(match: re.Match[str]) -> str:
    return _grammar().codes[" ".join(match[0].split())]


def _alone(text: str) -> str:
    """The code of what is nothing but a currency's name, or has its mark."""
    grammar = _grammar()
    named = grammar.name.fullmatch(" ".join(re.sub(r"[^A-Za-z. $-]", " ", _ZEROS.sub(" ", text)).lower().split()))
    return _marked(text) or (grammar.codes[named[0]] if named else "")


def _marked(text: str) -> str:
    grammar = _grammar()
    text = _SPELLED.sub("£", text)
    match = grammar.mark.search(text) if holds_one(text, MARKS) else None
    return grammar.marks[match["mark"]] if match else ""


def is_currency(text: str) -> bool:
    """Whether a text is a currency's mark or name and nothing else."""
    text = text.strip()
    return text == "$" or text in MARKS or _grammar().name.fullmatch(text.lower()) is not None


def mark_currency(mark: str) -> str:
    """The ISO 4217 code of a mark printed with a figure, or "": a bare dollar sign is the dollar of whoever prints it."""
    return _grammar().marks.get(mark, "")


_PESOS = frozenset({"ARS", "CLP", "COP", "MXN"})
"""Printed with a dollar sign and no letters."""


@lru_cache(maxsize=1)
def _without_dollar_sign() -> frozenset[str]:
    marks = _names()[1]
    return frozenset(marks.values()) - {code for mark, code in marks.items() if "$" in mark} - _PESOS


def has_dollar_sign(code: str) -> bool:
    """Whether a bare dollar sign may stand for a currency: one that the table does not know may."""
    return code not in _without_dollar_sign()
