"""EDGAR's envelope: where the header and the documents of a submission stand in a file (complete submissions, daily feed, torn ones)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from converter.model import Finding, Header
from converter.patterns import regex
from converter.read.header import read_header
from converter.read.source import Source

_PEM = "-----BEGIN PRIVACY-ENHANCED MESSAGE-----"
_SUBMISSION_MARKS = (_PEM, "<SEC-DOCUMENT>", "<IMS-DOCUMENT>", "<SEC-HEADER>", "<IMS-HEADER>", "<SUBMISSION>")
_HEADER_ENDS = ("</SEC-HEADER>", "</IMS-HEADER>")
_DOCUMENT = "<DOCUMENT>"
_FIELD = regex(r"<(TYPE|SEQUENCE|FILENAME|DESCRIPTION|FLAWED)>(.*)", re.IGNORECASE)
_FIELD_LINES = 40
"""A document's own header is looked for in that many lines."""
_UUENCODED = regex(r"^begin [0-7]{3} \S+[ \t]*$", re.MULTILINE)
_WRAPPER = regex(r"\s*(?:</?(?:PDF|XBRL|XML|R)>\s*)*")
_SKIPPED_TYPES = regex(r"(?:GRAPHIC|ZIP|EXCEL|PDF|XML|JSON|EX-10[01]\.(?:INS|SCH|CAL|DEF|LAB|PRE)\S*)", re.IGNORECASE)
# The comments are an atomic group: they can be parted in one way only.
_XML_START = regex(r"<\?xml\b[^>]{0,200}\?>\s*(?>(?:<!--.{0,2000}?-->\s*)*)<(?!html\b|!doctype)", re.IGNORECASE | re.DOTALL)


class Part(Struct, frozen=True):
    """One document as it lies in the file. ``skipped`` says why it is not read, or is empty."""

    source: Source
    type: str = ""
    description: str = ""
    filename: str = ""
    skipped: str = ""


class Envelope(Struct, frozen=True):
    """What was found. ``enclosed`` where the file has SGML document tags at all."""

    header: Header
    parts: tuple[Part, ...]
    enclosed: bool
    findings: tuple[Finding, ...] = ()


def open_envelope(text: str, name: str = "") -> Envelope:
    """Header and documents of a decoded file. A file without an envelope is one document called ``name``; of several submissions in one
    file the first that has documents is read, with a finding. Documents keep their number in the file even where others are skipped."""
    documents = _at_line_starts(text, (_DOCUMENT,), 0, len(text))
    if not documents:
        return _bare(text, name)
    starts = _submissions(text, documents)
    begin, end = starts[0], starts[1] if len(starts) > 1 else len(text)
    own = documents[bisect_left(documents, begin) : bisect_left(documents, end)]
    header = read_header(text[begin : own[0]].split("\n"), text.count("\n", 0, begin) + 1)
    parts = tuple(_without_repeats(_parts(text, own, end)))
    return Envelope(header, parts, True, (*_several(text, starts), *_skips(parts)))


def _bare(text: str, name: str) -> Envelope:
    """No document tags: all of the file, or what follows its header."""
    end = max((text.find(mark) + len(mark) for mark in _HEADER_ENDS if mark in text), default=0)
    header = read_header(text[:end].split("\n")) if end else Header()
    source = _source(text, 0, end, len(text), _Lines(text))
    part = Part(source, filename=name, skipped=_reason_to_skip("", source.text))
    return Envelope(header, (part,), False, tuple(_skips((part,))))


