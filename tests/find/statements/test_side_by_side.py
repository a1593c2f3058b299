"""Statements of several registrants in columns beside each other: nobody's numbers under another's name."""

from __future__ import annotations

import pytest

from converter.find import find
from converter.model import Stated, Statement
from converter.read import read

FILER = "FILER:\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t\t{}\n\t\tCENTRAL INDEX KEY:\t\t000999030{}\n"
PAGE = """<SEC-HEADER>
CONFORMED SUBMISSION TYPE:\t10-K
CONFORMED PERIOD OF REPORT:\t19981231
{filers}</SEC-HEADER>
<DOCUMENT>
<TYPE>10-K
<TEXT>
                              BALANCE SHEETS
                              (In millions)
                         {first:<16}   {second:<16}
                            December 31,       December 31,
                           1998      1997     1998      1997
Cash                      $ 100     $ 100    $ 200     $ 200
Plant                       600       500      700       600
Total assets              $ 700     $ 600    $ 900     $ 800
Payables                  $ 200     $ 200    $ 300     $ 300
Common stock, $1 par value  500       400      600       500
Total liabilities
  and equity              $ 700     $ 600    $ 900     $ 800
</TEXT>
</DOCUMENT>
"""
NAMES = ("OSPREY HOLDINGS INC", "OSPREY LIGHT CO")


def _stated(first: str, second: str, names: tuple[str, ...] = NAMES) -> Stated:
    filers = "".join(FILER.format(name, index) for index, name in enumerate(names))
    return find(read(PAGE.format(filers=filers, first=first, second=second).encode(), "filing.txt"))


def _amounts(statement: Statement, label: str) -> list[int]:
    (row,) = [row for row in statement.rows if row.label == label]
    return [int(figure.number.value) for figure in row.figures if not figure.ignored]


@pytest.mark.parametrize(("first", "second"), [("Osprey Holdings", "Osprey Light"), ("Osprey Light", "Osprey Holdings")])
def test_each_registrant_has_its_own_columns(first: str, second: str) -> None:
    told = {each.registrant: _amounts(each, "Total assets") for each in _stated(first, second).statements}
    of = {"Osprey Holdings": 0, "Osprey Light": 1}
    assert told == {of[first]: [700, 600], of[second]: [900, 800]}


def test_what_is_another_registrants_says_so() -> None:
    statements = _stated("Osprey Light", "Osprey Holdings").statements
    reasons = [[figure.reason for figure in each.rows[0].figures if figure.ignored] for each in statements]
    assert [len(each) for each in reasons] == [2, 2]
    assert all("another registrant" in reason for each in reasons for reason in each)


def test_a_number_in_a_label_of_both_is_told_once() -> None:
    statements = _stated("Osprey Light", "Osprey Holdings").statements
    pars = [[int(each.number.value) for row in one.rows for each in row.in_label if not each.ignored] for one in statements]
    assert pars == [[1, 1], []]


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        ("Osprey Light", "Parent alone", NAMES),
        ("Osprey Light", "Osprey Light", NAMES),
        ("Osprey Holdings", "Osprey Light", NAMES[:1]),
    ],
)
def test_columns_that_do_not_all_name_a_filer_stay_one_statement(first: str, second: str, names: tuple[str, ...]) -> None:
    (statement,) = _stated(first, second, names).statements
    assert statement.registrant == 0
    assert _amounts(statement, "Total assets") == [700, 600]
