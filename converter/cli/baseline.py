"""A baseline: the findings that a team knows already, in a file beside its reports. What is new is told, what is known is counted."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import click
from msgspec.structs import replace

from converter.check import Options
from converter.cli.output.judged import Judged
from converter.model import Finding

_VERSION = 1
Entry: TypeAlias = tuple[str, str, tuple[str, ...], str]
"""Report (relative to the baseline's folder), code, ids of the facts, message: a number that changes makes a finding new again."""


def read_baseline(path: Path) -> Counter[Entry]:
    """The known findings, each as often as it is known. Raises `click.UsageError` where the file is no baseline."""
    try:
        content = json.loads(path.read_text("utf-8"))
        if content["version"] != _VERSION:
            raise ValueError(f"version {content['version']} is not known")
        entries = content["findings"]
        return Counter((str(each["report"]), str(each["code"]), tuple(map(str, each["facts"])), str(each["message"])) for each in entries)
    except OSError as error:
        raise click.UsageError(f"the baseline {path} cannot be read: {error.strerror}; --write-baseline makes one") from None
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise click.UsageError(f"{path} is no baseline: {type(error).__name__}: {error}") from None


def write_baseline(path: Path, judged: Sequence[Judged], options: Options) -> int:
    """Writes all findings down and says how many there are. What the file knew and this run did not look for stays: of reports that
    are there and were not judged, and of rules that were not asked for. Raises `click.UsageError` where the file cannot be written."""
    known = read_baseline(path) if path.exists() else Counter()
    reports = _reports(path, judged)
    kept = [each for each in known.elements() if not _looked_for(each, reports, options) and _is_there(each, path)]
    entries = sorted([*kept, *(_entry(path, each, finding) for each in judged for finding in each.findings)])
    listed = [{"report": report, "code": code, "facts": list(facts), "message": message} for report, code, facts, message in entries]
    text = json.dumps({"version": _VERSION, "findings": listed}, indent=1, ensure_ascii=True) + "\n"
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        raise click.UsageError(f"the baseline {path} cannot be written: {error.strerror}") from None
    return len(entries)


def without_known(judged: Sequence[Judged], path: Path, known: Counter[Entry], options: Options) -> tuple[list[Judged], int]:
    """The files without known findings, and how many known ones this run looked for and did not find again."""
    left, reports = Counter(known), _reports(path, judged)
    fresh: list[Judged] = []
    for each in judged:
        new = tuple(finding for finding in each.findings if not _take(left, _entry(path, each, finding)))
        fresh.append(replace(each, findings=new, known=len(each.findings) - len(new)))
    return fresh, sum(_looked_for(entry, reports, options) for entry in left.elements())


def _reports(path: Path, judged: Sequence[Judged]) -> frozenset[str]:
    return frozenset(_relative(each.path, path) for each in judged)


def _looked_for(entry: Entry, reports: frozenset[str], options: Options) -> bool:
    """Whether a run over these reports with these rules would have found it: a hook sees the files of one commit only."""
    return entry[0] in reports and options.wants(entry[1])


def _is_there(entry: Entry, path: Path) -> bool:
    return entry[0] == "-" or (path.parent / entry[0]).exists()


def _take(left: Counter[Entry], entry: Entry) -> bool:
    if not left[entry]:
        return False
    left[entry] -= 1
    return True


def _entry(path: Path, judged: Judged, finding: Finding) -> Entry:
    return _relative(judged.path, path), finding.code, finding.facts, finding.message


def _relative(report: str, path: Path) -> str:
    """A report's path as seen from the baseline, so that the file serves in every checkout."""
    return report if report == "-" else Path(os.path.relpath(os.path.abspath(report), os.path.abspath(path.parent))).as_posix()
