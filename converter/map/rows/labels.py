"""Labels as words: what two filers mean alike should read alike."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from converter.patterns import regex

_ASIDE = regex(r"[(\[][^()\[\]]{0,200}?(?:\d|\bnotes?\b|\bsee\b|\bunaudited\b)[^()\[\]]{0,200}[)\]]")
_NOTE = regex(r"(?:[-,;]\s*|(?<!\s)\s+)?\b(?:see )?notes? [a-z\d][\d, and]{0,20}$")
_AMOUNTS = regex(r"(?:[,;(\-]\s*|(?<!\s)\s+)?\b(?:less|net of|including|after|at cost|includes)\b[^\d]{0,120}\$?\s?\d.*$")
_WORTH = (
    r"(?:(?:estimated|approximate|aggregate|quoted|total)\s){0,2}"
    r"(?:(?:fair|market|amortized|carrying|redemption|face|principal)\s(?:market\s)?(?:value|cost|amount)|cost)s?(?:\s(?:of|at))?"
)
WORTH_LAST = regex(rf",\s{{0,2}}(?={_WORTH}\W{{0,4}}$)", re.IGNORECASE)
"""Before words right before a number that say what else its row is worth: "Securities held to maturity, estimated fair value of $26"."""
WORTH = regex(rf",\s{{0,2}}{_WORTH}\W{{0,4}}\d.*$", re.IGNORECASE)
"""These words with all that follows them: no name of the row."""
_PER_SHARE = regex(r"[,;-]?\s?(?:\bof |\bat )?\$\s?\d{0,4}\.?\d{1,4} (?:per|a) (?:common |preferred |class [a-z] )?share\b")
"""What each share got of the row's amount: "Cash dividends, $.50 per share"."""
_STOCK_DETAIL = regex(
    r"(?:[,;:(\-.]\s*|(?<!\s)\s+)?(?:\$|\bpar\b|\bno par\b|\bwithout par\b|\bstated value\b|\bauthori[sz]ed\b|\bissued\b"
    r"|\bshares (?:issued|authorized)\b|\d).*$"
)
_RATE = regex(
    r"(?:\$\s?(?:\d{1,9}(?:\.\d{1,6})?|\.\d{1,6})"
    r"|\d{1,3}(?:\.\d{1,6})?(?:[ -]\d{1,2}/\d{1,2})?\s?(?:%|per\s?cent\b))\s?(?:par(?: value)?\b)?,?"
)
_NAMED_STOCK = regex(r"[a-z ,-]{0,60}\b(?:common|preferred|preference|capital)\b[a-z ]{0,12}\b(?:stock|shares)\b")
_STOCK = regex(r"\b(?:stock|shares|treasury)\b")
_LETTER_L = regex(r"(?<=[a-z])I+(?=[a-z]|\b)")
_LETTER_I = regex(r"\bl(?=[nm][a-z]|[A-Z]{2})")
"""What OCR takes for each other: "Net saIes", "Accounts payabIe", "lnventories". Names that are written so name no concept."""
_NON = regex(r"\bnon[- ](?=[a-z])")
_WORD = regex(r"[a-z]+(?:'s\b)?")
_QUOTES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u2013": "-", "\u2014": "-", "\u2212": "-", "\u00a0": " ", "&": " and ", "`": "'"})

_SAME = {
    "shareholder": "stockholder",
    "shareowner": "stockholder",
    "stockowner": "stockholder",
    "shareholding": "stockholder",
    "premise": "property",
    "earning": "earnings",
    "yr": "year",
    "amortisation": "amortization",
    "labour": "labor",
    "ltd": "",
    "recd": "received",
    "paidin": "paid",
}
_NOISE = frozenset({"the", "a", "an", "s", "d", "b", "c", "e", "f", "i", "ii", "iii", "g", "h", "j", "k", "n", "m", "w"})


def plain(label: str) -> str:
    """Lower case, straight quotes and dashes, white space squeezed."""
    return " ".join(label.translate(_QUOTES).lower().split())


@lru_cache(maxsize=1 << 13)
def _stem(word: str) -> str:
    if word.endswith("'s"):
        word = word[:-2]
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return _SAME.get(word, word)


@lru_cache(maxsize=1 << 15)
def words(label: str) -> tuple[str, ...]:
    """The words that name a row: notes, amounts and details of shares inside the label are gone, plurals and spellings made alike."""
    text = plain(_LETTER_I.sub("I", _LETTER_L.sub(lambda found: "l" * len(found[0]), label)))
    if any(map(str.isdigit, text)):
        text = _NOTE.sub("", _ASIDE.sub(" ", text))
        text = _PER_SHARE.sub("", text) if "$" in text and "share" in text else text
        text = _STOCK_DETAIL.sub("", _after_rate(text)) if _STOCK.search(text[:60]) else _AMOUNTS.sub(" net", WORTH.sub("", text))
    if "non" in text:
        text = _NON.sub("non", text)
    found = [word for word in map(_stem, _WORD.findall(text)) if word and word not in _NOISE]
    return tuple(found if _BELONGS.isdisjoint(found) else _without_names(found))


def _after_rate(text: str) -> str:
    """A security's name without the rate, dividend or par value that it begins with: "7% cumulative preferred stock"."""
    begun = _RATE.match(text)
    return text[begun.end() :] if begun and _NAMED_STOCK.match(text, begun.end()) else text


def _without_names(found: list[str]) -> list[str]:
    """Whose a profit is: the company's name, which no other filer prints, reads as "parent"."""
    at = next((i for i, word in enumerate(found) if word in _BELONGS and found[i + 1 : i + 2] == ["to"]), None)
    if at is None:
        return found
    head, owner = found[: at + 2], found[at + 2 :]
    kept = [word for word in owner if word in _OWNERS]
    named = len(kept) < len(owner) and not {"noncontrolling", "minority"} & set(kept)
    return [*head, "parent", *kept] if named else [*head, *kept]


_BELONGS = frozenset({"attributable", "applicable", "allocable", "available"})
_OWNERS = frozenset(
    {
        "activity",
        "after",
        "and",
        "basic",
        "before",
        "class",
        "common",
        "continuing",
        "diluted",
        "discontinued",
        "dividend",
        "dollar",
        "earnings",
        "equity",
        "for",
        "from",
        "general",
        "holder",
        "in",
        "income",
        "interest",
        "investment",
        "limited",
        "loss",
        "member",
        "minority",
        "net",
        "noncontrolling",
        "of",
        "operation",
        "owner",
        "participating",
        "partner",
        "per",
        "preference",
        "preferred",
        "redeemable",
        "sale",
        "security",
        "share",
        "stock",
        "stockholder",
        "subsidiary",
        "tax",
        "unit",
        "unitholder",
    }
)


def key(label: str) -> str:
    """What rows of the same wording share."""
    return " ".join(words(label))


def bag(tokens: tuple[str, ...]) -> str:
    """The words of a label without their order and without particles: what rows of like wording share in the table of labels."""
    return " ".join(sorted(set(tokens) - _PARTICLES))


_PARTICLES = frozenset({"and", "of", "in", "to", "from", "for", "on", "by", "at", "as", "with", "or"})


def features(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """What the word model looks at: words, pairs of neighbours, the first and the last word."""
    if not tokens:
        return ()
    pairs = [f"{a} {b}" for a, b in pairwise(tokens)]
    return tuple(dict.fromkeys([*tokens, *pairs, f"^{tokens[0]}", f"{tokens[-1]}$"]))
