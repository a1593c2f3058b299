"""Sentences read: which figure, which measure, which period's words; and what must not be read."""

from __future__ import annotations

import pytest

from converter.find.sentences.reading import Reading, read_sentence
from converter.find.sentences.repurchases import read_repurchases
from converter.find.sentences.split import sentences
from converter.find.sentences.tokens import FigureToken, figures

NAMES = frozenset({"kettle", "works", "inc"})


def facts(text: str) -> list[tuple[str, str]]:
    return [(reading.measure, text[reading.figure.start : reading.figure.end]) for reading in read_sentence(text, NAMES)]


def words_of(text: str, reading: Reading) -> str:
    return text[reading.phrase.start : reading.phrase.end] if reading.phrase else ""


def test_loss_per_share_and_comparison() -> None:
    text = (
        "For the three-month period, the Company reported a net loss of $7.3 million, or $0.21 per basic and diluted share, "
        "compared to a net loss of $5.2 million, or $0.16 per basic and diluted share, in the same quarter last year."
    )
    readings = read_sentence(text, NAMES)
    assert [(r.measure, r.compared) for r in readings] == [
        ("net loss", False),
        ("net loss per share", False),
        ("net loss", True),
        ("net loss per share", True),
    ]
    assert readings[1].qualifiers == ("basic", "diluted")
    assert [words_of(text, r) for r in readings] == ["For the three-month period"] * 2 + ["in the same quarter last year"] * 2
    assert [r.figure.decimals for r in readings] == [-5, 2, -5, 2]


def test_amounts_a_share_in_parentheses() -> None:
    text = "Net income for 1998 was $25.3 million ($0.63 per diluted share) compared to $20.1 million ($0.51 per diluted share) for 1997."
    readings = read_sentence(text, NAMES)
    assert [(r.measure, f"{r.figure.number.value}") for r in readings] == [
        ("net income", "25.3"),
        ("net income per share", "0.63"),
        ("net income", "20.1"),
        ("net income per share", "0.51"),
    ]


@pytest.mark.parametrize("mark", ["US$", "U.S.$", "U.S. $"])
def test_dollars_that_say_whose_they_are(mark: str) -> None:
    """As companies from abroad write."""
    text = f"The Company reported a net loss of {mark}7.3 million for 2003, compared to net income of {mark}5.2 million for 2002."
    assert facts(text) == [("net loss", f"{mark}7.3"), ("net income", f"{mark}5.2")]


@pytest.mark.parametrize("scale", ["M", "MM", " mil.", " MM", " mn"])
def test_scales_in_short(scale: str) -> None:
    """Releases of technology companies."""
    text = f"Net loss for 2003 was $4.6{scale}, compared to a net loss of $11.25{scale} for 2002."
    told = [(reading.measure, f"{reading.figure.value:f}", reading.figure.decimals) for reading in read_sentence(text, NAMES)]
    assert told == [("net loss", "4600000", -5), ("net loss", "11250000", -4)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Diluted EPS was $.46 for 2003, compared to $.38 in 2002.", [("net income per share", "$.46"), ("net income per share", "$.38")]),
        ("We earned $5.5 million, or diluted EPS of $.46, in 2003.", [("net income", "$5.5"), ("net income per share", "$.46")]),
        ("Core EPS was $.46 for 2003.", []),
        ("Cash EPS for 2003 was $.46.", []),
        ("EPS from continuing operations was $.46 for 2003.", []),
    ],
)
def test_earnings_per_share_in_short(text: str, expected: list[tuple[str, str]]) -> None:
    assert facts(text) == expected


@pytest.mark.parametrize(("amount", "full"), [("$450,000", False), ("$450,118", True), ("$450,118,204", False)])
def test_an_amount_rounded_to_thousands_is_not_in_thousands(amount: str, full: bool) -> None:
    """Small banks: the provision is told in full beside tables in thousands."""
    assert [figure.full for figure in figures(f"The provision for loan losses was {amount} for 2003.")] == [full]


