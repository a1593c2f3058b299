"""Every file that a report can reach: beside it, inside its package, in other packages. Nothing is fetched.

A location is a string ``<shelf>!<path>``: shelf ``disk`` with an absolute path, ``zip0``, ``zip1`` ... with a path inside that package;
or a web address, which only a catalogue can turn into one of those.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from converter.load.limits import MOST_BYTES
from converter.load.log import Log
from converter.patterns import regex

if TYPE_CHECKING:
    from converter.load.archive import Archive

_WEB = regex(r"^(?:https?|ftp|urn):", re.IGNORECASE)
_STANDARD = regex(r"^https?://(?:www\.)?(?:xbrl\.org|w3\.org)/", re.IGNORECASE)


def is_web(location: str) -> bool:
    """Whether a location is a web address."""
    return _WEB.match(location) is not None


def is_standard(location: str) -> bool:
    """Whether a web address is one of the specifications' own schemas: known by what they define, never read."""
    return _STANDARD.match(location) is not None


class Library:
    """The shelves of one run: the disk, the report's package, taxonomy packages."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._archives: list[Archive] = []
        self._catalogue: list[tuple[str, str]] = []

    @property
    def log(self) -> Log:
        return self._log

    def add_archive(self, archive: Archive) -> str:
        """Puts a package on a shelf and gives the shelf's name."""
        self._archives.append(archive)
        return f"zip{len(self._archives) - 1}"

    def add_rewrite(self, start: str, location: str) -> None:
        """A catalogue's entry (Taxonomy Packages 1.0, 3.3): addresses that begin with ``start`` are below ``location``."""
        self._catalogue.append((start, location))
        self._catalogue.sort(key=lambda entry: -len(entry[0]))

    def resolve(self, base: str, href: str) -> str:
        """The location that a reference in the document at ``base`` means, catalogues applied; without the fragment."""
        href = href.strip().partition("#")[0]
        if not href:
            return base
        location = href if is_web(href) else _join(base, href)
        return self._rewritten(location) if is_web(location) else location

    def _rewritten(self, address: str) -> str:
        for start, location in self._catalogue:
            if address.startswith(start):
                return location + unquote(address[len(start) :])
        return address

    def has(self, location: str) -> bool:
        """Whether something is at a location."""
        shelf, mark, path = location.partition("!")
        if not mark or is_web(location) or shelf not in self._shelves():
            return False
        return Path(path).is_file() if shelf == "disk" else path in self._archives[int(shelf[3:])].members

    def _shelves(self) -> list[str]:
        return ["disk", *(f"zip{number}" for number in range(len(self._archives)))]

    def read(self, location: str) -> bytes | None:
        """The bytes at a location, or None where nothing is there."""
        shelf, mark, path = location.partition("!")
        if not mark or is_web(location) or shelf not in self._shelves():
            return None
        if shelf == "disk":
            return self._from_disk(path)
        return self._archives[int(shelf[3:])].read(path, self._log)

    def _from_disk(self, path: str) -> bytes | None:
        file = Path(path)
        try:
            if not file.is_file():
                return None
            if file.stat().st_size > MOST_BYTES:
                self._log.say("file.too-large", f"{file.name} has {file.stat().st_size:,} bytes; at most {MOST_BYTES:,} are read.")
                return None
            return file.read_bytes()
        except (OSError, ValueError):
            return None


def _join(base: str, href: str) -> str:
    if is_web(base):
        return _join_web(base, href)
    shelf, _, path = base.partition("!")
    if href.lower().startswith("file:"):
        return f"disk!{unquote(href[5:].lstrip('/').join(('/', '')))}" if shelf == "disk" else f"{shelf}!"
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(href)))
    outside = shelf != "disk" and joined.startswith(("..", "/"))
    return f"{shelf}!" if outside else f"{shelf}!{joined}"


def _join_web(base: str, href: str) -> str:
    from urllib.parse import urljoin

    return urljoin(base, href)
