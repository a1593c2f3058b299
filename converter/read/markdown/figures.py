"""Figures in the text of a cell: one, several side by side, or misread ones that can only mean one number."""

from __future__ import annotations

import re

from msgspec.structs import replace

from converter.grammar.currencies import CURRENCY_MARKS, MARKS
from converter.grammar.numbers import parse_figure
from converter.model import Number
from converter.patterns import regex

GHOSTS = "ΨΦ§¥฿₿₩₽ΞΩφψƒ¤"
"""What OCR makes of a dollar sign. They stay visible: in `Number.currency` and in the cell's text."""
_MARK = rf"(?:{CURRENCY_MARKS}|[{GHOSTS}]|S(?=\s?[(\d.]))"
_DIGITS = r"(?:\d{1,3}(?:\s?[,.]\s?\d{3}){2,}|\d{1,3}(?:\s?,\s?\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
TOKEN = regex(
    rf"(?:{_MARK}\s{{0,3}})?(?:[-–—](?=[\d.$]))?[(\[<]?\s?(?:{_MARK}\s{{0,3}})?{_DIGITS}(?:[ -]\d{{1,2}}/\d{{1,2}})?"
    rf"(?:\s?%)?(?:\s?[)\]>]|-(?=\s|$)|\s?CR\b)?%?(?:\((?:[a-z]|\d{{1,2}})\)|[*†‡]{{1,2}})?(?![\w/])"
    rf"|[-–—_]{{1,3}}(?=\s|$)|{_MARK}\s{{0,3}}(?:[-–—_]{{1,3}}(?=\s|$)|$)"
)
_ONLY_MARKS = regex(rf"(?:{_MARK}\s*)++")
_SHAPE = regex(rf"[{GHOSTS}$£€S\s(\[{{<\-–—\d.,%)\]}}>lIO|oBZ!'`´’:;~*_•·^‚]*")
_MISREAD_COMMA = regex(r"(?<=\d)\s?[‚´`’':;](?=\d{3}(?!\d))")
_LETTERS = str.maketrans("lI|!OoSBZ", "111005582")
_CORE = regex(r"[\dlI|!OoSBZ][\dlI|!OoSBZ,.]*")
_GROUPED = regex(r"\d{1,3}(?:,\d{3})+(?:\.\d{1,3})?|\d{1,3}\.\d{1,2}|\.\d{2}|\d{1,4}")
_GHOSTED = regex(rf"\s{{0,9}}(\(?)\s{{0,9}}([{GHOSTS}S]|\$\.(?=\s\(?\d)(?!\s\(?\d{{1,2}}\)?$))\s{{0,9}}")
_EDGE = "'`´’:;~•·|^_ "
_HAS_DIGIT = regex(r"\d")
_LETTER = regex(r"[lI|!OoSBZ]\d|\d[lI|!OoSBZ]|,[lIOo]|[lIOo][,.]\d")
_WORD = regex(r"(?:[$(]\s)?\S+(?:\s\))?")
# A figure is four words at most: ``$ ( 34 )``.
_MOST_FIGURES, _MOST_WORDS = 40, 160


def figure(text: str) -> Number | None:
    """The figure that ``text`` is, misread currency marks (``Ψ``, ``S``) and edges taken off, letters read as the digits that they
    can only be (``l,234``, ``1O,500``); None where it is none or leaves a doubt."""
    number = parse_figure(text)
    if number is not None and number.currency not in GHOSTS:
        return number
    if number is not None and not number.currency:
        return number
    if len(text) > 60 or not _HAS_DIGIT.search(text) or not _SHAPE.fullmatch(text):
        return None
    return _ghosted(text) or _mended(text.strip(_EDGE).rstrip(".,"))


def _ghosted(text: str) -> Number | None:
    """``Ψ 1,234``: the mark is kept as the currency; ``S 3.68`` is a dollar, and so is ``$. 1,234`` but where two digits may be places."""
    match = _GHOSTED.match(text)
    if match is None:
        return None
    number = parse_figure(match[1] + text[match.end() :]) or _mended(match[1] + text[match.end() :])
    if number is None:
        return None
    return replace(number, printed=text.strip(), currency="$" if match[2] in ("S", "$.") else match[2])


def _mended(text: str) -> Number | None:
    number = parse_figure(text) or (parse_figure("(" + text) if text.endswith(")") and "(" not in text else None)
    if number is not None:
        return replace(number, printed=text)
    squeezed = re.sub(r"(?<=[\d,.])\s+(?=[,.])|(?<=[,.])\s+(?=\d)", "", text)
    squeezed = _MISREAD_COMMA.sub(",", squeezed)
    core = _CORE.search(squeezed)
    if core is None:
        return None
    digits = core[0].translate(_LETTERS)
    changed = sum(a != b for a, b in zip(core[0], digits, strict=True))
    if changed * 2 > len(digits) or not _GROUPED.fullmatch(digits) or not _HAS_DIGIT.search(core[0]):
        return None
    number = parse_figure(squeezed[: core.start()] + digits + squeezed[core.end() :])
    return replace(number, printed=text) if number else None


def figures_in(text: str) -> list[tuple[int, int]]:
    """Start and end of each figure where ``text`` is several figures side by side (``1.22 $ 1.44``), else nothing."""
    position, size = 0, len(text.rstrip())
    found: list[tuple[int, int]] = []
    while position < size:
        while text[position].isspace():
            position += 1
        match = TOKEN.match(text, position)
        if match is None or match.end() == position:
            return _misread(text)
        end = position + len(match[0].rstrip())
        if not _ONLY_MARKS.fullmatch(match[0]):
            if figure(match[0].strip()) is None:
                return []
            found.append((position, end))
        elif end < size:
            return []
        position = match.end()
    return found


def _misread(text: str) -> list[tuple[int, int]]:
    """Start and end of several figures some of whose digits were read as letters (``l85,613 24l,517``)."""
    spans = [match.span() for match in _WORD.finditer(text) if not _ONLY_MARKS.fullmatch(match[0])]
    return spans if len(spans) > 1 and all(_is_misread(text[start:end]) or TOKEN.fullmatch(text[start:end]) for start, end in spans) else []


def _is_misread(word: str) -> bool:
    return _LETTER.search(word) is not None and figure(word) is not None


def trailing_figures(text: str) -> list[tuple[int, int]]:
    """The figures at the end of a text that begins with words, as many as there are in its last ``_MOST_WORDS`` words."""
    words = list(re.finditer(r"\S+", text))
    found: list[tuple[int, int]] = []
    for first in range(len(words) - 1, max(0, len(words) - _MOST_WORDS), -1):
        token = words[first][0]
        if not (_HAS_DIGIT.search(token) or token.strip("$()-–—_") == "" or token == "CR" or token in MARKS) or len(found) > _MOST_FIGURES:
            break
        pieces = figures_in(text[words[first].start() :])
        if pieces:
            offset = words[first].start()
            found = [(start + offset, end + offset) for start, end in pieces]
    return found
