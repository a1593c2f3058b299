"""Many conversions."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from cli_runs import EXAMPLES

import converter.bulk.run as module
from converter.bulk import Job, Outcome, convert_many
from converter.bulk.run import convert_one
from converter.write import WriteError

TERN = EXAMPLES / "tern-island-release-2002.md"


def test_an_outcome_counts_what_is_written(tmp_path: Path) -> None:
    outcome = convert_one(TERN, Job(tmp_path, ("xbrl-json",)))
    assert (outcome.code, outcome.error) == (0, "")
    assert outcome.files == (tmp_path / "tern-island-release-2002.json",)
    assert outcome.statements == ("income", "balance_sheet")
    assert outcome.facts > 80


def test_the_folder_is_seen_to_first(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"1")
    with pytest.raises(WriteError):
        list(convert_many([TERN], Job(tmp_path / "file" / "out", ("xbrl",))))


def _dies(path: Path, job: Job, data: bytes | None = None) -> Outcome:
    if path.name == "deadly.txt":
        os._exit(9)
    return Outcome(path)


def test_a_process_that_is_ended_costs_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _dies.__module__, _dies.__qualname__ = module.__name__, "convert_one"
    monkeypatch.setattr(module, "convert_one", _dies)
    paths = [tmp_path / name for name in ("a.txt", "deadly.txt", "b.txt", "c.txt")]
    outcomes = list(convert_many(paths, Job(tmp_path, ("xbrl",)), jobs=2))
    assert [outcome.path for outcome in outcomes] == paths
    assert [outcome.code for outcome in outcomes] == [0, 70, 0, 0]
    assert "ended from outside" in outcomes[1].error
