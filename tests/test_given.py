"""What is no file is refused at once: a pipe that nobody writes into, a device that never ends."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli_runs import EXAMPLES

from converter.given import no_file, read_given

HARBOR = EXAMPLES / "harbor-10q-1998.txt"
DEVICE = Path("/dev/zero")


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    path = tmp_path / "filing.txt"
    os.mkfifo(path)
    return path


@pytest.fixture
def descriptor() -> Iterator[int]:
    """The reading end of a pipe with a few bytes and an end."""
    reading, writing = os.pipe()
    os.write(writing, b"12345")
    os.close(writing)
    yield reading
    os.close(reading)


def test_files_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"12345")
    assert no_file(path) == ""
    assert read_given(path, 5, "too large") == b"12345"
    with pytest.raises(OSError, match="too large"):
        read_given(path, 4, "too large")
    with pytest.raises(IsADirectoryError):
        read_given(tmp_path, 5, "too large")
    with pytest.raises(FileNotFoundError):
        no_file(tmp_path / "none")


def test_an_open_pipe_is_read(descriptor: int) -> None:
    assert no_file(Path(f"/dev/fd/{descriptor}")) == ""
    assert read_given(Path(f"/dev/fd/{descriptor}"), 5, "too large") == b"12345"


def test_an_open_pipe_is_not_read_without_end(descriptor: int) -> None:
    with pytest.raises(OSError, match="too large"):
        read_given(Path(f"/dev/fd/{descriptor}"), 4, "too large")


def test_a_pipe_and_a_device_are_no_files(pipe: Path, tmp_path: Path) -> None:
    assert no_file(pipe) == "a named pipe"
    with pytest.raises(OSError, match="a named pipe, no file"):
        read_given(pipe, 5, "too large")
    if DEVICE.exists():
        assert no_file(DEVICE) == "a device"
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(os.fspath(tmp_path / "s"))
        assert no_file(tmp_path / "s") == "a socket"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["convert", "{pipe}"], 3),
        (["inspect", "{pipe}"], 3),
        (["validate", "{pipe}"], 3),
        (["explain", "{pipe}", "f-1"], 3),
        (["corrections", "{pipe}"], 3),
        (["convert", "{filing}", "--overrides", "{pipe}"], 2),
        (["convert", "{filing}", "--corrections", "{pipe}"], 2),
        (["validate", "{filing}", "--config", "{pipe}"], 2),
        (["validate", "{filing}", "--baseline", "{pipe}"], 2),
        (["validate", "{filing}", "--source", "{pipe}"], 2),
        (["validate", "{filing}", "--taxonomy-package", "{pipe}"], 2),
        (["explain", "{filing}", "f-1", "--filing", "{pipe}"], 2),
    ],
)
def test_no_command_waits_for_a_pipe(words: list[str], code: int, pipe: Path, tmp_path: Path) -> None:
    line = [word.format(pipe=pipe, filing=HARBOR) for word in words]
    told = subprocess.run([sys.executable, "-m", "converter", *line], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert told.returncode == code, told.stderr
    assert "a named pipe, no file" in told.stdout + told.stderr


@pytest.mark.parametrize("command", ["convert", "validate", "inspect"])
def test_no_command_reads_a_device(command: str, tmp_path: Path) -> None:
    if not DEVICE.exists():
        pytest.skip("no such device here")
    told = subprocess.run([sys.executable, "-m", "converter", command, DEVICE], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert told.returncode == 3
    assert "a device, no file" in told.stdout + told.stderr


def test_what_the_shell_opens_is_converted(tmp_path: Path) -> None:
    """``convert <(...)``: the shell hands a pipe that is open and has a writer."""
    reading, writing = os.pipe()
    writer = threading.Thread(target=lambda: (os.write(writing, HARBOR.read_bytes()), os.close(writing)))
    writer.start()
    told = subprocess.run(
        [sys.executable, "-m", "converter", "convert", f"/dev/fd/{reading}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        pass_fds=[reading],
        timeout=60,
    )
    writer.join()
    os.close(reading)
    assert told.returncode == 0
    assert "192 facts" in told.stdout


def test_standard_input_without_end_is_not_read_to_it(tmp_path: Path) -> None:
    line = "import converter.pipeline as p; p.MOST_BYTES = 1000; from converter.cli.main import run; import sys; sys.exit(run())"
    with subprocess.Popen(
        [sys.executable, "-c", line, "convert", "-"], cwd=tmp_path, stdin=subprocess.PIPE, stderr=subprocess.PIPE
    ) as told:
        assert told.stdin is not None
        assert told.stderr is not None
        told.stdin.write(b"filing " * 2000)
        told.stdin.flush()
        assert told.wait(60) == 3
        assert b"larger than any filing" in told.stderr.read()
