"""Labels between the columns of two dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from filings import one, periods, values

from converter.find.statements.periods.known import Known

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")
ROWS = [
    ("$ 200", "Cash", "$ 100"),
    ("700", "Plant", "600"),
    ("$ 900", "Total assets", "$ 700"),
    ("$ 300", "Payables", "$ 200"),
    ("600", "Owners' equity", "500"),
    ("$ 900", "Total liabilities and owners' equity", "$ 700"),
]


def _text(heads: tuple[str, str], body: Sequence[tuple[str, str, str]] = ROWS) -> str:
    rows = [(heads[0], "", heads[1]), *body]
    return "BALANCE SHEETS\n(in thousands)\n\n" + "\n".join(f"{left:>12}   {label:<40}{right:>12}" for left, label, right in rows)


def _page(heads: tuple[str, str]) -> str:
    rows = "".join(f"<tr><td>{left}</td><td>{label}</td><td>{right}</td></tr>" for left, label, right in [(heads[0], "", heads[1]), *ROWS])
    return f"<html><p>BALANCE SHEETS<br>(in thousands)</p><table>{rows}</table></html>"


@pytest.mark.parametrize(("make", "name"), [(_text, "filing.txt"), (_page, "filing.htm")])
def test_figures_on_both_sides_of_the_labels(make: object, name: str) -> None:
    assert callable(make)
    found = one(make(("12/31/98", "12/31/97")), "balance_sheet", ANNUAL, name)
    assert values(found, "Plant") == ["700000 iso4217:USD", "600000 iso4217:USD"]
    assert [column.period.end.year for column in found.columns if column.period] == [1998, 1997]


def test_two_columns_on_both_sides_below_a_page_with_one() -> None:
    labels = ["Net sales", "Cost of sales", "Income taxes", "Net income"]
    rows = [(f"{at + 10}", f"{at + 25}", label, f"{at + 9}", f"{at + 21}") for at, label in enumerate(labels)]
    heads = [
        f"{'Three Months':>13}{'Six Months':>12}{'':33}{'Three Months':>13}{'Six Months':>12}",
        f"{'Ended':>13}{'Ended':>12}{'':33}{'Ended':>13}{'Ended':>12}",
        f"{'June 30, 1998':>13}{'June 30, 1998':>15}{'':30}{'June 30, 1997':>13}{'June 30, 1997':>15}",
    ]
    body = [f"{here:>13}{there:>12}   {label:<30}{before:>13}{earlier:>12}" for here, there, label, before, earlier in rows]
    text = _text(("6/30/98", "12/31/97")) + "\n\nSTATEMENTS OF INCOME\n(in thousands)\n\n" + "\n".join([*heads, *body])
    quarter = Known(date(1998, 6, 30), (12, 31), "10-Q")
    assert values(one(text, "balance_sheet", quarter), "Plant") == ["700000 iso4217:USD", "600000 iso4217:USD"]
    found = one(text, "income", quarter)
    assert values(found, "Net sales") == [f"{figure}000 iso4217:USD" for figure in (10, 25, 9, 21)]
    assert periods(found) == ["1998-04-01 1998-06-30", "1998-01-01 1998-06-30", "1997-04-01 1997-06-30", "1997-01-01 1997-06-30"]


@pytest.mark.parametrize("head", ["", "Note"])
def test_numbers_of_notes_left_of_the_labels_stay_none(head: str) -> None:
    notes = [(str(number), label, figure) for number, (_, label, figure) in enumerate(ROWS, 1)]
    found = one(_text((head, "12/31/98"), notes), "balance_sheet", ANNUAL)
    assert [column.head for column in found.columns if not column.ignored] == ["12/31/98"]
    assert [values(found, label) for _, label, _ in notes][:2] == [["100000 iso4217:USD"], ["600000 iso4217:USD"]]
    assert len([figure for row in found.rows for figure in row.figures if not figure.ignored]) == len(ROWS)
