"""Taxonomies that are well-formed and wrong: a report over them is wrong, and the referee says so too."""

from __future__ import annotations

from pathlib import Path

import pytest
from referee import run_arelle

from converter.load import load

ARC = '<link:calculationArc xlink:type="arc" xlink:arcrole="https://xbrl.org/2023/arcrole/summation-item" xlink:from="s0_Assets" xlink:to='
ARCROLE_REF = (
    '<link:arcroleRef arcroleURI="https://xbrl.org/2023/arcrole/summation-item" xlink:type="simple"\n'
    ' xlink:href="https://www.xbrl.org/2023/calculation-1.1.xsd#summation-item"/>'
)
END = "</link:calculationLink>"
TO_ITSELF = (
    '<link:calculationArc xlink:type="arc" xlink:arcrole="https://xbrl.org/2023/arcrole/summation-item" xlink:from="s0_Current" '
    'xlink:to="s0_Assets" order="1" weight="1"/>'
)
SCHEMA, SUMS, AXES = "lamp.xsd", "lamp_cal.xml", "lamp_def.xml"
WRONG = [
    ("a locator to nothing", SUMS, "#l_Assets", "#l_Nope", "linkbase.locator"),
    ("an arc to nothing", SUMS, f'{ARC}"s0_Current"', f'{ARC}"nowhere"', "linkbase.arc"),
    ("an arc twice", SUMS, END, f'{ARC}"s0_Current" order="1" weight="1"/>{END}', "linkbase.arc"),
    ("no weight", SUMS, ' weight="1"', "", "linkbase.arc"),
    ("a weight of 0", SUMS, ' weight="1"', ' weight="0"', "linkbase.arc"),
    ("a weight in words", SUMS, ' weight="1"', ' weight="one"', "linkbase.arc"),
    ("an unknown use", SUMS, ' order="1"', ' order="1" use="maybe"', "linkbase.arc"),
    ("a priority in words", SUMS, ' order="1"', ' order="1" priority="x"', "linkbase.arc"),
    ("no arcroleRef", SUMS, ARCROLE_REF, "", "linkbase.role"),
    ("no roleRef", SUMS, 'xlink:role="http://www.xbrl.org/2003/role/link"', 'xlink:role="http://x/role"', "linkbase.role"),
    ("a reference without arcrole", SCHEMA, '\n xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"', "", "linkbase.role"),
    ("an unknown element", SUMS, END, f"<link:bogus/>{END}", "linkbase.element"),
    ("an arc that is none", SUMS, 'xlink:type="arc"', 'xlink:type="simple"', "linkbase.element"),
    ("a text in a sum", SUMS, "#l_Current", "#l_Title", "linkbase.calculation"),
    ("a part of itself", SUMS, "#l_Current", "#l_Assets", "linkbase.calculation"),
    ("a circle", SUMS, END, f"{TO_ITSELF}{END}", "linkbase.calculation"),
    ("a default of no dimension", AXES, "#l_ClassAxis", "#l_Assets", "linkbase.dimension"),
    ("shares in debt", SCHEMA, 'name="Issued"', 'name="Issued" xbrli:balance="debit"', "dts.declaration"),
    ("an unknown balance", SCHEMA, 'name="Assets"', 'name="Assets" xbrli:balance="plus"', "dts.declaration"),
    ("an item of another type", SCHEMA, 'type="xbrli:stringItemType"', 'type="xs:string"', "dts.declaration"),
    ("an id twice", SCHEMA, 'id="l_Fixed"', 'id="l_Costs"', "dts.declaration"),
    ("an id that is none", SCHEMA, 'id="l_Text"', 'id="1"', "dts.declaration"),
    (
        "a dimension that is a fact",
        SCHEMA,
        'substitutionGroup="xbrldt:dimensionItem" abstract="true"',
        'substitutionGroup="xbrldt:dimensionItem"',
        "dts.declaration",
    ),
    (
        "a name twice",
        SCHEMA,
        "</xs:schema>",
        '<xs:element name="Assets" type="xbrli:monetaryItemType" substitutionGroup="xbrli:item" xbrli:periodType="instant"/></xs:schema>',
        "dts.declaration",
    ),
]
RIGHT = [
    ("a pointer", SUMS, "#l_Assets", "#element(l_Assets)"),
    ("half a weight", SUMS, ' weight="1"', ' weight="0.5"'),
    ("a prohibited arc", SUMS, ' order="1"', ' order="1" use="prohibited" priority="3"'),
]


def damaged(folder: Path, name: str, old: str, new: str) -> Path:
    text = (folder / name).read_text()
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1))
    return folder / "lamp.xbrl"


def errors(report: Path) -> set[str]:
    return {finding.code for finding in load(report).findings if finding.severity == "error"}


@pytest.mark.parametrize(("name", "old", "new", "code"), [each[1:] for each in WRONG], ids=[each[0] for each in WRONG])
def test_wrong(folder: Path, name: str, old: str, new: str, code: str) -> None:
    assert code in errors(damaged(folder, name, old, new))


@pytest.mark.parametrize("balance", ["debit", "credit"])
def test_weights_fit_the_balances(folder: Path, balance: str) -> None:
    damaged(folder, SCHEMA, 'name="Assets"', 'name="Assets" xbrli:balance="debit"')
    report = damaged(folder, SCHEMA, 'name="Current"', f'name="Current" xbrli:balance="{balance}"')
    assert errors(report) == (set() if balance == "debit" else {"linkbase.calculation"})


@pytest.mark.parametrize(("name", "old", "new"), [each[1:] for each in RIGHT], ids=[each[0] for each in RIGHT])
def test_right(folder: Path, name: str, old: str, new: str) -> None:
    assert errors(damaged(folder, name, old, new)) == set()


@pytest.mark.arelle
@pytest.mark.parametrize(("name", "old", "new"), [each[1:4] for each in (*WRONG, *RIGHT)], ids=[each[0] for each in (*WRONG, *RIGHT)])
def test_the_referee_agrees(folder: Path, name: str, old: str, new: str) -> None:
    report = damaged(folder, name, old, new)
    assert bool(errors(report)) == any(level.lower() == "error" for level, _, _ in run_arelle(report).messages)


def test_a_copy_of_the_specifications_schema_is_right(folder: Path) -> None:
    copy = (
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.xbrl.org/2003/instance" '
        'targetNamespace="http://www.xbrl.org/2003/instance"><xs:element name="item" type="xs:anyType" abstract="true"/></xs:schema>'
    )
    (folder / "copy.xsd").write_text(copy)
    place = "http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"
    assert errors(damaged(folder, SCHEMA, f'schemaLocation="{place}"', 'schemaLocation="copy.xsd"')) == set()
