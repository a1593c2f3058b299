"""The seed filing, against what a person read in it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from converter import convert


@pytest.mark.corpus
def test_all_of_the_seed_and_nothing_false(shared: Path, tmp_path: Path) -> None:
    (filing,) = (shared / "seed").glob("*.txt")
    convert(filing).write(tmp_path, to=("xbrl-json",))
    scorer = [sys.executable, str(shared / "seed" / "score_seed.py"), str(tmp_path / f"{filing.stem}.json")]
    told = subprocess.run([*scorer, "--table", "82", "--cover", "18", "--prose", "27"], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
