"""Configuration files: found, checked, told what is wrong with them."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest
from jsonschema import Draft202012Validator

from converter.cli.settings import find_settings
from converter.cli.validate import command
from converter.resources import schemas


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.filing2xbrl.validate]\nselect = ["xbrl"]\n')
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert find_settings("validate", start=inner).values["select"] == ["xbrl"]
    (tmp_path / "a" / "pyproject.toml").write_text("[project]\n")
    assert find_settings("validate", start=inner).file == tmp_path / "pyproject.toml"
    (tmp_path / "a" / "filing2xbrl.toml").write_text('[validate]\nbaseline = "known.json"\ntaxonomy-packages = ["p.zip"]\n')
    found = find_settings("validate", start=inner).values
    assert found["baseline"] == tmp_path / "a" / "known.json"
    assert found["taxonomy-packages"] == (tmp_path / "a" / "p.zip",)
    assert find_settings("validate", tmp_path / "a" / "pyproject.toml").file is None


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('[validate]\nselekt = ["xbrl"]', "validate: the key 'selekt' is not known; did you mean 'select'?"),
        ("[verify]\n", "the key 'verify' is not known"),
        ("[validate]\nzzzz = 1", "known are baseline, fail-on"),
        ('[validate]\nfail-on = "sometimes"', "validate.fail-on: 'sometimes' is not one of"),
        ('[validate]\nselect = "xbrl"', "validate.select: 'xbrl' is not of type 'array'"),
        ('[validate.severity]\nxbrl = "loud"', "validate.severity.xbrl"),
        ("[validate", "is no TOML"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "filing2xbrl.toml"
    path.write_text(text)
    with pytest.raises(click.UsageError) as error:
        find_settings("validate", start=tmp_path)
    assert complaint in error.value.message
    assert str(path) in error.value.message


def test_files_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(click.UsageError, match="cannot be read"):
        find_settings("validate", tmp_path / "none.toml")
    path = tmp_path / "pyproject.toml"
    path.write_text("[tool]\nfiling2xbrl = 1\n")
    with pytest.raises(click.UsageError, match="is no table"):
        find_settings("validate", path)
    path.write_bytes(b"\xff\xfe")
    assert find_settings("validate", start=tmp_path).file != path


def test_the_schema_is_one() -> None:
    schema = json.loads((schemas() / "config.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    options = {option.opts[-1].removeprefix("--") for option in command.params if isinstance(option, click.Option)}
    assert {*schema["properties"]["validate"]["properties"]} - {"taxonomy-packages"} <= options
