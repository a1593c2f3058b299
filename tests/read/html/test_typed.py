"""Text inside pages: ``<PRE>``, and typewriter's letters with columns of ``&nbsp;``."""

from __future__ import annotations

import pytest
from pages import blocks, paragraphs, tables, texts

from converter.model import Table

GAP = "&nbsp;&nbsp;&nbsp;&nbsp; "
LINES = [f"Cash{GAP}{GAP}1,234{GAP}567", "Current assets:", f"Other{GAP}{GAP}99{GAP}1", f"Total{GAP}{GAP}1,333{GAP}568"]
PRE = "Cash             1,234      5,678\nTotal assets     9,999     10,000\nDebt               567        568\n"


def figures(page: str) -> list[list[str]]:
    return [[cell.text for cell in row.cells if cell.number is not None] for table in tables(page) for row in table.rows]


def test_preformatted_text_has_the_geometry_of_text() -> None:
    page = f"<p>Balance sheet</p><PRE>{PRE}</PRE><p>after</p>"
    (table,) = tables(page)
    assert table.geometry == "characters"
    assert figures(page) == [["1,234", "5,678"], ["9,999", "10,000"], ["567", "568"]]
    place = table.rows[1].cells[1].place
    assert (place.path, place.line, place.start, place.end) == ("/html/body/pre", None, 30, 35)


def test_edgar_tags_inside_pre_do_not_end_it() -> None:
    page = f"<PRE>\n<TABLE>\n<CAPTION>\n<S>              <C>        <C>\n{PRE}</TABLE>\n<PAGE>\n{PRE}</PRE>"
    assert sum(len(row) for row in figures(page)) == 12


def test_breaks_inside_pre_end_lines() -> None:
    assert figures(f"<pre>{PRE.replace(chr(10), '<br>')}</pre>") == figures(f"<pre>{PRE}</pre>")
    assert figures(f"<pre>{PRE.replace(chr(10), '<br>' + chr(10))}</pre>") == figures(f"<pre>{PRE}</pre>")


def test_pre_on_a_new_page() -> None:
    assert [block.page_break for block in blocks(f"<p>a</p><hr><pre>{PRE}</pre>")] == [False, True]
    assert [block.page_break for block in blocks("<p>a</p><hr><pre>just a line of text</pre>")] == [False, True]


def test_pre_inside_a_layout_table() -> None:
    assert len(figures(f"<table><tr><td><pre>{PRE}</pre></td></tr></table>")) == 3


@pytest.mark.parametrize(
    "page",
    [
        "".join(f"<p style='margin:0px; font-family:Courier New'>{line}</p>" for line in LINES),
        "<font face='Courier New, Courier'>" + "<br>".join(LINES) + "</font>",
        "<tt>" + "<br>".join(LINES) + "</tt>",
    ],
)
def test_typewriter_pages(page: str) -> None:
    (table,) = tables(page)
    assert table.geometry == "characters"
    assert figures(page) == [["1,234", "567"], [], ["99", "1"], ["1,333", "568"]]


def test_places_on_typewriter_pages() -> None:
    lines = ["Cash  \n&nbsp;&nbsp;&nbsp; 1,234", "Debt&nbsp;&nbsp;&nbsp; 567"]
    page = "".join(f"<p style='font-family:Courier'>{line}</p>" for line in lines)
    (table,) = tables(page)
    assert [(cell.place.text, cell.place.start, cell.place.end, cell.place.path) for cell in table.rows[0].cells] == [
        ("Cash", 0, 4, "/html/body/p[1]"),
        ("1,234", 5, 10, "/html/body/p[1]"),
    ]


def test_other_letters_have_no_columns() -> None:
    assert (
        tables("<font face='Arial'>" + "<br>".join([f"Cash{GAP}{GAP}in banks", f"(a){GAP}Debt", f"Item 1.{GAP}Business"]) + "</font>") == []
    )
    assert tables(f"<p>Cash{GAP}1,234</p><p>Debt{GAP}567</p><p>One{GAP}of three</p>") == []
    assert tables("<tt>" + "<br>".join(["no", "columns", "here"]) + "</tt>") == []


