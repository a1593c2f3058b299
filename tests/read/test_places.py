"""Every place, read back from the file, shows its text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from converter.model import Document, Filing, Paragraph, Place, Table
from converter.read import read
from converter.read.places import PlaceReader

PAGE = b"""<html>
<body>loose text
<p>A  <b>bold</b>
word<br>second line of it</p>
<table>
<tr><td>Cash<sup>(1)</sup><td>$<td>(1,234<td>)
<tr><td>A<br>B<td><td>1<br>8<sup>1</sup>/<sub>2</sub>
</table>
<pre>
Cash             1,234      5,678
Total assets     9,999     10,000<br>Debt               567        568
Equity           1,000      2,000
</pre>
<div><div>deep <font>inside</font></div></div>
</body></html>"""
SUBMISSION = (
    b"<SEC-HEADER>\r\nCONFORMED SUBMISSION TYPE:\t10-K\r\n</SEC-HEADER>\r\n<DOCUMENT>\r\n<TYPE>10-K\r\n<TEXT>\r\n"
    b"Cash             1,234      5,678\r\nTotal\tassets     9,999     10,000\x0c\r\n</TEXT>\r\n</DOCUMENT>\r\n"
    b"<DOCUMENT>\r\n<TYPE>EX-99\r\n<TEXT>\r\n" + PAGE + b"\r\n</TEXT>\r\n</DOCUMENT>\r\n"
)


def places(filing: Filing) -> Iterator[Place]:
    if filing.header.form is not None:
        yield filing.header.form.place
    for document in filing.documents:
        yield from _of_document(document)


def _of_document(document: Document) -> Iterator[Place]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            for segment in block.segments:
                line = segment.line if segment.path is None else None
                end = None if segment.start is None else segment.start + len(segment.text)
                yield Place(document.index, "sentence", segment.text, line, segment.start, end, segment.path)
        else:
            yield from (cell.place for row in block.rows for cell in row.cells if cell.text)


def check(data: bytes, name: str) -> int:
    reader = PlaceReader(data)
    found = list(places(read(data, name)))
    wrong = [(place, reader.text_at(place)) for place in found if reader.text_at(place) != " ".join(place.text.split())]
    assert wrong == []
    return len(found)


@pytest.mark.parametrize("data", [PAGE, SUBMISSION], ids=["page", "submission"])
def test_all_places_read_back(data: bytes) -> None:
    assert check(data, "a.htm") > 20


def test_segments_join_to_the_paragraph() -> None:
    for document in read(SUBMISSION, "a.txt").documents:
        for block in document.blocks:
            if isinstance(block, Paragraph):
                assert " ".join(segment.text for segment in block.segments) == block.text
                assert all(block.text[segment.offset :].startswith(segment.text) for segment in block.segments)


@pytest.mark.parametrize(
    "place",
    [
        Place(0, "cell", "x", line=10_000, start=0, end=1),
        Place(0, "cell", "x", line=1, start=5, end=1_000),
        Place(0, "cell", "x"),
        Place(0, "cell", "x", path="/html/body/p[9]"),
        Place(0, "cell", "x", path="/html/body/p", start=5, end=100_000),
        Place(9, "cell", "x", path="/html"),
        Place(0, "cell", "x", path="document('/etc/passwd')"),
        Place(0, "cell", "x", path="/html//*[contains(.,'a')]"),
    ],
)
def test_no_such_place(place: Place) -> None:
    assert PlaceReader(PAGE).text_at(place) is None


def test_excerpts() -> None:
    reader = PlaceReader(SUBMISSION)
    assert reader.excerpt(Place(0, "cell", "1,234", line=7, start=17, end=22)) == "Cash             1,234      5,678"
    assert reader.excerpt(Place(1, "label", "inside", path="/html/body/div/div", start=5, end=11)) == "deep inside"
    assert reader.excerpt(Place(0, "cell", "x", line=0)) is None


@pytest.mark.corpus
@pytest.mark.parametrize("form", ["gold/html", "gold/text", "modern/html2000", "fsds/html", "cover/html"])
def test_the_corpus(shared: Path, form: str) -> None:
    for path in sorted((shared / "corpus" / form).iterdir())[::10]:
        check(path.read_bytes(), path.name)


@pytest.mark.parametrize(
    "label",
    [
        b"Looms lent: 900 authorised;<BR>lent out 5,383",
        b"Looms lent: 900 authorised; <BR>lent out 5,383",
        b"Looms lent:<BR><BR>900 authorised;<BR> lent out\n5,383",
        b"<DIV>Looms lent: 900 authorised;</DIV><DIV>lent out 5,383</DIV>",
    ],
)
def test_a_number_inside_a_label_of_several_lines(label: bytes) -> None:
    """Places count in the text content, where a break is no character."""
    data = b"<html><body><table><tr><td>" + label + b"</td><td>7</td><td>8</td></tr></table></body></html>"
    (block,) = read(data, "a.htm").documents[0].blocks
    assert isinstance(block, Table)
    cell = block.rows[0].cells[0]
    assert cell.text == "Looms lent: 900 authorised; lent out 5,383"
    assert PlaceReader(data).text_at(cell.place) == cell.place.text
    begin = (cell.place.start or 0) + cell.place.text.index("5,383")
    assert PlaceReader(data).text_at(replace(cell.place, text="5,383", start=begin, end=begin + 5)) == "5,383"
