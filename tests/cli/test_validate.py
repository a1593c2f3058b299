"""``filing2xbrl validate``: verdicts, formats, exit codes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from cli_runs import Run
from jsonschema import Draft4Validator
from lxml import etree

from converter import validate

SCHEMAS = Path(__file__).parent / "schemas"


@pytest.fixture
def reports(run: Run, harbor: Path, out: Path) -> Path:
    """A folder with the good report ``harbor-10q-1998`` in both formats."""
    assert run("convert", harbor, "--out", out).code == 0
    return out


@pytest.fixture
def damaged(reports: Path) -> Path:
    """The report in xBRL-JSON with a monetary fact in letters."""
    path = reports / "harbor-10q-1998.json"
    content = json.loads(path.read_bytes())
    next(fact for fact in content["facts"].values() if fact["dimensions"]["concept"] == "gaap:Assets")["value"] = "plenty"
    damaged = reports / "damaged.json"
    damaged.write_text(json.dumps(content))
    return damaged


def test_a_folder_means_the_reports_in_it(run: Run, reports: Path) -> None:
    result = run("validate", reports)
    assert result.code == 0
    first, second, total = result.out.splitlines()
    assert total.startswith("2 of 2 accepted: ")
    assert first.startswith(f"{reports / 'harbor-10q-1998.json'}: accepted: ")
    assert second.startswith(f"{reports / 'harbor-10q-1998.xbrl'}: accepted: ")
    assert not result.err


def test_what_lies_beside_reports_in_a_folder_is_none(run: Run, reports: Path) -> None:
    (reports / "known-findings.json").write_text('{"version": 1, "findings": []}')
    (reports / "filing.htm").write_text("<html><body>Total assets 5</body></html>")
    (reports / "feed.xml").write_text("<feed/>")
    result = run("validate", reports)
    assert result.code == 0
    assert result.out.splitlines()[-1].startswith("2 of 2 accepted: ")
    assert result.err.splitlines() == [
        f"{reports / name}: skipped, no report" for name in ("feed.xml", "filing.htm", "known-findings.json")
    ]
    assert run("validate", reports / "filing.htm").code == 1


@pytest.mark.parametrize("text", ["", '{"facts": {}}', "no JSON", '{"documentInfo": '])
def test_a_damaged_report_in_a_folder_is_one(run: Run, reports: Path, text: str) -> None:
    (reports / "torn.json").write_text(text)
    result = run("validate", reports)
    assert result.code == (1 if text else 3)
    assert "torn.json: rejected" in result.out or not text
    assert "skipped" not in result.err


def test_rejected(run: Run, damaged: Path) -> None:
    result = run("validate", damaged)
    assert result.code == 1
    assert re.search(rf"^{re.escape(str(damaged))}:\d+: error: .* \[xbrl.value\]$", result.out, re.MULTILINE)
    assert f"{damaged}: rejected: " in result.out
    assert run("validate", damaged, "--fail-on", "never").code == 0


def test_rules_are_chosen(run: Run, damaged: Path) -> None:
    assert "rejected" not in run("validate", damaged, "--select", "accounting").out
    assert "[accounting" not in run("validate", damaged, "--ignore", "accounting").out


def test_json(run: Run, damaged: Path) -> None:
    (told,) = json.loads(run("validate", damaged, "--format", "json").out)
    assert told["report"] == str(damaged)
    assert told["readable"] is True
    assert told["facts"] > 100
    assert any(finding["severity"] == "error" and finding["facts"] for finding in told["findings"])
    assert told["compared"]["accounting.equation"] > 0


def test_formats_for_machines(run: Run, damaged: Path) -> None:
    sarif = json.loads(run("validate", damaged.parent, "--format", "sarif").out)
    assert sarif["runs"][0]["results"][0]["level"] == "error"
    assert not list(Draft4Validator(json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))).iter_errors(sarif))
    suites = etree.fromstring(run("validate", damaged.parent, "--format", "junit").out.encode())
    assert suites.find(".//failure") is not None
    etree.XMLSchema(etree.parse(SCHEMAS / "jenkins-junit.xsd")).assertValid(suites)
    github = run("validate", damaged, "--format", "github")
    assert github.out.startswith(f"::error file={damaged},")
    assert github.code == 1


def test_standard_input(run: Run, reports: Path) -> None:
    data = (reports / "harbor-10q-1998.json").read_bytes()
    assert "-: " in run("validate", "-", data=data).out
    assert run("validate", "-", data=b"").code == 3


@pytest.mark.parametrize(("content", "code"), [(None, 3), (b"", 3), (b"{", 1), (b"<a/>", 1), (b"\0\1\2", 1)])
def test_what_is_no_report(run: Run, tmp_path: Path, content: bytes | None, code: int) -> None:
    path = tmp_path / "bad.json"
    if content is not None:
        path.write_bytes(content)
    result = run("validate", path)
    assert result.code == code
    assert "error" in result.out
    assert "Traceback" not in result.out + result.err


def test_half_a_character_is_no_bug(run: Run, damaged: Path) -> None:
    damaged.write_text(damaged.read_text().replace("plenty", "\\ud800"))
    assert json.loads(run("validate", damaged, "--format", "json").out)
    assert json.loads(run("validate", damaged, "--format", "sarif").out)
    for style in ("text", "junit", "github"):
        assert run("validate", damaged, "--format", style, "--also", f"{style}={damaged.parent / 'told'}").code == 1


def test_no_report_in_a_folder(run: Run, tmp_path: Path) -> None:
    result = run("validate", tmp_path)
    assert result.code == 3
    assert "no report in" in result.err
    assert "a pattern (*)" in result.err


def test_a_filing_is_no_report(run: Run, harbor: Path) -> None:
    told = run("validate", harbor)
    assert told.code == 1
    assert f"{harbor} is no report; if it is a filing, 'filing2xbrl convert' makes one of it" in told.err


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("cut.xbrl", "<xbrl><context id='c'>", "cut.xbrl is not well-formed XML: "),
        ("list.json", "[]", "list has no document type; "),
        ("other.json", '{"documentInfo": {"documentType": "a"}}', "other has the document type 'a'; "),
    ],
)
def test_damaged_reports_are_not_taken_for_filings(run: Run, tmp_path: Path, name: str, text: str, words: str) -> None:
    (tmp_path / name).write_text(text)
    told = run("validate", tmp_path / name)
    assert told.code == 1
    assert words in told.out
    assert "<string>" not in told.out
    assert not told.err


def test_patterns_that_the_shell_left(run: Run, reports: Path) -> None:
    assert run("validate", reports / "harbor*.json").out.startswith(f"{reports / 'harbor-10q-1998.json'}: accepted: ")
    assert run("validate", reports / "none*.json").code == 3


def test_the_json_schema_layer(run: Run, damaged: Path) -> None:
    content = json.loads(damaged.read_bytes())
    content["f2x:input"]["colour"] = "red"
    damaged.write_text(json.dumps(content))
    result = run("validate", damaged, "--select", "schema")
    assert result.code == 1
    assert "[schema.invalid]" in result.out
    assert "'colour' was unexpected" in result.out
    assert any(finding.code == "schema.invalid" for finding in validate(damaged))


def test_the_source_layer(run: Run, reports: Path, harbor: Path) -> None:
    good = reports / "harbor-10q-1998.json"
    for source in (harbor, harbor.parent):
        for suffix in (".json", ".xbrl"):
            result = run("validate", good.with_suffix(suffix), "--source", source, "--fail-on", "warning")
            assert result.code == 0, result.out
    harbor.write_text(harbor.read_text().replace("21,447", "21,474"))
    told = run("validate", good, "--source", harbor, "--select", "source").out
    assert "[source.other]" in told
    assert "[source.place]" in told
    assert "    report  " in told
    assert f"    filing  {harbor}:" in told
    (reports / "empty").mkdir()
    assert "[source.missing]" in run("validate", good, "--source", reports / "empty").out


def test_a_shown_finding_has_both_numbers_and_both_files(run: Run, reports: Path) -> None:
    path = reports / "harbor-10q-1998.json"
    path.write_text(path.read_text().replace('"value":"21447000"', '"value":"22447000"', 1))
    result = run("validate", path)
    assert result.code == 0
    assert "22447000" in result.out
    assert "    filing  harbor-10q-1998.txt:" in result.out
    sarif = json.loads(run("validate", path, "--format", "sarif").out)
    first = sarif["runs"][0]["results"][0]
    assert first["locations"][0]["physicalLocation"]["region"]["startLine"] > 1
    assert first["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "harbor-10q-1998.txt"


def test_severities(run: Run, damaged: Path) -> None:
    assert run("validate", damaged, "--severity", "xbrl=warning", "--severity", "schema=warning").code == 0
    assert "write CODE=LEVEL" in run("validate", damaged, "--severity", "xbrl").err
    wrong = run("validate", damaged, "--select", "acounting")
    assert wrong.code == 2
    assert "no rule and no layer is named 'acounting'; did you mean accounting?" in wrong.err


def test_names_may_stand_in_one_list(run: Run, damaged: Path) -> None:
    both = run("validate", damaged, "--select", "accounting, xbrl.value").out
    assert "[xbrl.value]" in both
    assert "[schema" not in both
    assert both == run("validate", damaged, "--select", "accounting", "--select", "xbrl.value").out
    assert run("validate", damaged, "--ignore", "xbrl,schema").code == 0
    assert run("validate", damaged, "--severity", "xbrl=info,schema=info").code == 0
    assert "no rule and no layer is named 'xbrll'" in run("validate", damaged, "--ignore", "schema,xbrll").err


def test_the_longer_name_decides(run: Run, damaged: Path) -> None:
    told = run("validate", damaged, "--ignore", "xbrl,schema", "--select", "xbrl.value,accounting").out
    assert "[xbrl.value]" in told
    assert run("validate", damaged, "--severity", "xbrl.value=warning,xbrl=error,schema=info").code == 0


def test_other_formats_into_files(run: Run, damaged: Path, tmp_path: Path) -> None:
    files = {style: tmp_path / f"told.{style}" for style in ("text", "json", "sarif", "junit", "github")}
    asked = [word for style, file in files.items() for word in ("--also", f"{style}={file}")]
    assert run("validate", damaged, *asked).out == files["text"].read_text()
    for style, file in files.items():
        assert run("validate", damaged, "--format", style).out == file.read_text()
    assert "write FORMAT=FILE" in run("validate", damaged, "--also", "sarif").err
    assert "write FORMAT=FILE" in run("validate", damaged, "--also", "pdf=x").err
    unwritable = run("validate", damaged, "--also", f"sarif={damaged / 'x'}")
    assert unwritable.code == 2
    assert "cannot be written" in unwritable.err


def test_configuration(run: Run, damaged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(damaged.parent)
    Path("filing2xbrl.toml").write_text('[validate]\nformat = "json"\nignore = ["schema"]\n[validate.severity]\nxbrl = "warning"\n')
    result = run("validate", damaged)
    assert result.code == 0
    assert json.loads(result.out)[0]["report"] == str(damaged)
    assert run("validate", damaged, "--severity", "xbrl=error").code == 1
    assert run("validate", damaged, "--format", "text").out.startswith(f"{damaged}:")
    Path("filing2xbrl.toml").write_text("[validate]\nfailon = 1\n")
    wrong = run("validate", damaged)
    assert wrong.code == 2
    assert "did you mean 'fail-on'?" in wrong.err
    for table in ('select = ["acounting"]', 'ignore = ["acounting"]', '[validate.severity]\nacounting = "info"'):
        Path("filing2xbrl.toml").write_text(f"[validate]\n{table}\n")
        wrong = run("validate", damaged)
        assert wrong.code == 2
        assert "filing2xbrl.toml: no rule and no layer is named 'acounting'; did you mean accounting?" in wrong.err


def test_configuration_in_pyproject(run: Run, damaged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (damaged.parent / "pyproject.toml").write_text('[tool.filing2xbrl.validate]\nselect = ["accounting"]\nbaseline = "known.json"\n')
    inner = damaged.parent / "inner"
    inner.mkdir()
    monkeypatch.chdir(inner)
    assert "known from now on" in run("validate", damaged, "--write-baseline").out
    assert (damaged.parent / "known.json").is_file()
    assert run("validate", damaged).code == 0
    assert run("validate", damaged, "--select", "xbrl").code == 1
    own = inner / "own.toml"
    own.write_text('[validate]\nselect = ["xbrl"]\n')
    assert run("validate", damaged, "--config", own).code == 1


def test_baseline(run: Run, damaged: Path) -> None:
    baseline = damaged.parent / "known.txt"
    assert run("validate", damaged, "--write-baseline").code == 2
    assert run("validate", damaged, "--baseline", baseline).code == 2
    assert "known from now on" in run("validate", damaged, "--baseline", baseline, "--write-baseline").out
    known = run("validate", damaged, "--baseline", baseline)
    assert known.code == 0
    assert " known," in known.out
    damaged.write_text(damaged.read_text().replace("plenty", "little"))
    again = run("validate", damaged, "--baseline", baseline)
    assert again.code == 1
    assert "were not found again" in again.err
    baseline.write_text('{"version": 2}')
    assert "is no baseline" in run("validate", damaged, "--baseline", baseline).err
    assert "cannot be written" in run("validate", damaged, "--baseline", damaged / "x", "--write-baseline").err


def test_a_baseline_of_several_reports(run: Run, damaged: Path) -> None:
    baseline, other = damaged.parent / "known.json", damaged.parent / "other.json"
    other.write_text(damaged.read_text())
    count = int(run("validate", damaged, other, "--baseline", baseline, "--write-baseline").out.split()[1])
    known = run("validate", damaged, "--baseline", baseline)
    assert (known.code, known.err) == (0, ""), "what is known of other reports is no news"
    assert run("validate", damaged, "--baseline", baseline, "--select", "accounting").err == ""
    told = run("validate", damaged, "--baseline", baseline, "--write-baseline", "--select", "accounting").out
    assert f" {count} findings" in told, "what was not looked for stays"
    other.unlink()
    told = run("validate", damaged, "--baseline", baseline, "--write-baseline").out
    assert f" {count // 2} findings" in told, "reports that are gone are forgotten"


def test_no_more_is_read_than_a_report_may_have(run: Run, reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("converter.cli.judge", "converter.load.entrance"):
        monkeypatch.setattr(f"{module}.MOST_BYTES", 1000)
    data = (reports / "harbor-10q-1998.json").read_bytes()
    assert "[file.too-large]" in run("validate", "-", data=data).out


def test_what_is_no_package_of_schemas_is_a_mistake_of_the_call(run: Run, reports: Path, harbor: Path) -> None:
    for path in (reports, harbor):
        result = run("validate", reports, "--taxonomy-package", path)
        assert result.code == 2
        assert f"--taxonomy-package {path}: no zip file" in result.err
