"""The reference pages and the catalogue of codes."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from converter.check.catalogue import CONVERSION, LAYERS, LEFT, catalogue, findings_page, rules_page

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "docs" / "reference"
_CODE = re.compile(rf"(?:{'|'.join({*LAYERS, *CONVERSION})})\.[a-z0-9]+(?:-[a-z0-9]+)*")
_FILES = (".json", ".xml", ".csv", ".tsv", ".zip", ".txt")


def test_the_reference_pages_are_what_the_rules_say(golden: Callable[[Path, str], None]) -> None:
    golden(PAGES / "rules.md", rules_page())
    golden(PAGES / "findings.md", findings_page())


def test_codes_are_unique_and_layered() -> None:
    codes = [entry.code for entry in catalogue()]
    assert len(codes) == len(set(codes))
    assert all(code.count(".") == (entry.layer != LEFT) for code, entry in zip(codes, catalogue(), strict=True))
    assert all(entry.hint for entry in catalogue() if entry.converting)


def _sources() -> Iterator[tuple[str, ast.AST]]:
    for path in sorted((ROOT / "converter").rglob("*.py")):
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8"))


def _texts(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*_texts(node.body), *_texts(node.orelse))


def test_every_code_is_explained() -> None:
    """Codes of findings, wherever they stand in the program."""
    known = {entry.code for entry in catalogue()}
    told = {
        (where, text)
        for where, tree in _sources()
        for node in ast.walk(tree)
        for text in _texts(node)
        if _CODE.fullmatch(text) and not text.endswith(_FILES)
    }
    assert len(told) > 80
    assert not sorted(each for each in told if each[1] not in known)


def _calls(name: str) -> Iterator[tuple[str, list[ast.expr]]]:
    for where, tree in _sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
                yield where, node.args


def test_findings_have_the_severity_that_is_explained() -> None:
    severities = {entry.code: entry.severity for entry in catalogue()}
    for where, args in _calls("Finding"):
        for code, severity in zip(_texts(args[0]), _texts(args[1]), strict=False):
            assert severities[code] == severity, f"{where}: {code}"


def test_every_reason_of_a_left_number_is_explained() -> None:
    left = {entry.code for entry in catalogue() if entry.layer == LEFT}
    told = {(where, code) for where, args in _calls("LeftNumber") if len(args) > 2 for code in _texts(args[2])}
    told |= {(where, code) for where, args in _calls("_left") if where.startswith("converter/map/") for code in _texts(args[1])}
    assert len(told) > 6
    assert not sorted(each for each in told if each[1] not in left)


@pytest.mark.parametrize("code", ["unknown-period", "unknown-unit", "unknown-scale", "schema", "repeated-id", "repeated-fact"])
def test_reasons_that_are_put_together(code: str) -> None:
    assert code in {entry.code for entry in catalogue()}
