"""Markdown as OCR and PDF converters write it -> blocks: tables in tabs, pipes, HTML, LaTeX, CSV or blanks, paragraphs of the rest."""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import Block, Finding
from converter.read.source import Source


def markdown_blocks(source: Source) -> Sequence[Block]:
    """The blocks of a document, in order. Rows of tables are computed when they are looked at; nothing raises on bad mark-up.

    Mark-up is gone from texts; places (line, columns) are those of the characters as the file has them. Page numbers and marks
    between pages are left out and set ``page_break`` on the block that follows."""
    return markdown_read(source)[0]


def markdown_read(source: Source) -> tuple[Sequence[Block], tuple[Finding, ...]]:
    """The blocks, and what is to be said of tables that could not be read."""
    from converter.read.markdown.scan import Scanner

    scanner = Scanner(source)
    return scanner.run(), tuple(scanner.findings)
