"""Rows of a statement of durations that are balances at their ends: cash, equity."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Literal

from converter.find.statements.lines.draft import DraftRow
from converter.grammar.periods import read_head
from converter.model import Column, Period
from converter.patterns import regex

Instant = Literal["", "start", "end"]
_CASH_PART = regex(
    r"(?:less:?\s+|plus:?\s+)?(?:total\s+)?(?:restricted\s+|unrestricted\s+)?(?:cash\b|short-term\s+investments$)", re.IGNORECASE
)
_MOVEMENT = regex(
    r"\b(?:paid|payments?|received|refund|provided|used|flows?|increase|decrease|change|from|acquired"
    r"|dividends?|interest|tax(?:es)?|purchase|sale|net)\b",
    re.IGNORECASE,
)
_AT_DAY = regex(r"\bcash\b.{0,60}(?:\bat\b|\bbalance\b|,|[-–—])|^\W*balances?\b.{0,20}\d")
_AT_ENDS = regex(
    r"\b(?:(?P<start>beginning|start)|end)\s+of\s+(?:the\s+)?(?:fiscal\s+)?(?:year|period|quarter|month)\b|^(?P<opening>opening|beginning)\b|^ending\b"
    r"|\b(?:(?P<last>beginning|opening)|end|ending|closing)\W*$",
    re.IGNORECASE,
)
_BALANCE = regex(r"\W*(?:(?:opening|beginning|ending|closing)\s+)?balances?\b|\W*(?:at\s+)?(?:beginning|end)\s+of\b", re.IGNORECASE)
_EQUITY = regex(
    r"\b(?:retained|reinvested|undistributed|accumulated)\b.{0,20}\b(?:earnings|income|deficit)\b|\bearnings\s+(?:retained|reinvested|employed)\b"
    r"|\bdeficit\b|\bnet\s+assets\b|\b(?:partners|members|owners|shareholders|stockholders)\W{0,2}\s+(?:equity|capital|deficit)\b"
    r"|\bearned\s+surplus\b|\bpatronage\s+(?:capital|equit(?:y|ies)|margins)\b",
    re.IGNORECASE,
)
_PER = regex(r"\bper\s+(?:\w+\s+){0,3}(?:share|unit|interest)s?\b|\bshares\b|\bunits?\b", re.IGNORECASE)
_DIGIT = regex(r"\d")
_WORTH = regex(r"\b(?:net\s+asset|book|redemption|liquidat(?:ion|ing)|unit)\s+values?\b|\bNAV\b", re.IGNORECASE)
"""What a unit or share is worth, which it is on a day."""
_PRICE = regex(r"\b(?:market|share|stock|unit|closing)\s+(?:price|value)\b", re.IGNORECASE)
"""What is so where the label says a day."""
_CHANGED = regex(
    r"\b(?:increases?|decreases?|changes?|appreciation|depreciation|income|earnings|loss|gains?|averaged?|weighted|used|high|low)\b",
    re.IGNORECASE,
)
_AT_END = regex(r"\bend(?:ing)?\b|year[\s-]end")


def instant_row(row: DraftRow, above: tuple[str, ...], columns: Sequence[Column], closed: bool) -> Instant:
    """Whether a row of a cash flow is a balance of cash at the start or end of the period. ``closed``: the closing balance stood
    above; what cash consists of follows it."""
    if closed and _CASH_PART.match(row.label) and not _MOVEMENT.search(row.label):
        return "end"
    label = row.label.lower()
    # "At beginning of year", below a change in cash or its heading, can be nothing else.
    bare = _BALANCE.match(label) is not None
    if "cash" not in label and not bare:
        label = " ".join((*above[-1:], row.label)).lower()
    if "cash" not in label and "balance" not in label and not bare:
        return ""
    if "beginning" in label or "start of" in label:
        return "start"
    if _AT_END.search(label):
        return "end"
    return by_day(label, columns) if _AT_DAY.search(label) else ""


def equity_row(row: DraftRow, above: tuple[str, ...], columns: Sequence[Column]) -> Instant:
    """Whether a row of a statement of income (and retained earnings, or net assets) is a balance of equity at the start or end of the
    period, or what a share has of it then."""
    balance = _BALANCE.match(row.label) is not None
    if worth := _worth(" ".join((*above[-1:], row.label)) if balance else row.label, columns):
        return worth
    label = " ".join((*above[-1:], row.label)) if balance else row.label
    ends = _AT_ENDS.search(row.label)
    if not (ends or _DIGIT.search(row.label)) or not _EQUITY.search(label) or _PER.search(row.label):
        return ""
    if ends:
        return "start" if ends["start"] or ends["opening"] or ends["last"] else "end"
    # "Effect on retained earnings at January 1" is none.
    return by_day(row.label, columns) if balance or _EQUITY.match(row.label) else ""


def _worth(label: str, columns: Sequence[Column]) -> Instant:
    """Whether a row tells what a share is worth at the start or end of the period."""
    each = _PER.search(label) is not None and _WORTH.search(label) is not None
    if not (each or _PRICE.search(label)) or _CHANGED.search(label):
        return ""
    ends = _AT_ENDS.search(label)
    if ends:
        return "start" if ends["start"] or ends["opening"] or ends["last"] else "end"
    at = by_day(label, columns) if _DIGIT.search(label) else "end" if each or _AT_END.search(label.lower()) else ""
    return at or ("end" if each else "")


def by_day(label: str, columns: Sequence[Column]) -> Instant:
    """ "Cash at January 1": which end of the columns' periods the day is."""
    days = read_head(label).month_days
    for period in (column.period for column in columns if column.period and column.period.start):
        start = period.start
        if start and (start.month, start.day) in days:
            return "start"
        before = start - timedelta(days=1) if start else None
        if (period.end.month, period.end.day) in days:
            return "end"
        if before and (before.month, before.day) in days:
            return "start"
    return ""


def at_end_of(period: Period, instant: Literal["start", "end"]) -> Period:
    """The day before a duration begins, or its last; an instant is itself."""
    if instant == "end":
        return period.as_instant()
    return Period(None, period.start - timedelta(days=1), period.evidence) if period.start else period
