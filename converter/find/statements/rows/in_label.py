"""Numbers inside labels: allowances, par values, shares authorised and issued, one per column or one for all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from converter.find.statements.rows.label_columns import columns_of_numbers
from converter.find.statements.rows.label_money import amount_unit, columns_in
from converter.grammar.numbers import parse_figure
from converter.grammar.scales import ScaleStatement
from converter.model import SHARES, Cell, Column, Figure, Number, Period, Place, Unit, per_share
from converter.patterns import regex

_AMOUNT = r"\d(?:[\d,]*\d)?(?:\.\d+)?"
# The hyphen is a word's ("Issued-5,600,000") or that of a year, of which an x is left ("1997-5,600,000").
_TOKEN = regex(
    rf"\(?\$\s?\(?{_AMOUNT}\)?|\(?\$\s?\.\d+\)?|(?<![\w.,/])(?<![^-]-){_AMOUNT}(?![\w/%])|(?<![\w.,])\.\d{{2,}}(?!\w)|\({_AMOUNT}\)"
    r"|(?<![\w-])-0-(?![\w-])|(?<=[A-Za-z]-)\d{1,3}(?:,\d{3})+(?![\w/%])"
)
_DIGIT = regex(r"\d")
_WORDED = regex(r"\s*(?P<word>thousand|million|billion)s?\b", re.IGNORECASE)
_MASKED = regex(
    r"^\(?\d{1,3}[.)](?=\s+[A-Z-])|\bnotes?\s+[\dA-Z]+(?:\s*(?:,|and|&|through|-)\s*\d+)*|\b(?<!\d\.)(?:19|20)\d\d\b(?!\.\d)"
    r"|(?<!\d)\d+(?:[ -]\d/\d)?(?:\.\d+)?\s?(?:%|percent|¢|cents?\b)"
    r"|\$\s?\d[\d,]*\s+(?:and|or)\s+(?:over|more|greater|above)\b|\b(?:over|exceeding|excess\s+of)\s+\$\s?\d[\d,]*"
    r"|(?<![\d$,.])4\d\d\s?\([a-z]\)|\b(?:no|item|schedule|class|series|fas|sfas|fin|tier|level)\.?\s+\d+|(?<!\d)\d+[\s-]*(?:day|year|month)s?\b"
    r"|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\b",
    re.IGNORECASE,
)
_MARK = regex(r"(?<!\bof\s)[(\[](?:see\s)?\d{1,2}(?:(?:\s?[,&]\s?|\sand\s)\d{1,2}){0,3}[)\]]", re.IGNORECASE)
"""Where a label has no other number: those of notes."""
_CONNECTOR = regex(
    r"(?:and|in|at|on|as of|respectively|[\s,;()&]|(?:19|20)\d\d|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov"
    r"|dec)[a-z]*\.?\s+\d{1,2}|-|–|—|million|thousand|shares?|u\.?s\.?(?=\s?\Z))*",
    re.IGNORECASE,
)
_JOINS = regex(r"\band\b|[&(]", re.IGNORECASE)
_PAR = regex(r"\bpar\b|\bstated\s+value\b|\b(?:per|a)\s+share\b|\bliquidation\b.{0,30}\bper\b|\bno[\s-]par\b", re.IGNORECASE)
_SHARES_BEHIND = regex(r"\s*shares,\s", re.IGNORECASE)
"""What a count of shares has behind it, whatever value they have: "50,000,000 shares, no par value"."""
_SHARE_WORDS = regex(r"\bshares?\b|\bissued\b|\boutstanding\b|\bauthorized\b|\btreasury\b|\bunits?\b", re.IGNORECASE)
_INTERESTS = regex(r"\s(?:limited\s+partnership\s+)?interests?\b", re.IGNORECASE)
"""What partners have for units, right behind their number."""
_COUNTED = regex(r"\b(?:authori[sz]ed|issued|outstanding)\b", re.IGNORECASE)
_MONEY_WORDS = regex(
    r"\ballowances?\b|\breserves?\b|\bless\b|\bnet\s+of\b|\baccumulated\b|\btax(?:es)?\b|\bamortization\b|\bincluding\b"
    r"|\bincludes\b|\bcost\b|\bvalue\b|\bpledged\b|\bdiscount\b|\bdepreciation\b",
    re.IGNORECASE,
)
_PREFERENCE_BEHIND = regex(r"\s*(?:stated\s+)?liquidation\s+(?:preference|value|amount)\b", re.IGNORECASE)
_PREFERENCE_BEFORE = regex(r"\bliquidation\s+(?:preference|value|amount)(?:\s+of|\s?[:–—-]{1,2}|,)?\s*$", re.IGNORECASE)
_OF_ALL = regex(r"\b(?:aggregate|total)\b", re.IGNORECASE)
_NEAR_PREFERENCE, _DEAREST_SHARE = 40, 1_000
_FULL_COUNT, _FULL_AMOUNT = 100_000, 10_000_000
_THOUSANDS, _CENTS = 3, 2
_MOST_COUNTS = 5
"""Of shares, for each column, in one label."""
_BESIDE, _BEHIND = 160, 80
"""Characters before and behind a number, or several that say the same thing, that may name it."""
LONGEST_LABEL = 4_000
"""Characters. What is longer is no label of a statement but text run together."""


class _Token(Struct, frozen=True):
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
    live = columns_in(columns, live, currency) or live
    sure, why = tokens, _NAMES_NOTHING
    if sum(_is_count(text, token) for token in tokens) > _MOST_COUNTS * max(len(live), 2):
        sure, why = [token for token in tokens if _PLAIN.match(text, token.end)], _TOO_MANY
    figures = _figures(text, sure, values, columns, live, scale, currency, counted)
    told = {figure.place for figure in figures}
    passed = (replace(_left(token, why), ignored=True) for token in tokens if _place_of(token) not in told)
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


def told_power(figures: Iterable[Figure]) -> int | None:
    """The power of ten that the first count of shares of labels is read in; one with a word of its own ("1 billion shares") tells of no
    other."""
    return next((each.scale for each in figures if each.unit == SHARES and not _WORDED.match(each.after)), None)


def strays_of(cells: Sequence[Cell], first: int) -> tuple[Figure, ...]:
    """The figures of a row's lines that stand in no column; ``first`` is where the columns begin."""
    return tuple(
        Figure(cell.number, cell.place, 0, None, None, None, cell.right <= first, _BEFORE if cell.right <= first else _IN_NO_COLUMN)
        for cell in cells
        if cell.number is not None
    )


