"""JSON from strangers: fast, and without a key twice."""

from __future__ import annotations

import json
from typing import Any

import orjson

from converter.load.limits import MOST_OBJECTS, MOST_VALUES
from converter.load.log import Log

_ESCAPED_COLON = b"\\u003"


def parse_json(data: bytes, log: Log, name: str) -> Any:
    """The value of a JSON text, or None with a finding (RFC 8259; no key twice: xBRL-JSON 1.0, 2.1)."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    if data.count(b",") > MOST_VALUES or data.count(b"[") + data.count(b"{") > MOST_OBJECTS:
        log.say("file.too-large", f"{name} holds more values than any report.")
        return None
    try:
        value = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        log.say("json.syntax", f"{name} is no JSON: {error}.", line=error.lineno)
        return None
    if not _each_key_once(data, value):
        twice = _key_twice(data)
        if twice is not None:
            log.say("json.key-twice", f"{name} has the key {twice!r} twice in one object.")
    return value


def _each_key_once(data: bytes, value: Any) -> bool:
    """Whether as many colons came out as went in: each key has one, and those in texts stay. May say False where a text spells a colon
    as an escape; never True where a key was lost."""
    try:
        return _ESCAPED_COLON not in data and data.count(b":") == orjson.dumps(value).count(b":")
    except TypeError:  # deeper than it writes
        return False


def _key_twice(data: bytes) -> str | None:
    found: list[str] = []

    def note(pairs: list[tuple[str, Any]]) -> None:
        if len({key for key, _ in pairs}) < len(pairs) and not found:
            seen: set[str] = set()
            found.append(next(key for key, _ in pairs if key in seen or seen.add(key)))  # type: ignore[func-returns-value]

    try:
        json.loads(data, object_pairs_hook=note)
    except (RecursionError, ValueError):
        return None
    return found[0] if found else None
