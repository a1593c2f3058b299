"""Runs the rules over a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from converter.check.registry import HELD, Found, Rule
from converter.check.rules import rules
from converter.check.subject import Subject
from converter.model import Finding, Report, Severity
from converter.quiet import no_collector


class Options(Struct, frozen=True):
    """``select`` and ``ignore`` name codes or layers; ``severities`` changes a code's or layer's severity."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()

    def wants(self, code: str) -> bool:
        """Whether findings of a code are asked for. The longer name decides where both lists know one."""
        chosen = max((len(name) for name in self.select if _covers(name, code)), default=-1 if self.select else 0)
        return chosen > max((len(name) for name in self.ignore if _covers(name, code)), default=-1)

    def apply(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Findings (of loading too) that are asked for, with the severity that is asked for."""
        return tuple(self._graded(finding) for finding in findings if self.wants(finding.code))

    def _graded(self, finding: Finding) -> Finding:
        fitting = [entry for entry in self.severities if _covers(entry[0], finding.code)]
        return replace(finding, severity=max(fitting, key=lambda entry: len(entry[0]))[1]) if fitting else finding


def _covers(name: str, code: str) -> bool:
    return code == name or code.startswith(f"{name}.")


class Checked(Struct, frozen=True):
    """Findings, and for each rule that compares facts how many comparisons it could make (0: not compared)."""

    findings: tuple[Finding, ...]
    compared: tuple[tuple[str, int], ...] = ()


ALL = Options()


def check(report: Report, options: Options = ALL) -> Checked:
    """All rules that are asked for, in the order of their layers."""
    with no_collector():
        return _check(Subject(report), options)


def _check(subject: Subject, options: Options) -> Checked:
    findings: list[Finding] = []
    compared: list[tuple[str, int]] = []
    for rule in rules():
        if options.wants(rule.code):
            made = _Counter()
            findings.extend(_findings(rule, subject, made))
            if rule.compares:
                compared.append((rule.code, made.count))
    return Checked(options.apply(findings), tuple(compared))


class _Counter:
    count = 0


def _findings(rule: Rule, subject: Subject, made: _Counter) -> Iterator[Finding]:
    for outcome in rule.function(subject):
        made.count += 1
        if outcome is not HELD:
            assert isinstance(outcome, Found)
            yield Finding(rule.code, rule.severity, outcome.message, rule.hint, outcome.places, outcome.facts)
