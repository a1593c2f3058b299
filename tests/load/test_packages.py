"""Report packages and taxonomy packages."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from converter.load import load

XBR, XBRI, ZIP = (
    "https://xbrl.org/report-package/2023/xbr",
    "https://xbrl.org/report-package/2023/xbri",
    "https://xbrl.org/report-package/2023",
)
CATALOG = (
    '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><rewriteURI uriStartString="https://example.com/lamp/" '
    'rewritePrefix="../lamp/"/></catalog>'
)


def write_package(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return path


def described(document_type: str) -> bytes:
    return json.dumps({"documentInfo": {"documentType": document_type}}).encode()


def taxonomy(folder: Path, top: str = "top") -> dict[str, bytes]:
    return {
        f"{top}/META-INF/catalog.xml": CATALOG.encode(),
        f"{top}/lamp/lamp.xsd": (folder / "lamp.xsd").read_bytes(),
        f"{top}/lamp/lamp_cal.xml": (folder / "lamp_cal.xml").read_bytes(),
        f"{top}/lamp/lamp_def.xml": (folder / "lamp_def.xml").read_bytes(),
    }


def on_the_web(folder: Path) -> bytes:
    return (folder / "lamp.json").read_bytes().replace(b'"lamp.xsd"', b'"https://example.com/lamp/lamp.xsd"')


def test_a_report_package_with_its_own_taxonomy(folder: Path) -> None:
    members = taxonomy(folder) | {"top/META-INF/reportPackage.json": described(XBR), "top/reports/lamp.json": on_the_web(folder)}
    loaded = load(write_package(folder / "lamp.xbr", members))
    assert loaded.findings == ()
    assert len(loaded.reports[0].facts) == 20
    assert len(loaded.reports[0].calculations) == 2


def test_a_taxonomy_package_beside(folder: Path) -> None:
    package = write_package(folder / "tax.zip", taxonomy(folder))
    (folder / "web.json").write_bytes(on_the_web(folder))
    assert {finding.code for finding in load(folder / "web.json").findings} == {"dts.unreachable", "load.unknown-concept"}
    assert load(folder / "web.json", packages=[package]).findings == ()


def test_references_inside_a_package_and_several_reports(folder: Path) -> None:
    inner = {name: (folder / name).read_bytes() for name in ("lamp.json", "lamp.xsd", "lamp_cal.xml", "lamp_def.xml")}
    members = {f"top/reports/{place}/{name}": data for place in ("a", "b") for name, data in inner.items()}
    loaded = load(write_package(folder / "two.zip", members | {"top/META-INF/reportPackage.json": described(ZIP)}))
    assert loaded.findings == ()
    assert [report.stem for report in loaded.reports] == ["lamp", "lamp"]


@pytest.mark.parametrize(
    ("name", "members", "code"),
    [
        ("a.xbr", {"top/META-INF/reportPackage.json": described(XBRI)}, "package.type"),
        ("a.xbr", {"top/META-INF/reportPackage.json": b"{"}, "json.syntax"),
        ("a.xbr", {"top/reports/x.json": b"{}"}, "package.type"),
        ("a.xbr", {"top/META-INF/reportPackage.json": described(XBR)}, "package.reports"),
        (
            "a.xbr",
            {"top/META-INF/reportPackage.json": described(XBR), "top/reports/a.json": b"{}", "top/reports/b.json": b"{}"},
            "package.reports",
        ),
        ("a.zip", {"a/META-INF/reportPackage.json": described(ZIP), "b/x": b""}, "package.top-folder"),
        ("a.zip", {"../evil.json": b"{}"}, "package.path"),
        ("a.zip", {"/evil.json": b"{}"}, "package.path"),
        ("a.zip", {"a\\..\\evil.json": b"{}"}, "package.path"),
    ],
)
def test_packages_damaged(tmp_path: Path, name: str, members: dict[str, bytes], code: str) -> None:
    assert code in {finding.code for finding in load(write_package(tmp_path / name, members)).findings}


def test_a_package_that_is_cut(folder: Path) -> None:
    members = {"top/META-INF/reportPackage.json": described(XBR), "top/reports/lamp.json": (folder / "lamp.json").read_bytes()}
    path = write_package(folder / "cut.xbr", members)
    path.write_bytes(path.read_bytes()[:200])
    assert {finding.code for finding in load(path).findings} == {"package.damaged"}


def test_a_member_that_is_damaged(folder: Path) -> None:
    members = {"top/META-INF/reportPackage.json": described(XBR), "top/reports/lamp.json": (folder / "lamp.json").read_bytes()}
    path = write_package(folder / "bad.xbr", members)
    data = bytearray(path.read_bytes())
    at = data.index(b"reports/lamp.json") + 40
    data[at : at + 20] = b"\x00" * 20
    path.write_bytes(bytes(data))
    assert "package.damaged" in {finding.code for finding in load(path).findings}


def test_a_package_that_is_no_taxonomy(folder: Path) -> None:
    package = write_package(folder / "tax.zip", {"top/x": b""})
    assert {finding.code for finding in load(folder / "lamp.json", packages=[package]).findings} == {"package.not-taxonomy"}
    (folder / "none.zip").write_bytes(b"none")
    assert {finding.code for finding in load(folder / "lamp.json", packages=[folder / "none.zip"]).findings} == {"package.damaged"}