class _Lines:
    """Counts lines for positions that come in ascending order, so that each character is looked at once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._position, self._line = 0, 1

    def at(self, position: int) -> int:
        """The number of the line, from 1, on which ``position`` stands."""
        self._line += self._text.count("\n", self._position, position)
        self._position = position
        return self._line


def _submissions(text: str, documents: list[int]) -> list[int]:
    """Where submissions that have documents begin: at the marks between two of which a document stands."""
    starts = [0]
    for mark in _at_line_starts(text, _SUBMISSION_MARKS, documents[0], documents[-1]):
        if bisect_left(documents, mark) > bisect_left(documents, starts[-1]):
            starts.append(mark)
    return starts


def _at_line_starts(text: str, marks: tuple[str, ...], begin: int, end: int) -> list[int]:
    """Where the marks that begin before ``end`` stand at the start of a line."""
    found: list[int] = []
    for mark in marks:
        position = text.find(mark, begin, end)
        while position >= 0:
            if position == 0 or text[position - 1] == "\n" or not text[max(0, text.rfind("\n", 0, position)) : position].strip():
                found.append(position)
            position = text.find(mark, position + len(mark), end)
    return sorted(found)


def _parts(text: str, starts: list[int], end: int) -> Iterator[Part]:
    lines = _Lines(text)
    for index, (begin, limit) in enumerate(zip(starts, [*starts[1:], end], strict=True)):
        close = text.find("</DOCUMENT>", begin, limit)
        yield _part(text, index, begin + len(_DOCUMENT), limit if close < 0 else close, lines)


def _part(text: str, index: int, begin: int, end: int, lines: _Lines) -> Part:
    fields, body = _fields(text, begin, end)
    close = text.rfind("</TEXT>", body, end)
    source = _source(text, index, body, end if close < 0 else close, lines)
    kind = fields.get("TYPE", "")
    return Part(source, kind, fields.get("DESCRIPTION", ""), fields.get("FILENAME", ""), _reason_to_skip(kind, source.text))


def _fields(text: str, begin: int, end: int) -> tuple[dict[str, str], int]:
    """``<TYPE>`` ... of a document, and where its text begins: behind ``<TEXT>``, without one behind the last of the fields."""
    fields: dict[str, str] = {}
    position = body = begin
    for _ in range(_FIELD_LINES):
        if position >= end:
            break
        stop = text.find("\n", position, end)
        stop = end if stop < 0 else stop
        line = text[position:stop].strip()
        if line[:6].upper() == "<TEXT>":
            return fields, text.index("<", position) + len("<TEXT>")
        match = _FIELD.match(line)
        position = min(stop + 1, end)
        if match:
            fields.setdefault(match[1].upper(), match[2].strip())
            body = position
    return fields, body


def _source(text: str, index: int, begin: int, end: int, lines: _Lines) -> Source:
    """The document's text from ``begin``: from the next line where nothing follows on this one, else padded so that columns stay."""
    stop = text.find("\n", begin, end)
    if begin and stop >= 0 and not text[begin:stop].strip():
        begin = stop + 1
    body = _without_uuencoded(text[begin:end])
    line_start = text.rfind("\n", 0, begin) + 1
    return Source(index, " " * (begin - line_start) + body, lines.at(begin))


def _without_uuencoded(body: str) -> str:
    """Pictures between ``begin 644 name`` and ``end`` become empty lines."""
    if "\nbegin " not in body and not body.startswith("begin "):
        return body
    pieces: list[str] = []
    position = 0
    while match := _UUENCODED.search(body, position):
        end = body.find("\nend", match.end())
        stop = len(body) if end < 0 else end + len("\nend")
        pieces.append(body[position : match.start()])
        pieces.append("\n" * body.count("\n", match.start(), stop))
        position = stop
    return "".join((*pieces, body[position:]))


def _reason_to_skip(kind: str, body: str) -> str:
    start = _WRAPPER.match(body)
    position = start.end() if start else 0
    if position >= len(body):
        return "it holds no text"
    if _SKIPPED_TYPES.fullmatch(kind):
        return f"its type is {kind}"
    if body.startswith("%PDF", position):
        return "it is a PDF"
    return "it is XML" if _XML_START.match(body, position) else ""


def _without_repeats(parts: Iterator[Part]) -> Iterator[Part]:
    """A document that repeats an earlier one word for word is not read twice."""
    seen: dict[tuple[str, str], int] = {}
    for part in parts:
        first = seen.setdefault((part.type, part.source.text.strip()), part.source.index)
        if first != part.source.index and not part.skipped:
            yield Part(part.source, part.type, part.description, part.filename, f"it repeats document {first}")
        else:
            yield part


def _several(text: str, starts: list[int]) -> Iterator[Finding]:
    if len(starts) > 1:
        lines = ", ".join(str(text.count("\n", 0, start) + 1) for start in starts[1:10])
        message = f"The file holds {len(starts)} submissions; the first is read, those from line {lines} are not."
        yield Finding("read.several-submissions", "warning", message, "Cut the file into its submissions to read the others.")


def _skips(parts: tuple[Part, ...]) -> Iterator[Finding]:
    for part in parts:
        if part.skipped and (part.type or part.source.text.strip()):
            name = " ".join(word for word in (part.type, part.filename) if word)
            message = f"Document {part.source.index} ({name or 'no name'}) is not read: {part.skipped}."
            yield Finding("read.document-skipped", "info", message)
