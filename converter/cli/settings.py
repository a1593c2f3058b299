"""The configuration: ``filing2xbrl.toml``, or ``[tool.filing2xbrl]`` in ``pyproject.toml``. Its schema: ``schemas/config.schema.json``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click
from msgspec import Struct, field

from converter.patterns import regex
from converter.resources import schemas

_OWN, _SHARED = "filing2xbrl.toml", "pyproject.toml"
_PATHS = ("source", "baseline")
_MAY_BE_OURS = regex(r"""^[^\S\n]*(?:\[\s*)?["']?tool["']?\s*(?:\]|=|\.\s*["']?filing2xbrl)""", re.MULTILINE)
"""Which shared files are worth the time to be parsed."""


class Settings(Struct, frozen=True):
    """The table of one command, and the file it is from (None where there is none). Paths are resolved against the file's folder."""

    file: Path | None = None
    values: Mapping[str, Any] = field(default_factory=dict)


def find_settings(command: str, given: Path | None = None, start: Path | None = None) -> Settings:
    """The settings of a command: of the file ``given``, else of the nearest file at ``start`` (the current folder) or above it.

    Raises `click.UsageError` for a file that cannot be read, a wrong key or a wrong value."""
    if given is not None:
        table = _table(given)
        return Settings() if table is None else _settings(given, table, command)
    here = (start or Path.cwd()).absolute()
    for path in (folder / name for folder in (here, *here.parents) for name in (_OWN, _SHARED)):
        table = _table(path) if path.is_file() else None
        if table is not None:
            return _settings(path, table, command)
    return Settings()


def _table(path: Path) -> dict[str, Any] | None:
    """The part of a file that is ours; None where a ``pyproject.toml`` has none."""
    import tomllib

    try:
        text = path.read_text("utf-8")
        if path.name == _SHARED and not _MAY_BE_OURS.search(text):
            return None
        content = tomllib.loads(text)
    except OSError as error:
        raise click.UsageError(f"the configuration {path} cannot be read: {error.strerror}") from None
    except (ValueError, RecursionError) as error:
        if path.name == _SHARED and not isinstance(error, tomllib.TOMLDecodeError):
            return None
        raise click.UsageError(f"{path} is no TOML: {error}") from None
    if path.name != _SHARED:
        return content
    tools = content.get("tool")
    found = tools.get("filing2xbrl") if isinstance(tools, dict) else None
    if found is None or isinstance(found, dict):
        return found
    raise click.UsageError(f"{path}: tool.filing2xbrl is no table")


def _settings(path: Path, table: dict[str, Any], command: str) -> Settings:
    wrong = next(_complaints(table), None)
    if wrong is not None:
        raise click.UsageError(f"{path}: {wrong}")
    values = dict(table.get(command, {}))
    for name in _PATHS:
        if name in values:
            values[name] = path.parent / values[name]
    values["taxonomy-packages"] = tuple(path.parent / each for each in values.get("taxonomy-packages", ()))
    return Settings(path, values)


def _complaints(table: dict[str, Any]) -> Iterator[str]:
    """What the schema says against a table, in our words where a key is wrong."""
    import json

    from jsonschema import Draft202012Validator

    schema = json.loads((schemas() / "config.schema.json").read_text("utf-8"))
    for error in Draft202012Validator(schema).iter_errors(table):
        where = ".".join(map(str, error.absolute_path))
        if error.validator == "additionalProperties" and isinstance(error.validator_value, bool):
            known = sorted(error.schema["properties"])
            yield from (_unknown(key, where, known) for key in error.instance if key not in known)
        else:
            yield f"{where or 'the table'}: {error.message}"


def _unknown(key: str, where: str, known: list[str]) -> str:
    near = get_close_matches(key, known, 1)
    meant = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"
    return f"{where + ': ' if where else ''}the key {key!r} is not known; {meant}"
