"""Two columns of figures under one date: items in the inner one, their sums in the outer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from filings import BALANCE_ROWS, CASHFLOW_ROWS, INCOME_ROWS, html, one, periods, row

from converter.find.statements.periods.known import Known

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")
QUARTER = Known(date(1998, 6, 30), (12, 31), "10-Q")
LABEL, COLUMN = 46, 12
SUMS = ("otal",)


def in_pairs(table: Sequence[tuple[str, ...]], sums: Sequence[str] = ("otal", "Gross", "Income", "Net income")) -> str:
    """The rows with each figure in the inner of two columns, or in the outer where the label says a sum."""
    lines = []
    for label, *figures in table:
        outer = any(word in label for word in sums)
        cells = [f"{'':{COLUMN}}{each:>{COLUMN}}" if outer else f"{each:>{COLUMN}}{'':{COLUMN}}" for each in figures]
        lines.append(f"{label:<{LABEL}}" + "".join(cells))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def over_pairs(texts: Sequence[str], align: str) -> str:
    return f"{'':{LABEL + 3}}" + "".join(f"{each:{align}{2 * COLUMN - 3}}{'':3}" for each in texts).rstrip()


@pytest.mark.parametrize("align", ["<", "^", ">"])
def test_a_date_over_each_pair(align: str) -> None:
    heads = [over_pairs(["June 30,", "December 31,"], align), over_pairs(["1998", "1997"], align)]
    text = "\n".join(["BALANCE SHEETS", "(In thousands)", "", *heads, in_pairs(BALANCE_ROWS, SUMS)])
    found = one(text, "balance_sheet", QUARTER)
    assert set(periods(found)) == {"at 1998-06-30", "at 1997-12-31"}
    assert [str(figure.period.end) for figure in row(found, "Total liabilities") if figure.period] == ["1998-06-30", "1997-12-31"]


@pytest.mark.parametrize("align", ["<", "^", ">"])
def test_a_year_over_each_of_three_pairs(align: str) -> None:
    table = [(*each, each[-1]) if len(each) > 1 else each for each in INCOME_ROWS]
    heads = [f"{'Years Ended December 31,':>96}", over_pairs(["1998", "1997", "1996"], align)]
    found = one("\n".join(["STATEMENTS OF INCOME", "(In thousands)", "", *heads, in_pairs(table)]), "income", ANNUAL)
    years = ["1998-01-01 1998-12-31", "1997-01-01 1997-12-31", "1996-01-01 1996-12-31"]
    assert periods(found) == [year for year in years for _ in range(2)]


@pytest.mark.parametrize("align", ["<", "^", ">"])
def test_two_lengths_over_four_pairs(align: str) -> None:
    table = [(label, *figures, *figures) for label, *figures in INCOME_ROWS]
    lengths = f"{'':{LABEL}}{'Three Months Ended June 30,':^48}{'Six Months Ended June 30,':^48}"
    heads = [lengths, over_pairs(["1998", "1997"] * 2, align)]
    found = one("\n".join(["STATEMENTS OF INCOME", "(In thousands)", "", *heads, in_pairs(table)]), "income", QUARTER)
    told = ["1998-04-01 1998-06-30", "1997-04-01 1997-06-30", "1998-01-01 1998-06-30", "1997-01-01 1997-06-30"]
    assert periods(found) == [period for period in told for _ in range(2)]


def test_per_cents_beside_amounts_are_no_sums() -> None:
    """Columns that stand side by side are not under one date: what stands beside an amount tells nothing of its date."""
    table = [(each[0], each[1], "5.1", each[2], "5.3") if len(each) > 1 else each for each in INCOME_ROWS]
    lines = [f"{label:<{LABEL}}" + "".join(f"{each:>{COLUMN}}" for each in figures) for label, *figures in table]
    heads = [f"{'':{LABEL}}{'1998':>{COLUMN}}{'':{COLUMN}}{'1997':>{COLUMN}}"]
    found = one("\n".join(["STATEMENTS OF INCOME", "(In thousands)", "", *heads, *lines]) + "\n", "income", ANNUAL)
    assert periods(found) == ["1998-01-01 1998-12-31", "1997-01-01 1997-12-31"]


@pytest.mark.parametrize("rows", [5, 6, 9])
def test_a_page_that_goes_on_without_heads(rows: int) -> None:
    """The first page may have but one sum, or none: the second page's pairs are under the dates of the first all the same."""
    heads = [over_pairs(["June 30,", "December 31,"], ">"), over_pairs(["1998", "1997"], ">")]
    first, second = in_pairs(BALANCE_ROWS[:rows], SUMS), in_pairs(BALANCE_ROWS[rows:], SUMS)
    top = ["BALANCE SHEETS", "(In thousands)", "", *heads]
    text = "\n".join([*top, first, "     3", "<PAGE>", "", "BALANCE SHEETS (CONTINUED)", "", second])
    found = one(text, "balance_sheet", QUARTER)
    assert set(periods(found)) == {"at 1998-06-30", "at 1997-12-31"}
    assert [str(figure.period.end) for figure in row(found, "Total liabilities") if figure.period] == ["1998-06-30", "1997-12-31"]


