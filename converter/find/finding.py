"""The finders in their order: cover, statements, schedules, sentences."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from converter.find.context import filing_context
from converter.find.cover import find_cover
from converter.find.missing import missing
from converter.find.scales.borrowed import settle_borrowed
from converter.find.scales.settle import settle_scale, without_scale
from converter.find.schedules import find_schedules, unread_lines
from converter.find.sentences import find_sentences
from converter.find.statements import find_statements
from converter.find.statements.part_columns import ANOTHER_BASIS
from converter.find.statements.periods.known import Known
from converter.model import USD, CoverItem, Filing, Finding, SentenceFigure, Stated, Statement

_NO_STATEMENTS = Finding(
    "find.no-statements",
    "warning",
    "No statement of the registrant was found: no balance sheet, income statement or cash flow.",
    "'filing2xbrl inspect' shows what was read; --encoding mends garbled text. If the filing holds a statement, please report it.",
)
_NEAR, _FAR_BEFORE = 8, 100
"""Days. A header names the month's last day, or the Saturday beside it; a balance sheet of the year before may be all that there is."""
_PERIOD_HINT = "--period-end gives the period's last day, --fiscal-year-end the year's."


class FindOptions(Struct, frozen=True):
    """What a person knows better than the filing says: the period's end, the fiscal year's end (month, day), the power of ten of
    the statements' money, the ISO 4217 code of its currency."""

    period_end: date | None = None
    fiscal_year_end: tuple[int, int] | None = None
    scale: int | None = None
    currency: str = ""


def find(filing: Filing, options: FindOptions | None = None) -> Stated:
    """All that the filing states. Statements come before schedules and sentences, which borrow their periods."""
    options = options or FindOptions()
    context = filing_context(filing)
    end = options.period_end or (context.period_end if context.is_periodic else None)
    year_end = options.fiscal_year_end or context.fiscal_year_end
    known = Known(end, year_end, context.form, (), context.told, options.scale, options.currency)
    cover = _known_better(find_cover(filing), options)
    read, untold = _read(filing, known, cover), None
    if read.statements and known.scale is None and not any(statement.scale_reason for statement in read.statements):
        read, untold = _counted(filing, known, cover, read)
    said = (
        *_silence(filing, read.statements),
        *missing(context.form, read.statements),
        *read.findings,
        *_gaps(read.statements),
        *([untold] if untold else []),
    )
    said = (*said, *_beside(read.statements, filing), *_beyond(read.statements, end), *unread_lines(filing))
    said = (*said, *_of_cover(read.cover, read.statements, filing), *_without_report(read, filing))
    return replace(read, findings=said)


def _read(filing: Filing, known: Known, cover: tuple[CoverItem, ...]) -> Stated:
    findings: list[Finding] = []
    statements, untold = settle_borrowed(find_statements(filing, known, findings))
    sentences = _counted_in(known.currency, find_sentences(filing, statements, cover))
    return Stated(statements, cover, sentences, find_schedules(filing, statements), (*findings, *untold))


def _counted(filing: Filing, known: Known, cover: tuple[CoverItem, ...], read: Stated) -> tuple[Stated, Finding | None]:
    """Statements that state no scale, read anew where the rest of the filing tells it, and what is to be said of that."""
    settled = settle_scale(filing, read.statements, cover, read.schedules, read.sentences)
    if settled.scale:
        read = _read(filing, replace(known, counted=settled.scale), cover)
    elif settled.contradicted:
        read = replace(read, statements=without_scale(read.statements))
    return read, settled.finding


def _known_better(cover: tuple[CoverItem, ...], options: FindOptions) -> tuple[CoverItem, ...]:
    """What a person gives of the period is told in place of what the cover or header says."""
    given: dict[str, str] = {}
    if options.period_end:
        given["period_end"] = options.period_end.isoformat()
    if options.fiscal_year_end:
        given["fiscal_year_end"] = "--{:02}-{:02}".format(*options.fiscal_year_end)
    said = {item.item for item in cover}
    missing = (CoverItem(item, value, cover[0].place, given=True) for item, value in given.items() if cover and item not in said)
    return (
        *(replace(item, value=given[item.item], given=True) if given.get(item.item, item.value) != item.value else item for item in cover),
        *missing,
    )


def _counted_in(currency: str, sentences: tuple[SentenceFigure, ...]) -> tuple[SentenceFigure, ...]:
    """A bare dollar sign in a sentence is the dollar that a person names; one that says whose it is stays that one's."""
    if not currency:
        return sentences
    money = f"iso4217:{currency}"
    return tuple(
        replace(each, unit=replace(each.unit, numerator=money)) if each.unit.numerator == USD.numerator and _is_bare(each) else each
        for each in sentences
    )


