"""Tables as programs print them that make tables of PDFs: boxes, cells of several lines, wide forms, lists of Python, sheets."""

from __future__ import annotations

import pytest

from converter.model import Paragraph, Table
from converter.read.markdown import markdown_blocks
from converter.read.source import Source

ROWS = [
    ["", "June 30, 2009", "December 31, 2008"],
    ["Cash", "$ 1,234", "$ 1,100"],
    ["Receivables, net", "(12)", "7"],
    ["Total assets", "1,222", "1,107"],
]
EXPECTED = [["Cash", "1234", "1100"], ["Receivables, net", "-12", "7"], ["Total assets", "1222", "1107"]]


def read(text: str) -> list[list[str]]:
    """Labels and values of the rows below the heads, which stand in their columns."""
    (table,) = [block for block in markdown_blocks(Source(0, text, 1)) if isinstance(block, Table)]
    rows = [[f"{cell.number.value}" if cell.number and cell.left else cell.text for cell in row.cells] for row in table.rows if row.cells]
    assert [[cell.text for cell in row.cells] for row in table.rows if "June 30, 2009" in [cell.text for cell in row.cells]] == [
        ROWS[0][1:]
    ]
    return [row for row in rows if "June 30, 2009" not in row]


def boxed(top: str, below: str, between: str, bottom: str) -> str:
    """Rules as their four marks: the left, the line, the crossing, the right."""

    def rule(marks: str) -> str:
        left, line, crossing, right = marks
        return left + crossing.join(line * 22 for _ in ROWS[0]) + right

    bar = "║" if top[0] == "╔" else "│"
    lines = [bar + bar.join(f" {cell:<20} " for cell in row) + bar for row in ROWS]
    return "\n".join([rule(top), lines[0], rule(below), f"\n{rule(between)}\n".join(lines[1:]), rule(bottom)])


@pytest.mark.parametrize(
    "rules",
    [
        ("╔═╦╗", "╠═╬╣", "╠═╬╣", "╚═╩╝"),
        ("╒═╤╕", "╞═╪╡", "├─┼┤", "╘═╧╛"),
        ("╭─┬╮", "├─┼┤", "├─┼┤", "╰─┴╯"),
        ("┏━┳┓", "┡━╇┩", "├─┼┤", "└─┴┘"),
        ("┌─┬┐", "├─┼┤", "├─┼┤", "└─┴┘"),
    ],
)
def test_boxes(rules: tuple[str, str, str, str]) -> None:
    assert read(boxed(*rules)) == EXPECTED


def test_cells_of_several_lines_in_latex() -> None:
    heads = ["\\begin{tabular}{c}" + cell.replace(", ", ", \\\\ ") + "\\end{tabular}" for cell in ROWS[0][1:]]
    label = "\\begin{tabular}[t]{l}Receivables, \\\\ net\\end{tabular}"
    rows = [["", *heads], ROWS[1], [label, *ROWS[2][1:]], ROWS[3]]
    body = "\n".join(" & ".join(row).replace("$", "\\$") + " \\\\\n\\hline" for row in rows)
    assert read(f"\\begin{{tabular}}{{|l|r|r|}}\n\\hline\n{body}\n\\end{{tabular}}") == EXPECTED


def test_tabulars_of_several_columns_within_one_are_rows() -> None:
    inner = "\\begin{tabular}{lrr}\nCash & 1 & 2 \\\\\nDebt & 3 & 4 \\\\\n\\end{tabular}"
    (table,) = markdown_blocks(Source(0, f"\\begin{{tabular}}{{l}}\n{inner} \\\\\n\\end{{tabular}}"))
    assert isinstance(table, Table)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Cash", "1", "2"], ["Debt", "3", "4"]]


def test_wide_forms_are_the_characters_that_they_are() -> None:
    wide = str.maketrans("(),$", "（），＄")
    lines = ["| " + " | ".join([row[0], *(cell.translate(wide) if at else cell for cell in row[1:])]) + " |" for at, row in enumerate(ROWS)]
    assert read("\n".join([lines[0], "|---|---|---|", *lines[1:]])) == EXPECTED


@pytest.mark.parametrize(
    "text",
    [
        "[\n" + ",\n".join(map(repr, ROWS)) + "\n]",
        "[\n" + ",\n".join(repr(dict(zip(["label", *ROWS[0][1:]], row, strict=True))) for row in ROWS[1:]) + "\n]",
    ],
)
def test_lists_of_python(text: str) -> None:
    assert read(text) == EXPECTED


@pytest.mark.parametrize("figure", ["=={}==", "[{}]{{.underline}}", "**=={}==**"])
def test_marks_around_figures(figure: str) -> None:
    rows = [ROWS[0], *([row[0], *(figure.format(cell) for cell in row[1:])] for row in ROWS[1:])]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    assert read("\n".join([lines[0], "|---|---|---|", *lines[1:]])) == EXPECTED


@pytest.mark.parametrize("references", [["A", "B", "C"], ["0", "1", "2"]])
@pytest.mark.parametrize("first", [None, 0, 1])
def test_references_of_a_sheet_are_no_cells(references: list[str], first: int | None) -> None:
    rows = [references, *ROWS]
    if first is not None:
        rows = [["", *references], *([f"{first + at}", *row] for at, row in enumerate(ROWS))]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    assert read("\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])) == EXPECTED


def test_rules_of_equals_signs_are_no_marks() -> None:
    (block,) = markdown_blocks(Source(0, "a == b, and ==== c"))
    assert isinstance(block, Paragraph)
    assert block.text == "a == b, and ==== c"


@pytest.mark.parametrize("beginning", ["- ", "* ", "Row {at}: ", "{at}. "])
def test_what_every_row_begins_with_is_no_label(beginning: str) -> None:
    lines = [beginning.format(at=at) + " | ".join(row) for at, row in enumerate(ROWS, 1)]
    assert read("\n".join(lines)) == EXPECTED


def test_numbers_out_of_order_stay() -> None:
    (table,) = markdown_blocks(Source(0, "| 3. Cash | 1 |\n|---|---|\n| 9. Debt | 2 |\n| 4. Loans | 3 |\n| 7. Bonds | 4 |"))
    assert isinstance(table, Table)
    assert [row.cells[0].text for row in table.rows] == ["3. Cash", "9. Debt", "4. Loans", "7. Bonds"]


def test_rows_of_yaml() -> None:
    assert read("\n".join("- [" + ", ".join(f'"{cell}"' for cell in row) + "]" for row in ROWS)) == EXPECTED


def test_quoted_values_parted_by_bars_in_a_fence() -> None:
    assert read("```csv\n" + "\n".join("|".join(f'"{cell}"' for cell in row) for row in ROWS) + "\n```") == EXPECTED


@pytest.mark.parametrize("indent", ["", "&nbsp;&nbsp;"])
def test_thousands_in_a_fence_are_parted_by_no_marks_of_csv(indent: str) -> None:
    labels = ("Cash", "Debt", "Bonds")
    lines = ["| " + " | ".join(row) + " |" for row in [ROWS[0], *([f"{indent}{label}", "1,200", "2,400"] for label in labels)]]
    found = read("\n".join(["```markdown", lines[0], "|---|---|---|", *lines[1:], "```"]))
    assert found == [[label, "1200", "2400"] for label in labels]
