"""Reports to files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from converter.model import Report
from converter.write.extension import extension_files
from converter.write.files import Staging, make_folder
from converter.write.formats import DEFAULT_FORMATS, LINKBASE_KINDS, Format, chosen_formats
from converter.write.gate import Admitted, admit
from converter.write.names import file_stems
from converter.write.taxonomy_files import write_taxonomy


def write_reports(
    reports: Sequence[Report | Admitted], directory: Path | str, formats: Sequence[str] = DEFAULT_FORMATS, *, taxonomy: bool = True
) -> list[Path]:
    """Write the reports of one filing, each with its own schema, and say which files these are.

    The common taxonomy goes first (``taxonomy=False``: a caller with many filings has seen to it by `write_taxonomy`). Then all files
    are written beside their places, and moved there when the last one is complete. Every report passes the gate before (`gate.admit`);
    one that has passed it (`Admitted`) is not looked at twice.
    Raises `WriteError` where the folder cannot be written, ValueError for an unknown format."""
    folder = Path(directory)
    chosen = chosen_formats(formats)
    admitted = [each if isinstance(each, Admitted) else admit(each) for each in reports]
    make_folder(folder)
    if taxonomy:
        write_taxonomy(folder)
    with Staging(folder) as staging:
        for each, stem in zip(admitted, file_stems([each.report for each in admitted]), strict=True):
            _stage(staging, folder, each, stem, chosen)
        return staging.commit()


def _stage(staging: Staging, folder: Path, admitted: Admitted, stem: str, chosen: Sequence[Format]) -> None:
    files = extension_files(admitted.report, stem)
    for name, chunks in files.items():
        staging.add(name, chunks())
    for each in chosen:
        staging.add(f"{stem}{each.suffix}", each.chunks()(admitted.report, admitted.facts, stem))
    if (folder / f"{stem}.xsd").exists():
        for name in _linkbases(stem):
            if name not in files:
                staging.drop(name)


def _linkbases(stem: str) -> Iterator[str]:
    return (f"{stem}_{kind}.xml" for kind in LINKBASE_KINDS)
