"""Notations of tables that few filings have: keys and values, any mark between fields, wikis, lists in lists."""

from __future__ import annotations

import time

import pytest

from converter.model import Paragraph, Table
from converter.read.markdown import markdown_blocks
from converter.read.source import Source

HEADS = ["", "June 30, 2009", "December 31, 2008"]
BODY = [["CURRENT ASSETS", "", ""], ["Cash", "$ 1,234", "$ 1,100"], ["Receivables", "(12)", "-"], ["Total assets", "1,222", "1,100"]]
EXPECTED = [["CURRENT ASSETS"], ["Cash", "1234", "1100"], ["Receivables", "-12", "0"], ["Total assets", "1222", "1100"]]


def _read(text: str) -> list[list[str]]:
    (table,) = [block for block in markdown_blocks(Source(0, text, 1)) if isinstance(block, Table)]
    heads = [(cell.text, cell.left) for row in table.rows for cell in row.cells if cell.text in HEADS]
    assert heads in ([], [(HEADS[1], 1), (HEADS[2], 2)])
    rows = [[f"{cell.number.value}" if cell.number and cell.left else cell.text for cell in row.cells] for row in table.rows]
    return [row for row in rows if row[0] not in (*HEADS, "Balance Sheets", ":")]


def _pairs(row: list[str]) -> list[tuple[str, str]]:
    return [(head, value) for head, value in zip(HEADS[1:], row[1:], strict=True) if value]


KEYED = {
    "lines": "\n".join(line for row in BODY for line in [row[0], *(f"  {h}: {v}" for h, v in _pairs(row))]),
    "bullets": "\n".join(line for row in BODY for line in [f"- {row[0]}", *(f"  - {h}: {v}" for h, v in _pairs(row))]),
    "yaml": "\n".join(line for row in BODY for line in [f"- label: {row[0]}", *(f'  "{h}": "{v}"' for h, v in _pairs(row))]),
    "records": "\n\n".join("\n".join([f"Item: {row[0]}", *(f"{h}: {v}" for h, v in zip(HEADS[1:], row[1:], strict=True))]) for row in BODY),
    "one line": "\n".join(f"- {row[0]}: {'; '.join(f'{h}: {v}' for h, v in _pairs(row))}".rstrip(": ") for row in BODY),
    "commas": "\n".join(f"{row[0]}: {', '.join(f'{h} = {v}' for h, v in _pairs(row))}".rstrip(": ") for row in BODY),
    "bars": "\n".join(f"{row[0]}: {' | '.join(f'{h}: {v}' for h, v in _pairs(row))}".rstrip(": ") for row in BODY),
    "turned": "\n".join(f"* {row[0]}: {', '.join(f'{v} ({h})' for h, v in _pairs(row))}".rstrip(": ") for row in BODY),
}


@pytest.mark.parametrize("form", KEYED)
def test_keys_and_values(form: str) -> None:
    rows = _read(f"# Balance Sheets\n\n{KEYED[form]}\n\nSee notes.\n")
    assert [[text.lstrip("-* ") for text in row[:1]] + row[1:] for row in rows][-3:] == EXPECTED[1:]


def test_values_below_one_and_remarks_in_keys() -> None:
    heads = ("2009 (Unaudited)", "2008")
    said = [("Sales", "1,234", "-"), ("Basic", "$ .24", ".9"), ("Diluted", ".23", ".8")]
    text = "\n".join(f"- {label}: {one} ({heads[0]}), {two} ({heads[1]})" for label, one, two in said)
    (table,) = [block for block in markdown_blocks(Source(0, text, 1)) if isinstance(block, Table)]
    assert [cell.text for cell in table.rows[0].cells] == list(heads)
    assert [cell.text for cell in table.rows[2].cells] == ["Basic", "$ .24", ".9"]


@pytest.mark.parametrize(
    "text",
    [
        "===== Page 6 =====\n\n===== Notes =====\n\n===== (In thousands) =====",
        "Cash: 1,234\nDebt: 15\nEquity: 12",
        "The lease ends in\nJune 30, 2012: 14\nand then\nrenews.",
        "- Year 2000: 5",
    ],
)
def test_colons_alone_make_no_table(text: str) -> None:
    assert all(isinstance(block, Paragraph) for block in markdown_blocks(Source(0, text, 1)))


