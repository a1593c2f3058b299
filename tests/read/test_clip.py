"""Lines and paragraphs longer than any that a filing has."""

from __future__ import annotations

import pytest

from converter.model import Paragraph
from converter.read import read
from converter.read.clip import LONGEST


def test_a_long_line_is_cut_and_told() -> None:
    filing = read(b"Harbor Lantern\n\n" + b"word " * LONGEST + b"\n\nThe end.\n", "long.txt")
    assert [(finding.code, finding.places[0].line) for finding in filing.findings] == [("read.too-long", 3)]
    paragraphs = [block for block in filing.documents[0].blocks if isinstance(block, Paragraph)]
    assert max(len(paragraph.text) for paragraph in paragraphs) <= LONGEST
    assert paragraphs[-1].text == "The end."
    assert paragraphs[-1].segments[0].line == 5


@pytest.mark.parametrize("joint", [b" ", b"\n"])
def test_a_long_paragraph_of_a_page_is_cut_and_told(joint: bytes) -> None:
    page = b"<html><body><p>" + (b"word" + joint) * LONGEST + b"</p><p>The end.</p></body></html>"
    filing = read(page, "long.htm")
    assert [finding.code for finding in filing.findings] == ["read.too-long"]
    paragraphs = [block for block in filing.documents[0].blocks if isinstance(block, Paragraph)]
    assert [len(paragraph.text) <= LONGEST for paragraph in paragraphs] == [True, True]
    assert "".join(segment.text for segment in paragraphs[0].segments).startswith("word word")
    assert paragraphs[-1].text == "The end."


def test_long_tags_stay_whole() -> None:
    page = b'<html><body><p>One</p><img src="data:' + b"A" * (2 * LONGEST) + b'"><p>Two</p></body></html>'
    filing = read(page, "image.htm")
    assert not filing.findings
    assert [block.text for block in filing.documents[0].blocks if isinstance(block, Paragraph)] == ["One", "Two"]


def test_a_long_file_of_short_lines_is_left_alone() -> None:
    assert not read(b"A short line.\n" * LONGEST, "short.txt").findings