def test_few_sums_beside_many_items() -> None:
    items = [("Depreciation", "9", "8"), ("Amortization", "7", "6"), ("Deferred taxes", "5", "4"), ("Inventories", "33", "22")] * 6
    items = [(f"{label} {number}", *figures) for number, (label, *figures) in enumerate(items)]
    rows = [*CASHFLOW_ROWS[:2], *items, *CASHFLOW_ROWS[2:]]
    heads = [over_pairs(["1998", "1997"], ">")]
    sums = ("Net cash", "Cash at end")
    found = one("\n".join(["STATEMENTS OF CASH FLOWS", "(In thousands)", "", *heads, in_pairs(rows, sums)]), "cashflow", ANNUAL)
    labels = [label.strip() for label, *_ in CASHFLOW_ROWS if label.strip().startswith(sums)]
    ends = [[str(figure.period.end) for figure in row(found, label) if figure.period] for label in labels]
    assert ends == [["1998-12-31", "1997-12-31"]] * len(labels)


INNER = [
    ("Current assets:",),
    ("Cash", "", "1,200", "", "1,000"),
    ("Raw materials", "2,100", "", "2,000", ""),
    ("Finished goods", "3,800", "5,900", "3,500", "5,500"),
    ("Total current assets", "", "7,100", "", "6,500"),
    ("Buildings", "6,100", "", "6,000", ""),
    ("Equipment", "8,200", "", "7,100", ""),
    ("", "14,300", "", "13,100", ""),
    ("Less accumulated depreciation", "4,200", "10,100", "3,400", "9,700"),
    ("Total assets", "", "$ 17,200", "", "$ 16,200"),
    ("Accounts payable", "", "3,100", "", "3,000"),
    ("Notes payable", "", "1,400", "", "1,300"),
    ("Total liabilities", "", "4,500", "", "4,300"),
    ("Stockholders' equity", "", "12,700", "", "11,900"),
    ("Total liabilities and stockholders' equity", "", "$ 17,200", "", "$ 16,200"),
]


@pytest.mark.parametrize("form", ["txt", "htm"])
def test_sums_on_the_lines_of_their_last_items_become_rows(form: str) -> None:
    if form == "htm":
        table = html(("", "1998", "", "1997", ""), *INNER).replace("<td>1998</td><td></td>", "<td colspan=2>1998</td>")
        text = f"<html><p>BALANCE SHEETS</p><p>December 31,</p>{table.replace('<td>1997</td><td></td>', '<td colspan=2>1997</td>')}</html>"
    else:
        lines = [f"{label:<{LABEL}}" + "".join(f"{each:>{COLUMN}}" for each in figures) for label, *figures in INNER]
        text = "\n".join(["BALANCE SHEETS", "", over_pairs(["December 31,"] * 2, "^"), over_pairs(["1998", "1997"], "^"), *lines]) + "\n"
    found = one(text, "balance_sheet", ANNUAL, f"filing.{form}")
    assert periods(found) == ["at 1998-12-31", "at 1997-12-31"]
    assert [str(each.number.value) for each in row(found, "Finished goods")] == ["3800", "3500"]
    sums = [[str(each.number.value) for each in row.figures] for row in found.rows if row.figures and not row.label]
    assert sums == [["5900", "5500"], ["14300", "13100"], ["10100", "9700"]]


def test_amounts_beside_amounts_that_they_do_not_add_up_stay_beside_them() -> None:
    table = [(label, *(figure.replace("5,900", "5,950") for figure in figures)) for label, *figures in INNER]
    lines = [f"{label:<{LABEL}}" + "".join(f"{each:>{COLUMN}}" for each in figures) for label, *figures in table]
    text = "\n".join(["BALANCE SHEETS", "", over_pairs(["December 31,"] * 2, "^"), over_pairs(["1998", "1997"], "^"), *lines]) + "\n"
    assert len(row(one(text, "balance_sheet", ANNUAL), "Finished goods")) == 4
