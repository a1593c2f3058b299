"""``filing2xbrl convert``: what it tells where, its exit codes, what it writes and what it leaves alone."""

from __future__ import annotations

import errno
import json
import os
import shutil
from pathlib import Path

import pytest
from cli_runs import EXAMPLES, Run

NOTE = b"To whom it may concern: this is a letter without any statement.\n"


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


def test_results_on_stdout_diagnostics_on_stderr(run: Run, harbor: Path, out: Path) -> None:
    result = run("convert", harbor, EXAMPLES / "quillfeather-8k-2003.htm", "--out", out)
    assert result.code == 0
    first, second, total, found = result.out.splitlines()
    assert first.startswith(f"{harbor}: statements: balance sheet, income, cashflow; ")
    assert "0 unmapped" in second
    assert total.startswith("2 of 2 converted: ")
    assert found == "1 finding: 1 map.no-cik."
    assert "[map.no-cik]" in result.err
    assert {"harbor-10q-1998.json", "harbor-10q-1998.xbrl", "harbor-10q-1998.xsd", "taxonomy"} <= files(out)


def test_what_cannot_be_read_is_told_once(run: Run, tmp_path: Path, out: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    result = run("convert", tmp_path / "empty.txt", tmp_path / "gone.txt", "--out", out)
    assert result.code == 3
    assert [line.partition(": ")[2].split()[:2] for line in result.err.splitlines()] == [["error:", "The"], ["error:", "No"]]
    assert result.out.splitlines() == ["0 of 2 converted: 0 facts, 0 unmapped.", "1 finding: 1 read.no-text."]


def test_what_has_no_statements_is_counted(run: Run, harbor: Path, tmp_path: Path, out: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear holders,\n\nall is well.\n")
    result = run("convert", harbor, tmp_path / "letter.txt", "--out", out)
    assert result.out.splitlines()[2] == "2 of 2 converted, 1 without statements: 192 facts, 0 unmapped."


def test_json(run: Run, harbor: Path, out: Path) -> None:
    result = run("convert", harbor, "--out", out, "--format", "json", "--to", "xbrl-json")
    (told,) = json.loads(result.out)
    assert told["input"] == str(harbor)
    assert told["statements"] == ["balance_sheet", "income", "cashflow"]
    assert told["facts"] == len(json.loads((out / "harbor-10q-1998.json").read_bytes())["facts"])
    assert told["files"] == [str(out / "harbor-10q-1998.json")]
    assert told["error"] is None
    assert 0 < told["seconds"] < 60
    assert not (out / "harbor-10q-1998.xbrl").exists()


def test_json_of_findings_has_places(run: Run, tmp_path: Path, out: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_bytes(b"word " * 100_000)
    (told,) = json.loads(run("convert", long, "--out", out, "--format", "json").out)
    finding = next(finding for finding in told["findings"] if finding["code"] == "read.too-long")
    assert finding["places"][0]["line"] == 1
    assert finding["hint"]


def test_standard_input(run: Run, out: Path) -> None:
    result = run("convert", "-", "--out", out, data=(EXAMPLES / "tern-island-release-2002.md").read_bytes())
    assert result.code == 0
    assert {"stdin.json", "stdin.xbrl"} <= files(out)


def test_standard_input_goes_alone(run: Run, harbor: Path, out: Path) -> None:
    result = run("convert", "-", harbor, "--out", out, data=NOTE)
    assert result.code == 2
    assert "standard input goes alone" in result.err
    assert not out.exists()


def test_folder(run: Run, harbor: Path, out: Path) -> None:
    folder = harbor.parent
    (folder / ".hidden.txt").write_bytes(NOTE)
    (folder / "picture.gif").write_bytes(b"GIF89a\0\0")
    (folder / "below").mkdir()
    (folder / "below" / "deep.txt").write_bytes(NOTE)
    result = run("convert", folder, "--out", out)
    assert result.code == 0
    assert f"{folder / '.hidden.txt'}: skipped, hidden\n" in result.err
    assert f"{folder / 'picture.gif'}: skipped, a picture\n" in result.err
    assert f"{folder}: 1 folder in it not read; give folders in folders as paths of their own\n" in result.err
    assert "deep" not in result.err + result.out
    assert result.out.count("statements:") == 1


def test_a_folder_of_its_own_results_is_converted_again(run: Run, harbor: Path) -> None:
    folder = harbor.parent
    assert run("convert", folder, "--out", folder).code == 0
    before = (folder / "harbor-10q-1998.json").read_bytes()
    again = run("convert", folder, "--out", folder)
    assert again.code == 0
    assert again.err == f"{folder}: 6 files of reports skipped\n"
    assert (folder / "harbor-10q-1998.json").read_bytes() == before


def test_empty_folder(run: Run, tmp_path: Path, out: Path) -> None:
    assert run("convert", tmp_path, "--out", out).code == 3


def test_processes_give_the_same(run: Run, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    first = run("convert", EXAMPLES, "--out", one)
    second = run("convert", EXAMPLES, "--out", two, "--jobs", 2)
    assert (first.code, second.code) == (0, 0)
    assert [line.partition(",")[0] for line in first.out.splitlines()] == [line.partition(",")[0] for line in second.out.splitlines()]
    assert files(one) == files(two)
    assert all((one / name).read_bytes() == (two / name).read_bytes() for name in files(one) if name.endswith(".json"))


def test_two_inputs_with_one_stem(run: Run, harbor: Path, out: Path) -> None:
    twin = harbor.with_suffix(".htm")
    twin.write_bytes(NOTE)
    result = run("convert", harbor, twin, "--out", out)
    assert result.code == 2
    assert "one stem" in result.err
    assert not out.exists()


def test_a_further_registrants_name_is_taken(run: Run, harbor: Path, out: Path) -> None:
    twin = harbor.with_name("harbor-10q-1998.r2.txt")
    twin.write_bytes(NOTE)
    assert run("convert", harbor, twin, "--out", out).code == 2
    assert not out.exists()


@pytest.mark.parametrize("name", ["notes.json", "notes.xbrl", "notes.xsd"])
def test_an_input_is_never_overwritten(run: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(NOTE)
    result = run("convert", path, "--out", tmp_path)
    assert result.code == 2
    assert "would be overwritten" in result.err
    assert path.read_bytes() == NOTE
    assert files(tmp_path) == {name}


def test_another_inputs_linkbase_is_never_overwritten(run: Run, tmp_path: Path) -> None:
    one, other = tmp_path / "a.txt", tmp_path / "a_lab.xml"
    one.write_bytes(NOTE)
    other.write_bytes(NOTE)
    assert run("convert", one, other, "--out", tmp_path).code == 2
    assert other.read_bytes() == NOTE


@pytest.mark.parametrize(
    ("option", "word"),
    [
        (("--to", "xbrl,pdf"), "no such format: pdf"),
        (("--to", " "), "none given"),
        (("--cik", "Harbor"), "no CIK"),
        (("--period-end", "June 1998"), "1997-12-31"),
        (("--fiscal-year-end", "13-31"), "12-31"),
        (("--encoding", "klingon"), "no encoding"),
        (("--fail-on", "sometimes"), "sometimes"),
        (("--jobs", "0"), "0"),
    ],
)
def test_usage(run: Run, harbor: Path, out: Path, option: tuple[str, str], word: str) -> None:
    result = run("convert", harbor, "--out", out, *option)
    assert result.code == 2
    assert word in result.err
    assert not result.out
    assert not out.exists()


def test_options_reach_the_conversion(run: Run, tmp_path: Path, out: Path) -> None:
    path = tmp_path / "release.md"
    path.write_bytes((EXAMPLES / "tern-island-release-2002.md").read_bytes())
    options = (
        "--cik",
        "9990003",
        "--period-end",
        "2002-03-31",
        "--fiscal-year-end",
        "12-31",
        "--encoding",
        "utf-8",
        "--min-confidence",
        "0.7",
    )
    assert run("convert", path, "--out", out, *options).code == 0
    report = json.loads((out / "release.json").read_bytes())
    assert {fact["dimensions"]["entity"] for fact in report["facts"].values()} == {"cik:0009990003"}
    assert all(fact["f2x:evidence"]["confidence"] >= 0.7 for fact in report["facts"].values())


def test_fail_on(run: Run, tmp_path: Path, out: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_bytes(NOTE)
    never = run("convert", note, "--out", out)
    assert never.code == 0
    assert "[find.no-statements]" in never.err
    assert "statements: none" in never.out
    assert run("convert", note, "--out", out, "--fail-on", "warning").code == 1
    assert run("convert", note, "--out", out, "--fail-on", "error").code == 0


@pytest.mark.parametrize("data", [b"", b" \n\t\n", bytes(range(256)) * 20, b"\x89PNG\r\n\x1a\n\0\0\0"])
def test_no_text(run: Run, tmp_path: Path, out: Path, data: bytes) -> None:
    path = tmp_path / "nothing.txt"
    path.write_bytes(data)
    result = run("convert", path, "--out", out)
    assert result.code == 3
    assert "error" in result.err
    assert "Traceback" not in result.err
    assert files(out) <= {"taxonomy"}


def test_one_bad_file_never_stops_the_others(run: Run, harbor: Path, out: Path) -> None:
    result = run("convert", harbor.parent / "missing.txt", harbor, "--out", out)
    assert result.code == 3
    assert "missing.txt: error: No such file or directory" in result.err
    assert "1 of 2 converted" in result.out
    assert (out / "harbor-10q-1998.json").exists()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("cp1252.txt", "Harbor’s “note” – café\nCash .... $ 1,234 £\n".encode("cp1252")),
        ("torn.txt", b"Harbor \xff\xfe\xfa\x81 note \xc3\nCash 1,234\n" * 5),
        (
            "sgml.txt",
            b"<SEC-DOCUMENT>\n<SEC-HEADER>\n<DOCUMENT>\n<TYPE>10-K\n<DOCUMENT>\n<TEXT>\n</SEC-HEADER>\n<TYPE\n</TEXT>\nCash 1,234\n",
        ),
        ("deep.htm", b"<html><body>" + b"<div>" * 300_000 + b"Cash 1,234"),
        ("tables.htm", b"<html><body><p>Cash</p>" + b"<table><tr><td>" * 50_000 + b"1,234"),
        ("span.htm", b"<html><body><p>Cash</p><table><tr><td colspan=999999 rowspan=999999>1,234</td></tr><tr><td>5</td></tr></table>"),
        (
            "entities.htm",
            b'<!DOCTYPE html [<!ENTITY a "ha">'
            + b"".join(b'<!ENTITY %c "%b">' % (98 + n, b"&%c;" % (97 + n) * 20) for n in range(12))
            + b"]><html><body><p>Cash &m;</p></body></html>",
        ),
    ],
)
def test_bad_input(run: Run, tmp_path: Path, out: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    result = run("convert", path, "--out", out)
    assert result.code in (0, 3)
    assert result.err
    assert "Traceback" not in result.err


@pytest.mark.parametrize("name", ["a b#1%41.txt", "Straße.txt"])
def test_names(run: Run, tmp_path: Path, out: Path, name: str) -> None:
    path = Path(shutil.copy(EXAMPLES / "tern-island-release-2002.md", tmp_path / name))
    assert run("convert", path, "--out", out).code == 0
    assert run("validate", out).code == 0


def test_a_name_that_is_no_text(run: Run, tmp_path: Path, out: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    try:
        path.write_bytes(NOTE)
    except OSError:
        pytest.skip("this file system takes no such names")
    result = run("convert", path, "--out", out, "--format", "json")
    assert result.code == 0
    assert json.loads(result.out)[0]["input"].endswith("caf\ufffd.txt")


def test_the_folder_is_a_file(run: Run, harbor: Path, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_bytes(NOTE)
    result = run("convert", harbor, "--out", taken)
    assert result.code == 2
    assert "taken" in result.err
    assert taken.read_bytes() == NOTE


def test_an_unwritable_folder(run: Run, harbor: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr("converter.write.files.Path.mkdir", refuse)
    result = run("convert", harbor, "--out", out)
    assert result.code == 2
    assert f"cannot write: Permission denied: {out}" in result.err
    assert not out.exists()


def test_a_full_disk_leaves_what_was_there(run: Run, harbor: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("convert", harbor, "--out", out).code == 0
    before = {name: (out / name).read_bytes() for name in files(out) if name != "taxonomy"}
    harbor.write_bytes(harbor.read_bytes().replace(b"6,214", b"6,215"))

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("converter.write.files.os.replace", full)
    result = run("convert", harbor, "--out", out)
    assert result.code == 2
    assert "No space left" in result.err
    assert {name: (out / name).read_bytes() for name in files(out) if name != "taxonomy"} == before


def test_a_bug_of_ours(run: Run, harbor: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def bug(*_: object, **__: object) -> None:
        raise RuntimeError("the roof is off")

    monkeypatch.setattr("converter.pipeline.find", bug)
    result = run("convert", harbor, "--out", out)
    assert result.code == 70
    assert "an internal error: RuntimeError: the roof is off" in result.err
    assert "Traceback" not in result.err
    assert "Traceback" in run("convert", harbor, "--out", out, "--debug").err


def test_progress_only_on_a_terminal(run: Run, harbor: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = Path(shutil.copy(harbor, harbor.with_name("other.txt")))
    assert "Converting" not in run("convert", harbor, other, "--out", out).err
    monkeypatch.setattr("converter.cli.convert.sys.stderr.isatty", lambda: True, raising=False)
    result = run("convert", harbor, other, "--out", out)
    assert "Converting" in result.err
    assert "Converting" not in result.out
    assert "Converting" not in run("convert", harbor, "--out", out).err


def test_a_folder_without_filings_is_named(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "nothing"
    folder.mkdir()
    told = run("convert", folder)
    assert told.code == 3
    assert f"no file to convert in {folder}" in told.err
