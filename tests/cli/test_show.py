"""``inspect``, ``explain`` and ``list``: what people look at."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from cli_runs import EXAMPLES, Run


def test_inspect(run: Run, harbor: Path) -> None:
    result = run("inspect", harbor)
    assert result.code == 0
    assert "document 1: EX-27" in result.out
    assert "registrant: HARBOR LANTERN COMPANY (0009990001)" in result.out
    assert "balance sheet: CONDENSED CONSOLIDATED BALANCE SHEETS (document 0, In thousands)" in result.out
    assert "column 2: Six Months Ended June 30, 1998: 1998-01-01 to 1998-06-30" in result.out
    assert "gaap:Assets" in result.out
    assert "in the label: $410: gaap:AllowanceForDoubtfulAccountsReceivableCurrent" in result.out
    assert "dei:EntityRegistrantName" in result.out
    assert "ignored: 0 (<SECURITIES>)" in result.out
    assert "gaap:Inventory" not in run("inspect", harbor, "--no-rows").out


def test_inspect_tells_findings_apart(run: Run) -> None:
    result = run("inspect", EXAMPLES / "quillfeather-8k-2003.htm")
    assert "[map.no-cik]" in result.err
    assert "[map.no-cik]" not in result.out


def test_inspect_tells_what_became_no_fact_row_by_row(run: Run, tmp_path: Path) -> None:
    """A column of per cents between those of money has a number in each row."""
    page = tmp_path / "page.htm"
    heads = "<tr><td></td><td>1998</td><td>%</td><td>1997</td><td>%</td></tr>"
    rows = (("Net sales", 900, 100.0, 800, 100.0), ("Cost of sales", 600, 66.7, 500, 62.5), ("Net income", 300, 33.3, 300, 37.5))
    told = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    page.write_text(f"<html><p>STATEMENTS OF INCOME</p><p>Years ended December 31</p><table>{heads}{told}</table></html>")
    out = run("inspect", page).out
    assert "no facts: 6 numbers" in out
    assert "    ignored: 66.7, 62.5 (Cost of sales): a per cent column\n" in out


def test_inspect_what_cannot_be_read(run: Run, tmp_path: Path) -> None:
    assert run("inspect", tmp_path / "missing.txt").code == 3
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    assert run("inspect", empty).code == 3
    assert run("inspect", tmp_path).code == 3


def test_explain_in_text(run: Run, harbor: Path, out: Path) -> None:
    run("convert", harbor, "--out", out)
    report = out / "harbor-10q-1998.json"
    listed = run("explain", report, "gaap:Goodwill")
    ident = listed.out.split()[0]
    told = run("explain", report, ident, "--filing", harbor)
    assert told.code == 0
    assert f"{ident}: gaap:Goodwill" in told.out
    assert "value     5,320,000 iso4217:USD, decimals -3" in told.out
    assert "period    at 1998-06-30" in told.out
    assert "columns" in told.out
    assert "| Goodwill, net .................................         5,320         5,495" in told.out
    assert told.out.rstrip().count("^") == len("5,320")
    assert "confidence" in told.out
    assert "label" in told.out


def test_explain_by_the_words_of_a_row(run: Run, harbor: Path, out: Path) -> None:
    """Also where the words are part of another concept's name."""
    run("convert", harbor, "--out", out)
    listed = run("explain", out / "harbor-10q-1998.json", "inventories").out
    assert "gaap:InventoryNet " in listed
    assert "gaap:IncreaseDecreaseInInventories " in listed
    told = run("explain", out / "harbor-10q-1998.json", "prepaid expenses")
    assert told.code == 0
    assert told.out.splitlines()[0] == (
        "f-PrepaidExpenseAndOtherAssetsCurrent-1998-06-30  gaap:PrepaidExpenseAndOtherAssetsCurrent  1,386,000  at 1998-06-30"
    )
    assert "inspect" in run("explain", out / "harbor-10q-1998.json", "no such row").err


def test_explain_in_a_page(run: Run, out: Path) -> None:
    page = EXAMPLES / "quillfeather-8k-2003.htm"
    run("convert", page, "--out", out)
    report = out / "quillfeather-8k-2003.json"
    ident = run("explain", report, "RestructuringCharges").out.split()[0]
    told = run("explain", report, ident, "--filing", page)
    assert "/table" in told.out
    assert "period    2003-07-01 to 2003-09-30" in told.out


def test_explain_without_or_with_another_filing(run: Run, harbor: Path, out: Path) -> None:
    run("convert", harbor, "--out", out)
    report = out / "harbor-10q-1998.json"
    ident = run("explain", report, "gaap:Goodwill").out.split()[0]
    alone = run("explain", report, ident)
    assert alone.code == 0
    assert "source" in alone.out
    assert "|" not in alone.out
    shutil.copy(harbor, out)
    assert "|" in run("explain", report, ident).out
    other = run("explain", report, ident, "--filing", EXAMPLES / "tern-island-release-2002.md")
    assert "another hash" in other.err
    assert "|" not in other.out


def test_explain_what_is_not_there(run: Run, harbor: Path, out: Path) -> None:
    run("convert", harbor, "--out", out)
    assert run("explain", out / "harbor-10q-1998.json", "gaap:Unicorns").code == 2
    missing = run("explain", out / "missing.json", "x")
    assert missing.code == 3
    assert "[file.unreadable]" in missing.err
    filing = run("explain", harbor, "x")
    assert filing.code == 3
    assert "that 'filing2xbrl convert' wrote" in filing.err


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("formats",), "xbrl-json    xBRL-JSON (OIM 1.0) (<stem>.json)"),
        (("concepts", "gaap:AssetsCurrent"), "    + gaap:InventoryNet"),
        (("concepts", "accounts", "receivable"), "gaap:AccountsReceivableNetCurrent"),
        (("rules", "accounting"), "accounting.equation"),
        (("rules", "inconsistent", "duplicates"), "duplicates.inconsistent"),
        (("rules", "map.no-cik"), "    What to do: Give it with --cik"),
        (("rules", "ghost-row"), "    What to do: "),
        (("rules", "calculation.does-not-add-up"), "misprinted or misread"),
    ],
)
def test_list(run: Run, words: tuple[str, ...], line: str) -> None:
    result = run("list", *words)
    assert result.code == 0
    assert line in result.out


def test_list_all_concepts(run: Run) -> None:
    assert run("list", "concepts").out.count("\n") > 300


def test_list_nothing(run: Run) -> None:
    result = run("list", "concepts", "xyzzy", "plugh")
    assert (result.code, result.out) == (0, "")
    assert "Nothing fits 'xyzzy plugh'." in result.err
