"""What the SGML header says and the cover does not."""

from __future__ import annotations

from collections.abc import Iterator

from converter.find.cover.tables import country_of, state_code, states
from converter.model import CoverItem, Filer, Filing, Text

_ADDRESS = frozenset({"street1", "city", "state", "country", "zip_code", "address"})
_PHONE = frozenset({"area_code", "local_phone", "phone"})


def header_items(filing: Filing, said: frozenset[str]) -> Iterator[CoverItem]:
    """Items of the header, but those in ``said``: items, and captions whose value the page has in a form that cannot be read.
    Of each registrant after the first it is all that the header has."""
    header = filing.header
    if header.form and not said & {"document_type"}:
        yield CoverItem("document_type", header.form.value, header.form.place)
    if header.period_date and header.period and "period_end" not in said:
        yield CoverItem("period_end", header.period_date.isoformat(), header.period.place)
    for index, filer in enumerate(header.filers):
        for name, text, value in _of_filer(filer):
            if index or (name not in said and not any(name in whole and said & whole for whole in (_ADDRESS, _PHONE))):
                yield CoverItem(name, value, text.place, registrant=index)


def _of_filer(filer: Filer) -> Iterator[tuple[str, Text, str]]:
    for name, text in (
        ("registrant_name", filer.name),
        ("file_number", filer.file_number),
        ("city", filer.city),
        ("street1", filer.street1),
    ):
        if text and text.value:
            yield name, text, text.value
    if filer.irs_number and _is_number(filer.irs_number.value) and len(filer.irs_number.value) == 9 and filer.irs_number.value.strip("0"):
        yield "irs_number", filer.irs_number, f"{filer.irs_number.value[:2]}-{filer.irs_number.value[2:]}"
    formed, state = filer.state_of_incorporation, filer.state
    if formed and (code := _code(formed.value)):
        yield "state_of_incorporation", formed, code
    if state and (code := _code(state.value)):
        country = country_of(code)
        yield ("country", state, country) if country else ("state", state, code)
    if filer.zip_code and _is_number(filer.zip_code.value[:5]):
        yield "zip_code", filer.zip_code, filer.zip_code.value.rstrip("-")
    if filer.cik and _is_number(filer.cik.value):
        yield "cik", filer.cik, filer.cik.value.zfill(10)
    fiscal = filer.fiscal_year_end
    if fiscal and len(fiscal.value) == 4 and _is_number(fiscal.value):
        yield "fiscal_year_end", fiscal, f"--{fiscal.value[:2]}-{fiscal.value[2:]}"
    yield from _phone(filer.phone)


def _code(text: str) -> str:
    """Headers name countries by codes alone, with a digit: ``D0``."""
    plain = text.strip().upper()
    return plain if plain in states().values() else state_code(text)


def _phone(phone: Text | None) -> Iterator[tuple[str, Text, str]]:
    digits = "".join(c for c in phone.value if c.isdigit()) if phone else ""
    if phone and len(digits) == 10 and digits.strip("0"):
        yield "area_code", phone, digits[:3]
        yield "local_phone", phone, f"{digits[3:6]}-{digits[6:]}"


def _is_number(text: str) -> bool:
    """ASCII digits and nothing else: for Python ``²`` is one too."""
    return text.isascii() and text.isdigit()
