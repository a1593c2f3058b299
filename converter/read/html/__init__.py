"""HTML pages -> blocks. The only door of this package: `html_read`."""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import Block, Finding
from converter.read.source import Source


def html_read(source: Source) -> tuple[Sequence[Block], tuple[Finding, ...]]:
    """The blocks of an HTML document in order, each place with its element path, and what could not be read; tables are laid out on first
    use."""
    from converter.read.html.flow import page_blocks
    from converter.read.html.tree import parse_page

    root = parse_page(source.text)
    return ([], ()) if root is None else page_blocks(root, source)
