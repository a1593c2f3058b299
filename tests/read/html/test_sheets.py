"""What style sheets say of elements is as what these say themselves, and below it."""

from __future__ import annotations

import time
from itertools import chain

import pytest
from pages import blocks, grid, paragraphs, tables, texts

from converter.model import Table
from converter.read import read
from converter.read.html.tree import parse_page
from converter.read.places import PlaceReader

SEEN, UNSEEN = "<p>seen</p>", "<p class='x' id=a>not</p>"


@pytest.mark.parametrize(
    "sheet",
    [
        ".x {display:none}",
        "<!-- p.x { DISPLAY : None; color: red } -->",
        "#a{visibility:hidden}",
        "b, #a, i {display:none}",
        "p {display:none} p {display:block} .x {display:none} p {display:block}",
        "/* a comment } */ @charset 'x'; @page {margin:0} @font-face {src:url(data:font/x;base64,AA==)} .x{display:none}",
        "@media screen { .x {display:none} }",
        "@media all, print { .x {display:none} }",
        "div .x {display:none}",
        "body div>.x {display:none}",
        "div .y, body * .x {display:none}",
        ".x {display:none !important} #a {display:block}",
        ".x {display:block} .x {width:1px;;;nonsense;display:none}",
        ".x {font-size:0}",
    ],
)
def test_what_a_sheet_hides(sheet: str) -> None:
    assert texts(f"<style>{sheet}</style><div>{SEEN}{UNSEEN}</div>") == ["seen"]


@pytest.mark.parametrize(
    "sheet",
    [
        ".X {display:none}",
        ".xx {display:none}",
        "@media print { .x {display:none} }",
        "@media (max-width: 600px) { .x {display:none} }",
        "@media not screen { .x {display:none} }",
        "@supports (display: none) { .x {display:none} }",
        "@import 'x.css';",
        ".x:hover {display:none}",
        ".x::before {display:none}",
        ".x:not(.y) {display:none}",
        ".x[title] {display:none}",
        ".x + .x {display:none}",
        ".y .x, table .x {display:none}",
        "body>.x {display:none}",
        "body>p {display:none}",
        ".x {display:none} #a {display:block}",
        ".x {display:none} .x {display:block}",
        ".x {display:none} div p.x {display:block}",
        ".x {display:block !important} #a {display:none}",
        ".x {color:white} div:nth-child(1) {background:navy}",
        ".x {color:white} div {background:navy}",
        "{display:none}",
    ],
)
def test_what_a_sheet_does_not_hide(sheet: str) -> None:
    assert texts(f"<style>{sheet}</style><div>{SEEN}{UNSEEN}</div>") == ["seen", "not"]


@pytest.mark.parametrize("said", ["media=print", "media='print, projection'", "media='screen and (min-width: 1px)'", "type='text/plain'"])
def test_sheets_for_paper_are_for_paper(said: str) -> None:
    assert texts(f"<style {said}>.x {{display:none}}</style>{SEEN}{UNSEEN}") == ["seen", "not"]


def test_an_element_has_the_last_word_on_itself() -> None:
    sheet = "<style>p {display:none; font-weight:bold} .x {font-weight:bold !important}</style>"
    found = paragraphs(f"{sheet}<p style='display:block; font-weight:normal'>a</p><p class=x style='DISPLAY:block;font-weight:400'>b</p>")
    assert [(block.text, block.bold) for block in found] == [("a", False), ("b", True)]


def test_letters_of_no_size_around_others_hide_nothing() -> None:
    sheet = "<style>.row {font-size:0} .row span {font-size:10pt}</style>"
    assert texts(f"{sheet}<div class=row><span>a</span> <span>b</span></div>") == ["a b"]


def test_white_on_a_ground_that_a_sheet_fills_is_seen() -> None:
    page = "<style>.h {background:#036} i {color:#fff}</style><table><tr class=h><td>Cash<td><i>12</i><tr><td>Debt<td><i>34</i></table>"
    assert grid(page) == [[("Cash", 0, 1), ("12", 1, 2)], [("Debt", 0, 1)]]