def test_ratios_between_a_figure_and_what_it_is_compared_with() -> None:
    text = (
        "Gross profit for the second quarter was $61.2 million, or 38.1% of net sales, as compared with $55.0 million, or 37.2% of net "
        "sales, for the same quarter in 2003."
    )
    assert facts(text) == [("gross profit", "$61.2"), ("gross profit", "$55.0")]


def test_a_rise_to_a_level() -> None:
    text = "Net income for the three months ended June 30, 1999, rose 52% to a record $8,536,000, compared to $5,607,000 a year ago."
    assert facts(text) == [("net income", "$8,536,000"), ("net income", "$5,607,000")]


def test_changes_are_no_levels() -> None:
    text = "Net sales for the quarter were $30.2 million, down $600,000 from the $30.8 million reported in the second quarter."
    assert facts(text) == [("sales", "$30.2"), ("sales", "$30.8")]
    assert facts("Interest expense increased $1.2 million in 1998.") == []
    assert facts("Revenues increased by $4.0 million in 1998 due to price.") == []
    assert facts("The increase in interest income during 1999 of $44 million was due to higher balances.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Revenues increased $23.4 million to $512.1 million in 2003.", ["$512.1"]),
        ("Interest expense decreased by $5.0 million to $4.0 million in 2003.", ["$4.0"]),
        ("Sales rose from $488.7 million to $512.1 million in 2003.", ["$488.7", "$512.1"]),
        ("Revenues increased by $20 million to $30 million in 2003.", []),
        ("Sales of $450 million to $470 million were reached in 2003.", []),
        ("The plant added $5 million to $300 million of revenues in 2003.", []),
        ("Sales increased, ranging from $5 million to $6 million, in 2003.", []),
    ],
)
def test_a_change_to_a_level_is_no_range(text: str, expected: list[str]) -> None:
    assert [figure for _, figure in facts(text)] == expected


@pytest.mark.parametrize("subject", ["The Company", "For the year 2003, we", "TOWN, Ohio -- Kettle Works, Inc."])
def test_what_the_company_earned(subject: str) -> None:
    text = (
        f"{subject} earned $12.4 million, or $0.62 per share, in 2003, compared with a loss of $3.1 million, or $0.15 per share, in 2002."
    )
    assert facts(text) == [
        ("net income", "$12.4"),
        ("net income per share", "$0.62"),
        ("net loss", "$3.1"),
        ("net loss per share", "$0.15"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Company earned $5.0 million in interest in 2003.",
        "The Company earned $5.0 million on its loans in 2003.",
        "The Company earned $5.0 million in its shops in 2003.",
        "The Company lost $5.0 million in sales in 2003.",
        "The largest customer of the Company earned $5.0 million in 2003.",
        "Our former parent company earned $5.0 million in 2003.",
        "In 2003 Pots Inc. earned $5.0 million.",
    ],
)
def test_what_somebody_else_or_something_else_earned(text: str) -> None:
    assert facts(text) == []


def test_each_measure_has_its_own_figure_respectively() -> None:
    text = (
        "Sales and net income were $90.0 million and $5.0 million, respectively, in 2003, compared to $80.0 million and $4.0 million, "
        "respectively, in 2002."
    )
    assert facts(text) == [("sales", "$90.0"), ("net income", "$5.0"), ("sales", "$80.0"), ("net income", "$4.0")]
    text = "Basic and diluted earnings per share were $1.55 and $1.52, respectively, in 2003."
    readings = read_sentence(text, NAMES)
    assert [(f"{r.figure.number.value}", r.qualifiers) for r in readings] == [("1.55", ("basic",)), ("1.52", ("diluted",))]


@pytest.mark.parametrize(
    "text",
    [
        "Sales and net income were $90.0 million and $5.0 million in 2003.",
        "Sales and net income of the shops were $90.0 million and $5.0 million, respectively, in 2003.",
        "Sales and net income increased $9.0 million and $5.0 million, respectively, in 2003.",
    ],
)
def test_measures_side_by_side_that_are_not_told_apart(text: str) -> None:
    assert facts(text) == []


