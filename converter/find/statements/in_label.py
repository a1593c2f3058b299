"""Numbers inside labels: allowances, par values, shares authorised and issued, one per column or one for all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from converter.grammar.numbers import parse_figure
from converter.grammar.periods import read_head
from converter.grammar.scales import ScaleStatement
from converter.model import SHARES, Cell, Column, Figure, Number, Period, Place, Unit, per_share

_AMOUNT = r"\d(?:[\d,]*\d)?(?:\.\d+)?"
_TOKEN = re.compile(
    rf"\(?\$\s?\(?{_AMOUNT}\)?|\(?\$\s?\.\d+\)?|(?<![\w.,/-]){_AMOUNT}(?![\w/%])|(?<![\w.,])\.\d{{2,}}(?!\w)|\({_AMOUNT}\)|(?<![\w-])-0-(?![\w-])"
)
_DIGIT = re.compile(r"\d")
_WORDED = re.compile(r"\s*(?P<word>thousand|million|billion)s?\b", re.IGNORECASE)
_MASKED = re.compile(
    r"\bnotes?\s+[\dA-Z]+(?:\s*(?:,|and|&|through|-)\s*\d+)*|\b(?:19|20)\d\d\b|\d+(?:[ -]\d/\d)?(?:\.\d+)?\s?(?:%|percent)|\b(?:no|item"
    r"|schedule|class|series|fas|sfas|fin|tier|level)\.?\s+\d+|\d+[\s-]*(?:day|year|month)s?\b"
    r"|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\b",
    re.IGNORECASE,
)
_CONNECTOR = re.compile(
    r"[\s,;&]*(?:and|in|at|as of|respectively|[\s,;()&]|(?:19|20)\d\d|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov"
    r"|dec)[a-z]*\.?\s+\d{1,2}|-|–|—|million|thousand|shares?)*[\s,;]*",
    re.IGNORECASE,
)
_PAR = re.compile(r"\bpar\b|\bstated\s+value\b|\bper\s+share\b|\bliquidation\b.{0,30}\bper\b|\bno[\s-]par\b", re.IGNORECASE)
_SHARE_WORDS = re.compile(r"\bshares?\b|\bissued\b|\boutstanding\b|\bauthorized\b|\btreasury\b|\bunits?\b", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:authori[sz]ed|issued|outstanding)\b", re.IGNORECASE)
_MONEY_WORDS = re.compile(
    r"\ballowances?\b|\breserves?\b|\bless\b|\bnet\s+of\b|\baccumulated\b|\btax(?:es)?\b|\bamortization\b|\bincluding\b"
    r"|\bincludes\b|\bcost\b|\bvalue\b|\bpledged\b|\bdiscount\b|\bdepreciation\b",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_BEFORE = re.compile(rf"\b({'|'.join(_MONTHS)})[a-z]*\.?\s?[:–—-]{{0,2}}\s?\$?\s?$", re.IGNORECASE)
_FAR = 64
"""Characters from a number to the end of the date behind it: "5,123,456 shares issued and outstanding at September 30, 1997"."""
_FULL_COUNT = 100_000
LONGEST_LABEL = 4_000
"""Characters. What is longer is no label of a statement but text run together."""


@dataclass(frozen=True, slots=True)
class _Token:
    number: Number
    cell: Cell
    start: int
    """Its place in the joined label."""
    end: int
    at: int
    """Its place in its cell's text."""
    scale: int | None


def numbers_in_label(
    labels: Sequence[Cell],
    values: Sequence[Decimal],
    columns: Sequence[Column],
    scale: ScaleStatement | None,
    currency: Unit,
    counted: int | None = None,
) -> tuple[Figure, ...]:
    """The numbers of a label as figures of the columns. ``before`` and ``after`` are the words around each. ``values`` are the row's
    own figures as printed: par value times shares proves the shares' scale; ``counted`` is the one of the labels above. A number that is
    no column's is there too, with the reason."""
    text, tokens = _tokens(labels)
    if not tokens:
        return ()
    if len(text) > LONGEST_LABEL:
        return tuple(_left(token, f"stands in {len(text):,} characters of text run together, which are no label") for token in tokens)
    live = [index for index, column in enumerate(columns) if column.period and not column.ignored]
    if not live:
        return tuple(_left(token, "no column of this label has a period") for token in tokens)
    figures = _figures(text, tokens, values, columns, live, scale, currency, counted)
    told = {figure.place for figure in figures}
    passed = (replace(_left(token, _NAMES_NOTHING), ignored=True) for token in tokens if _place_of(token) not in told)
    return (*figures, *passed)


