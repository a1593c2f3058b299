"""Each code that loading can give has an example: a damaged report that gets it (here, or where a test of this room names the code),
and the good reports that do not."""

from __future__ import annotations

import inspect
import zipfile
from pathlib import Path

import kites
import lamp
import lamp_mutants
import pytest

from converter.load import load
from converter.load.log import codes


def _codes(path: Path) -> set[str]:
    return {finding.code for finding in load(path).findings}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The codes of all damaged reports."""
    folder = tmp_path_factory.mktemp("codes")
    lamp.write_taxonomy(folder)
    kites.write_taxonomy(folder)
    texts = [(".json", text) for _, text in lamp_mutants.json_mutants()] + [(".xbrl", text) for _, text in lamp_mutants.xml_mutants()]
    texts += [(".xbrl", case.text()) for case in kites.CASES]
    found: set[str] = set()
    for suffix, text in texts:
        path = folder / f"x{suffix}"
        path.write_text(text, "utf-8")
        found |= _codes(path)
    return found


def test_what_needs_a_file_of_its_own(tmp_path: Path) -> None:
    lamp.write_all(tmp_path)
    definitions = tmp_path / "lamp_def.xml"
    arc = '<link:definitionArc xlink:type="arc" xlink:arcrole="http://www.xbrl.org/2003/arcrole/essence-alias" xlink:from="axis" xlink:to='
    definitions.write_text(definitions.read_text().replace("</link:definitionLink>", f'{arc}"domain"/></link:definitionLink>'))
    assert _codes(tmp_path / "lamp.json") == {"load.arcs"}
    page = tmp_path / "lamp.xhtml"
    page.write_text(page.read_text().replace("<p>Loss", '<p><ix:tuple name="l:Pair"/></p><p>Loss', 1))
    assert "load.inline-not-checked" in _codes(page)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as package:
        package.writestr("top/META-INF/reportPackage.json", '{"documentInfo": {"documentType": "https://xbrl.org/report-package/2023"}}')
        package.writestr("top/reports/a.json", lamp.json_text())
    data = bytearray((tmp_path / "a.zip").read_bytes())
    data[data.rindex(b"PK\x01\x02") + 8] |= 1  # the flag of the last member
    (tmp_path / "a.zip").write_bytes(data)
    assert "package.encrypted" in _codes(tmp_path / "a.zip")


def test_every_code_has_an_example(seen: set[str]) -> None:
    sources = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py") if path.name != Path(__file__).name)
    sources += inspect.getsource(test_what_needs_a_file_of_its_own)
    missing = {code for code in codes() if code not in seen and f'"{code}"' not in sources}
    assert sorted(missing) == []


def test_the_good_reports_get_none(tmp_path: Path) -> None:
    lamp.write_all(tmp_path)
    kites.write_taxonomy(tmp_path)
    (tmp_path / "kite.xbrl").write_text(kites.CASES[0].text())
    for name in ("lamp.json", "lamp.xbrl", "lamp.xhtml", "lamp-csv.json", "kite.xbrl"):
        assert _codes(tmp_path / name) <= {"efm.context-unused"}, name
