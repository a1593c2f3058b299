"""A statement in another currency keeps all its numbers, however its figures bear the currency's mark."""

from __future__ import annotations

import pytest

from converter import convert

ROWS = (
    ("Cash and cash equivalents", "1,200", "1,100", True),
    ("Inventories", "2,800", "2,400", False),
    ("Total current assets", "4,000", "3,500", True),
    ("Property, plant and equipment, net", "6,000", "5,500", False),
    ("Total assets", "10,000", "9,000", True),
    ("Accounts payable", "3,000", "2,500", False),
    ("Common stock", "1,000", "1,000", False),
    ("Retained earnings", "6,000", "5,500", False),
    ("Total stockholders' equity", "7,000", "6,500", True),
    ("Total liabilities and stockholders' equity", "10,000", "9,000", True),
)
TITLE, COUNTED, HEADS = "CONSOLIDATED BALANCE SHEETS", "(in thousands)", ("December 31, 1998", "December 31, 1997")


def page(mark: str, *, apart: bool) -> str:
    """The statement in HTML, the mark in the figure's cell or in one of its own."""
    between = "</td><td>" if apart else " "
    rows = [("", *HEADS, False), *ROWS]
    cells = "".join(
        f"<tr><td>{label}</td>" + "".join(f"<td>{mark if marked else ''}{between}{each}</td>" for each in figures) + "</tr>"
        for label, *figures, marked in rows
    )
    return f"<html><body><p>VOLE HARBOUR LTD</p><p>{TITLE}</p><p>{COUNTED}</p><table>{cells}</table></body></html>"


def text(mark: str, *, gap: int) -> str:
    rows = [f"{label:44}{mark + ' ' * gap + one if marked else one:>20}{mark + ' ' * gap + other if marked else other:>20}"
            for label, one, other, marked in ROWS]  # fmt: skip
    return "\n".join(["VOLE HARBOUR LTD", "", TITLE, COUNTED, "", f"{'':44}{HEADS[0]:>20}{HEADS[1]:>20}", *rows])


def markdown(mark: str) -> str:
    """As OCR tools write a table that they did not see: single blanks."""
    rows = [f"{label} {mark + ' ' if marked else ''}{one} {mark + ' ' if marked else ''}{other}" for label, one, other, marked in ROWS]
    return "\n".join(["# VOLE HARBOUR LTD", "", TITLE, COUNTED, "", " ".join(HEADS), "", *rows, ""])


@pytest.mark.parametrize("mark", ["CHF", "SKr", "Lit.", "CAN$", "Yen"])
def test_no_number_is_lost(mark: str) -> None:
    """Where the mark was not known, the numbers of marked rows were no numbers, and nothing said so."""
    given = {
        "in.htm": page(mark, apart=False),
        "apart.htm": page(mark, apart=True),
        "in.txt": text(mark, gap=1),
        "apart.txt": text(mark, gap=4),
        "blanks.md": markdown(mark),
    }
    for name, content in given.items():
        (report,) = convert(content.encode(), name=name).reports
        units = {fact.unit.numerator for fact in report.facts if fact.unit}
        assert (len(report.facts), len(report.unmapped), len(report.ignored), len(units)) == (20, 0, 0, 1), name
        assert units != {"iso4217:USD"}, name
