from collections.abc import Callable
from pathlib import Path

import pytest
import samples
from lxml import etree
from msgspec.structs import replace

from converter.model import CalculationSum, Concept, ExtensionConcept, Fact, PresentationLine, PresentedStatement, Report
from converter.write.extension import extension_files
from converter.write.presentation import camel

HERE = Path(__file__).resolve().parent
LINK = "{http://www.xbrl.org/2003/linkbase}"
XLINK = "{http://www.w3.org/1999/xlink}"


def written(report: Report, stem: str = "moon") -> dict[str, bytes]:
    return {name: b"".join(chunks()) for name, chunks in extension_files(report, stem).items()}


def facts_of(*concepts: str) -> Report:
    facts = tuple(Fact(f"f{number}", name, samples.YEAR, "1", samples.USD, 0) for number, name in enumerate(concepts))
    return replace(samples.bare(), facts=facts)


@pytest.mark.parametrize("name", ["moon.xsd", "moon_lab.xml", "moon_pre.xml", "moon_cal.xml", "moon_def.xml"])
def test_golden(golden: Callable[[Path, str], None], name: str) -> None:
    golden(HERE / "golden" / name, written(samples.small())[name].decode())


def test_a_report_with_nothing_to_say_has_a_schema_alone() -> None:
    files = written(samples.bare())
    assert list(files) == ["moon.xsd"]
    assert b"linkbaseRef" not in files["moon.xsd"]
    assert b"taxonomy/" not in files["moon.xsd"]


def test_a_second_way_to_a_total_takes_a_role_of_its_own() -> None:
    first = CalculationSum("income", "gaap:NetIncomeLoss", (("gaap:GrossProfit", 1), ("gaap:Revenues", 1)))
    second = CalculationSum("income", "gaap:NetIncomeLoss", (("gaap:Revenues", 1), ("gaap:CostOfRevenue", -1)))
    report = replace(samples.small(), calculations=(first, second, first))
    root = etree.fromstring(written(report)["moon_cal.xml"])
    links = root.findall(f"{LINK}calculationLink")
    assert [link.get(f"{XLINK}role").rpartition("/")[2] for link in links] == ["IncomeStatement", "IncomeStatementCalculation2"]
    assert [len(link.findall(f"{LINK}calculationArc")) for link in links] == [2, 2]


def test_a_sum_without_a_printed_statement_has_a_role_all_the_same() -> None:
    report = replace(samples.bare(), calculations=samples.small().calculations)
    files = written(report)
    assert b'id="BalanceSheetCalculation"' in files["moon.xsd"]
    assert b"role/BalanceSheetCalculation" in files["moon_cal.xml"]


def test_a_sum_stands_with_the_statement_that_prints_its_total() -> None:
    lines = (PresentationLine("Net", "gaap:NetIncomeLoss"),)
    quarter = (PresentationLine("Sales", "gaap:Revenues"), PresentationLine("Nothing of which there are facts", "x:Gone"))
    statements = (PresentedStatement("income", "Quarter", quarter), PresentedStatement("income", "Year", lines))
    each = CalculationSum("income", "gaap:NetIncomeLoss", (("gaap:Revenues", 1),))
    text = written(replace(facts_of("gaap:NetIncomeLoss", "gaap:Revenues"), presentation=statements, calculations=(each,)))["moon_cal.xml"]
    assert b"role/IncomeStatement2" in text


def test_a_line_or_statement_without_facts_is_not_shown() -> None:
    lines = (PresentationLine("Net", "gaap:NetIncomeLoss"), PresentationLine("Undeclared", "x:Gone"))
    statement = PresentedStatement("income", "Year", lines)
    assert b"x_Gone" not in written(replace(facts_of("gaap:NetIncomeLoss"), presentation=(statement,)))["moon_pre.xml"]
    assert "moon_pre.xml" not in written(replace(samples.bare(), presentation=(statement,)))


def test_headings_nest_by_depth_and_are_concepts_of_their_own() -> None:
    lines = (
        PresentationLine("Costs:", depth=0),
        PresentationLine("1. Other", "gaap:CostOfRevenue", 1),
        PresentationLine("1. Other", "gaap:CostOfRevenue", 1),
        PresentationLine("Costs:", depth=0),
        PresentationLine("***", depth=1),
        PresentationLine("Net", "gaap:NetIncomeLoss", 2),
    )
    extension = ExtensionConcept(Concept("x:CostsAbstract", "monetary", "duration"), "")
    report = replace(
        facts_of("gaap:CostOfRevenue", "gaap:NetIncomeLoss"),
        presentation=(PresentedStatement("supplement", "", lines),),
        extensions=(extension,),
    )
    root = etree.fromstring(written(report)["moon_pre.xml"])
    arcs = [(arc.get(f"{XLINK}from"), arc.get(f"{XLINK}to"), arc.get("order")) for arc in root.iter(f"{LINK}presentationArc")]
    assert arcs == [
        ("x_StatementAbstract", "x_CostsAbstract2", "1"),
        ("x_CostsAbstract2", "gaap_CostOfRevenue", "1"),
        ("x_StatementAbstract", "x_CostsAbstract3", "2"),
        ("x_CostsAbstract3", "x_HeadingAbstract", "1"),
        ("x_HeadingAbstract", "gaap_NetIncomeLoss", "1"),
    ]


def test_names_are_made_of_words() -> None:
    assert camel("LIABILITIES & stockholders' Equity:") == "LiabilitiesStockholdersEquity"
    assert camel("8 1/2% notes") == "N812Notes"
    assert camel("***") == ""
    assert len(camel("word " * 100)) == 80
