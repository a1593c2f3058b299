"""A file of corrections (CSV or TOML, ``schemas/corrections.schema.json``) -> `Correction`s, each with the line that says it."""

from __future__ import annotations

import csv
import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache, lru_cache
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from converter.map.rows.labels import key
from converter.model import Correction
from converter.patterns import regex
from converter.resources import schemas

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

SELECTORS = ("entity", "filing", "statement", "label", "under", "fact")
VERDICTS = ("concept", "sign", "ignore", "note")
FOR_PEOPLE = ("now", "confidence", "printed", "doubt", "likely")
"""Columns that the template tells and nobody reads back."""
_TEXTS = frozenset({"entity", "label", "under", "filing", "fact", "note"})
_LONGEST = 10_000
_NAMES = (*SELECTORS, *VERDICTS)
_COLUMNS = (*_NAMES, *FOR_PEOPLE)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MOST_BYTES = 20_000_000
_YES = {"yes": True, "true": True, "x": True, "1": True, "no": False, "false": False, "0": False}
_HEAD = regex(r"^[ \t]*\[\[[ \t]*correction[ \t]*\]\]", re.MULTILINE)

Entry = tuple[str, dict[str, Any]]
"""Where it stands, and its values by name."""


class CorrectionError(ValueError):
    """The file cannot be used; the message names it, and the line."""


