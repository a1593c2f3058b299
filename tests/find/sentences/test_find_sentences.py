"""Sentences of whole documents: where they are looked for, which days they mean, where their figures stand."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from converter.find.sentences import find_sentences
from converter.find.sentences.calendar import FiscalCalendar, fiscal_calendar
from converter.grammar.phrases import find_phrases
from converter.model import (
    Column,
    CoverItem,
    Document,
    Filer,
    Filing,
    Header,
    Input,
    Paragraph,
    Period,
    Place,
    Segment,
    SentenceFigure,
    Statement,
    Text,
)
from converter.read import read
from converter.resources import table

HERE = Path(__file__).parent
PLACE = Place(0, "cover", "")
NAME = (CoverItem("registrant_name", "Kettle Works, Inc.", PLACE),)


def statement(*periods: Period) -> Statement:
    return Statement("income", Text("", PLACE), 0, tuple(Column("", period) for period in periods), ())


def span(*days: int) -> Period:
    return Period(date(*days[:3]), date(*days[3:]))


QUARTERS = statement(
    span(1999, 1, 1, 1999, 3, 31), span(1998, 1, 1, 1998, 3, 31), span(1998, 7, 1, 1999, 3, 31), span(1997, 7, 1, 1998, 3, 31)
)
YEARS = statement(*(span(year, 1, 1, year, 12, 31) for year in (1998, 1997, 1996)))


def figures_of(name: str, *statements: Statement) -> tuple[SentenceFigure, ...]:
    return find_sentences(read((HERE / name).read_bytes(), name), statements, NAME)


def line_of(figure: SentenceFigure) -> str:
    value = figure.number.value.scaleb(figure.scale)
    words = " ".join(figure.qualifiers)
    return f"{figure.measure} | {value:f} | {figure.decimals} | {figure.unit.oim()} | {figure.period.oim()} | {words} | {figure.place.line}"


@pytest.mark.parametrize(("name", "statements"), [("release.txt", QUARTERS), ("report.txt", YEARS)])
def test_golden(name: str, statements: Statement, golden: Callable[[Path, str], None]) -> None:
    golden(HERE / f"{name}.golden", "".join(line_of(figure) + "\n" for figure in figures_of(name, statements)))


@pytest.mark.parametrize("name", ["release.txt", "report.txt"])
def test_places_show_the_figures(name: str) -> None:
    lines = (HERE / name).read_text("utf-8").split("\n")
    for figure in figures_of(name, QUARTERS, YEARS):
        assert figure.place.line is not None
        assert lines[figure.place.line - 1][figure.place.start : figure.place.end] == figure.place.text
        assert figure.place.kind == "sentence"


def test_several_registrants_give_nothing() -> None:
    filing = read((HERE / "release.txt").read_bytes(), "release.txt")
    two = Filing(Input("x", 1, "", ""), Header(filers=(Filer(), Filer())), filing.documents)
    assert find_sentences(two, (QUARTERS,), NAME) == ()


def test_without_statements_only_full_dates_are_known() -> None:
    found = figures_of("release.txt")
    assert {figure.measure for figure in found} >= {"sales", "equity"}
    assert all(figure.period.end.year in (1998, 1999) for figure in found)


def resolve(calendar: FiscalCalendar, text: str, base: Period | None = None, compared: bool = False) -> Period | None:
    (phrase,) = find_phrases(text)
    return calendar.resolve(phrase, 0, base, compared)


WEEKS = FiscalCalendar(
    (span(2004, 4, 4, 2004, 7, 3), span(2003, 3, 30, 2003, 6, 28)), (Period(None, date(2004, 7, 3)),), date(2004, 7, 3), 12
)


@pytest.mark.parametrize(
    ("text", "compared", "wanted"),
    [
        ("in the quarter", False, span(2004, 4, 4, 2004, 7, 3)),
        ("the second quarter of 2003", True, span(2003, 3, 30, 2003, 6, 28)),
        ("a year ago", True, span(2003, 3, 30, 2003, 6, 28)),
        ("for the same period", True, span(2003, 3, 30, 2003, 6, 28)),
        ("for the same period", False, span(2004, 4, 4, 2004, 7, 3)),
        ("in the preceding quarter", True, span(2004, 1, 4, 2004, 4, 3)),
        ("in the first quarter", True, span(2004, 1, 4, 2004, 4, 3)),
        ("in the 2003 quarter", True, span(2003, 3, 30, 2003, 6, 28)),
        ("for the thirteen weeks ended June 28, 2003", False, span(2003, 3, 30, 2003, 6, 28)),
        ("in the prior year", True, span(2003, 3, 30, 2003, 6, 28)),
        ("at the end of the quarter", False, Period(None, date(2004, 7, 3))),
        ("for the three and six months ended July 3, 2004", False, span(2004, 4, 4, 2004, 7, 3)),
        ("in 2003", False, None),
        ("for the year", False, None),
    ],
)
def test_days_of_a_52_week_filer(text: str, compared: bool, wanted: Period | None) -> None:
    assert resolve(WEEKS, text, WEEKS.durations[0], compared) == wanted


def test_years_by_number() -> None:
    calendar = fiscal_calendar(Filing(Input("x", 1, "", ""), Header(), ()), (YEARS,))
    assert calendar.year_end == 12
    assert resolve(calendar, "in 1997") == span(1997, 1, 1, 1997, 12, 31)
    assert resolve(calendar, "in 1995") == span(1995, 1, 1, 1995, 12, 31)
    assert resolve(calendar, "in 1985") is None
    assert resolve(calendar, "in the fourth quarter") == span(1998, 10, 1, 1998, 12, 31)
    assert resolve(calendar, "in the third quarter of 1998") == span(1998, 7, 1, 1998, 9, 30)
    assert resolve(calendar, "in the year") == span(1998, 1, 1, 1998, 12, 31)


def test_a_january_year_has_two_names() -> None:
    calendar = fiscal_calendar(Filing(Input("x", 1, "", ""), Header(), ()), (statement(span(1996, 2, 4, 1997, 2, 1)),))
    assert resolve(calendar, "in fiscal 1996") is None


def test_the_header_tells_the_calendar_where_statements_do_not() -> None:
    def text(value: str) -> Text:
        return Text(value, PLACE)

    header = Header(form=text("10-Q"), period=text("19990331"), filers=(Filer(fiscal_year_end=text("0630")),))
    calendar = fiscal_calendar(Filing(Input("x", 1, "", ""), header, ()), ())
    assert (calendar.end, calendar.year_end) == (date(1999, 3, 31), 6)
    assert resolve(calendar, "in the third quarter") == span(1999, 1, 1, 1999, 3, 31)
    assert resolve(calendar, "in the second quarter") == span(1998, 10, 1, 1998, 12, 31)
    early = Header(filers=(Filer(fiscal_year_end=text("0103")),))
    assert fiscal_calendar(Filing(Input("x", 1, "", ""), early, ()), ()).year_end == 12
    year_to_date = fiscal_calendar(Filing(Input("x", 1, "", ""), Header(), ()), (QUARTERS,))
    assert year_to_date.year_end == 6, "the month before nine months begin"


def test_measures_have_a_row_in_the_map() -> None:
    """Every measure that a sentence may name is known to `map`, be it as one without a concept."""
    with table("find", "sentences/measures.csv").open(encoding="utf-8", newline="") as lines:
        named = {row["measure"] for row in csv.DictReader(lines)}
    known = {line.split("\t")[0] for line in table("map", "tables/measures.tsv").read_text("utf-8").splitlines()}
    assert named <= known


@pytest.mark.corpus
def test_prose_of_the_corpus(shared: Path) -> None:
    """Figures in sentences that a person read in real releases, with the periods of the truth's own statements."""
    import json

    total = right = 0
    for path in sorted((shared / "corpus/gold/truth").glob("*.json")):
        truth = json.loads(path.read_text("utf-8"))
        if not truth.get("prose"):
            continue
        (source,) = [*(shared / "corpus/gold/text").glob(f"{path.stem}.txt"), *(shared / "corpus/gold/html").glob(f"{path.stem}.htm")]
        periods = {_period(fact) for fact in truth["facts"]}
        found = find_sentences(read(source.read_bytes(), source.name), (statement(*periods),))
        total += len(truth["prose"])
        right += sum(any(_matches(figure, fact) for figure in found) for fact in truth["prose"])
    assert right / total >= 0.95, f"{right} of {total}"


