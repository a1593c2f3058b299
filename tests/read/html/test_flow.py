"""Paragraphs, headings, breaks, what is hidden, and which tables are grids."""

from __future__ import annotations

import pytest
from pages import blocks, grid, paragraphs, tables, texts

from converter.model import Paragraph, Table

GRID = "<table><tr><td>Cash</td><td>1,234</td></tr><tr><td>Debt</td><td>567</td></tr></table>"
PROSE = "The company makes things that people want, in several places and at a fair price. " * 5


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>One<p>Two", ["One", "Two"]),
        ("<div>One<div>Two</div>three</div>four", ["One", "Two", "three", "four"]),
        ("<p>FORM 10-K<br>Annual Report<BR/>x", ["FORM 10-K", "Annual Report", "x"]),
        ("<p>A <b>b</b><i>c</i> \n d&nbsp;e</p>", ["A bc d e"]),
        ("<html><head><title>T</title><style>p{}</style></head><body>x<script>1</script></body>", ["x"]),
        ("<p>seen<span style='display:none'>not</span> too</p><div style='DISPLAY: none'>no</div>", ["seen too"]),
        ("<p><font color=white>unseen</font>seen</p>", ["seen"]),
        ("<p>lia&shy;bil\u00adities</p>", ["liabilities"]),
        ("<p>it&#146;s &#150; cp1252</p>", ["it’s – cp1252"]),
        ("<li>one<li>two", ["one", "two"]),
        ("<html><body><p>a</p></body></html>\n<HTML><BODY><p>b</BODY></HTML><p>c", ["a", "b", "c"]),
        ("<DOCUMENT><TYPE>10-K<p>x", ["10-K", "x"]),
        ("", []),
        ("<!-- nothing -->", []),
    ],
)
def test_paragraphs(page: str, expected: list[str]) -> None:
    assert texts(page) == expected


def test_a_long_line_goes_on_behind_a_break() -> None:
    first = "The company had a net loss in the period that ended on the last day of"
    assert texts(f"<p>{first}<br>the year.<br>Next</p>") == [f"{first} the year.", "Next"]


def test_headings_and_bold() -> None:
    found = paragraphs(
        "<h2>Title</h2><p><b>All bold</b></p><p><b>Part</b> bold</p><p style='font-weight:bold'>By style</p>"
        "<div style='font-weight:700'><span style='font-weight:normal'>not</span></div>"
    )
    assert [(block.heading, block.bold) for block in found] == [(2, True), (0, True), (0, False), (0, True), (0, False)]


@pytest.mark.parametrize(
    "mark",
    [
        "<hr>",
        "<hr width='100%'>",
        "<PAGE>",
        "<div style='page-break-before:always'></div>",
        "<p style='page-break-after: always'>&nbsp;</p>",
        "<br style='page-break-before: always'>",
    ],
)
def test_page_breaks(mark: str) -> None:
    assert [block.page_break for block in blocks(f"<p>a</p>{mark}<p>b</p>{GRID}")] == [False, True, False]
    assert [block.page_break for block in blocks(f"<p>a</p>{mark}{GRID}<p>b</p>")] == [False, True, False]


def test_a_short_rule_is_no_page_break() -> None:
    assert not any(block.page_break for block in blocks("<p>a</p><hr width='20%'><p>b</p>"))


def test_segments_stand_character_for_character_in_their_element() -> None:
    page = "<body>loose <p>A  <b>bold</b>\n word&nbsp;here<br>second</p></body>"
    first, paragraph, second = paragraphs(page)
    assert [(segment.text, segment.path, segment.start) for segment in first.segments] == [("loose", "/html/body", 0)]
    assert [(segment.text, segment.offset, segment.start) for segment in paragraph.segments] == [("A bold word here", 0, 0)]
    assert second.segments[0].path == "/html/body/p"
    assert second.segments[0].start == 16


def test_lines_are_those_of_the_file() -> None:
    found = blocks("<html>\n<p>one</p>\n<table><tr>\n<td>two</td><td>3</td></table>", first_line=100)
    assert isinstance(found[0], Paragraph)
    assert isinstance(found[1], Table)
    assert found[0].segments[0].line == 101
    assert found[1].rows[0].cells[0].place.line == 103


