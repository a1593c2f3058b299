"""Amounts per share: basic and diluted, and the blocks that they stand in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from mapper_runs import report, values

from converter.map.candidates.options import OWN, Option
from converter.map.choice.joint import Chosen
from converter.map.choice.per_share import with_pairs
from converter.map.rows.lines import lines_of
from converter.model import Filing, Period, Statement

Builder = Callable[..., Statement]
When = Callable[[int], Period]

BASIC, DILUTED = "EarningsPerShareBasic", "EarningsPerShareDiluted"
OPTIONS = [
    [Option(name, 0.0, 0.3) for name in (BASIC, "IncomeLossFromContinuingOperationsPerBasicShare", OWN)],
    [Option(name, 0.0, 0.3) for name in (DILUTED, "IncomeLossFromContinuingOperationsPerDilutedShare", OWN)],
]
PAIR = """
Earnings per share:
  {} | 2.10 1.80 | eps
  {} | 2.00 1.70 | eps
"""


def outcome(concept: str, belief: float) -> Chosen:
    return Chosen(Option(concept, 0.0, 0.3), belief, ())


@pytest.mark.parametrize(
    ("basic", "diluted", "told"),
    [
        ((BASIC, 0.8), (OWN, 0.5), (BASIC, DILUTED)),
        ((OWN, 0.9), (DILUTED, 0.8), (BASIC, DILUTED)),
        ((BASIC, 0.8), ("IncomeLossFromContinuingOperationsPerDilutedShare", 0.6), (BASIC, DILUTED)),
        ((OWN, 0.8), (OWN, 0.5), (OWN, OWN)),
    ],
)
def test_the_surer_of_a_pair_tells_what_both_are(
    statement: Builder, year: When, basic: tuple[str, float], diluted: tuple[str, float], told: tuple[str, str]
) -> None:
    lines = lines_of(statement("income", PAIR.format("Basic", "Diluted"), [year(2009), year(2008)]))
    found = with_pairs(lines, OPTIONS, [outcome(*basic), outcome(*diluted)], [0, 0])
    assert tuple(each.option.concept for each in found) == told
    assert len({each.belief for each in found}) == 1 or told == (OWN, OWN)


@pytest.mark.parametrize(
    ("labels", "keys"), [(("Basic", "Diluted, pro forma"), [0, 0]), (("Basic", "Basic"), [0, 0]), (("Basic", "Diluted"), [0, 1])]
)
def test_what_is_no_pair_stays_as_it_is(statement: Builder, year: When, labels: tuple[str, str], keys: list[int]) -> None:
    lines = lines_of(statement("income", PAIR.format(*labels), [year(2009), year(2008)]))
    chosen = [outcome(BASIC, 0.8), outcome(OWN, 0.5)]
    assert with_pairs(lines, OPTIONS, chosen, keys) == chosen


def test_a_row_takes_no_concept_that_it_cannot_mean(statement: Builder, year: When) -> None:
    lines = lines_of(statement("income", PAIR.format("Basic", "Diluted"), [year(2009), year(2008)]))
    chosen = [outcome(BASIC, 0.8), outcome(OWN, 0.5)]
    assert with_pairs(lines, [OPTIONS[0], OPTIONS[1][2:]], chosen, [0, 0]) == chosen


BETWEEN = """
Net earnings before accounting change | 718
Accounting change, net of tax | (182)
Net earnings | 536
Basic earnings per share before cumulative effect of accounting change | .90 | eps
Cumulative effect of accounting change, net of tax | (.28) | eps
Basic earnings per share | .62 | eps
Diluted earnings per share before cumulative effect of accounting change | .89 | eps
Cumulative effect of accounting change, net of tax | (.27) | eps
Diluted earnings per share | .62 | eps
"""


def test_rows_above_and_below_tell_the_side(statement: Builder, filing: Filing, year: When) -> None:
    found = values(report(filing, statement("income", BETWEEN, [year(2002)])))
    effect = "gaap:CumulativeEffectOfChangeInAccountingPrincipleNetOfTaxPer"
    assert found[f"{effect}BasicShare"] == ["-0.28"]
    assert found[f"{effect}DilutedShare"] == ["-0.27"]


OPENED = """
Net income | 536
Basic - income from continuing looms | .90 | eps
- {second} | .62 | eps
Diluted - income from continuing looms | .89 | eps
- net income | .61 | eps
"""


@pytest.mark.parametrize(("second", "told"), [("net income", True), ("dividends declared", False)])
def test_rows_below_those_that_name_a_side_where_the_same_come_again(
    statement: Builder, filing: Filing, year: When, second: str, told: bool
) -> None:
    found = values(report(filing, statement("income", OPENED.format(second=second), [year(2002)])))
    assert (found.get("gaap:EarningsPerShareBasic") == ["0.62"]) is told
    assert (found.get("gaap:EarningsPerShareDiluted") == ["0.61"]) is told


NAMELESS = """
Net income | 69
Basic earnings per share:
  Before accounting change | .72 .80 | eps
  Cumulative effect of accounting change | (.03) - | eps
   | .69 .80 | eps