@pytest.mark.parametrize(
    "mark", [" / ", " ~ ", " ^ ", "^", "#", "; ", " · ", " – ", " -- ", " > ", " :: ", "@", " → ", " ! ", " • ", " ¦ ", " * "]
)
def test_any_mark_between_fields(mark: str) -> None:
    nil = "0" if mark in (" – ", " -- ") else "-"
    lines = [mark.join(nil if text == "-" else text for text in row) for row in [HEADS, *BODY]]
    assert _read("# Balance Sheets\n\n" + "\n".join(lines) + "\n\nSee notes.\n") == EXPECTED


@pytest.mark.parametrize("mark", ["; ", ", ", " / "])
def test_a_colon_behind_the_label_and_a_mark_between_figures(mark: str) -> None:
    lines = [f"{row[0]}: {mark.join(text for text in row[1:] if text)}".strip() for row in [HEADS, *BODY]]
    assert _read("\n".join(lines))[-3:] == EXPECTED[1:]


def test_a_label_that_holds_the_mark_stays_whole() -> None:
    lines = [" / ".join(row) for row in [HEADS, *BODY, ["Shareholders / members equity", "5", "6"]]]
    assert _read("\n".join(lines))[-1] == ["Shareholders / members equity", "5", "6"]


@pytest.mark.parametrize(
    "text", ["Owed to A / B\nand to C / D (note 3)\nin full.", "pages 12 - 14\nand 15 - 16\nor 17 - 18", "1 / 2\n2 / 3\n3 / 4"]
)
def test_marks_in_running_text_make_no_table(text: str) -> None:
    assert all(isinstance(block, Paragraph) for block in markdown_blocks(Source(0, text, 1)))


WIKI = {
    "a row a line": '{| class="wikitable"\n'
    + "".join(f"|-\n! {' !! '.join(row)}\n" for row in [HEADS])
    + "".join(f"|-\n| {' || '.join(row)}\n" for row in BODY)
    + "|}",
    "a cell a line": "{|\n|+ Balance Sheets\n"
    + "".join(f"|-\n! {HEADS[0]}\n! {HEADS[1]}\n! {HEADS[2]}\n" for _ in "1")
    + "".join("|-\n" + "".join(f'| align="right" | {text}\n' for text in row) for row in BODY)
    + "|}",
    "heads of rows": "{|\n|-\n!\n! June 30, 2009\n! December 31, 2008\n|-\n| colspan=\"3\" | '''CURRENT ASSETS'''\n"
    + "".join(f'|-\n! scope="row" | {row[0]}\n| {row[1]} || {row[2]}\n' for row in BODY[1:])
    + "|}",
}


@pytest.mark.parametrize("form", WIKI)
def test_mediawiki(form: str) -> None:
    assert _read(f"Before.\n\n{WIKI[form]}\n\nSee notes.\n") == EXPECTED


@pytest.mark.parametrize(
    "text",
    [
        '[cols="4,1,1",options="header"]\n|===\n' + "\n\n".join("\n".join(f"|{text}" for text in row) for row in [HEADS, *BODY]) + "\n|===",
        "|===\n" + "\n\n".join("\n".join(f"|{text}" for text in row) for row in [HEADS, *BODY]) + "\n|===",
        "[cols=3*]\n|===\n" + "\n".join(f"|{row[0]} >|{row[1]} >|{row[2]}" for row in [HEADS, *BODY]) + "\n|===",
        "|===\n|" + " |".join(HEADS) + "\n" + "\n".join("|" + " |".join(row) for row in BODY) + "\n|===",
    ],
)
def test_asciidoc(text: str) -> None:
    assert _read(text + "\n\nSee notes.\n") == EXPECTED


def test_lists_in_a_list() -> None:
    rows = "\n".join("   * - " + "\n     - ".join(row) for row in [HEADS, *BODY])
    assert _read(f".. list-table:: Balance Sheets\n   :header-rows: 1\n\n{rows}\n\nSee notes.\n") == EXPECTED


def test_lists_of_words_are_no_table() -> None:
    text = "* - one\n* two\n\n- - three\n"
    assert all(isinstance(block, Paragraph) for block in markdown_blocks(Source(0, text, 1)))


