"""A repository as a team has it: filings, and the reports that were made of them."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from cli_runs import EXAMPLES

from converter import convert


@pytest.fixture(scope="session")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """``filings`` with the examples, ``reports`` with what became of them, ``archive`` with one report more."""
    folder = tmp_path_factory.mktemp("converted")
    shutil.copytree(EXAMPLES, folder / "filings")
    for path in sorted((folder / "filings").iterdir()):
        convert(path).write(folder / "reports")
    convert(folder / "filings" / "harbor-10q-1998.txt").write(folder / "archive", to=("xbrl",))
    return folder


@pytest.fixture
def repository(converted: Path, tmp_path: Path) -> Path:
    """A copy to work in."""
    return shutil.copytree(converted, tmp_path / "repository")


@pytest.fixture
def damaged(repository: Path) -> Path:
    """A report of the repository, with a value in letters."""
    path = repository / "reports" / "harbor-10q-1998.json"
    path.write_text(path.read_text().replace('"value":"21447000"', '"value":"plenty"', 1))
    return path


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The machine's environment with this interpreter's commands first, nothing of git's, and a home of its own."""
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GITHUB_", "PRE_COMMIT", "SKIP"))}
    home = tmp_path / "home"
    home.mkdir()
    return {**bare, "PATH": os.pathsep.join([str(Path(sys.executable).parent), bare["PATH"]]), "HOME": str(home)}
