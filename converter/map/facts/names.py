"""Names of the filing's own concepts, and ids of facts."""

from __future__ import annotations

import unicodedata

from converter.model import Period
from converter.patterns import regex

_WORD = regex(r"[A-Za-z0-9]+")
_ASIDE = regex(r"\([^()\d]*+\d[^()]*+\)|^\s*(?:\([a-z*]\)|\[[a-z\d*]{1,2}\])")
"""Numbers in parentheses, and the mark of a footnote that stands before a label."""
_AMOUNTS = regex(
    r"(?:\b(?:of|at)\s{1,2})?(?:\$\s?\d[\d,.]*+|\$\s?\.\d++|\b\d{1,3}(?:,\d{3})++)"
    r"(?:\s?(?:,|and|,\s?and)\s{1,2}\$?\s?(?:\d[\d,.]*+|none|nil))*+(?:,?\s?respectively)?"
)
"""Amounts and counts, which are others in every period: "net of tax of $22 and $3", "26,385 shares". Years, rates and "401k" stay."""
MAX_NAME = 96
_SMALL = frozenset({"s"})


def local_name(label: str) -> str:
    """LabelCamelCase as filers write it: an NCName of ASCII letters and digits, never empty."""
    return _camel_case(_AMOUNTS.sub(" ", _ASIDE.sub(" ", _ascii(label))))


def member_name(words: str) -> str:
    """The same of a class of stock, or an exchange: its amounts tell it apart ("Common Stock, $1 par value")."""
    return f"{_camel_case(_ASIDE.sub(' ', _ascii(words)))}Member"


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def _camel_case(plain: str) -> str:
    words = [word for word in _WORD.findall(plain.replace("'", "")) if word not in _SMALL]
    name = "".join(word[:1].upper() + (word[1:].lower() if word.isupper() and len(word) > 3 else word[1:]) for word in words)[:MAX_NAME]
    return name if name[:1].isalpha() else f"Item{name}"


def fact_id(concept: str, period: Period, dimensions: tuple[tuple[str, str], ...], unit: str = "") -> str:
    """A stable NCName that says what the fact is: ``f-Assets-2003-03-31``."""
    prefix, _, local = concept.partition(":")
    what = local if prefix == "gaap" else f"{prefix}.{local}"
    when = str(period.end) if period.start is None else f"{period.start}-{period.end}"
    members = "".join(f"-{member.partition(':')[2]}" for _, member in dimensions)
    return _UNFIT.sub("_", f"f-{what}-{when}{members}{f'-{unit}' if unit else ''}")


_UNFIT = regex(r"[^A-Za-z0-9._-]")
