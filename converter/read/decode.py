"""Bytes become text without moving a character: what stands in column 12 of line 30 of the file stands there afterwards."""

from __future__ import annotations

import codecs

from msgspec import Struct

from converter.model import Finding
from converter.patterns import regex

_MAGIC = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip archive",
    b"\x1f\x8b": "compressed (gzip)",
    b"BZh": "compressed (bzip2)",
    b"\xfd7zXZ": "compressed (xz)",
    b"\x1f\x9d": "compressed (Z)",
    b"\xd0\xcf\x11\xe0": "a file of Word or Excel",
    b"\x7fELF": "a program",
    **dict.fromkeys((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*"), "a picture"),
}
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 26, 27}) + b"\x7f"
_SAMPLE = 1 << 16
_MOST_CONTROLS = 0.02
_MOST_NULS = 0.4
"""Of UTF-16 without a byte order mark, nearly every other byte is nought where a text is in English."""
_C1 = regex("[\x80-\x9f]")
_WORTH = 4
"""A file is UTF-8 with a few broken bytes where it has this many times more whole characters beyond ASCII than broken ones."""


class Decoded(Struct, frozen=True):
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
    other = other_than_text(data)
    if other:
        packed = "zip" in other or "compressed" in other
        hint = "Unpack it, and give what is in it." if packed else "Give the filing's text, HTML or markdown."
        return Decoded(None, "", (_no_text(f"The input is {other}, not text.", hint),))
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
    wide = _wide(data[:_SAMPLE])
    if not wide:
        return None
    text = data.decode(wide, "replace")
    return Decoded(_even(text), wide, _damage(text, wide))


def _wide(sample: bytes) -> str:
    """UTF-16 without a byte order mark, told by where its noughts stand; "" for anything else."""
    if sample.count(0) < _MOST_NULS * len(sample):
        return ""
    first, second = sample[::2].count(0), sample[1::2].count(0)
    return "utf-16-le" if not first else "utf-16-be" if not second else ""


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


def other_than_text(data: bytes) -> str:
    """What bytes are that are no text ("a PDF", "binary data"); "" where they may be one. The first 64 KB decide."""
    known = next((what for magic, what in _MAGIC.items() if data.startswith(magic)), "")
    sample = data[:_SAMPLE]
    if known or data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _wide(sample):
        return known
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return "binary data" if controls > _MOST_CONTROLS * len(sample) else ""


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
