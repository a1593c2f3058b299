"""The command as a process of its own: exit codes, pipes, limits of the machine."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_runs import EXAMPLES

from converter.version import __version__

COMMAND = [sys.executable, "-m", "converter"]
HARBOR = EXAMPLES / "harbor-10q-1998.txt"
MB = 1_000_000


def call(*args: object, data: bytes | None = None, limit: Callable[[], None] | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, *map(str, args)], input=data, capture_output=True, check=False, timeout=60, preexec_fn=limit)


def hear_interrupts() -> None:
    """What a shell starts in the background ignores them, and so do its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_version() -> None:
    told = call("--version")
    assert (told.returncode, told.stdout.split()[-1].decode()) == (0, __version__)


@pytest.mark.parametrize(
    "args", [("--help",), ("convert", "--help"), ("validate", "-h"), ("inspect", "-h"), ("explain", "-h"), ("list", "-h")]
)
def test_help(args: tuple[str, ...]) -> None:
    told = call(*args)
    assert told.returncode == 0
    assert told.stdout.startswith(b"Usage: filing2xbrl")


@pytest.mark.parametrize("args", [("fly",), ("convert",), ("convert", "--fly", "x"), ("list", "birds"), ("explain", "x")])
def test_usage(args: tuple[str, ...]) -> None:
    told = call(*args)
    assert told.returncode == 2
    assert not told.stdout
    assert b"Usage: filing2xbrl" in told.stderr


def test_exit_codes(tmp_path: Path) -> None:
    assert call("convert", "-", "--out", tmp_path, data=HARBOR.read_bytes()).returncode == 0
    assert call("convert", "-", "--out", tmp_path, "--fail-on", "warning", data=b"A letter.").returncode == 1
    assert call("convert", "-", "--out", tmp_path, "--to", "pdf", data=b"A letter.").returncode == 2
    missing = call("--debug", "convert", tmp_path / "missing.txt", "--out", tmp_path)
    assert missing.returncode == 3
    assert b"Traceback" not in missing.stderr


def test_help_imports_nothing_heavy() -> None:
    program = "import sys; from converter.cli.main import execute; execute(['--help']); print(sorted(sys.modules), file=sys.stderr)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    loaded = eval(told.stderr)
    light = ("converter.cli", "converter.version", "converter.exit_codes")
    assert not [name for name in loaded if name.startswith("converter.") and not name.startswith(light)]
    assert not {"lxml", "jinja2", "jsonschema", "rich", "orjson"} & set(loaded)


def test_text_needs_no_parser_of_pages(tmp_path: Path) -> None:
    program = (
        "import sys; from converter.cli.main import execute; "
        f"execute(['convert', {str(HARBOR)!r}, '--out', {str(tmp_path)!r}]); print(sorted(sys.modules), file=sys.stderr)"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert not {"lxml", "jsonschema", "jsonschema_rs", "rich", "concurrent.futures"} & set(eval(told.stderr))


def test_the_reader_of_the_output_goes() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        told = subprocess.run([*COMMAND, "list", "concepts"], stdout=closed, stderr=subprocess.PIPE, check=False)
    assert (told.returncode, told.stderr) == (0, b"")


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path) -> None:
    """Files may not grow beyond what the report needs, as on a disk that fills up while it is written."""
    assert call("convert", "-", "--out", tmp_path, data=b"A letter.").returncode == 0
    before = {path.name for path in tmp_path.iterdir()}
    told = call("convert", HARBOR, "--out", tmp_path, limit=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)))
    assert told.returncode == 2
    assert b"cannot write" in told.stderr
    assert {path.name for path in tmp_path.iterdir()} == before


def test_a_full_disk_at_the_taxonomy(tmp_path: Path) -> None:
    told = call("convert", HARBOR, "--out", tmp_path, limit=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)))
    assert told.returncode == 2
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


