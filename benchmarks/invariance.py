#!/usr/bin/env python3
"""Filings printed otherwise: the numbers that are told of them must stay the same.

    invariance.py [--change NAME]... [--show 3] FOLDER...

Each change prints a filing as another printer might have: pages cut anew with other things at their edges, rules and leaders left out,
tabs for blanks, titles set otherwise, other forms of dates and signs. A line for each change: how many facts (value, unit, period) of how
many are lost, and how many are new. What changes is to be looked at: a page may end where no printer would end it. Exit 1 without files.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from converter import convert
from converter.model import Fact

Change = Callable[[str], str]
FactKey = tuple[str, str, str, str]
_PAGE_LINES = 50
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(rf"\b({_MONTHS})((?:\s|&nbsp;)+)(\d{{1,2}}),?((?:\s|&nbsp;)+)((?:19|20)\d\d)\b", re.IGNORECASE)
_TITLE = re.compile(
    r"(?m)^([ \t]*)((?:CONSOLIDATED|CONDENSED|STATEMENTS?|BALANCE)[A-Z ,']*(?:SHEETS?|OPERATIONS|INCOME|EARNINGS|CASH FLOWS?))[ \t]*$"
)
_LABEL = re.compile(r"(?m)^(\s*[A-Za-z][^\d$\n]{6,60}?)( {8,}|\.{8,})(?=[ $(]*[\d(-])")
_NEGATIVE = re.compile(r"\((\$?\s?(?!\d{1,2}\)|[12]\d{3}\))[\d,.]*\d)\s?\)(?!\w)")
_OLD_NUMBER = re.compile(r"\W*(?:page\s*)?(?:[A-Z]{1,2}-)?\d{1,3}\W*", re.IGNORECASE)
_NAME = re.compile(r"COMPANY CONFORMED NAME:\s*(.+)")
EDGES = {
    "page-of": "Page {k} of 64 Pages",
    "report-page-of": "Annual Report on Form 10-K                                     Page {k} of 64",
    "name-form-page": "{name} - FORM 10-Q - Page {k}",
    "name-number": "{name}                                                  {k}",
    "number-name-year": "{k}        {name} 1996",
    "name": "{name}",
    "bracketed": "                                    [{k}]",
    "parted": "                                    F - {k}",
    "dashed": "                                    -- {k} --",
    "form-part": "Form 10-Q                     Part I - Financial Information                {k}",
}


def paged(edge: str, text: str) -> str:
    """Pages of fifty lines, each ending at a blank one, with ``edge`` at its head; the old pages' marks and numbers are gone."""
    found = _NAME.search(text)
    name = found[1].strip() if found else "EXAMPLE INDUSTRIES, INC."
    out: list[str] = []
    on_page, page = 0, 1
    for line in _unpaged(text.split("\n")):
        out.append(line)
        on_page += 1
        if on_page >= _PAGE_LINES and not line.strip():
            on_page, page = 0, page + 1
            out += ["<PAGE>", edge.format(k=page, name=name), ""]
    return "\n".join(out)


def _unpaged(lines: Iterable[str]) -> list[str]:
    out: list[str] = []
    for line in lines:
        if "<PAGE>" in line:
            for back in range(1, min(6, len(out) + 1)):
                out[-back] = "" if _OLD_NUMBER.fullmatch(out[-back]) else out[-back]
            line = ""
        out.append(line)
    return out


def tabbed(text: str) -> str:
    """Blanks before a stop of eight columns become tabs."""
    lines = (line if line.startswith("<") else _with_tabs(line) for line in text.split("\n"))
    return "\n".join(lines)


def _with_tabs(line: str) -> str:
    eights = [line[at : at + 8] for at in range(0, len(line), 8)]
    return "".join(part.rstrip() + "\t" if len(part) == 8 and part.endswith("  ") else part for part in eights)


def _swap(pattern: re.Pattern[str] | str, to: str | Callable[[re.Match[str]], str], text: str) -> str:
    return re.sub(pattern, to, text)


