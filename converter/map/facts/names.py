"""Names of the filing's own concepts, and ids of facts."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate

from converter.map.rows.labels import WORTH
from converter.model import Period
from converter.patterns import regex

_WORD = regex(r"[A-Za-z0-9]+")
_ASIDE = regex(r"\([^()\d]*+\d[^()]*+\)|^\s*(?:\([a-z*]\)|\[[a-z\d*]{1,2}\])")
"""Numbers in parentheses, and the mark of a footnote that stands before a label."""
_LAST_MARK = regex(
    r"\s{1,3}\((?:[a-z](?:,\s?[a-z])?|\*{1,3})\)\s*$"
    r"|\s{0,2}[,(–—-]\s{0,2}(?:[Ss]ee )?(?:[Nn]otes?|NOTES?) (?:[A-Z]|\d{1,2})(?:(?:,| and| &) (?:[A-Z]|\d{1,2}))*\)?\s*$"
)
"""That of a footnote behind it, and where it sends its reader."""
_BELOW = regex(r"\$\s?\((?=[\d.])([\d,.]{1,24})\)|\(\$\s?(?=[\d.])([\d,.]{1,24})\)")
"""An amount below nought."""
_AMOUNTS = regex(
    r"(?:\b(?:of|at)\s{1,2})?(?:\$\s?\d[\d,.]*+|\$\s?\.\d++|\b\d{1,3}(?:,\d{3})++)(?:\s(?:million|billion|thousand)\b)?(?:\sin\s(?:19|20)\d\d\b)?"
    r"(?:\s?(?:,|and|,\s?and)\s{1,2}\$?\s?(?:\d[\d,.]*+|none|nil)(?:\s(?:million|billion|thousand)\b)?(?:\sin\s(?:19|20)\d\d\b)?)*+(?:,?\s?respectively)?",
    re.IGNORECASE,
)
"""Amounts and counts, which are others in every period: "net of tax of $22 and $3", "26,385 shares". Years, rates and "401k" stay."""
_DANGLING = frozenset({"", "and", "of", "or", "for", "thousand", "million", "billion", "respectively"})
"""What joined a label's last words to the amounts."""
MAX_NAME = 120
_SMALL = frozenset({"s"})


@lru_cache(maxsize=1 << 8)
def local_name(label: str) -> str:
    """LabelCamelCase as filers write it: an NCName of ASCII letters and digits, never empty. Each row asks several times."""
    plain = _ASIDE.sub(" ", WORTH.sub("", _BELOW.sub(r"$\1\2", _ascii(_LAST_MARK.sub("", label)))))
    amountless = _AMOUNTS.sub(" ", plain)
    return _camel_case(amountless if amountless == plain else _ended(amountless))


def _ended(text: str) -> str:
    words = text.split()
    while words and words[-1].strip(",;:.–—-$").lower() in _DANGLING:
        words.pop()
    return " ".join(words)


def member_name(words: str) -> str:
    """The same of a class of stock, or an exchange: its amounts tell it apart ("Common Stock, $1 par value")."""
    return f"{_camel_case(_ASIDE.sub(' ', _ascii(words)))}Member"


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def _camel_case(plain: str) -> str:
    words = [word for word in _WORD.findall(plain.replace("'", "")) if word not in _SMALL]
    # Where all is in capitals, "OF" and "NET" are no abbreviations.
    longest = 1 if len(words) > 1 and not any(map(str.islower, plain)) else 3
    words = [word[:1].upper() + (word[1:].lower() if word.isupper() and len(word) > longest else word[1:]) for word in words]
    lengths = accumulate(map(len, words))
    name = "".join(word for word, length in zip(words, lengths, strict=True) if length <= MAX_NAME) or "".join(words)[:MAX_NAME]
    return name if name[:1].isalpha() else f"Item{name}"


def fact_id(concept: str, period: Period, dimensions: tuple[tuple[str, str], ...], unit: str = "") -> str:
    """A stable NCName that says what the fact is: ``f-Assets-2003-03-31``."""
    prefix, _, local = concept.partition(":")
    what = local if prefix == "gaap" else f"{prefix}.{local}"
    when = str(period.end) if period.start is None else f"{period.start}-{period.end}"
    members = "".join([f"-{member.partition(':')[2]}" for _, member in dimensions]) if dimensions else ""
    return _UNFIT.sub("_", f"f-{what}-{when}{members}{f'-{unit}' if unit else ''}")


_UNFIT = regex(r"[^A-Za-z0-9._-]")
