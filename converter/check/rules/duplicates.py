"""Duplicate facts (OIM 1.0, 6; EFM 6.5.12)."""

from __future__ import annotations

from collections.abc import Iterator

from converter.check.duplicates import duplicates, kind
from converter.check.facts import told, when
from converter.check.registry import Found, rule
from converter.check.subject import Subject
from converter.model import Fact


def _found(facts: list[Fact], what: str) -> Found:
    listed = ", ".join(map(told, facts[:5])) + (" ..." if len(facts) > 5 else "")
    return Found(
        f"{facts[0].concept} for {when(facts[0].period)} is reported {len(facts)} times, {what}: {listed}.",
        tuple(fact.id for fact in facts),
    )


@rule(
    "duplicates.inconsistent",
    "error",
    spec="OIM 1.0, 6.3; EFM 6.5.12; arelle:duplicateFacts, oime:disallowedDuplicateFacts",
    hint="Keep the right one; perhaps they differ in a dimension that was left out.",
)
def inconsistent(subject: Subject) -> Iterator[Found]:
    """Facts about the same thing that contradict each other.

    Numbers are compared by the intervals that their decimals allow, all of a group together; texts and nil facts must be equal."""
    for facts in duplicates(subject):
        if kind(subject, facts) == "inconsistent":
            yield _found(facts, "with values that contradict each other")


@rule(
    "duplicates.disallowed",
    "error",
    spec="xBRL-JSON 1.0, 6.1.2; oime:disallowedDuplicateFacts",
    hint="Remove the duplicates, or change the feature xbrl:allowedDuplicates.",
)
def disallowed(subject: Subject) -> Iterator[Found]:
    """Duplicates that the report itself says it does not have.

    The feature `xbrl:allowedDuplicates` is a promise: none, complete or consistent ones at most."""
    refused = {"none": ("complete", "consistent"), "complete": ("consistent",)}.get(subject.report.allowed_duplicates, ())
    for facts in duplicates(subject) if refused else ():
        found = kind(subject, facts)
        if found in refused:
            yield _found(facts, f"which is {found} but allows {subject.report.allowed_duplicates}")


@rule("duplicates.consistent", "info", spec="OIM 1.0, 6.2; EFM 6.5.12", hint="Keep the most precise one.")
def consistent(subject: Subject) -> Iterator[Found]:
    """Facts about the same thing whose values differ within rounding."""
    for facts in duplicates(subject):
        if kind(subject, facts) == "consistent":
            yield _found(facts, "with values that agree within rounding")


@rule("duplicates.complete", "info", spec="OIM 1.0, 6.1; EFM 6.5.12", hint="Keep one.")
def complete(subject: Subject) -> Iterator[Found]:
    """Facts that are repeated to the letter."""
    for facts in duplicates(subject):
        if kind(subject, facts) == "complete":
            yield _found(facts, "with the same value")
