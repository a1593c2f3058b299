"""The order of the two sides in a label: the one that a positive value counts stands first, as in standard concepts ("GainLoss")."""

from __future__ import annotations

from msgspec import Struct

from converter.map.signs.sides import sign_words
from converter.patterns import regex

_TOKEN = regex(r"[A-Za-z'’-]+|\S")
_LONGEST_ASIDE = 3
_FAMILIES = (("gain", "loss"), ("up", "down"), ("in", "out"))
_PREPOSITIONS = frozenset({"by", "for", "from", "in", "of", "on", "to"})


class _Token(Struct, frozen=True):
    text: str
    start: int
    end: int


class _Pair(Struct, frozen=True):
    """Two sides that stand side by side: the span of both, and the words of the one that counts as printed and of the other."""

    start: int
    end: int
    counted: str
    other: str
    counted_first: bool


def positive_first(label: str, sign: int) -> str:
    """A label with the side first that a positive value counts, the other in parentheses; ``sign`` is -1 where printed signs are turned.
    The first pair of sides is the row's own: "Reclassification of losses (gains) included in other income (expense)". A label that
    has them in this order already, or names one side, stays."""
    pair = _pair(label)
    if pair is None or pair.counted_first == (sign > 0):
        return label
    first, second = (pair.counted, pair.other) if sign > 0 else (pair.other, pair.counted)
    return f"{label[: pair.start]}{first} ({second}){label[pair.end :]}"


def _pair(label: str) -> _Pair | None:
    tokens = [_Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(label)]
    for at, token in enumerate(tokens):
        if token.text == "(":
            found = _with_aside(label, tokens, at)
        elif token.text == "/" and 0 < at < len(tokens) - 1:
            found = _even(tokens[at - 1], tokens[at + 1])
        else:
            continue
        if found:
            return found
    return None


def _even(one: _Token, other: _Token) -> _Pair | None:
    """ "Income/expense": the first of them counts."""
    opposed = _side(one.text) and _opposed([one.text], [other.text])
    return _Pair(one.start, other.end, one.text, other.text, True) if opposed else None


def _with_aside(label: str, tokens: list[_Token], at: int) -> _Pair | None:
    """ "(Gain) loss", "gain (loss)", "gains/(losses)": what stands outside of the parentheses counts."""
    close = next((n for n in range(at + 1, min(at + _LONGEST_ASIDE + 2, len(tokens))) if tokens[n].text == ")"), None)
    if close is None or close == at + 1:
        return None
    aside = [token.text for token in tokens[at + 1 : close]]
    other = label[tokens[at + 1].start : tokens[close - 1].end]
    with_preposition = aside[-1].lower() in _PREPOSITIONS
    before = at - 1 - (at > 0 and tokens[at - 1].text == "/")
    first = before - 1 if before > 0 and with_preposition and tokens[before].text.lower() in _PREPOSITIONS else before
    if first >= 0 and _opposed([tokens[first].text], aside):
        return _Pair(tokens[first].start, tokens[close].end, label[tokens[first].start : tokens[before].end], other, True)
    after = close + 1 + (close + 1 < len(tokens) and tokens[close + 1].text == "/")
    last = after + 1 if with_preposition and after + 1 < len(tokens) and tokens[after + 1].text.lower() in _PREPOSITIONS else after
    if after < len(tokens) and _opposed([tokens[after].text], aside):
        return _Pair(tokens[at].start, tokens[last].end, label[tokens[after].start : tokens[last].end], other, False)
    return None


def _opposed(counted: list[str], other: list[str]) -> bool:
    """Whether words name the two sides of one thing."""
    mine, others = {side for word in counted for side in _side(word)}, {side for word in other for side in _side(word)}
    return any((family, -sign) in others for family, sign in mine)


def _side(word: str) -> set[tuple[int, int]]:
    """(family, 1 or -1) for each pair of sides that a word is one of."""
    lower = word.lower()
    return {
        (number, sign) for number, (up, down) in enumerate(_FAMILIES) for sign, role in ((1, up), (-1, down)) if lower in sign_words(role)
    }
