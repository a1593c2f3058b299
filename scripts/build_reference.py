"""Renders the pages of docs/reference that are derived: the command, the concepts, the rules, the findings.

    python scripts/build_reference.py [--check]

With ``--check`` nothing is written; pages that are not up to date are named and the exit code is 1.
"""

from __future__ import annotations

import argparse
import json
import sys
from inspect import cleandoc
from pathlib import Path
from typing import Any

import click

from converter.check.catalogue import findings_page, rules_page
from converter.cli.main import main as command
from converter.resources import schemas
from converter.taxonomy import load_taxonomy
from converter.write import formats

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "reference"
CONFIGURATION = """### Configuration

The table `[validate]` of `filing2xbrl.toml`, or `[tool.filing2xbrl.validate]` of `pyproject.toml`, in the current folder or the
nearest one above; `--config` names another file. Its schema is `schemas/config.schema.json`; an unknown key, code or layer is an
error (exit code 2). Paths are relative to the file.
What is said on the command line goes before it.

"""
NOTE = "Derived by `python scripts/build_reference.py`: do not edit.\n"


def command_page() -> str:
    """Every sub-command with its arguments and options."""
    ctx = click.Context(command, info_name="filing2xbrl")
    parts = ["# The command\n", NOTE, f"{cleandoc(command.help or '')}\n", *_options(command)]
    for name in command.list_commands(ctx):
        sub = command.get_command(ctx, name)
        assert sub is not None
        usage = " ".join(sub.collect_usage_pieces(click.Context(sub, info_name=name)))
        parts += [f"## `filing2xbrl {name}`\n", f"    filing2xbrl {name} {usage}\n", f"{cleandoc(sub.help or '')}\n", *_options(sub)]
        if name == "validate":
            parts.append(_configuration())
    parts += ["## Formats\n", "| `--to` | file | what |\n|---|---|---|"]
    parts += [f"| `{each.name}` | `<stem>{each.suffix}` | {each.description} |" for each in formats()]
    return "\n".join(parts) + "\n"


def _options(sub: click.Command) -> list[str]:
    options = [each for each in sub.params if isinstance(each, click.Option)]
    rows = [f"| `{', '.join(each.opts + each.secondary_opts)}`{_values(each)} | {each.help or ''}{_default(each)} |" for each in options]
    return ["| option | what it does |\n|---|---|", *rows, ""] if rows else []


def _values(option: click.Option) -> str:
    if option.is_flag:
        return ""
    if isinstance(option.type, click.Choice):
        return " " + ", ".join(f"`{each}`" for each in option.type.choices)
    return f" {(option.metavar or option.type.name.upper()).replace('|', ' or ')}"


def _default(option: click.Option) -> str:
    if isinstance(option.show_default, str):
        return f" Default: {option.show_default}."
    return f" Default: `{option.default}`." if option.show_default and not option.is_flag else ""


def _configuration() -> str:
    """The keys of the configuration, from its schema."""
    schema = json.loads((schemas() / "config.schema.json").read_text("utf-8"))
    keys = schema["properties"]["validate"]["properties"]
    rows = [f"| `{name}` | {_kind(each)} | {each['description']} |" for name, each in keys.items()]
    return CONFIGURATION + "\n".join(["| key | value | what it does |\n|---|---|---|", *rows, ""])


def _kind(key: dict[str, Any]) -> str:
    if "enum" in key:
        return ", ".join(f"`{each}`" for each in key["enum"])
    if key.get("type") == "object":
        return "a table: code or layer = " + ", ".join(f"`{each}`" for each in key["additionalProperties"]["enum"])
    return "a list of texts" if "$ref" in key else "a path"


def concepts_page() -> str:
    """Every concept that has values."""
    concepts = sorted((each for each in load_taxonomy().concepts.values() if not each.abstract), key=lambda each: each.name)
    rows = [f"| `{each.name}` | {each.type} | {each.period_type} | {each.balance} | {each.label} | {each.positive} |" for each in concepts]
    head = "| concept | type | period | balance | label | a positive value is |\n|---|---|---|---|---|---|"
    return "\n".join(["# Concepts\n", NOTE, f"{len(rows):,} concepts.\n", head, *(row.replace(" |  |", " | |") for row in rows)]) + "\n"


PAGES = {"command.md": command_page, "concepts.md": concepts_page, "rules.md": rules_page, "findings.md": findings_page}


def stale() -> list[str]:
    """The pages that differ from what they are derived from."""
    paths = {name: FOLDER / name for name in PAGES}
    return [name for name, render in PAGES.items() if not paths[name].is_file() or paths[name].read_text("utf-8") != render()]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing, fail if something is stale")
    wrong = stale()
    if not parser.parse_args().check:
        for name in wrong:
            (FOLDER / name).write_text(PAGES[name](), "utf-8")
            print(f"docs/reference/{name}")
        return 0
    print("".join(f"stale: docs/reference/{name}, run python scripts/build_reference.py\n" for name in wrong), end="")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