def _period(fact: dict[str, str]) -> Period:
    end = date.fromisoformat(fact.get("instant") or fact["end"])
    return Period(None if "instant" in fact else date.fromisoformat(fact["start"]), end)


def _matches(figure: SentenceFigure, fact: dict[str, str]) -> bool:
    wanted = _period(fact)
    near = wanted.start is None or (figure.period.start is not None and abs((figure.period.start - wanted.start).days) <= 10)
    value = abs(figure.number.value.scaleb(figure.scale))
    return figure.period.end == wanted.end and near and value == abs(Decimal(fact["value"]))


def test_without_statements_the_announcement_tells_the_quarter() -> None:
    found = [line_of(figure) for figure in figures_of("release.txt")]
    assert any(line.startswith("research and development | 1200000 ") and "1999-01-01" in line for line in found)


@pytest.mark.parametrize("noise", ["$", "a", "net income of $1 ", "net income " + "x" * 500, "(", "1,", "$1 million and "])
def test_hostile_paragraphs_take_no_time(noise: str) -> None:
    text = "Net income was $5.0 million in 1998 and " + noise * (200_000 // len(noise))
    for length in (1_900, 19_000, 200_000):
        document = Document(0, "EX-99", "text", [Paragraph(text[:length], [Segment(0, text[:length], 1, 0)])])
        find_sentences(Filing(Input("x", 1, "", ""), Header(), (document,)), (YEARS,), NAME)


FIRST_QUARTERS = statement(span(2004, 1, 1, 2004, 3, 31), span(2003, 1, 1, 2003, 3, 31))


def _of_release(*paragraphs: str) -> list[tuple[str, str, bool]]:
    filing = read("\n\n".join(paragraphs).encode(), "a.txt")
    return [(f"{f.number.value}", f"{f.period.start}", "doubtful" in f.qualifiers) for f in find_sentences(filing, (FIRST_QUARTERS,), NAME)]


def test_a_numbered_quarter_with_its_last_day_tells_the_fiscal_year() -> None:
    told = _of_release(
        "Kettle Works, Inc. today reported net income of $12.4 million, for the first quarter ended March 31, 2004, compared with net\n"
        "income of $9.8 million in the first quarter of 2003."
    )
    assert told == [("12.4", "2004-01-01", False), ("9.8", "2003-01-01", False)]


def test_sentences_without_a_period_may_speak_of_the_release_s_own() -> None:
    told = _of_release(
        "Kettle Works, Inc. today announced results for the quarter ended March 31, 2004, with net sales of $70.1 million.",
        "The Company posted a net loss of $3.2 million, versus a net loss of $5.6 million a year ago, for reasons that are told below at\n"
        "some length and with care.",
    )
    assert [each for each in told if each[0] in ("3.2", "5.6")] == [("3.2", "2004-01-01", True), ("5.6", "2003-01-01", True)]


def test_a_release_may_announce_its_period_without_a_figure() -> None:
    told = _of_release(
        "Kettle Works, Inc. today announced results for the quarter ended March 31, 2004, which its directors had seen before.",
        "The Company posted a net loss of $3.2 million, versus a net loss of $5.6 million a year ago, for reasons that are told below at\n"
        "some length and with care.",
    )
    assert told == [("3.2", "2004-01-01", True), ("5.6", "2003-01-01", True)]


NINE_MONTHS = statement(
    span(1997, 7, 1, 1997, 9, 30), span(1996, 7, 1, 1996, 9, 30), span(1997, 1, 1, 1997, 9, 30), span(1996, 1, 1, 1996, 9, 30)
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Net sales for the three and nine months ended September 30, 1997 were $33.1 million and $95.4 million, respectively, compared to\n"
        "$30.2 million and $88.8 million for the same periods in 1996.",
        "For the three-month and nine-month periods ended September 30, 1997, net sales were $33.1 million and $95.4 million,\n"
        "respectively, as compared to $30.2 million and $88.8 million in the corresponding periods of the prior year.",
    ],
)
def test_figures_of_two_lengths(sentence: str) -> None:
    told = find_sentences(read(sentence.encode(), "a.txt"), (NINE_MONTHS,), NAME)
    assert [(f"{figure.number.value}", f"{figure.period.start}", f"{figure.period.end}") for figure in told] == [
        ("33.1", "1997-07-01", "1997-09-30"),
        ("95.4", "1997-01-01", "1997-09-30"),
        ("30.2", "1996-07-01", "1996-09-30"),
        ("88.8", "1996-01-01", "1996-09-30"),
    ]


def test_one_figure_of_two_lengths_is_of_neither() -> None:
    text = "Net sales for the three and nine months ended September 30, 1997 were $33.1 million, which is more than the year before had."
    assert not find_sentences(read(text.encode(), "a.txt"), (NINE_MONTHS,), NAME)


def test_quarters_of_twelve_weeks_have_no_number_by_their_month() -> None:
    """The second quarter of a year that begins in January may end in July where the third and fourth are longer."""
    calendar = FiscalCalendar((span(2003, 4, 21, 2003, 7, 13), span(2002, 12, 30, 2003, 7, 13)), (), date(2003, 7, 13), 12)
    assert resolve(calendar, "for the second quarter") == span(2003, 4, 21, 2003, 7, 13)
