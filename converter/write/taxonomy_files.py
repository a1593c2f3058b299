"""The common taxonomy beside the reports: written first, whole or not at all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TypeAlias

from converter.resources import schemas
from converter.version import TAXONOMY_VERSION
from converter.write.common import FOLDER
from converter.write.files import explained, make_folder, scratch_name

Signature: TypeAlias = tuple[tuple[str, int, int], ...]

_known_good: dict[str, Signature] = {}
"""Folders that this process has compared byte by byte, and what they looked like then."""


def common_source() -> Path:
    """The generated taxonomy as the package ships it."""
    return schemas() / TAXONOMY_VERSION


def write_taxonomy(directory: Path, source: Path | None = None) -> Path:
    """Puts the common taxonomy into ``taxonomy/<version>`` below the directory, unless it is there already, the same.

    A folder that differs (another build's, or a torn one) is replaced. Raises `WriteError`."""
    source = source or common_source()
    target = directory / FOLDER
    with explained(target):
        key = str(target.absolute())
        if key in _known_good and _known_good[key] == _signature(target):
            return target
        if not _same(source, target):
            _replace(source, target)
        _known_good[key] = _signature(target)
    return target


def _signature(folder: Path) -> Signature:
    if not folder.is_dir():
        return ()
    with os.scandir(folder) as entries:
        return tuple(sorted((entry.name, (about := entry.stat()).st_size, about.st_mtime_ns) for entry in entries))


def _files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _same(source: Path, target: Path) -> bool:
    for name in _files(source):
        there = target / name
        if not there.is_file() or there.read_bytes() != (source / name).read_bytes():
            return False
    return True


def _replace(source: Path, target: Path) -> None:
    make_folder(target.parent)
    fresh, stale = target.parent / scratch_name(), target.parent / scratch_name()
    try:
        _copy(source, fresh)
        _exchange(fresh, target, stale, source)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(stale, ignore_errors=True)


def _copy(source: Path, target: Path) -> None:
    """File by file: `shutil.copytree` goes on after an error, and tells all of them in one heap."""
    for name in _files(source):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / name, target / name)


def _exchange(fresh: Path, target: Path, stale: Path, source: Path) -> None:
    """Two renames; where another process was faster with the same taxonomy, its folder stays."""
    if target.exists():
        os.rename(target, stale)
    try:
        os.rename(fresh, target)
    except OSError:
        if not _same(source, target):
            raise
