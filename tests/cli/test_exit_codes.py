"""The exit codes that ``--help`` promises, for the two commands that people put into scripts: 0, 1, 2, 3, 70, the highest applies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from cli_runs import Run


@pytest.fixture
def report(run: Run, harbor: Path, out: Path) -> Path:
    assert run("convert", harbor, "--out", out).code == 0
    return out / "harbor-10q-1998.json"


@pytest.fixture
def bad(report: Path) -> Path:
    """A report that is rejected."""
    path = report.with_name("bad.json")
    path.write_text(report.read_text().replace('"documentInfo"', '"documentinfo"', 1))
    return path


@pytest.fixture
def doubtful(report: Path) -> Path:
    """A report that is accepted with warnings."""
    path = report.with_name("doubtful.json")
    path.write_text(report.read_text().replace('"value":"21447000"', '"value":"22447000"', 1))
    return path


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A text without statements: converted, with warnings."""
    path = tmp_path / "letter.txt"
    path.write_text("A letter.\n")
    return path


def test_validate_0(run: Run, report: Path, doubtful: Path, bad: Path) -> None:
    assert run("validate", report).code == 0
    assert run("validate", doubtful).code == 0, "warnings fail only where they are asked to"
    assert run("validate", bad, "--fail-on", "never").code == 0


def test_validate_1(run: Run, report: Path, doubtful: Path, bad: Path) -> None:
    assert run("validate", report, bad).code == 1
    assert run("validate", doubtful, "--fail-on", "warning").code == 1
    assert run("validate", report, "--fail-on", "warning").code == 0


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        ["--fly"],
        ["--fail-on", "info"],
        ["--format", "pdf"],
        ["--select", "nonsense"],
        ["--severity", "xbrl"],
        ["--also", "sarif"],
        ["--baseline", "none.json"],
        ["--write-baseline"],
        ["--config", "none.toml"],
        ["--source", "none"],
        ["--taxonomy-package", "none"],
    ],
    ids=" ".join,
)
def test_validate_2(run: Run, report: Path, wrong: list[str]) -> None:
    told = run("validate", *([report] if wrong else []), *wrong)
    assert told.code == 2
    assert not told.out
    assert "Error: " in told.err


def test_validate_3(run: Run, report: Path, bad: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    nothing = tmp_path / "nothing.json"
    nothing.write_bytes(b" \n")
    for path in (tmp_path / "none.json", empty, nothing, tmp_path / "none*.json"):
        assert run("validate", path).code == 3
    assert run("validate", "-", data=b"").code == 3
    assert run("validate", report, bad, tmp_path / "none.json").code == 3, "the highest applies"
    assert run("validate", tmp_path / "none.json", "--fail-on", "never").code == 3


def test_convert_0(run: Run, harbor: Path, letter: Path, out: Path) -> None:
    assert run("convert", harbor, letter, "--out", out).code == 0


def test_convert_1(run: Run, harbor: Path, letter: Path, out: Path) -> None:
    assert run("convert", harbor, letter, "--out", out, "--fail-on", "warning").code == 1
    assert run("convert", letter, "--out", out, "--fail-on", "error").code == 0


@pytest.mark.parametrize(
    "wrong", [["--fly"], ["--to", "pdf"], ["--scale", "dozens"], ["--overrides", "none.csv"], ["--period-end", "today"]]
)
def test_convert_2(run: Run, harbor: Path, out: Path, wrong: list[str]) -> None:
    told = run("convert", harbor, "--out", out, *wrong)
    assert (told.code, told.out) == (2, "")
    assert "Error: " in told.err
    assert not out.exists()


def test_convert_2_where_nothing_can_be_written(run: Run, harbor: Path, letter: Path) -> None:
    assert run("convert", harbor, "--out", letter / "below-a-file").code == 2
    twin = harbor.parent / "twin" / harbor.name
    twin.parent.mkdir()
    twin.write_bytes(harbor.read_bytes())
    assert run("convert", harbor, twin, "--out", harbor.parent / "out").code == 2, "two inputs of one stem"


def test_convert_3(run: Run, harbor: Path, letter: Path, out: Path) -> None:
    none = harbor.with_name("none.txt")
    assert run("convert", none, "--out", out).code == 3
    assert run("convert", "-", "--out", out, data=b"").code == 3
    assert run("convert", "-", "--out", out, data=b"\0\1\2").code == 3
    assert run("convert", none, letter, harbor, "--out", out, "--fail-on", "warning").code == 3, "the highest applies"
    assert (out / "harbor-10q-1998.json").exists(), "and the others are converted all the same"


@pytest.mark.parametrize(("command", "broken"), [("validate", "converter.cli.validate.judge"), ("convert", "converter.cli.convert.gather")])
def test_70(run: Run, report: Path, monkeypatch: pytest.MonkeyPatch, command: str, broken: str) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("the roof is off")

    monkeypatch.setattr(broken, fail)
    told = run(command, report)
    assert told.code == 70
    assert "ZeroDivisionError: the roof is off" in told.err


def test_70_for_one_file_of_several(run: Run, harbor: Path, letter: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake of ours in one filing leaves the others alone."""
    from converter import pipeline

    real: Callable[..., object] = pipeline.convert

    def fail(source: object, *args: object, **options: object) -> object:
        if str(source).endswith("letter.txt") or "letter.txt" in map(str, (*args, *options.values())):
            raise ZeroDivisionError("the roof is off")
        return real(source, *args, **options)

    monkeypatch.setattr("converter.bulk.convert", fail, raising=False)
    monkeypatch.setattr("converter.pipeline.convert", fail)
    told = run("convert", letter, harbor, "--out", out)
    assert told.code == 70
    assert (out / "harbor-10q-1998.json").exists()
