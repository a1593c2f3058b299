"""Filings whose statements state no scale."""

from __future__ import annotations

from filings import BALANCE_ROWS, CASHFLOW_ROWS, INCOME_ROWS, heads, statement

from converter.find import find
from converter.model import Stated
from converter.read import read

YEARS = [heads("1998", "1997")]
COVER = """
                SECURITIES AND EXCHANGE COMMISSION
                             FORM 10-K

ANNUAL REPORT PURSUANT TO SECTION 13 OR 15(d) OF THE SECURITIES EXCHANGE ACT OF 1934
For the fiscal year ended December 31, 1998

                         HARBOR LOOMS, INC.
          (Exact name of registrant as specified in its charter)
"""
ITEM = "\nITEM 8. FINANCIAL STATEMENTS AND SUPPLEMENTARY DATA\n"
NOTES = "\nNOTES TO CONSOLIDATED FINANCIAL STATEMENTS\n\nNOTE 1 - BASIS OF PRESENTATION. {}The accounts of all subsidiaries are included.\n"
PROSE = "\nThe mills ran at nearly full capacity for most of the year, and prices were firm.\n"
PAGE = "\n                                     4\n<PAGE>\n                   HARBOR LOOMS, INC.\n"
TABLE = (
    "\nSales by region were:\n\n" + heads("1998", "1997") + "\n\nNorth                                              400           300\n\n"
)


def pages(rows: dict[str, list[tuple[str, ...]]]) -> str:
    return PAGE.join(statement(title, YEARS, table, "") for title, table in rows.items())


STATEMENTS = pages(
    {
        "CONSOLIDATED BALANCE SHEETS": BALANCE_ROWS,
        "CONSOLIDATED STATEMENTS OF INCOME": INCOME_ROWS,
        "CONSOLIDATED STATEMENTS OF CASH FLOWS": CASHFLOW_ROWS,
    }
)


def stated(text: str) -> Stated:
    return find(read(text.encode(), "filing.txt"))


def powers(found: Stated) -> set[int | None]:
    """The scales of the amounts of all statements."""
    return {
        each.scale
        for statement in found.statements
        for row in statement.rows
        for each in row.figures
        if each.unit and each.unit.oim() == "iso4217:USD"
    }
