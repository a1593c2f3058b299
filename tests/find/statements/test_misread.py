"""Heads and captions that OCR misread tell what was printed."""

from __future__ import annotations

import pytest
from filings import BALANCE_ROWS, INCOME_ROWS, find, markdown, one, periods, values

from converter.find.statements.periods.known import Known


@pytest.mark.parametrize("head", [("Decernber 31, 1998", "Decernber 31, 1997"), ("December 3l, l998", "December 3l, l997")])
def test_days_in_heads(head: tuple[str, str]) -> None:
    text = "BALANCE SHEETS\n\n(1n thousancls)\n\n" + markdown(("", *head), *BALANCE_ROWS)
    found = one(text, "balance_sheet", name="a.md")
    assert periods(found) == ["at 1998-12-31", "at 1997-12-31"]
    assert values(found, "Total assets")[0] == "5000000 iso4217:USD"


def test_lengths_above_lines_of_single_blanks() -> None:
    body = "\n".join(" ".join(each) for each in INCOME_ROWS)
    text = f"## STATEMENTS OF INCOME\n\n(ln rnillions)\n\nThree Monlhs Ended June 3O, 1998 Three Monlhs Ended June 3O, 1997\n{body}\n"
    (found,) = find(text, Known(), name="a.md")
    assert periods(found) == ["1998-04-01 1998-06-30", "1997-04-01 1997-06-30"]


TITLES = ["C ONSOLIDATED B ALANCE S HEETS", "CONSOL1DATED BA1ANCE SHEETS", "CONSOLIDATEDBALANCESHEETS", "BALANCE SHEETS ."]


@pytest.mark.parametrize("title", TITLES)
def test_titles(title: str) -> None:
    text = f"## {title}\n\n(In thousands)\n\n" + markdown(("", "December 31, 1998", "December 31, 1997"), *BALANCE_ROWS)
    found = one(text, "balance_sheet", name="a.md")
    assert found.title.value
    assert periods(found) == ["at 1998-12-31", "at 1997-12-31"]
