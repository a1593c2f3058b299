"""The grid: spans, soup, indent, raised marks, rules, stacked cells."""

from __future__ import annotations

import pytest
from pages import grid, rows


def table(*lines: str) -> str:
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def test_colspan_and_rowspan() -> None:
    page = table("<td rowspan=2>Label<td colspan=3>1998", "<td>1<td colspan='2'>2")
    assert grid(page) == [[("Label", 0, 1), ("1998", 1, 4)], [("1", 1, 2), ("2", 2, 4)]]


@pytest.mark.parametrize("span", ["100000", "99999999999999999999", "0", "-1", "x", "", "²"])
def test_spans_are_bounded(span: str) -> None:
    (row,) = grid(table(f"<td colspan='{span}' rowspan='{span}'>a<td>1"))
    assert row[0][2] <= 1_000
    assert row[1][1] == row[0][2]


def test_soup_without_end_tags() -> None:
    page = "<table><tr><td><p>Cash<td><p align=right>1<tr><td>Debt<td><font>2</table>"
    assert grid(page) == [[("Cash", 0, 1), ("1", 1, 2)], [("Debt", 0, 1), ("2", 1, 2)]]


@pytest.mark.parametrize("left_open", ["<dd>", "<ul><li>", "<blockquote>", "<center>", "<strong>", "<div>", "<tt>"])
def test_what_a_cell_left_open_ends_with_it(left_open: str) -> None:
    inner = "<table><tr><td>2</table>"
    page = f"<table><tr><th>{left_open}Cash<td>{left_open}1<td>{inner}\n<tr><td>{left_open}Debt<td>3<td>4</tr></table>"
    assert grid(page) == [[("Cash", 0, 1), ("1", 1, 2), ("2", 2, 3)], [("Debt", 0, 1), ("3", 1, 2), ("4", 2, 3)]]


def test_rows_that_only_end() -> None:
    page = "<TABLE BORDER=0>\n<TD>Cash<TD>1</TR>\n<TD>Debt</TD><TD>2</TD></TR>\n<TR><TD>Total<TD>3</TR></TABLE>"
    assert [[text for text, _, _ in row] for row in grid(page)] == [["Cash", "1"], ["Debt", "2"], ["Total", "3"]]


def test_rows_and_cells_in_wrappers_and_without_rows() -> None:
    page = "<table><tbody><form><tr><font><td>a</td><td>1</td></font></tr></form></tbody><td>b</td><td>2</td></table>"
    assert [[text for text, _, _ in row] for row in grid(page)] == [["a", "1"], ["b", "2"]]


def test_empty_cells_let_no_figure_slide() -> None:
    page = table("<td>a<td>1<td>2", "<td>b<td>&nbsp;<td>3")
    assert grid(page)[1] == [("b", 0, 1), ("3", 2, 3)]


def test_a_figure_in_four_cells() -> None:
    cell = rows(table("<td>Loss<td>&nbsp;<td>$<td>(<td align=right>1,234<td>)<td>%"))[0].cells[1]
    assert (cell.text, cell.left, cell.right) == ("$(1,234)%", 2, 7)
    assert cell.number is not None
    assert cell.number.value == -1234
    assert (cell.place.text, cell.place.path) == ("1,234", "/html/body/table/tr/td[5]")


@pytest.mark.parametrize(
    ("cell", "text", "value"),
    [
        ("1,234<sup>(1)</sup>", "1,234", "1234"),
        ("1,234<sup>1</sup>", "1,234", "1234"),
        ("1,234<span style='vertical-align:super;font-size:60%'>2</span>", "1,234", "1234"),
        ("<font>(1,234<sup>a</sup>)</font>", "(1,234)", "-1234"),
        ("8<sup>1</sup>/<sub>2</sub>%", "8 1/2%", "8.5"),
        ("Net sales<sup>(1)</sup>", "Net sales (1)", None),
        ("<sup>(1)</sup>", "(1)", None),
    ],
)
def test_raised_marks_are_no_digits(cell: str, text: str, value: str | None) -> None:
    found = rows(table(f"<td>{cell}"))[0].cells[0]
    assert found.text == text
    if value is not None:
        assert str(found.number and found.number.value) == value


