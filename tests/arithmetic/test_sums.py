"""Sums among printed rows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from converter.arithmetic import SumRow, confidence, equal_rows, find_sums


def rows(*values: tuple[int | None, ...]) -> list[SumRow]:
    return [SumRow(each) for each in values]


def test_a_total_takes_the_rows_above_it() -> None:
    (found,) = find_sums(rows((1200, 1100), (340, 410), (56, 21), (1596, 1531)))
    assert (found.total, found.parts, found.exact) == (3, ((0, 1), (1, 1), (2, 1)), True)


def test_totals_become_parts_of_greater_totals() -> None:
    found = find_sums(rows((1200, 1100), (340, 410), (1540, 1510), (900, 870), (2440, 2380)))
    assert [(each.total, each.parts) for each in found] == [(2, ((0, 1), (1, 1))), (4, ((2, 1), (3, 1)))]


def test_the_first_less_the_rest() -> None:
    table = rows((9120, 8800), (4410, 4205), (1730, 1690), (655, 640), (2325, 2265))
    (found,) = find_sums(table)
    assert found.parts == ((0, 1), (1, -1), (2, -1), (3, -1))
    assert not find_sums(table, running=False)


def test_a_pair_may_be_a_difference_anywhere() -> None:
    (found,) = find_sums(rows((9120, 8800), (4410, 4205), (4710, 4595)), running=False)
    assert found.parts == ((0, 1), (1, -1))


def test_one_row_counted_the_other_way() -> None:
    (found,) = find_sums(rows((5120, 4800), (1410, 1205), (377, 291), (4333, 3886), (10486, 9600)), running=False)
    assert found.parts == ((0, 1), (1, 1), (2, -1), (3, 1))


def test_one_row_left_out() -> None:
    (found,) = find_sums(rows((5120, 4800), (1410, 1205), (377, 291), (4333, 3886), (10863, 9891)), running=False)
    assert [part for part, _ in found.parts] == [0, 1, 3]


def test_all_parts_printed_negative() -> None:
    (found,) = find_sums(rows((-5120, -4800), (-1410, -1205), (6530, 6005)))
    assert found.parts == ((0, -1), (1, -1))


def test_rounding_is_forgiven_and_told() -> None:
    (found,) = find_sums(rows((1234, 2345), (4321, 5432), (777, 888), (6333, 8665)))
    assert not found.exact


def test_what_is_wrong_in_one_column_is_told() -> None:
    (found,) = find_sums(rows((120034, 110011), (34009, 41023), (154043, 151304)))
    assert (found.parts, found.broken) == (((0, 1), (1, 1)), (1, -270))


def test_what_is_far_off_in_one_column_is_no_sum() -> None:
    assert not find_sums(rows((1200, 1100), (340, 410), (1540, 9910)))


def test_small_numbers_prove_nothing() -> None:
    assert not find_sums(rows((1,), (2,), (3,)))


def test_small_numbers_without_a_label_are_a_sum_where_they_fit() -> None:
    """Statements in millions: what has no label and adds up exactly in both years is hardly anything else."""
    parts = rows((40, 49), (-44, -38), (13, 16), (-2, 1))
    total = SumRow((7, 28))
    assert not find_sums([*parts, total])
    (found,) = find_sums([*parts, replace(total, bare=True)])
    assert found.parts == ((0, 1), (1, 1), (2, 1), (3, 1))
    assert not find_sums([*parts, SumRow((8, 28), ulp=2, bare=True)])


def test_a_blank_counts_as_nought() -> None:
    (found,) = find_sums(rows((1200, 1100), (340, None), (1540, 1100)))
    assert found.parts == ((0, 1), (1, 1))


def test_rows_of_noughts_belong_to_the_sum_under_their_heading() -> None:
    table = [SumRow((0, 0), 1), SumRow((1200, 1100), 1), SumRow((340, 410), 1), SumRow((1540, 1510), 0)]
    (found,) = find_sums(table)
    assert found.parts == ((0, 1), (1, 1), (2, 1))


def test_equal_rows() -> None:
    assert equal_rows(rows((5000, 4000), (12, 12), (5000, 4000), (12, 12))) == {2: 0}


@given(st.lists(st.tuples(st.integers(-(10**7), 10**7), st.integers(-(10**7), 10**7)), max_size=25), st.booleans())
def test_whatever_is_told_holds(values: list[tuple[int, int]], running: bool) -> None:
    total = (sum(a for a, _ in values), sum(b for _, b in values))
    table = rows(*values, total)
    for each in find_sums(table, running):
        if each.broken:
            continue
        half = (len(each.parts) + 1) // 2
        for column in (0, 1):
            guess = sum(weight * (table[part].values[column] or 0) for part, weight in each.parts)
            assert abs(guess - (table[each.total].values[column] or 0)) <= half


@pytest.mark.parametrize(("weights", "expected"), [((), 0.5), ((2.2,), 0.9), ((-30.0,), 0.01), ((30.0,), 0.99)])
def test_confidence(weights: tuple[float, ...], expected: float) -> None:
    assert confidence(weights) == expected
