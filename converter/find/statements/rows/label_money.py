"""The currency of the amounts inside a label. Foreign filers state par value in the currency that they were chartered in, "Ordinary shares
(US$0.0001 par value)", below columns of renminbi, and columns translated into dollars beside them."""

from __future__ import annotations

from collections.abc import Sequence

from converter.grammar.currencies import CURRENCY_MARKS, has_dollar_sign, mark_currency
from converter.model import Column, Number, Unit, currency_unit
from converter.patterns import regex

_MARK = regex(rf"(?<![A-Za-z.])(?:{CURRENCY_MARKS})$")
_LONGEST_MARK = 5


def amount_unit(text: str, at: int, number: Number, currency: Unit) -> Unit:
    """The money that the ``number`` of a label counts: that of the mark at ``at``, where the number begins, else the statement's
    ``currency``. A bare dollar sign is the American one where the statement's money has none."""
    if not number.currency:
        return currency
    sign = text.index("$", at)
    mark = _MARK.search(text[max(0, sign - _LONGEST_MARK) : sign + 1])
    if code := mark_currency(mark[0]) if mark else "":
        return currency_unit(code)
    return currency if has_dollar_sign(_code(currency)) else currency_unit("USD")


def columns_in(columns: Sequence[Column], live: Sequence[int], currency: Unit) -> list[int]:
    """The ``live`` columns in a currency."""
    return [index for index in live if columns[index].currency == _code(currency)]


def _code(unit: Unit) -> str:
    return unit.numerator.rpartition(":")[2]
