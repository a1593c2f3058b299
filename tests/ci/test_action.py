"""The composite action: its own steps, run as a runner of GitHub does (bash, the GITHUB_* files), on a team's repository. No network."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from ci.pages import blocks, yaml_blocks
from cli_runs import ROOT
from lxml import etree

ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
_EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="the action's steps are for bash")


@dataclass(frozen=True, slots=True)
class Done:
    """What a run of the action left: exit code, log, outputs, summary."""

    code: int
    log: str
    outputs: dict[str, str]
    summary: str


def values(text: str, known: dict[str, str]) -> str:
    return _EXPRESSION.sub(lambda found: known[found[1]], text)


def use(given: dict[str, Any], workspace: Path, environment: dict[str, str]) -> Done:
    """The action with these inputs: each step as ``bash -eo pipefail``, the rest left out after one that fails."""
    assert set(given) <= set(ACTION["inputs"]), "an input that the action does not have"
    runner = workspace.parent / "runner"
    runner.mkdir(exist_ok=True)
    known = {f"inputs.{name}": str(given.get(name, each["default"])) for name, each in ACTION["inputs"].items()}
    summary = runner / "summary"
    log, code = "", 0
    for step in ACTION["runs"]["steps"]:
        assert step["shell"] == "bash"
        assert not _EXPRESSION.search(step["run"]), "inputs are given by the environment: they are no part of the program"
        output = runner / "output"
        output.write_text("")
        own = {name: values(text, known) for name, text in step["env"].items()}
        github = {"GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary), "GITHUB_ACTION_PATH": str(ROOT)}
        script = runner / "step.sh"
        script.write_text(step["run"])
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=workspace,
            env={**environment, "CI": "true", "GITHUB_ACTIONS": "true", "RUNNER_TEMP": str(runner), **github, **own},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        log, code = log + done.stdout + done.stderr, done.returncode
        pairs = dict(line.partition("=")[::2] for line in output.read_text().splitlines())
        known |= {f"steps.{step['id']}.outputs.{name}": value for name, value in pairs.items()}
        if code:
            break
    outputs = {name: values(each["value"], known) for name, each in ACTION["outputs"].items() if code in (0, 1, 2, 3)}
    return Done(code, log, outputs, summary.read_text() if summary.exists() else "")


def test_good_reports(repository: Path, environment: dict[str, str]) -> None:
    done = use({}, repository, environment)
    assert (done.code, done.outputs) == (0, {"exit-code": "0"}), done.log
    assert "filing2xbrl is there: " in done.log
    assert "::error" not in done.log
    assert done.log.count(": accepted: ") == 6
    assert done.summary.count(": accepted: ") == 6


def test_a_damaged_report(repository: Path, damaged: Path, environment: dict[str, str]) -> None:
    done = use({}, repository, environment)
    assert (done.code, done.outputs) == (1, {"exit-code": "1"})
    assert re.search(r"^::error file=reports/harbor-10q-1998\.json,line=\d+,title=xbrl\.value::", done.log, re.MULTILINE)
    assert "reports/harbor-10q-1998.json: rejected: " in done.summary
    assert use({"fail-on": "never"}, repository, environment).code == 0


def test_all_inputs(repository: Path, damaged: Path, environment: dict[str, str]) -> None:
    (repository / "a b").mkdir()
    shutil.copy(damaged, repository / "a b" / "odd $(name).json")
    shutil.copytree(damaged.parent / "taxonomy", repository / "a b" / "taxonomy")
    for part in damaged.parent.glob(f"{damaged.stem}*.x[sm][dl]"):
        shutil.copy(part, repository / "a b")
    (repository / "own.toml").write_text('[validate]\nfail-on = "never"\n')
    (repository / "known.json").write_text('{"version": 1, "findings": []}')
    given = {
        "paths": "a b\n\nreports/*.xbrl\n",
        "fail-on": "error",
        "select": "xbrl, source",
        "ignore": "source.missing",
        "severity": "xbrl=warning,source=info",
        "source": "filings",
        "taxonomy-package": ROOT / "schemas" / "filing2xbrl-2026.zip",
        "baseline": "known.json",
        "config": "own.toml",
        "sarif": "out put.sarif",
        "junit": "junit.xml",
    }
    assert set(given) | {"package"} == set(ACTION["inputs"])
    done = use(given, repository, environment)
    assert done.code == 0, done.log
    assert "::warning file=a b/odd $(name).json,line=" in done.log
    assert done.log.count(": accepted: ") == 4
    results = json.loads((repository / "out put.sarif").read_bytes())["runs"][0]["results"]
    assert {result["ruleId"].partition(".")[0] for result in results} <= {"xbrl", "source"}
    assert any(result["relatedLocations"] for result in results)
    assert etree.parse(repository / "junit.xml").getroot().tag == "testsuites"


@pytest.mark.parametrize(("given", "code"), [({"select": "nonsense"}, 2), ({"paths": "nowhere"}, 3), ({"paths": "--help"}, 3)])
def test_other_exit_codes(repository: Path, environment: dict[str, str], given: dict[str, str], code: int) -> None:
    done = use(given, repository, environment)
    assert (done.code, done.outputs) == (code, {"exit-code": str(code)}), done.log


def test_the_workflow_of_the_how_to(repository: Path, damaged: Path, environment: dict[str, str]) -> None:
    (workflow,) = yaml_blocks("github-action.md")
    steps = workflow["jobs"]["validate"]["steps"]
    (ours,) = [step for step in steps if step["uses"].startswith("OWNER/filing2xbrl@")]
    done = use(ours["with"], repository, environment)
    assert done.code == 1, done.log
    assert "archive/harbor-10q-1998.xbrl: accepted: " in done.log
    (upload,) = [step for step in steps if "upload-sarif" in step["uses"]]
    assert (repository / upload["with"]["sarif_file"]).is_file()


def test_the_configuration_of_the_how_to(repository: Path, environment: dict[str, str]) -> None:
    (text,) = blocks("validate-in-ci.md", "toml")
    (repository / "filing2xbrl.toml").write_text(text)
    assert "--write-baseline makes one" in use({}, repository, environment).log
    (repository / "known-findings.json").write_text('{"version": 1, "findings": []}')
    assert use({}, repository, environment).code in (0, 1)


def test_the_page_names_all_inputs() -> None:
    page = (ROOT / "docs" / "how-to" / "github-action.md").read_text("utf-8")
    cells = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `")]
    assert re.findall(r"`([\w-]+)`", "".join(cells)) == list(ACTION["inputs"])


def test_a_package_is_installed(repository: Path, environment: dict[str, str], tmp_path: Path) -> None:
    """A wheel of this checkout into the action's own environment; what it depends on is lent to it, since there is no network."""
    pytest.importorskip("hatchling", reason="the wheel is built with hatchling, from the extra 'test'")
    source = tmp_path / "source"
    shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns(".*", "__pycache__", "out", "tests", "build", "dist"))
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-build-isolation", "--no-deps", "-w", str(tmp_path), str(source)]
    subprocess.run(command, check=True, cwd=tmp_path)
    (wheel,) = tmp_path.glob("*.whl")
    bare = os.pathsep.join(folder for folder in environment["PATH"].split(os.pathsep) if not (Path(folder) / "filing2xbrl").exists())
    lent = tmp_path / "lent"
    lent.mkdir()
    (lent / "sitecustomize.py").write_text(f"import sys\nsys.path.append({sysconfig.get_paths()['purelib']!r})\n")
    offline = {"PATH": bare, "PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PYTHONPATH": str(lent)}
    python = tmp_path / "bin" / "python3"
    python.parent.mkdir()
    python.symlink_to(Path(sys.base_prefix) / "bin" / "python3")
    offline["PATH"] = os.pathsep.join([str(python.parent), bare])
    done = use({"package": wheel}, repository, {**environment, **offline})
    assert done.code == 0, done.log
    assert "is there" not in done.log
    assert (tmp_path / "runner" / "filing2xbrl" / "bin" / "filing2xbrl").is_file()