def counts_of_labels(labels: Sequence[tuple[Sequence[Cell], Sequence[Decimal]]], scale: ScaleStatement | None) -> int | None:
    """The power of ten that the labels of a statement count shares in, by the first one whose par value times shares is its row's amount
    (`numbers_in_label` takes labels and values alike); None where none proves it."""
    for cells, values in labels:
        if not any(_PAR.search(cell.text) for cell in cells):
            continue
        text, tokens = _tokens(cells)
        if not tokens or len(text) > LONGEST_LABEL:
            continue
        counts = [abs(token.number.value) for token in tokens if _is_count(text, token)]
        pars = [token.number.value for token in tokens if _is_par(text, token)]
        power = _proven(values, pars, counts, scale.power if scale else 0)
        if power is not None:
            return power
    return None


def strays_of(cells: Sequence[Cell], first: int) -> tuple[Figure, ...]:
    """The figures of a row's lines that stand in no column; ``first`` is where the columns begin."""
    return tuple(
        Figure(cell.number, cell.place, 0, None, None, None, cell.right <= first, _BEFORE if cell.right <= first else _IN_NO_COLUMN)
        for cell in cells
        if cell.number is not None
    )


_NAMES_NOTHING = "a number inside a label whose words name no amount of a column"
_BEFORE = "stands before the columns: the number of a note or a line"
_IN_NO_COLUMN = "stands in no column of the statement"


def _left(token: _Token, reason: str) -> Figure:
    return Figure(token.number, _place_of(token), 0, None, None, None, False, reason)


def _figures(
    text: str,
    tokens: Sequence[_Token],
    values: Sequence[Decimal],
    columns: Sequence[Column],
    live: Sequence[int],
    scale: ScaleStatement | None,
    currency: Unit,
    counted: int | None,
) -> list[Figure]:
    counts = [abs(token.number.value) for token in tokens if _is_count(text, token)]
    pars = [token.number.value for token in tokens if _is_par(text, token)]
    power = _proven(values, pars, counts, scale.power if scale else 0)
    if power is None:
        power = _count_power(counts, scale, counted)
    figures: list[Figure] = []
    for group in _groups(text, tokens):
        for token, column in _columns_of(text, group, columns, live):
            figure = _figure(text, token, column, columns[column].period, power, scale, currency)
            if figure:
                figures.append(figure)
    return figures


def _tokens(labels: Sequence[Cell]) -> tuple[str, list[_Token]]:
    text = " ".join([cell.text for cell in labels])
    if not _DIGIT.search(text):
        return text, []
    # Of the whole label: a date may wrap within ("$91 at September" / "30, 1994").
    masked = _MASKED.sub(lambda match: "x" * len(match[0]), text)
    tokens: list[_Token] = []
    offset = -1
    for cell in labels:
        offset += 1
        start, offset = offset, offset + len(cell.text)
        if not _DIGIT.search(cell.text):
            continue
        for match in _TOKEN.finditer(masked[start:offset]):
            printed = match[0] if "(" in match[0] else match[0].rstrip(")")
            number = parse_figure(printed)
            if number is None:
                continue
            end = match.start() + len(printed)
            word = _WORDED.match(text, start + end)
            power = {"thousand": 3, "million": 6, "billion": 9}[word["word"].lower()] if word else None
            tokens.append(_Token(number, cell, start + match.start(), start + end, match.start(), power))
    return text, tokens


def _groups(text: str, tokens: Sequence[_Token]) -> list[list[_Token]]:
    """Tokens with nothing but "and", commas and dates between them say the same thing for several columns."""
    groups: list[list[_Token]] = []
    for token in tokens:
        if groups and _CONNECTOR.fullmatch(text[groups[-1][-1].end : token.start]) and _kin(text, groups[-1][-1], token):
            groups[-1].append(token)
        else:
            groups.append([token])
    return groups


def _kin(text: str, before: _Token, token: _Token) -> bool:
    return bool(before.number.currency) == bool(token.number.currency) and bool(_PAR.search(text[token.end : token.end + 12])) == bool(
        _PAR.search(text[before.end : before.end + 12])
    )


def _columns_of(text: str, group: Sequence[_Token], columns: Sequence[Column], live: Sequence[int]) -> list[tuple[_Token, int]]:
    dated = [(token, _dated_columns(text, token, columns, live)) for token in group]
    if len(group) == 1:
        return [(group[0], index) for index in dated[0][1] or live]
    found = [(token, named[0]) for token, named in dated if named]
    if len(found) == len(group) == len({column for _, column in found}):
        return found
    return list(zip(group, live, strict=False))


def _dated_columns(text: str, token: _Token, columns: Sequence[Column], live: Sequence[int]) -> list[int]:
    """The columns that the dates right after (or before) the number name, in their order: "$57,493 in 1992", "1997, $12,610", "50,400
    shares issued at December 31, 1998 and 1997"."""
    ends = {index: period.end for index in live if (period := columns[index].period)}
    for around in (text[token.end : token.end + _FAR].split(";")[0], text[max(0, token.start - 24) : token.start].split(";")[-1]):
        nearest = re.split(r"\$|\d{1,3},\d{3}", around)
        head = read_head(nearest[0] if around is not nearest[-1] or len(nearest) == 1 else nearest[-1])
        named = [index for day in head.dates for index, end in ends.items() if end == day]
        named += [index for year in head.years for index, end in ends.items() if end.year == year and index not in named]
        if named:
            return named
    return _column_of_month(text[max(0, token.start - 24) : token.start].split(";")[-1], ends)


