"""The tables beside this module, loaded once."""

from __future__ import annotations

import re
from functools import cache

from converter.patterns import regex
from converter.resources import table as table_of


def _rows(name: str) -> list[list[str]]:
    text = table_of("find/cover", name).read_text("utf-8")
    return [row for line in text.splitlines() if line and not line.startswith("#") and (row := line.split("\t"))][1:]


_BEFORE_STATES = (
    "republic of ",
    "incorporated in ", "incorporated under the laws of ", "organized in ", "organized under the laws of ", "the ", "state of ",
    "commonwealth of ", "province of ", "kingdom of ",
)  # fmt: skip


_REST = regex(r"\b(?:the|and|inc|llc|stock|national|global|select|small-?cap|capital|markets?|system|exchanges?)\b", re.IGNORECASE)
_AND = regex(r"[,;&]|\band\b", re.IGNORECASE)
_NOT_NOW = regex(
    r"\b(?:not\s+(?:(?:now|currently|yet|presently)\s+)?(?:listed|registered|traded|applicable)|none\b|no\s+longer|unlisted)"
    r"|\bde-?listed|\bformerly|\bpreviously|\bprior\s+to|\buntil|\bwithdrawn|\bremoved|\bsuspended"
    r"|\bappl(?:ication|ied)|\bpending|\bto\s+be\s+(?:listed|registered)|\bintends?\b|\bexpected",
    re.IGNORECASE,
)
"""Of exchanges that a security is not listed on now."""
_ANOTHER_TIME = regex(r"\b(?:formerly|previously|prior\s+to|until)\b", re.IGNORECASE)
_CLAUSE = regex(r"[;(]|,\s(?=(?:formerly|previously)\b)", re.IGNORECASE)


@cache
def _captions() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((item, re.compile(pattern, re.IGNORECASE)) for item, pattern in _rows("captions.tsv"))


@cache
def captions(text: str) -> tuple[str, ...]:
    """The items that a text is a caption of, in the order of the table."""
    return tuple(item for item, pattern in _captions() if pattern.search(text))


@cache
def caption_words() -> frozenset[str]:
    """The words that captions of covers are made of."""
    return frozenset(row[0] for row in _rows("caption_words.tsv"))


@cache
def states() -> dict[str, str]:
    """Names and codes of states and countries (lower case, no punctuation) to codes."""
    table: dict[str, str] = {}
    for code, *names in _rows("states.tsv"):
        for name in (code, *names):
            if name:
                table[name.lower()] = code
    return table


def state_code(text: str) -> str:
    """``New York``, ``N.Y.``, ``the State of Delaware`` -> the code; "" where the text is none."""
    plain = re.sub(r"[^a-z ]", "", text.lower().replace("’", "'")).strip()
    plain = " ".join(plain.split()).removesuffix(" canada")
    for words in _BEFORE_STATES:
        plain = plain.removeprefix(words)
    return states().get(plain, "") or states().get(plain.replace(" ", ""), "")


@cache
def _countries() -> dict[str, str]:
    return {row[0]: row[1] for row in _rows("countries.tsv")}


def country_of(code: str) -> str:
    """The ISO 3166 code of a country, from the SEC's; "" for a state of the United States or a province of Canada."""
    return _countries().get(code, "")


@cache
def _exchanges() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((code, re.compile(pattern, re.IGNORECASE)) for code, pattern, *_ in _rows("exchanges.tsv"))


@cache
def _cities() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What is left of an exchange's name in a list: ``New York, Chicago and Pacific Stock Exchanges``."""
    named = [(code, city) for code, _, city, *_ in _rows("exchanges.tsv") if city]
    return tuple(
        (code, re.compile(rf"(?:the )?(?:{city})(?: stock)?(?: exchanges?)?(?:,? inc\.?)?", re.IGNORECASE)) for code, city in named
    )


@cache
def exchanges_abroad() -> frozenset[str]:
    """Codes of the exchanges outside the United States."""
    return frozenset(row[0] for row in _rows("exchanges.tsv") if row[3:] == ["x"])


def exchange_codes(text: str) -> tuple[str, ...]:
    """Codes of the exchanges that a text names, in the order they stand in it."""
    found = sorted((match.start(), code) for code, pattern in _exchanges() if (match := pattern.search(text)))
    return tuple(code for _, code in found)


def listed_now(text: str) -> str:
    """What a text says of today: "New York Stock Exchange" of "New York Stock Exchange (formerly American Stock Exchange)"; nothing where
    it says that the security is not listed, no more or not yet."""
    if not _NOT_NOW.search(text):
        return text
    first, *others = _CLAUSE.split(text)
    told = _NOT_NOW.search(first) is None and all(_ANOTHER_TIME.match(each.strip()) for each in others if _NOT_NOW.search(each))
    return first if told and any(exchange_codes(each) for each in others) else ""


def listed_on(text: str) -> tuple[str, ...]:
    """Codes of the exchanges that a column of exchanges names: there a list of cities is one of exchanges."""
    text = listed_now(text)
    parts = [" ".join(part.split()) for part in _AND.split(text.replace(", Inc", " Inc")) if part.strip(" .")]
    codes = [next((code for code, city in _cities() if city.fullmatch(part.strip(" ."))), "") for part in parts]
    return tuple(dict.fromkeys(codes)) if codes and all(codes) else exchange_codes(text)


def only_exchanges(text: str) -> bool:
    """Whether a text names exchanges and says nothing else."""
    if not exchange_codes(text):
        return False
    for _, pattern in _exchanges():
        text = pattern.sub(" ", text)
    return not _REST.sub("", text).strip(" .,;&()")
