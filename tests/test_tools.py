"""One filing in notations that OCR and conversion tools write, beyond those of `test_looks`: the same facts each time."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import zip_longest

import pytest
from test_looks import DAYS, TITLES, Look, Rows, _expected, _filing, _grid, _pipes, _told, _unsigned

from converter import convert


def _tool(look: Look, heads: Rows = DAYS) -> set[tuple[str, str]]:
    return _unsigned(_told(_filing(look, heads, "(In thousands)", TITLES, False), "a.md"))


def _spaced(look: Look) -> Look:
    return lambda rows: look(rows).replace("\n", "\n\n")


def _tabs(rows: Rows) -> str:
    return "\n".join("\t".join(row) for row in rows)


def _semicolons(rows: Rows) -> str:
    """Quoted where a value holds one."""
    return "\n".join(";".join(f'"{cell}"' if ";" in cell else cell for cell in row) for row in rows)


def _piped(rows: Rows) -> str:
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _columns_broken(rows: Rows) -> str:
    """Each column in one cell, a line for each row."""
    head, *body = rows
    return _pipes([head, tuple("<br>".join(column) for column in zip(*body, strict=True))])


def _rows_broken(rows: Rows) -> str:
    """Every second and third row in one."""
    head, *body = rows
    out = [head]
    for here, there in zip_longest(body[::2], body[1::2]):
        out += (
            [tuple("<br>".join(pair) for pair in zip(here, there, strict=True))]
            if there and len(out) % 2
            else [here, *filter(None, [there])]
        )
    return _pipes(out)


def _captioned(rows: Rows) -> str:
    """Title and scale in the table's caption."""
    title, scale = TITLES[rows[1][0].startswith("Net sales")], "(In thousands)"
    return f"<table><caption>{title}<br>{scale}</caption>" + _grid(rows).removeprefix("<table>")


def _repeated(rows: Rows) -> str:
    """A merged title printed in each of its columns."""
    title = f"Example Corp. and Subsidiaries Consolidated {TITLES[rows[1][0].startswith('Net sales')]} (Unaudited)"
    return _pipes([(title, title, title), ("(In thousands)",) * 3, *rows])


@pytest.mark.parametrize("look", [_captioned, _repeated])
def test_titles_within_tables(look: Look) -> None:
    assert _unsigned(_told(_filing(look, DAYS, "", ("", ""), False), "a.md")) == _expected()


LOOKS: dict[str, Look] = {
    "tabs, double spaced": _spaced(_tabs),
    "pipes, double spaced": _spaced(_piped),
    "semicolons": _semicolons,
    "columns in cells": _columns_broken,
    "rows in cells": _rows_broken,
    "quoted, with tabs": lambda rows: "\n".join("\t".join(f'"{cell}"' for cell in row) for row in rows),
    "quoted pipes": lambda rows: "\n".join("> " + line for line in _pipes(rows).split("\n")),
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_notations(look: Look) -> None:
    assert _tool(look) == _expected()


@pytest.mark.parametrize("name", ["semicolons", "tabs, double spaced"])
def test_marks_within_labels(name: str) -> None:
    """A mark that parts values stands in a label too."""

    def look(rows: Rows) -> str:
        return LOOKS[name]([(label.replace(", less", " (gross; see notes), less"), *rest) for label, *rest in rows])

    assert _tool(look) == _expected()


@pytest.mark.parametrize("look", [_rows_broken, _columns_broken])
def test_a_blank_line_of_a_cell_keeps_its_place(look: Callable[[Rows], str]) -> None:
    def blanked(rows: Rows) -> str:
        return look([(label, *figures) if label != "Inventories" else (label, "", figures[-1]) for label, *figures in rows])

    assert _tool(blanked) == _expected() - {("903000", "1998-12-31")}


def _json_rows(indent: int | None) -> Look:
    return lambda rows: json.dumps(rows, indent=indent)


def _records(rows: Rows) -> str:
    head, *body = rows
    return "```json\n" + json.dumps([dict(zip(("item", *head[1:]), row, strict=True)) for row in body], indent=1) + "\n```"


def _lost_beginning(rows: Rows) -> str:
    return "\n".join(" & ".join(row).replace("$", "\\$") + " \\\\" for row in rows)


def _named(row: str, cell: str) -> Look:
    return lambda rows: (
        "<table>" + "\n".join(f"<{row}>" + "".join(f"<{cell}>{text}</{cell}>" for text in each) + f"</{row}>" for each in rows) + "</table>"
    )


def _elements(rows: Rows) -> str:
    """What stands between has no blank lines around it."""
    return "<text>A note.</text>\n" + _grid(rows) + "\n<text>Another one.</text>"


MARKED: dict[str, Look] = {
    "json": _json_rows(None),
    "json, a value a line": _json_rows(1),
    "records": _records,
    "latex without its beginning": _lost_beginning,
    "rows and cells": _named("row", "cell"),
    "rows and entries": _named("row", "entry"),
    "elements": _elements,
}


@pytest.mark.parametrize("look", MARKED.values(), ids=MARKED)
def test_marked_up(look: Look) -> None:
    assert _tool(look) == _expected()


@pytest.mark.parametrize("text", ['[["a", "b"],\n', '[\n["a\n', "[{\n", "[[\n"])
def test_what_nothing_closes_is_looked_at_once(text: str) -> None:
    """Quadratic, it would take minutes."""
    (report,) = convert((text * 40_000).encode(), name="a.md").reports
    assert not report.facts


def test_days_between_an_index_and_the_title() -> None:
    def page(rows: Rows) -> str:
        return _pipes([("", "1998", "1997"), *rows[1:]])

    data = (
        _filing(page, DAYS, "(In thousands)", TITLES, False)
        .decode()
        .replace("BALANCE SHEETS", "June 27, 1998 and June 28, 1997\n\nBALANCE SHEETS")
    )
    index = "INDEX\n\nBALANCE SHEETS\n\nSTATEMENTS OF INCOME\n\n"
    (report,) = convert((index + data).encode(), name="a.md", fiscal_year_end=(12, 31)).reports
    assert {f"{fact.period.end}" for fact in report.facts if fact.statement == "balance_sheet"} == {"1998-06-27", "1997-06-28"}
