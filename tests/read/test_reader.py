"""The door: bytes in, a filing out, whatever the bytes."""

from __future__ import annotations

import time
from hashlib import sha256

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from converter.model import Paragraph, Table
from converter.read import read

MIXED = (
    b"<SEC-HEADER>\nFILER:\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\tEXAMPLE INC\n</SEC-HEADER>\n"
    b"<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n<HTML><BODY><P>Item 12</P></BODY></HTML>\n</TEXT>\n</DOCUMENT>\n"
    b"<DOCUMENT>\n<TYPE>GRAPHIC\n<TEXT>\nbegin 644 a.gif\nM1\n`\nend\n</TEXT>\n</DOCUMENT>\n"
    b"<DOCUMENT>\n<TYPE>EX-99.1\n<FILENAME>ex.txt\n<DESCRIPTION>RELEASE\n<TEXT>\nNet income rose, the company said.\n</TEXT>\n</DOCUMENT>\n"
)


def test_documents_of_several_formats() -> None:
    filing = read(MIXED, "a.txt")
    assert [(document.index, document.type, document.format, len(document.blocks)) for document in filing.documents] == [
        (0, "8-K", "html", 1),
        (1, "GRAPHIC", "text", 0),
        (2, "EX-99.1", "text", 1),
    ]
    assert (filing.documents[2].filename, filing.documents[2].description) == ("ex.txt", "RELEASE")
    assert filing.header.filers[0].name is not None
    assert [finding.code for finding in filing.findings] == ["read.document-skipped"]


def test_the_input_is_described() -> None:
    given_ = read(b"caf\xe9\n", "a b.txt").input
    assert (given_.name, given_.size, given_.encoding) == ("a b.txt", 5, "cp1252")
    assert given_.sha256 == sha256(b"caf\xe9\n").hexdigest()


@pytest.mark.parametrize("data", [b"", b"\0\1\2" * 50, b"%PDF-1.2", b"<html></html>", b"<DOCUMENT>\n<TYPE>GRAPHIC\n<TEXT>\nx"])
def test_no_text_is_a_finding(data: bytes) -> None:
    filing = read(data, "a")
    assert "read.no-text" in [finding.code for finding in filing.findings]
    assert filing.documents == ()


HOSTILE = {
    "deep": b"<html><body>" + b"<div>" * 100_000 + b"x",
    "deep fonts": b"<html><body>" + b"<font>" * 100_000 + b"x",
    "deep tables": b"<html><table><tr><td>" * 50_000 + b"x",
    "entities": b"<!DOCTYPE html [<!ENTITY a 'xx'><!ENTITY b '&a;&a;&a;'>]><html><body><p>&b;</p>",
    "spans": b"<html><table>" + b"<tr><td rowspan=99999 colspan=99999>1<td rowspan=9999>2" * 2_000,
    "attributes": b"<html><p " + b"a=1 " * 5_000 + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">x",
    "cells": b"<html><table><tr>" + b"<td>1" * 20_000,
    "breaks": b"<html>" + b"x<br>" * 20_000,
    "marks": b"<html><table><td>" + b"<sup>1</sup>" * 20_000,
    "comment": b"<html><p>x</p><!--" + b"<p>" * 100_000,
    "brackets": b"<html>" + b"<" * 1_000_000,
    "one line": b"<html>" + b"word " * 1_000_000,
    "documents": b"<DOCUMENT>\n<TYPE>EX\n<TEXT>\nx\n" * 20_000,
    "submissions": b"<SEC-DOCUMENT>\n<DOCUMENT>\n<TEXT>\nx\n" * 20_000,
    "xml comments": b"<?xml version='1.0'?>" + b"<!-- x -->" * 20_000 + b"<html><p>x",
    "open comments": b"<?xml version='1.0'?>" + b"<!--" * 20_000 + b"<html><p>x",
    "pipes": b"|" * 100_000 + b" \n" + b"| " * 50_000,
    "stars": b"**" * 100_000,
    "torn": b"<html><body><table><tr><td>Cash<td>1,2",
}


def _check(block: Paragraph | Table) -> None:
    """A block is read to its end, and holds together: pieces lie inside their text, cells say or rule, figures are told as cells."""
    if isinstance(block, Paragraph):
        assert all(segment.offset + len(segment.text) <= len(block.text) for segment in block.segments)
        return
    for row in block.rows:
        for cell in row.cells:
            assert cell.text.strip() or row.rule
            assert cell.left <= cell.right
            assert (cell.place.kind == "cell") == (cell.number is not None)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_takes_no_longer_than_others(name: str) -> None:
    started = time.process_time()
    filing = read(HOSTILE[name], name)
    assert filing.documents or filing.findings
    for document in filing.documents:
        for block in document.blocks:
            _check(block)
    assert time.process_time() - started < 5


_SOUP = """\
<table> <tr> <td> </td> </table> <p> <br> <b> <font> </font> <sup> <pre> </pre> <hr> <td\tcolspan=3> <td\trowspan=2> <PAGE> <TABLE> <S> <C>
<!-- --> 1,234 ( ) $ % Total &nbsp; <html> </html> <DOCUMENT> <TEXT> <div\tstyle='display:none'> </div>"""
_TAGS = st.sampled_from([tag.replace("\t", " ") for tag in _SOUP.replace("\n", " ").split(" ")])


@settings(max_examples=200, deadline=None)
@given(st.lists(_TAGS | st.text(max_size=5), max_size=40))
@example(["<table>", "<td>", "<hr>"])
def test_any_soup(pieces: list[str]) -> None:
    data = ("<html>" + "".join(pieces)).encode("utf-8", "replace")
    for document in read(data, "soup").documents:
        for block in document.blocks:
            _check(block)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    filing = read(b"<DOCUMENT>\n<TEXT>\n" + data, "bytes")
    assert filing.documents or filing.findings
