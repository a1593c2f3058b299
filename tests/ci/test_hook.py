"""The hook for pre-commit: its manifest, and what it says to good and damaged reports, with pre-commit itself. No network."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from ci.pages import yaml_blocks
from cli_runs import ROOT

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
PRE_COMMIT = ("python", "-m", "pre_commit")
_OF_A_CONFIGURATION = ("description", "minimum_pre_commit_version")

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="pre-commit needs git")


def call(*command: object, cwd: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*map(str, command)], cwd=cwd, env=environment, capture_output=True, text=True, check=False, timeout=120)


def commit_check(repository: Path, hook: dict[str, Any], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """What ``pre-commit run --all-files`` says with this hook, run with the filing2xbrl that is on PATH."""
    local = {key: value for key, value in hook.items() if key not in _OF_A_CONFIGURATION} | {"language": "system"}
    (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": [local]}]}))
    for command in (["git", "init", "-q"], ["git", "add", "."]):
        assert call(*command, cwd=repository, environment=environment).returncode == 0
    return call(*PRE_COMMIT, "run", "--all-files", "--verbose", cwd=repository, environment=environment)


@pytest.fixture
def hook() -> dict[str, Any]:
    (found,) = yaml.safe_load(MANIFEST.read_text("utf-8"))
    return dict(found)


def test_the_manifest(environment: dict[str, str]) -> None:
    told = call(*PRE_COMMIT, "validate-manifest", MANIFEST, cwd=ROOT, environment=environment)
    assert (told.returncode, told.stdout + told.stderr) == (0, "")


def test_this_projects_own_reports_pass(hook: dict[str, Any], repository: Path, environment: dict[str, str]) -> None:
    told = commit_check(repository, hook, environment)
    assert told.returncode == 0, told.stdout + told.stderr
    assert told.stdout.count(".xbrl: accepted: ") == 4
    assert ".json" not in told.stdout, "a file in JSON may be anything"


def test_the_hook_of_the_how_to(hook: dict[str, Any], repository: Path, damaged: Path, environment: dict[str, str]) -> None:
    remote, local = (block["repos"][0]["hooks"][0] for block in yaml_blocks("pre-commit.md"))
    assert {key: local[key] for key in ("id", "name", "entry", "require_serial")} == {
        key: hook[key] for key in local if key in hook and key not in ("files", "language")
    }
    for asked in (hook | remote, local):
        told = commit_check(repository, asked, environment)
        assert told.returncode == 1
        assert "reports/harbor-10q-1998.json: rejected: " in told.stdout
        assert told.stdout.count(": accepted: ") == 5
        assert "archive/" not in told.stdout
