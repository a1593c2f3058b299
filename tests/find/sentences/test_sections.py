"""Where results are told, and where figures stand."""

from __future__ import annotations

import pytest

from converter.find.sentences.places import place_of, squeezed
from converter.find.sentences.sections import telling_paragraphs
from converter.model import Block, Cell, Document, Paragraph, Place, Row, Segment, Table

NAMES = frozenset({"kettle"})
TELLING = "Net sales were $38.4 million in 1998, as we have said."


def paragraph(text: str) -> Paragraph:
    return Paragraph(text, [Segment(0, text, 1, 0)])


def table_of(*lines: str) -> Table:
    return Table([Row((Cell(line, 0, len(line), Place(0, "cell", line)),)) for line in lines], "characters")


def told(kind: str, *blocks: Block) -> list[bool]:
    """For each paragraph that is read, whether the heading above it speaks of something else."""
    return [foreign for _, foreign in telling_paragraphs(Document(0, kind, "text", list(blocks)), NAMES)]


@pytest.mark.parametrize(
    "title",
    [
        "MANAGEMENT'S DISCUSSION AND ANALYSIS",
        "Item 7. Management’s Discussion and Analysis of Financial Condition and Results of Operations.",
        "ITEM 2. MANAGEMENT'S DISCUSSION AND ANALYSIS OF FINANCIAL CONDITION AND RESULTS OF OPERATIONS FOR THE FIRST QUARTER OF THE YEAR",
        "Results of Operations",
    ],
)
def test_reports_are_read_in_the_discussion(title: str) -> None:
    assert told("10-K", paragraph(TELLING)) == []
    assert told("10-K", paragraph(title), paragraph(TELLING)) == [False]
    assert told("10-K", table_of("Some row", title), paragraph(TELLING)) == [False]
    assert told("10-K", paragraph(title), table_of("ITEM 8. FINANCIAL STATEMENTS"), paragraph(TELLING)) == []
    assert told("10-K", paragraph(title), paragraph("NOTES TO CONSOLIDATED FINANCIAL STATEMENTS"), paragraph(TELLING)) == []


def test_releases_are_read_but_for_notes_and_outlook() -> None:
    assert told("EX-99.1", paragraph(TELLING)) == [False]
    assert told("", paragraph(TELLING)) == [False]
    assert told("EX-10", paragraph(TELLING)) == []
    assert told("EX-99", paragraph("Business Outlook"), paragraph(TELLING)) == []
    assert told("EX-99", paragraph("Outlook"), paragraph("Results"), paragraph(TELLING)) == [False]


def test_headings_that_name_something_else() -> None:
    opening = paragraph("Kettle Works, Inc. announced its results today, and its directors were as pleased as they have ever been.")
    assert told("EX-99", opening, paragraph("Kettle Results"), paragraph(TELLING)) == [False]
    assert told("EX-99", opening, paragraph("Spouts Canada"), paragraph(TELLING)) == [True]
    assert told("EX-99", opening, paragraph("Spouts Canada"), paragraph("17"), paragraph(TELLING)) == [True], "a page number is no heading"
    headline = "Kettle Inc. reports yet another splendid quarter of growth in every market"
    assert told("EX-99", paragraph(headline), paragraph(TELLING)) == [False]


def test_what_stands_above_a_release_is_its_headline() -> None:
    """ "Swings to fourth-quarter profit" names no part of the company, whatever its words."""
    assert told("EX-99", paragraph("SPOUTS LIFT KETTLE"), paragraph("Strong demand lately"), paragraph(TELLING)) == [False]
    assert told("10-K", paragraph("Results of Operations"), paragraph("Spouts Canada"), paragraph(TELLING)) == [True]


@pytest.mark.parametrize("mark", ["o  ", "- ", "• ", "* ", "- - "])
def test_a_bullet_with_a_figure_is_no_heading(mark: str) -> None:
    assert told("EX-99", paragraph(f"{mark}Net sales of $38.4 million, up 4%")) == [False]


def test_only_paragraphs_with_figures() -> None:
    assert told("EX-99", paragraph("Sales were good in 1998, as we have said before, and as we may well say again after this.")) == []


def test_squeezed_text_knows_where_it_stood() -> None:
    text, origins = squeezed("Sales  were   $5  now")
    assert text == "Sales were $5 now"
    assert "Sales  were   $5  now"[origins[text.index("$")]] == "$"
    assert squeezed("Sales were") == ("Sales were", [])


def test_a_figure_parted_by_mark_up() -> None:
    touching = Paragraph("of $4.6 million", [Segment(0, "of ", 3, 0), Segment(3, "$", 3, 4), Segment(4, "4.6 million", 3, 5)])
    place = place_of(touching, 2, 3, 7)
    assert place == Place(2, "sentence", "$4.6", 3, 4, 8)
    apart = Paragraph("of $4.6 million", [Segment(0, "of $", 3, 0), Segment(4, "4.6 million", 3, 6)])
    assert place_of(apart, 0, 3, 7) == Place(0, "sentence", "4.6", 3, 6, 9)


def test_a_figure_on_two_lines_has_no_place() -> None:
    broken = Paragraph("of $ 4.6", [Segment(0, "of $", 3, 0), Segment(5, "4.6", 4, 0)])
    assert place_of(broken, 0, 3, 8) is None


def test_in_pages_the_path_is_the_place() -> None:
    page = Paragraph("of $4.6", [Segment(0, "of $4.6", None, None, "/html/body/p")])
    assert place_of(page, 0, 3, 7) == Place(0, "sentence", "$4.6", path="/html/body/p")