def test_no_line_where_the_parser_cannot_tell() -> None:
    found = paragraphs("\n" * 70_000 + "<p>far down</p>")
    assert found[-1].segments[0].line is None


def test_nested_tables_flow_row_by_row() -> None:
    page = f"<table><tr><td><p>Left head</p>{GRID}</td><td>{GRID}</td></tr><tr><td>Sum</td><td>9,999</td></tr></table><p>after</p>"
    found = blocks(page)
    assert [block.text if isinstance(block, Paragraph) else len(block.rows) for block in found] == ["Left head", 2, 2, 1, "after"]
    last = found[3]
    assert isinstance(last, Table)
    assert last.rows[0].cells[1].place.path == "/html/body/table/tr[2]/td[2]"


def test_a_small_table_in_a_cell_is_part_of_it() -> None:
    inner = "<table><tr><td>$</td><td>1,234</td></tr></table>"
    page = f"<table><tr><td>Cash</td><td>{inner}</td></tr><tr><td>Debt</td><td>{inner}</td></tr></table>"
    assert grid(page) == [[("Cash", 0, 1), ("$ 1,234", 1, 2)], [("Debt", 0, 1), ("$ 1,234", 1, 2)]]


def test_a_table_for_every_line_loses_no_figure() -> None:
    line = "<table><tr><td>Cash</td><td>1,234</td><td>567</td></tr></table>"
    found = tables(f"<table><tr><td>{line}</td></tr><tr><td>{line}</td></tr></table>")
    assert [[cell.text for cell in row.cells] for table in found for row in table.rows] == [["Cash", "1,234", "567"]] * 2


def test_running_text_in_boxes_is_no_table() -> None:
    page = f"<table><tr><td>&#149;</td><td>{PROSE}</td></tr></table>"
    assert texts(page) == ["•", PROSE.strip()]
    assert tables(page) == []


def test_long_text_beside_figures_is_a_table() -> None:
    assert len(tables(f"<table><tr><td>{PROSE}</td><td>1,234</td></tr></table>")) == 1


def test_caption() -> None:
    assert tables("<table><caption>In <i>thousands</i></caption><tr><td>a<td>1</table>")[0].caption == "In thousands"


def test_tables_are_lazy() -> None:
    (table,) = tables(GRID)
    assert table.geometry == "grid"
    assert "_make" in type(table.rows).__slots__
    assert len(table.rows) == 2


BROKEN = [f"<p>{letter * 993}</p>".ljust(1000) for letter in "ab"]


@pytest.mark.parametrize("at", ["Depre", "&n"])
def test_broken_lines_are_read_in_one_piece(at: str) -> None:
    """All long lines of the page break at one width, within words and entities."""
    whole = '<p>Note</p><p>Depreciation&nbsp;and<i class="x"> amortization</i></p>'
    cut = whole.index(at) + len(at)
    page = "\n".join([*BROKEN, whole[:cut].rjust(1000), whole[cut:], "<p>next</p>"])
    found = paragraphs(page)[2:]
    assert [each.text for each in found] == ["Note", "Depreciation and amortization", "next"]
    assert found[-1].segments[0].line == 5


@pytest.mark.parametrize(
    "lines",
    [
        [*BROKEN, "<p>Depreciation".rjust(1000), " and</p>"],
        [*BROKEN, "<p>Depreciation".rjust(999), "and</p>"],
        [*BROKEN, "<p>Depreciation".rjust(1000), "and</p>", "<!--" + "x" * 2000 + "-->"],
        ["<p>a</p>", "<p>b</p>", "<p>Depreciation".rjust(1000), "and</p>"],
    ],
)
def test_a_break_between_words_stays_one(lines: list[str]) -> None:
    assert paragraphs("\n".join(lines))[2].text == "Depreciation and"


LABELS = [f"A line of the statement that tells what is counted, number {number}" for number in range(6)]


@pytest.mark.parametrize("part", ["{}<br>", "<p>{}</p>"])
def test_whole_columns_in_one_cell_are_no_running_text(part: str) -> None:
    stacks = [LABELS, [f"1,23{number}" for number in range(6)], [f"(4,56{number})" for number in range(6)]]
    page = "<table><tr>" + "".join(f"<td>{''.join(part.format(each) for each in stack)}</td>" for stack in stacks) + "</tr></table>"
    assert [[text for text, _, _ in row] for row in grid(page)] == [list(row) for row in zip(*stacks, strict=True)]


