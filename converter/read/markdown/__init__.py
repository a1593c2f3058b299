"""Markdown as OCR and PDF converters write it -> blocks: tables in tabs, pipes, HTML, LaTeX, CSV or blanks, paragraphs of the rest."""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import Block
from converter.read.source import Source


def markdown_blocks(source: Source) -> Sequence[Block]:
    """The blocks of a document, in order. Rows of tables are computed when they are looked at; nothing raises on bad mark-up.

    Mark-up is gone from texts; places (line, columns) are those of the characters as the file has them. Page numbers and marks
    between pages are left out and set ``page_break`` on the block that follows."""
    from converter.read.markdown.scan import Scanner

    return Scanner(source).run()
