"""The referee reads the same facts as we, in every form."""

from __future__ import annotations

from pathlib import Path

import pytest
from referee import run_arelle

from converter.load import load


@pytest.mark.arelle
@pytest.mark.parametrize("name", ["lamp.json", "lamp.xbrl", "lamp.xhtml", "lamp-csv.json"])
def test_the_same_facts(folder: Path, name: str) -> None:
    verdict = run_arelle(folder / name)
    assert [message for message in verdict.messages if message[0].lower() == "error"] == []
    report = load(folder / name).reports[0]
    ours = sorted(
        (fact.concept, (fact.value or "").strip(), f"{fact.period.start}/{fact.period.end}" if fact.period.start else f"{fact.period.end}")
        for fact in report.facts
    )
    assert ours == sorted((fact.concept, fact.value.strip(), fact.period) for fact in verdict.facts)
