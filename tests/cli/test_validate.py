"""``filing2xbrl validate``: verdicts, formats, exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from cli_runs import Run


@pytest.fixture
def reports(run: Run, harbor: Path, out: Path) -> Path:
    """A folder with the good report ``harbor-10q-1998`` in both formats."""
    assert run("convert", harbor, "--out", out).code == 0
    return out


@pytest.fixture
def damaged(reports: Path) -> Path:
    """The report in xBRL-JSON with a monetary fact in letters."""
    path = reports / "harbor-10q-1998.json"
    content = json.loads(path.read_bytes())
    next(fact for fact in content["facts"].values() if fact["dimensions"]["concept"] == "gaap:Assets")["value"] = "plenty"
    damaged = reports / "damaged.json"
    damaged.write_text(json.dumps(content))
    return damaged


def test_a_folder_means_the_reports_in_it(run: Run, reports: Path) -> None:
    result = run("validate", reports)
    assert result.code == 0
    first, second = result.out.splitlines()
    assert first.startswith(f"{reports / 'harbor-10q-1998.json'}: accepted: ")
    assert second.startswith(f"{reports / 'harbor-10q-1998.xbrl'}: accepted: ")
    assert not result.err


def test_rejected(run: Run, damaged: Path) -> None:
    result = run("validate", damaged)
    assert result.code == 1
    assert f"{damaged}: error: " in result.out
    assert f"{damaged}: rejected: " in result.out
    assert run("validate", damaged, "--fail-on", "never").code == 0


def test_rules_are_chosen(run: Run, damaged: Path) -> None:
    assert "rejected" not in run("validate", damaged, "--select", "accounting").out
    assert "[accounting" not in run("validate", damaged, "--ignore", "accounting").out


def test_json(run: Run, damaged: Path) -> None:
    (told,) = json.loads(run("validate", damaged, "--format", "json").out)
    assert told["report"] == str(damaged)
    assert told["readable"] is True
    assert told["facts"] > 100
    assert any(finding["severity"] == "error" and finding["facts"] for finding in told["findings"])
    assert told["compared"]["accounting.equation"] > 0


def test_formats_for_machines(run: Run, damaged: Path) -> None:
    sarif = json.loads(run("validate", damaged, "--format", "sarif").out)
    assert sarif["runs"][0]["results"][0]["level"] == "error"
    suites = ElementTree.fromstring(run("validate", damaged, "--format", "junit").out)
    assert suites.find(".//failure") is not None
    github = run("validate", damaged, "--format", "github")
    assert github.out.startswith(f"::error file={damaged},")
    assert github.code == 1


def test_standard_input(run: Run, reports: Path) -> None:
    data = (reports / "harbor-10q-1998.json").read_bytes()
    assert "-: " in run("validate", "-", data=data).out
    assert run("validate", "-", data=b"").code == 1


@pytest.mark.parametrize(("content", "code"), [(None, 3), (b"", 1), (b"{", 1), (b"<a/>", 1), (b"\0\1\2", 1)])
def test_what_is_no_report(run: Run, tmp_path: Path, content: bytes | None, code: int) -> None:
    path = tmp_path / "bad.json"
    if content is not None:
        path.write_bytes(content)
    result = run("validate", path)
    assert result.code == code
    assert "error" in result.out
    assert "Traceback" not in result.out + result.err


def test_half_a_character_is_no_bug(run: Run, damaged: Path) -> None:
    damaged.write_text(damaged.read_text().replace("plenty", "\\ud800"))
    assert json.loads(run("validate", damaged, "--format", "json").out)


def test_no_report_in_a_folder(run: Run, tmp_path: Path) -> None:
    result = run("validate", tmp_path)
    assert result.code == 3
    assert "no report in" in result.err
