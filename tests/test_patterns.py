"""Patterns that are compiled late are patterns, all of them, and behave as compiled ones do."""

import importlib
import pkgutil
import re
from types import ModuleType

import pytest

import converter
from converter.patterns import _Regex, holds_one, regex


def _modules() -> list[ModuleType]:
    names = [found.name for found in pkgutil.walk_packages(converter.__path__, "converter.") if not found.name.endswith("__main__")]
    return [importlib.import_module(name) for name in names]


def test_every_pattern_compiles() -> None:
    found = {f"{module.__name__}.{name}": each for module in _modules() for name, each in vars(module).items() if isinstance(each, _Regex)}
    assert len(found) > 300
    assert not [name for name, each in found.items() if not isinstance(re.compile(each.pattern, each.flags), re.Pattern)]


def test_a_late_pattern_does_what_a_compiled_one_does() -> None:
    late, compiled = regex("(a)(b)?", re.IGNORECASE), re.compile("(a)(b)?", re.IGNORECASE)
    assert late.pattern == compiled.pattern
    for method in ("search", "match", "fullmatch"):
        for text in ("AB", "xab", ""):
            mine, theirs = getattr(late, method)(text), getattr(compiled, method)(text)
            assert (mine and mine.span()) == (theirs and theirs.span())
    assert [match.groups() for match in late.finditer("ab a")] == [match.groups() for match in compiled.finditer("ab a")]
    assert late.findall("ab a") == compiled.findall("ab a")
    assert late.sub("-", "ab a") == "- -"
    assert late.split("xay") == compiled.split("xay")


def test_a_late_pattern_has_nothing_that_a_compiled_one_has_not() -> None:
    with pytest.raises(AttributeError):
        regex("a").searches  # type: ignore[attr-defined]  # noqa: B018


def test_what_is_no_pattern_raises_at_its_first_use() -> None:
    late = regex("(")
    with pytest.raises(re.error):
        late.search("x")


def test_words_are_looked_for_as_they_are() -> None:
    assert holds_one("statement of condition", ("sheet", "tatement"))
    assert not holds_one("Statement of Condition", ("sheet", "condition"))
    assert not holds_one("a text", ())
