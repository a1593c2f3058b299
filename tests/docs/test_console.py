"""The console blocks of README and docs show what the command really says. ``pytest --update-golden`` writes what it says now."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli_runs import EXAMPLES, ROOT

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
_BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)
_SECONDS = re.compile(r"\d+\.\d\d s\b")


_PROGRAM = re.compile(r"^```python\n# (\w+\.py)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
"""A program of a page, with the name of the file that its console blocks call it by."""


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with the examples, as a reader of the page has it."""
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    return tmp_path


def shown(block: str, place: Path) -> Iterator[str]:
    """The block's commands, each with what it prints."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    for line in block.splitlines():
        if line.startswith("$ "):
            yield line
            done = subprocess.run(
                line[2:], shell=True, cwd=place, env=os.environ | {"PATH": path}, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, done.stderr
            yield from _SECONDS.sub("0.05 s", done.stdout).splitlines()


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_what_the_page_shows(page: Path, place: Path, request: pytest.FixtureRequest) -> None:
    text = page.read_text("utf-8")
    for name, program in _PROGRAM.findall(text):
        (place / name).write_text(program, "utf-8")
    now = _BLOCK.sub(lambda block: "".join(f"{line}\n" for line in shown(block[0], place)), text)
    if request.config.getoption("--update-golden"):
        page.write_text(now, "utf-8")
    assert page.read_text("utf-8") == now


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert not [link for link in links if not (page.parent / link).exists()]


def test_the_python_of_the_readme(place: Path) -> None:
    (program,) = re.findall(r"^```python\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    done = subprocess.run([sys.executable, "-c", program], cwd=place, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("['balance_sheet', 'income', 'cashflow']\n()\n")