def test_typewriter_prose_stays_prose() -> None:
    prose = "The company makes things that people want, in several places and at a fair price, as it has for many years and more. " * 3
    page = f"<font face=Courier>{prose}<br>{'<br>'.join(LINES)}<hr>{'<br>'.join(LINES)}</font><p>after</p>"
    found = blocks(page)
    assert [type(block) is Table for block in found] == [False, True, True, False]
    assert [block.page_break for block in found] == [False, False, True, False]
    assert texts(page) == [prose.strip(), "after"]


def test_torn_blanks() -> None:
    assert paragraphs("<p>a& nbsp;b&n bsp;c&nbsp ;d</p>")[0].text == "a b c d"


def test_blanks_that_float_indent_the_line_beside_them() -> None:
    font = "font-family: Courier New"
    lines = [f"<p style='{font}; float: left'>{'&nbsp;' * 20}</p><p style='{font}'>2003{'&nbsp;' * 6}2002</p>"]
    lines += [f"<p style='{font}'>{label}{'&nbsp;' * (20 - len(label))}{one}{'&nbsp;' * 5}{two}</p>" for label, one, two in ROWS]
    (table,) = tables("".join(lines))
    heads, first, _ = table.rows
    assert [(cell.text, cell.left) for cell in heads.cells] == [("2003", 20), ("2002", 30)]
    assert [(cell.text, cell.left) for cell in first.cells] == [("Cash", 0), ("1,234", 20), ("5,678", 30)]
    assert heads.cells[0].place.start == 0


def test_blanks_that_float_beside_something_else_indent_no_later_line() -> None:
    font = "font-family: Courier New"
    page = f"<p style='{font}; float: left'>{'&nbsp;' * 20}</p><p>prose</p>"
    page += "".join(f"<p style='{font}'>{label}{'&nbsp;' * 8}{one}</p>" for label, one, _ in ROWS)
    (table,) = tables(page)
    assert [row.cells[0].left for row in table.rows] == [0, 0]


ROWS = [("Cash", "1,234", "5,678"), ("Total assets", "9,999", "8,888")]


@pytest.mark.parametrize("line", ["<p>{}</p>", "{}<br>"])
def test_lines_that_end_in_figures_behind_gaps_have_columns_in_any_letters(line: str) -> None:
    words = ["Assets", "Current assets:", f"Notes{GAP}and", *LINES, "See the notes."]
    page = "<font face='Arial'>" + "".join(line.format(each) for each in words) + "</font>"
    assert [row for row in figures(page) if row] == [["1,234", "567"], ["99", "1"], ["1,333", "568"]]
    assert texts(page)[:3] == ["Assets", "Current assets:", "Notes and"]
    assert texts(page)[-1] == "See the notes."


def test_a_gap_before_the_sign_of_a_figure_is_one() -> None:
    lines = [f"{label}{GAP}$ 1,{at}34{GAP}$ 5{at}7" for at, label in enumerate(["Cash", "Lamps", "Oil", "Debt"])]
    assert figures("".join(f"<p>{line}</p>" for line in lines)) == [[f"$ 1,{at}34", f"$ 5{at}7"] for at in range(4)]


def test_leaders_and_gaps_with_a_single_blank_that_stays() -> None:
    words = ["Assets", *(f"{label} ........ &nbsp; {one} &nbsp; {two}" for label, one, two in ROWS), "Debt .... &nbsp; 1 &nbsp; 2"]
    assert [row for row in figures("".join(f"<p>{each}</p>" for each in words)) if row] == [
        ["1,234", "5,678"],
        ["9,999", "8,888"],
        ["1", "2"],
    ]


def test_a_label_longer_than_a_page_is_wide_keeps_its_figures() -> None:
    label = "Common stock of no par value, of which the charter allows a great many shares, and of which a smaller number stood out " * 2
    words = [*(f"{label}{GAP}{one}{GAP}{two}" for label, one, two in (*ROWS, (label.strip(), "44", "55")))]
    assert figures("".join(f"<p>{each}</p>" for each in words))[-1] == ["44", "55"]


def test_long_lines_of_a_typewriter_are_not_joined() -> None:
    lines = [
        f"{'A line that is as long as a page is wide, and then a figure':<61}".replace(" ", "&nbsp;") + each for each in ("1", "22", "3")
    ]
    assert figures("<font face=Courier>" + "<br>".join(lines) + "</font>") == [["1"], ["22"], ["3"]]


