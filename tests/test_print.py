"""One filing typed in looks that filers' printers gave their pages, beyond those of `test_looks`: the same facts each time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import pytest
from test_looks import BALANCE, INCOME, PROSE, TITLES, Rows, _expected, _told, _unsigned

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


@pytest.mark.parametrize(
    "change",
    [_foot, _ruled("- "), _ruled("= "), _numbered, _numbered_behind, _hard_blanks],
    ids=lambda change: change.__qualname__,
)
def test_pages(change: Callable[[Lines], Lines]) -> None:
    assert _told(_set(change), "a.txt") == PLAIN


@pytest.mark.parametrize("blank", [" ", "\u2009", "\xa0"])
def test_thousands_parted_by_blanks(blank: str) -> None:
    assert _told(_by_cell(lambda text: text.replace(",", blank)), "a.txt") == PLAIN


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
