"""Figures that a row of the statements proves: the sentence says its words, and the number stands there for one period alone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from converter.find.sentences import find_sentences
from converter.find.sentences.rows import StatementRows
from converter.find.sentences.tokens import figures
from converter.model import SHARES, USD, Column, CoverItem, Figure, Number, Period, Place, Statement, StatementRow, Text, Unit, per_share
from converter.read import read

PLACE = Place(0, "cell", "")
NOW, AGO = Period(date(1997, 1, 1), date(1997, 3, 31)), Period(date(1996, 1, 1), date(1996, 3, 31))
EPS = per_share(USD)


def row(label: str, now: str, ago: str, unit: Unit = USD, heads: tuple[str, ...] = (), scale: int = 3) -> StatementRow:
    found = tuple(
        Figure(Number(value, Decimal(value.replace(",", ""))), PLACE, column, period, unit, 0 if unit.denominator else scale)
        for column, (value, period) in enumerate(((now, NOW), (ago, AGO)))
    )
    return StatementRow(label, found, heads=heads)


INCOME = Statement(
    "income",
    Text("", PLACE),
    0,
    (Column("1997", NOW), Column("1996", AGO)),
    (
        row("Passenger", "361,512", "328,004", heads=("Operating revenues:",)),
        row("Total operating revenues", "388,101", "353,808"),
        row("Salaries, wages and benefits", "29,977", "25,788"),
        row("Losses and settlement expenses, net of reinsurance", "4,187", "3,902"),
        row("Net income (loss)", "6,312", "-5,801"),
        row("Primary", ".58", "-.53", EPS, ("Earnings per share:",)),
        row("Fully diluted", ".55", "-.53", EPS, ("Earnings per share:",)),
        row("Dividends per share", ".10", ".12", EPS),
        row("Weighted average common shares outstanding", "10,538", "10,525", SHARES),
        row("Other", "777", "778"),
        row("Gain on sale of hangar", "4,187", "4,187"),
    ),
)


def proven(sentence: str, *told: Period, context: str = "") -> list[tuple[str, str, str]]:
    found = StatementRows((INCOME,)).proofs(sentence, context, figures(sentence), lambda: frozenset(told))
    return [(proof.figure.number.printed, " / ".join(proof.rows), f"{proof.period.end.year}") for proof in found]


def test_the_row_s_words_and_its_number() -> None:
    assert proven("Salaries, wages and benefits amounted to $29,977,000, versus $25,788,000, or 41.4% of revenue.") == [
        ("$29,977,000", "Salaries, wages and benefits", "1997"),
        ("$25,788,000", "Salaries, wages and benefits", "1996"),
    ]


def test_words_of_the_heading_behind_the_row_s() -> None:
    assert proven("Passenger revenues did not grow; at $361.5 million the passenger operating revenues were what they had to be.") == [
        ("$361.5", "Passenger", "1997")
    ]


def test_what_a_measure_is_called_otherwise() -> None:
    assert proven("Revenues were $388.1 million.") == [("$388.1", "Total operating revenues", "1997")]


def test_other_words_prove_nothing() -> None:
    assert proven("The hotel was sold for $388.1 million.") == []
    assert proven("Other matters cost us $777,000.") == [], "what alone names no row"


def test_four_digits_need_most_of_the_words() -> None:
    assert proven("Losses and settlement charges were $4,187,000.") == [
        ("$4,187,000", "Losses and settlement expenses, net of reinsurance", "1997")
    ]
    assert proven("Losses were $4.19 million.") == []


def test_two_digits_need_a_second_figure_or_the_period() -> None:
    assert proven("Net income was $6.3 million.") == []
    assert proven("Net income was $6.3 million.", NOW) == [("$6.3", "Net income (loss)", "1997")]
    assert proven("Net income of $6.3 million followed a net loss of $5.8 million.") == [
        ("$6.3", "Net income (loss)", "1997"),
        ("$5.8", "Net income (loss)", "1996"),
    ]


def test_an_amount_and_its_share_s_part_prove_each_other() -> None:
    assert proven("Net income was $6.3 million, or $.58 per share.") == [
        ("$6.3", "Net income (loss)", "1997"),
        ("$.58", "Primary", "1997"),
    ]
    assert proven("Net income was $6.3 million, or 55 cents per diluted share.")[1] == ("55", "Fully diluted", "1997")
    assert proven("Net loss was $5.8 million, or $.53 per share.")[1] == ("$.53", "Primary / Fully diluted", "1996")
    assert proven("Net income was $6.3 million, or $.57 per share.") == []


def test_a_result_by_any_name_with_its_share_s_part() -> None:
    assert proven("The loss was $5.8 million, or $.53 a share.") == [
        ("$5.8", "Net income (loss)", "1996"),
        ("$.53", "Primary / Fully diluted", "1996"),
    ]
    assert proven("The loss was $5.801 million.") == [], "any loss may be so great"


def test_shares_and_dividends() -> None:
    assert proven("Weighted on average, 10,538,000 shares were outstanding.") == [
        ("10,538,000", "Weighted average common shares outstanding", "1997")
    ]
    assert proven("The dividend was $.10 per share.", NOW) == [("$.10", "Dividends per share", "1997")]
    assert proven("The offering price was $.58 per share.", NOW) == []


def test_a_number_of_two_periods_is_of_the_one_that_is_named() -> None:
    sentence = "The gain on sale of hangar was $4,187,000."
    assert proven(sentence) == []
    assert proven(sentence, AGO) == [("$4,187,000", "Gain on sale of hangar", "1996")]
    assert proven(sentence, AGO, NOW) == []


def test_a_sentence_that_goes_on_with_the_measures_before_it() -> None:
    assert proven("This compares with $25,788,000.", context="Salaries, wages and benefits were high.")[0][2] == "1996"


def test_a_change_and_a_loss_where_the_row_has_a_profit_prove_nothing() -> None:
    assert proven("Salaries, wages and benefits rose by $29,977,000.") == []
    assert proven("The net loss was $6.312 million.") == []
    assert proven("The loss was $6.3 million, or $.58 a share.") == []


NAME = (CoverItem("registrant_name", "Kettle Works, Inc.", PLACE),)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Salaries, wages and benefits swelled to $29,977,000 as crews of the newly opened hangar were trained.", ["29977000"]),
        ("Revenues are expected to be $388.1 million.", []),
        ("Pro forma revenues were $388.1 million.", []),
        ("Revenues were $388.1 million, excluding the hangar.", ["388.1"]),
    ],
)
def test_of_a_release(text: str, told: list[str]) -> None:
    """No grammar is needed; but what is not there yet, or not as reported, nothing proves."""
    filing = read(f"<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\n{text}\n</TEXT>\n</DOCUMENT>\n".encode(), "a.txt")
    found = find_sentences(filing, (INCOME,), NAME)
    assert [f"{figure.number.value}" for figure in found] == told
    assert all(figure.period == NOW and figure.rows for figure in found)


def test_the_row_s_period_where_the_sentence_tells_none_that_fits() -> None:
    """ "In 1996" behind a quarter is the quarter's, as the row shows."""
    filing = read(
        b"<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\nRevenues were $388.1 million, up from $353.8 million in 1996.\n</TEXT>\n</DOCUMENT>\n", "a.txt"
    )
    assert [figure.period for figure in find_sentences(filing, (INCOME,), NAME)] == [NOW, AGO]


