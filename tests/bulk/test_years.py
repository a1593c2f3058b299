"""Filings of one company in one run: rows keep their concept, whatever the order and the number of processes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from cli_runs import EXAMPLES
from msgspec.structs import replace

from converter.bulk import Job, Outcome, convert_many, keep_habits
from converter.model import Correction

TERN = EXAMPLES / "tern-island-release-2002.md"
TAXES = "gaap:ExciseAndSalesTaxes"


def next_year(text: str) -> str:
    """The same release a year later: all amounts are twice as large, last year's column is this year's of the first."""
    text = text.replace("2002", "2003").replace("2001", "2002")
    return "\n".join(_later(line) for line in text.splitlines()) + "\n"


def _later(line: str) -> str:
    label, *cells = line.split("\t")
    if len(cells) != 2 or not any(c.isdigit() for c in cells[0]) or "\t2003\t" in line or "March" in line:
        return line
    digits = cells[0].replace("\\$ ", "").replace(",", "").strip("()")
    new = f"{int(digits) * 2:,}" if digits.isdigit() else "0.10"
    return "\t".join((label, cells[0].replace(cells[0].replace("\\$ ", "").strip("()"), new), cells[0]))


@pytest.fixture
def filings(tmp_path: Path) -> list[Path]:
    """Two years of Tern Island; in the second the row of its taxes has another name."""
    (tmp_path / "in").mkdir()
    first, second = tmp_path / "in" / "first.md", tmp_path / "in" / "second.md"
    text = TERN.read_text("utf-8")
    first.write_text(text, "utf-8")
    second.write_text(next_year(text).replace("Less excise taxes", "Levy of the island"), "utf-8")
    return [first, second]


def run(files: Sequence[Path], out: Path, *corrections: Correction, jobs: int = 1) -> list[Outcome]:
    job = Job(out, ("xbrl-json",), {"corrections": corrections}, compared=True)
    return keep_habits(list(convert_many(files, job, jobs)), job, jobs)


def concepts(out: Path, stem: str, label: str) -> set[str]:
    facts = json.loads((out / f"{stem}.json").read_bytes())["facts"].values()
    return {fact["dimensions"]["concept"] for fact in facts if fact.get("f2x:label") == label}


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.*")}


CORRECTION = Correction("mine.csv:2", statement="income", label="Less excise taxes", concept=TAXES)


def test_the_example_of_a_year_later(filings: list[Path], tmp_path: Path) -> None:
    first, second = run(filings, tmp_path / "out")
    # The label's one count of shares, issued and outstanding, is of both days only where the amount has not changed.
    assert first.facts - 2 == second.facts > 80
    assert concepts(tmp_path / "out", "first", "Less excise taxes") == {TAXES}
    assert concepts(tmp_path / "out", "second", "Levy of the island") == {TAXES}, "its number of last year is the first filing's"


def test_numbers_that_are_the_same_prove_the_row(filings: list[Path], tmp_path: Path) -> None:
    """What a person says of a row reaches the filing that gives it another name."""
    out = tmp_path / "out"
    outcomes = run(filings, out, CORRECTION)
    assert concepts(out, "first", "Less excise taxes") == {TAXES}
    assert concepts(out, "second", "Levy of the island") == {TAXES}
    facts = json.loads((out / "second.json").read_bytes())["facts"].values()
    reasons = {r["text"] for fact in facts if fact.get("f2x:label") == "Levy of the island" for r in fact["f2x:evidence"]["reasons"]}
    assert "the row has the same concept in first.md" in reasons
    assert [finding.code for finding in outcomes[1].findings if finding.code.startswith("corrections.")] == ["corrections.row-not-found"]


def test_what_is_said_of_one_filing_stays_with_it(filings: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(filings, out, replace(CORRECTION, filing="first.md"))
    assert concepts(out, "first", "Less excise taxes") == {TAXES}
    assert concepts(out, "second", "Levy of the island") == {"x:LevyOfTheIsland"}


def test_other_numbers_speak_against_it(filings: list[Path], tmp_path: Path) -> None:
    first, second = filings
    second.write_text(second.read_text("utf-8").replace("212,450", "212,540"), "utf-8")
    run([first, second], tmp_path / "out", CORRECTION)
    assert concepts(tmp_path / "out", "second", "Levy of the island") == {"x:LevyOfTheIsland"}


def test_order_and_jobs_change_nothing(filings: list[Path], tmp_path: Path) -> None:
    one = run(filings, tmp_path / "one", CORRECTION)
    other = run(filings[::-1], tmp_path / "other", CORRECTION)
    two = run(filings, tmp_path / "two", CORRECTION, jobs=2)
    assert content(tmp_path / "one") == content(tmp_path / "other") == content(tmp_path / "two")
    assert [each.findings for each in one] == [each.findings for each in other[::-1]] == [each.findings for each in two]
    assert [each.path for each in other] == filings[::-1]


def test_a_company_of_one_filing_is_left_alone(filings: list[Path], tmp_path: Path) -> None:
    job = Job(tmp_path / "out", ("xbrl-json",), compared=True)
    outcomes = list(convert_many([filings[0], EXAMPLES / "harbor-10q-1998.txt"], job))
    assert keep_habits(outcomes, job) == outcomes
    assert all(outcome.said for outcome in outcomes)
    alone = replace(job, compared=False)
    assert keep_habits(list(convert_many(filings, alone)), alone)[0].said == ()
