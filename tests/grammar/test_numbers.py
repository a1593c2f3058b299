"""Figures as filings print them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.grammar.currencies import MARKS
from converter.grammar.numbers import parse_figure


@pytest.mark.parametrize(
    ("printed", "value", "places"),
    [
        ("1,234", "1234", 0),
        ("1234", "1234", 0),
        (".12", "0.12", 2),
        ("0.12", "0.12", 2),
        ("1,234.5", "1234.5", 1),
        ("$ 1,234", "1234", 0),
        ("$. 1,234", "1234", 0),
        ("$. 5.38", "5.38", 2),
        ("$1,234 (a)", "1234", 0),
        ("1,234*", "1234", 0),
        ("2002(1)", "2002", 0),
        ("12 1/2", "12.5", 1),
        ("1/2", "0.5", 1),
        ("1.234.567", "1234567", 0),
        ("$ 2.149.3", "2149.3", 1),
        ("$ 2.149,300", "2149300", 0),
        ("1,234.567.8", "1234567.8", 1),
        ("DM 1.234.567,8", "1234567.8", 1),
        ("4, 081,330,923", "4081330923", 0),
        ("1 ,234", "1234", 0),
        ("$ 0. 58", "0.58", 2),
        ("1. 245", "1.245", 3),
        ("1,23 4", "1234", 0),
        ("+5", "5", 0),
        ("24.1p", "24.1", 1),
        ("25¢", "25", 0),
        ("¢ 7.5", "7.5", 1),
        ("1'234'567", "1234567", 0),
        ("$1,234.", "1234", 0),
    ],
)
def test_a_figure_and_its_places(printed: str, value: str, places: int) -> None:
    number = parse_figure(printed)
    assert number is not None
    assert (number.value, number.places) == (Decimal(value), places)
    assert not number.negative
    assert number.printed == printed


@pytest.mark.parametrize(
    "printed",
    [
        "(123)",
        "( 123 )",
        "-123",
        "123-",
        "<123>",
        "(123",
        "[123]",
        "$(123)",
        "($123)",
        "$ (123)",
        "$. (123",
        "(-123)",
        "—123",
        "{123}",
        "−123",
        "‑123",
    ],
)
def test_every_mark_of_a_negative_figure(printed: str) -> None:
    number = parse_figure(printed)
    assert number is not None
    assert number.value == -123
    assert number.negative


@pytest.mark.parametrize("printed", ["-", "--", "---", "- -", "—", "–", "_", "-0-", "- 0 -", "nil", "$ -", "$--", "$—", "(-)", "- *", "‑"])
def test_nil_marks_are_zero(printed: str) -> None:
    number = parse_figure(printed)
    assert number is not None
    assert number.value == 0
    assert number.dash


@pytest.mark.parametrize(
    "printed",
    [
        "000",
        "$. 12",
        "($000)",
        "($000,000)",
        "(000)",
        "",
        "  ",
        "N/A",
        "na",
        "n.m.",
        "*",
        "abc",
        "123)",
        "(123)-",
        "1,2345",
        "12/31",
        "9/30/96",
        "5/31",
        "3/2",
        "12 5/4",
        "$",
        "(",
        "1.2.3",
        "F-1",
        "12.",
        "$. 58",
        "2,345. 58",
        "1,234c",
        "p",
    ],
)
def test_what_is_no_figure(printed: str) -> None:
    assert parse_figure(printed) is None


@pytest.mark.parametrize("printed", ["9%", "(7.7)%", "(7.7%)", "8 1/2%", "- %", "1/2 %"])
def test_per_cent_is_told(printed: str) -> None:
    number = parse_figure(printed)
    assert number is not None
    assert number.percent


def test_currency_marks_are_kept() -> None:
    assert [number.currency for text in ("25¢", "3.5p", "4c") if (number := parse_figure(text))] == ["¢"] * 3
    assert [number.currency for text in ("$5", "£5", "DM 5", "U.S.$ 5", "C$5") if (number := parse_figure(text))] == [
        "$",
        "£",
        "DM",
        "U.S.$",
        "C$",
    ]


@pytest.mark.parametrize("mark", sorted(MARKS))
def test_every_mark_of_the_table_stands_with_figures(mark: str) -> None:
    """Marks of a list of their own left out francs, kronor and yen: their figures were no numbers."""
    for printed, value in ((f"{mark} 1,234", 1234), (f"{mark}1,234", 1234), (f"{mark} (1,234)", -1234), (f"{mark} 1'234", 1234)):
        number = parse_figure(printed)
        assert number is not None
        assert (number.value, number.currency) == (value, mark)
    nil = parse_figure(f"{mark} --")
    assert nil is not None
    assert nil.dash


@given(
    st.decimals(min_value=0, max_value=10**13, places=2, allow_nan=False).map(abs),
    st.integers(0, 2),
    st.booleans(),
    st.sampled_from(["", "$", "$ ", "$  "]),
    st.sampled_from(["(", "-", ""]),
)
def test_what_is_printed_is_read_back(value: Decimal, places: int, separators: bool, mark: str, sign: str) -> None:
    rounded = round(value, places) if places else value.to_integral_value()
    digits = f"{rounded:,.{places}f}" if separators else f"{rounded:.{places}f}"
    printed = {"(": f"({mark}{digits})", "-": f"-{mark}{digits}", "": f"{mark}{digits}"}[sign]
    number = parse_figure(printed)
    assert number is not None
    assert number.value == (-rounded if sign else rounded)
    assert number.places == places
    assert number.negative == bool(sign)


@given(st.text(max_size=40))
def test_no_text_breaks_it(text: str) -> None:
    number = parse_figure(text)
    assert number is None or number.value.is_finite()


@pytest.mark.parametrize("text", ["(1'234)", "-1'234", "−1'234", "$ −1'234", "1'234-", "$(1'234)"])
def test_signs_of_thousands_parted_by_apostrophes(text: str) -> None:
    number = parse_figure(text)
    assert number is not None
    assert number.negative
    assert number.value == -1234


def test_a_blank_behind_the_point_of_a_loss() -> None:
    number = parse_figure("$ ( 0. 02 )")
    assert number is not None
    assert (number.value, number.places) == (Decimal("-0.02"), 2)


@pytest.mark.parametrize(
    ("text", "value"), [("12,110.00(A)", "12110.00"), ("1,234 (B)", "1234"), ("(1,234)(A)", "-1234"), ("1,234(1)(2)", "1234")]
)
def test_capital_letters_of_footnotes_behind_figures(text: str, value: str) -> None:
    number = parse_figure(text)
    assert number is not None
    assert str(number.value) == value