def test_a_cell_in_a_table_of_its_own_is_part_of_the_cell_around_it() -> None:
    label = "<table><tr><td>Common stock, $.01 par value, 400 shares authorized</td></tr></table>"
    page = f"<table><tr><td>{label}</td><td><table><tr><td>$</td><td>1,234</td></tr></table></td></tr></table>"
    assert [text for text, _, _ in grid(page)[0]] == ["Common stock, $.01 par value, 400 shares authorized", "$ 1,234"]


@pytest.mark.parametrize("between", ["", "<p>&nbsp;</p>", "</div><div>"])
def test_tables_of_one_row_below_each_other_are_one(between: str) -> None:
    lines = [("", "1998", "1997"), ("Cash", "1,234", "&nbsp;"), ("Debt", "", "567")]
    page = between.join("<table><tr>" + "".join(f"<td>{cell}</td>" for cell in line) + "</tr></table>" for line in lines)
    assert grid(f"<div>{page}</div>") == [
        [("1998", 1, 2), ("1997", 2, 3)],
        [("Cash", 0, 1), ("1,234", 1, 2)],
        [("Debt", 0, 1), ("567", 2, 3)],
    ]


@pytest.mark.parametrize(
    "between",
    ["<p>x</p>", "<hr>", GRID, "<pre>x</pre>", "<table><tr><td>a<td>b<td>c<td>d</table>", "<table><tr><td>Bullet<td>and its text</table>"],
)
def test_what_parts_tables_of_one_row(between: str) -> None:
    row = "<table><tr><td>Cash<td>1,234<td>567</table>"
    assert sum(len(table.rows) == 1 and table.rows[0].cells[0].text == "Cash" for table in tables(f"<div>{row}{between}{row}</div>")) == 2


def test_columns_that_are_tables_of_their_own_are_one_grid() -> None:
    columns = [
        ("", "Cash", "Assets:", "Debt", "Total"),
        ("1998", "1,234", "&nbsp;", "(567)", "667"),
        ("1997", "1,111", "&nbsp;", "-", "1,111"),
    ]
    page = "".join(
        "<td><table>" + "".join(f"<tr><td>{cell or '&nbsp;'}</td></tr>" for cell in column) + "</table></td>" for column in columns
    )
    assert [[text for text, _, _ in row] for row in grid(f"<table><tr>{page}</tr></table>")] == [
        ["1998", "1997"], ["Cash", "1,234", "1,111"], ["Assets:"], ["Debt", "(567)", "-"], ["Total", "667", "1,111"],
    ]  # fmt: skip


@pytest.mark.parametrize("rule", ["<td><hr></td>", "<td></td>", "<td><img src=line.gif></td>"])
def test_a_row_of_nothing_in_a_column_that_is_a_table_is_a_row(rule: str) -> None:
    names = ("Assets", "Cash", "Debt", "&nbsp;", "Total")
    labels = "".join(f"<tr><td>{name}</td></tr>" for name in names)
    figures = "".join(f"<tr>{cell}</tr>" for cell in ("<td></td>", "<td>1</td>", "<td>2</td>", rule, "<td>3</td>"))
    page = f"<table><tr><td><table>{labels}</table></td><td><table>{figures}</table></td></tr></table>"
    said = [[text for text, _, _ in row] for row in grid(page)]
    assert said == [["Assets"], ["Cash", "1"], ["Debt", "2"], ["Total", "3"]]


def test_columns_of_words_in_tables_of_their_own_are_read_one_after_the_other() -> None:
    column = "<td><table>" + "".join(f"<tr><td>{word}</td></tr>" for word in ("One", "Two", "Three", "Four")) + "</table></td>"
    assert len(tables(f"<table><tr>{column}{column}</tr></table>")) == 2


def _boxes(*lines: str, row: str = "div", cell: str = "div", style: str = "float:left;width:{}px") -> str:
    """Lines of "text/width" as rows of boxes."""
    boxes = ([text.split("/") for text in line.split("|")] for line in lines)
    cells = ["".join(f"<{cell} style='{style.format(width)}'>{text}</{cell}>" for text, width in line) for line in boxes]
    return "".join(f"<{row}>{line}</{row}>\n" for line in cells)