def read_corrections(path: Path | str) -> tuple[Correction, ...]:
    """The corrections of a file; rows without a verdict say nothing and are left out. Raises `CorrectionError` at the first mistake."""
    path = Path(path)
    text = _text(path)
    entries = _of_toml(path, text) if path.suffix.lower() == ".toml" else _of_csv(path, text)
    found: dict[tuple[str, ...], Correction] = {}
    corrections = []
    for where, values in entries:
        unknown = next((name for name in values if name not in _NAMES), None)
        if unknown is not None:  # before all else: a mistyped verdict would make an entry without one
            raise CorrectionError(f"{where}: the name {unknown!r} is not known; {_meant(unknown, _NAMES)}")
        if not any(values.get(name) for name in VERDICTS[:3]):
            continue
        complaint = None if _is_usual(values) else next(_validator().iter_errors(values), None)
        if complaint is not None:
            raise CorrectionError(f"{where}: {_words(complaint)}")
        if values.get("ignore") and (values.get("concept") or values.get("sign")):
            raise CorrectionError(f"{where}: what is ignored has neither concept nor sign: empty them, or ignore")
        made = _correction(where, values)
        other = found.setdefault(_selected(made), made)
        if (other.concept, other.sign, other.ignore) != (made.concept, made.sign, made.ignore):
            raise CorrectionError(f"{where}: says something else of what {other.where} speaks of")
        if other is made:
            corrections.append(made)
    return tuple(corrections)


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise CorrectionError(f"{path}: too large for a file of corrections")
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise CorrectionError(f"{path}: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise CorrectionError(f"{path}: no text in UTF-8: {error}") from None


def _of_toml(path: Path, text: str) -> Iterator[Entry]:
    try:
        content = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise CorrectionError(f"{path}: no TOML: {error}") from None
    entries = content.pop("correction", [])
    if content or not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise CorrectionError(f"{path}: holds something else than tables [[correction]]{_named(content)}")
    lines = [text.count("\n", 0, match.start()) + 1 for match in _HEAD.finditer(text)]
    known = len(lines) == len(entries)
    for number, entry in enumerate(entries):
        yield f"{path.name}:{lines[number]}" if known else f"{path.name}, correction {number + 1}", entry


def _named(content: Mapping[str, Any]) -> str:
    return f": {', '.join(map(repr, content))}" if content else ""


def _of_csv(path: Path, text: str) -> Iterator[Entry]:
    first = text.partition("\n")[0]
    reader = csv.reader(StringIO(text, newline=""), delimiter=max(",;\t", key=first.count), strict=True)
    head: list[str] = []
    before = 0
    try:
        for row in reader:
            line, before = before + 1, reader.line_num
            cells = [cell.strip() for cell in row]
            if not any(cells):
                continue
            where = f"{path.name}:{line}"
            if not head:
                head = [cell.lower() for cell in cells]
                _check_head(where, head)
            elif len(cells) != len(head):
                raise CorrectionError(f"{where}: {len(cells)} cells where the head has {len(head)}")
            else:
                yield where, _values(where, dict(zip(head, cells, strict=True)))
    except csv.Error as error:
        raise CorrectionError(f"{path.name}:{before + 1}: no CSV: {error}") from None


def guarded(cell: str) -> str:
    """A cell that a spreadsheet would take for a formula gets a quote before it: labels are strangers' words."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_FORMULA) else cell


def _check_head(where: str, head: Sequence[str]) -> None:
    for name in head:
        if name not in _COLUMNS:
            raise CorrectionError(f"{where}: no such column: {name!r}; {_meant(name, _COLUMNS)}")
    if len(set(head)) != len(head):
        raise CorrectionError(f"{where}: the head names a column twice")


def _values(where: str, cells: Mapping[str, str]) -> dict[str, Any]:
    """The cells that say something."""
    values: dict[str, Any] = {name: _unguarded(cell) for name, cell in cells.items() if cell and name not in FOR_PEOPLE}
    if "ignore" in values:
        if values["ignore"].lower() not in _YES:
            raise CorrectionError(f"{where}: ignore: {values['ignore']!r} is neither yes nor no")
        values["ignore"] = _YES[values["ignore"].lower()]
        if not values["ignore"]:
            del values["ignore"]
    return values


@cache
def _validator() -> Draft202012Validator:
    from jsonschema import Draft202012Validator

    schema = json.loads((schemas() / "corrections.schema.json").read_text("utf-8"))
    return Draft202012Validator({**schema["$defs"]["correction"], "$defs": schema["$defs"]})


def _is_usual(values: Mapping[str, Any]) -> bool:
    """Whether an entry is like one that the schema has accepted already: it asks of texts only that they are some, and not endless."""
    shape = []
    for name, value in values.items():
        if name in _TEXTS and isinstance(value, str) and 0 < len(value) <= _LONGEST:
            value = "text"
        if not isinstance(value, str | bool):
            return False
        shape.append((name, value))
    return _fits(tuple(shape))


@lru_cache(maxsize=1 << 14)
def _fits(shape: tuple[tuple[str, str | bool], ...]) -> bool:
    return _validator().is_valid(dict(shape))


def _words(error: ValidationError) -> str:
    """What the schema says against an entry, in our words where we have better ones."""
    where = ".".join(map(str, error.absolute_path))
    if error.validator == "anyOf":
        return "says neither which label nor which fact it is about"
    if error.validator == "required":
        return "a fact is one filing's: `filing` must say which"
    if not error.validator:
        return "sign: a sentence's words have no printed sign; name the fact by its id"
    if error.validator == "enum" and isinstance(error.validator_value, list):
        return f"{where}: {error.instance!r} is not one of {', '.join(error.validator_value)}"
    return f"{where}: {error.message}"


def _meant(name: str, known: Sequence[str]) -> str:
    near = get_close_matches(name, known, 1)
    return f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"


def _correction(where: str, values: Mapping[str, Any]) -> Correction:
    return Correction(where, **{**values, "concept": _concept(values.get("concept", ""))})


def _concept(text: str) -> str:
    """A QName of our prefixes, ``own``, or ""."""
    prefix, _, local = text.rpartition(":")
    if prefix == "x" or text in ("", "own"):
        return "own" if text else ""
    return f"{'gaap' if prefix in ('', 'us-gaap') else prefix}:{local}"


def _selected(correction: Correction) -> tuple[str, ...]:
    if correction.fact:
        return correction.entity, correction.filing, correction.fact
    return (
        correction.entity.lstrip("0"),
        correction.filing,
        correction.statement,
        key(correction.label) or correction.label,
        key(correction.under),
    )
