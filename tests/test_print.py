"""One filing typed in looks that filers' printers gave their pages, beyond those of `test_looks`: the same facts each time."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Sequence

import pytest
from test_looks import BALANCE, INCOME, PROSE, TITLES, Rows, _expected, _told, _unsigned

from converter import convert
from converter.model import SHARES

Lines = list[str]
WIDTH, PITCH = 60, 14


def _row(row: Sequence[str]) -> str:
    label, *figures = row
    return (f"{label:<{WIDTH}}" + "".join(f"{figure:>{PITCH}}" for figure in figures)).rstrip()


def _statement(title: str, rows: Rows, caption: str = "(In thousands)") -> Lines:
    heads = ("", "December 31,", "December 31,"), ("", "1998", "1997")
    return ["EXAMPLE CORP.".center(88).rstrip(), title.center(88).rstrip(), caption.center(88).rstrip(), "", *map(_row, (*heads, *rows))]


def _filing(statements: Iterable[Lines]) -> bytes:
    """Each statement on a page of its own."""
    pages = ["\n".join(["<PAGE>", *lines, "", "See notes to consolidated financial statements."]) for lines in statements]
    return "\n\n".join(["FORM 10-K", "For the fiscal year ended December 31, 1998", "EXAMPLE CORP.", PROSE, *pages, PROSE]).encode()


def _set(change: Callable[[Lines], Lines] = lambda lines: lines, rows: Sequence[Rows] = (BALANCE, INCOME)) -> bytes:
    return _filing(change(_statement(title, each)) for title, each in zip(TITLES, rows, strict=True))


def _by_cell(change: Callable[[str], str]) -> bytes:
    return _set(rows=[[(label, *map(change, figures)) for label, *figures in rows] for rows in (BALANCE, INCOME)])


PLAIN = _told(_set(), "a.txt")


def test_plain() -> None:
    assert _unsigned(PLAIN) == _expected()


@pytest.mark.parametrize("sign", ["{{{}}}", "{} CR", "{}CR", "<{}>", "[{}]", "{}-"])
def test_signs(sign: str) -> None:
    assert _told(_by_cell(lambda text: sign.format(text.strip("()")) if text.startswith("(") else text), "a.txt") == PLAIN


def _foot(lines: Lines) -> Lines:
    return [line for line in lines if "thousands" not in line] + ["", "(Amounts in thousands)", "", "- 7 -"]


def _ruled(rule: str) -> Callable[[Lines], Lines]:
    return lambda lines: [*lines[:4], rule * 44, *lines[4:6], rule * 44, *lines[6:], rule * 44]


def _numbered(lines: Lines) -> Lines:
    return [f"{number:>3}  {line}" for number, line in enumerate(lines, 1)]


def _numbered_behind(lines: Lines) -> Lines:
    return [f"{line:<94}{number:>3}" for number, line in enumerate(lines, 1)]


def _hard_blanks(lines: Lines) -> Lines:
    return [line.replace("  ", "\xa0 ") for line in lines]


def _each_row(change: Callable[[str, str], Lines]) -> Callable[[Lines], Lines]:
    """The lines with label and figures of each row set anew."""
    return lambda lines: [*lines[:6], *(new for line in lines[6:] for new in change(line[:WIDTH].rstrip(), line[WIDTH:]))]


def _below(label: str, figures: str) -> Lines:
    """Figures on the line below their label, in their columns; labels wrap."""
    first, _, rest = label.partition(" ") if len(label) > 24 else (label, "", "")
    return [first, *(["  " + rest] if rest else []), " " * WIDTH + figures]


def _bulleted(mark: str) -> Callable[[str, str], Lines]:
    return lambda label, figures: [f"{mark} {label:<{WIDTH - 2}}{figures}"]


def _starred(label: str, figures: str) -> Lines:
    return [f"{label:<{WIDTH}}{figures}", "*" * 88]


@pytest.mark.parametrize(
    "change",
    [
        _foot,
        _ruled("- "),
        _ruled("= "),
        _numbered,
        _numbered_behind,
        _hard_blanks,
        _each_row(_below),
        _each_row(_bulleted("*")),
        _each_row(_bulleted("-")),
        _each_row(_starred),
    ],
    ids=lambda change: change.__qualname__,
)
def test_pages(change: Callable[[Lines], Lines]) -> None:
    assert _told(_set(change), "a.txt") == PLAIN


@pytest.mark.parametrize("blank", [" ", "\u2009", "\xa0"])
def test_thousands_parted_by_blanks(blank: str) -> None:
    assert _told(_by_cell(lambda text: text.replace(",", blank)), "a.txt") == PLAIN


@pytest.mark.parametrize("sign", ["<{}>", "[{}]", "{{{}}}", "( {} )", "{}-", "{} CR"])
def test_signs_around_parted_thousands(sign: str) -> None:
    def change(text: str) -> str:
        return (sign.format(text.strip("()")) if text.startswith("(") else text).replace(",", " ")

    assert _told(_by_cell(change), "a.txt") == PLAIN


def test_figures_of_three_digits_side_by_side_are_no_thousands() -> None:
    rows = [(label, "120", "340") for label, *_ in BALANCE]
    assert _unsigned(_told(_set(rows=[rows, INCOME]), "a.txt")) >= {("120000", "1998-12-31"), ("340000", "1997-12-31")}


@pytest.mark.parametrize("nil", ["-0-", "--0--", "nil", "- - -"])
def test_nil_marks(nil: str) -> None:
    rows = [
        [(label, here, nil if label in ("Inventories", "Other expense") else there) for label, here, there in each]
        for each in (BALANCE, INCOME)
    ]
    told = _told(_set(rows=rows), "a.txt")
    assert {(value, day) for value, day in told if value == "0"} == {("0", "1997-12-31")}
    assert {(value, day) for value, day in told if value != "0"} <= PLAIN


def test_a_label_that_wraps_behind_consolidated_income_is_no_title() -> None:
    def wrapped(label: str, figures: str) -> Lines:
        if label != "Income before income taxes":
            return [f"{label:<{WIDTH}}{figures}"]
        return ["Consolidated income", f"{'  before income taxes':<{WIDTH}}{figures}"]

    assert _told(_set(_each_row(wrapped)), "a.txt") == PLAIN


@pytest.mark.parametrize(
    "foot",
    [["", "- 7 -", "<PAGE>"], ["", "EXAMPLE CORP.   7", "<PAGE>", ""], ["", "EXAMPLE CORP.   Page 7", ""]],
    ids=["number", "name", "page"],
)
def test_counts_of_shares_on_a_page_of_their_own(foot: Lines) -> None:
    """Income and earnings per share of the page before prove that they are counted in thousands."""
    per_share = ["Net income per share:", _row(("  Basic", "$10.50", "$3.60")), _row(("  Diluted", "10.20", "3.50"))]
    heads = [_row(("", "December 31,", "December 31,")), _row(("", "1998", "1997"))]
    counts = [
        "Average shares outstanding",
        *foot,
        *heads,
        _row(("  Basic", "996,500", "991,900")),
        _row(("  Diluted", "1,025,800", "1,020,300")),
    ]
    caption = "(In millions of dollars)"
    pages = [[*_statement(title, rows, caption)] for title, rows in zip(TITLES, (BALANCE, INCOME), strict=True)]
    pages[1] += [*per_share, *counts]
    (report,) = convert(_filing(pages), name="a.txt", fiscal_year_end=(12, 31)).reports
    shares = {f"{fact.value}" for fact in report.facts if fact.statement == "income" and fact.unit == SHARES}
    assert shares == {"996500000", "991900000", "1025800000", "1020300000"}


def _pages(cut: int, heads: Lines, title: str = " (continued)") -> Callable[[Lines], Lines]:
    """A statement on two pages, each ``heads`` above the second's rows."""
    return lambda lines: [*lines[:cut], "", "- 5 -".center(88), "<PAGE>", lines[1] + title, "", *heads, *lines[cut:]]


