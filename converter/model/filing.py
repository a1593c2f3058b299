"""A filing as read: header, documents, blocks. Nothing here knows what a statement is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct

from converter.model.finding import Finding
from converter.model.number import Number
from converter.model.place import Place

DocumentFormat = Literal["text", "html", "markdown"]


class Input(Struct, frozen=True):
    """The file that was given. ``name`` is its base name, ``encoding`` the one that it was decoded with."""

    name: str
    size: int
    sha256: str
    encoding: str


class Text(Struct, frozen=True):
    """A string and where it stands."""

    value: str
    place: Place


class Filer(Struct, frozen=True):
    """One FILER (or SUBJECT COMPANY) block of the SGML header, values as printed; None where the header does not say."""

    name: Text | None = None
    cik: Text | None = None
    sic: Text | None = None
    irs_number: Text | None = None
    state_of_incorporation: Text | None = None
    fiscal_year_end: Text | None = None
    """MMDD as printed."""
    file_number: Text | None = None
    street1: Text | None = None
    street2: Text | None = None
    city: Text | None = None
    state: Text | None = None
    zip_code: Text | None = None
    phone: Text | None = None


class Header(Struct, frozen=True):
    """The SGML header of an EDGAR submission."""

    accession: Text | None = None
    form: Text | None = None
    period: Text | None = None
    """CONFORMED PERIOD OF REPORT as printed, YYYYMMDD."""
    filed: Text | None = None
    filers: tuple[Filer, ...] = ()

    @property
    def period_date(self) -> date | None:
        return _day(self.period)

    @property
    def filed_date(self) -> date | None:
        return _day(self.filed)


def _day(text: Text | None) -> date | None:
    if text is None or len(text.value) != 8 or not text.value.isdecimal():
        return None
    try:
        return date(int(text.value[:4]), int(text.value[4:6]), int(text.value[6:]))
    except ValueError:
        return None


class Segment(Struct, frozen=True):
    """A piece of a paragraph that stands on one line (text, markdown) or in one element (HTML).

    ``offset`` is where it begins in the paragraph's ``text``; line, start and path are as in `Place`.
    """

    offset: int
    text: str
    line: int | None = None
    start: int | None = None
    path: str | None = None


class Paragraph(Struct, frozen=True):
    """Running text. ``text`` is its segments joined by one blank each (hyphens at line ends kept).

    ``heading`` is 1-6 where the source marks a heading (``#``, ``<h1>``), else 0. ``bold`` where all of it is bold.
    ``left`` is the indent of its first line in characters (text), else 0. ``page_break`` where a new page starts before it.
    """

    text: str
    segments: Sequence[Segment]
    heading: int = 0
    bold: bool = False
    left: int = 0
    page_break: bool = False


class Cell(Struct, frozen=True):
    """A piece of a row. ``left`` and ``right`` (half-open) are its columns: characters after tab expansion in text, grid columns
    in HTML and markdown. A figure that the source splits over several cells (``$`` ``(`` ``1,234`` ``)``) is one cell, from the
    first piece's left to the last one's right; ``place.text`` is the figure's own piece. ``number`` is set where the whole cell
    is a figure or a nil mark. ``indent`` is the indent of a label in characters or levels, whatever the source has."""

    text: str
    left: int
    right: int
    place: Place
    number: Number | None = None
    indent: int = 0
    header: bool = False
    """Marked as a head by the source (``<th>``, the row above a pipe table's rule)."""
    bold: bool = False
    lines: tuple[Segment, ...] = ()
    """Where breaks of the source part its text into lines: each of them; offsets count in ``text``."""


class Row(Struct, frozen=True):
    """``rule`` where the row holds nothing but rules (``-----``, ``=====``, ``<hr>``, border lines); its cells are the rules' spans.
    ``rule_above`` where the source draws a line above figures of this row (HTML borders)."""

    cells: tuple[Cell, ...]
    rule: bool = False
    rule_above: bool = False
    blank_before: bool = False
    page_break: bool = False


class Table(Struct, frozen=True):
    """A grid, rows from top to bottom. ``rows`` may be computed on first use; it never changes.

    ``geometry`` tells what the columns of cells are: ``characters`` (comparable over a whole document) or ``grid``
    (comparable within this table only). ``text`` is what the table says, for cheap tests whether its rows are worth computing;
    "" where the reader does not give it."""

    rows: Sequence[Row]
    geometry: Literal["characters", "grid"]
    caption: str = ""
    page_break: bool = False
    text: str = ""


Block: TypeAlias = Paragraph | Table


class Document(Struct, frozen=True):
    """One ``<DOCUMENT>`` of a submission, or the whole file where it has no envelope. ``type`` is as printed (``10-K405``, ``EX-99.1``)."""

    index: int
    type: str
    format: DocumentFormat
    blocks: Sequence[Block]
    description: str = ""
    filename: str = ""


class Filing(Struct, frozen=True):
    """Bytes, read."""

    input: Input
    header: Header
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...] = ()
