"""Paths as a person gives them -> the files to convert."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_LOOK = 4096
_FURTHER = re.compile(r"\.(?:\d{10}|r[1-9]\d*)$")
"""What the name of a further registrant's report bears after the stem (conventions, The files of one report)."""
_RESULTS = (".json", ".xbrl", ".xsd", "_lab.xml", "_pre.xml", "_cal.xml", "_def.xml")
_MARKS = (b'"documentInfo"', b"http://www.xbrl.org/2003/")


class InputError(ValueError):
    """The paths cannot be used together: nothing was read or written."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """``files`` in order, each once; ``skipped`` says in a sentence each what of a folder was left out."""

    files: tuple[Path, ...]
    skipped: tuple[str, ...] = ()


def gather(paths: Sequence[Path], directory: Path | None = None) -> Inputs:
    """Files as given; of a folder the files in it (not below): hidden ones, binary ones and XBRL (results of ours) skipped.

    Raises `InputError` where two inputs have one stem, so that their results would have one name, or where an input lies in the
    results' ``directory`` under the name of a result."""
    files: list[Path] = []
    skipped: list[str] = []
    for path in paths:
        if path.is_dir():
            for inside, reason in _folder(path):
                if reason:
                    skipped.append(f"{inside}: skipped, {reason}")
                else:
                    files.append(inside)
        else:
            files.append(path)
    files = list(dict.fromkeys(files))
    _refuse_one_stem(files)
    if directory is not None:
        _refuse_overwriting(files, directory)
    return Inputs(tuple(files), tuple(skipped))


def _folder(folder: Path) -> Iterator[tuple[Path, str]]:
    """The files of a folder by name, each with the reason to skip it, or ""."""
    try:
        inside = sorted(path for path in folder.iterdir() if path.is_file())
    except OSError as error:
        raise InputError(f"{folder} cannot be listed: {error.strerror or error}") from None
    for path in inside:
        yield path, "hidden" if path.name.startswith(".") else _reason_to_skip(path)


def _reason_to_skip(path: Path) -> str:
    try:
        with path.open("rb") as file:
            begin = file.read(_LOOK)
    except OSError:
        return ""  # its conversion will say why it cannot be read
    if b"\0" in begin:
        return "binary"
    return "a report already" if path.name.endswith(_RESULTS) and any(mark in begin for mark in _MARKS) else ""


def _refuse_one_stem(files: Sequence[Path]) -> None:
    seen: dict[str, Path] = {}
    for path in files:
        other = seen.setdefault(path.stem, path)
        if other != path:
            raise InputError(
                f"{other} and {path} have one stem: their results would both be named {path.stem}. Convert them into two folders."
            )
    for stem, path in seen.items():
        other = seen.get(_FURTHER.sub("", stem), path)
        if other != path:
            raise InputError(f"{path} bears the name of a further registrant's report of {other}. Convert them into two folders.")


def _refuse_overwriting(files: Sequence[Path], directory: Path) -> None:
    results = {path.stem + suffix for path in files for suffix in _RESULTS}
    for path in files:
        if path.name in results and _same_folder(path.parent, directory):
            raise InputError(f"{path} would be overwritten by a result of that name. Give another folder with --out.")


def _same_folder(one: Path, other: Path) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False
