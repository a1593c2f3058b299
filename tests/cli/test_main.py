"""The console script: what becomes of errors."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

import click
import pytest
from cli_runs import ROOT, Run

from converter.cli import main as module
from converter.exit_codes import ExitCode


def _failing(error: BaseException) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise error

    return fail


def test_exit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["filing2xbrl", "list", "formats"])
    with pytest.raises(SystemExit) as ended:
        module.run()
    assert ended.value.code == 0


def test_commands_are_listed_without_being_imported() -> None:
    listed = subprocess.run([sys.executable, "-m", "converter", "-h"], capture_output=True, text=True, check=True).stdout
    assert all(f"  {name}" in listed for name in module.main.list_commands(click.Context(module.main)))


@pytest.mark.parametrize("error", [KeyboardInterrupt(), click.Abort()])
def test_interrupted(run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    monkeypatch.setattr(module.main, "invoke", _failing(error))
    result = run("list", "formats")
    assert result.code == 130
    assert result.err == "filing2xbrl: interrupted\n"


def test_a_bug_of_ours(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.main, "invoke", _failing(RuntimeError("the roof is off")))
    result = run("list", "formats")
    assert result.code == 70
    assert "RuntimeError: the roof is off" in result.err
    assert "--debug" in result.err
    with pytest.raises(RuntimeError):
        run("list", "formats", "--debug")


def test_nobody_reads_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.main, "invoke", _failing(BrokenPipeError()))
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as closed:
        monkeypatch.setattr(sys, "stdout", closed)
        assert module.execute(["list", "formats"]) == 0
        print("this goes nowhere")


def test_debug_stands_anywhere_but_behind_the_dashes(run: Run) -> None:
    assert run("list", "--debug", "formats").code == 0
    assert run("list", "rules", "--", "--debug").code == 0


def test_a_command_spelt_wrong(run: Run) -> None:
    assert "no command 'validat'; did you mean validate?" in run("validat", "reports").err
    assert "No such command 'fly'" in run("fly").err
    assert run("validat").code == 2


def test_every_exit_code_is_told(run: Run) -> None:
    """In the help and in the README: the codes have one place."""
    help_text = " ".join(run("--help").out.split())
    readme = " ".join((ROOT / "README.md").read_text("utf-8").split())
    for code in ExitCode:
        assert f"{code.value} {code.explanation}" in help_text
        assert f"{code.value} ({code.explanation.replace('--fail-on', '`--fail-on`')})" in readme