TEXT: dict[str, Change] = {
    **{f"page: {name}": partial(paged, edge) for name, edge in EDGES.items()},
    "no tags": partial(_swap, re.compile(r"(?im)^\s*</?(?:TABLE|CAPTION)>\s*$\n?|^\s*<S>.*$\n?"), ""),
    "no rules": partial(_swap, re.compile(r"(?m)^[\s\-=_]+$"), ""),
    "no leaders": partial(_swap, re.compile(r"\.{3,}"), lambda match: " " * len(match[0])),
    "no dollars": lambda text: text.replace("$", " "),
    "indented": partial(_swap, re.compile(r"(?m)^(?=[^<\n])"), "     "),
    "tabs": tabbed,
    "double spaced": lambda text: text.replace("\n", "\n\n"),
    "marks behind labels": partial(_swap, _LABEL, lambda match: f"{match[1]} (1){match[2][4:]}"),
    "titles spaced out": partial(_swap, _TITLE, lambda match: match[1] + "   ".join(" ".join(word) for word in match[2].split())),
    "titles underlined": partial(_swap, _TITLE, lambda match: f"{match[0]}\n{match[1]}{'-' * len(match[2])}"),
    "titles with an item": partial(_swap, _TITLE, lambda match: f"{match[1]}ITEM 1.  {match[2]}"),
}
HTML: dict[str, Change] = {
    "no styles": partial(_swap, re.compile(r"""(?i)\sstyle\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)"""), ""),
    "no bold": partial(_swap, re.compile(r"(?i)</?(?:b|strong)(?:\s[^>]*)?>"), ""),
    "cells unclosed": partial(_swap, re.compile(r"(?i)</(?:td|tr|th)>"), ""),
    "paragraphs as divisions": partial(_swap, re.compile(r"(?i)<(/?)p(?=[\s>])"), r"<\1div"),
    "dates abbreviated": partial(_swap, _DATE, lambda match: f"{match[1][:3]}. {match[3]}, {match[5]}"),
    "dates without commas": partial(_swap, _DATE, lambda match: f"{match[1]} {match[3]} {match[5]}"),
    "days first": partial(_swap, _DATE, lambda match: f"{match[3]} {match[1]} {match[5]}"),
    "minus signs": partial(_swap, _NEGATIVE, r"-\1"),
    "dollars of the US": lambda text: text.replace("$", "US$"),
}


def facts_of(data: bytes, name: str) -> set[FactKey]:
    """Value without its sign, unit and period of each number of the statements and sentences."""
    told = (fact for report in convert(data, name=name).reports for fact in report.facts if fact.unit and fact.statement != "cover")
    return {_key(fact) for fact in told}


def _key(fact: Fact) -> FactKey:
    unit, period = fact.unit, fact.period
    named = f"{unit.numerator}/{unit.denominator}".rstrip("/") if unit else ""
    return (fact.value or "").lstrip("-"), named, str(period.start or ""), str(period.end)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    parser.add_argument("--change", action="append", choices=sorted(TEXT | HTML), help="only this one (may be repeated)")
    parser.add_argument("--show", type=int, default=3, help="differences shown of each change")
    args = parser.parse_args(arguments)
    files = [path for folder in args.folders for path in sorted(folder.iterdir()) if path.suffix in (".txt", ".htm", ".html")]
    if not files:
        print("no filings (*.txt, *.htm, *.html) in these folders", file=sys.stderr)
        return 1
    base = {path: facts_of(path.read_bytes(), path.name) for path in files}
    for name, change in (TEXT | HTML).items():
        if not args.change or name in args.change:
            _compare(name, change, {path: base[path] for path in files if (path.suffix == ".txt") == (name in TEXT)}, args.show)
    return 0


def _compare(name: str, change: Change, base: dict[Path, set[FactKey]], show: int) -> None:
    lost: list[str] = []
    new: list[str] = []
    for path, facts in base.items():
        changed = facts_of(change(path.read_bytes().decode("latin-1")).encode("latin-1", "replace"), path.name)
        lost += [f"lost  {path.name}  {fact}" for fact in sorted(facts - changed)]
        new += [f"new   {path.name}  {fact}" for fact in sorted(changed - facts)]
    if base:
        print(f"{name:<24}{len(lost):>6} lost of {sum(map(len, base.values()))}, {len(new)} new")
        for line in (*lost[:show], *new[:show]):
            print(f"  {line}")


if __name__ == "__main__":
    raise SystemExit(main())