_NAMES_NOTHING = "a number inside a label whose words name no amount of a column"
_TOO_MANY = "one of so many numbers in the label that nobody can say which is which"
_PLAIN = regex(r"\s*(?:shares?\s+authori[sz]ed|par)\b", re.IGNORECASE)
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
    groups = _groups(text, tokens)
    told = columns_of_numbers(text, [[(token.start, token.end) for token in group] for group in groups], columns, live)
    figures: list[Figure] = []
    for group, mine in zip(groups, told, strict=True):
        for token, places in zip(group, mine, strict=True):
            words = text[max(0, group[0].start - _BESIDE) : group[0].start], text[group[-1].end : group[-1].end + _BEHIND]
            found = [_figure(text, token, column, columns[column].period, power, scale, currency, words, values) for column in places]
            figures.extend(figure for figure in found if figure)
    return figures


def _tokens(labels: Sequence[Cell]) -> tuple[str, list[_Token]]:
    text = " ".join([cell.text for cell in labels])
    if not _DIGIT.search(text) or _is_marked_alone(text):
        return text, []
    # Dates and notes may be parted by the end of a line: they are looked for in the whole label.
    masked = _MASKED.sub(lambda match: "x" * len(match[0]), text)
    tokens: list[_Token] = []
    cells, begin = iter(labels), 0
    cell = next(cells)
    for match in _TOKEN.finditer(masked):
        # A parenthesis that the number does not close, or did not open, is the label's.
        whole = match[0].count("(") == match[0].count(")")
        printed = match[0] if whole else match[0].strip("()")
        number = parse_figure(printed)
        if number is None:
            continue
        while match.start() > begin + len(cell.text):
            begin += len(cell.text) + 1
            cell = next(cells)
        start = match.start() + match[0].index(printed)
        end = start + len(printed)
        word = _WORDED.match(text, end)
        power = {"thousand": 3, "million": 6, "billion": 9}[word["word"].lower()] if word else None
        tokens.append(_Token(number, cell, start, end, start - begin, power))
    return text, tokens


def _is_marked_alone(text: str) -> bool:
    """Whether a label's only numbers are those of notes: "net of allowance (2)". Of amounts there is one for each column."""
    mark = _MARK.search(text)
    return mark is not None and not _DIGIT.search(text, mark.end()) and not _DIGIT.search(text[: mark.start()])


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
    between = text[before.end : token.start]
    if "share" in between.lower() and not (_DIGIT.search(between) or _JOINS.search(between)):
        # "Authorized 5,000,000 shares; 100,000 shares issued": what no date or "and" joins are two things.
        return False
    return bool(before.number.currency) == bool(token.number.currency) and bool(_PAR.search(text[token.end : token.end + 12])) == bool(
        _PAR.search(text[before.end : before.end + 12])
    )


