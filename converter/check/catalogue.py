"""All codes, with what they mean: those of a validation (the rules of this room, the JSON Schema layer, what loading finds), and those of
a conversion, which each room has in a table ``codes.tsv``: its findings, and why a number became no fact."""

from __future__ import annotations

from collections.abc import Mapping

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
}
"""What stands before the point of a validation's codes."""
LEFT = "left"
CONVERSION = {
    "read": "Reading the file",
    "find": "Finding statements, periods and scales",
    "map": "From rows to facts",
    "witness": "What the filing says elsewhere",
    "calculation": "Printed sums",
    "corrections": "A person's corrections",
    "years": "One company's filings against each other",
    "write": "Writing the report",
    LEFT: "Numbers that became no fact",
}
"""What stands before the point of a conversion's codes; those of left-over numbers have none."""
_TABLES = (
    ("load", "codes.tsv"),
    ("read", "codes.tsv"),
    ("find", "codes.tsv"),
    ("map", "codes.tsv"),
    ("map", "corrections/codes.tsv"),
    ("witness", "codes.tsv"),
    ("write", "codes.tsv"),
)


class Entry(Struct, frozen=True):
    """One code. ``compares`` as in `Rule`; ``converting`` where it is told by a conversion, not by a validation."""

    code: str
    severity: Severity
    spec: str
    title: str
    text: str
    hint: str
    compares: bool = False
    converting: bool = False

    @property
    def layer(self) -> str:
        return self.code.partition(".")[0] if "." in self.code else LEFT


def catalogue() -> tuple[Entry, ...]:
    """Every code, a validation's first, by layer and code."""
    entries = [*_of_tables(), Entry(SCHEMA_CODE, "error", "JSON Schema 2020-12", SCHEMA_TITLE, SCHEMA_TEXT, SCHEMA_HINT)]
    entries += [Entry(code, "warning", "", title, f"{title}.", hint) for code, title, hint in SOURCE_CODES]
    entries += [
        Entry(code, severity, "in the spirit of DQC_0126", title, f"{title}.", hint, True) for code, severity, title, hint in ACROSS
    ]
    entries += [Entry(rule.code, rule.severity, rule.spec, rule.title, rule.text, rule.hint, rule.compares) for rule in rules()]
    orders = list(LAYERS), list(CONVERSION)
    return tuple(sorted(entries, key=lambda entry: (entry.converting, orders[entry.converting].index(entry.layer), entry.code)))


def _of_tables() -> list[Entry]:
    rows = [(room, line.split("\t")) for room, name in _TABLES for line in table(room, name).read_text("utf-8").splitlines()[1:]]
    return [
        Entry(code, _severity(severity), spec, title, f"{title}.", hint, converting=room != "load")
        for room, (code, severity, spec, title, hint) in rows
    ]


def _severity(text: str) -> Severity:
    return "error" if text == "error" else "warning" if text == "warning" else "info"


def rules_page() -> str:
    """``docs/reference/rules.md``: what a validation can find."""
    about = "A report is rejected for errors. Rules that compare several facts say in the summary how often they could."
    return _page("Rules", about, LAYERS, converting=False)


def findings_page() -> str:
    """``docs/reference/findings.md``: what a conversion can say."""
    about = (
        "What `convert` and `inspect` say of a filing, and why a number of a statement became no fact (`f2x:unmapped` and `f2x:ignored` of "
        "a report).\n`filing2xbrl list rules CODE` prints an entry."
    )
    return _page("Findings of a conversion", about, CONVERSION, converting=True)


def _page(title: str, about: str, layers: Mapping[str, str], *, converting: bool) -> str:
    parts = [f"# {title}\n", "Derived by `python scripts/build_reference.py`: do not edit.\n", f"{about}\n"]
    entries = [entry for entry in catalogue() if entry.converting == converting]
    for layer, what in layers.items():
        parts.append(f"## {what}\n" if converting else f"## {layer}: {what}\n")
        parts += [_section(entry) for entry in entries if entry.layer == layer]
    return "\n".join(parts)


def _section(entry: Entry) -> str:
    severity = "" if entry.layer == LEFT else f" ({entry.severity})"
    facts = "".join(f"- {line}\n" for line in remarks(entry))
    return f"### `{entry.code}`{severity}\n\n{entry.text}\n\n{facts}"


def remarks(entry: Entry) -> list[str]:
    """What is to be done, who else has the rule, and whether it compares."""
    lines = [f"What to do: {entry.hint}"] if entry.hint else []
    lines += [f"Same as: {entry.spec}"] if entry.spec else []
    return lines + (["Compares facts; the summary counts how often."] if entry.compares else [])
