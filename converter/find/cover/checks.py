"""Check boxes: the filer's category."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from converter.find.cover.page import Piece
from converter.model import CoverItem
from converter.patterns import regex

_CHOICE = regex(
    r"(?P<name>large\s+accelerated\b(?:\s+filer)?|non-?\s?accelerated\b(?:\s+filer)?|accelerated\b(?:\s+filer)?|smaller\s+reporting\b(?:\s+company)?|emerging\s+growth\b(?:\s+company)?)"
    r"|(?P<on>\[\s?[xXüþ√]\s?\]|\|\s?[xX]\s?\||/\s?[xX]\s?/|\(\s?[xX]\s?\)|[☒☑✓✔þýx]|(?<![A-Za-z])X(?![A-Za-z]))"
    r"|(?P<off>\[\s?_?\s?\]|\|\s?_?\|?\|(?!\w)|/\s?/|\(\s\)|[☐□¨❑o](?![A-Za-z])|_{2,})",
    re.IGNORECASE,
)
_SMALLER = "Smaller Reporting Company"
"""Beside one of the three names or in place of them. All are spelt as the type of dei:EntityFilerCategory has them."""
_NAMES = {"large": "Large Accelerated Filer", "non": "Non-accelerated Filer", "accelerated": "Accelerated Filer", "smaller": _SMALLER}
_QUESTION = regex(r"\W*indicate\s+by\s+check", re.IGNORECASE)
_BEHIND = regex(r"[.:?]\)?\s(?=[^a-z]{0,4}x?[^a-z]{0,4}large\s+accelerated)", re.IGNORECASE)
_LONGEST = 200
_WORD = regex(r"[A-Za-z]")


def check_items(pieces: Sequence[Piece]) -> Iterator[CoverItem]:
    """``filer_category`` where one of the three boxes alone is ticked, or none of them but the smaller company's, boxes all before or all
    after their names."""
    at = next((i for i, piece in enumerate(pieces) if re.search(r"indicate.{0,60}\blarge\s+accelerated", piece.text, re.IGNORECASE)), None)
    start = next(
        (
            i
            for i, piece in enumerate(pieces)
            if re.match(r"\W*(?:[xX]\W+)?large\s+accelerated\b(?:\s+filer)?(?!,)", piece.text, re.IGNORECASE)
        ),
        at,
    )
    if start is None:
        return
    tokens = list(_tokens(pieces[max(0, start - 1) : start + 14]))
    for step in (1, -1):
        ticked = list(_ticked(tokens, step))
        classes = [each for each in ticked if each[0] != _SMALLER]
        names = {name for name, _, state in classes if state} or {name for name, _, state in ticked if state}
        if len(names) == 1 and len(classes) >= 2 and all(state is not None for _, _, state in classes):
            name, piece = next((name, piece) for name, piece, state in ticked if state and name in names)
            yield CoverItem("filer_category", name, piece.place)
            return


def _tokens(pieces: Sequence[Piece]) -> Iterator[tuple[str, Piece]]:
    for piece in pieces:
        text = _boxes(piece.text)
        for match in _CHOICE.finditer(text):
            kind = match.lastgroup or ""
            if kind != "name" and _inside_word(text, match):
                continue
            yield (" ".join(match[0].lower().split()) if kind == "name" else kind), piece


def _boxes(text: str) -> str:
    """What is no question: boxes may stand behind it."""
    if len(text) <= _LONGEST and not _QUESTION.match(text):
        return text
    behind = _BEHIND.search(text)
    return text[behind.end() :] if behind and len(text) - behind.end() <= _LONGEST else ""


def _inside_word(text: str, match: re.Match[str]) -> bool:
    if not _WORD.match(match[0][0]):
        return False
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return before.isalpha() or after.isalpha()


def _ticked(tokens: Sequence[tuple[str, Piece]], step: int) -> Iterator[tuple[str, Piece, bool | None]]:
    """Of each of the names the state of the box that stands next to it in one direction."""
    for i, (token, piece) in enumerate(tokens):
        name = next((full for word, full in _NAMES.items() if token.startswith(word)), "")
        if name:
            beside = tokens[i + step][0] if 0 <= i + step < len(tokens) else ""
            yield name, piece, {"on": True, "off": False}.get(beside)
