"""Text that may stand in XML 1.0."""

from __future__ import annotations


def xml_text(text: str) -> str:
    """White space squeezed, characters that XML 1.0 (2.2) does not know replaced by blanks."""
    if not text.isprintable():
        text = "".join(char if _legal(char) else " " for char in text)
    return " ".join(text.split())


def is_xml(text: str) -> bool:
    """Whether XML 1.0 (2.2) knows all characters of the text."""
    return text.isprintable() or all(map(_legal, text))


def _legal(char: str) -> bool:
    return " " <= char < "\ud800" or "\udfff" < char < "\ufffe" or char > "\uffff" or char in "\t\n\r"


def instruction(data: bytes) -> str:
    """JSON as the content of a processing instruction (XML 1.0, 2.6): ``?>`` can only stand inside a string there, where ``>`` may be
    written as an escape, and so may the two characters that JSON allows and XML does not."""
    return data.decode().replace("?>", "?\\u003e").replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")
