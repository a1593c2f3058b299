"""The order of the rooms: what a conversion holds, and that it is what is written."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cli_runs import EXAMPLES
from msgspec.structs import replace

import converter
from converter import Conversion, Report, convert, validate
from converter.model import Fact
from converter.pipeline import MOST_BYTES

HARBOR = EXAMPLES / "harbor-10q-1998.txt"


@pytest.fixture(scope="module")
def harbor() -> Conversion:
    return convert(HARBOR)


def value(report: Report, concept: str, end: date, start: date | None = None) -> str | None:
    (fact,) = [
        each for each in report.facts if (each.concept, each.period.start, each.period.end, each.dimensions) == (concept, start, end, ())
    ]
    return fact.value


def test_a_cik_may_be_a_number() -> None:
    assert convert(CHARTERS.encode(), cik=9990077).reports == convert(CHARTERS.encode(), cik="0009990077").reports
    with pytest.raises(ValueError, match="ten digits"):
        convert(CHARTERS.encode(), cik=-1)


def test_a_path_or_bytes(harbor: Conversion) -> None:
    again = convert(HARBOR.read_bytes(), name=HARBOR.name)
    assert again.reports == harbor.reports
    assert convert(str(HARBOR)).reports == harbor.reports
    assert convert(HARBOR.read_bytes()).reports[0].stem == "stdin"


def test_what_the_filing_says(harbor: Conversion) -> None:
    (report,) = harbor.reports
    assert (report.entity.identifier, report.entity.name) == ("0009990001", "HARBOR LANTERN COMPANY")
    half, quarter = date(1998, 6, 30), date(1998, 4, 1)
    assert value(report, "gaap:Assets", half) == "83019000"
    assert value(report, "gaap:NetIncomeLoss", half, quarter) == "3443000"
    assert value(report, "gaap:EarningsPerShareDiluted", half, date(1998, 1, 1)) == "0.76"
    assert value(report, "gaap:InterestExpense", half, quarter) == "412000"
    assert value(report, "gaap:IncreaseDecreaseInAccountsReceivable", half, date(1998, 1, 1)) == "1518000"
    assert value(report, "ex27:BONDS", half) == "16250000"
    assert [statement.kind for statement in harbor.statements] == ["balance_sheet", "income", "cashflow"]
    assert not report.unmapped
    assert harbor.readable
    assert not harbor.findings


def test_what_is_said_is_written(harbor: Conversion, tmp_path: Path) -> None:
    written = harbor.write(tmp_path)
    content = json.loads((tmp_path / "harbor-10q-1998.json").read_bytes())
    assert set(content["facts"]) == {fact.id for fact in harbor.reports[0].facts}
    assert tmp_path / "harbor-10q-1998.xbrl" in written
    assert not validate(tmp_path / "harbor-10q-1998.json")
    assert not [finding for finding in validate(harbor.reports[0]) if finding.severity == "error"]
    with pytest.raises(ValueError, match="pdf"):
        harbor.write(tmp_path, to=["pdf"])


def test_what_the_gate_refuses_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_one(report: Report, _: object) -> Report:
        facts: list[Fact] = list(report.facts)
        position = next(index for index, fact in enumerate(facts) if fact.concept == "gaap:Assets")
        facts[position] = replace(facts[position], value="plenty")
        return replace(report, facts=tuple(facts))

    monkeypatch.setattr("converter.pipeline.witness", break_one)
    conversion = convert(HARBOR)
    assert [finding.code for finding in conversion.findings if finding.severity == "error"] == ["write.schema"]
    assert len(conversion.reports[0].unmapped) == 1


def test_no_statements() -> None:
    conversion = convert(b"A letter.\n", name="letter.txt")
    assert "find.no-statements" in [finding.code for finding in conversion.findings]
    assert conversion.readable


@pytest.mark.parametrize("data", [b"", b"  \n", b"\0\1\2\3" * 100])
def test_no_text(data: bytes) -> None:
    conversion = convert(data, name="nothing.txt")
    assert not conversion.readable
    assert not conversion.reports
    assert [finding.severity for finding in conversion.findings] == ["error"]


def test_what_a_person_knows_better() -> None:
    tern = EXAMPLES / "tern-island-release-2002.md"
    (report,) = convert(tern, cik="9990003", min_confidence=0.9, encoding="cp1252", period_end=date(2002, 3, 31)).reports
    assert report.entity.identifier == "0009990003"
    assert report.input is not None
    assert report.input.encoding == "cp1252"
    assert report.unmapped
    assert all(fact.evidence is not None and fact.evidence.confidence >= 0.9 for fact in report.facts)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"cik": "abc"}, "up to ten digits"),
        ({"scale": "dozens"}, "give one of units"),
        ({"scale": 1000}, "3 for thousands"),
        ({"currency": "dollars"}, "three letters"),
        ({"encoding": "klingon"}, "Python knows no encoding"),
        ({"fiscal_year_end": (13, 31)}, "12-31"),
        ({"period_end": "yesterday"}, "1997-12-31"),
        ({"min_confidence": 90}, "0 to 1"),
    ],
)
def test_what_makes_no_sense_is_refused(given: dict[str, Any], said: str) -> None:
    """As the command refuses it: a CIK of letters was passed over, a currency that is none gave no facts."""
    with pytest.raises(ValueError, match=said):
        convert(b"A letter.", **given)


def test_scale_by_its_word() -> None:
    tern = EXAMPLES / "tern-island-release-2002.md"
    assert convert(tern, scale="thousands", currency="cad").reports == convert(tern, scale=3, currency="CAD").reports


def test_larger_than_any_filing(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(OSError, match="larger than any filing"):
        convert(path)


def test_the_public_face() -> None:
    assert {"convert", "validate", "Conversion", "Report", "__version__"} <= set(converter.__all__)
    with pytest.raises(AttributeError):
        _ = converter.nonsense  # type: ignore[attr-defined]


CHARTERS = """
                            KITTIWAKE CHARTER COMPANY
                           CONSOLIDATED BALANCE SHEETS
                             (Dollars in thousands)
                                                  December 31,
                                                 1997        1996
