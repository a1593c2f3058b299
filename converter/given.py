"""Files as people give them: what waits for a writer, or never ends, is no file and is refused before it is opened."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

_OPEN = ("/dev/fd/", "/proc/self/fd/")
_STDIN = "/dev/stdin"
_PIECE = 1 << 20
_KINDS = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def no_file(path: Path) -> str:
    """What a path is that is neither file nor folder: ``a named pipe``, ``a device``, ``a socket``; "" for all that can be read to its end,
    pipes that are open already (``/dev/stdin``, a shell's ``<(...)``) among them. Raises OSError where nothing is there."""
    mode = path.stat().st_mode
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return ""
    text = os.fspath(path)
    if (stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)) and (text == _STDIN or text.startswith(_OPEN)):
        return ""
    return next((name for is_one, name in _KINDS if is_one(mode)), "no file")


def read_given(path: Path, most: int, too_large: str) -> bytes:
    """All bytes of a file. Raises OSError where it cannot be read, is no file, or has more than ``most`` bytes (errno EFBIG, with the
    words ``too_large``)."""
    kind = no_file(path)
    if kind:
        raise OSError(errno.EINVAL, f"{kind}, no file; give what it holds on standard input", os.fspath(path))
    size = path.stat().st_size
    with path.open("rb") as file:
        data = file.read() if stat.S_ISREG(os.fstat(file.fileno()).st_mode) and size <= most else _bounded(file.fileno(), most)
    if size > most or len(data) > most:
        raise OSError(errno.EFBIG, too_large, os.fspath(path))
    return data


def _bounded(descriptor: int, most: int) -> bytes:
    """What a pipe gives until it ends, or until it is too much."""
    pieces = bytearray()
    while len(pieces) <= most and (piece := os.read(descriptor, _PIECE)):
        pieces += piece
    return bytes(pieces)
