"""Corrections from the command: the template, the run, what is told."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from cli_runs import EXAMPLES, Run

HARBOR = EXAMPLES / "harbor-10q-1998.txt"
TERN = EXAMPLES / "tern-island-release-2002.md"
QUILL = EXAMPLES / "quillfeather-8k-2003.htm"


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def report(out: Path, stem: str) -> Path:
    return out / f"{stem}.json"


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_the_template_names_what_is_doubtful(run: Run, out: Path) -> None:
    run("convert", EXAMPLES, "--out", out)
    result = run("corrections", report(out, TERN.stem))
    assert result.code == 0
    (other,) = [row for row in table(result.out) if row["label"] == "Other income"]
    assert other["doubt"] == "confidence below 0.8"
    assert other["statement"] == "income"
    assert other["now"] == "gaap:OtherNonoperatingIncomeExpense"
    assert other["printed"] == "6,250  4,800"
    assert "gaap:OtherNonoperatingIncome (" in other["likely"]
    assert not any(row[name] for row in table(result.out) for name in ("concept", "sign", "ignore", "note"))
    more = table(run("corrections", report(out, TERN.stem), "--below", "0.95").out)
    assert len(more) > len(table(result.out))


def test_a_folder_is_the_reports_in_it(run: Run, out: Path) -> None:
    run("convert", EXAMPLES, "--out", out)
    assert run("corrections", out).out == run("corrections", *sorted(out.glob("*.json"))).out
    (out / "settings.json").write_text('{"colour": "blue"}', "utf-8")
    beside = run("corrections", out)
    assert beside.code == 0
    assert beside.err == f"{out / 'settings.json'}: skipped, no report\n"
    refused = run("corrections", out / "taxonomy")
    assert refused.code == 2
    assert "holds no xBRL-JSON" in refused.err


def test_the_template_changes_nothing(run: Run, out: Path, tmp_path: Path) -> None:
    """All rows and facts of all examples, unchanged, give the same bytes."""
    again, mine = tmp_path / "again", tmp_path / "mine.csv"
    plain = run("convert", EXAMPLES, "--out", out)
    told = run("corrections", *sorted(out.glob("*.json")), "--below", "1", "--out", mine)
    assert told.out == f"{mine}: {len(table(mine.read_text('utf-8')))} rows and facts to look at\n"
    assert len(table(mine.read_text("utf-8"))) > 100
    result = run("convert", EXAMPLES, "--out", again, "--corrections", mine)
    assert result.err == plain.err
    assert content(again) == content(out)


def test_every_line_of_the_template_finds_its_row(run: Run, out: Path, tmp_path: Path) -> None:
    """With the concept that it has already as verdict, each line is obeyed and nothing but the reasons changes."""
    again, mine = tmp_path / "again", tmp_path / "mine.csv"
    run("convert", HARBOR, "--out", out)
    rows = table(run("corrections", report(out, HARBOR.stem), "--below", "1").out)
    with mine.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows({**row, "concept": row["now"].partition(" ")[0]} for row in rows if row["fact"] or " " not in row["now"])
    result = run("convert", HARBOR, "--out", again, "--corrections", mine)
    assert result.code == 0, result.err
    assert "corrections." not in result.err
    before, after = (json.loads(report(folder, HARBOR.stem).read_bytes())["facts"] for folder in (out, again))
    assert {key: fact["value"] for key, fact in before.items()} == {key: fact["value"] for key, fact in after.items()}
    assert sum(fact["f2x:evidence"]["confidence"] == 1 for fact in after.values()) > 0.8 * len(after)


def test_a_correction_from_the_template_to_the_explanation(run: Run, out: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_text("entity,statement,label,concept,note\n0-99903,income,Less excise taxes,ExciseAndSalesTaxes,as in the note\n", "utf-8")
    assert run("convert", TERN, "--out", out, "--corrections", mine).code == 0
    told = run("explain", report(out, TERN.stem), "ExciseAndSalesTaxes").out
    ident = told.split()[0]
    assert "corrected by mine.csv:2: as in the note" in run("explain", report(out, TERN.stem), ident).out
    assert "Less excise taxes" not in run("corrections", report(out, TERN.stem)).out


def test_jobs_change_nothing(run: Run, out: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_text("entity,label,sign,concept\n9990001,Inventories,,own\n,Goodwill net,turned,\n77,Inventories,,own\n", "utf-8")
    one = run("convert", EXAMPLES, "--out", out, "--corrections", mine)
    two = run("convert", EXAMPLES, "--out", tmp_path / "two", "--corrections", mine, "--jobs", "2")
    assert one.err == two.err
    assert content(out) == content(tmp_path / "two")
    assert "1 of 3 corrections is for no filing of this run: mine.csv:4 (77)\n" in one.err
    assert "mine.csv:2" not in one.err


def test_what_no_longer_fits_is_a_finding(run: Run, out: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('[[correction]]\nlabel = "Inventory of ships"\nstatement = "balance_sheet"\nignore = true\n', "utf-8")
    result = run("convert", HARBOR, "--out", out, "--corrections", mine, "--fail-on", "warning")
    assert result.code == 1
    assert "warning: mine.toml:1: no row of the balance sheet is labelled 'Inventory of ships'" in result.err
    assert "[corrections.row-not-found]" in result.err
    (found,) = json.loads(report(out, HARBOR.stem).read_bytes())["f2x:findings"]
    assert found["code"] == "corrections.row-not-found"


@pytest.mark.parametrize(("text", "line"), [("label,concept\nSales\n", 2), ("lable\n", 1)])
def test_a_wrong_file_ends_the_run_before_it_begins(run: Run, out: Path, tmp_path: Path, text: str, line: int) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_text(text, "utf-8")
    result = run("convert", HARBOR, "--out", out, "--corrections", mine)
    assert result.code == 2
    assert f"mine.csv:{line}: " in result.err
    assert not out.exists()
    assert run("convert", HARBOR, "--out", out, "--corrections", tmp_path / "none.csv").code == 2


def test_a_template_with_verdicts_is_not_written_over(run: Run, out: Path, tmp_path: Path) -> None:
    run("convert", HARBOR, "--out", out)
    mine = tmp_path / "mine.csv"
    mine.write_text("label,concept\n", "utf-8")
    again = run("corrections", report(out, HARBOR.stem), "--out", mine)
    assert again.code == 2
    assert "--force" in again.err
    assert mine.read_text("utf-8") == "label,concept\n"
    assert run("corrections", report(out, HARBOR.stem), "--out", mine, "--force").code == 0
    assert mine.read_text("utf-8").startswith("entity,filing,statement,label,under,fact,concept,sign,ignore,note,now,")
    assert run("corrections", report(out, HARBOR.stem), "--out", tmp_path / "none" / "mine.csv").code == 2
    assert run("corrections", tmp_path / "none.json").code == 3


def test_formulas_stay_text(run: Run, out: Path, tmp_path: Path) -> None:
    """Labels are strangers' words; a spreadsheet must not reckon with them, and they still find their row."""
    text = TERN.read_text("utf-8").replace("Other income", "=Other income")
    (tmp_path / "formula.md").write_text(text, "utf-8")
    run("convert", tmp_path / "formula.md", "--out", out)
    told = run("corrections", out / "formula.json").out
    assert ",'=Other income," in told
    mine = tmp_path / "mine.csv"
    mine.write_text("label,concept\n'=Other income,OtherNonoperatingIncome\n", "utf-8")
    result = run("convert", tmp_path / "formula.md", "--out", out, "--corrections", mine)
    assert "corrections." not in result.err
    assert '"gaap:OtherNonoperatingIncome"' in (out / "formula.json").read_text("utf-8")


def test_inspect_shows_what_becomes_of_it(run: Run, tmp_path: Path) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_text("label,concept\nLess excise taxes,ExciseAndSalesTaxes\n", "utf-8")
    assert "gaap:ExciseAndSalesTaxes 1.00" in run("inspect", TERN, "--corrections", mine).out
    mine.write_text("label\n", "utf-8")
    assert run("inspect", TERN, "--corrections", tmp_path / "none.csv").code == 2


def test_from_python(tmp_path: Path) -> None:
    from converter import convert, read_corrections

    mine = tmp_path / "mine.csv"
    mine.write_text("label,concept\nInventories,own\n", "utf-8")
    plain, corrected = convert(HARBOR).reports[0], convert(HARBOR, corrections=read_corrections(mine)).reports[0]
    assert len(plain.facts) == len(corrected.facts)
    own = {f.concept for f in corrected.facts if f.label == "Inventories"}
    assert own == {"x:Inventories", "x:IncreaseDecreaseInInventories"}
