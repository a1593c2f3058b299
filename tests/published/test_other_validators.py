"""The published schema works without us: the programs of docs/how-to/check-with-json-schema.md, run over good and damaged reports."""

from __future__ import annotations

import copy
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from cli_runs import EXAMPLES, ROOT
from published.damages import DAMAGES

from converter import convert

PAGE = ROOT / "docs" / "how-to" / "check-with-json-schema.md"
SCHEMA = ROOT / "schemas" / "report.schema.json"
HERE = Path(__file__).parent
REQUIRED = "FILING2XBRL_REQUIRE_NODE"
"""Set by .ci/run where node is there: then a machine that cannot run the npm validator fails."""


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The examples, converted."""
    folder = tmp_path_factory.mktemp("good")
    return [
        path for each in sorted(EXAMPLES.iterdir()) for path in convert(each).write(folder, to=("xbrl-json",)) if path.suffix == ".json"
    ]


@pytest.fixture(scope="module")
def bad(good: list[Path], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """One report, damaged in each way."""
    folder = tmp_path_factory.mktemp("bad")
    report = json.loads(next(path for path in good if path.name.startswith("harbor")).read_bytes())
    paths = []
    for number, damage in enumerate(DAMAGES.values()):
        damaged = copy.deepcopy(report)
        damage(damaged)
        paths.append(folder / f"{number:02}.json")
        paths[-1].write_text(json.dumps(damaged), "utf-8")
    return paths


def program(language: str) -> str:
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return str(found)


def verdicts(command: list[str], reports: list[Path], cwd: Path) -> tuple[int, list[str]]:
    """The exit code, and the first word that is said of each report."""
    done = subprocess.run([*command, str(SCHEMA), *map(str, reports)], cwd=cwd, capture_output=True, text=True, check=False, timeout=120)
    lines = done.stdout.splitlines()
    assert [line.partition(": ")[0] for line in lines] == list(map(str, reports)), done.stderr
    return done.returncode, [re.split(": | ", line.partition(": ")[2])[0] for line in lines]


def test_there_are_twenty() -> None:
    assert len(DAMAGES) == 20


def _accepts_and_refuses(command: list[str], good: list[Path], bad: list[Path], cwd: Path) -> None:
    assert verdicts(command, good, cwd) == (0, ["accepted"] * len(good))
    code, told = verdicts(command, bad, cwd)
    assert code == 1
    assert [name for name, word in zip(DAMAGES, told, strict=True) if word != "refused"] == []


def test_python(good: list[Path], bad: list[Path], tmp_path: Path) -> None:
    (tmp_path / "check.py").write_text(program("python"))
    _accepts_and_refuses([sys.executable, "check.py"], good, bad, tmp_path)


def test_node(good: list[Path], bad: list[Path], tmp_path: Path) -> None:
    (tmp_path / "check.mjs").write_text(program("js"))
    (tmp_path / "node_modules").symlink_to(node_modules())
    _accepts_and_refuses(["node", "check.mjs"], good, bad, tmp_path)


def test_no_registry_is_named() -> None:
    assert "resolved" not in (HERE / "package-lock.json").read_text()


def node_modules() -> Path:
    """The folder with ajv as package-lock.json pins it, installed once a checkout below build/. Skips where that cannot be."""
    missing = [name for name in ("node", "npm") if shutil.which(name) is None]
    if missing:
        _cannot(f"{' and '.join(missing)} not found: the validator of npm is not run")
    lock = (HERE / "package-lock.json").read_bytes()
    folder = ROOT / "build" / f"node-{hashlib.sha256(lock).hexdigest()[:12]}"
    if not folder.is_dir():
        _install(folder)
    return folder / "node_modules"


def _install(folder: Path) -> None:
    folder.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as name:
        fresh = Path(name) / "node"
        fresh.mkdir()
        for file in ("package.json", "package-lock.json"):
            shutil.copy(HERE / file, fresh)
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        done = subprocess.run(command, cwd=fresh, capture_output=True, text=True, check=False, timeout=300)
        if done.returncode:
            _cannot(f"npm ci failed: {done.stderr.strip()[-500:]}")
        fresh.rename(folder)


def _cannot(reason: str) -> None:
    if os.environ.get(REQUIRED):
        pytest.fail(reason)
    pytest.skip(reason)
