"""All witnesses heard, confidence computed anew."""

from __future__ import annotations

from msgspec.structs import replace

from converter.arithmetic import confidence
from converter.model import Evidence, Fact, Report, Stated
from converter.taxonomy import load_taxonomy
from converter.witness.schedules import hear_schedules
from converter.witness.sentences import hear_sentences
from converter.witness.statements import hear_scales, hear_twins
from converter.witness.testimony import Stands, Testimony


def witness(report: Report, stated: Stated) -> Report:
    """The report with what independent evidence says: EX-27 schedules, the statements about each other, sentences about their scale.

    Reasons are added to the facts concerned and their confidence is computed anew from all of them; contradictions become
    findings that name both numbers. No value changes, no fact goes. (That sentences agree is known since `map` joined them.)"""
    if not stated.statements:
        return report
    said = Testimony()
    stands = Stands(report.facts)
    if stated.schedules:
        hear_schedules(report.facts, stands, stated.schedules, load_taxonomy(), said)
    hear_twins(report.facts, stands, said)
    hear_scales(stated.statements, report.facts, said)
    hear_sentences(stated.sentences, report.facts, said)
    if not said.reasons and not said.findings:
        return report
    facts = tuple(_heard(fact, said) for fact in report.facts)
    return replace(report, facts=facts, findings=(*report.findings, *said.findings))


def _heard(fact: Fact, said: Testimony) -> Fact:
    more = said.reasons.get(fact.id)
    if not more:
        return fact
    before = fact.evidence or Evidence(0.5)
    reasons = (*before.reasons, *more)
    return replace(fact, evidence=Evidence(confidence(reason.weight for reason in reasons), reasons, before.alternatives))