BOXES = (
    "<div class=row><span class=lab>&nbsp;</span><span class='hd w2'>December 31,</span></div>"
    "<div class=row><span class=lab></span><span class='hd w1'>1998</span><span class='hd w1'>1997</span></div>"
    "<div class=row><span class=lab>Cash</span><span class=num>12</span><span class=num>(3)</span></div>"
)


@pytest.mark.parametrize(
    "sheet",
    [
        ".lab {float:left; width:300px} .num {float:left; width:90px} .hd {float:left} .w1 {width:90px} .w2 {width:180px}",
        "span {display:inline-block} .row .lab {width:60%} .row>.num, .w1 {width:20%} .w2 {width:40%}",
        "div.row span {display:table-cell; width:90pt} div.row .lab {width:10em} .w2, .x .w1 {width:180pt !important}",
    ],
)
def test_boxes_by_class_are_cells(sheet: str) -> None:
    assert grid(f"<style>{sheet}</style><p>Balance sheet</p>{BOXES}<p>Notes</p>") == [
        [("December 31,", 1, 3)], [("1998", 1, 2), ("1997", 2, 3)], [("Cash", 0, 1), ("12", 1, 2), ("(3)", 2, 3)],
    ]  # fmt: skip


@pytest.mark.parametrize("edge", ["top", "bottom"])
def test_pieces_placed_by_class_are_lines(edge: str) -> None:
    lines = [("Cash", "1,234", "1,111"), ("Debt", "567", "678"), ("Leases", "89", "12"), ("Total", "656", "690")]
    rows = range(len(lines)) if edge == "top" else reversed(range(len(lines)))
    heights = " ".join(f".y{row} {{{edge}:{100 + at * 20}px}}" for at, row in enumerate(rows))
    sheet = f".t {{position:absolute; white-space:pre}} .x0 {{left:10px}} .x1 {{left:300px}} .x2 {{left:400px}} {heights}"
    pieces = chain.from_iterable(
        (f"<div class='t x{column} y{row}'>{said}</div>" for column, said in enumerate(line)) for row, line in enumerate(lines)
    )
    (table,) = tables(f"<style>{sheet}</style><div>{''.join(pieces)}</div>")
    assert [tuple(cell.text for cell in row.cells) for row in table.rows] == lines


def test_places_read_back() -> None:
    page = (
        b"<html><head><style>.no {display:none} .r span {float:left; width:9em}</style></head><body>"
        b"<p>a <span class=no>b</span> c</p><table><tr><td>Cash<span class=no> at hand</span><td>1<i class=no>2</i></tr></table>"
        b"<div class=r><span>Cash</span><span>1,2<i class=no>9</i>34</span></div><div class=r><span>Debt</span><span>56</span></div></body>"
    )
    reader = PlaceReader(page)
    (document,) = read(page, "a.htm").documents
    cells = [cell for block in document.blocks if isinstance(block, Table) for row in block.rows for cell in row.cells]
    assert [cell.text for cell in cells] == ["Cash", "1", "Cash", "1,234", "Debt", "56"]
    assert [reader.text_at(cell.place) for cell in cells] == [cell.text for cell in cells]


def test_a_page_without_sheets_is_left_alone() -> None:
    root = parse_page("<p class=x style='color:red'>a</p>")
    assert root is not None
    assert [element.get("style") for element in root.iter("p")] == ["color:red"]


@pytest.mark.parametrize(
    "sheet",
    [
        "".join(f".x{n} {{left:{n}px}} .y{n} {{top:{n}px}}" for n in range(4_000)),
        ".x {left:1px}" * 4_000,
        "".join(f".a{n} .x {{left:{n}px}}" for n in range(4_000)),
        "div " * 20_000 + "{left:1px}",
        ".x {left:" + "(" * 20_000,
        ".x" + "[" * 20_000 + "{left:1px}",
        "{" * 20_000,
        "@media screen {" * 20_000,
    ],
)
def test_the_time_is_linear(sheet: str) -> None:
    page = f"<style>{sheet}</style>" + "".join(f"<div class='x x{n} y{n}'>{n}</div>" for n in range(4_000))
    start = time.perf_counter()
    assert blocks(page)
    assert time.perf_counter() - start < 15