@pytest.mark.parametrize(
    ("cell", "indent"),
    [
        ("<td>a", 0),
        ("<td>&nbsp;&nbsp;a", 2),
        ("<td style='padding-left:10pt'>a", 4),
        ("<td><p style='margin-left:2em; text-indent:-1em'>a", 4),
        ("<td><p style='margin-left:1em; text-indent:-1em'><font>a</font>", 0),
        ("<td style='padding:0px 0px 0px 20px'>a", 6),
        ("<td><div style='margin-left:10px'><div style='margin-left:10px'>a</div></div>", 6),
        ("<td><dir>a</dir>", 4),
        ("<td><b>&nbsp;</b>&nbsp;a", 2),
        ("<td></td><td>a", 2),
    ],
)
def test_indent(cell: str, indent: int) -> None:
    assert rows(table(cell))[0].cells[0].indent == indent


def test_a_column_of_figures_in_one_cell() -> None:
    page = table("<td>Cash<br>Debt<br><br>Total<td>1<sup>(a)</sup><br>(2)<br>----<br>3")
    assert [[text for text, _, _ in row] for row in grid(page)] == [["Cash", "1"], ["Debt", "(2)"], ["----"], ["Total", "3"]]
    last = rows(page)[3].cells
    assert [(cell.place.text, cell.place.start, cell.place.end) for cell in last] == [("Total", 8, 13), ("3", 11, 12)]


def test_stacked_paragraphs_are_rows_too() -> None:
    page = table("<td><p>Cash</p><p>Debt</p><td><p>1</p><p>2</p>")
    assert [[text for text, _, _ in row] for row in grid(page)] == [["Cash", "1"], ["Debt", "2"]]


def test_a_label_of_two_lines_is_one() -> None:
    assert grid(table("<td>Total current<br>assets<td>1"))[0][0][0] == "Total current assets"
    assert grid(table("<td><div>Total</div><div>assets</div><td>1"))[0][0][0] == "Total assets"


@pytest.mark.parametrize("rule", ["<td><hr>", "<td style='border-bottom: black 1px solid'>&nbsp;", "<td bgcolor=black>", "<td>----"])
def test_rule_rows(rule: str) -> None:
    found = rows(table("<td>a<td>1", f"<td>{rule}", "<td>Total<td>1"))
    assert [row.rule for row in found] == [False, True, False]
    assert [(cell.left, cell.right) for cell in found[1].cells] == [(1, 2)]


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("", "border-top: 1px solid #000", True),
        ("border-bottom:1.0pt double", "", True),
        ("border-bottom:none", "border-top:0px solid", False),
        ("border-bottom:1px solid white", "", False),
    ],
)
def test_lines_above_figures(above: str, below: str, expected: bool) -> None:
    found = rows(table(f"<td>a<td style='{above}'>1", f"<td>Total<td style='{below}'><b>1</b>"))
    assert [row.rule_above for row in found] == [False, expected]


def test_blank_rows_and_new_pages() -> None:
    page = table("<td>a<td>1", "<td>&nbsp;<td>", "<td>b<td>2") + ""
    assert [row.blank_before for row in rows(page)] == [False, True]
    page = "<table><tr><td>a<td>1<tr style='page-break-before:always'><td>b<td>2</table>"
    assert [row.page_break for row in rows(page)] == [False, True]


def test_heads_and_bold() -> None:
    found = rows(table("<th>1998", "<td><b>Total</b> x", "<td><font><b>Total</b></font>"))
    assert [(row.cells[0].header, row.cells[0].bold) for row in found] == [(True, True), (False, False), (False, True)]


def test_what_nobody_sees() -> None:
    dark = "<td bgcolor=navy><font color=white>Head</font><td>2"
    page = table("<td>a<font color='#FFFFFF'>9</font><td style='display:none'>5<td>1", dark)
    assert [[text for text, _, _ in row] for row in grid(page)] == [["a", "1"], ["Head", "2"]]


def test_white_on_a_dark_row() -> None:
    page = "<table><tr style='background-color:#003366'><td><font style='color:white'>Head</font><td>1</tr></table>"
    assert grid(page)[0][0][0] == "Head"


