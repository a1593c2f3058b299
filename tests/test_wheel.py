"""The wheel, away from the checkout: schemas, templates and tables travel inside it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest
from cli_runs import EXAMPLES, ROOT

pytest.importorskip("hatchling", reason="the wheel is built with hatchling, from the extra 'test'")


def call(*args: object, cwd: Path) -> str:
    bare = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run([*map(str, args)], cwd=cwd, env=bare, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of a fresh environment that holds the wheel, and beside it what the wheel depends on. No network."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns(".*", "__pycache__", "out", "tests", "build", "dist"))
    call(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-build-isolation", "--no-deps", "-w", folder, source, cwd=folder)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=False)
    commands = folder / "env" / "bin"
    (site,) = (folder / "env").glob("lib/python*/site-packages")
    (site / "dependencies.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")
    call(sys.executable, "-m", "pip", "--python", commands / "python", "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=folder)
    return commands


def test_it_converts_as_the_checkout_does(installed: Path, tmp_path: Path) -> None:
    shutil.copy(EXAMPLES / "harbor-10q-1998.txt", tmp_path)
    where = call(installed / "python", "-c", "import converter; print(converter.__file__)", cwd=tmp_path)
    assert Path(where).is_relative_to(installed.parent)
    assert "0 unmapped" in call(installed / "filing2xbrl", "convert", "harbor-10q-1998.txt", "--out", "out", cwd=tmp_path)
    assert call(installed / "filing2xbrl", "validate", "out", cwd=tmp_path).count(": accepted: ") == 2
    here = [sys.executable, "-m", "converter", "convert", tmp_path / "harbor-10q-1998.txt", "--out", tmp_path / "here"]
    call(*here, cwd=ROOT)
    assert json.loads((tmp_path / "out" / "harbor-10q-1998.json").read_bytes()) == json.loads(
        (tmp_path / "here" / "harbor-10q-1998.json").read_bytes()
    )


def test_it_holds_schemas_templates_and_tables(installed: Path, tmp_path: Path) -> None:
    program = "from converter.resources import schemas, table, templates; print(schemas(), templates(), table('taxonomy', 'concepts.csv'))"
    told = call(installed / "python", "-c", program, cwd=tmp_path).split()
    assert all(Path(path).is_relative_to(installed.parent) and Path(path).exists() for path in told)
    schema, folder, _ = map(Path, told)
    assert (schema / "report.schema.json").is_file()
    assert (folder / "instance.xbrl.j2").is_file()
    assert "gaap:Assets" in call(installed / "filing2xbrl", "list", "concepts", "gaap:Assets", cwd=tmp_path)
