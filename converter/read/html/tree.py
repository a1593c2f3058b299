"""A page's text becomes a tree, by lxml; what could hurt the parser or hide text from it is mended first, without touching the rest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from lxml import etree

from converter.patterns import regex
from converter.read.html.sheets import follow_sheets

_BLANK_CONTROLS = bytes(32 if code < 32 and code not in (9, 10, 13) else code for code in range(256))
# Characters that nobody sees, between the letters of a word, in every way that pages write them.
_UNSEEN = ("\u00ad", "\u200b", "\ufeff")
# The same by name or number, and blanks whose name was torn when a long line was broken.
_UNSEEN_OR_TORN = regex(r"&(?:(?:shy|#173|#8203|#[xX](?:[aA][dD]|200[bB]))|(?P<torn> nbsp|n bsp|nb sp|nbs p|nbsp ));")
# Entities and characters of UTF-8 that were written twice over: "&amp;nbsp;", and what became of an apostrophe.
_TWICE = regex(r"&amp;(?=(?:nbsp|[mn]dash|[lr][sd]quo|#\d{2,5});)")
_MISREAD = {"â€™": "’", "â€˜": "‘", "â€œ": "“", "â€\x9d": "”", "â€”": "—", "â€“": "–", "Â\xa0": "\xa0"}
# Where a page has ended, the parser begins another tree for what follows; pages of one document are one.
_PAGE_END = regex(r"</(?:html|body)\s*>", re.IGNORECASE)
# The parser's time grows with the square of a tag's attributes: a tag that long with that many is a bomb.
_LEAST_LONG_TAG = 20_000
_LONG_TAG = regex(rf"<[^<>]{{{_LEAST_LONG_TAG},}}>?")
_MOST_ATTRIBUTES = 1_000
_PRE = regex(r"<(/?)pre\b[^<>]{0,500}>", re.IGNORECASE)
_SGML_TAG = regex(r"<(/?(?:TABLE|CAPTION|S|C|PAGE|FN|F\d{1,2}))>", re.IGNORECASE)
_LEAST_WIDTH, _LEAST_BROKEN = 500, 3
"""A page was broken at a width where so many of its long lines have just that length."""
_BROKEN_START = regex(r"\S{1,1000}")
_CELL = regex(r"<t[dr]\b", re.IGNORECASE)
# Where a cell ends at the latest, said or not.
_CELL_END = regex(r"<(?=/?t[dhr]\b|/table\b)", re.IGNORECASE)
_SAMPLE, _SAMPLES = 10_000, 10
# Where a row begins, said or not.
_ROW_START = regex(r"(</tr\s{0,9}>|<(?:table|tbody)\b[^<>]{0,500}>)(?=\s{0,99}<t[dh]\b)", re.IGNORECASE)
# Inline tags that may be left out where they nest too deep for the parser.
_INLINE_TAG = regex(r"</?(?:font|span|b|i|u|strong|em|small|big|a|c|s|page)\b[^<>]{0,2000}>", re.IGNORECASE)
_string_value = etree.XPath("string()", smart_strings=False)
_texts = etree.XPath("descendant::text()", smart_strings=False)
_DEEPEST = 2_000
_LAST_LINE = 65_535
"""The parser cannot count lines beyond this."""


def parse_page(text: str) -> etree._Element | None:
    """The root of the page's tree (``html``), or None where there is nothing in it; several pages in a row are one tree. Elements have
    in their ``style`` attributes what the page's style sheets say of them. Never looks at the network, never expands entities of the
    page's own. The same text gives the same tree, so that paths can be followed again."""
    mended = _mended(text)
    lower = mended.lower()
    # A look at the text costs less than one at each element.
    mended = _with_plain_pre(mended) if "<pre" in lower else mended
    root = _parse(mended)
    if root is not None and root.getnext() is not None:
        mended = _PAGE_END.sub("", mended)
        root = _parse(mended)
    if root is not None and _is_cut(root):
        root = _parse(_INLINE_TAG.sub(" ", mended))
    if root is not None and "<style" in lower:
        follow_sheets(root)
    return root


