"""What a filing states: statements, cover items, figures in sentences, schedules. No concepts here, no XBRL."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from converter.model.filing import Text
from converter.model.finding import Finding
from converter.model.number import Number
from converter.model.period import Period
from converter.model.place import Place
from converter.model.unit import Unit

StatementKind = Literal["balance_sheet", "income", "comprehensive", "cashflow", "equity"]


class Column(Struct, frozen=True):
    """A column of figures. ``period`` is None where nothing tells it; ``reason`` says why a column is left out or how its period is known.

    A column of a balance sheet has an instant, all others a duration; opening and closing balances in a cash flow take the
    instants at its ends (`StatementRow.instant`)."""

    head: str
    period: Period | None
    ignored: bool = False
    """A percent, change, note or pro forma column: no fact of the registrant's statements."""
    reason: str = ""
    places: tuple[Place, ...] = ()
    currency: str = "USD"
    """ISO 4217 code of its money: two columns may tell of one period in two currencies."""


class Figure(Struct, frozen=True):
    """A number of a row, with what is needed to make a fact of it.

    ``period``, ``unit`` and ``scale`` (power of ten) are resolved for this very figure; None where not known, and then
    ``reason`` says why. ``ignored`` where it is no fact of the registrant (percent column, ghost row): ``reason`` says so.
    ``column`` is the index into `Statement.columns`. ``between`` holds for numbers inside labels: the words before and after."""

    number: Number
    place: Place
    column: int
    period: Period | None
    unit: Unit | None
    scale: int | None
    ignored: bool = False
    reason: str = ""
    before: str = ""
    after: str = ""


class StatementRow(Struct, frozen=True):
    """A line of a statement: label in full (wrapped lines joined, leaders gone), its figures from left to right.

    A heading is a row without figures. ``depth`` is the rank of its indent (0 outermost). ``heads`` are the labels of the
    headings that it stands under, outermost first. ``in_label`` are the numbers inside its label, and those of
    its line that stand in no column (unresolved or ignored, with the reason). ``instant`` says that its
    figures are balances at the start or end of the column's duration (cash in a cash flow). ``ruled`` where a rule is drawn
    above its figures."""

    label: str
    figures: tuple[Figure, ...]
    depth: int = 0
    heads: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    in_label: tuple[Figure, ...] = ()
    instant: Literal["", "start", "end"] = ""
    ruled: bool = False


class Statement(Struct, frozen=True):
    """A primary statement of the registrant. ``registrant`` is the index into the filing's filers (0 where there is one)."""

    kind: StatementKind
    title: Text
    document: int
    columns: tuple[Column, ...]
    rows: tuple[StatementRow, ...]
    registrant: int = 0
    scale_reason: str = ""
    """What the scale was read from: ``caption "(in thousands)"``."""
    borrowed: int | None = None
    """The power of ten taken from another statement of the filing; None where its own words state one, or nothing does."""


class CoverItem(Struct, frozen=True):
    """A statement of the cover page or header. ``item`` is a name of `find.cover`'s own (``registrant_name``, ``period_end`` ...);
    `map` knows the dei concept. ``value`` is normalised (dates ISO, numbers plain), ``place`` shows it as printed.
    ``as_of`` is the day that it holds for where the page prints one (shares outstanding, public float); ``group`` joins the
    items of one class of securities; ``registrant`` as in `Statement`."""

    item: str
    value: str
    place: Place
    as_of: date | None = None
    group: int = 0
    security: str = ""
    """The class of stock's title where several are listed (``Class A common stock``)."""
    registrant: int = 0
    decimals: int = 0
    given: bool = False
    """Whether a person gave the value, whatever is printed at the place."""
    """What the printed digits of an amount or a count allow: "$212.5 million" -5."""


class SentenceFigure(Struct, frozen=True):
    """A figure of running text with its measure and period. ``measure`` is the words that name it ("net loss"); ``negative`` where
    the words say a loss or decrease of it; ``decimals`` is what the rounding allows ("$4.6 million": -5)."""

    measure: str
    number: Number
    scale: int
    unit: Unit
    period: Period
    place: Place
    negative: bool = False
    decimals: int = 0
    qualifiers: tuple[str, ...] = ()
    """"basic", "diluted", "as of", ..."""
    registrant: int = 0
    rows: tuple[str, ...] = ()
    """Labels of rows that print the number for the period and whose words the sentence says: it is theirs, whatever it is called."""


class ScheduleItem(Struct, frozen=True):
    """A tag of an EX-27 schedule. Its value in full units is ``number`` times ten to the power of ``scale``: the schedule's multiplier,
    where it is known to apply."""

    tag: str
    number: Number
    scale: int
    unit: Unit
    period: Period
    place: Place


class Schedule(Struct, frozen=True):
    """One EX-27 financial data schedule."""

    document: int
    article: str
    items: tuple[ScheduleItem, ...]
    registrant: int = 0


class Stated(Struct, frozen=True):
    """All that a filing states."""

    statements: tuple[Statement, ...] = ()
    cover: tuple[CoverItem, ...] = ()
    sentences: tuple[SentenceFigure, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    findings: tuple[Finding, ...] = ()
