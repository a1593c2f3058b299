"""Files that want to hurt: refused with a finding, quickly, with little memory, and nothing is fetched."""

from __future__ import annotations

import resource
import socket
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import lamp
import pytest

from converter.load import load

SCRIPT = r"""
import re, sys, time
from pathlib import Path
from converter.load import load
begin = time.perf_counter()
loaded = load(Path(sys.argv[1]))
print(sorted({finding.code for finding in loaded.findings}), len(loaded.reports))
seconds = time.perf_counter() - begin
status = Path("/proc/self/status")  # not getrusage: that remembers the parent's size before exec
peak = re.search(r"VmHWM:\s+(\d+)", status.read_text()) if status.exists() else None
print(seconds, int(peak.group(1)) // 1024 if peak else 0)
"""


def measured(path: Path) -> str:
    """What loading says, in a process of its own; at most 5 s and 300 MB."""
    result = subprocess.run([sys.executable, "-c", SCRIPT, str(path)], check=True, capture_output=True, text=True).stdout.splitlines()
    seconds, megabytes = map(float, result[1].split())
    assert seconds < 5
    assert megabytes < 300
    return result[0]


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMBS = {
    "laughs": f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]><xbrli:xbrl xmlns:xbrli="http://www.xbrl.org/2003/instance">&l9;</xbrli:xbrl>',
    "external": '<!DOCTYPE x SYSTEM "file:///etc/passwd"><xbrli:xbrl xmlns:xbrli="http://www.xbrl.org/2003/instance"/>',
    "far": f'<!--{"x" * 100_000}--><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
    "utf16": '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
    "page": '<!DOCTYPE html [<!ENTITY a "b">]><html xmlns="http://www.w3.org/1999/xhtml">&a;</html>',
    "hidden": f'<!--{"x" * 100_000}--><!DOCTYPE html [<!ENTITY a "b">]><html xmlns="http://www.w3.org/1999/xhtml">&a;</html>',
}


@pytest.mark.parametrize("name", BOMBS)
def test_entities_are_refused(name: str) -> None:
    data = BOMBS[name].encode("utf-16" if name == "utf16" else "utf-8")
    assert "xml.doctype-refused" in {finding.code for finding in load(data, name="x.xbrl").findings}


def test_a_doctype_of_a_page_passes() -> None:
    data = b'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">'
    data += b'<html xmlns="http://www.w3.org/1999/xhtml"/>'
    assert {finding.code for finding in load(data, name="x.html").findings} == {"file.unknown"}


@pytest.mark.parametrize("data", [b"<a>" * 100_000, b"<a>" * 100_000 + b"</a>" * 100_000], ids=["open", "closed"])
def test_deep_xml(data: bytes) -> None:
    assert {finding.code for finding in load(data, name="x.xbrl").findings} == {"xml.syntax"}


@pytest.mark.parametrize("data", [b"[" * 100_000, b'{"a":' * 100_000, b"[" * 5000 + b"]" * 5000], ids=["lists", "objects", "closed"])
def test_deep_json(data: bytes) -> None:
    assert {finding.code for finding in load(data, name="x.json").findings} <= {"json.syntax", "oim.document-type"}


def test_a_gigabyte_of_blanks(tmp_path: Path) -> None:
    path = tmp_path / "blanks.json"
    with path.open("wb") as file:
        file.truncate(1 << 30)
    assert "file.too-large" in measured(path)


@pytest.mark.parametrize("fill", [b" ", b"\n"])
def test_ninety_megabytes_of_blanks(tmp_path: Path, fill: bytes) -> None:
    path = tmp_path / "blanks.xbrl"
    path.write_bytes(b"<a>" + fill * 90_000_000)
    assert "['xml.syntax']" in measured(path)


