"""Who announces what a release tells."""

from __future__ import annotations

import pytest

from converter.find.cover.announcers import announcer
from converter.model import Paragraph
from converter.read import read


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("DAYTON, Ohio, July 26, 2007 – Sample Works, Inc. (NYSE: SWK) today reported net income of $1.8 million.", "Sample Works, Inc"),
        (
            "DAYTON, July 26, 2007—Sample & Sons Corporation (Nasdaq: SWK), a maker of circuits, announced its results.",
            "Sample & Sons Corporation",
        ),
        ("DAYTON -- Sample Works today announced its results.", "Sample Works"),
        ("The Company reported net income. Kettle Imaging announced its results.", ""),
        ("DAYTON - Analysts of Kettle Imaging reported that results were good.", ""),
    ],
)
def test_who_announces(line: str, name: str) -> None:
    """Releases without a header or cover name their company in the dateline."""
    document = read(f"{line}\n".encode(), "a.txt").documents[0]
    assert announcer(block for block in document.blocks if isinstance(block, Paragraph)).rstrip(".") == name
