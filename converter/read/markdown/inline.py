"""Mark-up within a cell or a line goes, what was printed stays, and each character still knows where it stood."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from converter.patterns import regex
from converter.read.markdown.latex import command_text

# One look tells that a text holds no mark-up at all: most hold none.
_SPECIAL = regex(r"[\\*_<&`~^{}!\[$¹²³⁰-⁹½¼¾⅛⅜⅝⅞]|(?<!=)==(?!=)")
_LATEX = regex(r"\\[a-zA-Z]{2}|\{,\}")
_TOKEN = regex(
    r"""(?P<fraction><sup>\s{0,2}\d{1,2}\s{0,2}</sup>\s{0,2}/\s{0,2}<sub>\s{0,2}\d{1,2}\s{0,2}</sub>)
    |(?P<sup><sup>[^<]{0,20}(?:</sup>\s{0,2}<sup>[^<]{0,20}){0,3}</sup>)
    |(?P<tag></?[a-zA-Z][^<>]{0,200}>|<!--[^<>]{0,300}-->)
    |(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,20});)
    |(?P<group>\{,\})
    |(?P<power>\^\{[^{}$]{0,20}\}|\^\([\w*]{1,3}\)\^?|\^[\w*†‡]{1,3}\^|\^[*†‡\d](?![\d.,]))
    |(?P<unicode>\\u[0-9a-fA-F]{4})
    |(?P<command>\\[a-zA-Z]{1,30}\*?|\\[,;:!\ ])
    |(?P<escape>\\[!-/:-@\[-`{-~])
    |(?P<note>\[\^[\w*]{1,10}\])
    |(?P<image>!\[[^\]\[]{0,200}\]\([^()\s]{1,300}\))
    |(?P<link>\[[^\]\[]{1,200}\]\((?:https?:|\#|mailto:)[^()\s]{0,300}\))
    |(?P<span>\[[^\]\[]{1,200}\]\{[.\#][^{}\n]{1,80}\})
    |(?P<marked>(?<!\w)==(?=\S)|(?<=\S)==(?!\w))
    |(?P<strong>\*\*\*?(?=\S)|(?<=\S)\*\*\*?|(?<!\w)__(?=[^\W_])|(?<=[^\W_])__(?!\w)|~~|`{1,3})
    |(?P<italics>(?<![\w*\\])\*(?=[^\s*])(?=[^*\n]{0,300}[^\s*\\]\*(?![\w*])))
    |(?P<under>(?<![\w\\_])_(?=[^\s_])(?=[^_\n]{0,300}[^\s\\_]_(?![\w_])))
    |(?P<math>(?<!\\)\$(?=[^$\n]{1,300}\$))
    |(?P<raised>[¹²³⁰-⁹]+)|(?P<vulgar>[½¼¾⅛⅜⅝⅞])
    |(?P<brace>[{}])|(?P<tilde>~)""",
    re.VERBOSE,
)
_MATH = regex(r"\$(?!\s)((?:\\.|[^$\\\n]){1,300}?)\$(?![\d(])")
_FIGURE = regex(r"(?=\D{0,2}\d)[(–-]?(?:\d{1,3}(?:,\d{3}){1,4}|\d{0,9})(?:\.\d{1,4})?\)?%?")
"""No amount of money has a second ``$`` right behind it."""
_VULGAR = dict(zip("½¼¾⅛⅜⅝⅞", ("1/2", "1/4", "3/4", "1/8", "3/8", "5/8", "7/8"), strict=True))
_RAISED = str.maketrans("¹²³⁰⁴⁵⁶⁷⁸⁹", "1230456789")
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_TRADE_MARKS = frozenset({"tm", "sm", "®", "™", "℠", "r"})
_TAG_NAME = regex(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_NEAR = 300
"""Characters within which a delimiter's partner stands; it bounds the time that a hostile line takes."""
_BREAKS = frozenset({"br", "p", "div", "li", "tr", "td", "th"})
_BOLD_STARTS = ("**", "<b>", "<strong>", "__", "\\textbf")
_BOLD_ENDS = ("**", "</b>", "</strong>", "__", "}")


class Clean:
    """``text`` without mark-up (a ``<br>`` is a line feed). `raw` gives the column in the source of a character of it."""

    __slots__ = ("_from", "_raw", "_size", "bold", "text")

    def __init__(self, text: str, starts: Sequence[int] = (), raws: Sequence[int] = (), size: int = 0, bold: bool = False) -> None:
        self.text = text
        self.bold = bold
        self._from = starts
        self._raw = raws
        self._size = size

    def raw(self, position: int) -> int:
        """Where the character at ``position`` of ``text`` stands in what was cleaned."""
        if not self._from:
            return position
        piece = max(0, bisect_right(self._from, position) - 1)
        after = self._raw[piece + 1] if piece + 1 < len(self._raw) else self._size
        return max(0, min(self._raw[piece] + position - self._from[piece], after - 1))

    def pieces(self) -> Iterator[tuple[int, int]]:
        """Start and end in ``text`` of the runs that stand unbroken in the source."""
        starts = self._from or [0]
        for first, last in zip(starts, [*starts[1:], len(self.text)], strict=True):
            if last > first:
                yield first, last


def clean(raw: str, latex: bool = False) -> Clean:
    """``raw`` without mark-up: bold and italics, tags, entities, escapes, math and LaTeX; raised marks become ``(1)``."""
    if not _SPECIAL.search(raw):
        return Clean(raw)
    if not latex and "\\" in raw:
        latex = _LATEX.search(raw) is not None
    return _Cleaner(raw, latex).run()


class _Cleaner:
    def __init__(self, raw: str, latex: bool) -> None:
        self.raw = raw
        self.latex = latex
        self.out: list[str] = []
        self.starts: list[int] = []
        self.raws: list[int] = []
        self.size = 0

    def run(self) -> Clean:
        raw = self.raw
        done = position = 0
        while mark := _SPECIAL.search(raw, position):
            match = _TOKEN.match(raw, mark.start())
            if match is None:
                position = mark.end()
                continue
            self._put(raw[done : match.start()], done)
            done = position = self._token(match)
        self._put(raw[done:], done)
        whole = raw.strip()
        bold = whole.startswith(_BOLD_STARTS) and whole.endswith(_BOLD_ENDS)
        return Clean("".join(self.out), self.starts, self.raws, len(raw), bold)

    def _put(self, text: str, raw: int) -> None:
        if text:
            self.starts.append(self.size)
            self.raws.append(raw)
            self.out.append(text)
            self.size += len(text)

    def _token(self, match: re.Match[str]) -> int:
        """Puts what the token stands for; where to go on."""
        kind, start, end = match.lastgroup or "", match.start(), match.end()
        if kind == "math":
            return self._math(start)
        if kind in ("italics", "under"):
            return self._inner(start + 1, self.raw.index(match[0], start + 1), self.latex)
        if kind == "command":
            text, end = command_text(self.raw, start, end)
            self._put(text, start)
        elif kind in ("link", "span"):
            self._put(match[0][1 : match[0].index("]")], start + 1)
        elif kind == "escape":
            self._put(self._escaped(match[0][1], start), start + 1)
        else:
            self._put(_PLAIN[kind](match[0], self), start)
        return end

    def _escaped(self, mark: str, start: int) -> str:
        if mark == "\\" and self.latex:
            return "\n"
        return "" if mark in "()[]" and self._is_math(start) else mark

    def _is_math(self, start: int) -> bool:
        """``\\(`` with its partner is a math delimiter, alone an escaped parenthesis."""
        mark = self.raw[start + 1]
        partner = {"(": "\\)", "[": "\\]", ")": "\\(", "]": "\\["}[mark]
        return partner in (self.raw[start : start + _NEAR] if mark in "([" else self.raw[max(0, start - _NEAR) : start])

    def _math(self, start: int) -> int:
        """A ``$`` is a math delimiter where its partner follows, and math, a figure or the whole cell stands between."""
        match = _MATH.match(self.raw, start)
        if match and match[1] == match[1].rstrip():
            whole = len(self.raw) < _NEAR and not self.raw[:start].strip(" *_") and not self.raw[match.end() :].strip(" *_")
            if whole or any(mark in match[1] for mark in "\\^{") or _FIGURE.fullmatch(match[1]):
                return self._inner(start + 1, match.end() - 1, True)
        self._put("$", start)
        return start + 1

    def _inner(self, start: int, end: int, latex: bool) -> int:
        """What stands between two delimiters, cleaned by itself; goes on behind the second one."""
        inner = _Cleaner(self.raw[start:end], latex).run()
        for first, last in inner.pieces():
            self._put(inner.text[first:last], start + inner.raw(first))
        return end + 1


def _raised(text: str, _: _Cleaner) -> str:
    inner = "".join(re.sub(r"</?sup>|[\s^{}()\\]", "", text).split())
    lower = inner.lower()
    if lower in _ORDINALS:
        return inner
    return "" if not inner or lower in _TRADE_MARKS else f"({inner})"


def _tag(text: str, _: _Cleaner) -> str:
    name = _TAG_NAME.match(text)
    return "\n" if name and name[1].lower() in _BREAKS else ""


def _vulgar(text: str, cleaner: _Cleaner) -> str:
    before = cleaner.out[-1][-1:] if cleaner.out else ""
    return (" " if before.isdigit() else "") + _VULGAR[text]


_PLAIN: dict[str, Callable[[str, _Cleaner], str]] = {
    "fraction": lambda text, _: " " + "/".join(re.findall(r"\d+", text)),
    "sup": _raised,
    "tag": _tag,
    "entity": lambda text, _: html.unescape(text).replace("\xa0", " "),
    "unicode": lambda text, _: chr(int(text[2:], 16)).replace("\xa0", " "),
    "group": lambda text, _: ",",
    "power": _raised,
    "note": lambda text, _: f"({text[2:-1]})",
    "image": lambda text, _: "",
    "strong": lambda text, _: "",
    "marked": lambda text, _: "",
    "raised": lambda text, _: f"({text.translate(_RAISED)})",
    "vulgar": _vulgar,
    "brace": lambda text, cleaner: "" if cleaner.latex else text,
    "tilde": lambda text, cleaner: " " if cleaner.latex else text,
}
