"""Bytes become text without moving a character: what stands in column 12 of line 30 of the file stands there afterwards."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from converter.model import Finding

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_MAGIC = (b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"\xd0\xcf\x11\xe0", b"\x7fELF", *_PICTURES)
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 26, 27}) + b"\x7f"
_SAMPLE = 1 << 16
_MOST_CONTROLS = 0.02
_C1 = re.compile("[\x80-\x9f]")
_WORTH = 4
"""A file is UTF-8 with a few broken bytes where it has this many times more whole characters beyond ASCII than broken ones."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """``text`` has ``\\n`` for every line end (``\\n``, ``\\r\\n``, ``\\r``) of the file and no NUL; ``encoding`` is the Python codec's
    name. ``text`` is None where the bytes are no text, and a finding says so."""

    text: str | None
    encoding: str
    findings: tuple[Finding, ...] = ()


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Decodes a filing: as asked for, else by its byte order mark, else UTF-8, else cp1252 (what EDGAR's filers wrote)."""
    if not data or data.isspace():
        return Decoded(None, "", (_no_text("The input is empty.", "Give the filing as it was downloaded."),))
    if encoding is not None:
        return _as_asked(data, encoding)
    marked = _marked(data)
    if marked is not None:
        return marked
    if _is_binary(data):
        return Decoded(None, "", (_no_text("The input is binary data, not text.", "Give the filing's text, HTML or markdown."),))
    return _guessed(data)


def split_lines(text: str) -> list[str]:
    """The lines of decoded text. Only a line feed ends a line: a form feed or U+2028 is a character like any other."""
    return text.split("\n")


def _as_asked(data: bytes, encoding: str) -> Decoded:
    try:
        name = codecs.lookup(encoding).name
        text = data.decode(name, "replace")
    except (LookupError, UnicodeError, ValueError):
        guessed = decode(data)
        message = f'The encoding "{encoding}" is unknown; {guessed.encoding or "none"} was used.'
        finding = Finding("read.unknown-encoding", "warning", message, "Name one that Python knows, such as cp1252, with --encoding.")
        return Decoded(guessed.text, guessed.encoding, (finding, *guessed.findings))
    text = text.removeprefix("\ufeff")
    return Decoded(_even(text), name, _damage(text, name))


def _marked(data: bytes) -> Decoded | None:
    for mark, name in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            text = data[len(mark) :].decode(name, "replace")
            return Decoded(_even(text), name, _damage(text, name))
    return None


def _guessed(data: bytes) -> Decoded:
    try:
        return Decoded(_even(data.decode("utf-8")), "utf-8")
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if len(text) - len(text.encode("ascii", "ignore")) - broken > _WORTH * broken:
        return Decoded(_even(text), "utf-8", _damage(text, "utf-8"))
    text = data.decode("cp1252", "replace")
    return Decoded(_even(text), "cp1252", _damage(text, "cp1252"))


def _even(text: str) -> str:
    """One kind of line end, no NUL, and characters of cp1252 that stand at their C1 code points where they belong: lines and columns
    stay what they are."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        text = text.replace("\0", " ")
    return text if text.isascii() or not _C1.search(text) else text.translate(C1_AS_CP1252)


def _is_binary(data: bytes) -> bool:
    if data.startswith(_MAGIC):
        return True
    sample = data[:_SAMPLE]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(sample)


def _damage(text: str, encoding: str) -> tuple[Finding, ...]:
    broken = text.count("\ufffd")
    if not broken:
        return ()
    message = f"{broken} byte sequences are not {encoding} and were replaced."
    return (Finding("read.broken-characters", "info", message, "Name the encoding of the file with --encoding."),)


def _no_text(message: str, hint: str) -> Finding:
    return Finding("read.no-text", "error", message, hint)


def _c1_table() -> dict[int, str]:
    return {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}


C1_AS_CP1252 = _c1_table()
"""For `str.translate`: C1 control characters as the cp1252 characters that were meant."""
