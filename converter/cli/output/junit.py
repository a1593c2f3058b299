"""JUnit XML: one suite per report, one case per code that was found, and one that stands for all the rest."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from converter.cli.common import finding_line
from converter.cli.output.judged import Judged
from converter.model import Finding


def to_junit(judged: Sequence[Judged], fails: frozenset[str] = frozenset(["error"])) -> str:
    """``fails`` are the severities that make a case fail; findings of others are told in the case's output."""
    suites = "".join(_suite(each, fails) for each in judged)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="filing2xbrl validate">\n{suites}</testsuites>\n'


def _suite(judged: Judged, fails: frozenset[str]) -> str:
    by_code: dict[str, list[Finding]] = {}
    for finding in judged.findings:
        by_code.setdefault(finding.code, []).append(finding)
    cases = [_case(judged, code, of, fails) for code, of in sorted(by_code.items())]
    failures = sum(_is_failure(of, fails) for of in by_code.values())
    cases.append(f'<testcase classname={_attribute(judged.path)} name="all other rules" time="0"/>\n')
    return (
        f'<testsuite name={_attribute(judged.path)} tests="{len(cases)}" failures="{failures}" errors="0" skipped="0" time="0">\n'
        f"{''.join(cases)}</testsuite>\n"
    )


def _case(judged: Judged, code: str, findings: list[Finding], fails: frozenset[str]) -> str:
    lines = "\n".join(finding_line(judged.path, judged.line(finding), finding) for finding in findings)
    body = f"<system-out>{_text(lines)}</system-out>"
    if _is_failure(findings, fails):
        body = f"<failure message={_attribute(findings[0].message)} type={_attribute(code)}>{_text(lines)}</failure>"
    return f'<testcase classname={_attribute(judged.path)} name={_attribute(code)} time="0">{body}</testcase>\n'


def _is_failure(findings: list[Finding], fails: frozenset[str]) -> bool:
    return any(finding.severity in fails for finding in findings)


def _legible(text: str) -> str:
    return "".join(char if char >= " " or char in "\t\n" else "\ufffd" for char in text if not "\ud800" <= char <= "\udfff")


def _attribute(text: str) -> str:
    return quoteattr(_legible(text))


def _text(text: str) -> str:
    return _legible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
