"""Amounts without commas that may be years are those of a row, where its label or the heads above say so."""

from __future__ import annotations

import pytest
from filings import BALANCE_ROWS, balance, line, markdown, one, periods, values

_EQUITY = line(*BALANCE_ROWS[-2])
_DATES = ["at 1998-12-31", "at 1997-12-31"]


def test_behind_the_rest_of_a_label() -> None:
    torn = ["Treasury shares, at cost (40,744 and", line("  39,921 shares, respectively)", "1998", "1997")]
    found = one(balance().replace(_EQUITY, "\n".join([*torn, _EQUITY])), "balance_sheet")
    assert periods(found) == _DATES
    assert values(found, "Treasury shares, at cost (40,744 and 39,921 shares, respectively)") == [
        "1998000 iso4217:USD",
        "1997000 iso4217:USD",
    ]
    assert values(found, "Stockholders' equity") == ["3000000 iso4217:USD", "2500000 iso4217:USD"]


@pytest.mark.parametrize("figures", [("2023", "2012"), ("2012", "2011"), ("1951", "1950"), ("1987", "1998")])
def test_years_that_the_heads_rule_out(figures: tuple[str, str]) -> None:
    found = one(balance().replace(_EQUITY, "\n".join([line("Noncontrolling interests", *figures), _EQUITY])), "balance_sheet")
    assert periods(found) == _DATES
    assert values(found, "Noncontrolling interests") == [f"{figure}000 iso4217:USD" for figure in figures]
    assert len(values(found, "Stockholders' equity")) == 2


def test_years_that_the_heads_of_a_grid_rule_out() -> None:
    heads = ("", "December 31, 1998", "December 31, 1997")
    table = [heads, *BALANCE_ROWS[:-2], ("Noncontrolling interests", "2023", "2012"), *BALANCE_ROWS[-2:]]
    found = one("## BALANCE SHEETS\n\n(in thousands)\n\n" + markdown(*table), "balance_sheet", name="a.md")
    assert periods(found) == _DATES
    assert values(found, "Noncontrolling interests") == ["2023000 iso4217:USD", "2012000 iso4217:USD"]


def test_the_same_years_beside_a_heading_are_heads_again() -> None:
    found = one(balance().replace(line("Current liabilities:"), line("LIABILITIES AND EQUITY", "1998", "1997")), "balance_sheet")
    assert periods(found) == _DATES
    assert not any(row.label == "LIABILITIES AND EQUITY" and row.figures for row in found.rows)


def test_what_a_torn_label_says_of_years_above_the_first_figures_is_no_head() -> None:
    torn = [("Bonds held for sale, at fair value",), ("(cost: 1998-$6,106;",), ("1997-$7,288)", "6,895", "6,065")]
    body = "\n".join(" ".join(each) for each in (*torn, *BALANCE_ROWS[1:]))
    found = one(f"## BALANCE SHEETS\n\n(In thousands)\n\nDecember 31, 1998 December 31, 1997\n{body}\n", "balance_sheet", name="a.md")
    assert periods(found) == _DATES
    assert [f"{figure.number.value}" for figure in found.rows[0].figures] == ["6895", "6065"]