def test_inline_xbrl_is_as_its_content_is() -> None:
    page = "<div><ix:header><ix:hidden>9</ix:hidden></ix:header></div>" + table("<td>a<td>$<ix:nonfraction scale=3>1,234</ix:nonfraction>")
    assert grid(page) == [[("a", 0, 1), ("$1,234", 1, 2)]]


def test_paths_of_mixed_rows() -> None:
    found = rows("<body><p>x<table><tr><th>a<td>1<th>b</table>")[0]
    assert [cell.place.path for cell in found.cells] == [f"/html/body/table/tr/{step}" for step in ("th[1]", "td", "th[2]")]


def test_blank_lines_above_a_column_of_figures_keep_it_beside_its_labels() -> None:
    page = table("<td>Assets:<br>Cash<br>Debt<td>&nbsp;<br>1<br>2<td><br>3<br>4")
    assert [[text for text, _, _ in row] for row in grid(page)] == [["Assets:"], ["Cash", "1", "3"], ["Debt", "2", "4"]]


def test_a_blank_line_above_one_figure_is_none() -> None:
    assert grid(table("<td>Cash<td><br>1")) == [[("Cash", 0, 1), ("1", 1, 2)]]


@pytest.mark.parametrize(
    ("printed", "text"),
    [("41&nbsp;250", "41,250"), ("(1 234 567)", "(1,234,567)"), ("- 4 100,5", "- 4,100.5"), ("31 2004", "31 2004"), ("12 34", "12 34")],
)
def test_thousands_parted_by_blanks(printed: str, text: str) -> None:
    assert grid(table(f"<td>Sales<td>{printed}"))[0][1][0] == text


def test_titles_in_a_cell_over_the_columns_are_a_row_each() -> None:
    page = table("<td colspan=3>Harbor Corp.<br>BALANCE SHEETS<p>(In thousands)</p>", "<td>Cash<td>1<td>2")
    assert grid(page)[:3] == [[("Harbor Corp.", 0, 3)], [("BALANCE SHEETS", 0, 3)], [("(In thousands)", 0, 3)]]


def test_a_label_of_several_lines_stays_one() -> None:
    assert grid(table("<td>Property,<br>net<td>1", "<td>Other<br>assets<td>"))[1] == [("Other assets", 0, 1)]


def test_rules_typed_over_and_under_figures_are_rows_of_their_own() -> None:
    page = table("<td>Cash<td>1<br>----", "<td>Debt<td>2<td>3", "<td><br>Total<td>------<br>$5<br>======<td><br>6<br>======")
    assert [[text for text, _, _ in row] for row in grid(page)] == [
        ["Cash", "1"], ["----"], ["Debt", "2", "3"], ["------"], ["Total", "$5", "6"], ["======", "======"],
    ]  # fmt: skip
    found = rows(page)
    assert [row.rule for row in found] == [False, True, False, True, False, True]
    assert [(cell.place.text, cell.place.start, cell.place.end) for cell in found[4].cells] == [
        ("Total", None, None), ("$5", 6, 8), ("6", 0, 1),
    ]  # fmt: skip


def test_rules_under_heads() -> None:
    page = table("<td><td>December 31,<br>1998<br>--------", "<td>Cash<td>1")
    assert [[text for text, _, _ in row] for row in grid(page)] == [["December 31, 1998"], ["--------"], ["Cash", "1"]]


@pytest.mark.parametrize("style", ["display:none", "visibility: collapse", "visibility:hidden"])
def test_rows_that_nobody_sees(style: str) -> None:
    page = f"<table><tr><td>a<td>1<tr style='{style}'><td>b<td>2<tr><td>c<td>3</table>"
    assert [[text for text, _, _ in row] for row in grid(page)] == [["a", "1"], ["c", "3"]]


def test_a_label_that_reaches_down_stands_beside_the_figures_below() -> None:
    page = table("<td rowspan=2>Income from continuing operations<td><td>", "<td>1<td>2", "<td rowspan=2>Other<td>&nbsp;", "<td>")
    assert [[text for text, _, _ in row] for row in grid(page)] == [["Income from continuing operations", "1", "2"], ["Other"]]


