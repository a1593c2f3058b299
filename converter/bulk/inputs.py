"""Paths as a person gives them -> the files to convert."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_LOOK = 4096


class InputError(ValueError):
    """The paths cannot be used together: nothing was read or written."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """``files`` in order, each once; ``skipped`` says in a sentence each what of a folder was left out."""

    files: tuple[Path, ...]
    skipped: tuple[str, ...] = ()


def gather(paths: Sequence[Path]) -> Inputs:
    """Files as given; of a folder the files in it (not below), hidden and binary ones skipped.

    Raises `InputError` where two inputs have one stem: their results would have one name."""
    files: list[Path] = []
    skipped: list[str] = []
    for path in paths:
        if path.is_dir():
            inside, left = _folder(path)
            files.extend(inside)
            skipped.extend(left)
        else:
            files.append(path)
    files = list(dict.fromkeys(files))
    _refuse_one_stem(files)
    return Inputs(tuple(files), tuple(skipped))


def _folder(folder: Path) -> tuple[list[Path], list[str]]:
    files: list[Path] = []
    skipped: list[str] = []
    for path in sorted(folder.iterdir()):
        if not path.is_file():
            continue
        if path.name.startswith("."):
            skipped.append(f"{path}: skipped, hidden")
        elif _is_binary(path):
            skipped.append(f"{path}: skipped, binary")
        else:
            files.append(path)
    return files, skipped


def _is_binary(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return b"\0" in file.read(_LOOK)
    except OSError:
        return False


def _refuse_one_stem(files: Sequence[Path]) -> None:
    seen: dict[str, Path] = {}
    for path in files:
        other = seen.setdefault(path.stem, path)
        if other != path:
            raise InputError(f"{other} and {path} have one stem: their results would both be named {path.stem}. Convert them into two folders.")