def test_sales_that_earnings_were_made_on() -> None:
    text = (
        "Net income in 2003 was $5.0 million, equal to 50 cents a share, on sales of $90.0 million, up from $4.0 million the year before."
    )
    assert facts(text)[:3] == [("net income", "$5.0"), ("net income per share", "50"), ("sales", "$90.0")]
    assert facts("For 2003, net income was $5.0 million on sales of $90.0 million.") == [("net income", "$5.0"), ("sales", "$90.0")]
    assert facts("For 2003, net income was $5.0 million on exports of $90.0 million.") == []


def test_from_to() -> None:
    text = "Research and development expenses increased from $1.2 million in 1997 to $1.5 million in 1998."
    readings = read_sentence(text, NAMES)
    assert [(text[r.figure.start : r.figure.end], words_of(text, r)) for r in readings] == [("$1.2", "in 1997"), ("$1.5", "in 1998")]


def test_respectively() -> None:
    text = "Interest expense was $3.4 million, $2.9 million and $2.2 million in 1999, 1998 and 1997, respectively."
    assert [(r.index, r.phrase.years[r.index] if r.phrase else 0) for r in read_sentence(text, NAMES)] == [(0, 1999), (1, 1998), (2, 1997)]
    assert facts("Interest expense was $3.4 million in 1999 and 1998.") == [], "two years, one figure"


def test_named_behind_the_figure() -> None:
    assert facts("As of March 31, 1998, Kettle had approximately $109.8 million in cash and marketable securities.") == [
        ("cash and marketable securities", "$109.8")
    ]
    text = (
        "Also included in other income for the three months ended March 31, 1998 and 1997 was $0.6 million and $1.1 million of "
        "interest income, respectively."
    )
    assert facts(text) == [("interest income", "$0.6"), ("interest income", "$1.1")]


def test_included_in_gives_a_measure_that_no_table_knows() -> None:
    text = "Included in cost of sales for the year ended June 30, 1998 was $2.4 million of plant closing costs."
    (reading,) = read_sentence(text, NAMES)
    assert (reading.measure, reading.other) == ("plant closing costs", True)


def test_average_shares() -> None:
    text = (
        "Kettle today reported net income of $53 million, or $0.24 per share on an average base of 216.5 million common shares, "
        "for the second quarter."
    )
    assert facts(text) == [("net income", "$53"), ("net income per share", "$0.24"), ("average shares", "216.5")]


def test_earnings_per_share_as_the_subject() -> None:
    text = "Diluted earnings per share were $1.04 in 1999 compared with 97 cents a share in 1998."
    assert facts(text)[0] == ("net income per share", "$1.04")


def test_shares_of_sales_are_asides() -> None:
    text = (
        "General and administrative expenses were $15,859,000, or 21.9% of net sales, in 1999 as compared to $15,206,000, "
        "or 23.6% of net sales, in 1998."
    )
    assert facts(text) == [("general and administrative", "$15,859,000"), ("general and administrative", "$15,206,000")]


def test_more_than_is_inexact() -> None:
    (reading,) = read_sentence("Our results produced cash flow from operations of over $2.7 billion during the quarter.", NAMES)
    assert reading.inexact


@pytest.mark.parametrize(
    "text",
    [
        "Kettle Canada reported operating income of $11 million for the second quarter.",
        "All Other net revenue of $84 million in 1999 decreased compared to net revenue of $164 million in 1998.",
        "Net income in 1999 was favorably affected by a gain of $5 million.",
        "Revenues from spouts were $12 million in 1999.",
        "Net sales in 1999 of $12 million related to spouts.",
        "Interest expense of $19 million attributable to the notes was paid in 1999.",
        "Net loss before special charges was $3 million in 1999.",
        "Net income was $847.4 in 1999.",
        "Revenues of $31.0 to $32.0 million were seen in 1999.",
        "Sales were $1, 465,000 in 1999.",
        "During the quarter it sold 125,000 kettles for net sales of approximately $46 million.",
        "In 1999 the Company paid $3 million, or $0.12 per share, for severance.",
        "Net income before the restructuring charge was $8.3 million in 1999.",
        "The fair value of long-term debt was $43.5 million at March 31, 1999.",
        "The fair value of the Company's long-term debt was $43.5 million at March 31, 1999.",
        "Net revenues for 1999 were $8.4 million, or 6%, above 1998.",
        "Kettle's total research and development expenditures were $5.0 million in 1999.",
        "Half of net sales was $5.0 million in 1999.",
        "The unpaid principal of long-term debt was $5.0 million at June 30, 1999.",
        "The average balance of short-term debt was $5.0 million at June 30, 1999.",
        "Accounts receivable and inventories were $5.0 million at June 30, 1999.",
        "Cash and inventories were $5.0 million at June 30, 1999.",
        "The Company recognized revenue of $5.0 million in 1999 under the contract.",
        "Net revenues for 1999 were $8.4 million, or 6 percent higher than in 1998.",
        "Net income was $8.7 million in 1999 before a charge of $1.0 million.",
        "Net income was $8.7 million, or $0.12 per share, in 1999, before a charge of $1.0 million.",
    ],
)
def test_not_understood_is_not_read(text: str) -> None:
    assert facts(text) == []


