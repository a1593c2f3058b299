"""The cover of a filing: its main document's first pages, the header where they are silent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from converter.find.cover.address import address_items
from converter.find.cover.checks import check_items
from converter.find.cover.facts import registrant_items
from converter.find.cover.headed import headed_items
from converter.find.cover.header import header_items
from converter.find.cover.page import cover_pieces
from converter.find.cover.release import release_items
from converter.find.cover.report import report_items
from converter.find.cover.roster import others, roster_items
from converter.find.cover.securities import security_items
from converter.find.cover.sentences import sentence_items
from converter.model import CoverItem, Filing

_ADDRESS, _PHONE = frozenset({"street1", "street2", "city", "state", "country", "zip_code"}), frozenset({"area_code", "local_phone"})
_OF_REPORT = frozenset({"document_type", "amendment_flag", "period_end"})


def find_cover(filing: Filing) -> tuple[CoverItem, ...]:
    """The items of the cover page in the order of the page; then what only the header says, and the symbol that a release gives."""
    if not filing.documents:
        return tuple(header_items(filing, frozenset()))
    pieces = cover_pieces(filing.documents[0])
    filer = filing.header.filers[0] if filing.header.filers else None
    name = filer.name.value if filer and filer.name else ""
    city = filer.city.value if filer and filer.city else ""
    items = [*report_items(pieces, filing)]
    if any(piece.is_caption and piece.captions for piece in pieces):
        names = [name, *(each.name.value if each.name else "" for each in filing.header.filers[1:])]
        items += registrant_items(pieces, names)
        names[0] = _first_name(items) or name
        items += address_items(pieces, city, names[0])
        items = list(_with_roster(items, roster_items(pieces, names)))
        names[0] = names[0] or _first_name(items)
        others_listed = others(pieces, names)
        everybody = [*names, *(item.value for item in others_listed)]
        told = [*security_items(pieces, everybody), *sentence_items(pieces, everybody, _year_end(items, filing))]
        items += [item for item in told if item.registrant < len(names)]
        items += check_items(pieces)
        items += others_listed
    elif not name:
        items += headed_items(filing.documents[0])
    captions = {name for piece in pieces for name in piece.captions}
    said = frozenset(item.item for item in items if item.registrant == 0) | captions & {"address", "phone"}
    items += header_items(filing, said)
    items += release_items(filing, said, frozenset(item.value for item in items if item.item == "exchange"))
    return (*items, *_of_all(items, len(filing.header.filers)))


def _first_name(items: Sequence[CoverItem]) -> str:
    """What the page calls the first registrant, or ""."""
    return next((item.value for item in items if item.item == "registrant_name" and item.registrant == 0), "")


def _with_roster(items: Sequence[CoverItem], listed: Sequence[CoverItem]) -> Iterator[CoverItem]:
    """What a list of registrants says of the first goes before what was found by captions; its address and number are told whole."""
    told = {item.item for item in listed if item.registrant == 0}
    for whole in (_ADDRESS, _PHONE):
        told |= whole if told & whole else frozenset()
    yield from (item for item in items if item.item not in told)
    yield from listed


def _year_end(items: Sequence[CoverItem], filing: Filing) -> date | None:
    """The last day of the year that an annual report is of."""
    said = {item.item: item.value for item in reversed(items)}
    if not said.get("document_type", "").startswith(("10-K", "10K")) or "period_start" in said:
        return None
    return date.fromisoformat(said["period_end"]) if "period_end" in said else filing.header.period_date


def _of_all(items: Sequence[CoverItem], filers: int) -> Iterator[CoverItem]:
    """What the cover of a combined filing says of the report is said of each of its registrants."""
    common = [item for item in items if item.item in _OF_REPORT]
    for index in range(1, filers):
        yield from (replace(item, registrant=index) for item in common)
