"""The pages that are derived are up to date."""

from __future__ import annotations

import subprocess
import sys

from cli_runs import ROOT


def test_derived_pages() -> None:
    done = subprocess.run([sys.executable, "scripts/build_reference.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
