"""Schedules -> drafts of ex27 concepts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from converter.map.schedules import schedule_drafts
from converter.model import PURE, USD, Number, Period, Place, Schedule, ScheduleItem, Unit, per_share
from converter.taxonomy import load_taxonomy

END = Period(None, date(1996, 9, 30))
SPAN = Period(date(1996, 1, 1), date(1996, 9, 30))


def item(tag: str, value: str, period: Period, unit: Unit = USD, scale: int = 3) -> ScheduleItem:
    number = Decimal(value)
    place = Place(0, "schedule", value, 4, 20, 20 + len(value))
    return ScheduleItem(tag, Number(value, number, max(0, -int(number.as_tuple().exponent))), scale, unit, period, place)


def test_values_noughts_and_strangers() -> None:
    items = (
        item("TOTAL-ASSETS", "39884", END),
        item("NET-INCOME", "-1336", SPAN),
        item("EPS-PRIMARY", "-0.43", SPAN, per_share(USD), 0),
        item("SECURITIES", "0", END),
        item("NO-SUCH-TAG", "12", END),
        item("TOTAL-ASSETS", "39884", SPAN),
    )
    found = schedule_drafts([Schedule(0, "5", items)], load_taxonomy())
    assert [(draft.concept, draft.value, draft.decimals) for draft in found.drafts] == [
        ("ex27:TOTAL-ASSETS", Decimal(39_884_000), -3),
        ("ex27:NET-INCOME", Decimal(-1_336_000), -3),
        ("ex27:EPS-PRIMARY", Decimal("-0.43"), 2),
    ]
    assert all(draft.statement == "schedule" for draft in found.drafts)
    assert [(left.label, left.code) for left in found.ignored] == [("<SECURITIES>", "schedule-nought")]
    assert [left.label for left in found.unmapped] == ["<NO-SUCH-TAG>", "<TOTAL-ASSETS>"], "an amount of assets has no duration"


def test_a_ratio_is_pure() -> None:
    found = schedule_drafts([Schedule(0, "9", (item("YIELD-ACTUAL", "4.12", SPAN, PURE, -2),))], load_taxonomy())
    assert [(draft.value, draft.decimals) for draft in found.drafts] == [(Decimal("0.0412"), 4)]
