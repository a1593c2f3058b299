"""All codes that a validation can give, with what they mean: the rules of this room, the JSON Schema layer, and what loading finds;
and those that a conversion gives of a person's corrections and of one company's years."""

from __future__ import annotations

from msgspec import Struct

from converter.check.across import CODES as ACROSS
from converter.check.rules import rules
from converter.check.schema import SCHEMA_CODE, SCHEMA_HINT, SCHEMA_TEXT, SCHEMA_TITLE
from converter.check.source import CODES as SOURCE_CODES
from converter.model import Severity
from converter.resources import table

LAYERS = {
    "file": "Files that cannot be read",
    "json": "JSON",
    "xml": "XML",
    "package": "Report packages and taxonomy packages",
    "oim": "Open Information Model, common definitions",
    "csv": "xBRL-CSV",
    "inline": "Inline XBRL",
    "instance": "XBRL 2.1 instances",
    "dts": "Taxonomies",
    "linkbase": "Linkbases",
    "schema": "JSON Schema of our own reports",
    "xbrl": "XBRL 2.1 and OIM rules",
    "duplicates": "Duplicate facts",
    "calculation": "Calculations 1.1",
    "accounting": "Accounting",
    "efm": "Habits of the EDGAR Filer Manual",
    "source": "The filing that a report was made of",
    "load": "Met and not checked",
    "corrections": "A person's corrections (told by `convert`)",
    "years": "One company's filings against each other (told by `convert`)",
}


class Entry(Struct, frozen=True):
    """One code. ``compares`` as in `Rule`."""

    code: str
    severity: Severity
    spec: str
    title: str
    text: str
    hint: str
    compares: bool = False

    @property
    def layer(self) -> str:
        return self.code.partition(".")[0]


def catalogue() -> tuple[Entry, ...]:
    """Every code, by layer and code."""
    entries = [*_of_tables(), Entry(SCHEMA_CODE, "error", "JSON Schema 2020-12", SCHEMA_TITLE, SCHEMA_TEXT, SCHEMA_HINT)]
    entries += [Entry(code, "warning", "", title, f"{title}.", hint) for code, title, hint in SOURCE_CODES]
    entries += [
        Entry(code, severity, "in the spirit of DQC_0126", title, f"{title}.", hint, True) for code, severity, title, hint in ACROSS
    ]
    entries += [Entry(rule.code, rule.severity, rule.spec, rule.title, rule.text, rule.hint, rule.compares) for rule in rules()]
    order = list(LAYERS)
    return tuple(sorted(entries, key=lambda entry: (order.index(entry.layer), entry.code)))


def _of_tables() -> list[Entry]:
    tables = (table("load", "codes.tsv"), table("map", "corrections/codes.tsv"))
    rows = [line.split("\t") for each in tables for line in each.read_text("utf-8").splitlines()[1:]]
    return [Entry(code, _severity(severity), spec, title, f"{title}.", hint) for code, severity, spec, title, hint in rows]


def _severity(text: str) -> Severity:
    return "error" if text == "error" else "warning" if text == "warning" else "info"


def reference_page() -> str:
    """``docs/reference/rules.md``, from the rules themselves."""
    parts = [
        "# Rules\n",
        "Generated from the rules by `python -m converter.check.catalogue`: do not edit. A report is rejected for errors.",
        "Rules that compare several facts say in the summary how often they could.\n",
    ]
    entries = catalogue()
    for layer, title in LAYERS.items():
        of_layer = [entry for entry in entries if entry.layer == layer]
        if of_layer:
            parts.append(f"## {layer}: {title}\n")
            parts += [_section(entry) for entry in of_layer]
    return "\n".join(parts)


def _section(entry: Entry) -> str:
    lines = [f"### `{entry.code}` ({entry.severity})\n", entry.text, ""]
    if entry.hint:
        lines.append(f"- What to do: {entry.hint}")
    if entry.spec:
        lines.append(f"- Same as: {entry.spec}")
    if entry.compares:
        lines.append("- Compares facts; the summary counts how often.")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(reference_page(), end="")
