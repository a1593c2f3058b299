"""xBRL-CSV 1.0: metadata and tables, turned into the facts of xBRL-JSON and read as those."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from converter.load.csv_period import oim_period
from converter.load.document_info import read_document_info
from converter.load.dts import discover
from converter.load.library import Library
from converter.load.names import Names
from converter.load.xbrl_json import FactReader
from converter.model import Concept, Entity, Fact, Report
from converter.model.concept import TEXT_TYPES
from converter.patterns import regex

_SUFFIX = regex(r"([+-]?[\d.]+)\s*d\s*(-?\d{1,4}|INF)", re.ASCII)
_ROW_ID = regex(r"[\w\-]+")
_IDENTIFIER = regex(r"[^\W\d][\w\-]*")
_MEMBERS = frozenset(["documentInfo", "tableTemplates", "tables", "parameters", "parameterURL", "dimensions", "decimals", "links"])
_LONGEST_CELL = 10 * 1024 * 1024


class _Column(Struct, frozen=True):
    """A fact column: what its template and the report say about all its facts."""

    name: str
    dimensions: Mapping[str, str]
    decimals: Any

    @property
    def references(self) -> set[str]:
        """The columns and parameters that it takes values from."""
        return {text[1:].partition("@")[0] for text in (*self.dimensions.values(), self.decimals) if _is_reference(text)}


def load_csv(raw: Mapping[str, Any], location: str, stem: str, library: Library) -> Report | None:
    """The report of a metadata file; None, with findings, where nothing can be made of it."""
    info = read_document_info(_with_taxonomy(raw.get("documentInfo")), library.log, frozenset(["extends", "final"]))
    if info is None:
        return None
    if "extends" in raw["documentInfo"]:
        library.log.say("csv.structure", f"{stem} extends other metadata; that is not read here.", path="/documentInfo/extends")
    names = Names()
    taxonomies = discover(library, location, list(info.taxonomy))
    reader = FactReader(info, taxonomies, names, library.log)
    facts = dict(_Tables(raw, location, library).facts())
    return Report(
        stem=stem,
        facts=tuple(_plain(fact, reader.concepts.get(fact.concept)) for fact in reader.facts(facts)),
        entity=reader.entity or Entity("", ""),
        calculations=taxonomies.calculations(names),
        namespaces=names.used(),
        concepts=reader.concepts,
        allowed_duplicates=info.allowed_duplicates,
    )


def _with_taxonomy(info: Any) -> Any:
    return {"taxonomy": [], **info} if isinstance(info, dict) else info


def _plain(fact: Fact, concept: Concept | None) -> Fact:
    """A column's unit, decimals and language hold for the facts that may bear them (xBRL-CSV 1.0, 4.9)."""
    if concept is None:
        return fact
    if concept.is_numeric:
        return replace(fact, language="") if fact.language else fact
    language = fact.language if concept.type in TEXT_TYPES else ""
    return replace(fact, unit=None, decimals=None, language=language)


