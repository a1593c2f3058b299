"""Which files of a folder are reports: told by their suffix, and where that is not enough by what stands near their beginning."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

SUFFIXES = (".json", ".xbrl", ".xml", ".xhtml", ".htm", ".html", ".zip", ".xbri", ".xbr")
OURS = (".xbrl", ".xsd", ".xbri", ".xbr")
"""What no filing is named."""
_LINKBASES = ("_lab.xml", "_pre.xml", "_cal.xml", "_def.xml", "_ref.xml")
_LOOK = 1 << 20
_PAGE = (b"inlineXBRL",)
_MARKS = {
    ".json": (b'"documentInfo"', b'"facts"', b'"tableTemplates"'),
    ".xml": (b"xbrl",),
    **dict.fromkeys((".htm", ".html", ".xhtml"), _PAGE),
}
"""What a report holds near its beginning, by suffix, where the suffix alone does not tell."""
_OF_XBRL = (b'"documentInfo"', b"http://www.xbrl.org/2003/")


def reports_in(folder: Path, suffixes: Iterable[str] = SUFFIXES) -> tuple[list[Path], list[Path]]:
    """The reports of a folder by name, and the files that only have a suffix of theirs; no linkbases, nothing hidden, nothing below.

    Raises OSError where the folder cannot be listed."""
    wanted = frozenset(suffixes)
    files = [path for path in sorted(folder.iterdir()) if path.suffix.lower() in wanted and _may_be(path)]
    told = [(path, looks_like_report(path)) for path in files]
    return [path for path, is_report in told if is_report], [path for path, is_report in told if not is_report]


def _may_be(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".") and not path.name.endswith(_LINKBASES)


def looks_like_report(path: Path) -> bool:
    """Whether a file is a report, perhaps a damaged one: a filing, a configuration or a page beside reports is none."""
    marks = _MARKS.get(path.suffix.lower(), ())
    if not marks:
        return True
    try:
        with path.open("rb") as file:
            begin = file.read(_LOOK).replace(b"\0", b"")
    except OSError:
        return True  # whoever reads it will say why it cannot be read
    is_told = begin.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[", b"<")
    return not is_told or any(mark in begin for mark in marks)


def is_xbrl(begin: bytes) -> bool:
    """Whether a file that begins so belongs to a report: xBRL-JSON, an instance, a schema, a linkbase."""
    return any(mark in begin for mark in _OF_XBRL)
