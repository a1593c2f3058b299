"""Files that are replaced whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

_numbers = count()


class WriteError(OSError):
    """A result could not be written. Nothing of it was: what lay there before lies there still."""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Tells an error of the file system as one sentence about this path."""
    try:
        yield
    except WriteError:
        raise
    except OSError as error:
        raise WriteError(error.errno, f"cannot write: {error.strerror or error}", str(path)) from error
    except ValueError as error:
        raise WriteError(None, f"cannot write {path!s}: {error}") from error


def scratch_name() -> str:
    """A hidden name that no other process uses, short, since the final name may be as long as a name can be."""
    return f".f2x-{os.getpid()}-{next(_numbers)}.part"


class Staging:
    """Files written beside their places, then moved there together. As a context manager it leaves nothing half-done behind."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._staged: list[tuple[Path, Path]] = []
        self._obsolete: list[Path] = []

    def __enter__(self) -> Staging:
        return self

    def __exit__(self, *_: object) -> None:
        for scratch, _target in self._staged:
            scratch.unlink(missing_ok=True)

    def add(self, name: str, chunks: Iterable[bytes]) -> None:
        """Write a file's content to its scratch file. Raises `WriteError` (disk full, no permission, a folder of that name)."""
        target = self._folder / name
        with explained(target):
            if target.is_dir():
                raise IsADirectoryError(21, "a folder of that name is in the way")
            scratch = self._folder / scratch_name()
            self._staged.append((scratch, target))
            with scratch.open("xb") as file:
                file.writelines(chunks)

    def drop(self, name: str) -> None:
        """Have a file of an earlier result removed where the new one has none."""
        self._obsolete.append(self._folder / name)

    def commit(self) -> list[Path]:
        """Move all to their places. The names were proved when they were staged, so this fails only if somebody pulls the folder away."""
        done: list[Path] = []
        while self._staged:
            scratch, target = self._staged[0]
            with explained(target):
                os.replace(scratch, target)
            self._staged.pop(0)
            done.append(target)
        for path in self._obsolete:
            with explained(path):
                path.unlink(missing_ok=True)
        return done


def make_folder(folder: Path) -> None:
    """The folder for results, with its parents."""
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