class _Tables:
    """Walks tables, rows and fact columns."""

    def __init__(self, raw: Mapping[str, Any], location: str, library: Library) -> None:
        self._raw = raw
        self._location = location
        self._library = library
        self._log = library.log
        self._parameters = self._object(raw, "parameters", "")
        for name in raw:
            if name not in _MEMBERS and ":" not in name:
                self._log.say("csv.structure", f"The member {name!r} is none of the specification's.", path=f"/{name}")
        if raw.get("links"):
            self._log.say("load.footnotes", "The report has links to footnotes or facts; they are not checked.")

    def _object(self, holder: Mapping[str, Any], name: str, path: str) -> Mapping[str, Any]:
        value = holder.get(name, {})
        if isinstance(value, dict):
            return value
        self._log.say("csv.structure", f"{name} is no object.", path=f"{path}/{name}")
        return {}

    def facts(self) -> Iterator[tuple[str, Any]]:
        """(id, fact as in xBRL-JSON) of every table."""
        templates = self._object(self._raw, "tableTemplates", "")
        self._check_names(templates)
        for name, table in self._object(self._raw, "tables", "").items():
            if not isinstance(table, dict) or not isinstance(table.get("url"), str):
                self._log.say("csv.structure", f"The table {name} has no url.", path=f"/tables/{name}")
                continue
            template = templates.get(table.get("template", name))
            if not isinstance(template, dict) or not isinstance(template.get("columns"), dict):
                self._log.say("csv.structure", f"The table {name} has no template with columns.", path=f"/tables/{name}")
                continue
            yield from self._table(name, table, template)

    def _check_names(self, templates: Mapping[str, Any]) -> None:
        """Identifiers have no points, and every parameter is used (xBRL-CSV 1.0, 3.2, 4.7)."""
        tables = self._object(self._raw, "tables", "")
        known = [template for template in templates.values() if isinstance(template, dict)]
        names = [*templates, *tables, *self._parameters]
        names += [column for template in known if isinstance(template.get("columns"), dict) for column in template["columns"]]
        for name in names:
            if not _IDENTIFIER.fullmatch(name):
                self._log.say("csv.structure", f"{name!r} is no identifier: letters, digits, _ and - alone.")
        self._check_parameters(self._parameters, [self._raw, *known], "")
        for name, table in tables.items():
            if isinstance(table, dict):
                template = templates.get(table.get("template", name))
                self._check_parameters(self._object(table, "parameters", f"/tables/{name}"), [template], f" of the table {name}")

    def _check_parameters(self, parameters: Mapping[str, Any], holders: Sequence[Any], where: str) -> None:
        if not parameters:
            return
        used = {text[1:].partition("@")[0] for holder in holders for text in _references(holder)}
        for name in parameters:
            if name not in used:
                self._log.say("csv.reference", f"The parameter {name}{where} is not used.")

    def _table(self, name: str, table: Mapping[str, Any], template: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        data = self._library.read(self._library.resolve(self._location, table["url"]))
        if data is None:
            if table.get("optional") is not True:
                self._log.say("csv.table", f"The table {name} lies in {table['url']}, which is not there.", path=f"/tables/{name}/url")
            return
        rows = self._rows(data, name)
        head = next(rows, None)
        if head is None or not self._check_head(head, name, template):
            return
        columns = self._fact_columns(template)
        self._check_use(head, name, template, columns)
        parameters = {**self._parameters, **self._object(table, "parameters", f"/tables/{name}")}
        seen: set[str] = set()
        for number, cells in enumerate(rows, 1):
            row = dict(zip(head, cells, strict=False))
            where = f"row {number} of the table {name}"
            row_id = self._row_id(row, template, seen, where) or f"r_{number}"
            used = {template.get("rowIdColumn", "")}
            if any(cells[len(head) :]):
                self._log.say("csv.column", f"A cell has no column in {where}.")
            for column in columns:
                fact = self._fact(column, row, parameters)
                if fact is not None:
                    used |= {column.name, *column.references}
                    yield f"{name}.{row_id}.{column.name}", fact
            self._check_row(row, used, template, where)

    def _row_id(self, row: Mapping[str, str], template: Mapping[str, Any], seen: set[str], where: str) -> str:
        """What the row is called, once in its table (xBRL-CSV 1.0, 4.5); "" where rows have no names, or this one has none of its own."""
        column = template.get("rowIdColumn")
        if column is None:
            return ""
        row_id = row.get(column, "")
        if not _ROW_ID.fullmatch(row_id) or row_id in seen:
            what = f"is called {row_id!r}, as another row is" if row_id in seen else f"is called {row_id!r}" if row_id else "has no name"
            self._log.say("csv.row-id", f"{where[0].upper()}{where[1:]} {what}.")
            return ""
        seen.add(row_id)
        return row_id

    def _rows(self, data: bytes, name: str) -> Iterator[list[str]]:
        csv.field_size_limit(_LONGEST_CELL)
        try:
            yield from csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
        except (csv.Error, UnicodeDecodeError) as error:
            self._log.say("csv.table", f"The table {name} cannot be read: {error}.", path=f"/tables/{name}")

    def _check_head(self, head: list[str], name: str, template: Mapping[str, Any]) -> bool:
        unknown = [column for column in head if column not in template["columns"]]
        for column in unknown:
            self._log.say("csv.column", f"The column {column!r} of the table {name} is not in its template.", path=f"/tables/{name}")
        if len(set(head)) < len(head):
            self._log.say("csv.column", f"The table {name} has a column twice.", path=f"/tables/{name}")
        return not unknown

    def _check_use(self, head: list[str], name: str, template: Mapping[str, Any], columns: list[_Column]) -> None:
        """A column must hold facts, be referred to, name the rows or be a comment."""
        known = {name for column in columns for name in (column.name, *column.references)} | {template.get("rowIdColumn")}
        for column in head:
            described = template["columns"][column]
            if column not in known and not (isinstance(described, dict) and described.get("comment") is True):
                self._log.say("csv.column", f"No fact uses the column {column!r} of the table {name}.", path=f"/tables/{name}")

    def _fact_columns(self, template: Mapping[str, Any]) -> list[_Column]:
        columns = []
        common = {**self._object(self._raw, "dimensions", ""), **self._object(template, "dimensions", "/tableTemplates")}
        for name, described in template["columns"].items():
            if isinstance(described, dict) and "propertyGroups" in described:
                self._log.say(
                    "csv.structure", f"The column {name} has property groups; they are not read here.", path=f"/tableTemplates/{name}"
                )
            elif isinstance(described, dict) and isinstance(described.get("dimensions"), dict):
                decimals = described.get("decimals", template.get("decimals", self._raw.get("decimals")))
                columns.append(_Column(name, {**common, **described["dimensions"]}, decimals))
        return columns

    def _fact(self, column: _Column, row: Mapping[str, str], parameters: Mapping[str, Any]) -> dict[str, Any] | None:
        cell = row.get(column.name, "")
        if cell in ("", "#none"):
            return None
        dimensions: dict[str, str] = {}
        for name, text in column.dimensions.items():
            value = self._resolved(text, row, parameters, name == "period")
            if value is not None:
                dimensions[name] = value
        value, decimals = self._value(cell), self._resolved(column.decimals, row, parameters, False)
        suffix = None if value is None else _SUFFIX.fullmatch(value.strip())
        if suffix is not None:
            value, decimals = suffix.group(1), suffix.group(2)
        fact: dict[str, Any] = {"value": value, "dimensions": dimensions}
        if decimals not in (None, "INF"):
            fact["decimals"] = int(decimals) if re.fullmatch(r"-?\d{1,4}", decimals) else decimals
        elif decimals == "INF" and suffix is None:
            self._log.say("csv.column", f"The column {column.name} takes its decimals from a cell with INF; leave it empty.")
        return fact

    def _check_row(self, row: Mapping[str, str], used: set[str], template: Mapping[str, Any], where: str) -> None:
        """Every cell must belong to a fact (xBRL-CSV 1.0, 4.11)."""
        for name, cell in row.items():
            described = template["columns"][name]
            if cell and name not in used and not (isinstance(described, dict) and described.get("comment") is True):
                self._log.say("csv.column", f"The column {name!r} has the value {cell[:60]!r} in {where}, which no fact uses.")

    def _value(self, cell: str) -> str | None:
        return None if cell == "#nil" else "" if cell == "#empty" else cell.removeprefix("#") if cell.startswith("##") else cell

    def _resolved(self, text: Any, row: Mapping[str, str], parameters: Mapping[str, Any], is_period: bool) -> str | None:
        """A dimension's value: literal, or of another column or parameter; None where it is absent."""
        if text is None or text == "#none":
            return None
        value, specifier = str(text), ""
        if _is_reference(value):
            name, _, specifier = value[1:].partition("@")
            found = row.get(name) if name in row else parameters.get(name)
            if found is None:
                self._log.say("csv.reference", f"${name} is neither a column nor a parameter.")
                return None
            value = str(found)
            if value in ("", "#none"):
                return None
        return oim_period(value, specifier) if is_period else value


def _is_reference(text: Any) -> bool:
    return isinstance(text, str) and text.startswith("$") and not text.startswith("$$")


def _references(holder: Any) -> Iterator[str]:
    """The references of metadata: in its dimensions and decimals, and its columns'."""
    if not isinstance(holder, dict):
        return
    dimensions = holder.get("dimensions")
    for text in (holder.get("decimals"), *(dimensions.values() if isinstance(dimensions, dict) else ())):
        if _is_reference(text):
            yield text
    columns = holder.get("columns")
    for column in columns.values() if isinstance(columns, dict) else ():
        yield from _references(column)
