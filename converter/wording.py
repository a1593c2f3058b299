"""Small words of messages to people, for every room that counts."""

from __future__ import annotations


def counted(number: int, what: str) -> str:
    """``1 finding``, ``2,000 findings``."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"
