"""The facts of reports as a table."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from cli_runs import EXAMPLES, Run

from converter.write.table import COLUMNS

HARBOR, TERN, QUILL = "harbor-10q-1998", "tern-island-release-2002", "quillfeather-8k-2003"


@pytest.fixture
def reports(run: Run, out: Path) -> Path:
    run("convert", EXAMPLES, "--out", out)
    return out


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_line_for_each_fact(run: Run, reports: Path) -> None:
    told = run("facts", reports / f"{HARBOR}.json")
    assert (told.code, told.err) == (0, "")
    rows = table(told.out)
    facts = json.loads((reports / f"{HARBOR}.json").read_bytes())["facts"]
    assert [row["fact"] for row in rows] == list(facts)
    assert tuple(rows[0]) == COLUMNS
    assert all(row["value"].lstrip("'") == (facts[row["fact"]]["value"] or "") for row in rows)
    (sales,) = [row for row in rows if row["fact"] == "f-SalesRevenueNet-1998-04-01-1998-06-30"]
    assert sales == {
        "report": str(reports / f"{HARBOR}.json"),
        "fact": "f-SalesRevenueNet-1998-04-01-1998-06-30",
        "entity": "cik:0009990001",
        "company": "HARBOR LANTERN COMPANY",
        "statement": "income",
        "label": "Net sales",
        "concept": "gaap:SalesRevenueNet",
        "dimensions": "",
        "start": "1998-04-01",
        "end": "1998-06-30",
        "months": "3",
        "value": "41286000",
        "unit": "iso4217:USD",
        "decimals": "-3",
        "confidence": "0.96",
        "printed": "$  41,286",
        "document": "0",
        "place": "155:36-45",
    }


def test_a_folder_is_its_reports_once(run: Run, reports: Path) -> None:
    """The instance beside an xBRL-JSON says the same again."""
    every = [reports / f"{stem}.json" for stem in (HARBOR, QUILL, TERN)]
    assert run("facts", reports).out == run("facts", *every).out
    assert {row["company"] for row in table(run("facts", reports).out)} >= {"HARBOR LANTERN COMPANY", "Tern Island Brewing Company"}
    refused = run("facts", reports / "taxonomy" / "nowhere")
    assert refused.code == 3
    empty = reports / "empty"
    empty.mkdir()
    assert run("facts", empty).code == 2


def test_all_formats_give_one_table(run: Run, reports: Path) -> None:
    one, other = (table(run("facts", reports / f"{QUILL}{suffix}").out) for suffix in (".json", ".xbrl"))
    same = [name for name in COLUMNS if name != "report"]
    assert [[row[name] for name in same] for row in one] == [[row[name] for name in same] for row in other]


def test_numbers_only(run: Run, reports: Path) -> None:
    every, numbers = (table(run("facts", reports, *more).out) for more in ((), ("--numbers",)))
    texts = [row for row in every if row not in numbers]
    assert {row["statement"] for row in texts} == {"cover"}
    assert not any(row["unit"] or row["decimals"] for row in texts)
    assert [float(row["value"]) for row in numbers if row["value"]]


def test_json_lines_and_a_file(run: Run, reports: Path, tmp_path: Path) -> None:
    file = tmp_path / "facts.jsonl"
    assert run("facts", reports, "--format", "jsonl", "--out", file).out == ""
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert len(rows) == len(table(run("facts", reports).out))
    assert rows[0]["decimals"] == -3
    refused = run("facts", reports, "--out", reports / f"{TERN}.json")
    assert refused.code == 2
    assert "one of the reports" in refused.err


def test_words_are_no_formulas_and_numbers_no_words(run: Run, tmp_path: Path) -> None:
    statement = """CONSOLIDATED STATEMENTS OF OPERATIONS
(in thousands)
                                       Year ended December 31,
                                            1998         1997
Net sales                                 $4,000       $3,000
Costs and expenses                         5,000        3,500
=Sum of other matters                         50           60
Net loss                                 $(1,050)       $(560)
"""
    (tmp_path / "vole.txt").write_text(statement, "utf-8")
    run("convert", tmp_path / "vole.txt", "--out", tmp_path / "out")
    rows = table(run("facts", tmp_path / "out").out)
    assert {row["value"] for row in rows if row["label"] == "Net loss"} == {"-1050000", "-560000"}
    assert not [row for row in rows if row["label"].startswith("=")]


def test_a_report_that_cannot_be_read_is_told(run: Run, reports: Path) -> None:
    (reports / "torn.json").write_text('{"documentInfo": ', "utf-8")
    told = run("facts", reports)
    assert told.code == 3
    assert "torn.json: no report could be read" in told.err
    assert len(table(told.out)) > 300


def test_a_terminal_that_lacks_letters_gets_question_marks(run: Run, reports: Path, tmp_path: Path) -> None:
    import os
    import subprocess
    import sys

    text = (reports / f"{HARBOR}.json").read_text("utf-8").replace("HARBOR LANTERN COMPANY", "H\u00c4RBOR LANTERN COMPANY")
    (tmp_path / "one.json").write_text(text, "utf-8")
    settings = {**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    command = [sys.executable, "-m", "converter", "facts", "one.json"]
    done = subprocess.run(command, cwd=tmp_path, env=settings, capture_output=True, check=True)
    assert b"H?RBOR LANTERN COMPANY" in done.stdout
