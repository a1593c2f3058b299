"""Two blocks of earnings per share: which of them is before the item that the statement prints between two profits."""

from __future__ import annotations

from collections.abc import Callable

from converter.map.candidates.options import Option
from converter.map.choice.before_and_after import with_before_apart
from converter.map.choice.joint import Chosen
from converter.map.rows.lines import lines_of
from converter.model import Period, Statement

Builder = Callable[..., Statement]
When = Callable[[int], Period]

BASIC, DILUTED = "EarningsPerShareBasic", "EarningsPerShareDiluted"
BEFORE, BEFORE_DILUTED = "IncomeLossFromContinuingOperationsPerBasicShare", "IncomeLossFromContinuingOperationsPerDilutedShare"
ITEM, PROFIT = "IncomeLossFromDiscontinuedOperationsNetOfTax", "NetIncomeLoss"
SHARES, DILUTED_SHARES = "WeightedAverageNumberOfSharesOutstandingBasic", "WeightedAverageNumberOfDilutedSharesOutstanding"

TWO_BLOCKS = """
Discontinued operations | 842 (842)
Net income | 9,262 6,313
Per share amounts:
  Basic | 2.07 1.76 | eps
  Diluted | 1.98 1.68 | eps
Net income per share:
  Basic | 2.28 1.55 | eps
  Diluted | 2.18 1.48 | eps
Average shares:
  Basic | 4,010 3,998 | shares
  Diluted | 4,210 4,208 | shares
"""
HELD = [ITEM, PROFIT, BASIC, DILUTED, BASIC, DILUTED, SHARES, DILUTED_SHARES]


def told(statement: Statement, concepts: list[str]) -> list[str]:
    found = with_before_apart(lines_of(statement), [Chosen(Option(concept, 0.0, 0.3), 0.6, ()) for concept in concepts])
    return [each.option.concept for each in found]


def test_the_block_that_lacks_the_item_is_before_it(statement: Builder, year: When) -> None:
    found = told(statement("income", TWO_BLOCKS, [year(2008), year(2007)]), HELD)
    assert found == [ITEM, PROFIT, BEFORE, BEFORE_DILUTED, BASIC, DILUTED, SHARES, DILUTED_SHARES]


def test_the_whole_may_stand_first(statement: Builder, year: When) -> None:
    lines = TWO_BLOCKS.splitlines()
    turned = "\n".join([*lines[:4], *[f"  {x.strip()}" for x in lines[7:9]], lines[6], *lines[4:6], *lines[9:]])
    found = told(statement("income", turned, [year(2008), year(2007)]), HELD)
    assert found[2:6] == [BASIC, DILUTED, BEFORE, BEFORE_DILUTED]


def test_what_the_item_does_not_explain_stays(statement: Builder, year: When) -> None:
    assert told(statement("income", TWO_BLOCKS.replace("2.07 1.76", "2.07 1.70"), [year(2008), year(2007)]), HELD)[2] == BASIC
    assert told(statement("income", TWO_BLOCKS.replace("842 (842)", "2 (3)"), [year(2008), year(2007)]), HELD) == HELD


def test_the_same_amounts_twice_stay(statement: Builder, year: When) -> None:
    same = TWO_BLOCKS.replace("2.07 1.76", "2.28 1.55").replace("1.98 1.68", "2.18 1.48")
    assert told(statement("income", same, [year(2008), year(2007)]), HELD) == HELD


def test_a_dividend_is_no_block(statement: Builder, year: When) -> None:
    held = [*HELD[:2], "CommonStockDividendsPerShareDeclared", *HELD[3:]]
    assert told(statement("income", TWO_BLOCKS, [year(2008), year(2007)]), held)[2] == "CommonStockDividendsPerShareDeclared"
