"""Renders schemas/ from the tables of converter/taxonomy and the templates of templates/.

    python scripts/taxonomy/build_schemas.py [--check]

``schemas/<version>/`` holds what reports refer to (elements, labels, dimensions), ``schemas/<version>-trees/`` the industry trees, each an
entry point of its own, ``schemas/filing2xbrl-<version>.zip`` both as a taxonomy package, ``schemas/report.schema.json`` the JSON Schema.
``schemas/config.schema.json`` and ``schemas/corrections.schema.json`` are written by hand and left alone.
With ``--check`` nothing is written; files that are not up to date are named and the exit code is 1.
"""

from __future__ import annotations

import argparse
import io
import sys
import zipfile
from pathlib import Path

from report_schema import report_schema
from schema_files import common_files, package_files, tree_files

from converter.version import TAXONOMY_VERSION

SCHEMAS = Path(__file__).resolve().parent.parent.parent / "schemas"
PACKAGE = f"filing2xbrl-{TAXONOMY_VERSION}"
BY_HAND = frozenset({"config.schema.json", "corrections.schema.json"})


def rendered() -> dict[str, bytes]:
    """Content by path below schemas/, the package aside."""
    return {**common_files(), **tree_files(), "report.schema.json": report_schema().encode()}


def package(files: dict[str, bytes]) -> bytes:
    """The taxonomy package (Taxonomy Packages 1.0): one top folder, sorted, without a clock."""
    content = {f"taxonomy/{name}": data for name, data in files.items() if name.endswith((".xsd", ".xml"))} | package_files()
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        for name in sorted(content):
            about = zipfile.ZipInfo(f"{PACKAGE}/{name}", (1980, 1, 1, 0, 0, 0))
            about.compress_type = zipfile.ZIP_DEFLATED
            about.external_attr = 0o644 << 16
            file.writestr(about, content[name])
    return memory.getvalue()


def package_content(data: bytes) -> dict[str, bytes]:
    """Names and bytes inside a zip: what counts, for compressors differ."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def stale() -> list[str]:
    """Files of schemas/ that are missing, differ from what the tables give, or that nothing makes any more."""
    files = rendered()
    wrong = [name for name, data in files.items() if not (SCHEMAS / name).is_file() or (SCHEMAS / name).read_bytes() != data]
    zipped = SCHEMAS / f"{PACKAGE}.zip"
    if not zipped.is_file() or package_content(zipped.read_bytes()) != package_content(package(files)):
        wrong.append(zipped.name)
    there = {path.relative_to(SCHEMAS).as_posix() for path in SCHEMAS.rglob("*") if path.is_file()}
    return sorted(wrong) + sorted(there - files.keys() - {zipped.name} - BY_HAND)


def write() -> None:
    files = rendered()
    for name in stale():
        if name in files:
            (SCHEMAS / name).parent.mkdir(parents=True, exist_ok=True)
            (SCHEMAS / name).write_bytes(files[name])
        elif name == f"{PACKAGE}.zip":
            (SCHEMAS / name).write_bytes(package(files))
        else:
            (SCHEMAS / name).unlink()
        print(f"schemas/{name}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing, fail if something is stale")
    if not parser.parse_args().check:
        write()
        return 0
    wrong = stale()
    print("\n".join(f"stale: schemas/{name}" for name in wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
