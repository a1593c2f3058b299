"""What was found, in the format that was asked for."""

from __future__ import annotations

from collections.abc import Sequence

from converter.cli.common import json_text, severities_of
from converter.cli.output.judged import Judged

STYLES = ("text", "json", "sarif", "junit", "github")


def render(judged: Sequence[Judged], style: str, fail_on: str) -> str:
    """The text of a format (one of `STYLES`), lines ended; ``fail_on`` says which findings are failures of JUnit.

    A format is imported when it is asked for: a run needs one of them."""
    if style == "json":
        return json_text([_object(each) for each in judged]) + "\n"
    if style == "sarif":
        from converter.cli.output.sarif import to_sarif

        return to_sarif(judged)
    if style == "junit":
        from converter.cli.output.junit import to_junit

        return to_junit(judged, severities_of(fail_on))
    if style == "github":
        from converter.cli.output.github import to_github

        return to_github(judged)
    from converter.cli.output.text import summary, to_text

    return "".join(map(to_text, judged)) + (summary(judged) if len(judged) > 1 else "")


def _object(judged: Judged) -> dict[str, object]:
    from converter.write.properties import finding_object

    findings = [{**finding_object(finding), "line": judged.line(finding)} for finding in judged.findings]
    return {
        "report": judged.path,
        "readable": judged.readable,
        "facts": judged.facts,
        "findings": findings,
        "known": judged.known,
        "compared": dict(judged.compared),
    }
