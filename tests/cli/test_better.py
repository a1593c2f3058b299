"""What a person may know better: options of a run, and the table for single files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_runs import EXAMPLES, Run

TERN = "tern-island-release-2002.md"
HEAD = "file,period_end,fiscal_year_end,scale,currency,encoding,cik\n"


def facts(out: Path, stem: str = "tern-island-release-2002") -> list[dict[str, object]]:
    return list(json.loads((out / f"{stem}.json").read_bytes())["facts"].values())


def currencies(out: Path) -> set[str]:
    units = [fact["dimensions"].get("unit", "") for fact in facts(out) if isinstance(fact["dimensions"], dict)]
    return {unit.partition("/")[0] for unit in units if unit.startswith("iso4217:")}


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "better.csv"


def test_scale_and_currency_of_a_run(run: Run, out: Path) -> None:
    assert run("convert", EXAMPLES / TERN, "--out", out, "--scale", "Millions", "--currency", "cad").code == 0
    assert "iso4217:CAD" in currencies(out)
    assert run("inspect", EXAMPLES / TERN, "--currency", "CAD").code == 0


def test_a_table_as_a_spreadsheet_saves_it(run: Run, out: Path, table: Path) -> None:
    """With semicolons and a byte order mark, as spreadsheets of half of Europe do."""
    table.write_bytes(f"{HEAD}{TERN},,,,CAD,,\n".replace(",", ";").encode("utf-8-sig"))
    assert run("convert", EXAMPLES / TERN, "--out", out, "--overrides", table).code == 0
    assert currencies(out) == {"iso4217:CAD"}


def test_heads_and_paths_as_people_write_them(run: Run, out: Path, table: Path) -> None:
    table.write_text(f"File,Fiscal-Year-End,CURRENCY\n{EXAMPLES / 'more' / '..' / TERN},12-31,CAD\n")
    result = run("convert", EXAMPLES / TERN, "--out", out, "--overrides", table)
    assert "is not used" not in result.err
    assert currencies(out) == {"iso4217:CAD"}


@pytest.mark.parametrize(
    ("option", "word"),
    [(("--scale", "dozens"), "thousands"), (("--currency", "dollars"), "three letters"), (("--currency", "QQQ"), "ISO 4217")],
)
@pytest.mark.parametrize("command", ["convert", "inspect"])
def test_usage(run: Run, command: str, option: tuple[str, str], word: str) -> None:
    result = run(command, EXAMPLES / TERN, *option)
    assert result.code == 2
    assert word in result.err


def test_a_row_speaks_for_its_file_before_the_run(run: Run, out: Path, table: Path) -> None:
    table.write_text(f"{HEAD}{TERN},,12-31,thousands,CAD,,9990003\n\nother.txt,1998-12-31,,,,,\n")
    result = run("convert", EXAMPLES, "--out", out, "--overrides", table, "--currency", "GBP")
    assert result.code == 0
    assert "better.csv:4: no input is named other.txt" in result.err
    assert "iso4217:CAD" in currencies(out)
    assert "iso4217:GBP" not in currencies(out)
    assert "iso4217:GBP" in (out / "harbor-10q-1998.json").read_text()
    entities = {fact["dimensions"]["entity"] for fact in facts(out) if isinstance(fact["dimensions"], dict)}
    assert entities == {"cik:0009990003"}


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "names file once"),
        ("file,colour\na.txt,red\n", 1, "no such column: 'colour'"),
        ("scale\nthousands\n", 1, "names file once"),
        ("file,scale,scale\na.txt,units,units\n", 1, "at most once"),
        ("file,scale\na.txt,thousands\nb.txt,dozens\n", 3, "dozens is no scale"),
        ("file,scale\na.txt\n", 2, "1 cells where the head has 2"),
        ("file,scale\n,thousands\n", 2, "names no file"),
        ("file,period_end\na.txt,June\n", 2, "1997-12-31"),
        ("file,cik\na.txt,1\na.txt,2\n", 3, "stands on line 2 already"),
    ],
)
def test_a_wrong_row(run: Run, out: Path, table: Path, text: str, line: int, reason: str) -> None:
    table.write_text(text)
    result = run("convert", EXAMPLES / TERN, "--out", out, "--overrides", table)
    assert result.code == 2
    assert f"better.csv:{line}: " in result.err
    assert reason in result.err
    assert not out.exists()


@pytest.mark.parametrize("data", [b"file,scale\n\xff\xfe,units\n", b'file,scale\n"a.txt,units\n'])
def test_no_table(run: Run, out: Path, table: Path, data: bytes) -> None:
    table.write_bytes(data)
    result = run("convert", EXAMPLES / TERN, "--out", out, "--overrides", table)
    assert result.code == 2
    assert "no CSV in UTF-8" in result.err
    assert run("convert", EXAMPLES / TERN, "--overrides", table.with_name("none.csv")).code == 2
