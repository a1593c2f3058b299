"""Small invented filings for the finder's tests."""

from __future__ import annotations

from collections.abc import Sequence

from converter.find.statements import find_statements
from converter.find.statements.periods.known import Known
from converter.model import Figure, Statement
from converter.read import read

WIDTH = 40


def line(label: str, *figures: str, width: int = 14) -> str:
    """A row of a text table: label, then figures right-aligned in columns."""
    return f"{label:<{WIDTH}}" + "".join(f"{figure:>{width}}" for figure in figures)


def heads(*texts: str, width: int = 14) -> str:
    return line("", *texts, width=width)


BALANCE_ROWS = [
    ("Current assets:",),
    ("  Cash and cash equivalents", "$ 1,200", "$ 1,000"),
    ("  Accounts receivable", "800", "700"),
    ("    Total current assets", "2,000", "1,700"),
    ("Property and equipment, net", "3,000", "2,800"),
    ("    Total assets", "$ 5,000", "$ 4,500"),
    ("Current liabilities:",),
    ("  Accounts payable", "$ 900", "$ 800"),
    ("    Total current liabilities", "900", "800"),
    ("Long-term debt", "1,100", "1,200"),
    ("    Total liabilities", "2,000", "2,000"),
    ("Stockholders' equity", "3,000", "2,500"),
    ("    Total liabilities and stockholders' equity", "$ 5,000", "$ 4,500"),
]
INCOME_ROWS = [
    ("Net sales", "$ 9,000", "$ 8,000"),
    ("Cost of sales", "5,000", "4,500"),
    ("Gross profit", "4,000", "3,500"),
    ("Selling expenses", "2,500", "2,300"),
    ("Income before income taxes", "1,500", "1,200"),
    ("Provision for income taxes", "500", "400"),
    ("Net income", "$ 1,000", "$ 800"),
    ("Net income per share", "$ .50", "$ .40"),
    ("Average shares outstanding", "2,000", "2,000"),
]
CASHFLOW_ROWS = [
    ("Cash flows from operating activities:",),
    ("  Net income", "$ 1,000", "$ 800"),
    ("  Depreciation", "300", "250"),
    ("    Net cash provided by operating activities", "1,300", "1,050"),
    ("Cash flows from investing activities:",),
    ("  Purchases of equipment", "(500)", "(450)"),
    ("Cash flows from financing activities:",),
    ("  Repayment of debt", "(600)", "(300)"),
    ("Net increase in cash", "200", "300"),
    ("Cash at beginning of year", "1,000", "700"),
    ("Cash at end of year", "$ 1,200", "$ 1,000"),
]


def rows(table: Sequence[tuple[str, ...]], width: int = 14) -> str:
    return "\n".join(line(*row, width=width) for row in table)


def statement(
    title: str, head_lines: Sequence[str], table: Sequence[tuple[str, ...]], caption: str = "(in thousands)", width: int = 14
) -> str:
    """A page with a title, a caption, heads and rows."""
    return "\n".join([f"{title:^80}", f"{caption:^80}", "", *head_lines, rows(table, width), ""])


def balance(
    title: str = "CONSOLIDATED BALANCE SHEETS", head: Sequence[str] = ("December 31,", "1998", "1997"), caption: str = "(in thousands)"
) -> str:
    top, *years = head
    lines = [heads(*[top] * len(years)), heads(*years)] if top else [heads(*years)]
    return statement(title, lines, BALANCE_ROWS, caption)


def income(
    table: list[tuple[str, ...]], head_lines: list[str] | None = None, caption: str = "(in thousands, except per share data)"
) -> str:
    return statement("CONSOLIDATED STATEMENTS OF INCOME", head_lines or [heads("1998", "1997")], table, caption)


def find(text: str, known: Known | None = None, name: str = "filing.txt") -> list[Statement]:
    return list(find_statements(read(text.encode(), name), known or Known()))


def one(text: str, kind: str, known: Known | None = None, name: str = "filing.txt") -> Statement:
    found = [each for each in find(text, known, name) if each.kind == kind]
    assert len(found) == 1, [each.title.value for each in found]
    return found[0]


def row(found: Statement, label: str) -> tuple[Figure, ...]:
    return next(each.figures for each in found.rows if each.label == label)


def periods(found: Statement) -> list[str]:
    """The periods of the columns that count, as text."""
    return [
        f"{column.period.start or 'at'} {column.period.end}" if column.period else "none" for column in found.columns if not column.ignored
    ]


def values(found: Statement, label: str) -> list[str]:
    """A row's figures in full units with their units."""
    return [
        f"{figure.number.value.scaleb(figure.scale or 0):f} {figure.unit.oim() if figure.unit else ''}"
        for figure in row(found, label)
        if not figure.ignored
    ]


def markdown(*table: tuple[str, ...]) -> str:
    width = max(len(each) for each in table)
    padded = [(*each, *[""] * (width - len(each))) for each in table]
    body = ["| " + " | ".join(each) + " |" for each in padded]
    return "\n".join([body[0], "|" + " --- |" * width, *body[1:]]) + "\n\n"


def html(*table: tuple[str, ...]) -> str:
    lines = ["<tr>" + "".join(f"<td>{cell}</td>" for cell in each) + "</tr>" for each in table]
    return "<table>" + "\n".join(lines) + "</table>\n"


def spanned(*cells: tuple[str, int]) -> str:
    return "<tr>" + "".join(f'<td colspan="{span}">{text}</td>' for text, span in cells) + "</tr>"