def test_years_alone_above_a_further_page_are_those_of_the_page_before() -> None:
    """Not of the filing's own period end, which the second column does not share."""

    def paged(lines: Lines) -> Lines:
        lines = [line.replace("December 31,", "March 31,   ", 1) if "December 31,  " in line else line for line in lines]
        return _pages(12, [_row(("", "1998", "1997"))])(lines) if "BALANCE" in lines[1] else lines

    told = _told(_set(paged), "a.txt")
    assert {day for value, day in told if value in ("8204000", "41000000")} == {"1998-03-31"}
    assert {day for value, day in told if value in ("7615000", "44000000")} == {"1997-12-31"}


def test_a_page_number_is_no_figure_beside_one_in_a_label() -> None:
    def paged(lines: Lines) -> Lines:
        if "BALANCE" not in lines[1]:
            return lines
        at = next(index for index, line in enumerate(lines) if line.startswith("Common stock"))
        stock = ["Common stock, shares issued in 1997 and", f"{'  1998 - 884,596,086':<{WIDTH}}{lines[at][WIDTH:]}"]
        return [*lines[:12], " " * 15 + "- 5 -", "<PAGE>", *lines[12:at], *stock, *lines[at + 1 :], " " * 15 + "- 6 -"]

    assert _told(_set(paged), "a.txt") >= PLAIN