@pytest.mark.parametrize(
    "sentence",
    [
        "Revenues were $388.1 million in fiscal 1993 and $353.8 million in fiscal 1992.",
        "Revenues were $388.1 million in the first six months of 1997.",
        "Revenues of $388.1 million were earned in the second quarter of 1996, compared to $390.0 million in the second quarter of 1995.",
        "Revenues were $388.1 million for the quarter ended June 30, 1997.",
        "In connection with the merger the Company will have revenues of $388.1 million.",
    ],
)
def test_what_the_sentence_says_of_other_periods_is_not_the_row_s(sentence: str) -> None:
    filing = read(f"<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\n{sentence}\n</TEXT>\n</DOCUMENT>\n".encode(), "a.txt")
    assert not [figure for figure in find_sentences(filing, (INCOME,), NAME) if figure.rows]


@pytest.mark.parametrize(("heading", "expected"), [("Salaries, wages and benefits.", ["$29,977,000", "$25,788,000"]), ("Its mills.", [])])
def test_a_heading_run_into_its_paragraph_says_the_row(heading: str, expected: list[str]) -> None:
    """Discussions say "Provision for income taxes. We recorded a provision of ..."."""
    text = (
        f"     {heading} We recorded an expense of $29,977,000 in the first quarter of 1997 and $25,788,000 in the first quarter\n"
        "of 1996, which is told at some length here.\n"
    )
    found = find_sentences(read(text.encode(), "a.txt"), (INCOME,), (CoverItem("registrant_name", "Kettle Works, Inc.", PLACE),))
    assert [figure.place.text for figure in found] == expected
