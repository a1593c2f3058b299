"""A label that repeats itself without end takes no time to speak of."""

from __future__ import annotations

import time

import pytest

from converter import convert

PAGE = """\
                         BALANCE SHEETS
                         (in thousands)

                                   1998        1997

Cash                              1,200       1,000
  Total assets                    2,000       1,900

{label}        500         600
Equity                            1,500       1,300
"""


@pytest.mark.parametrize("times", [150, 2000])
def test_numbers_in_a_long_label(times: int) -> None:
    begin = time.process_time()
    convert(PAGE.format(label="Common stock: $.001 par on " * times).encode(), name="long.txt")
    assert time.process_time() - begin < 5
