"""Dates, lengths and scales that OCR misread: ``2OO9``, ``June 3O,``, ``Decernber``, ``(1n thousancls)``. For heads and captions: elsewhere
such words may be right. Of titles the words that tell most, of labels what tells the unit and the day of a row, and which of two rows that
differ in nothing else it is. Which words these are says ``misread.csv``."""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache

from converter.grammar.dates import MONTH, YEAR
from converter.patterns import regex
from converter.resources import table

_ODD = regex(r"[A-Za-z][018|!][a-z]|\b[08][a-z]{2}|q[a-tv-z]|[acs]b\b|\bcnd\b")
"""What hardly stands in a label that was read well."""
# What each of these begins with is told before what stands before it: most characters of a text are passed over at once.
_SUSPECT = regex(r"[01|!5lr-](?:(?<=[A-Za-z][01|!5])|(?<=[01|!5])[A-Za-z]{2}|(?<=\bl)[A-Z]|(?<=[A-Z]l)(?:[A-Z]|\b)|(?<=r)n|(?<=-) [a-z])")
"""What hardly stands in a title that was read well."""
_INITIAL = regex(r"([A-Z])(?<!\w.) (?=[A-Za-z]{3})")
_LIKE = (("rn", "m"), ("cl", "d"), ("ii", "u"), ("vv", "w"))
"""Letters that look like others side by side, then those that look like one another."""
_ONES = str.maketrans("01!|ltechb58q", "oiiiiiccbbsbg")
_LETTERS = regex(r"[A-Za-z]{4,15}")
_LEAST_RESPELT = 5
"""Letters of words that no other word is near to."""
_WORD = regex(r"[A-Za-z0-9|!]{3,15}(?:-\s?[A-Za-z]{3,6})?")
_PARTED = regex(r"\b([A-Za-z]{1,12}) (?=([A-Za-z]{1,12})\b)")
"""Two words, of which the second may be the first of the next two."""
_YEAR = regex(r"[12lI](?<![\w.,$].)[9OolI0][\dOolI]{2}(?![\w,.]?\d|\w)")
_COUNT = regex(r"[lLiI](?<!\w.)(\d)(?=\s+(?i:months|weeks)\b)")
_WHOLE_YEAR = regex(YEAR)
_PARTED_YEAR = regex(r"(?<=\d,\s)(19|20)\s(\d\d)(?!\d)")
_DAY = regex(rf"(?<=[a-z.\s])[0-3lIO]?[\dlIO](?=,|\s+{YEAR})")
_MONTH_BEFORE = regex(rf"\b{MONTH}\.?\s{{0,3}}$", re.IGNORECASE)
_IN = regex(r"(?<=\()[1l][nN](?=\s)")
_DIGITS = str.maketrans("OolI", "0011")
_MONTH_LENGTH = 12
_MOST_WORDS = 2048


def mended(text: str) -> str:
    """The text with misread words of dates, lengths and scales as they must have been, and with misread digits of years and days."""
    text = _COUNT.sub(r"1\1", _WORD.sub(_word, _PARTED.sub(_rejoined, text)))
    if "n" in text or "N" in text:
        text = _IN.sub("In", text)
    text = _YEAR.sub(_year, text)
    if "," in text or "19" in text or "20" in text:
        text = _PARTED_YEAR.sub(r"\1\2", _DAY.sub(_day, text))
    return text


def mended_title(text: str) -> str:
    """The same for the words of statements' titles, small capitals too ("B ALANCE S HEETS")."""
    if len(_INITIAL.findall(text)) > 1:
        text = _INITIAL.sub(r"\1", text)
    return _WORD.sub(_title_word, text) if _SUSPECT.search(text) else text


def mended_label(text: str) -> str:
    """The same for the words of rows' labels that tell their unit and their day ("8eginning of year", "D1luted")."""
    return _WORD.sub(_label_word, text) if _ODD.search(text) else text


def respelt_title(text: str) -> str:
    """A title whose words are one slip of the pen away from those that titles have: "CONSOLIDTED STATEMENTS OF INOCME"."""
    return _LETTERS.sub(_respelt_word, text)


def _respelt_word(match: re.Match[str]) -> str:
    return _respelt(match[0])


@lru_cache(_MOST_WORDS)
def _respelt(printed: str) -> str:
    plain = printed.lower()
    if plain in _words("titles"):
        return printed
    near = [word for word in _words("titles") if len(word) >= _LEAST_RESPELT and _is_slip(plain, word)]
    return printed if len(near) != 1 else near[0].upper() if printed.isupper() else near[0].capitalize()


def _is_slip(printed: str, word: str) -> bool:
    """Whether a letter was left out, doubled, put for another or changed places with the next one. Another form of the word is none."""
    if abs(len(printed) - len(word)) > 1 or f"{printed}s" == word or f"{word}s" == printed:
        return False
    at = next((index for index, (one, other) in enumerate(zip(printed, word, strict=False)) if one != other), min(len(printed), len(word)))
    rest, right = printed[at:], word[at:]
    return rest[1:] == right[1:] or rest[1:] == right or rest == right[1:] or rest[1::-1] + rest[2:] == right


def _title_word(match: re.Match[str]) -> str:
    return _meant(match[0], "titles")


def _label_word(match: re.Match[str]) -> str:
    return _meant(match[0], "labels")


def _word(match: re.Match[str]) -> str:
    return _meant(match[0], "heads")


def _rejoined(match: re.Match[str]) -> str:
    """Two words that are one word of heads, which a blank parted ("Mont hs"), without it."""
    return match[1] if _is_of_heads(match[1] + match[2]) else match[0]


@lru_cache(_MOST_WORDS)
def _is_of_heads(printed: str) -> bool:
    return _skeleton(printed.lower()) in _known_in("heads")


@lru_cache(_MOST_WORDS)
def _meant(printed: str, place: str) -> str:
    """The word of a place that is meant. The same few words stand above all statements."""
    plain = re.sub(r"-\s?", "", printed).lower()
    known = _known_in(place).get(_skeleton(plain), "")
    if not known or known == printed.lower() or plain.isdigit():
        return printed
    return known.upper() if sum(map(str.isupper, printed)) * 2 > len(printed) else known.capitalize() if printed[0].isupper() else known


@cache
def _words(place: str) -> tuple[str, ...]:
    """The words that are mended in ``heads``, ``titles`` or ``labels``."""
    with table("grammar", "misread.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(row["word"] for row in csv.DictReader(lines) if place in row["places"].split("|"))


@cache
def _known_in(place: str) -> dict[str, str]:
    return {_skeleton(word): word for word in _words(place)}


def _skeleton(word: str) -> str:
    """What is left of a word where letters that look alike are one."""
    for several, one in _LIKE:
        word = word.replace(several, one)
    return word.translate(_ONES)


def _year(match: re.Match[str]) -> str:
    digits = match[0].translate(_DIGITS)
    return digits if _WHOLE_YEAR.fullmatch(digits) else match[0]


def _day(match: re.Match[str]) -> str:
    if match[0].isdigit() or _MONTH_BEFORE.search(match.string[max(0, match.start() - _MONTH_LENGTH) : match.start()]) is None:
        return match[0]
    digits = match[0].translate(_DIGITS)
    return digits if 1 <= int(digits) <= 31 else match[0]