def test_days_above_the_title() -> None:
    def moved(lines: Lines) -> Lines:
        return ["June 27, 1998 and June 28, 1997".center(88), *lines[:4], _row(("", "1998", "1997")), *lines[6:]]

    assert {day for _, day in _told(_set(moved), "a.txt")} == {"1998-06-27", "1997-06-28"}


def test_a_frame_far_from_the_figures() -> None:
    assert _told(_set(lambda lines: [f"| {line:<110} |" for line in lines]), "a.txt") == PLAIN


def test_a_label_of_what_is_on_the_balance_sheet_is_no_title() -> None:
    def lengthened(label: str, figures: str) -> Lines:
        return (
            ["Restricted cash - on-balance sheet", f"{'  investments':<{WIDTH}}{figures}"]
            if label == "Inventories"
            else [label + figures.rjust(WIDTH + 28 - len(label))]
        )

    assert _told(_set(_each_row(lengthened)), "a.txt") == PLAIN


CASH_FLOW: Rows = [
    ("Net income", "10,463", "3,571"),
    ("Depreciation and amortization", "2,011", "1,902"),
    ("Net cash provided by operating activities", "12,474", "5,473"),
    ("Purchases of property and equipment", "(4,711)", "(3,018)"),
    ("Net cash used in investing activities", "(4,711)", "(3,018)"),
    ("Payments of long-term debt", "(3,000)", "(2,000)"),
    ("Net cash used in financing activities", "(3,000)", "(2,000)"),
]


def test_a_cash_flow_is_told_by_labels_that_wrap() -> None:
    def wrapped(label: str, figures: str) -> Lines:
        *lines, last = textwrap.wrap(label, 14, subsequent_indent="  ")
        return [*lines, f"{last:<{WIDTH}}{figures}"]

    page = _each_row(wrapped)(_statement("STATEMENTS OF CASH FLOWS", CASH_FLOW))
    (report,) = convert(_filing([page]), name="a.txt", fiscal_year_end=(12, 31)).reports
    assert {f"{abs(int(fact.value))}" for fact in report.facts if fact.statement == "cashflow"} >= {"12474000", "5473000", "4711000"}


def test_abbreviated_titles() -> None:
    short = {"BALANCE SHEETS": "CONSOL. BAL. SHEETS", "STATEMENTS OF INCOME": "Consolid. Stmts. of Income"}
    assert _told(_set(lambda lines: [lines[0], short[lines[1].strip()].center(88), *lines[2:]]), "a.txt") == PLAIN
