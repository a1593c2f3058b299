"""What each row measures: money, shares, amounts per share, ratios, by label, headings and magnitude."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Literal, TypeAlias

from converter.find.statements.lines.draft import DraftRow
from converter.find.statements.rows.beyond import untold_beyond
from converter.find.statements.rows.counts import between_counts
from converter.find.statements.rows.neither import Neither, neither
from converter.model import SHARES, Number, StatementRow
from converter.patterns import regex

Measure: TypeAlias = Literal["money", "per_share", "shares"] | Neither

_PER_SHARE = regex(
    r"\bper\s+(?:(?:average|common|ordinary|class\s+\w+|diluted|basic|equivalent|weighted|outstanding|capital"
    r"|limited|depositary|a|b|primary|fully|assuming|[\w-]+)\s+){0,5}?"
    r"(?:and\s+(?:common\s+)?equivalent\s+)?(?:shares?|units?|ads|stock|(?:partnership\s+)?interests?)\b|\bper[\s-]share\b|\bearnings\s+per\b|^EPS\b",
    re.IGNORECASE,
)
_SHARES = regex(
    r"\b(?:shares?|units)\s+(?:\w+\s+){0,3}?(?:outstanding|used|issued|authorized)|\b(?:average|weighted"
    r"|number\s+of|outstanding)\b.{0,60}\b(?:shares|units)\b|\b(?:weighted|number\s+of)\b.{0,60}\binterests\b|\b(?:average|weighted)\b.{0,60}\b(?:(?:common|stock)\s+outstanding|equivalents?)\b"
    r"|\bshares(?:\s*[-–—:,(])?\s*(?:basic|diluted|primary|fully)\b|^shares(?:\s?\(in\s(?:thousands|millions)\))?\W*$|^(?:basic|diluted|primary|fully\s+diluted|common"
    r"|average)\s+(?:and\s+diluted\s+)?shares\b|\bshares\s+used\b|\bdilutive\s+shares\b",
    re.IGNORECASE,
)
_AVERAGED = regex(r"\b(?:averaged?|weighted|number|used)\b", re.IGNORECASE)
"""What only shares are; filers set a mark of money before them by habit."""
_OF_SHARES = regex(r"\b(?:shares|units|diluti(?:ve|on))\b", re.IGNORECASE)
_DILUTIVE = regex(
    r"\b(?:diluti(?:ve|on)|effects?\s+of)\b.{0,40}\b(?:stock|awards?|options?|securities|equivalents?|units)\b", re.IGNORECASE
)
"""What stands between the basic and the diluted count of shares."""
_SHARES_ONLY = regex(r"\b(?:shares|units)\b", re.IGNORECASE)
_BASIC = regex(r"^(?:[-–—]\s*)*(?:assuming\s+)?(?:no\s+)?(?:basic|diluted|primary|fully\s+diluted|dilution|full\s+dilution)", re.IGNORECASE)
_MONEY = regex(
    r"\b(?:income|loss(?:es)?|impairments?|gains?|earnings|sales|revenues?|expenses?|costs?|taxes|assets"
    r"|liabilities|equity|cash|dividends?\s+paid|stock)\b",
    re.IGNORECASE,
)
_PREFERRED_PER = regex(r"\bpar\b|\bstated\s+value\b", re.IGNORECASE)


def measure_rows(
    rows: Sequence[DraftRow], heads: Sequence[tuple[int, tuple[str, ...]]], kind: str, before: Sequence[StatementRow] = ()
) -> list[Measure]:
    """What each row measures. ``before`` are the statement's rows above these, in tables or on pages of their own: a heading or a block
    per share that ends them speaks for these too."""
    if kind == "balance_sheet":
        end = next((at for at, row in enumerate(rows) if row.cells and _CLOSES.match(row.label)), len(rows))
        return [
            _below_balance_sheet(row, above) if at > end else _on_balance_sheet(row)
            for at, (row, (_, above)) in enumerate(zip(rows, heads, strict=True))
        ]
    if kind == "cashflow":
        return [_in_cash_flow(row) for row in rows]
    out: list[Measure] = []
    group = _of_last(before[-1]) if before else "money"
    since, priced = 0, False
    spoken = group == "per_share"
    whole = _prints_whole([*(cell.number for row in rows for _, cell in row.cells), *(f.number for row in before for f in row.figures)])
    for row, (_, above) in zip(rows, heads, strict=True):
        since += 1
        if not row.filled:
            group, since, priced = _of_heading(row.label, group), 0, False
            spoken = spoken or group == "per_share"
            out.append(group)
            continue
        other = neither(row.label, _numbers(row), spoken, above[-1] if above else "")
        if other:
            out.append(other)
            continue
        measure = _measure(row, above if since <= _NEAR_HEADING else (), group)
        spoken = spoken or measure == "per_share"
        if measure == "money" and whole and _is_small_decimal(row) and (spoken or (kind == "income" and _ENDS_INCOME.match(row.label))):
            measure = "per_share"
        if measure == "money" and priced and _is_bare_count(row):
            measure = "shares"
        priced = priced or measure == "per_share"
        if measure == "money" and not _BASIC.match(row.label):
            group = "money"
        elif measure in ("per_share", "shares") and said_measure(row.label) is not None:
            group = measure
        out.append(measure)
    for at in between_counts(rows, [measure == "shares" for measure in out]):
        out[at] = "shares"
    for at in untold_beyond(rows, out, whole, before):
        out[at] = "untold"
    return out


def _of_last(row: StatementRow) -> Measure:
    if not row.figures:
        return _of_heading(row.label, "money")
    unit = next((figure.unit for figure in row.figures if figure.unit), None)
    return "per_share" if unit and unit.denominator else "shares" if unit == SHARES else "money"


def _numbers(row: DraftRow) -> list[Number]:
    return [cell.number for _, cell in row.cells if cell.number and not cell.number.dash]


def _prints_whole(numbers: Sequence[Number | None]) -> bool:
    """Whether nearly all figures are printed without decimals: then one with two is a price."""
    places = [number.places for number in numbers if number and not number.dash and not number.percent]
    return sum(1 for each in places if each == 0) * 10 >= len(places) * 6


def _is_small_decimal(row: DraftRow) -> bool:
    numbers = _numbers(row)
    return bool(numbers) and all(number.places >= 2 and abs(number.value) < 1000 for number in numbers)


def _is_bare_count(row: DraftRow) -> bool:
    """ "Basic", "Diluted" and whole numbers below what is earned per share: what these are paid on, its heading lost."""
    numbers = _numbers(row)
    whole = bool(numbers) and all(not number.currency and number.places < 2 for number in numbers)
    return whole and _BASIC.match(row.label) is not None and not _MONEY.search(row.label)


_ENDS_INCOME = regex(
    r"^\W*(?:net|income|earnings|loss|profit|continuing|discontinued|extraordinary|basic|diluted|primary|fully)\b", re.IGNORECASE
)
"""Rows that stand once in money and once more for each share, be their heading lost to a page break or a table of its own."""


_LONGEST_HEADING = 90
# A heading speaks for the rows right below it; further down others may have come between.
_NEAR_HEADING = 6
_COUNT_ROW = regex(
    r"^number\s+of\s+(?:\w+\s+){0,4}(?:shares|units)\b|^(?:(?:common|preferred|treasury|ordinary|class\s+\w+)\s+)*(?:stock\s+)?shares,?\s+"
    r"(?:issued|outstanding|authori[sz]ed|held|reserved|used|in\s+treasury|subscribed)\b"
    r"|\bshares\s+(?:issued|outstanding|authorized)(?:\s+and\s+outstanding)?$",
    re.IGNORECASE,
)


_CLOSES = regex(
    r"total\s+(?:liabilities|capitalization)\b.{0,60}\b(?:equity|deficit|deficiency|capital|investment|liabilities)\b", re.IGNORECASE
)
_COUNTED = regex(r"(?:shares\s+)?(?:authori[sz]ed|issued|outstanding|(?:held\s+)?in\s+treasury)(?:\s+shares)?", re.IGNORECASE)


def _below_balance_sheet(row: DraftRow, above: tuple[str, ...]) -> Measure:
    """Counts of shares and ratios stand there too."""
    if _counts_below(row, above):
        return "shares"
    return neither(row.label, _numbers(row), True, above[-1] if above else "") or _on_balance_sheet(row)


def _counts_below(row: DraftRow, above: tuple[str, ...]) -> bool:
    """Whether a row below the total of a balance sheet says how many shares there are: "Common shares:", "Issued"."""
    headed = above and _SHARES_ONLY.search(above[-1]) and not _OF_VALUE.search(above[-1])
    return bool(headed) and _COUNTED.fullmatch(row.label) is not None and not _is_marked(_numbers(row))


_THOUSANDS = regex(r"\s?\((?:in\s)?['’]?000['’]?s?\)")
_OF_VALUE = regex(r"\d|\$|\bat\b|\bcost\b")


def _on_balance_sheet(row: DraftRow) -> Measure:
    """A balance sheet counts money, but for rows that are nothing but counts of shares, book value per share, and ratios."""
    numbers = _numbers(row)
    if numbers and all(number.percent for number in numbers):
        return "pure"
    label = row.label
    if _COUNT_ROW.search(bare := _THOUSANDS.sub("", label)) and not _OF_VALUE.search(bare) and not _is_marked(numbers):
        return "shares"
    biggest = max((abs(number.value) for number in numbers), default=Decimal(0))
    if (
        numbers
        and _PER_SHARE.search(label)
        and not re.search(r"\d", _NOTE.sub("", label))
        and any(number.places >= 2 for number in numbers)
        and biggest < _DEAREST_UNIT
    ):
        return "per_share"
    return "money"


def _in_cash_flow(row: DraftRow) -> Measure:
    """A cash flow counts money, what shares are issued for too, but for rows that say that they count, or are paid on each share."""
    numbers = _numbers(row)
    if numbers and all(number.percent for number in numbers):
        return "pure"
    if _NUMBER_OF.search(row.label):
        return "shares"
    return "per_share" if _is_small_decimal(row) and said_measure(row.label) == "per_share" else "money"


_NOTE = regex(r"\(\s?(?:(?:see\s)?notes?\s[^()]{1,20}|\d{1,2}|[a-z])\s?\)", re.IGNORECASE)
"""Where a label sends its reader."""
_NUMBER_OF = regex(r"^\W*(?:\w+\s+){0,2}number\s+of\b.{0,40}\b(?:shares|units)\b", re.IGNORECASE)
_DEAREST_UNIT = 100_000
"""Units of funds begin at 1,000 dollars."""


def _of_heading(label: str, group: Measure) -> Measure:
    explicit = said_measure(label)
    if explicit is not None:
        return explicit
    return group if _BASIC.match(label) or (len(label) < 30 and not _MONEY.search(label) and not label.endswith(":")) else "money"


def tells_measure(label: str) -> bool:
    """Whether a heading says that what stands below it is counted in shares or paid on each."""
    return len(label) < _LONGEST_HEADING and said_measure(label) is not None


@lru_cache(maxsize=1 << 12)
def said_measure(label: str) -> Measure | None:
    """What the words alone say."""
    shares = _SHARES.search(label)
    per = _PER_SHARE.search(label)
    if per and _PREFERRED_PER.search(label) and not label.lower().startswith("par"):
        per = None
    if shares and per:
        # "Shares used in computing net income per share" counts shares; "Net income per share outstanding" does not.
        return "shares" if shares.start() < per.start() else "per_share"
    if per:
        return "per_share"
    if shares and not re.search(r"\bpar\b|\$|stock,|\bstock\b.*\bissued\b|\bcost\b|\bpreferred\b.*\bauthorized\b", label, re.IGNORECASE):
        return "shares"
    return None


def _measure(row: DraftRow, above: tuple[str, ...], group: Measure) -> Measure:
    numbers = _numbers(row)
    label = row.label
    explicit = _of_words(label, numbers)
    biggest = max((abs(number.value) for number in numbers), default=Decimal(0))
    decimals = any(number.places >= 2 for number in numbers)
    if explicit is None:
        for head in reversed(above):
            explicit = said_measure(head)
            if explicit == "shares" and not (_BASIC.match(label) or _OF_SHARES.search(label) or _is_short(label)):
                explicit = None
            if explicit is not None:
                break
        # A heading alone is not believed where the label names money or the digits do not fit.
        if explicit is None and _goes_with(label, group):
            explicit = group
        if explicit is None and group == "per_share" and decimals and biggest < 1000:
            explicit = group
        if explicit == "shares" and decimals and biggest < 100 and not _in_thousandths(numbers):
            explicit = "per_share"
        if explicit == "per_share" and not _looks_like("per_share", biggest, decimals):
            return "shares" if _BASIC.match(label) or _SHARES_ONLY.search(label) else "money"
        return explicit or "money"
    if explicit == "per_share" and numbers and biggest >= 100 and not decimals:
        counted = group == "shares" or any(said_measure(head) == "shares" for head in above)
        return "shares" if counted or (_SHARES_ONLY.search(label) and not _MONEY.search(label)) else "money"
    if explicit == "shares" and numbers and decimals and biggest < 20 and _PER_SHARE.search(label):
        return "per_share"
    return explicit


def _in_thousandths(numbers: Sequence[Number]) -> bool:
    """Whether figures have three decimals, as shares in millions do: no amount on a share is printed so, all of them."""
    return all(number.places == _OF_MILLIONS and not number.currency for number in numbers)


_OF_MILLIONS = 3


def _of_words(label: str, numbers: Sequence[Number]) -> Measure | None:
    """What the words say, but for figures marked as money."""
    explicit = said_measure(label)
    return "money" if explicit == "shares" and _is_marked(numbers) and not _AVERAGED.search(label) else explicit


def _is_marked(numbers: Sequence[Number]) -> bool:
    """Whether the figures of a row are marked as money, each of them: nothing but words speaks for shares then."""
    return bool(numbers) and all(number.currency for number in numbers)


def _is_short(label: str) -> bool:
    """Whether a label is so short that it says nothing of its own: "Total"; "Net income" is money below any heading."""
    return len(label) < _SHORT and not _MONEY.search(label)


_SHORT = 20


def _goes_with(label: str, group: Measure) -> bool:
    """Whether a row says which of the counts or amounts per share above it is: the basic, the diluted, what lies between."""
    return group in ("per_share", "shares") and bool(_BASIC.match(label) or (group == "shares" and _DILUTIVE.search(label)))


def _looks_like(measure: Measure, biggest: Decimal, decimals: bool) -> bool:
    if measure == "per_share":
        return biggest == 0 or decimals
    return biggest == 0 or biggest >= 20