def test_heads_beside_a_label_that_reaches_down_keep_their_rows() -> None:
    page = table("<td rowspan=2>(In thousands)<td colspan=2>December 31,", "<td>1998<td>1997")
    assert [[text for text, _, _ in row] for row in grid(page)] == [["(In thousands)", "December 31,"], ["1998", "1997"]]


def test_a_column_of_figures_with_its_head_in_one_cell() -> None:
    labels = "<br><br>Cash<br>Debt<br>Notes<br>Total"
    page = table(f"<td>{labels}<td>Dec. 31,<br>1998<br>1<br>2<br>3<br>6<td>Dec. 31,<br>1997<br>2<br>-<br>3<br>5")
    assert [[text for text, _, _ in row] for row in grid(page)] == [
        ["Dec. 31,", "Dec. 31,"], ["1998", "1997"], ["Cash", "1", "2"], ["Debt", "2", "-"], ["Notes", "3", "3"], ["Total", "6", "5"],
    ]  # fmt: skip


def test_a_head_of_four_lines_over_a_column_of_figures_in_one_cell() -> None:
    head = "Nine Months Ended<br>April 30,<br>1998<br>(Unaudited)"
    page = table(f"<td><br><br><br><br>Sales<br>Costs<br>Taxes<br>Profit<td>{head}<br>9<br>4<br>2<br>3")
    assert [[text for text, _, _ in row] for row in grid(page)][3:6] == [["(Unaudited)"], ["Sales", "9"], ["Costs", "4"]]


def test_bars_and_leaders_in_cells_of_their_own_are_no_text() -> None:
    page = table("<td><td><td>|<td>1998<td>|", "<td>Cash<td>. . . . .<td>|<td>12<td>|", "<td><td>......<td>|<td>____<td>|")
    assert grid(page) == [[("1998", 3, 4)], [("Cash", 0, 1), ("12", 3, 4)], [("____", 3, 4)]]
    assert rows(page)[2].rule


def _words(label: str, *figures: str) -> str:
    cells = "".join(f"<td>{word}" for word in label.split())
    gap = f"<td colspan={9 - len(label.split())}>" if len(label.split()) < 9 else ""
    return cells + gap + "".join(f"<td>{figure}" for figure in figures)


def test_a_cell_for_every_word() -> None:
    labels = (
        "Cash and equivalents",
        "Other current assets",
        "Due from banks",
        "Loans to officers",
        "Receivables, less allowance of $12 and $9",
    )
    long = "Plant and equipment, less accumulated depreciation and amortization thereof"
    page = table("<td colspan=9><td>1998", *(_words(label, "1,234") for label in labels), _words(long, "$", "5"), _words("Total", "7"))
    assert grid(page)[1:] == [
        *([(label, 0, len(label.split())), ("1,234", 9, 10)] for label in labels),
        [(long, 0, 9), ("$5", 9, 11)],
        [("Total", 0, 1), ("7", 9, 10)],
    ]
    label = rows(page)[5].cells[0]
    assert [(word.text, label.text[word.offset :][:3], word.path) for word in label.lines][4] == (
        "$12",
        "$12",
        "/html/body/table/tr[6]/td[5]",
    )


def test_heads_parted_by_blanks_in_one_cell_stand_over_a_column_each() -> None:
    gap = "&nbsp;" * 8
    page = table(
        f"<td>&nbsp;<td colspan=4>Quarter{gap}Half Year",
        f"<td><td colspan=4><b>1998{gap}1997{gap}1998{gap}1997</b>",
        "<td>a<td>1<td>2<td>3<td>4",
    )
    assert grid(page)[:2] == [
        [("Quarter", 1, 3), ("Half Year", 3, 5)], [("1998", 1, 2), ("1997", 2, 3), ("1998", 3, 4), ("1997", 4, 5)],
    ]  # fmt: skip
    place = rows(page)[0].cells[1].place
    assert (place.text, place.start, place.end, place.path) == ("Half Year", 8, 17, "/html/body/table/tr[1]/td[2]")
    assert grid(table(f"<td colspan=2>Notes{gap}below")) == [[("Notes below", 0, 2)]]
