"""Cover items -> facts of `dei` (conventions.md, Periods)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from converter.arithmetic import confidence
from converter.map.entity import SEC_SCHEME
from converter.map.facts.classes import Members
from converter.map.facts.names import fact_id
from converter.map.tables import rules
from converter.model import SHARES, USD, CoverItem, Entity, Evidence, Fact, Filing, Period, Reason, Statement, Unit
from converter.patterns import regex
from converter.taxonomy import Taxonomy

_WEIGHT = 2.5
_MOST_DAYS, _MOST_DAYS_OF_INTERIM = 380, 300
"""A quarterly report that prints twelve months too (utilities do) is one of the year to date all the same: forty weeks at most."""
_MONTHS_OF_QUARTER, _DAYS_OF_QUARTER = 3, 91
_DASH = regex(r"(?<=\d)(?=[KQF])")
"""EDGAR's own names of forms leave the dash out: 10KSB, 10QSB."""
_PAR_VALUE = regex(
    r"(?: ?[,(–-]{1,2} ?| )(?:(?:with(?:out| no)?|no|nominal) )?(?:\$?[\d./ ]{1,12})?(?:par|stated) value\b[^a-z]{0,16}"
    r"(?:per (?:share|unit))?\W{0,4}\Z"
)
_LONGEST_TITLE = 150
_COUNTED = ("shares_outstanding", "public_float")
_UNITS = {"shares": SHARES, "monetary": USD}
_PER_SECURITY = frozenset(
    {
        "dei:Security12bTitle",
        "dei:Security12gTitle",
        "dei:TradingSymbol",
        "dei:SecurityExchangeName",
        "dei:EntityCommonStockSharesOutstanding",
        "dei:EntityPublicFloat",
    }
)


_SAID = {"label": "the name stands above the statements", "cell": "the name stands above the statements"}


@cache
def _concepts() -> dict[str, str]:
    return {row[0]: row[1] for row in rules("cover.tsv")}


def cover_facts(
    cover: Sequence[CoverItem], statements: Sequence[Statement], filing: Filing, entity: Entity, taxonomy: Taxonomy, members: Members
) -> tuple[Fact, ...]:
    """One fact for each item that the table knows; the first place that says something stays. A CIK is told only in the SEC's scheme."""
    period = report_period(cover, statements, filing)
    if period is None:
        return ()
    many = len({item.security for item in cover if item.security}) > 1
    counted = {name for name in _COUNTED if len({item.security for item in cover if item.item == name}) > 1}
    listed: dict[str, set[str]] = {}
    for item in cover:
        if item.item == "exchange":
            listed.setdefault(item.security, set()).add(item.value)
    words = _words_of({item.security for item in cover if item.item in ("security_title", "security_12g")}, taxonomy)
    found: dict[tuple[object, ...], Fact] = {}
    for item in cover:
        name = _concepts().get(item.item, "")
        concept = taxonomy.concept(name) if name else None
        if concept is None or (name == "dei:EntityCentralIndexKey" and entity.scheme != SEC_SCHEME):
            continue
        told = item.item in counted
        dimensions = (
            members.dimension(words.get(item.security, item.security.lower()))
            if (many or told) and item.security and name in _PER_SECURITY
            else ()
        )
        if item.item == "exchange" and len(listed[item.security]) > 1:
            dimensions = (*members.exchange(item.value), *dimensions)
        when = Period(None, item.as_of or period.end) if concept.period_type == "instant" else period
        fact = _fact(item, name, when, dimensions, _UNITS.get(concept.type))
        found.setdefault((name, when, dimensions), fact)
    return tuple(found.values())


def _words_of(securities: set[str], taxonomy: Taxonomy) -> dict[str, str]:
    """How the class of each security is named: without its par value where a standard member is named so and no other is the same."""
    bare = {title: _PAR_VALUE.sub("", title.lower()).strip() for title in sorted(securities) if len(title) <= _LONGEST_TITLE}
    members = [taxonomy.dimensions.member_named(words) for words in bare.values()]
    return {
        title: words if (member := taxonomy.dimensions.member_named(words)) and members.count(member) == 1 else title.lower()
        for title, words in bare.items()
    }


def _fact(item: CoverItem, name: str, when: Period, dimensions: tuple[tuple[str, str], ...], unit: Unit | None) -> Fact:
    page = (
        f"{item.item.replace('_', ' ')} on the cover page"
        if item.place.kind == "cover"
        else _SAID.get(item.place.kind, "the header says so")
    )
    reasons = (Reason("given with the command, whatever is printed" if item.given else page, _WEIGHT),)
    return Fact(
        id=fact_id(name, when, dimensions),
        concept=name,
        period=when,
        value=item.value,
        unit=unit,
        decimals=item.decimals if unit is not None else None,
        dimensions=dimensions,
        statement="cover",
        sources=(item.place,),
        evidence=Evidence(confidence(r.weight for r in reasons), reasons),
    )


def report_period(cover: Sequence[CoverItem], statements: Sequence[Statement], filing: Filing) -> Period | None:
    """The period that cover facts hold for: year to date of a 10-Q, the year of a 10-K, the one day of an 8-K."""
    end = next((day for item in cover if item.item == "period_end" and (day := _day(item.value))), None) or filing.header.period_date
    form = next(
        (item.value for item in cover if item.item in ("document_type", "form")), filing.header.form.value if filing.header.form else ""
    )
    kind = _DASH.sub("-", form.upper(), count=1)
    durations = [c.period for s in statements for c in s.columns if c.period is not None and not c.period.is_instant]
    if end is None:
        end = max((p.end for p in durations), default=None)
    if end is None:
        said = filing.header.filed_date or max((item.as_of for item in cover if item.as_of), default=None)
        return Period(said, said, ("the day of filing, or the latest that the cover names: no period is told",)) if said else None
    begin = next((day for item in cover if item.item == "period_start" and (day := _day(item.value))), None)
    if begin is not None and timedelta() <= end - begin <= timedelta(_MOST_DAYS):
        return Period(begin, end, ("both days are printed",))
    if kind.startswith(("8-K", "6-K")):
        return Period(end, end, ("the day of an 8-K",))
    most = _MOST_DAYS_OF_INTERIM if kind.startswith("10-Q") else _MOST_DAYS
    best = max((p for p in durations if p.end == end and p.days <= most), key=lambda p: p.days, default=None)
    if best is not None:
        return best
    return Period(_start(end, kind, cover), end, ("counted back from the end",))


def _start(end: date, kind: str, cover: Sequence[CoverItem]) -> date:
    """The day after the last fiscal year end, by the month and day that the filing gives, else a year back."""
    closing = next((item.value for item in cover if item.item == "fiscal_year_end"), "")
    digits = "".join(c for c in closing if c.isdigit())
    if len(digits) == 4 and kind.startswith("10-Q"):
        for year in (end.year, end.year - 1):
            day = _safe(year, int(digits[:2]), int(digits[2:]))
            if day is not None and day < end:
                return day + timedelta(days=1)
    if not kind.startswith(("10-K", "20-F", "11-K")):
        return _start_of_quarter(end)
    return (_safe(end.year - 1, end.month, end.day) or end - timedelta(days=365)) + timedelta(days=1)


def _start_of_quarter(end: date) -> date:
    """Three months that end with a month begin with one; else thirteen weeks."""
    if (end + timedelta(days=1)).day == 1:
        months = end.year * 12 + end.month - _MONTHS_OF_QUARTER
        return date(months // 12, months % 12 + 1, 1)
    return end - timedelta(days=_DAYS_OF_QUARTER - 1)


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, 2, 28) if (month, day) == (2, 29) else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
