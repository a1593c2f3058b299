"""The tables beside this module, loaded once."""

from __future__ import annotations

import re
from functools import cache

from converter.resources import table as table_of


def _rows(name: str) -> list[list[str]]:
    text = table_of("find/cover", name).read_text("utf-8")
    return [row for line in text.splitlines() if line and not line.startswith("#") and (row := line.split("\t"))][1:]


_BEFORE_STATES = (
    "incorporated in ", "incorporated under the laws of ", "organized in ", "organized under the laws of ", "the ", "state of ",
    "commonwealth of ", "province of ", "kingdom of ",
)  # fmt: skip


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
def _exchanges() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((code, re.compile(pattern, re.IGNORECASE)) for code, pattern in _rows("exchanges.tsv"))


def exchange_codes(text: str) -> tuple[str, ...]:
    """Codes of the exchanges that a text names, in the order they stand in it."""
    found = sorted((match.start(), code) for code, pattern in _exchanges() if (match := pattern.search(text)))
    return tuple(code for _, code in found)
