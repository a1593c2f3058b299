"""The registrant's name of a document without a cover: what stands above each of its statements."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from itertools import islice

from converter.find.cover.announcers import announcer
from converter.find.cover.ends import is_title
from converter.find.cover.names import COMPANY, is_name
from converter.find.cover.owners import whose
from converter.model import CoverItem, Document, Paragraph, Place, Table
from converter.patterns import regex

_SUBSIDIARIES = regex(
    r",? (?:and|&) (?:its )?(?:(?:consolidated|wholly[ -]owned) ){0,2}(?:subsidiar(?:y|ies)|affiliates?)(?: compan(?:y|ies))?\W{0,9}\Z"
    r"| ?\(continued\)\W{0,9}\Z",
    re.IGNORECASE,
)
_FIRST_BLOCKS, _LONGEST_ANNOUNCEMENT = 40, 2_000
_NEAR = 3
"""Lines from a name to the title below it."""
_FEWEST = 2
"""Statements under one name."""
_LONGEST = 90
_SHORT = 3
"""Letters of words that have no capital in a name: of, and, the."""


def headed_items(document: Document) -> Iterator[CoverItem]:
    """The name that stands above two statements and more, or above one of a company that announces its results; where none stands under
    another."""
    found: dict[str, tuple[str, Place]] = {}
    count = 0
    above: deque[tuple[str, Place]] = deque(maxlen=_NEAR)
    for text, place in _lines(document):
        if is_title(text):
            named = next(((name, at) for line, at in reversed(above) if (name := _name(line))), None)
            if named:
                found.setdefault("".join(c for c in named[0].lower() if c.isalnum()), named)
                count += 1
            above.clear()
        elif text:
            above.append((text, place))
    if len(found) == 1:
        ((name, place),) = found.values()
        if count >= _FEWEST or whose(_announcer(document), [name]) == 0:
            yield CoverItem("registrant_name", name, place)


def _announcer(document: Document) -> str:
    first = islice(document.blocks, _FIRST_BLOCKS)
    return announcer(block for block in first if isinstance(block, Paragraph) and len(block.text) <= _LONGEST_ANNOUNCEMENT)


def _lines(document: Document) -> Iterator[tuple[str, Place]]:
    """Lines that stand alone, with their places."""
    for block in document.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                if len(row.cells) == 1 and not row.rule:
                    yield row.cells[0].text.strip(), row.cells[0].place
        else:
            for segment in block.segments:
                end = None if segment.start is None else segment.start + len(segment.text)
                yield segment.text.strip(), Place(document.index, "label", segment.text, segment.line, segment.start, end, segment.path)


def _name(line: str) -> str:
    """A line that is the name of a company, without its subsidiaries; else ""."""
    name = _SUBSIDIARIES.sub("", " ".join(line.split())).strip(" *,")
    if len(name) > _LONGEST or not (COMPANY.search(name) or name != line.strip(" *,")) or not is_name(name):
        return ""
    words = [word for word in name.split() if len(word) > _SHORT]
    return name if words and all(word.lstrip("(\"“'")[:1].isupper() for word in words) else ""