def test_a_time_long_ago_is_not_the_sentences_own() -> None:
    text = "The Company reported record net income of $9.4 million in 1999, its best year since 1994, when net income was $9.2 million."
    assert facts(text) == [("net income", "$9.4")]
    text = "Net income was $9.4 million in 1999, compared with the same period in 1998, when net income was $9.2 million."
    assert facts(text) == [("net income", "$9.4"), ("net income", "$9.2")]


def test_a_small_amount_without_scale_is_doubtful() -> None:
    (small,) = figures("Net income was $19,433 in 1999.")
    assert small.full
    assert not any(figure.full for figure in figures("Costs were $6,000 and $1.0 million in 1999 and 1998."))


def test_figures() -> None:
    def one(text: str) -> FigureToken:
        (figure,) = figures(text)
        return figure

    assert one("a loss of ($.08) per share").number.value < 0
    assert (one("of 27 cents per share").scale, one("of 27 cents per share").decimals) == (-2, 2)
    assert one("of \\$4.6 million").number.value * 10 == 46
    assert one("of $2.014 billion").decimals == -6
    assert one("of $8,536,000 in").decimals == -3
    assert one("$0.04 per share (diluted)").qualifiers == ("diluted",)
    assert one("27 cents of it").kind == "bare"
    assert not figures("12 shares of stock")


def test_repurchases() -> None:
    text = "As of March 31, 1998, the Company had repurchased 1,619,062 shares of its common stock at a total cost of $10.9 million."
    assert [(r.measure, r.period) for r in read_repurchases(text)] == [
        ("shares repurchased", "instant"),
        ("cost of shares repurchased", "instant"),
    ]
    text = "On August 27, 1997, the Board authorized the repurchase of up to 4.1 million shares of the Company's common stock."
    assert [r.measure for r in read_repurchases(text)] == ["shares authorized for repurchase"]
    text = "During 1998, the Company repurchased 2.5 million shares of its common stock at a cost of $116 million."
    assert {r.period for r in read_repurchases(text)} == {"duration"}
    assert read_repurchases("The Company repurchased 2.5 million shares of its common stock.") == []
    assert read_repurchases("In 1998 it purchased 2.5 million shares of Spout Inc.") == []


@pytest.mark.parametrize("word", ["shares", "Shares", "SHARES", "\u017fhares"])
def test_counts_of_shares_however_they_are_spelt(word: str) -> None:
    text = f"a weighted average of 12,500,000 common {word} outstanding"
    (token,) = figures(text)
    assert (token.kind, text[token.start : token.after]) == ("shares", f"12,500,000 common {word}")


def test_sentences_are_taken_apart() -> None:
    text = 'Kettle Inc. (Nasdaq: KTL) grew. Mr. Spout said, "Good." Sales were $1.5 million; costs fell. That is Jan. 5 news'
    assert [part for _, part in sentences(text)] == [
        "Kettle Inc. (Nasdaq: KTL) grew.",
        'Mr. Spout said, "Good."',
        "Sales were $1.5 million;",
        "costs fell.",
        "That is Jan. 5 news",
    ]
    assert all(text[offset:].startswith(part) for offset, part in sentences(text))
