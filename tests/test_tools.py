"""One filing in notations that OCR and conversion tools write, beyond those of `test_looks`: the same facts each time."""

from __future__ import annotations

from collections.abc import Callable
from itertools import zip_longest

import pytest
from test_looks import DAYS, TITLES, Look, Rows, _expected, _filing, _grid, _pipes, _told, _unsigned


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
