"""Files of corrections: what they may say, and what is told of a wrong line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from converter.map.corrections import CorrectionError, read_corrections
from converter.model import Correction
from converter.resources import schemas

TOML = """
# Two of one company.
[[correction]]
entity = "123456"
statement = "income"
label = "Sales of mills"
concept = "us-gaap:SalesRevenueGoodsNet"
sign = "printed"

[[correction]]
fact = "f-Assets-1996-12-31"
filing = "mills.txt"
ignore = true
note = "printed in error"
"""


def read(tmp_path: Path, text: str, name: str = "mine.csv") -> tuple[Correction, ...]:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return read_corrections(path)


def test_toml_and_csv_say_the_same(tmp_path: Path) -> None:
    csv = (
        "entity,filing,statement,label,fact,concept,sign,ignore,note,now\n\n"
        "123456,,income,Sales of mills,,SalesRevenueGoodsNet,printed,,,x:SalesOfMills\n"
        ",mills.txt,,,f-Assets-1996-12-31,,,Yes,printed in error,\n"
    )
    assert read(tmp_path, csv) == (
        Correction("mine.csv:3", "123456", "income", "Sales of mills", concept="gaap:SalesRevenueGoodsNet", sign="printed"),
        Correction("mine.csv:4", filing="mills.txt", fact="f-Assets-1996-12-31", ignore=True, note="printed in error"),
    )
    toml = read(tmp_path, TOML, "mine.toml")
    assert [each.where for each in toml] == ["mine.toml:3", "mine.toml:10"]
    assert [(each.label, each.concept, each.fact, each.ignore) for each in toml] == [
        ("Sales of mills", "gaap:SalesRevenueGoodsNet", "", False),
        ("", "", "f-Assets-1996-12-31", True),
    ]


def test_the_schema_fits_what_is_read() -> None:
    import tomllib

    schema = json.loads((schemas() / "corrections.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(tomllib.loads(TOML))


@pytest.mark.parametrize("separator", [";", "\t"])
def test_what_spreadsheets_write(tmp_path: Path, separator: str) -> None:
    text = '\ufefflabel,concept,note\r\n"Sales,\nnet",Revenues,a\r\n\'=Sum of it,own,b\r\n'
    made = read(tmp_path, text)
    assert [(each.where, each.label, each.concept) for each in made] == [
        ("mine.csv:2", "Sales,\nnet", "gaap:Revenues"),
        ("mine.csv:4", "=Sum of it", "own"),
    ]
    made = read(tmp_path, f"label{separator}concept\nSales{separator}x:SalesOfMills\n")
    assert made[0].concept == "own"


def test_heads_in_capitals(tmp_path: Path) -> None:
    assert read(tmp_path, "Label,CONCEPT\nSales,Revenues\n") == read(tmp_path, "label,concept\nSales,Revenues\n")


def test_rows_without_a_verdict_say_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, "label,concept,ignore,note,doubt\nSales,,no,,low\nCosts,,,a note alone,\n") == ()
    assert read(tmp_path, "[[correction]]\nlabel = 'Sales'\nignore = false\n", "a.toml") == ()
    assert read(tmp_path, "") == ()


def test_a_line_said_twice_counts_once(tmp_path: Path) -> None:
    assert len(read(tmp_path, "label,concept\nSales,Revenues\n  SALES:,Revenues\n")) == 1


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("label,concpet\nSales,Revenues\n", 1, "did you mean 'concept'?"),
        ("label,colour\n", 1, "known are"),
        ("label,label\n", 1, "twice"),
        ("label,concept\nSales\n", 2, "1 cells where the head has 2"),
        ("label,concept\nSales,two words\n", 2, "concept: 'two words'"),
        ("statement,label,sign\n\nincom,Sales,turned\n", 3, "statement: 'incom' is not one of balance_sheet, income"),
        ("label,sign\nSales,positive\n", 2, "sign: 'positive' is not one of printed, turned"),
        ("fact,filing,sign\nf-Assets-1996-12-31,a.txt,turned\n", 2, "positive, negative"),
        ("statement,label,sign\nprose,sales,turned\n", 2, "name the fact by its id"),
        ("fact,ignore\nf-Assets-1996-12-31,yes\n", 2, "`filing` must say which"),
        ("label,ignore\nSales,perhaps\n", 2, "neither yes nor no"),
        ("statement,concept\nincome,Revenues\n", 2, "neither which label nor which fact"),
        ("label,concept\nSales,Revenues\nSales,SalesRevenueNet\n", 3, "mine.csv:2 speaks of"),
        ('label,concept\n"Sales,Revenues\n', 2, "no CSV"),
        ("label,concept,ignore\nSales,Revenues,yes\n", 2, "neither concept nor sign"),
    ],
)
def test_a_wrong_line(tmp_path: Path, text: str, line: int, reason: str) -> None:
    with pytest.raises(CorrectionError) as error:
        read(tmp_path, text)
    assert str(error.value).startswith(f"mine.csv:{line}: ")
    assert reason in str(error.value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("label = ", "no TOML"),
        ("corrections = []", "'corrections'"),
        ("correction = 3", "something else"),
        ("[[correction]]\nlabel = 'Sales'\nconcept = 'Revenues'\n\n[[correction]]\nlabel = 3\nsign = 'turned'\n", "mine.toml:5: label: 3"),
        ("[[correction]]\nlable = 'Sales'\nconcept = 'Revenues'\n", "did you mean 'label'?"),
        ("[[correction]]\nlabel = 'Sales'\nconcpet = 'Revenues'\n", "did you mean 'concept'?"),
        ("correction = [{label = 'Sales', sign = 'up'}]", "mine.toml, correction 1: sign: 'up'"),
    ],
)
def test_wrong_toml(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(CorrectionError, match=r"mine\.toml") as error:
        read(tmp_path, text, "mine.toml")
    assert reason in str(error.value)


def test_what_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(CorrectionError, match="No such file"):
        read_corrections(tmp_path / "none.csv")
    (tmp_path / "bytes.csv").write_bytes(b"label,concept\n\xff,a\n")
    with pytest.raises(CorrectionError, match="UTF-8"):
        read_corrections(tmp_path / "bytes.csv")
    with (tmp_path / "large.csv").open("wb") as file:
        file.truncate(30_000_000)
    with pytest.raises(CorrectionError, match="too large"):
        read_corrections(tmp_path / "large.csv")
