"""Revenues on the cover of a small business issuer's annual report."""

from __future__ import annotations

import pytest

from converter.find import find
from converter.read import read

COVER = """<DOCUMENT>
<TYPE>{form}
<TEXT>
FORM {form}

For the fiscal year ended June 30, 1998

                    EXAMPLE BREWING CO.
   (Name of small business issuer in its charter)

{words}

Transitional Small Business Disclosure Format: Yes    No X
</TEXT>
</DOCUMENT>
"""


def _told(words: str, form: str = "10-KSB") -> list[tuple[str, str, str]]:
    stated = find(read(COVER.format(form=form, words=words).encode(), "a.txt"))
    return [(figure.place.text, f"{figure.period.start} {figure.period.end}", figure.measure) for figure in stated.sentences]


@pytest.mark.parametrize(
    "words",
    [
        "Issuer's revenues for its most recent fiscal year: $3,412,118.",
        "State issuer's revenues for its most recent fiscal year. $3,412,118.",
        "The registrant's revenues for the fiscal year ended June 30, 1998 were\n$3,412,118.",
        "The issuer had revenues of $3,412,118 for its most recent fiscal year.",
    ],
)
def test_revenues_of_the_year(words: str) -> None:
    assert _told(words) == [("$3,412,118", "1997-07-01 1998-06-30", "revenues")]


@pytest.mark.parametrize(
    "words",
    [
        "Issuer's revenues for its most recent fiscal year: none. The market value of $3,412,118 is that of shares held by others.",
        "The issuer's revenues for the fiscal year ended June 30, 1997 were $3,412,118.",
        "A customer's revenues for its most recent fiscal year: $3,412,118.",
    ],
)
def test_what_is_no_revenue_of_the_year(words: str) -> None:
    assert _told(words) == []


def test_other_forms_have_no_such_line() -> None:
    assert _told("Issuer's revenues for its most recent fiscal year: $3,412,118.", "10-K") == []
