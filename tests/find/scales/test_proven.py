"""A scale that no words state, and other numbers of the filing prove."""

from __future__ import annotations

import pytest
from silent import COVER, ITEM, NOTES, PAGE, PROSE, STATEMENTS, powers, stated

SHARES = "\nThe number of shares outstanding of the registrant's common stock was {}.\n"
SCHEDULE = """
<DOCUMENT>
<TYPE>EX-27
<TEXT>
<ARTICLE> 5
<MULTIPLIER> 1
<PERIOD-TYPE> YEAR
<FISCAL-YEAR-END> DEC-31-1998
<PERIOD-END> DEC-31-1998
<CASH> 1,200,{0}
<TOTAL-ASSETS> 5,000,{0}
<SALES> 9,000,{0}
<NET-INCOME> 1,000,{0}
"""
SENTENCES = """
Net sales were $9.00 million in the fiscal year ended December 31, 1998. Cost of sales was $5.00 million in the fiscal year ended
December 31, 1998. Net sales were $8.00 million in the fiscal year ended December 31, 1997.
"""


def test_income_divided_by_earnings_per_share_is_the_covers_count() -> None:
    found = stated(f"{COVER}{SHARES.format('2,060,200')}{ITEM}{PAGE}{STATEMENTS}")
    assert powers(found) == {3}
    assert [each.code for each in found.findings] == ["find.scale-proven"]
    assert "10^3: income divided by earnings per share is the cover's count of shares, in 2 columns" in found.findings[0].message


@pytest.mark.parametrize("count", ["2,006", "206,200", "41,300,000"])
def test_a_count_that_fits_no_scale_proves_none(count: str) -> None:
    assert powers(stated(f"{COVER}{SHARES.format(count)}{ITEM}{PAGE}{STATEMENTS}")) == {0}


def test_a_schedule_with_the_totals_in_full() -> None:
    filing = f"<DOCUMENT>\n<TYPE>10-K\n<TEXT>\n{COVER}{ITEM}{PAGE}{STATEMENTS}"
    assert powers(stated(filing + SCHEDULE.format("314"))) == {3}


def test_a_schedules_multiplier_alone_is_no_proof() -> None:
    filing = f"<DOCUMENT>\n<TYPE>10-K\n<TEXT>\n{COVER}{ITEM}{PAGE}{STATEMENTS}"
    schedule = SCHEDULE.replace(",{0}", "").replace("<MULTIPLIER> 1", "<MULTIPLIER> 1,000")
    assert powers(stated(filing + schedule)) == {0}


def test_amounts_told_in_words() -> None:
    assert powers(stated(f"{COVER}{PROSE}{SENTENCES}{ITEM}{PAGE}{STATEMENTS}")) == {3}
    few = SENTENCES[: SENTENCES.index("Cost")]
    assert powers(stated(f"{COVER}{PROSE}{few}\n{ITEM}{PAGE}{STATEMENTS}")) == {0}


def test_words_that_the_numbers_bear_out() -> None:
    note = NOTES.format("All amounts in the financial statements are in millions. ")
    said = f"{ITEM}\nAll amounts in the financial statements are in thousands.\n{PAGE}{STATEMENTS}{note}"
    assert powers(stated(f"{COVER}{SHARES.format('2,060,200')}{said}")) == {3}


def test_words_that_the_numbers_contradict_count_for_nothing() -> None:
    said = f"{ITEM}\nAll amounts in the financial statements are in millions.\n{PROSE}{PAGE}{STATEMENTS}"
    found = stated(f"{COVER}{SHARES.format('2,060,200')}{said}")
    assert powers(found) == set()
    assert [each.code for each in found.findings] == ["find.scale-contradicted"]
    assert "10^3 by its other numbers" in found.findings[0].message
