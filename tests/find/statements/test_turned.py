"""Labels between the columns of two dates."""

from __future__ import annotations

from datetime import date

import pytest
from filings import one, values

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


def _text(heads: tuple[str, str]) -> str:
    rows = [(heads[0], "", heads[1]), *ROWS]
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


@pytest.mark.parametrize("head", ["", "Note"])
def test_numbers_of_notes_left_of_the_labels_stay_none(head: str) -> None:
    text = _text((head, "12/31/98")).replace("$ 200 ", "    1 ").replace("  700 ", "    2 ").replace("  600 ", "    3 ", 1)
    found = one(text, "balance_sheet", ANNUAL, "filing.txt")
    assert len([column for column in found.columns if column.period and not column.ignored]) == 1
