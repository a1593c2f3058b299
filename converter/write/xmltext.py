"""Text that may stand in XML 1.0."""

from __future__ import annotations

import re

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BEYOND_JSON = re.compile("[\ufffe\uffff]")


def xml_text(text: str) -> str:
    """White space squeezed, characters that XML 1.0 (2.2) does not know replaced by blanks."""
    if _ILLEGAL.search(text):
        text = _ILLEGAL.sub(" ", text)
    return " ".join(text.split())


def instruction(data: bytes) -> str:
    """JSON as the content of a processing instruction (XML 1.0, 2.6): ``?>`` can only stand inside a string there, where ``>`` may be
    written as an escape, and so may the two characters that JSON allows and XML does not."""
    text = data.decode().replace("?>", "?\\u003e")
    if _BEYOND_JSON.search(text):
        text = _BEYOND_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return text
