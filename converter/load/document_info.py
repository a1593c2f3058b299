"""``documentInfo`` of xBRL-JSON and xBRL-CSV (xBRL-JSON 1.0, 2.3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, cast

from msgspec import Struct

from converter.load.aspects import NCNAME, QNAME
from converter.load.log import Log
from converter.load.names import ISO4217, OIM, XBRLI
from converter.patterns import regex

JSON_TYPE = "https://xbrl.org/2021/xbrl-json"
CSV_TYPE = "https://xbrl.org/2021/xbrl-csv"
_MEMBERS = frozenset(["documentType", "namespaces", "taxonomy", "features", "linkTypes", "linkGroups", "baseURL"])
_RESERVED = {
    "xbrl": OIM,
    "xbrli": XBRLI,
    "iso4217": ISO4217,
    "xs": "http://www.w3.org/2001/XMLSchema",
    "utr": "http://www.xbrl.org/2009/utr",
    "enum2": "http://xbrl.org/2020/extensible-enumerations-2.0",
}
_RESERVED_URIS = {uri: prefix for prefix, uri in _RESERVED.items() if prefix != "utr"}
_URI = regex(r"[A-Za-z][A-Za-z0-9+.\-]*:\S+")
Duplicates = Literal["none", "complete", "consistent", "all"]


class DocumentInfo(Struct, frozen=True):
    """What a report says about itself."""

    namespaces: Mapping[str, str]
    taxonomy: tuple[str, ...]
    base_url: str = ""
    allowed_duplicates: Duplicates = "all"
    canonical_values: bool = False
    link_types: frozenset[str] = frozenset()
    link_groups: frozenset[str] = frozenset()


def read_document_info(raw: Any, log: Log, extra_members: frozenset[str] = frozenset()) -> DocumentInfo | None:
    """Checks and reads ``documentInfo``; None where nothing can be made of the report. ``documentType`` has been looked at."""
    if not isinstance(raw, dict):
        log.say("json.structure", "documentInfo is no object.", path="/documentInfo")
        return None
    namespaces = _namespaces(raw.get("namespaces", {}), log)
    taxonomy = raw.get("taxonomy")
    if not isinstance(taxonomy, list) or not all(isinstance(url, str) for url in taxonomy):
        log.say("json.structure", "documentInfo has no list of taxonomy addresses.", path="/documentInfo/taxonomy")
        return None
    if not taxonomy:
        log.say("oim.no-taxonomy", "The list of taxonomies is empty.", path="/documentInfo/taxonomy")
    _check_members(raw, namespaces, log, _MEMBERS | extra_members)
    features = raw.get("features", {})
    if not isinstance(features, dict):
        log.say("json.structure", "features is no object.", path="/documentInfo/features")
        features = {}
    return DocumentInfo(
        namespaces,
        tuple(taxonomy),
        _base_url(raw, log),
        _duplicates(features, namespaces, log),
        features.get("xbrl:canonicalValues") is True,
        _names(raw, "linkTypes"),
        _names(raw, "linkGroups"),
    )


def _namespaces(raw: Any, log: Log) -> dict[str, str]:
    if not isinstance(raw, dict):
        log.say("json.structure", "namespaces is no object.", path="/documentInfo/namespaces")
        return {}
    found: dict[str, str] = {}
    for prefix, uri in raw.items():
        if not isinstance(uri, str) or not NCNAME.fullmatch(prefix):
            log.say("json.structure", f"The namespace {uri!r} has the prefix {prefix!r}.", path="/documentInfo/namespaces")
        elif _check_namespace(prefix, uri, found, log):
            found[prefix] = uri
    return found


def _check_namespace(prefix: str, uri: str, found: Mapping[str, str], log: Log) -> bool:
    path = f"/documentInfo/namespaces/{prefix}"
    if not _URI.fullmatch(uri):
        log.say("oim.uri", f"The namespace {uri!r} of the prefix {prefix} is no absolute URI.", path=path)
        return False
    if uri in found.values():
        log.say("oim.two-prefixes", f"The namespace {uri} has two prefixes.", path=path)
    if _RESERVED.get(prefix, uri) != uri:
        log.say("oim.reserved-prefix", f"The prefix {prefix} means {_RESERVED[prefix]}, not {uri}.", path=path)
    elif _RESERVED_URIS.get(uri, prefix) != prefix:
        log.say("oim.reserved-prefix", f"The namespace {uri} has the prefix {prefix}; it must be {_RESERVED_URIS[uri]}.", path=path)
    return True


def _check_members(raw: Mapping[str, Any], namespaces: Mapping[str, str], log: Log, known: frozenset[str]) -> None:
    for name in raw:
        if name not in known:
            check_extension(name, namespaces, log, f"/documentInfo/{name}")
    for name in ("linkTypes", "linkGroups"):
        if not isinstance(raw.get(name, {}), dict):
            log.say("json.structure", f"{name} is no object.", path=f"/documentInfo/{name}")


def check_extension(name: str, namespaces: Mapping[str, str], log: Log, path: str) -> None:
    """A property beside the specification's must have a declared prefix (xBRL-JSON 1.0, 4)."""
    if not QNAME.fullmatch(name):
        log.say("json.structure", f"The property {name!r} is none of the specification's.", path=path)
    elif name.partition(":")[0] not in namespaces:
        log.say("oim.prefix", f"The property {name!r} has a prefix that namespaces does not declare.", path=path)


def _names(raw: Mapping[str, Any], member: str) -> frozenset[str]:
    """The aliases that a member of ``documentInfo`` declares."""
    value = raw.get(member, {})
    return frozenset(value) if isinstance(value, dict) else frozenset()


def _base_url(raw: Mapping[str, Any], log: Log) -> str:
    base = raw.get("baseURL", "")
    if isinstance(base, str) and (not base or _URI.fullmatch(base)):
        return base
    log.say("oim.uri", f"The baseURL {base!r} is no absolute URI.", path="/documentInfo/baseURL")
    return ""


def _duplicates(features: Mapping[str, Any], namespaces: Mapping[str, str], log: Log) -> Duplicates:
    for name in features:
        check_extension(name, namespaces, log, f"/documentInfo/features/{name}")
    allowed = features.get("xbrl:allowedDuplicates", "all")
    if allowed in ("none", "complete", "consistent", "all"):
        return cast(Duplicates, allowed)
    log.say("json.structure", f"The feature xbrl:allowedDuplicates has the value {allowed!r}.", path="/documentInfo/features")
    return "all"
