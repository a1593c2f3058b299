"""Which tables are worth a closer look: most of a filing's hold no words of a statement."""

from __future__ import annotations

from converter.find.statements.segments.titles import has_title, has_title_words
from converter.model import Table

# Labels without which no statement is told from its rows alone.
_TELLING = (
    ("total assets", "total liabilities"),
    ("current assets", "current liabilities"),
    ("net ", " share", "tax"),
    ("net ", "eps", "tax"),
    ("net ", " share", "revenues", "expenses"),
    ("operating", "investing", "financing"),
)


def may_hold(table: Table) -> bool:
    """Whether a table is worth a closer look: a title, or the words of rows that tell a statement without one."""
    lower = table.text.lower()
    if _tells(lower):
        return True
    if table.geometry == "characters":
        return has_title(table.text)
    # The lines of the source may end within the words.
    wrapped = ("share" in lower and "tax" in lower) or ("assets" in lower and "liabilities" in lower)
    return (wrapped and _tells(" ".join(lower.split()))) or has_title_words(table.text)


def _tells(lower: str) -> bool:
    return any(all(words in lower for words in telling) for telling in _TELLING)