@pytest.mark.parametrize(("row", "cell"), [("div", "div"), ("div", "span"), ("p", "span")])
@pytest.mark.parametrize("style", ["float:left;width:{}px", "display:inline-block; width:{}%", "display:table-cell;width:{}pt"])
def test_boxes_beside_each_other_are_cells_as_wide_as_they_say(row: str, cell: str, style: str) -> None:
    page = _boxes("&nbsp;/300|December 31,/180", "/300|1998/90|1997/90", "Cash/300|$ 12/90|(3)/90", row=row, cell=cell, style=style)
    assert grid(f"<p>Balance sheet</p>{page}<p>Notes</p>") == [
        [("December 31,", 1, 3)], [("1998", 1, 2), ("1997", 2, 3)], [("Cash", 0, 1), ("$ 12", 1, 2), ("(3)", 2, 3)],
    ]  # fmt: skip
    assert texts(f"<p>Balance sheet</p>{page}<p>Notes</p>") == ["Balance sheet", "Notes"]


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize("heading", ["ASSETS", "ASSETS\nCurrent assets:", "&nbsp;"])
def test_headings_among_rows_of_boxes_are_rows(heading: str, bare: bool) -> None:
    def lone(*said: str) -> list[str]:
        return [f"<div><b>{each}</b></div>\n" if bare and each != "&nbsp;" else _boxes(f"{each}/300") for each in said]

    rows = [_boxes("Cash/300|1/90"), *lone("LIABILITIES"), _boxes("Debt/300|2/90"), *lone("Notes")]
    page = "".join([_boxes("/300|March 31,<br>1998/90"), *lone(*heading.split("\n")), *rows])
    headings = [[(said, 0, 1)] for said in heading.split("\n") if said != "&nbsp;"]
    assert grid(page) == [
        [("March 31, 1998", 1, 2)], *headings, [("Cash", 0, 1), ("1", 1, 2)], [("LIABILITIES", 0, 1)], [("Debt", 0, 1), ("2", 1, 2)],
    ]  # fmt: skip
    assert texts(page) == ["Notes"]


@pytest.mark.parametrize(
    "between", ["<div>A company</div><div>A statement</div><div>(In thousands)</div>", f"<div>{PROSE}</div>", "<p>Debt</p>", "<div>7</div>"]
)
def test_what_parts_rows_of_boxes(between: str) -> None:
    one, other = _boxes("Cash/300|1/90", "Debt/300|2/90"), _boxes("Sales/300|3/90", "Costs/300|4/90")
    assert [len(table.rows) for table in tables(one + between + other)] == [2, 2]


def test_a_long_label_before_amounts_is_a_cell() -> None:
    assert grid(_boxes("Cash/300|1/90", f"{PROSE}/300|2/90", "Debt/300|3/90")) == [
        [("Cash", 0, 1), ("1", 1, 2)], [(PROSE.strip(), 0, 1), ("2", 1, 2)], [("Debt", 0, 1), ("3", 1, 2)],
    ]  # fmt: skip


def test_boxes_of_a_lone_row_do_not_touch() -> None:
    page = _boxes("Cash/300|1,234/90|567/90", cell="span", style="display:inline-block;width:{}px")
    assert texts(page) == ["Cash 1,234 567"]


def test_boxes_without_a_width_are_cells_in_their_order() -> None:
    page = _boxes("Cash/|1/|2/", "Debt/|3/|4/", style="display:table-cell")
    assert grid(page) == [[("Cash", 0, 1), ("1", 1, 2), ("2", 2, 3)], [("Debt", 0, 1), ("3", 1, 2), ("4", 2, 3)]]


def test_rows_of_boxes_go_on_behind_what_clears_them() -> None:
    page = "<div style='clear:both'> </div>".join(_boxes("Cash/300|1/90", "Debt/300|2/90").splitlines())
    assert grid(page.replace("</div><div", "</div>\n<div")) == [[("Cash", 0, 1), ("1", 1, 2)], [("Debt", 0, 1), ("2", 1, 2)]]


@pytest.mark.parametrize("page", [_boxes("A name/300|7/90"), _boxes(f"{PROSE}/300|{PROSE}/300", "a/300|b/300")])
def test_a_lone_row_of_boxes_and_columns_of_running_text_are_no_table(page: str) -> None:
    assert not [table for table in tables(page) if len(table.rows) > 1]
