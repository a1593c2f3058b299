"""Bytes to text, nothing moved."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.read.decode import decode, split_lines


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (b"plain", "utf-8", "plain"),
        ("\ufeffwith a mark".encode(), "utf-8", "with a mark"),
        ("Société – 1998".encode(), "utf-8", "Société – 1998"),
        (b"company\x92s 1996\x961997 \x97 \xa0x", "cp1252", "company’s 1996–1997 — \xa0x"),
        (b"\xff\xfeA\x00\n\x00", "utf-16-le", "A\n"),
        (b"\xfe\xff\x00A", "utf-16-be", "A"),
        ("Total assets 1,234\n".encode("utf-16-le"), "utf-16-le", "Total assets 1,234\n"),
        ("Total assets 1,234\n".encode("utf-16-be"), "utf-16-be", "Total assets 1,234\n"),
        (b"a\r\nb\rc\n", "utf-8", "a\nb\nc\n"),
        ("a\x85b\x92".encode(), "utf-8", "a…b’"),
        (b"one\x0ctwo", "utf-8", "one\x0ctwo"),
        (b"text " * 100 + b"\0" + b"text", "utf-8", "text " * 100 + " text"),
    ],
)
def test_what_a_file_says(data: bytes, encoding: str, text: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding) == (text, encoding)


def test_few_broken_bytes_do_not_make_utf8_cp1252() -> None:
    decoded = decode("é".encode() * 20 + b"\xff")
    assert decoded.encoding == "utf-8"
    assert decoded.text == "é" * 20 + "\ufffd"
    assert [finding.code for finding in decoded.findings] == ["read.broken-characters"]


@pytest.mark.parametrize("data", [b"", b" \n\t", b"%PDF-1.4\n", b"PK\x03\x04abc", bytes(range(256)) * 10, b"\x00\x01\x02\x03" * 100])
def test_no_text(data: bytes) -> None:
    decoded = decode(data)
    assert decoded.text is None
    assert [(finding.code, finding.severity) for finding in decoded.findings] == [("read.no-text", "error")]


@pytest.mark.parametrize(
    ("data", "what", "hint"),
    [
        (b"%PDF-1.4\n", "a PDF", "Give the filing's text"),
        (b"\x1f\x8b\x08", "compressed (gzip)", "Unpack it"),
        (b"PK\x03\x04", "a zip archive", "Unpack it"),
        (b"\xff\xd8\xff\xe0", "a picture", "Give the filing's text"),
        (b"\x00\x01\x02\x03" * 100, "binary data", "Give the filing's text"),
    ],
)
def test_what_is_no_text_is_told(data: bytes, what: str, hint: str) -> None:
    (finding,) = decode(data).findings
    assert finding.message == f"The input is {what}, not text."
    assert finding.hint.startswith(hint)


def test_encoding_as_asked() -> None:
    assert decode(b"\x8e", "mac-roman").text == "é"
    assert decode("\ufeffx".encode(), "utf-8").text == "x"
    assert decode(b"\xe9", "ascii").findings[0].code == "read.broken-characters"


@pytest.mark.parametrize("encoding", ["no-such-codec", "", "rot13", "a\0b"])
def test_unknown_encoding_falls_back_with_a_finding(encoding: str) -> None:
    decoded = decode(b"caf\xe9 \x96 x", encoding)
    assert decoded.text == "café – x"
    assert decoded.findings[0].code == "read.unknown-encoding"


_LINE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\0\ufeff"))


@given(st.lists(_LINE), st.sampled_from(["\n", "\r\n", "\r"]))
def test_lines_and_columns_are_those_of_the_file(lines: list[str], end: str) -> None:
    data = ("x" + end.join(lines)).encode()
    decoded = decode(data)
    if decoded.text is not None:
        read = split_lines(decoded.text)
        assert [len(line) for line in read] == [len(line) for line in re.split(r"\r\n|\r|\n", data.decode())]


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    decoded = decode(data)
    assert (decoded.text is None) == (decoded.encoding == "")
    if decoded.text is not None:
        assert "\r" not in decoded.text
        assert "\0" not in decoded.text
        decoded.text.encode("utf-8")