@pytest.mark.parametrize(
    "line", ["2009: 1\n", "a / 1\n", "|===\n", "{|\n", "* - a\n", "  - - a\n", "a (2009)\n", "2009:\n", "| a ||" * 9 + "\n"]
)
def test_hostile_lines_take_linear_time(line: str) -> None:
    begin = time.process_time()
    for block in markdown_blocks(Source(0, line * 10_000, 1)):
        if isinstance(block, Table):
            list(block.rows)  # Rows are laid out when somebody asks for them.
    assert time.process_time() - begin < 30


BARRED = {
    "dokuwiki": "\n".join([f"^ {' ^ '.join(HEADS)} ^", *(f"| {' | '.join(row)} |" for row in BODY)]),
    "dokuwiki, heads of rows": "\n".join([f"^ {' ^ '.join(HEADS)} ^", *(f"^ {row[0]} |  {row[1]} |  {row[2]} |" for row in BODY)]),
    "textile": "\n".join([f"|_. {' |_. '.join(HEADS)} |", *(f"| {row[0]} |>. {row[1]} |>. {row[2]} |" for row in BODY)]),
    "textile, spans": "\n".join(
        ["|_. |_. June 30, 2009|_. December 31, 2008|", "|\\3. CURRENT ASSETS|", *(f"|{row[0]}|{row[1]}|{row[2]}|" for row in BODY[1:])]
    ),
}


@pytest.mark.parametrize("form", BARRED)
def test_dokuwiki_and_textile(form: str) -> None:
    assert _read(f"Before.\n\n{BARRED[form]}\n\nSee notes.\n") == EXPECTED


@pytest.mark.parametrize("rule", ["=", "-"])
def test_rules_that_show_the_columns(rule: str) -> None:
    line = "  ".join(rule * width for width in (14, 13, 17))
    rows = [f"{a:14}  {b:13}  {c}".rstrip() for a, b, c in [("\\", *HEADS[1:]), *BODY]]
    assert _read("\n".join(["Before.", "", line, rows[0], line, *rows[1:], line, "", "See notes."])) == EXPECTED


def test_rows_of_several_lines_between_rules() -> None:
    widths = (14, 18, 18)
    cells = [("", "June 30,", "December 31,"), ("", "2009", "2008"), tuple("-" * width for width in widths)]
    cells += [
        ("Cash and cash", "1,234", "1,100"),
        ("equivalents", "", ""),
        ("", "", ""),
        ("Debt", "(12)", "-"),
        ("", "", ""),
        ("Stock", "3", "4"),
    ]
    rows = ["  " + f"{a:{widths[0]}} {b:>{widths[1]}} {c:>{widths[2]}}".rstrip() for a, b, c in cells]
    frame = "  " + "-" * 52
    text = "\n".join(["Before.", "", frame, *(row if row.strip() else "" for row in rows), frame, "", "See notes."])
    (table,) = [block for block in markdown_blocks(Source(0, text, 1)) if isinstance(block, Table)]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["June 30,", "December 31,"],
        ["2009", "2008"],
        ["Cash and cash equivalents", "1,234", "1,100"],
        ["Debt", "(12)", "-"],
        ["Stock", "3", "4"],
    ]
    assert {(cell.left, cell.right) for row in table.rows for cell in row.cells[-2:]} == {(1, 2), (2, 3)}


def test_a_head_over_the_gap_of_a_rule_spans_both_columns() -> None:
    text = "=====  =====  =====\n       For both years\nName   2009   2008\n=====  =====  =====\nCash   1,234  1,100\n=====  =====  =====\n"
    (table,) = [block for block in markdown_blocks(Source(0, text, 1)) if isinstance(block, Table)]
    assert [(cell.text, cell.left, cell.right) for cell in table.rows[0].cells] == [("For both years", 1, 3)]


def test_escaped_tags_are_tags() -> None:
    rows = "\n".join("&lt;tr&gt;" + "".join(f"&lt;td&gt;{text}&lt;/td&gt;" for text in row) + "&lt;/tr&gt;" for row in [HEADS, *BODY])
    text = f"Balance Sheets\n\n&lt;table&gt;\n{rows}\n&lt;/table&gt;\n\nSee notes.\n"
    assert _read(text) == EXPECTED
    (table,) = [block for block in markdown_blocks(Source(0, text, 1)) if isinstance(block, Table)]
    place = table.rows[2].cells[0].place
    assert text.split("\n")[(place.line or 1) - 1][place.start : place.end] == "Cash"
