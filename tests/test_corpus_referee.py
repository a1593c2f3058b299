"""Forty filings of the corpus, across its parts and forms: the referee accepts what they become, and counts as many facts as we do."""

from __future__ import annotations

from pathlib import Path

import pytest
from referee import check_accepted

from converter import convert

pytestmark = [pytest.mark.corpus, pytest.mark.arelle]

FORMS = {
    "gold/text": 6,
    "gold/html": 5,
    "gold/ocr": 4,
    "ex27/text": 6,
    "fsds/text": 4,
    "fsds/html": 3,
    "fsds/ocr": 2,
    "modern/text": 2,
    "modern/html": 2,
    "modern/html2000": 3,
    "cover/text": 2,
    "cover/html": 1,
}
"""Form folder -> how many of its filings, spread evenly."""


def spread(folder: Path, number: int) -> list[Path]:
    files = sorted(folder.iterdir())
    return files[:: max(1, len(files) // number)][:number]


@pytest.mark.parametrize("form", FORMS)
def test_the_referee_accepts(form: str, shared: Path, tmp_path: Path) -> None:
    for filing in spread(shared / "corpus" / form, FORMS[form]):
        conversion = convert(filing)
        conversion.write(tmp_path / filing.stem)
        stems = [path.stem for path in (tmp_path / filing.stem).glob("*.json")]
        assert len(stems) == len(conversion.reports), filing.name
        for report in conversion.reports:
            for suffix in (".xbrl", ".json"):
                check_accepted(tmp_path / filing.stem / f"{report.stem}{suffix}", len(report.facts))