def _column_of_month(before: str, ends: Mapping[int, date]) -> list[int]:
    """The one column that ends in the month named right before a number: "(fair value: March - $5,020; June - $6,004)"."""
    month = _MONTH_BEFORE.search(before)
    if month is None:
        return []
    found = [index for index, end in ends.items() if _MONTHS.index(month[1].lower()) + 1 == end.month]
    return found if len(found) == 1 else []


def _is_count(text: str, token: _Token) -> bool:
    return not token.number.currency and bool(_SHARE_WORDS.search(_clause(text, token)))


def _is_par(text: str, token: _Token) -> bool:
    if token.scale is not None:
        return False
    if _PAR.search(text[token.end : token.end + 18]):
        return True
    before = text[max(0, token.start - 26) : token.start]
    par = _PAR.search(before)
    marked = bool(token.number.currency) or "." in token.number.printed
    return marked and par is not None and not _COUNTED.search(before, par.end())


def _clause(text: str, token: _Token) -> str:
    """The words around a number, up to the next semicolon; beyond the one before it where nothing but a year stands between."""
    begin = text.rfind(";", 0, token.start) + 1
    if begin and not re.search(r"[A-Za-z]", text[begin : token.start]):
        begin = text.rfind(";", 0, begin - 1) + 1
    end = text.find(";", token.end)
    return text[max(begin, token.start - 60) : min(end if end >= 0 else len(text), token.end + 60)]


def _figure(
    text: str, token: _Token, column: int, period: Period | None, count_power: int, scale: ScaleStatement | None, currency: Unit
) -> Figure | None:
    clause = _clause(text, token)
    power = scale.power if scale else 0
    money = bool(token.number.currency)
    if _is_par(text, token):
        unit, exponent = per_share(currency), 0
    elif money or (_MONEY_WORDS.search(clause) and not _SHARE_WORDS.search(clause)):
        unit, exponent = currency, _money_power(token.number, power)
    elif _SHARE_WORDS.search(clause):
        unit, exponent = SHARES, count_power
    else:
        return None
    place = _place_of(token)
    exponent = token.scale if token.scale is not None else exponent
    return Figure(
        token.number,
        place,
        column,
        period,
        unit,
        exponent,
        before=text[max(0, token.start - 80) : token.start],
        after=text[token.end : token.end + 80],
    )


def _place_of(token: _Token) -> Place:
    """The token's own characters. The place of a cell shows it as printed, with marks (``\\$``) that its text is without; without a
    start it is all of an element."""
    place, printed = token.cell.place, token.number.printed
    at = token.at if place.text == token.cell.text else _nth(token.cell.text, place.text, printed, token.at)
    if at < 0 or (place.start is None and place.path is None):
        return place
    start = (place.start or 0) + at
    return replace(place, text=printed, start=start, end=start + len(printed))


def _nth(text: str, marked: str, printed: str, at: int) -> int:
    """Where the number that stands at ``at`` of the text stands in the same text with its marks: it is as often before there. In a text
    that is no label the first one from ``at`` on will do: marks only move it on."""
    if len(text) > LONGEST_LABEL:
        return marked.find(printed, at)
    found = -1
    for _ in range(text.count(printed, 0, at) + 1):
        found = marked.find(printed, found + 1)
        if found < 0:
            break
    return found


def _money_power(number: Number, power: int) -> int:
    """Amounts of seven digits and more in a statement of thousands are printed in full."""
    return 0 if power >= 3 and abs(number.value) >= 10_000_000 and number.places == 0 else power


def _count_power(counts: Sequence[Decimal], scale: ScaleStatement | None, counted: int | None) -> int:
    """By magnitude, as the caption says, else as the labels above count."""
    power = scale.power if scale else 0
    if counts and max(counts) >= _FULL_COUNT * (10 if power == 3 else 1):
        return 0
    if scale is not None and scale.shares is not None:
        return scale.shares
    return power if counted is None else counted


def _proven(values: Sequence[Decimal], pars: Sequence[Decimal], counts: Sequence[Decimal], power: int) -> int | None:
    """Par value times shares issued is the amount of the row: the power of ten of shares for which that holds."""
    for value in values:
        for par in pars:
            for count in counts:
                if not (value and par and count):
                    continue
                for candidate in (0, 3, 6):
                    ratio = abs(value).scaleb(power) / abs(par) / count.scaleb(candidate)
                    if abs(ratio - 1) < Decimal("0.02"):
                        return candidate
    return None