MEASURE = """
import os, subprocess, sys
process = subprocess.Popen(sys.argv[1:])
_, status, usage = os.wait4(process.pid, 0)
print("", os.waitstatus_to_exitcode(status), usage.ru_maxrss, usage.ru_utime + usage.ru_stime)
"""
"""Run by a small process: a child's peak of memory counts from its parent's, and a worker of the tests may have had a high one."""


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("line.txt", lambda: b"x 1,234 " * (50 * MB // 8)),
        ("letters.txt", lambda: b"a" * (50 * MB)),
        ("wide.txt", lambda: "1,234 \u2014 caf\u00e9 ".encode() * (50 * MB // 16)),
        ("cp1252.txt", lambda: "1,234 caf\u00e9 ".encode("cp1252") * (50 * MB // 11)),
        ("line.htm", lambda: b"<html><body><p>" + b"x 1,234 " * (50 * MB // 8) + b"</p></body></html>"),
        ("wide.htm", lambda: b"<html><body><p>" + "1,234 \u2014 ".encode() * (50 * MB // 10) + b"</p></body></html>"),
        ("marks.md", lambda: b"$|\\begin{tabular}" * (50 * MB // 17)),
        ("tags.htm", lambda: b"<" * (50 * MB)),
        ("deep.htm", lambda: b"<html><body>" + b"<div>" * MB),
    ],
)
def test_fifty_megabytes_of_one_line(tmp_path: Path, name: str, data: Callable[[], bytes]) -> None:
    """Within 10 seconds of work and 500 MB."""
    path = tmp_path / name
    path.write_bytes(data())
    command = [*COMMAND, "convert", str(path), "--out", str(tmp_path / "out")]
    told = subprocess.run([sys.executable, "-c", MEASURE, *command], capture_output=True, check=True)
    code, kilobytes, seconds = told.stdout.split()[-3:]
    assert int(code) in (0, 3)
    assert b"read." in told.stderr
    assert b"Traceback" not in told.stderr
    assert float(seconds) < 10
    assert int(kilobytes) * 1024 < 500 * MB


def test_a_name_with_blanks(tmp_path: Path) -> None:
    path = Path(shutil.copy(HARBOR, tmp_path / "a b#1.txt"))
    assert call("convert", path, "--out", tmp_path / "o u#t").returncode == 0
    assert call("validate", tmp_path / "o u#t").returncode == 0


def test_an_interrupted_run_in_processes_ends_at_once(tmp_path: Path) -> None:
    """Ctrl-C in a terminal: the signal reaches the command and its processes alike."""
    (tmp_path / "in").mkdir()
    filing = HARBOR.read_bytes()
    for number in range(1000):
        (tmp_path / "in" / f"{number}.txt").write_bytes(filing)
    out = tmp_path / "out"
    command = [*COMMAND, "convert", str(tmp_path / "in"), "--out", str(out), "--jobs", "2"]
    streams = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, **streams, start_new_session=True, preexec_fn=hear_interrupts) as run:
        while not list(out.glob("*.json")) and run.poll() is None:
            time.sleep(0.05)
        os.killpg(run.pid, signal.SIGINT)
        try:
            told = run.communicate(timeout=20)[1]
        finally:
            if run.poll() is None:
                os.killpg(run.pid, signal.SIGKILL)
    assert (run.returncode, told) == (130, b"filing2xbrl: interrupted\n")
    assert not list(out.glob(".f2x-*"))


INTERRUPTED_FORK = """
import os, signal, sys
os.register_at_fork(after_in_parent=lambda: os.kill(os.getpid(), signal.SIGINT))
from converter.cli.main import run
run()
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no forks here")
def test_an_interrupt_within_a_fork_is_not_lost(tmp_path: Path) -> None:
    """Python tells what is raised in its callbacks around a fork, and goes on."""
    (tmp_path / "in").mkdir()
    for number in range(4):
        (tmp_path / "in" / f"{number}.txt").write_bytes(HARBOR.read_bytes())
    command = [sys.executable, "-c", INTERRUPTED_FORK, "convert", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--jobs", "2"]
    told = subprocess.run(command, capture_output=True, timeout=60, check=False, preexec_fn=hear_interrupts)
    assert (told.returncode, told.stderr) == (130, b"filing2xbrl: interrupted\n")
