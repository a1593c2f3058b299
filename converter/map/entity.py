"""Whom a report is about (conventions.md, Entity)."""

from __future__ import annotations

from converter.model import CoverItem, Entity, Filing, Finding

SEC_SCHEME = "http://www.sec.gov/CIK"
OWN_SCHEME = "https://filing2xbrl.org/entity"


def entity_of(filing: Filing, cover: tuple[CoverItem, ...], registrant: int, cik: str | None) -> tuple[Entity, tuple[Finding, ...]]:
    """The entity of a registrant: the CIK that the user or the header gives, else the commission file number, else a hash of the
    content."""
    filers = filing.header.filers
    filer = filers[registrant] if registrant < len(filers) else None
    said = {item.item: item.value for item in reversed(cover) if item.registrant == registrant}
    name = said.get("registrant_name") or (filer.name.value if filer and filer.name else "")
    number = cik if cik and registrant == 0 else filer.cik.value if filer and filer.cik else said.get("cik", "")
    digits = number.strip().lstrip("0") if number else ""
    if digits.isascii() and digits.isdigit() and len(digits) <= 10:
        return Entity(SEC_SCHEME, digits.zfill(10), name), ()
    file_number = said.get("file_number") or (filer.file_number.value if filer and filer.file_number else "")
    suffix = f"-r{registrant + 1}" if registrant else ""
    identifier = "".join(c for c in file_number if c.isalnum() or c == "-") + suffix if file_number else filing.input.sha256[:16] + suffix
    finding = Finding(
        "map.no-cik",
        "warning",
        f"the filing does not say the registrant's CIK; its entity is {identifier} in a scheme of our own",
        "give it with --cik",
    )
    return Entity(OWN_SCHEME, identifier, name), (finding,)
