"""Definition lists whose definitions are a period and an amount are tables with a column for each period."""

from __future__ import annotations

import time

import pytest
from pages import blocks, grid, tables, texts

from converter.model import Table
from converter.read import read
from converter.read.places import PlaceReader

CLOSED = "<dl><dt><b>ASSETS</b></dt>{}<dt>Total <i>assets</i></dt><dd>June 30, 1998 - 34</dd></dl>"
OPEN = "<DL>\n<DT><B>ASSETS</B>\n{}<DT>Total <I>assets</I>\n<DD>June 30, 1998 - 34\n</DL>"
CASH = ["June 30, 1998 - $ 1,234", "December 31, 1997 - (5)"]
DEBT = ["December 31, 1997 - 67"]


def _list(form: str, *terms: tuple[str, list[str]]) -> str:
    dt, dd = ("</dt>", "</dd>") if form is CLOSED else ("\n", "\n")
    return form.format("".join(f"<dt>{term}{dt}" + "".join(f"<dd>{each}{dd}" for each in said) for term, said in terms))


@pytest.mark.parametrize("form", [CLOSED, OPEN])
@pytest.mark.parametrize("between", [" - ", " &#150; ", ": ", " .... ", "&nbsp;= "])
def test_a_column_for_each_period(form: str, between: str) -> None:
    page = _list(form, ("Cash", CASH), ("Debt", DEBT)).replace(" - ", between)
    assert grid(f"<p>Balance sheet</p>{page}<p>Notes</p>") == [
        [("June 30, 1998", 1, 2), ("December 31, 1997", 2, 3)],
        [("ASSETS", 0, 1)],
        [("Cash", 0, 1), ("$ 1,234", 1, 2), ("(5)", 2, 3)],
        [("Debt", 0, 1), ("67", 2, 3)],
        [("Total assets", 0, 1), ("34", 1, 2)],
    ]
    assert texts(f"<p>Balance sheet</p>{page}<p>Notes</p>") == ["Balance sheet", "Notes"]


@pytest.mark.parametrize("form", [CLOSED, OPEN])
@pytest.mark.parametrize(
    "said",
    [
        ["June 30, 1998 - in cash", *CASH[1:]],
        ["June 30, 1998", *CASH[1:]],
        [*CASH, "June 30, 1998 - 7"],
        [*CASH, "A share - 7"],
        [*CASH, "June 30, 1997 - 7<p>and more"],
        [*CASH, "June 30, 1997 - 7<span style='display:none'>8</span>"],
        [*CASH, "June 30, 1997 - 7</dd><dd style='visibility:hidden'>June 30, 1996 - 7"],
    ],
)
def test_other_lists_are_running_text(form: str, said: list[str]) -> None:
    page = _list(form, ("Cash", said), ("Debt", DEBT), ("Other", DEBT))
    assert tables(page) == []
    assert "Debt" in texts(page)


def test_places_read_back() -> None:
    for form in (CLOSED, OPEN):
        data = f"<html><body>{_list(form, ('Cash', CASH), ('Debt', DEBT))}</body></html>".encode()
        reader = PlaceReader(data)
        (document,) = read(data, "a.htm").documents
        cells = [cell for block in document.blocks if isinstance(block, Table) for row in block.rows for cell in row.cells]
        assert len(cells) == 10
        assert [reader.text_at(cell.place) for cell in cells] == [cell.place.text for cell in cells]


@pytest.mark.parametrize(
    "part", ["<dt>Cash", "<dd>June 30, 1998 - 7", "<dl><dt>Cash<dd>June 30, 1998 - 7", "<dt>Cash<dd>June 30, 1998 - 7"]
)
def test_the_time_is_linear(part: str) -> None:
    start = time.perf_counter()
    assert blocks(f"<dl>{part * 3_000}")
    assert time.perf_counter() - start < 10
