"""Zip packages from strangers: sizes are bounded, paths stay inside, nothing is unpacked to disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from converter.load.limits import MOST_BYTES, MOST_BYTES_OF_A_PACKAGE, MOST_MEMBERS, MOST_RATIO, SMALL
from converter.load.log import Log


class Archive:
    """A zip file whose members can be read by their path."""

    def __init__(self, name: str, zip_file: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo]) -> None:
        self.name = name
        self.members = members
        self._zip = zip_file
        self._left = MOST_BYTES_OF_A_PACKAGE

    def read(self, path: str, log: Log) -> bytes | None:
        """A member's bytes; None where it is not there, or is refused with a finding."""
        info = self.members.get(path)
        if info is None:
            return None
        if info.flag_bits & 1:
            log.say("package.encrypted", f"{path} in {self.name} is encrypted.")
            return None
        if self._is_bomb(info):
            log.say("package.bomb", f"{path} in {self.name} grows from {info.compress_size:,} to {info.file_size:,} bytes.")
            return None
        return self._unpacked(info, log)

    def _is_bomb(self, info: zipfile.ZipInfo) -> bool:
        swollen = info.file_size > SMALL and info.file_size > MOST_RATIO * max(info.compress_size, 1)
        return swollen or info.file_size > min(MOST_BYTES, self._left)

    def _unpacked(self, info: zipfile.ZipInfo, log: Log) -> bytes | None:
        try:
            with self._zip.open(info) as member:
                data = member.read(info.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError) as error:
            log.say("package.damaged", f"{info.filename} in {self.name} cannot be unpacked: {error}.")
            return None
        if len(data) > info.file_size:
            log.say("package.bomb", f"{info.filename} in {self.name} is larger than the package says.")
            return None
        self._left -= len(data)
        return data


def open_archive(source: Path | bytes, name: str, log: Log) -> Archive | None:
    """Opens a package, or says why not."""
    try:
        zip_file = zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)
        infos = zip_file.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        log.say("package.damaged", f"{name} is no zip file that can be read: {error}.")
        return None
    if len(infos) > MOST_MEMBERS:
        log.say("package.bomb", f"{name} has {len(infos):,} members; at most {MOST_MEMBERS:,} are read.")
        return None
    bad = next((info.filename for info in infos if _leaves(info.filename)), None)
    if bad is not None:
        log.say("package.path", f"{name} holds the path {bad!r}, which leads out of the package.")
        return None
    if len({info.filename for info in infos}) < len(infos):
        log.say("package.damaged", f"{name} holds two members of the same name.")
        return None
    return Archive(name, zip_file, {info.filename: info for info in infos if not info.is_dir()})


def _leaves(path: str) -> bool:
    return path.startswith(("/", "\\")) or "\\" in path or ".." in path.split("/") or (len(path) > 1 and path[1] == ":")