def _is_count(text: str, token: _Token) -> bool:
    return not token.number.currency and _counts(text, token, _clause(text, token))


def _counts(text: str, token: _Token, clause: str) -> bool:
    return bool(_SHARE_WORDS.search(clause) or _INTERESTS.match(text, token.end))


def _is_par(text: str, token: _Token) -> bool:
    if token.scale is not None:
        return False
    behind = _DIGIT.split(text[token.end : token.end + 18], maxsplit=1)[0]
    if _SHARES_BEHIND.match(behind):
        return False
    if _PAR.search(behind):
        return True
    before = text[max(0, token.start - 26) : token.start]
    par = _PAR.search(before)
    marked = bool(token.number.currency) or "." in token.number.printed
    return marked and par is not None and not _COUNTED.search(before, par.end())


def _is_preference(text: str, token: _Token, values: Sequence[Decimal]) -> bool:
    """Whether a preference in liquidation is that of a share though no word says so: a price by its size, and nothing beside the amount of
    its row."""
    if token.scale is not None or not token.number.currency or _OF_ALL.search(_clause(text, token)):
        return False
    beside = text[max(0, token.start - _NEAR_PREFERENCE) : token.start], text[token.end : token.end + _NEAR_PREFERENCE]
    if not (_PREFERENCE_BEFORE.search(beside[0]) or _PREFERENCE_BEHIND.match(beside[1])):
        return False
    amount = max(map(abs, values), default=Decimal(0))
    return token.number.value <= _DEAREST_SHARE and (not amount or token.number.value * 10 <= amount)


def _clause(text: str, token: _Token) -> str:
    """The words around a number, up to the next semicolon; beyond the one before it where nothing but a year stands between."""
    begin = text.rfind(";", 0, token.start) + 1
    if begin and not re.search(r"[A-Za-z]", text[begin : token.start]):
        begin = text.rfind(";", 0, begin - 1) + 1
    end = text.find(";", token.end)
    return text[max(begin, token.start - 60) : min(end if end >= 0 else len(text), token.end + 60)]


def _figure(
    text: str,
    token: _Token,
    column: int,
    period: Period | None,
    count_power: int,
    scale: ScaleStatement | None,
    currency: Unit,
    words: tuple[str, str],
    values: Sequence[Decimal],
) -> Figure | None:
    clause = _clause(text, token)
    power = scale.power if scale else 0
    money = bool(token.number.currency)
    marked = amount_unit(text, token.start, token.number, currency)
    if _is_par(text, token) or _is_preference(text, token, values):
        unit, exponent = per_share(marked), 0
    elif marked != currency:
        return None  # Of which column it is the translation nothing tells.
    elif money or (_MONEY_WORDS.search(clause) and not _counts(text, token, clause)):
        if money and power >= _THOUSANDS and token.number.places == _CENTS and token.scale is None:
            return None  # What a share pays or is paid for, among thousands of dollars.
        unit, exponent = currency, _money_power(token.number, power, values)
    elif _counts(text, token, clause):
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
        before=words[0],
        after=words[1],
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


def _money_power(number: Number, power: int, values: Sequence[Decimal]) -> int:
    """Amounts of eight digits and more in a statement of thousands are printed in full; so are those in round thousands that would be more
    than the row that they belong to."""
    if power < _THOUSANDS or number.places:
        return power
    most = max(map(abs, values), default=Decimal(0))
    in_full = abs(number.value) >= _FULL_AMOUNT or (number.value % 1_000 == 0 and 0 < most < abs(number.value))
    return 0 if in_full else power


def _count_power(counts: Sequence[Decimal], scale: ScaleStatement | None, counted: int | None) -> int:
    """As the caption says of shares alone; by magnitude; as the labels above count; else as money is counted."""
    power = scale.power if scale else 0
    apart = scale.shares if scale is not None and scale.shares != power else None
    if apart:
        return apart
    if counts and max(counts) >= _FULL_COUNT * (10 if power == _THOUSANDS else 1):
        return 0
    return next((said for said in (apart, counted) if said is not None), power)


def _proven(values: Sequence[Decimal], pars: Sequence[Decimal], counts: Sequence[Decimal], power: int) -> int | None:
    """Par value times shares issued is the amount of the row, but for its rounding: the power of ten of shares for which that holds. Shares
    are never counted in more than money."""
    for value in values:
        for par in pars:
            for count in counts:
                if not (value and par and count):
                    continue
                for candidate in range(0, max(power, 3) + 1, 3):
                    gap = abs(abs(par) * count.scaleb(candidate - power) - abs(value))
                    if gap <= min(Decimal(1).scaleb(_exponent(value)), abs(value) / 4):
                        return candidate
    return None


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
