"""The generated schemas: up to date, small enough, and the package the same on every build."""

from __future__ import annotations

import io
import zipfile

from build_schemas import PACKAGE, SCHEMAS, package, package_content, rendered, stale

from converter.resources import schemas


def test_nothing_in_schemas_is_stale() -> None:
    """If this fails: python scripts/taxonomy/build_schemas.py"""
    assert stale() == []
    assert schemas() == SCHEMAS


def test_no_file_is_larger_than_a_megabyte() -> None:
    assert [path.name for path in SCHEMAS.rglob("*") if path.is_file() and path.stat().st_size > 1_000_000] == []


def test_the_package_is_the_same_on_every_build() -> None:
    files = {name: data for name, data in rendered().items() if "bank" in name}
    assert package(files) == package(dict(reversed(files.items())))


def test_the_package_has_one_top_folder_and_no_clock() -> None:
    data = (SCHEMAS / f"{PACKAGE}.zip").read_bytes()
    content = package_content(data)
    assert {name.partition("/")[0] for name in content} == {PACKAGE}
    assert f"{PACKAGE}/META-INF/catalog.xml" in content
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert {about.date_time for about in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_generated_file_says_so() -> None:
    by_hand = {"config.schema.json", "corrections.schema.json"}
    marked = [path for path in SCHEMAS.rglob("*") if path.suffix in (".xsd", ".xml", ".json") and path.name not in by_hand]
    assert len(marked) > 60
    assert [path.name for path in marked if "scripts/taxonomy/build_schemas.py" not in path.read_text("utf-8")[:3000]] == []
