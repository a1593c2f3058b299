"""Mark-up taken off, and characters found again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.model import Table
from converter.read.markdown import markdown_blocks
from converter.read.markdown.inline import clean
from converter.read.source import Source

CASES = {
    r"\$4.6 million": "$4.6 million",
    "**Total**": "Total",
    r"\u22121,234": "\u22121,234",
    r"Stockholders\u2019 equity": "Stockholders\u2019 equity",
    "<b>Net <i>loss</i></b>": "Net loss",
    "Sales<sup>(1)</sup>": "Sales(1)",
    "2005<sup>b</sup>": "2005(b)",
    "Sales^1^": "Sales(1)",
    "Sales[^2]": "Sales(2)",
    "Sales$^{3}$": "Sales(3)",
    "Sales²": "Sales(2)",
    "31<sup>st</sup>": "31st",
    "Acme<sup>TM</sup>": "Acme",
    "<sup>(</sup><sup>10)</sup>": "(10)",
    r"$\$ 4.52$": "$ 4.52",
    r"$(4{,}617)$": "(4,617)",
    r"\( (3,210) \)": " (3,210) ",
    r"\$ $(43,798)$": "$ (43,798)",
    "$80,000,000$ shares; $28,206,404$ and $27,904,118$ issued": "80,000,000 shares; 28,206,404 and 27,904,118 issued",
    "of $41 and $47": "of $41 and $47",
    "$5,000$4,000": "$5,000$4,000",
    "$3.57": "$3.57",
    "$1,234 $1,100": "$1,234 $1,100",
    "8½%": "8 1/2%",
    "8<sup>1</sup>/<sub>2</sub>%": "8 1/2%",
    r"8\frac{1}{2}\%": "8 1/2%",
    "AT&amp;T": "AT&T",
    "1&nbsp;234": "1 234",
    "Common<br>Stock": "Common\nStock",
    "3.73*": "3.73*",
    "*Basic*": "Basic",
    "_Basic_": "Basic",
    "snake_case_name": "snake_case_name",
    "_": "_",
    "- -": "- -",
    "~~12~~ 13": "12 13",
    "[Notes](#notes)": "Notes",
    "![seal](a.png)Acme": "Acme",
    r"\textbf{Total}\hspace{2em}\dotfill": "Total ...",
    r"\multirow{2}{*}{Assets}": "Assets",
    r"\phantom{00}12": "12",
    r"\textdollar 12\quad\dagger": "$ 12 †",
    r"(\$000's": "($000's",
    "(escaped\\)": "(escaped)",
}


@pytest.mark.parametrize(("raw", "text"), CASES.items())
def test_clean(raw: str, text: str) -> None:
    assert clean(raw).text == text


def test_columns_of_characters() -> None:
    raw = r"**Loss of \$4.6 million**"
    cleaned = clean(raw)
    at = cleaned.text.index("$4.6")
    assert raw[cleaned.raw(at) :].startswith("$4.6")
    assert cleaned.bold


@given(st.text(alphabet="ab1, $\\*_<>/supbr&;^{}[]()~`½²|%#-.", max_size=60))
def test_never_raises_and_characters_are_the_sources(raw: str) -> None:
    cleaned = clean(raw)
    for first, last in cleaned.pieces():
        assert 0 <= cleaned.raw(first) <= len(raw)
        assert first < last <= len(cleaned.text)


LOSSES = "| Sales | 9,000 | \\$8,000 |\n| Loss | \\(1,234\\) | \\$\\(24.9\\) |\n"


def _values(text: str) -> list[str]:
    (table,) = [block for block in markdown_blocks(Source(0, f"| | 2001 | 2000 |\n|---|---|---|\n{text}", 1)) if isinstance(block, Table)]
    return [str(cell.number.value) for row in table.rows[1:] for cell in row.cells if cell.number]


def test_parentheses_that_were_escaped_are_those_of_losses() -> None:
    assert _values(LOSSES) == ["9000", "8000", "-1234", "-24.9"]


@pytest.mark.parametrize(
    "more",
    ["| Cost | \\(2,000\\) | \\(3,000\\) |\n| Tax | \\(20\\) | \\(30\\) |\n", "| Cost | \\((2,000)\\) | 1 |\n", "| Cost | (2,000) | 1 |\n"],
    ids=["most amounts", "parentheses within", "parentheses without"],
)
def test_delimiters_of_mathematics_are_no_parentheses(more: str) -> None:
    assert _values(LOSSES + more)[2:4] == ["1234", "24.9"]
