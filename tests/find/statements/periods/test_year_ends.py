"""The ends of 52/53-week years as the text names them."""

from __future__ import annotations

from datetime import date

import pytest

from converter.find.statements.periods.year_ends import printed_year_ends
from converter.read import read

_DAYS = (date(2008, 12, 27), date(2007, 12, 29))


@pytest.mark.parametrize("said", ["December 31, 2006", "December 31 2006", "31 December 2006", "DECEMBER 31, 2006"])
def test_a_year_end_however_the_text_writes_it(said: str) -> None:
    """A Sunday between Saturdays: only the text tells."""
    line = f"We had revenue of $5,627 million in the year ended {said}, when a new product was on sale for the first time everywhere.\n"
    filing = read(f"{line}\n{line}".encode(), "page.txt")
    assert printed_year_ends(filing.documents, _DAYS) == (date(2006, 12, 31),)


def test_month_ends_need_no_look_up() -> None:
    filing = read(
        b"We had revenue of $5,627 million in the year ended December 31, 2006, and in the year before it nearly as much.\n", "p.txt"
    )
    assert printed_year_ends(filing.documents, (date(2008, 12, 31), date(2007, 12, 31))) == ()
