"""Paths to files."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_runs import EXAMPLES

from converter import convert
from converter.bulk import InputError, gather
from converter.write.formats import RESULT_SUFFIXES


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
    assert all(path.name.removeprefix("tern-island-release-2002") in RESULT_SUFFIXES for path in written)
    assert gather([tmp_path]).files == ()


def test_another_folder_may_have_the_name(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"1")
    assert gather([path], tmp_path / "out").files == (path,)
    (tmp_path / "out").mkdir()
    with pytest.raises(InputError, match="overwritten"):
        gather([path], tmp_path / "out" / "..")


def test_what_is_left_out_of_a_folder_is_said(tmp_path: Path) -> None:
    """Folders and results by their number: of an archive, a line each would be thousands."""
    convert(EXAMPLES / "tern-island-release-2002.md").write(tmp_path / "reports")
    (tmp_path / "reports" / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "reports" / ".hidden").mkdir()
    (tmp_path / "1998").mkdir()
    assert gather([tmp_path]).skipped == (f"{tmp_path}: 2 folders in it not read; give folders in folders as paths of their own",)
    assert gather([tmp_path, tmp_path / "reports", tmp_path / "1998"]).skipped == gather([tmp_path / "reports"]).skipped
    gone, hidden = (f"{tmp_path / 'reports' / name}: skipped, {why}" for name, why in ((".hidden", "hidden"), ("gone.txt", "no file")))
    told = gather([tmp_path / "reports"]).skipped
    assert told[:2] == (gone, hidden)
    assert len(told) == 3  # and not a word of taxonomy/
    assert told[2].startswith(f"{tmp_path / 'reports'}: ")
    assert told[2].endswith(" files of reports skipped")


def test_every_pair_of_one_stem_is_told_at_once(tmp_path: Path) -> None:
    paths = [tmp_path / year / f"{number}.txt" for year in ("1997", "1998") for number in range(7)]
    with pytest.raises(InputError) as refused:
        gather(paths)
    told = str(refused.value).splitlines()
    assert told[0] == f"{paths[0]} and {paths[7]} have one stem: their results would both be named 0"
    assert told[5:] == ["... and 2 more pairs", "Convert them in two runs, each with an --out of its own."]


def test_what_a_conversion_can_read_is_not_left_out_of_a_folder(tmp_path: Path) -> None:
    text = "CONSOLIDATED BALANCE SHEETS\n" * 100
    (tmp_path / "nought.txt").write_bytes(text.encode().replace(b"B", b"\0", 1))
    (tmp_path / "wide.txt").write_bytes(text.encode("utf-16"))
    (tmp_path / "scan.txt").write_bytes(b"%PDF-1.4\n" + text.encode())
    (tmp_path / "scan.htm.gz").write_bytes(b"\x1f\x8b\x08")
    inputs = gather([tmp_path])
    assert [path.name for path in inputs.files] == ["nought.txt", "wide.txt"]
    assert inputs.skipped == (f"{tmp_path / 'scan.htm.gz'}: skipped, compressed (gzip)", f"{tmp_path / 'scan.txt'}: skipped, a PDF")
