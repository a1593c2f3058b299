"""The market value of what non-affiliates hold: one amount, or one for each class of stock, in a sentence or an answer to the form's."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from msgspec.structs import replace

from converter.find.cover.counts import COUNT, PLAIN, Sentence, class_before, classes_in_order, decimals_of, power_of
from converter.find.cover.holders import of_another, of_outsiders
from converter.find.cover.scaled import power_of_money
from converter.model import CoverItem
from converter.patterns import regex

FLOAT = regex(r"aggregate\s+market\s+value|held\s+by\s+non-?\s?affiliates|not\s+held\s+by\s+affiliates", re.IGNORECASE)
_MONEY = regex(r"(?:\$\s{0,20}|US\$\s?)(?P<figure>\d[\d,]*(?:\.\d+)?)\s*(?P<scale>thousand|million|billion|trillion)?", re.IGNORECASE)
_NO_FLOAT = regex(
    r"(?:par\s+value\s+of|price\s+(?:of|per share of|was)?|revenues?\b[^.$]{0,80}"
    r"|(?:less|more)\s+than|in\s+excess\s+of|exceed(?:s|ed|ing)?)\s*\Z",
    re.IGNORECASE,
)
"""Before an amount: a price, revenues, a bound."""
_BEFORE_AMOUNT = 160
"""Characters: what the longest of these words and the blanks behind them need."""
_FOREIGN = regex(r"(?:\b(?:[Cc][Dd][Nn]|[Cc][Aa][Nn]|Canadian|Australian)\.?\s?|\b(?:C|A|NZ|HK|NT))\Z")
"""Before a dollar sign: no US dollars."""
_CLASSES = regex(r"\b(?:class|series)\s+[A-Z]\b", re.IGNORECASE)
_SMALLEST = Decimal(20_000)
_MOST_DIGITS = 20
"""Several amounts run together have more digits than a Decimal keeps."""
_MOST = Decimal(5_000_000_000_000)
"""No company is worth more: what a note of thousands would make so is printed in full, or misread."""
_EACH = regex(r"\s{0,3}(?:per|a|an|each|for\s+each)\s+(?:share|unit|interest|ad[sr])\b", re.IGNORECASE)
_TOTAL = regex(r"\btotal\W{0,20}\Z", re.IGNORECASE)
"""Before the sum of what insiders and others hold."""
_PROMPT = regex(r"\A\W{0,4}(?:state|indicate|provide)\b|\bshall be computed\b|\bspecified date within\b", re.IGNORECASE)
_ANSWER = regex(r"\W{0,4}(?:as of|at|on|approximately|\$)", re.IGNORECASE)
_LONGEST_ANSWER = 160
_NOTE_ABOVE = 30
_SECOND_QUARTER = regex(r"business\s+day\s+of\b.{0,80}\bsecond\s+(?:fiscal\s+)?quarter", re.IGNORECASE)
_HALF_A_YEAR = timedelta(weeks=26)


def public_floats(said: Sentence, year_end: date | None, names: Sequence[str] = (), all_held: bool = False) -> list[CoverItem]:
    """Of a sentence that speaks of the market value: each amount with its class as ``security``, "" for all of them. ``year_end`` is the
    fiscal year's that the report is of: the value may be one of the last business day of its second quarter. ``names`` are the
    registrants'; ``all_held`` where all of the stock is said to be one holder's: what is told then is another company's."""
    amounts = _amounts(said)
    begin = FLOAT.search(said.words)
    if not amounts or begin is None or of_another(said.words[: amounts[0][0].start()], names, all_held):
        return []
    told = of_outsiders(said.words, [match for match, _ in amounts])
    own = [(each, outsiders) for each, outsiders in zip(amounts, told, strict=True) if outsiders is not False]
    if len(own) > 1:
        by_class = _by_class(said, [each for each, _ in own], year_end)
        first = own[0][0][0]
        if by_class or (_CLASSES.search(said.words, 0, first.start()) and _CLASSES.search(said.words, first.end())):
            return by_class
        # Of several amounts only one that is said to be what non-affiliates hold: where none is, or more are, it cannot be told.
        own = [(each, outsiders) for each, outsiders in own if outsiders and "respectively" not in said.words]
    if len(own) != 1:
        return []
    match, value = own[0][0]
    if len(amounts) > 1 and _TOTAL.search(said.words, 0, match.start()):
        return []
    security = class_before(said.words, match)
    return [_item(said, match, value, "" if security == PLAIN else security, year_end)]


