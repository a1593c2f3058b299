"""Strings that a pattern may take long to refuse, made from the pattern itself: runs of what it repeats, and an end that fails."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any, NamedTuple

import converter
from converter.patterns import _Regex

_METHODS = {
    **{name: name for name in ("search", "match", "fullmatch", "finditer")},
    **dict.fromkeys(("findall", "sub", "subn", "split"), "finditer"),
}
_ALL_OF_TEXT = frozenset({"finditer"})
_CATEGORY = {
    c.CATEGORY_DIGIT: "5",
    c.CATEGORY_SPACE: " ",
    c.CATEGORY_WORD: "a",
    c.CATEGORY_NOT_DIGIT: "a",
    c.CATEGORY_NOT_SPACE: "a",
    c.CATEGORY_NOT_WORD: "-",
}
_COMMON = ("5", " ", "a", ".", "-", "(", "\n", "_", "1,", "a ", "5 ", "$5", "A a ", " \n")
_REPEATS = (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT)
_LONG = 30
"""A repeat of as many times or more is worth an attack."""
_VARIANTS = 3
_MOST_LETTERS = 24


class Used(NamedTuple):
    """A pattern of the package: where it stands, and how its module uses it: ``search``, ``match``, ``fullmatch``, or ``finditer``, which
    stands for all methods that go on behind a match, and for what a pattern may be used for that is handed on."""

    where: str
    pattern: str
    flags: int
    methods: frozenset[str]


def used_patterns() -> list[Used]:
    """All patterns that the package's modules hold, by themselves or within tuples, tables and structs."""
    found: dict[tuple[str, int], Used] = {}
    for module in _modules():
        tree = ast.parse(Path(module.__file__ or "").read_text("utf-8"))
        for name, value in vars(module).items():
            for each, inside in _patterns_in(value, 0):
                if isinstance(each.pattern, str):
                    methods = _ALL_OF_TEXT if inside else _methods_of(tree, name)
                    key = (each.pattern, int(each.flags))
                    before = found.get(key, Used(f"{module.__name__.removeprefix('converter.')}.{name}", *key, frozenset()))
                    found[key] = before._replace(methods=before.methods | methods)
    return [each for each in found.values() if each.methods]


def _modules() -> list[ModuleType]:
    names = [found.name for found in pkgutil.walk_packages(converter.__path__, "converter.") if not found.name.endswith("__main__")]
    return [importlib.import_module(name) for name in names]


def _patterns_in(value: object, depth: int) -> Iterator[tuple[Any, bool]]:
    inside: Sequence[object] = ()
    if isinstance(value, _Regex | re.Pattern):
        yield value, depth > 0
    elif isinstance(value, Mapping):
        inside = [*value.values()]
    elif isinstance(value, list | tuple | set | frozenset):
        inside = [*value]
    elif hasattr(value, "__struct_fields__") and not isinstance(value, type):
        inside = [getattr(value, name) for name in value.__struct_fields__]
    for each in inside if depth < 4 else ():
        yield from _patterns_in(each, depth + 1)


def _methods_of(tree: ast.Module, name: str) -> frozenset[str]:
    owners = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    methods: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load):
            owner = owners.get(node)
            if not isinstance(owner, ast.Attribute):
                methods |= _ALL_OF_TEXT
            elif owner.attr in _METHODS:
                methods.add(_METHODS[owner.attr])
    return frozenset(methods - {"search"} if "finditer" in methods else methods)


def attacks(pattern: str, flags: int) -> list[tuple[str, str]]:
    """Beginnings, and units to be repeated behind them."""
    tree = parser.parse(pattern, flags)
    letters = list(dict.fromkeys(_letters(tree, False)))[:_MOST_LETTERS]
    found = [("", unit) for unit in (*_COMMON, *letters)]
    for variant in range(_VARIANTS):
        whole = _sample(tree, variant)
        found += [("", whole), ("", f"{whole} "), ("", whole[:-1])]
        for before, body in _repeated(tree, "", variant):
            found += [(before, body), *(("", unit) for unit in (before, f"{before} ", before + body, f"{before}{body} "))]
    return list(dict.fromkeys(each for each in found if each[1]))


def _of_class(items: Sequence[tuple[Any, Any]]) -> list[str]:
    """Characters that a class takes: one of each of its items, or some that it does not exclude."""
    taken: list[str] = []
    for kind, value in items:
        if kind is c.LITERAL:
            taken.append(chr(value))
        elif kind is c.RANGE:
            taken += [chr(value[0]), chr(value[1])]
        elif kind is c.CATEGORY:
            taken.append(_CATEGORY[value])
    if items and items[0][0] is c.NEGATE:
        return [each for each in "a5 (,.-$x" if each not in taken] or ["é"]
    return taken or ["a"]


def _parts(kind: Any, value: Any) -> list[Any]:
    """The patterns within one part of a pattern."""
    if kind in _REPEATS:
        return [value[2]]
    if kind is c.BRANCH:
        return list(value[1])
    if kind is c.SUBPATTERN:
        return [value[-1]]
    if kind is c.ATOMIC_GROUP:
        return [value]
    if kind in (c.ASSERT, c.ASSERT_NOT):
        return [value[1]]
    if kind is c.GROUPREF_EXISTS:
        return [part for part in value[1:] if part is not None]
    return []


def _sample(tree: Any, variant: int) -> str:
    """A text that the pattern may take; variants choose other branches and characters, and leave out or put in what is optional."""
    text = ""
    for kind, value in tree:
        if kind is c.LITERAL:
            text += chr(value)
        elif kind is c.NOT_LITERAL:
            text += "a" if value != ord("a") else "b"
        elif kind is c.ANY:
            text += "a5 (,"[variant % 5]
        elif kind is c.IN:
            taken = _of_class(value)
            text += taken[variant % len(taken)]
        elif kind in _REPEATS:
            text += _sample(value[2], variant) * min(max(value[0], 1 if variant % 3 else 0), 50)
        elif kind not in (c.ASSERT, c.ASSERT_NOT) and (parts := _parts(kind, value)):
            text += _sample(parts[variant % len(parts)], variant)
    return text


def _repeated(tree: Any, before: str, variant: int) -> Iterator[tuple[str, str]]:
    """What stands before each long repeat, and what it repeats."""
    for kind, value in tree:
        if kind in _REPEATS and value[1] >= _LONG:
            yield before, _sample(value[2], variant)
        for part in _parts(kind, value):
            yield from _repeated(part, before, variant)
        before += _sample([(kind, value)], variant)


def _letters(tree: Any, inside: bool) -> Iterator[str]:
    """The characters that long repeats take (all, ``inside`` of one)."""
    for kind, value in tree:
        if inside and kind is c.LITERAL:
            yield chr(value)
        elif inside and kind is c.IN:
            yield from _of_class(value)
        for part in _parts(kind, value):
            yield from _letters(part, inside or (kind in _REPEATS and value[1] >= _LONG))
