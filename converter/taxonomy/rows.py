"""Reads the tables that lie beside this file, as fast as start-up wants."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from converter.resources import table


def lines(name: str) -> list[str]:
    """The lines of a table without its header. No field of ours holds a line end."""
    return table("taxonomy", name).read_text("utf-8").splitlines()[1:]


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table without its header."""
    return csv.reader(lines(name))


def row(line: str) -> list[str]:
    """One line as its fields."""
    return line.split(",") if '"' not in line else next(csv.reader((line,)))