ASSETS
Current assets:
  Cash and cash equivalents                    $  1,204    $    987
  Accounts receivable                             3,310       2,954
  Berths lent against captains' bonds               415         388
                                               --------    --------
    Total current assets                          4,929       4,329
Property and equipment, net                       9,120       9,478
                                               --------    --------
    Total assets                               $ 14,049    $ 13,807
                                               ========    ========
LIABILITIES AND SHAREHOLDERS' EQUITY
Current liabilities:
  Accounts payable                             $  1,870    $  1,655
                                               --------    --------
    Total current liabilities                     1,870       1,655
Long-term debt                                    4,000       4,500
Shareholders' equity:
  Common stock                                      500         500
  Retained earnings                               7,679       7,152
                                               --------    --------
    Total shareholders' equity                    8,179       7,652
                                               --------    --------
    Total liabilities and shareholders' equity $ 14,049    $ 13,807
                                               ========    ========
"""


def test_an_own_concept_stands_where_the_sum_proves_it(tmp_path: Path) -> None:
    made = convert(CHARTERS.encode(), name="charters.txt", cik="9990077")
    (own,) = made.reports[0].extensions
    assert (own.label, own.concept.balance, own.anchor) == ("Berths lent against captains' bonds", "debit", "gaap:AssetsCurrent")
    made.write(tmp_path, to=["xbrl"])
    arcs = (tmp_path / "charters_def.xml").read_text(encoding="utf-8")
    assert 'xlink:from="gaap_AssetsCurrent" xlink:to="x_BerthsLentAgainstCaptainsBonds"' in arcs
    assert not [finding for finding in validate(tmp_path / "charters.xbrl") if finding.severity == "error"]


def test_what_a_person_gives_of_the_period_is_what_the_cover_says() -> None:
    (report,) = convert(HARBOR, period_end=date(1998, 7, 4), fiscal_year_end=(1, 3)).reports
    told = {fact.concept: fact for fact in report.facts if fact.statement == "cover"}
    assert (told["dei:DocumentPeriodEndDate"].value, told["dei:CurrentFiscalYearEndDate"].value) == ("1998-07-04", "--01-03")
    evidence = told["dei:DocumentPeriodEndDate"].evidence
    assert evidence is not None
    assert "given with the command" in evidence.reasons[0].text


def test_a_report_says_what_was_found_of_its_filing(tmp_path: Path) -> None:
    bare = CHARTERS.replace("(Dollars in thousands)", "").encode()
    made = convert(bare, name="bare.txt")
    assert {finding.code for finding in made.findings} == {"find.no-scale", "map.no-cik"}
    made.write(tmp_path, to=["xbrl-json"])
    content = json.loads((tmp_path / "bare.json").read_bytes())
    assert {finding["code"] for finding in content["f2x:findings"]} == {"find.no-scale", "map.no-cik"}