def _is_bare(figure: SentenceFigure) -> bool:
    return not figure.place.text.lstrip("( ").upper().startswith("U")


def _gaps(statements: tuple[Statement, ...]) -> Iterator[Finding]:
    """What a person could tell of the statements: periods of columns that nothing tells."""
    for statement in statements:
        # The columns of a statement of equity are its components: its rows say the days.
        equity = statement.kind == "equity"
        lost = [column for column in statement.columns if column.period is None and not column.ignored and not equity]
        if lost:
            many = "1 column has" if len(lost) == 1 else f"{len(lost)} columns have"
            message = f"{statement.kind}: {many} no period that the filing tells; the numbers stay unmapped"
            yield Finding("find.no-period", "warning", message, _PERIOD_HINT, tuple(place for each in lost for place in each.places[:1]))


def _beside(statements: tuple[Statement, ...], filing: Filing) -> Iterator[Finding]:
    """Columns of a joint report that are another basis or another registrant's: which of them, only a reader of the heads can say."""
    if len(filing.header.filers) < _JOINT:
        return
    for statement in statements:
        apart = [column for column in statement.columns if column.ignored and column.reason == ANOTHER_BASIS]
        if apart:
            heads = ", ".join(repr(column.head) for column in apart[:_MOST_HEADS])
            message = f"{statement.kind}: in a report of several registrants these columns tell of a period as others do: {heads}; left out"
            yield Finding("find.columns-apart", "warning", message, _APART_HINT, tuple(p for each in apart for p in each.places[:1]))


_JOINT, _MOST_HEADS = 2, 4
_APART_HINT = "compare the heads of the columns: where they name registrants, give each a file of its own with --cik."


def _of_cover(cover: tuple[CoverItem, ...], statements: tuple[Statement, ...], filing: Filing) -> Iterator[Finding]:
    """A cover whose facts have no period."""
    told = {item.item for item in cover}
    periods = filing.header.period_date or any(column.period for statement in statements for column in statement.columns)
    if told & _OF_A_PAGE and "period_end" not in told and not periods:
        day = max((item.as_of for item in cover if item.as_of), default=None)
        what = f"they bear the latest day that it names, {day}" if day else "they are left out"
        message = f"no date of the report was read on the cover; its facts have no period: {what}"
        yield Finding("find.no-report-date", "warning", message, _PERIOD_HINT, tuple(item.place for item in cover[:1]))


def _without_report(read: Stated, filing: Filing) -> Iterator[Finding]:
    """Registrants that the cover lists and the header does not, and those of the header that have no statement of their own."""
    others = [(item.value, item.place) for item in read.cover if item.item == "other_registrant"]
    told = {0, *(statement.registrant for statement in read.statements), *(schedule.registrant for schedule in read.schedules)}
    others += [(filer.name.value, filer.name.place) for at, filer in enumerate(filing.header.filers) if filer.name and at not in told]
    if others:
        heads = ", ".join(repr(name) for name, _ in others[:_MOST_HEADS]) + (" ..." if len(others) > _MOST_HEADS else "")
        message = f"no report is made of {len(others)} further {'registrant' if len(others) == 1 else 'registrants'}: {heads}"
        yield Finding("find.other-registrants", "warning", message, _OTHERS_HINT, tuple(place for _, place in others))


_OF_A_PAGE = frozenset({"registrant_name", "file_number", "irs_number", "address"})
_OTHERS_HINT = "a registrant has a report of its own where the header lists it and statements bear its name."


def _beyond(statements: tuple[Statement, ...], end: date | None) -> Iterator[Finding]:
    """A report tells of its period: where a balance sheet's newest day lies well behind it, or is another year's, one of the two is
    misread."""
    days = [column.period.end for each in statements if each.kind == "balance_sheet" for column in each.columns if column.period]
    newest = max(days, default=None)
    if end is None or newest is None or -_FAR_BEFORE <= (newest - end).days <= _NEAR:
        return
    where = "after" if newest > end else "before"
    message = f"the newest balance sheet is of {newest}, {abs((newest - end).days)} days {where} the end of the filing's period, {end}"
    yield Finding("find.period-mismatch", "warning", message, _PERIOD_HINT)


def _silence(filing: Filing, statements: tuple[Statement, ...]) -> tuple[Finding, ...]:
    """A filing without text has a finding of its reader's already."""
    if statements or not any(document.blocks for document in filing.documents):
        return ()
    return (_NO_STATEMENTS,)