def test_a_zip_bomb(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        package.writestr("top/META-INF/reportPackage.json", '{"documentInfo": {"documentType": "https://xbrl.org/report-package/2023"}}')
        with package.open("top/reports/big.json", "w", force_zip64=True) as member:
            for _ in range(128):
                member.write(b" " * (1 << 20))
    assert "package.bomb" in measured(path)


DESCRIBED = ("top/META-INF/reportPackage.json", '{"documentInfo": {"documentType": "https://xbrl.org/report-package/2023"}}')


def test_a_bomb_within_a_package_within_a_package(tmp_path: Path) -> None:
    inner, path = tmp_path / "inner.zip", tmp_path / "nested.zip"
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("bomb.json", b" " * (1 << 26))
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(*DESCRIBED)
        package.write(inner, "top/reports/inner.zip")
    loaded = load(path)
    assert [finding.code for finding in loaded.findings] == ["package.reports"]
    assert "not opened" in loaded.findings[0].message


@pytest.mark.parametrize("text", [b"[" + b"1," * 8_500_000 + b"1]", b"[" * 3_500_000, b"<a>" + b"<b/>" * 4_500_000 + b"</a>"])
def test_more_values_than_any_report(tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "many"
    path.write_bytes(text)
    assert "['file.too-large']" in measured(path)


def test_deep_properties_are_no_trouble(tmp_path: Path) -> None:
    lamp.write_taxonomy(tmp_path)
    deep = f'"f2x:deep": {"[" * 900}{"]" * 900}, "facts": {{'
    (tmp_path / "lamp.json").write_text(lamp.json_text().replace('"facts": {', deep, 1))
    assert not [finding for finding in load(tmp_path / "lamp.json").findings if finding.severity == "error"]


SCHEMAS = {
    "entities": ("<xs:schema", '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><xs:schema', {"xml.doctype-refused"}),
    "external DTD": ("<xs:schema", '<!DOCTYPE x SYSTEM "http://example.com/x.dtd"><xs:schema', {"xml.doctype-refused"}),
    "import from the web": ("</xs:schema>", '<xs:import schemaLocation="http://example.com/x.xsd"/></xs:schema>', {"dts.unreachable"}),
    "import of a device": ("</xs:schema>", '<xs:import schemaLocation="file:///dev/zero"/></xs:schema>', {"dts.missing"}),
}


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_that_reach_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    old, new, codes = SCHEMAS[name]
    lamp.write_taxonomy(tmp_path)
    schema = tmp_path / "lamp.xsd"
    schema.write_text(schema.read_text().replace(old, new, 1))
    (tmp_path / "lamp.xbrl").write_text(lamp.INSTANCE)
    monkeypatch.setattr(socket, "socket", None)
    before = sorted(tmp_path.iterdir())
    findings = load(tmp_path / "lamp.xbrl").findings
    assert {finding.code for finding in findings if finding.severity == "error"} == codes
    assert sorted(tmp_path.iterdir()) == before


def test_many_members(tmp_path: Path) -> None:
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w") as package:
        for number in range(20_001):
            package.writestr(f"top/{number}", b"")
    assert {finding.code for finding in load(path).findings} == {"package.bomb"}


def test_schemas_that_never_end(tmp_path: Path) -> None:
    lamp.write_all(tmp_path)
    for number in range(3000):
        (tmp_path / f"s{number}.xsd").write_text(
            f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:import schemaLocation="s{number + 1}.xsd"/></xs:schema>'
        )
    (tmp_path / "lamp.json").write_text(lamp.json_text().replace("lamp.xsd", "s0.xsd"))
    assert "dts.too-many" in {finding.code for finding in load(tmp_path / "lamp.json").findings}


@pytest.mark.parametrize("href", ["../../../../etc/passwd", "file:///etc/passwd", "/etc/passwd", "http://[bad", "%00", "\x00"])
def test_references_to_strange_places(tmp_path: Path, href: str) -> None:
    lamp.write_all(tmp_path)
    doc = lamp.document()
    doc["documentInfo"]["taxonomy"] = [href]
    import json

    (tmp_path / "lamp.json").write_text(json.dumps(doc))
    codes = {finding.code for finding in load(tmp_path / "lamp.json").findings if finding.severity == "error"}
    assert codes
    assert codes <= {"dts.missing", "dts.unreachable", "xml.syntax", "dts.not-taxonomy"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file.empty"),
        (b" \n", "file.empty"),
        (b"hello", "file.unknown"),
        (b"\xff\xfe\x00", "xml.syntax"),
        (b"<a/>", "file.unknown"),
        (b"PK\x03\x04", "package.damaged"),
    ],
)
def test_what_is_no_report(data: bytes, code: str) -> None:
    loaded = load(data, name="x")
    assert {finding.code for finding in loaded.findings} == {code}
    assert loaded.reports == ()


def test_what_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        loaded = load(path)
        assert {finding.code for finding in loaded.findings} == {"file.unreadable"}
        assert not loaded.readable


def test_a_million_findings_are_not_listed(tmp_path: Path) -> None:
    doc = lamp.document()
    doc["facts"] = {f"f{number}": {"value": 5, "dimensions": {"concept": "l:Assets"}} for number in range(5000)}
    import json

    lamp.write_all(tmp_path)
    (tmp_path / "lamp.json").write_text(json.dumps(doc))
    begin = time.perf_counter()
    findings = load(tmp_path / "lamp.json").findings
    assert len(findings) == 1001
    assert "4000 more" in findings[-1].message
    assert time.perf_counter() - begin < 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 4 << 20
