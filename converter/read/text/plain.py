"""Marks that say nothing are blanks before the lines of a text are looked at: each character stays where it stands."""

from __future__ import annotations

import re

_BLANKS = "\xa0\u2002\u2003\u2005\u2007\u2009\u202f\u3000"
_SOFT = "\xad"
_LEADERS = ("··", "· ·", "……", "… …", "‥‥")
_DOTS = str.maketrans("·…‥", "...")
# Columns parted by bars: so many figures, or rules, with one behind them; or so many lines in a frame.
_LEAST_BARS = 6
_LEAST_QUOTED = 12


def plain(text: str) -> str:
    """The text with blanks of one width, without the marks of a quoted mail and bars between columns; leaders are dots, and what a soft
    hyphen parts is one word."""
    return _unbarred(_unquoted(_blanked(text)))


def _blanked(text: str) -> str:
    if text.isascii():
        return text
    for blank in _BLANKS:
        if blank in text:
            text = text.replace(blank, " ")
    if any(leader in text for leader in _LEADERS):
        text = text.translate(_DOTS)
    if _SOFT not in text:
        return text
    return "\n".join([re.sub(r"\S+(?: \S+)*", _whole, line) if _SOFT in line else line for line in text.split("\n")])


def _whole(piece: re.Match[str]) -> str:
    """A piece of a line without its soft hyphens, as wide as it was."""
    return piece[0].replace(_SOFT, "").ljust(len(piece[0]))


def _unquoted(text: str) -> str:
    if text.count("\n>") < _LEAST_QUOTED:
        return text
    return re.sub(r"^(?:> ?)+", lambda match: " " * len(match[0]), text, flags=re.MULTILINE)


def _unbarred(text: str) -> str:
    """Bars drawn between columns touch the figures, and neither is told where the other stands."""
    if "|" in text and (_several(r"[\d)-] {0,3}\|(?=\s*(?:[\d$(-]|$))", text) or _several(r"^ *\|[^|\n]*\| *$", text)):
        text = text.replace("|", " ")
    for bar in "!:¦":
        behind = rf"{bar} {{2,}}[\d$(-]"
        if text.count(bar + "  ") > _LEAST_BARS and _several(behind, text) and _several(rf"[\d)-] {{0,3}}{behind}", text):
            text = re.sub(rf"(?<=[\s\d)-]){bar}(?=\s*[\d$(-])|(?<![^\s]){bar}(?=\s)|(?<=[\d)-]){bar}(?= *$)", " ", text, flags=re.MULTILINE)
    return text


def _several(pattern: str, text: str) -> bool:
    return len(re.findall(pattern, text, re.MULTILINE)) >= _LEAST_BARS