def answered_float(said: Sentence) -> list[CoverItem]:
    """``As of June 3, 1997 .... $1,412,388`` where the sentence before it was the form's question."""
    amounts = _amounts(said) if len(said.words) <= _LONGEST_ANSWER and _ANSWER.match(said.words) else []
    return [_item(said, *amounts[0], "", None)] if len(amounts) == 1 else []


def asks(words: str) -> bool:
    """Whether a sentence is the form's question for the market value."""
    return bool(_PROMPT.search(words)) and "$" not in words


def settled(told: Sequence[Sequence[CoverItem]]) -> list[CoverItem]:
    """Of several sentences the first one's amounts; all of them where each is of another class."""
    if not told:
        return []
    alone = [items[0] for items in told if len(items) == 1]
    classes = [item.security for item in alone]
    if len(alone) == len(told) > 1 and all(classes) and len(set(classes)) == len(classes):
        return alone
    return list(told[0]) if len(told[0]) > 1 else [replace(told[0][0], security="")]


def _power(said: Sentence) -> int:
    """The power of ten that a note gives the amounts: in the sentence, or right above it."""
    return power_of_money(said.words) or power_of_money(said.before[-_NOTE_ABOVE:])


def _amounts(said: Sentence) -> list[tuple[re.Match[str], Decimal]]:
    found = []
    words, scale = said.words, _power(said)
    for match in _MONEY.finditer(words):
        start = match.start()
        if _NO_FLOAT.search(words, max(0, start - _BEFORE_AMOUNT), start) or _FOREIGN.search(words, max(0, start - 12), start):
            continue
        if _EACH.match(words, match.end()):
            continue
        digits = match["figure"].rstrip(",").replace(",", "")
        if len(digits) > _MOST_DIGITS:
            continue
        value = Decimal(digits).scaleb(power_of(match) or scale)
        if (value >= _SMALLEST or match["scale"]) and value <= _MOST:
            found.append((match, value))
    return found


def _by_class(said: Sentence, amounts: Sequence[tuple[re.Match[str], Decimal]], year_end: date | None) -> list[CoverItem]:
    """An amount for each of several classes, and the sum of them where it stands before or behind. A column may have its dollar sign at
    the first and last amount alone: the sum proves the others."""
    bare = [(match, Decimal(re.sub(r"\D", "", match[0]))) for match in COUNT.finditer(said.words, amounts[0][0].end())]
    within = [each for each in bare if not any(match.start() <= each[0].start() < match.end() for match, _ in amounts)]
    if within:
        column = sorted([*amounts, *within], key=lambda each: each[0].start())
        if 2 * column[-1][1] != sum(value for _, value in column) or any(m["scale"] for m, _ in amounts):
            return []
        amounts = column
    values = [value for _, value in amounts]
    total = next((at for at in (0, -1) if len(amounts) > 2 and 2 * values[at] == sum(values)), None)
    parts = list(amounts) if total is None else list(amounts[1:] if total == 0 else amounts[:-1])
    classes = classes_in_order(said.words, [match for match, _ in parts])
    if not classes:
        starts = [0, *(match.end() for match, _ in amounts)]
        begins = [max(start for start in starts if start <= match.start()) for match, _ in parts]
        classes = [class_before(said.words, match, start) for (match, _), start in zip(parts, begins, strict=True)]
    if not all(classes) or len(set(classes)) < len(classes):
        return [] if total is None else [_item(said, *amounts[total], "", year_end)]
    items = [_item(said, match, value, security, year_end) for (match, value), security in zip(parts, classes, strict=True)]
    return items if total is None else [_item(said, *amounts[total], "", year_end), *items]


def _item(said: Sentence, match: re.Match[str], value: Decimal, security: str, year_end: date | None) -> CoverItem:
    told = format(value if value % 1 else value.quantize(Decimal(1)), "f")
    decimals = decimals_of(match) - (0 if match.groupdict().get("scale") else _power(said))
    day = said.day(match)
    if _SECOND_QUARTER.search(said.words) and year_end is not None and (day is None or day == year_end):
        day = _last_business_day(year_end)
    return CoverItem("public_float", told, said.piece(match), as_of=day, decimals=decimals, security=security)


def _last_business_day(year_end: date) -> date:
    """Of the second quarter: the quarters of a year that ends with a month do so too, others have thirteen weeks."""
    end = year_end - _HALF_A_YEAR
    if (year_end + timedelta(days=1)).day == 1:
        month = (year_end.month - 7) % 12 + 1
        year = year_end.year - (month > year_end.month)
        end = date(year, month, calendar.monthrange(year, month)[1])
    return end - timedelta(days=max(0, end.weekday() - 4))
