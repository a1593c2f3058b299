"""Schedules: tags, columns, multipliers, periods, and what the statements mend."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from converter.find.schedules import find_schedules
from converter.find.schedules.lines import is_schedule
from converter.find.schedules.periods import duration, first_day, months_of, schedule_date
from converter.model import (
    USD,
    Column,
    Document,
    Figure,
    Filer,
    Filing,
    Header,
    Input,
    Number,
    Paragraph,
    Period,
    Place,
    Schedule,
    Segment,
    Statement,
    StatementRow,
    Text,
)
from converter.read import read
from converter.read.source import Source
from converter.read.text import text_blocks

HERE = Path(__file__).parent


def filing_of(text: str, kind: str = "EX-27", header: Header | None = None) -> Filing:
    document = Document(0, kind, "text", text_blocks(Source(0, text)))
    return Filing(Input("x.txt", len(text), "", "utf-8"), header or Header(), (document,))


def schedule_of(name: str) -> tuple[Schedule, ...]:
    return find_schedules(filing_of((HERE / name).read_text("utf-8")))


def values(schedule: Schedule) -> dict[str, Decimal]:
    return {item.tag: item.number.value.scaleb(item.scale) for item in schedule.items}


def test_one_column() -> None:
    (schedule,) = schedule_of("manufacturer.txt")
    assert schedule.article == "5"
    assert values(schedule)["TOTAL-ASSETS"] == 39_884_000
    assert values(schedule)["NET-INCOME"] == -1_336_000
    assert values(schedule)["COMMON"] == 12_000, "a tab between tag and value"
    by_tag = {item.tag: item for item in schedule.items}
    assert by_tag["CASH"].period == Period(None, date(1996, 9, 30))
    assert by_tag["NET-INCOME"].period == Period(date(1996, 1, 1), date(1996, 9, 30))
    assert by_tag["EPS-PRIMARY"].number.value == Decimal("-.43")
    assert by_tag["EPS-PRIMARY"].scale == 0
    assert by_tag["EPS-PRIMARY"].unit.oim() == "iso4217:USD/xbrli:shares"


def test_places_show_the_values() -> None:
    lines = (HERE / "manufacturer.txt").read_text("utf-8").split("\n")
    (schedule,) = schedule_of("manufacturer.txt")
    for item in schedule.items:
        assert item.place.line is not None
        assert lines[item.place.line - 1][item.place.start : item.place.end] == item.place.text


def test_two_columns_are_two_schedules() -> None:
    year, half = schedule_of("two_columns.txt")
    assert (values(year)["DEPOSITS"], values(half)["DEPOSITS"]) == (640_201_000, 661_754_000)
    by_tag = {item.tag: item for item in half.items}
    assert by_tag["NET-INCOME"].period == Period(date(1997, 7, 1), date(1997, 12, 31))
    assert by_tag["ALLOWANCE-OPEN"].period == Period(None, date(1997, 6, 30)), "a balance at the start"
    assert by_tag["YIELD-ACTUAL"].scale == -2
    assert by_tag["TOTAL-ASSETS"].unit.oim() == "iso4217:CAD"


def test_two_schedules_in_one_document() -> None:
    text = (HERE / "manufacturer.txt").read_text("utf-8")
    found = find_schedules(filing_of(text + text.replace("1996", "1997")))
    assert [schedule.items[0].period.end.year for schedule in found] == [1996, 1997]


def test_a_head_tag_that_comes_again_begins_a_new_schedule() -> None:
    text = "<PERIOD-TYPE> 3-MOS\n<PERIOD-END> MAR-31-1997\n<CASH> 1,001\n<SALES> 2,002\n"
    first, second = find_schedules(filing_of(text + text.replace("1997", "1996").replace("1,001", "901")))
    assert values(first)["CASH"] == 1001
    assert values(second)["CASH"] == 901


@pytest.mark.parametrize(
    ("line", "scale"),
    [
        ("<MULTIPLIER> 1", 0),
        ("<MULTIPLIER> 1,000,000", 6),
        ("<MULTIPLIER> 1000000", 6),
        ("<MULTIPLIER> THOUSANDS", 3),
        ("", 0),
        ("<MULTIPLIER> 7", 0),
    ],
)
def test_multipliers(line: str, scale: int) -> None:
    text = f"<ARTICLE> 5\n{line}\n<PERIOD-TYPE> YEAR\n<PERIOD-END> DEC-31-1999\n<CASH>     5,120\n<SALES>   9,210\n"
    (schedule,) = find_schedules(filing_of(text))
    assert {item.scale for item in schedule.items} == {scale}


@pytest.mark.parametrize(
    ("words", "unit"),
    [("U.S. DOLLARS", "USD"), ("US DOLLARS", "USD"), ("DEM", "DEM"), ("French Francs", "FRF"), ("?", "USD")],
)
def test_currencies(words: str, unit: str) -> None:
    text = f"<ARTICLE> 5\n<CURRENCY> {words}\n<PERIOD-TYPE> YEAR\n<PERIOD-END> DEC-31-1999\n<CASH>     5,120\n<SALES>   9,210\n"
    (schedule,) = find_schedules(filing_of(text))
    assert schedule.items[0].unit.oim() == f"iso4217:{unit}"


def test_dates() -> None:
    for text in ("DEC-31-1995", "Dec-31-1995", "DEC-31-95", "12/31/1995", "DEC-31-1995<F1>", "DECEMBER 31, 1995"):
        assert schedule_date(text) == date(1995, 12, 31), text
    assert schedule_date("N/A") is None


def test_period_types() -> None:
    assert [months_of(text) for text in ("YEAR", "12-MOS", "9-MOS", "3 MONTHS", "OTHER", "", "99-MOS")] == [12, 12, 9, 3, None, None, None]
    assert duration(date(1996, 9, 30), None, None) is None
    assert duration(date(1996, 9, 30), 9, date(1997, 1, 1)) == Period(date(1996, 1, 1), date(1996, 9, 30)), "a start behind the end is none"
    assert first_day(date(1994, 12, 30), 3) == date(1994, 10, 1), "13 weeks"
    assert first_day(date(1996, 2, 29), 2) == date(1996, 1, 1)


def test_without_an_end_the_headers_period_counts_else_nothing() -> None:
    text = "<ARTICLE> 5\n<PERIOD-TYPE> OTHER\n<CASH>     5,120\n<SALES>   9,210\n"
    header = Header(period=Text("19970331", Place(0, "header", "19970331")))
    (schedule,) = find_schedules(filing_of(text, header=header))
    assert [item.tag for item in schedule.items] == ["CASH"], "a duration of unknown length is left out"
    assert find_schedules(filing_of(text)) == ()


def test_what_is_a_schedule() -> None:
    text = (HERE / "manufacturer.txt").read_text("utf-8")
    assert is_schedule(filing_of(text, "").documents[0]), "a bare file"
    assert is_schedule(filing_of("A text of two lines that goes on for quite a while and then ends here.\n\n" + text, "10-K").documents[0])
    assert not is_schedule(filing_of(text, "EX-10").documents[0])
    prose = Document(0, "10-K", "text", [Paragraph("Nothing <b>here</b>.", [Segment(0, "Nothing <b>here</b>.", 1, 0)])])
    assert not is_schedule(prose)


def test_registrant_by_cik() -> None:
    def filer(cik: str) -> Filer:
        return Filer(cik=Text(cik, Place(0, "header", cik)))

    header = Header(filers=(filer("0000000111"), filer("0000000222")))
    text = "<ARTICLE> UT\n<CIK> 0000000{}\n<NAME> LAMPS\n<PERIOD-TYPE> YEAR\n<PERIOD-END> DEC-31-1999\n<TOTAL-ASSETS> 5,120\n"
    (schedule,) = find_schedules(filing_of(text.format(222), header=header))
    assert schedule.registrant == 1
    assert find_schedules(filing_of(text.format(333), header=header)) == (), "a stranger's numbers are nobody's here"


def statement(period: Period, scale: int, *printed: int) -> Statement:
    place = Place(0, "cell", "")
    rows = tuple(StatementRow("row", (Figure(Number(str(value), Decimal(value)), place, 0, period, USD, scale),)) for value in printed)
    return Statement("income", Text("", place), 0, (Column("", period),), rows)


def test_statements_mend_multiplier_period_type_and_end() -> None:
    text = (HERE / "manufacturer.txt").read_text("utf-8").replace("<MULTIPLIER> 1,000\n", "").replace("9-MOS", "6-MOS")
    text = text.replace("<PERIOD-START>                             JAN-01-1996\n", "").replace("SEP-30-1996", "SEP-28-1996")
    span = Period(date(1996, 1, 1), date(1996, 9, 30))
    shown = (statement(span, 3, 51_702, 1_336), statement(Period(None, date(1996, 9, 30)), 3, 39_884, 4_217))
    (schedule,) = find_schedules(filing_of(text), shown)
    by_tag = {item.tag: item for item in schedule.items}
    assert by_tag["NET-INCOME"].scale == 3
    assert by_tag["NET-INCOME"].period == span
    assert by_tag["TOTAL-ASSETS"].period.end == date(1996, 9, 30)
    assert by_tag["EPS-DILUTED"].scale == 0


def test_statements_that_share_nothing_mend_nothing() -> None:
    plain = schedule_of("manufacturer.txt")
    text = (HERE / "manufacturer.txt").read_text("utf-8")
    shown = (statement(Period(date(1996, 1, 1), date(1996, 9, 30)), 3, 999_999, 888_888),)
    assert find_schedules(filing_of(text), shown) == plain


@pytest.mark.corpus
def test_schedules_of_the_corpus(shared: Path) -> None:
    """Every value that the truth knows, at its period's end (one filer's end is a day off; only its statements can tell)."""
    import json

    total = right = 0
    for path in sorted((shared / "corpus/ex27/schedules").glob("*.txt")):
        truth = json.loads((shared / f"corpus/ex27/truth/{path.stem}.json").read_text("utf-8"))
        filing = read(path.read_bytes(), path.name)
        items = [item for schedule in find_schedules(filing) for item in schedule.items]
        found = {(item.tag, abs(item.number.value), item.period.end) for item in items}
        numbers = {(item.tag, abs(item.number.value.scaleb(item.scale)), item.period.end) for item in items}
        for fact in truth["facts"]:
            end = date.fromisoformat(fact.get("instant") or fact["end"])
            wanted = {(fact["tag"], abs(Decimal(fact[key])), end) for key in ("value", "value_as_filed") if key in fact}
            total += 1
            right += bool(wanted & (found | numbers))
    assert right / total > 0.97, f"{right} of {total}"


def test_golden_items(golden: Callable[[Path, str], None]) -> None:
    lines = [
        f"{item.tag} {item.number.value.scaleb(item.scale):f} {item.unit.oim()} {item.period.oim()} {item.place.line}:{item.place.start}"
        for schedule in schedule_of("two_columns.txt")
        for item in schedule.items
    ]
    golden(HERE / "two_columns.golden.txt", "\n".join(lines) + "\n")
