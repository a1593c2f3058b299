"""Which side of a label stands first in a name."""

from __future__ import annotations

import pytest

from converter.map.signs.order import positive_first


@pytest.mark.parametrize(
    ("label", "sign", "expected"),
    [
        ("Sundry (gain) loss", 1, "Sundry loss (gain)"),
        ("Sundry (gain) loss", -1, "Sundry (gain) loss"),
        ("Gain (loss) on sale", 1, "Gain (loss) on sale"),
        ("Gain (loss) on sale", -1, "loss (Gain) on sale"),
        ("Net (gains)/losses on notes", 1, "Net losses (gains) on notes"),
        ("Other income/expense", -1, "Other expense (income)"),
        ("(Increase) decrease in tools", 1, "decrease (Increase) in tools"),
        ("(Repayments of) proceeds from notes", 1, "proceeds from (Repayments of) notes"),
        ("Proceeds from (repayments of) notes", -1, "repayments of (Proceeds from) notes"),
        ("Losses (gains) included in other (expense) income", 1, "Losses (gains) included in other (expense) income"),
        ("Bonds (trading)", 1, "Bonds (trading)"),
        ("Gain (on sale of bonds)", 1, "Gain (on sale of bonds)"),
        ("(Loss)", 1, "(Loss)"),
    ],
)
def test_the_positive_side_stands_first(label: str, sign: int, expected: str) -> None:
    assert positive_first(label, sign) == expected
