"""The command, called as the console script calls it."""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path

import pytest
from cli_runs import EXAMPLES, Result, Run

from converter.cli.main import execute


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """``run("convert", path, ..., data=b"standard input")``"""

    def call(*args: object, data: bytes | None = None) -> Result:
        if data is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        capsys.readouterr()
        code = execute([str(arg) for arg in args])
        told = capsys.readouterr()
        return Result(code, told.out, told.err)

    return call


@pytest.fixture
def harbor(tmp_path: Path) -> Path:
    """A 10-Q in text."""
    return Path(shutil.copy(EXAMPLES / "harbor-10q-1998.txt", tmp_path))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"