def _parse(text: str) -> etree._Element | None:
    parser = etree.HTMLParser(recover=True, no_network=True, huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    data = text.encode("utf-8", "replace").translate(_BLANK_CONTROLS)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None


def _is_cut(root: etree._Element) -> bool:
    """Whether the parser gave up because elements nest too deep: then the last element is that deep."""
    depth, element = 0, root
    while len(element):
        element = element[-1]
        depth += 1
    return depth >= _DEEPEST


def _mended(text: str) -> str:
    text = _unbroken(text)
    if not text.isascii():
        text = _without(_UNSEEN, text)
        if "â€" in text:
            for misread, meant in _MISREAD.items():
                text = text.replace(misread, meant)
    if "&amp;nbsp;" in text or "&amp;#" in text:
        text = _TWICE.sub("&", text)
    text = _UNSEEN_OR_TORN.sub(lambda match: "&nbsp;" if match["torn"] else "", text)
    if _may_hold_long_tag(text):
        text = _LONG_TAG.sub(_without_bomb, text)
    return _with_whole_rows(text)


def _with_whole_rows(text: str) -> str:
    """Rows that only end, begun, and cells that nobody ended, ended: what a list, a ``<center>`` or a ``<strong>`` left open, the parser
    would go on to fill with cells. In a cell's table an end tag of the outer cell counts for nothing."""
    # A page is of one make: samples tell it. One may begin within a row or a cell, and end within another.
    samples = [text[at : at + _SAMPLE].lower() for at in range(0, len(text), max(_SAMPLE, len(text) // _SAMPLES))]
    least = 1 if len(text) <= _SAMPLE * _SAMPLES else len(samples)
    if sum(sample.count("</tr") - sample.count("<tr") for sample in samples) >= least:
        text = _ROW_START.sub(r"\1<tr>", text)
    if sum(sample.count("<td") - sample.count("</td") for sample in samples) >= least:
        text = _CELL_END.sub("</td></th><", text)
    return text


def _may_hold_long_tag(text: str) -> bool:
    """Whether a stretch of half a long tag's length is without bounds of tags: a long tag covers one that begins at a multiple of it."""
    half = _LEAST_LONG_TAG // 2
    return any(text.find("<", at, at + half) < 0 and text.find(">", at, at + half) < 0 for at in range(0, len(text), half))


def _unbroken(text: str) -> str:
    """Words, entities and tags that were broken at the end of a line, whole: the break goes behind them, and no line is lost."""
    if not _has_long_line(text):
        return text
    lines = text.split("\n")
    width = _width(lines)
    broken = [at for at, line in enumerate(lines[:-1]) if len(line) == width] if width else []
    for at in broken:
        start = _BROKEN_START.match(lines[at + 1])
        if start and not lines[at][-1].isspace():
            lines[at] += start[0]
            lines[at + 1] = lines[at + 1][start.end() :]
    return "\n".join(lines) if broken else text


def _has_long_line(text: str) -> bool:
    """Whether a line is so long that it may have been broken: told without a look at each."""
    at = 0
    while at + _LEAST_WIDTH <= len(text):
        end = text.rfind("\n", at, at + _LEAST_WIDTH)
        if end < 0:
            return True
        at = end + 1
    return False


def _width(lines: Sequence[str]) -> int:
    """The length at which all longer lines were broken, whatever stood there (1,023 is one that is found); 0 where none was."""
    lengths = Counter([len(line) for line in lines if len(line) >= _LEAST_WIDTH])
    width, lines_of_it = max(lengths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    # Characters that were more than one byte, or are written otherwise now, make a line a little longer.
    return width if lines_of_it >= _LEAST_BROKEN and max(lengths) <= width * 1.1 else 0


def _without(pieces: tuple[str, ...], text: str) -> str:
    for piece in pieces:
        if piece in text:
            text = text.replace(piece, "")
    return text


def _without_bomb(match: re.Match[str]) -> str:
    return " " if match[0].count("=") > _MOST_ATTRIBUTES or match[0].count(" ") > 20 * _MOST_ATTRIBUTES else match[0]


def _with_plain_pre(text: str) -> str:
    """Within ``<PRE>``, EDGAR's ``<TABLE> <S> <C> <PAGE>`` are text for the text reader: the parser would close the ``<PRE>`` at them."""
    pieces: list[str] = []
    position = 0
    inside = False
    for match in _PRE.finditer(text):
        piece = text[position : match.start()]
        pieces.append(_SGML_TAG.sub(r"&lt;\1&gt;", piece) if inside and not _CELL.search(piece) else piece)
        position = match.start()
        inside = not match[1]
    pieces.append(text[position:])
    return "".join(pieces)


def content(element: etree._Element) -> str:
    """All text inside the element: its XPath string value, which offsets count in."""
    return _string_value(element) if len(element) else element.text or ""  # type: ignore[return-value]


def texts_of(element: etree._Element) -> list[str]:
    """The texts of which an element's content consists, in their order."""
    return _texts(element)  # type: ignore[return-value]


def line_of(element: etree._Element, first_line: int) -> int | None:
    """The line of the file on which the element's start tag ends, where the parser knows it; the page begins on ``first_line``."""
    line: int | None = element.sourceline  # type: ignore[assignment]
    return first_line + line - 1 if line is not None and line < _LAST_LINE else None
