import errno
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import samples

from converter.write import WriteError, formats, write_reports, write_taxonomy
from converter.write.files import Staging

pytestmark = pytest.mark.usefixtures("standin")

MOON = ["moon.json", "moon.xbrl", "moon.xsd", "moon_cal.xml", "moon_def.xml", "moon_lab.xml", "moon_pre.xml"]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def full_disk() -> Iterator[bytes]:
    yield b"half"
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def stage(folder: Path, files: dict[str, Iterable[bytes]]) -> None:
    with Staging(folder) as staging:
        for name, chunks in files.items():
            staging.add(name, chunks)
        staging.commit()


def test_the_files_of_a_filing(tmp_path: Path) -> None:
    out = tmp_path / "a" / "b"
    paths = write_reports([samples.small(), samples.other_registrant()], out)
    assert names(out) == sorted([*MOON, "moon.r2.json", "moon.r2.xbrl", "moon.r2.xsd", "taxonomy"])
    assert sorted(path.name for path in paths) == [name for name in names(out) if name != "taxonomy"]
    assert names(out / "taxonomy" / "2026") == ["dei-2026.xsd", "ex27-2026.xsd", "gaap-2026.xsd"]


def test_the_same_report_gives_the_same_bytes_and_nothing_else(tmp_path: Path) -> None:
    paths = write_reports([samples.small()], tmp_path)
    before = [path.read_bytes() for path in paths]
    assert write_reports([samples.small()], tmp_path) == paths
    assert [path.read_bytes() for path in paths] == before
    assert names(tmp_path) == sorted([*MOON, "taxonomy"])


def test_only_the_formats_asked_for(tmp_path: Path) -> None:
    write_reports([samples.small()], tmp_path, ("xbrl-json",))
    assert "moon.xbrl" not in names(tmp_path)
    assert [each.name for each in formats()] == ["xbrl", "xbrl-json"]
    with pytest.raises(ValueError, match="no such format: pdf"):
        write_reports([samples.small()], tmp_path, ("pdf", "xbrl"))


def test_linkbases_of_an_earlier_result_do_not_stay(tmp_path: Path) -> None:
    write_reports([samples.small()], tmp_path)
    write_reports([samples.bare()], tmp_path)
    assert names(tmp_path) == ["moon.json", "moon.xbrl", "moon.xsd", "taxonomy"]


def test_a_strangers_file_stays(tmp_path: Path) -> None:
    (tmp_path / "moon_def.xml").write_text("a stranger's")
    write_reports([samples.bare()], tmp_path)
    assert (tmp_path / "moon_def.xml").read_text() == "a stranger's"


def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(WriteError, match="No space left") as caught:
        stage(tmp_path, {"a": [b"new"], "b": full_disk()})
    assert caught.value.filename == str(tmp_path / "b")
    assert names(tmp_path) == ["a"]
    assert (tmp_path / "a").read_bytes() == b"old"


def test_a_folder_in_the_way_is_noticed_before_anything_is_replaced(tmp_path: Path) -> None:
    write_reports([samples.small()], tmp_path)
    before = (tmp_path / "moon.xsd").read_bytes()
    (tmp_path / "moon.json").unlink()
    (tmp_path / "moon.json").mkdir()
    with pytest.raises(WriteError, match=r"moon\.json"):
        write_reports([samples.bare()], tmp_path)
    assert (tmp_path / "moon.xsd").read_bytes() == before
    assert names(tmp_path) == sorted([*MOON, "taxonomy"])


@pytest.mark.parametrize("bad", ["x" * 300, "a\0b"])
def test_impossible_names_are_told(tmp_path: Path, bad: str) -> None:
    with pytest.raises(WriteError):
        stage(tmp_path, {bad: [b""]})
    assert names(tmp_path) == []


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(WriteError, match="cannot write"):
        write_reports([samples.bare()], tmp_path / "out")


def test_the_taxonomy_is_skipped_where_it_is_the_same(tmp_path: Path) -> None:
    first = write_taxonomy(tmp_path)
    before = [path.stat().st_mtime_ns for path in sorted(first.iterdir())]
    write_taxonomy(tmp_path)
    assert [path.stat().st_mtime_ns for path in sorted(first.iterdir())] == before


def test_a_torn_taxonomy_is_replaced(tmp_path: Path) -> None:
    folder = write_taxonomy(tmp_path)
    whole = (folder / "gaap-2026.xsd").read_bytes()
    (folder / "gaap-2026.xsd").write_bytes(whole[:100])
    (folder / "dei-2026.xsd").unlink()
    write_taxonomy(tmp_path)
    assert (folder / "gaap-2026.xsd").read_bytes() == whole
    assert names(folder) == ["dei-2026.xsd", "ex27-2026.xsd", "gaap-2026.xsd"]
    assert names(tmp_path / "taxonomy") == ["2026"]


def test_two_processes_that_write_the_taxonomy_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.rename

    def slower(source: Path, target: Path) -> None:
        real(source, target)
        raise OSError(errno.ENOTEMPTY, "not empty")

    monkeypatch.setattr(os, "rename", slower)
    folder = write_taxonomy(tmp_path)
    assert names(folder) == ["dei-2026.xsd", "ex27-2026.xsd", "gaap-2026.xsd"]


def test_a_taxonomy_that_cannot_be_written_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(source: Path, target: Path) -> None:
        raise OSError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "rename", refuse)
    with pytest.raises(WriteError, match="Permission denied"):
        write_reports([samples.small()], tmp_path)
    assert names(tmp_path) == ["taxonomy"]
    assert names(tmp_path / "taxonomy") == []


def test_a_full_disk_under_the_taxonomy_is_told_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("shutil.copyfile", full)
    with pytest.raises(WriteError, match="cannot write: No space left") as caught:
        write_taxonomy(tmp_path)
    assert caught.value.strerror == "cannot write: No space left on device"
    assert [path.name for path in (tmp_path / "taxonomy").iterdir()] == []
