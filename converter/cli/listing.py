"""``filing2xbrl list``."""

from __future__ import annotations

import click


@click.command("list")
@click.argument("what", type=click.Choice(("formats", "concepts", "rules")))
@click.argument("query", nargs=-1)
def command(what: str, query: tuple[str, ...]) -> None:
    """List formats, concepts or rules; QUERY narrows concepts (words of a name or label) and rules (words of a code or title).

    "Rules" are all codes of findings, those of 'convert' too; a whole code as QUERY tells what it means and what to do.

    Example: filing2xbrl list concepts accounts receivable
    """
    asked = " ".join(query)
    lines = {"formats": _formats, "concepts": _concepts, "rules": _rules}[what](asked)
    for line in lines:
        click.echo(line)
    if not lines:
        click.echo(f"Nothing fits {asked!r}.", err=True)


def _formats(asked: str) -> list[str]:
    from converter.write import formats

    return [f"{each.name:12} {each.description} (<stem>{each.suffix})" for each in formats() if asked in each.name]


def _concepts(asked: str) -> list[str]:
    """Each concept with type, balance, period type, label, and its children in the calculation trees where one concept is asked for."""
    from converter.taxonomy import load_taxonomy

    taxonomy = load_taxonomy()
    found = taxonomy.search(asked) if asked else list(taxonomy.concepts.values())
    lines = [
        f"{each.name:70} {each.type:12} {each.period_type:8} {each.balance or '-':6} {each.label}" for each in found if not each.abstract
    ]
    if asked and found and (len(found) == 1 or asked.lower() in (found[0].name.lower(), found[0].name.partition(":")[2].lower())):
        lines[1:1] = _children(found[0].name)
    return lines


def _children(name: str) -> list[str]:
    from converter.taxonomy import load_taxonomy

    taxonomy = load_taxonomy()
    lines = []
    for tree in taxonomy.trees:
        for part in taxonomy.children(name, tree):
            lines.append(f"    {'+' if part.weight > 0 else '-'} {part.concept}  ({tree})")
    return lines


def _rules(asked: str) -> list[str]:
    """Each code with severity and title; of one that is asked for by its name also what it says and what to do."""
    from converter.check.catalogue import catalogue, remarks

    words = asked.lower().split()
    found = [entry for entry in catalogue() if all(word in f"{entry.code} {entry.title}".lower() for word in words)]
    lines = [f"{entry.code:44} {entry.severity:8} {entry.title}" for entry in found]
    named = next((position for position, entry in enumerate(found) if entry.code == asked.lower()), None)
    if named is not None:
        entry = found[named]
        more = [line for line in entry.text.splitlines() if line.rstrip(".") not in ("", entry.title)]
        lines[named + 1 : named + 1] = [f"    {line}" for line in (*more, *remarks(entry))]
    return lines
