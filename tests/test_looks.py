"""One balance sheet and one statement of income in every look that filers, pages and tools give them: the same facts each time."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence

import pytest

from converter import convert

Rows = Sequence[tuple[str, ...]]
Look = Callable[[Rows], str]

PROSE = (
    "The accompanying notes are a part of these statements, which management prepared from the books and records of the company without "
    "an audit, and which should be read together with the annual report for the year before, that was sent to all holders of its shares."
)
BALANCE: Rows = [
    ("Cash and cash equivalents", "1,200", "1,050"),
    ("Accounts receivable, less allowances of $41 and $47", "12,801", "9,702"),
    ("Inventories", "903", "811"),
    ("Total current assets", "14,904", "11,563"),
    ("Property and equipment, net", "103,117", "98,406"),
    ("Total assets", "118,021", "109,969"),
    ("Accounts payable", "8,204", "7,615"),
    ("Long-term debt", "41,000", "44,000"),
    ("Total liabilities", "49,204", "51,615"),
    ("Common stock", "2,500", "2,500"),
    ("Retained earnings (deficit)", "66,317", "55,854"),
    ("Total stockholders' equity", "68,817", "58,354"),
    ("Total liabilities and stockholders' equity", "118,021", "109,969"),
]
INCOME: Rows = [
    ("Net sales", "90,411", "80,202"),
    ("Cost of sales", "50,108", "49,306"),
    ("Gross profit", "40,303", "30,896"),
    ("Selling expenses", "25,011", "23,307"),
    ("Other expense", "(1,108)", "(2,114)"),
    ("Income before income taxes", "14,184", "5,475"),
    ("Income taxes", "3,721", "1,904"),
    ("Net income", "10,463", "3,571"),
]


def _widths(rows: Rows) -> list[int]:
    return [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]


def _aligned(rows: Rows) -> str:
    return "\n".join(f"{label:<60}{here:>14}{there:>14}" for label, here, there in rows)


def _leaders(rows: Rows) -> str:
    return "\n".join(
        f"{label + ' ':.<60}{here:>14}{there:>14}" if here[:1].strip() and label else _aligned([(label, here, there)])
        for label, here, there in rows
    )


def _wrapped(rows: Rows) -> str:
    lines = []
    for label, *figures in rows:
        first, _, rest = label.partition(" ") if len(label) > 30 else ("", "", label)
        lines += [first] * bool(first) + [f"{'  ' * bool(first) + rest:<60}" + "".join(f"{each:>14}" for each in figures)]
    return "\n".join(lines)


def _joined(mark: str) -> Look:
    return lambda rows: "\n".join(mark.join(row) for row in rows)


def _single_blanks(rows: Rows) -> str:
    return "\n".join(" ".join(cell for cell in row if cell) for row in rows)


def _comma_values(quoting: int) -> Look:
    def look(rows: Rows) -> str:
        out = io.StringIO()
        csv.writer(out, quoting=quoting, lineterminator="\n").writerows(rows)
        return out.getvalue()

    return look


def _pipes(rows: Rows) -> str:
    first, *others = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([first, "|---|---:|---:|", *others])


def _box(rows: Rows) -> str:
    widths = _widths(rows)
    return "\n".join("│ " + " │ ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " │" for row in rows)


def _latex(rows: Rows) -> str:
    body = [" & ".join(row).replace("$", "\\$") + " \\\\" for row in rows]
    return "\n".join(["\\begin{tabular}{lrr}", *body, "\\end{tabular}"])


def _cells(row: Sequence[str], mark: str = "td") -> str:
    return "<tr>" + "".join(f"<{mark}>{cell}</{mark}>" for cell in row) + "</tr>"


def _grid(rows: Rows) -> str:
    return "<table>" + "\n".join(map(_cells, rows)) + "</table>"


def _spacers(rows: Rows) -> str:
    """``$`` and ``)`` in cells of their own, columns of nothing between, heads that span them."""
    lines = []
    for label, *figures in rows:
        head = not any("," in each for each in figures)
        cells = [f"<td>{label}</td>"]
        for each in figures:
            shut = ")" if each.startswith("(") else ""
            cells += [
                "<td>&nbsp;</td>",
                f'<td colspan="3">{each}</td>' if head else f"<td>$</td><td>{each.rstrip(')')}</td><td>{shut}</td>",
            ]
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return "<table>" + "\n".join(lines) + "</table>"


def _without_empty_cells(rows: Rows) -> str:
    return "<table>" + "\n".join(_cells([cell for cell in row if cell]) for row in rows) + "</table>"


def _without_spans(rows: Rows) -> str:
    return _spacers(rows).replace(' colspan="3"', "")


def _columns_in_cells(rows: Rows) -> str:
    """Each column of figures in one cell."""
    return f"<table>{_cells(rows[0])}{_cells(['<br>'.join(column) for column in zip(*rows[1:], strict=True)])}</table>"


def _nested(rows: Rows) -> str:
    return f'<table width="100%"><tr><td width="2%"></td><td>{_grid(rows)}</td></tr></table>'


def _unclosed(rows: Rows) -> str:
    return "<TABLE>" + "\n".join("<TR>" + "".join(f"<TD>{cell}" for cell in row) for row in rows) + "</TABLE>"


def _typed_page(rows: Rows) -> str:
    return f"<pre>\n{_aligned(rows)}\n</pre>"


TEXT: dict[str, Look] = {
    "aligned": _aligned,
    "double spaced": lambda rows: _aligned(rows).replace("\n", "\n\n"),
    "capitals": lambda rows: _aligned(rows).upper(),
    "leaders": _leaders,
    "wrapped": _wrapped,
    "tabs": _joined("\t"),
    "two tabs": _joined("\t\t"),
    "a few blanks": _joined("    "),
}
TOOLS: dict[str, Look] = {
    "pipes": _pipes,
    "pipes without rules": _joined(" | "),
    "box": _box,
    "tabs": _joined("\t"),
    "single blanks": _single_blanks,
    "leaders and single blanks": lambda rows: "\n".join(f"{label + ' ':.<60} {' '.join(figures)}".strip(". ") for label, *figures in rows),
    "quoted values": _comma_values(csv.QUOTE_ALL),
    "values": _comma_values(csv.QUOTE_MINIMAL),
    "semicolons": _joined(";"),
    "latex": _latex,
    "html": _grid,
}
PAGES: dict[str, Look] = {
    "grid": _grid,
    "spacers": _spacers,
    "no empty cells": _without_empty_cells,
    "no spans": _without_spans,
    "columns in cells": _columns_in_cells,
    "nested": _nested,
    "unclosed": _unclosed,
    "typed": _typed_page,
}


def _filing(table: Look, heads: Sequence[tuple[str, ...]], caption: str, titles: Sequence[str], page: bool) -> bytes:
    blocks = ["FORM 10-K", "For the fiscal year ended December 31, 1998", "EXAMPLE CORP.", PROSE]
    for title, rows in zip(titles, (BALANCE, INCOME), strict=True):
        blocks += [title, caption, table([*heads, *rows]), PROSE]
    if not page:
        return "\n\n".join(blocks).encode()
    return (
        "<html><body>" + "\n".join(block if block.startswith("<") else f"<p>{block}</p>" for block in blocks) + "</body></html>"
    ).encode()


def _told(data: bytes, name: str) -> set[tuple[str, str]]:
    """Value and last day of each fact of the two statements; amounts inside of labels left out."""
    (report,) = convert(data, name=name, fiscal_year_end=(12, 31)).reports
    places = ("balance_sheet", "income")
    return {(f"{fact.value}", f"{fact.period.end}") for fact in report.facts if fact.statement in places and fact.sources[0].kind == "cell"}


def _expected(power: int = 3) -> set[tuple[str, str]]:
    figures = [
        (each, day) for rows in (BALANCE, INCOME) for _, *pair in rows for each, day in zip(pair, ("1998-12-31", "1997-12-31"), strict=True)
    ]
    return {(each.strip("()").replace(",", "") + "0" * power, day) for each, day in figures}


def _unsigned(told: set[tuple[str, str]]) -> set[tuple[str, str]]:
    return {(value.lstrip("-"), day) for value, day in told}


TITLES = ("BALANCE SHEETS", "STATEMENTS OF INCOME")
DAYS = [("", "December 31, 1998", "December 31, 1997")]
LOOKS = [(look, name, form) for form, looks in (("txt", TEXT), ("md", TOOLS), ("htm", PAGES)) for name, look in looks.items()]


@pytest.mark.parametrize(("look", "name", "form"), LOOKS, ids=[f"{form}: {name}" for _, name, form in LOOKS])
def test_looks(look: Look, name: str, form: str) -> None:
    assert _unsigned(_told(_filing(look, DAYS, "(In thousands)", TITLES, form == "htm"), f"a.{form}")) == _expected()


@pytest.mark.parametrize(
    "heads",
    [
        [("", "Dec. 31, 1998", "Dec. 31, 1997")],
        [("", "12/31/98", "12/31/97")],
        [("", "31-Dec-98", "31-Dec-97")],
        [("", "31.12.1998", "31.12.1997")],
        [("", "1998-12-31", "1997-12-31")],
        [("", "31 December 1998", "31 December 1997")],
        [("", "December 31st 1998", "December 31st 1997")],
        [("", "December 31,", "December 31,"), ("", "1998", "1997")],
        [("", "1998 (1)", "1997 (Restated)")],
        [("", "FY1998", "FY1997")],
        [("", "Year ended December 31, 1998", "Year ended December 31, 1997")],
        [("", "12 months ended 12/31/98", "12 months ended 12/31/97")],
    ],
    ids=lambda heads: " / ".join(head[2] for head in heads),
)
def test_heads(heads: Sequence[tuple[str, ...]]) -> None:
    assert _unsigned(_told(_filing(_grid, heads, "(In thousands)", TITLES, True), "a.htm")) == _expected()


@pytest.mark.parametrize(
    ("caption", "power"),
    [
        ("(000's omitted)", 3),
        ("(000,000's omitted)", 6),
        ("($000)", 3),
        ("($ in K)", 3),
        ("(in $ millions)", 6),
        ("(Thousands of dollars)", 3),
        ("(in mill., except per share amounts)", 6),
        ("Dollar amounts in thousands", 3),
        ("(All amounts are stated in millions of U.S. dollars)", 6),
        ("(in whole dollars)", 0),
    ],
)
def test_scales(caption: str, power: int) -> None:
    assert _unsigned(_told(_filing(_grid, DAYS, caption, TITLES, True), "a.htm")) == _expected(power)


@pytest.mark.parametrize(
    "titles",
    [
        ("Consolidated Statements of Financial Condition", "Consolidated Results of Operations"),
        ("Example Corp. Comparative Balance Sheet (Unaudited)", "Income Statements"),
        ("B A L A N C E  S H E E T S", "S T A T E M E N T S  O F  I N C O M E"),
        ("Statement of Assets and Liabilities", "Statements of Earnings and Retained Earnings"),
        ("Item 1. Balance Sheets", "2. Statements of Operations"),
    ],
    ids=lambda titles: titles[0],
)
def test_titles(titles: Sequence[str]) -> None:
    assert _unsigned(_told(_filing(_grid, DAYS, "(In thousands)", titles, True), "a.htm")) == _expected()


@pytest.mark.parametrize("sign", ["-{}", "{}-", "({}", "[{}]", "&lt;{}&gt;", "( {} )", "&minus;{}", "- {}"])
def test_signs(sign: str) -> None:
    """What is printed below nought stays below nought, however that is printed."""

    def table(rows: Rows) -> str:
        return _grid([tuple(sign.format(cell.strip("()")) if cell.startswith("(") else cell for cell in row) for row in rows])

    assert _told(_filing(table, DAYS, "(In thousands)", TITLES, True), "a.htm") == _told(
        _filing(_grid, DAYS, "(In thousands)", TITLES, True), "a.htm"
    )


MARKED: dict[str, Look] = {"pipes": _pipes, "pipes without rules": _joined(" | "), "box": _box, "tabs": _joined("\t"), "html": _grid}


def _written(change: Callable[[int, tuple[str, ...]], tuple[str, ...]], heads: Sequence[tuple[str, ...]], look: Look, form: str) -> bytes:
    def table(rows: Rows) -> str:
        return look([*heads, *(change(at, row) for at, row in enumerate(rows[len(DAYS) :]))])

    return _filing(table, DAYS, "(In thousands)", TITLES, form == "htm")


@pytest.mark.parametrize(("name", "form"), [*((name, "md") for name in MARKED), ("html", "htm")])
def test_per_cents_beside_amounts(name: str, form: str) -> None:
    def change(at: int, row: tuple[str, ...]) -> tuple[str, ...]:
        return row[0], row[1], f"{at + 10}.5%", row[2], f"{at + 9}.1%"

    told = _told(_written(change, [("", "1998", "%", "1997", "%")], MARKED[name], form), f"a.{form}")
    assert _unsigned(told) == _expected()


@pytest.mark.parametrize(("name", "form"), [*((name, "md") for name in MARKED), ("html", "htm")])
def test_numbers_of_notes_before_amounts(name: str, form: str) -> None:
    def change(at: int, row: tuple[str, ...]) -> tuple[str, ...]:
        return row[0], str(at // 3 + 1) if at % 3 == 0 else "", row[1], row[2]

    told = _told(_written(change, [("", "Notes", "1998", "1997")], MARKED[name], form), f"a.{form}")
    assert _unsigned(told) == _expected()


@pytest.mark.parametrize(("name", "form"), [*((name, "md") for name in MARKED), ("html", "htm")])
def test_blank_cells_keep_the_others_where_they_are(name: str, form: str) -> None:
    blank: set[tuple[str, str]] = set()

    def change(at: int, row: tuple[str, ...]) -> tuple[str, ...]:
        if at % 4 != 3:
            return row
        column = 1 + at % 8 // 4
        blank.add((row[column].strip("()").replace(",", "") + "000", ("1998-12-31", "1997-12-31")[column - 1]))
        return tuple("" if place == column else cell for place, cell in enumerate(row))

    told = _unsigned(_told(_written(change, DAYS, MARKED[name], form), f"a.{form}"))
    assert blank
    assert told <= _expected()
    assert told | blank == _expected()
