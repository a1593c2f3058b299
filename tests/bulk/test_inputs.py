"""Paths to files."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_runs import EXAMPLES

from converter import convert
from converter.bulk import InputError, gather
from converter.bulk.inputs import _RESULTS


def test_each_file_once_in_the_order_given(tmp_path: Path) -> None:
    two, one = tmp_path / "two.txt", tmp_path / "one.txt"
    two.write_bytes(b"2")
    one.write_bytes(b"1")
    assert gather([two, one, two]).files == (two, one)
    assert gather([tmp_path, two]).files == (one, two)
    assert gather([tmp_path / "missing.txt"]).files == (tmp_path / "missing.txt",)


def test_a_folder_that_cannot_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(InputError, match="cannot be listed"):
        gather([tmp_path])


def test_a_file_of_a_folder_that_cannot_be_opened_is_left_to_its_conversion(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_bytes(b"1")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert gather([tmp_path]).files == (tmp_path / "a.txt",)


def test_every_result_is_known_as_one(tmp_path: Path) -> None:
    written = convert(EXAMPLES / "tern-island-release-2002.md").write(tmp_path)
    assert written
    assert all(path.name.removeprefix("tern-island-release-2002") in _RESULTS for path in written)
    assert gather([tmp_path]).files == ()


def test_another_folder_may_have_the_name(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"1")
    assert gather([path], tmp_path / "out").files == (path,)
    (tmp_path / "out").mkdir()
    with pytest.raises(InputError, match="overwritten"):
        gather([path], tmp_path / "out" / "..")
