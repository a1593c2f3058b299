"""Paths as a person gives them -> the files to convert."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from converter.patterns import regex
from converter.wording import counted

_LOOK = 1 << 16
_FEW = 5
_A_FOLDER, _A_RESULT, _TAXONOMY = "a folder", "a result", "taxonomy"
_FURTHER = regex(r"\.(?:\d{10}|r[1-9]\d*)$")
"""What the name of a further registrant's report bears after the stem (conventions, The files of one report)."""


class InputError(ValueError):
    """The paths cannot be used together: nothing was read or written."""


class Inputs(Struct, frozen=True):
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
            inside, left_out = _folder(path, frozenset(paths))
            files += inside
            skipped += left_out
        else:
            files.append(path)
    files = list(dict.fromkeys(files))
    _refuse_one_stem(files)
    if directory is not None:
        _refuse_overwriting(files, directory)
    return Inputs(tuple(files), tuple(skipped))


def _folder(folder: Path, given: frozenset[Path]) -> tuple[list[Path], list[str]]:
    """The files of a folder by name, and what is said of the rest: a line each, but one for all results and one for all folders in it
    that are not ``given`` themselves (none for the taxonomy that lies beside results)."""
    try:
        inside = [(path, _reason_to_skip(path)) for path in sorted(folder.iterdir()) if path not in given or path.is_file()]
    except OSError as error:
        raise InputError(f"{folder} cannot be listed: {error.strerror or error}") from None
    skipped = [f"{path}: skipped, {reason}" for path, reason in inside if reason not in ("", _A_FOLDER, _A_RESULT, _TAXONOMY)]
    folders, results = (sum(reason == what for _, reason in inside) for what in (_A_FOLDER, _A_RESULT))
    if results:
        skipped.append(f"{folder}: {counted(results, 'file')} of reports skipped")
    if folders:
        skipped.append(f"{folder}: {counted(folders, 'folder')} in it not read; give folders in folders as paths of their own")
    return [path for path, reason in inside if not reason], skipped


def _reason_to_skip(path: Path) -> str:
    from converter.load.recognise import is_xbrl
    from converter.read.decode import other_than_text
    from converter.write.formats import RESULT_SUFFIXES

    if path.name.startswith("."):
        return "hidden"
    if not path.is_file():
        return "no file" if not path.is_dir() else _TAXONOMY if path.name == _TAXONOMY else _A_FOLDER
    try:
        with path.open("rb") as file:
            begin = file.read(_LOOK)
    except OSError:
        return ""  # its conversion will say why it cannot be read
    other = other_than_text(begin)
    if other:
        return other
    return _A_RESULT if path.name.endswith(RESULT_SUFFIXES) and is_xbrl(begin) else ""


def _refuse_one_stem(files: Sequence[Path]) -> None:
    seen: dict[str, Path] = {}
    clashes = [
        f"{other} and {path} have one stem: their results would both be named {path.stem}"
        for path in files
        if (other := seen.setdefault(path.stem, path)) != path
    ]
    clashes += [
        f"{path} bears the name of a further registrant's report of {other}"
        for stem, path in seen.items()
        if (other := seen.get(_FURTHER.sub("", stem), path)) != path
    ]
    if clashes:
        more = f"\n... and {counted(len(clashes) - _FEW, 'more pair')}" if len(clashes) > _FEW else ""
        raise InputError("\n".join(clashes[:_FEW]) + f"{more}\nConvert them in two runs, each with an --out of its own.")


def _refuse_overwriting(files: Sequence[Path], directory: Path) -> None:
    from converter.write.formats import RESULT_SUFFIXES

    results = {path.stem + suffix for path in files for suffix in RESULT_SUFFIXES}
    for path in files:
        if path.name in results and _same_folder(path.parent, directory):
            raise InputError(f"{path} would be overwritten by a result of that name. Give another folder with --out.")


def _same_folder(one: Path, other: Path) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False
