"""A row for each date beside or below its label."""

from __future__ import annotations

from datetime import date

import pytest
from filings import BALANCE_ROWS, one, values

from converter.find.statements.lines.dated import dates_across
from converter.find.statements.periods.known import Known
from converter.grammar.numbers import parse_figure
from converter.model import Cell, Place, Row

ANNUAL = Known(date(1998, 12, 31), (12, 31), "10-K")
DATES = ("December 31, 1998", "December 31, 1997")


def _tr(*cells: str) -> str:
    return "<tr>" + "".join(cell if cell.startswith("<td") else f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _below(label: str, dated: list[tuple[str, str]]) -> str:
    return _tr(f"<td colspan=2>{label}</td>") + "".join(_tr("&nbsp;&nbsp;" + day, figure) for day, figure in dated)


def _spanned(label: str, dated: list[tuple[str, str]]) -> str:
    first, *others = dated or [("", "")]
    return _tr(f"<td rowspan={len(dated) or 1}>{label}</td>", *first) + "".join(_tr(*each) for each in others)


def _beside(label: str, dated: list[tuple[str, str]]) -> str:
    first, *others = dated or [("", "")]
    return _tr(label, *first) + "".join(_tr("", *each) for each in others)


def _page(make: object, dates: tuple[str, str] = DATES) -> str:
    assert callable(make)
    rows = "".join(make(label, list(zip(dates, figures, strict=False))) for label, *figures in BALANCE_ROWS)
    return f"<html><p>BALANCE SHEETS<br>(in thousands)</p><table>{rows}</table></html>"


@pytest.mark.parametrize("make", [_below, _spanned, _beside])
@pytest.mark.parametrize("dates", [DATES, ("1998", "1997"), ("December 31, 1997", "December 31, 1998")])
def test_each_figure_is_of_the_date_in_its_row(make: object, dates: tuple[str, str]) -> None:
    found = one(_page(make, dates), "balance_sheet", ANNUAL, "filing.htm")
    assert [str(column.period.end.year) for column in found.columns if column.period] == [day[-4:] for day in dates]
    assert [values(found, label.strip()) for label, *figures in BALANCE_ROWS if figures] == [
        [f"{figure.strip('$ ').replace(',', '')}000 iso4217:USD" for figure in figures] for _, *figures in BALANCE_ROWS if figures
    ]


def _row(*texts: str) -> Row:
    return Row(tuple(Cell(text, at, at + 1, Place(0, "cell", text), parse_figure(text)) for at, text in enumerate(texts) if text))


def _said(rows: object) -> list[list[str]]:
    assert isinstance(rows, list)
    return [[f"{cell.text}@{cell.left}" for cell in row.cells] for row in rows]


def test_what_has_no_date_stays_in_its_row() -> None:
    owned = [_row("Lamps"), _row("1998", "5"), _row("1997", "4")]
    rule = Row(_row("---", "---").cells, rule=True)
    rows = [_row("LAMPS AND OIL"), *owned, rule, _row("Oil"), _row("1998", "7"), *owned, _row("Staff", "12"), *owned, _row("A note.")]
    assert _said(dates_across(rows)) == [
        ["LAMPS AND OIL@0"],
        ["1998@1", "1997@2"],
        ["Lamps@0", "5@1", "4@2"],
        ["---@0", "---@1"],
        ["Oil@0", "7@1"],
        ["Lamps@0", "5@1", "4@2"],
        ["Staff@0", "12@1"],
        ["Lamps@0", "5@1", "4@2"],
        ["A note.@0"],
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [_row(str(year), "12,000") for year in range(1998, 2008)],
        [_row("Lamps"), _row("1998", "5"), _row("1997", "4")] * 2,
        [_row("Lamps"), _row("Sold in 1998", "5"), _row("Lost in flood of 1997?", "4")] * 2 + [_row("Oil", "5")] * 12,
        [_row("Lamps", "6", "7"), _row("1998", "5"), _row("1997", "4")] * 4,
    ],
    ids=["each date once", "few", "among others", "half of the rows"],
)
def test_other_tables_with_dates_stay(rows: list[Row]) -> None:
    assert dates_across(rows) is rows


def test_a_small_lone_figure_below_its_label_is_no_page_number() -> None:
    rows = [*BALANCE_ROWS[:5], ("Goodwill", "84", ""), *BALANCE_ROWS[5:]]
    cells = [
        f"<tr><td colspan=2>{label}</td></tr>" + ("".join(["<tr>", *(f"<td>{each}</td>" for each in figures), "</tr>"]) if figures else "")
        for label, *figures in rows
    ]
    heads = "<tr><td>1998</td><td>1997</td></tr>"
    page = f"<html><p>BALANCE SHEETS<br>(in thousands)</p><table>{heads}{''.join(cells)}</table></html>"
    assert values(one(page, "balance_sheet", ANNUAL, "filing.htm"), "Goodwill") == ["84000 iso4217:USD"]