Diluted earnings per share:
  Before accounting change | .70 .78 | eps
  Cumulative effect of accounting change | (.02) - | eps
   | .68 .78 | eps
"""


def test_a_heading_names_what_its_rows_sum_up_to(statement: Builder, filing: Filing, year: When) -> None:
    found = values(report(filing, statement("income", NAMELESS, [year(2002), year(2001)])))
    assert found["gaap:EarningsPerShareBasic"] == ["0.69", "0.80"]
    assert found["gaap:EarningsPerShareDiluted"] == ["0.68", "0.78"]


BOTH = """
Net income | 69
Per share data, basic and diluted:
  Income from continuing operations | .81 | eps
  Loss from discontinued operations | (.12) | eps
  Net income per common share | .69 | eps
"""


def test_a_heading_says_basic_and_diluted(statement: Builder, filing: Filing, year: When) -> None:
    found = values(report(filing, statement("income", BOTH, [year(2002)])))
    assert found["gaap:EarningsPerShareBasic"] == found["gaap:EarningsPerShareDiluted"] == ["0.69"]
    assert found["gaap:IncomeLossFromContinuingOperationsPerDilutedShare"] == ["0.81"]


PARTS = """
Net income | 69
Earnings (loss) per share:
  Before cumulative effect of accounting changes | .83 | eps
  Cumulative effect of accounting changes-
    Pension benefits | (.07) | eps
    Income taxes | (.07) | eps
  Net income | .69 | eps
"""


def test_two_parts_of_an_effect_per_share_are_not_the_whole(statement: Builder, filing: Filing, year: When) -> None:
    found = values(report(filing, statement("income", PARTS, [year(1992)])))
    assert not any("CumulativeEffectOfChangeInAccountingPrincipleNetOfTaxPer" in concept for concept in found)


LEADING = """
Income before accounting changes | 866 730 870
Accounting changes | - 223 -
Net income | 866 953 870
Per share amounts:
  Income before accounting changes | 5.10 4.02 4.11 | eps
  Accounting changes | - {} - | eps
  Net income | 5.10 5.63 4.11 | eps
  Dividends | 1.92 1.86 1.80 | eps
"""


@pytest.mark.parametrize(("change", "told"), [("1.61", True), ("1.16", False)])
def test_what_leads_from_one_income_per_share_to_the_next_is_none(
    change: str, told: bool, statement: Builder, filing: Filing, year: When
) -> None:
    found = values(report(filing, statement("income", LEADING.format(change), [year(1994), year(1993), year(1992)])))
    effect = found.get("gaap:CumulativeEffectOfChangeInAccountingPrincipleNetOfTaxPerBasicShare")
    assert (effect == ["0", "1.61", "0"]) == told
    if told:
        assert found["gaap:EarningsPerShareBasic"] == ["5.10", "5.63", "4.11"]
        assert DILUTED not in {name.removeprefix("gaap:") for name in found}


def test_shares_of_each_class_are_of_the_side_that_the_heading_names(statement: Builder, filing: Filing, year: When) -> None:
    text = """
Net income | 1,100 1,000
Basic earnings per share:
  Class A | .66 .60 | eps
  Class B | .60 .55 | eps
Weighted average shares - basic:
  Class A | 1,000 1,000 | shares
  Class B | 500 490 | shares
"""
    found = values(report(filing, statement("income", text, [year(1999), year(1998)])))
    assert sorted(found["gaap:WeightedAverageNumberOfSharesOutstandingBasic"]) == ["1000000", "1000000", "490000", "500000"]
    assert "gaap:WeightedAverageNumberOfDilutedSharesOutstanding" not in found


ASSUMED = """
Income from continuing operations | 107
Discontinued operations | 3
Net income | 110
Earnings per share - assuming {}dilution:
  Income from continuing operations | 1.07 | eps
  Discontinued operations | .03 | eps
  Net income | 1.10 | eps
"""


@pytest.mark.parametrize(("no", "side"), [("", "Diluted"), ("no ", "")])
def test_a_heading_that_assumes_dilution_is_of_diluted_amounts(no: str, side: str, statement: Builder, filing: Filing, year: When) -> None:
    """Releases that give diluted earnings alone head them so."""
    found = values(report(filing, statement("income", ASSUMED.format(no), [year(2004)])))
    assert ("gaap:IncomeLossFromContinuingOperationsPerDilutedShare" in found) == bool(side)
    assert ("gaap:EarningsPerShareDiluted" in found) == bool(side)
