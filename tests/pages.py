"""For tests of reading HTML: a page's blocks as plain values."""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import Block, Finding, Paragraph, Row, Table
from converter.read.html import html_read
from converter.read.source import Source


def blocks(page: str, first_line: int = 1) -> Sequence[Block]:
    return html_read(Source(0, page, first_line))[0]


def findings(page: str) -> tuple[Finding, ...]:
    return html_read(Source(0, page, 1))[1]


def paragraphs(page: str) -> list[Paragraph]:
    return [block for block in blocks(page) if isinstance(block, Paragraph)]


def tables(page: str) -> list[Table]:
    return [block for block in blocks(page) if isinstance(block, Table)]


def texts(page: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(page)]


def rows(page: str) -> list[Row]:
    """The rows of a page's only table."""
    (table,) = tables(page)
    return list(table.rows)


def grid(page: str) -> list[list[tuple[str, int, int]]]:
    return [[(cell.text, cell.left, cell.right) for cell in row.cells] for row in rows(page)]