def test_heads_far_to_the_right_are_not_joined_in_any_letters() -> None:
    gap = "&nbsp;" * 70
    page = f"<p>{gap}Year Ended<br>{gap}March 31,<br>{gap}(Unaudited)</p>"
    assert texts(page) == ["Year Ended", "March 31,", "(Unaudited)"]


def test_heads_far_to_the_right_stand_above_lines_in_any_letters() -> None:
    heads = ("&nbsp;" * 24 + "June 30,&nbsp; May 31,", "&nbsp;" * 26 + "1998&nbsp;&nbsp;&nbsp; 1997")
    lines = [f"{name}{'&nbsp;' * (27 - len(name))} 12&nbsp;&nbsp;&nbsp;&nbsp; 34" for name in ("Cash", "Debt", "Total")]
    (found,) = tables("<p>" + "<br>".join([*heads, *lines]) + "</p>")
    assert [cell.text for cell in found.rows[0].cells] == ["June 30,", "May 31,"]
    assert texts("<p>" + "<br>".join([*heads[:1], "Nothing below"]) + "</p>") == ["June 30, May 31,", "Nothing below"]


@pytest.mark.parametrize(
    "page",
    [
        '<div style="white-space: pre; margin: 0pt">{0}</div>',
        "<style>.T0 {{font-size: 9pt; white-space: pre}}</style><div class='x T0'>{0}</div>",
        '<table><tr><td><span style="WHITE-SPACE: pre">{0}</span></td></tr></table>',
    ],
)
def test_blanks_that_a_style_keeps(page: str) -> None:
    assert figures(page.format(PRE)) == figures(f"<pre>{PRE}</pre>")


def test_lines_whose_blanks_a_style_keeps() -> None:
    lines = "".join(f'<P STYLE="white-space: pre">{line}</P>' for line in PRE.splitlines())
    assert [[value for value, *_ in row] for row in figures(lines)] == [
        [value for value, *_ in row] for row in figures(f"<pre>{PRE}</pre>")
    ]


def test_running_text_that_keeps_its_blanks_is_no_table() -> None:
    assert figures(f'<p style="white-space: pre-wrap">{PRE}</p>') == []


@pytest.mark.parametrize("page", ['<table style="{0}">{1}</table>', '<div style="{0}"><table>{1}</table></div>'])
def test_blanks_kept_around_a_table_leave_it_one(page: str) -> None:
    cells = "".join(f"<tr style='white-space:pre'><td>Row {n}</td><td>1,{n}00</td><td>2,{n}00</td></tr>" for n in range(4))
    (table,) = tables(page.format("white-space: pre", cells))
    assert table.geometry == "grid"
    assert len(table.rows) == 4


def test_a_tab_within_a_line_breaks_nothing() -> None:
    page = '<p>Commission file number: <span class="Apple-tab-span" style="white-space:pre">\t</span> 001-12345</p>'
    assert texts(page) == ["Commission file number: 001-12345"]


FILLER = "&nbsp;" * 9


@pytest.mark.parametrize("behind", ["", "<td></td>", "<td>&nbsp;</td>"])
@pytest.mark.parametrize("letters", ["<font face='Courier New'>{}</font>", "<tt>{}</tt>", "{}"])
def test_a_line_in_each_row_of_a_table(letters: str, behind: str) -> None:
    lines = [f"{FILLER}{FILLER}{GAP}1998{GAP}1997", *LINES, "&nbsp;", f"Debt{GAP}{GAP}{GAP}7{GAP}8"]
    page = "<table>" + "".join(f"<tr><td colspan=9>{letters.format(line)}</td>{behind}</tr>" for line in lines) + "</table>"
    assert figures(page)[-5:] == [["1,234", "567"], [], ["99", "1"], ["1,333", "568"], ["7", "8"]]


def test_lines_in_one_cell_of_a_table() -> None:
    page = f"<table><tr><td>Balance sheet</td></tr><tr><td><tt>{'<br>'.join(LINES)}</tt></td></tr></table>"
    assert figures(page)[-4:] == [["1,234", "567"], [], ["99", "1"], ["1,333", "568"]]


def test_gaps_in_the_cells_of_a_grid_make_no_lines() -> None:
    page = "<table>" + "".join(f"<tr><td>{line}</td><td>9</td></tr>" for line in LINES) + "</table>"
    assert all(table.geometry == "grid" for table in tables(page))
