"""Running text taken apart into sentences."""

from __future__ import annotations

from collections.abc import Iterator

from converter.patterns import regex

_END = regex(r"[.!?][\"'”’)]{0,2}\s+(?=[\"'“‘(]{0,2}[A-Z0-9$])|;\s+(?=[A-Za-z])")
_SHORT = regex(
    r"(?:\b(?:[A-Z]|Inc|Corp|Co|Cos|Ltd|Mr|Mrs|Ms|Dr|Jr|Sr|St|No|Nos|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|U\.S|approx|Calif|Mass|Fla|Ill|Pa|Va)|\b[a-z]\.[a-z])$"
)


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a paragraph with the offset of each; a full stop behind ``Inc`` or ``Mr`` ends none."""
    start = 0
    for match in _END.finditer(text):
        if text[match.start()] == "." and _SHORT.search(text, max(start, match.start() - 8), match.start()):
            continue
        yield start, text[start : match.end()].rstrip()
        start = match.end()
    if start < len(text):
        yield start, text[start:]
