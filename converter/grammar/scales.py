"""What a caption says of scale and currency: "(in thousands, except per share data)"."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from converter.patterns import regex

_WORDS = {"hun": 2, "tho": 3, "lak": 5, "lac": 5, "mil": 6, "cro": 7, "bil": 9}
"""The first three letters of a word for a scale, which abbreviations have too."""
_LETTERS = {"k": 3, "m": 6, "mm": 6, "mn": 6, "mio": 6, "bn": 9}
_ZEROS = r"000(?:,?000)?"
_MONEY = (
    r"(?:EUR|GBP|CHF|SFr|USD?|CAD|Cdn|AUD|RMB|CNY|JPY|HKD|NTD|SEK|NOK|DKK|INR|MXN|BRL|KRW|ZAR|NIS|NLG|DEM|DM|FRF|FF|ITL"
    r"|FIM|BEF|ATS|ESP|PTE|IEP|TWD|Dfl\.?|Lit\.?|Ptas\.?|Skr|NKr|DKr|IR£|Rs\.?|Ps\.?|NT\$|euros?)"
)
_SCALE = regex(
    r"""\b(?:in|of|expressed\s+in|stated\s+in)\s+(?:whole\s+)?(?:the\s+)?(?:U\.?\s?S\.?\s+|united\s+states\s+|canadian\s+)?(?:dollars?(?:\s*,)?\s*(?:in\s+)?|\$\s*|)
        (?P<word>thousands?\b|millions?\b|billions?\b|hundreds\b|thous\.|mill?s?\.|bill?s?\.)
    |\b(?P<word2>thousands?|millions?|billions?)\s+of\s+(?:[a-z.]+\s){0,2}(?:dollars|\$|guilders|pounds|francs|marks|yen|kron(?:or|er|e)|pesos|lire|euros?|ecu|rand|renminbi|yuan|won|rupees|reais|shekels|pesetas|ptas\b|escudos)
    |\bdollars?\s*+(?:(?:amounts?|figures?)\s*+)?(?:are\s++)?(?:(?:shown|stated|expressed)\s++)?(?:,\s*+)?(?:in\s+)?(?P<word3>thousands?|millions?|billions?)\b
    |\(\s*+(?:(?:\$|£|€|¥|DM\b|FF\b|Dfl\b|C\$|A\$|Cdn\$)\s*+)?(?:U\.?S\.?\$?\s*)?(?:in\s+)?(?P<word4>thousands?|millions?|billions?|thous\.|mill?s?\.|bill?s?\.)(?:\s+of\s+\w+)?\s*(?=[),;]|except|unless|other)
    |(?:^|\(pounds?\)\s?|[$£€¥'‘’(\s-])(?P<zeros>{zeros})['’`]?s?\s*(?:omitted|\)|,|;|except|$)
    |\((?P<zeros2>\$?\s?{zeros}['’`]?s?)
    |\b(?:amounts?|figures?|\$)\s+(?:are\s+)?in\s+(?P<word5>thousands?|millions?|billions?)\b
    |\bin\s+\$?(?P<zeros3>(?:1,?)?{zeros})['’`]?s
    |\bto\s+(?:the\s+)?(?P<nearest>nearest\s+)(?P<word10>thousands?|millions?)\b
    |\bin\s+(?P<th>Th\$|M\$|MM\$|\$M\b|\$MM\b)
    |(?:^|;)\s*+(?:\$\s*+)?(?P<word7>thousands?|millions?|billions?)\b\s*(?=[;,)]|$|except|unless)
    |(?<=[$£€¥])\s?(?P<word6>thousands?|millions?|billions?)\b
    |\b{money}\.?\s?(?P<word8>thousands?|millions?|billions?)\b
    |\b(?:in|Rs\.?)\s+(?P<word9>crores?|lakhs?|lacs?)\b
    |(?:[$£€¥]|\(pounds?\)|\b{money})\s?(?P<short>m|mm|mn|mio|bn)\b(?!\.?\w)
    |\bin\s+\$?(?-i:(?P<short2>K|MM))\b
    |[$£€¥]\s?in\s+(?P<short3>m)\b
    |(?<![A-Za-z])(?-i:(?P<prefix>[MTK])(?:SEK|NOK|DKK|FIM|EUR|CHF))(?![A-Za-z])
    |(?:^|[;(])\s?(?:SEK|NOK|DKK|FIM|CHF)\s?(?P<thousand>(?:1[,.]?)?000)\s?(?:[;)]|$)""".replace("{money}", _MONEY).replace(
        "{zeros}", _ZEROS
    ),
    re.VERBOSE | re.IGNORECASE,
)
_GROUPS = ("word", *(f"word{number}" for number in range(2, 11)))
_FULL = regex(
    r"\b(?<!which are )(?<!which is )(?:in|expressed\s+in|stated\s+in)\s+(?:whole\s+|actual\s+|U\.?\s?S\.?\s+"
    r"|united\s+states\s+)*(?:dollars|\$)(?!(?:\s*,)?\s*(?:in\s+)?(?:thou|mill|bill)|[\s;,]*per\b)",
    re.IGNORECASE,
)
_EXCEPT_SHARES = regex(
    r"\b(?:except|excluding|other\s+than)\b[^;]{0,400}?(?:\b(?:number\s+of\s+)?shares?\s+(?:and|&|amounts?|data|information|figures?|counts?|,"
    r"|numbers?)|\bshares?\s*[),/]|\bshares?\s*$|\bshare\s*[-/]\s*per)",
    re.IGNORECASE,
)
_EXCEPT_PER_SHARE = regex(r"\b(?:except|excluding|other\s+than)\b.{0,400}?\bper[\s-]+(?:common\s+)?(?:share|unit)", re.IGNORECASE)
_PER_SHARE = regex(r"\bper[\s-]+(?:common\s+|ordinary\s+)?(?:share|unit)s?", re.IGNORECASE)
_SHARES_SCALED = regex(
    r"\bshares?(?:\s+(?:amounts?|data))?,?(?:\s+(?:which\s+)?(?:are|is))?(?:\s+(?:reflected|shown|stated"
    r"|expressed))?\s+in\s+(?P<word>thousands|millions)",
    re.IGNORECASE,
)

_ALONE = regex(
    r"(?P<open>\()?\s*(?:in\s+)?(?:(?:U\.?S\.?\s?)?\$\s?)?"
    r"(?P<word>(?P<whole>(?:thousand|million|billion)s?)|(?:thous?|mill?s?|bill?s?|mm)\b\.?)(?:\s?\$)?\s*(?(open)\)|$)"
    r"|\(\s*\$\s?(?P<zeros>1,000(?:,000)?)['’]?s?\s*\)|\(?\s*(?-i:SEK|NOK|DKK|FIM|CHF)\s?(?P<thousand>1[,.]?000)\s*\)?",
    re.IGNORECASE,
)
_MARK = regex(r"[($.]")
"""Without one of these an abbreviation may be a name ("Mills")."""


class ScaleStatement(Struct, frozen=True):
    """``power`` of ten of money. ``shares`` is the power of share counts where the caption says it, else None (then they follow
    magnitude or the money). ``text`` is what was read. ``rounded`` amounts ("to the nearest thousand") may be printed in full, too."""

    power: int
    shares: int | None
    text: str
    rounded: bool = False


@lru_cache(maxsize=4096)
def find_scale(text: str) -> ScaleStatement | None:
    """The scale that a caption states, or None. "Except per share" leaves share counts scaled, "except share" does not."""
    text = " ".join(text.split())
    match = _SCALE.search(text)
    if match is None:
        full = _FULL.search(text)
        return ScaleStatement(0, 0, full[0].strip()) if full and not _is_torn(text, full) else None
    power = _power(match)
    said = match[0].strip(" (")
    return ScaleStatement(power, _shares(text, power), f"({said}" if said.startswith("pound") else said, match["nearest"] is not None)


def _is_torn(text: str, match: re.Match[str]) -> bool:
    """ "Dividends (in dollars" goes on in another line: "per share)"."""
    return text[: match.start()].rstrip().endswith("(") and ")" not in text[match.end() :]


def scale_alone(text: str) -> ScaleStatement | None:
    """The scale that is all a head or caption says, in forms that mean one only where nothing stands beside them: "millions", "Mil. $",
    "(MM)", "($1,000)"."""
    said = " ".join(text.split())
    match = _ALONE.fullmatch(said)
    if match is None or not (match["zeros"] or match["thousand"] or match["whole"] or _MARK.search(said)):
        return None
    word = (match["word"] or "").lower()
    zeros = match["zeros"] or match["thousand"]
    power = zeros.count("0") if zeros else _LETTERS.get(word) or _WORDS[word[:3]]
    return ScaleStatement(power, None, said)


def _power(match: re.Match[str]) -> int:
    word = next((match[name] for name in _GROUPS if match[name]), "")
    if word:
        return _WORDS[word[:3].lower()]
    letters = match["short"] or match["short2"] or match["short3"]
    if letters:
        return _LETTERS[letters.lower()]
    if match["th"]:
        return 3 if match["th"].lower() == "th$" else 6
    if match["prefix"]:
        return 6 if match["prefix"] == "M" else 3
    zeros = match["zeros"] or match["zeros2"] or match["zeros3"] or match["thousand"]
    return zeros.count("0")


def _shares(text: str, power: int) -> int | None:
    scaled = _SHARES_SCALED.search(text)
    if scaled:
        return _WORDS[scaled["word"][:3].lower()]
    if _EXCEPT_SHARES.search(_PER_SHARE.sub("PER", text)):
        return 0
    return power if _EXCEPT_PER_SHARE.search(text) else None
