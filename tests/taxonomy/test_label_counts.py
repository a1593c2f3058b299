"""Label statistics: keys, look-up, subtraction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from label_counts import CUSTOM, KEY_LENGTH, OTHER, STATEMENTS, LabelCounts, label_key, load_label_counts

from converter.taxonomy import load_taxonomy

COUNTS = load_label_counts()


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Total Assets", "total assets"),
        ("Stockholders' equity:", "stockholders equity"),
        ("Selling, general & administrative", "selling general and administrative"),
        ("Accounts receivable, less allowances of $58 and $1,147.5", "accounts receivable less allowances of 0 and 0"),
        ("(Increase) decrease in inventories", "increase decrease in inventories"),
        ("Net income \u2014 basic", "net income basic"),
        ("", ""),
        ("----", ""),
    ],
)
def test_a_key_keeps_words_and_drops_the_rest(label: str, key: str) -> None:
    assert label_key(label) == key


@given(st.text(max_size=200))
def test_a_key_is_its_own_key(label: str) -> None:
    key = label_key(label)
    assert label_key(key) == key
    assert len(key) <= KEY_LENGTH


@given(st.text(max_size=60), st.sampled_from([*STATEMENTS, "equity", ""]))
def test_any_label_can_be_looked_up(label: str, statement: str) -> None:
    assert all(filers > 0 for _, filers in COUNTS.lookup(statement, label))


def test_a_label_gives_its_concepts_most_filers_first() -> None:
    found = COUNTS.lookup("income", "Net sales")
    assert found[0][0] == "gaap:SalesRevenueNet"
    assert [filers for _, filers in found] == sorted((filers for _, filers in found), reverse=True)
    assert COUNTS.lookup("balance_sheet", "Net sales of the moon") == []
    assert COUNTS.lookup("equity", "Net income") == []


@pytest.mark.parametrize("statement", STATEMENTS)
def test_every_label_of_a_statement_is_found_again(statement: str) -> None:
    concepts = {*load_taxonomy().concepts, CUSTOM, OTHER}
    keys = []
    for key, entries in COUNTS.labels(statement):
        keys.append(key)
        assert {concept for concept, _ in entries} <= concepts
        if len(keys) % 7 == 0:
            assert COUNTS.lookup(statement, key) == entries
    assert len(keys) > 1000
    assert len(keys) == len(set(keys))


def test_filers_can_be_taken_away() -> None:
    full = COUNTS.lookup("balance_sheet", "Total assets")
    less = LabelCounts(
        {("balance_sheet", "total assets", concept): filers for concept, filers in full[1:]}
        | {("balance_sheet", "total assets", full[0][0]): 7}
    )
    assert less.lookup("balance_sheet", "Total assets") == [(full[0][0], full[0][1] - 7)]
    gone = LabelCounts({("balance_sheet", "total assets", concept): filers for concept, filers in full})
    assert gone.lookup("balance_sheet", "Total assets") == []
    assert "total assets" not in dict(gone.labels("balance_sheet"))


def test_how_many_filers_have_a_concept() -> None:
    assert COUNTS.filers("balance_sheet", "gaap:Assets") > 1000
    assert COUNTS.filers("balance_sheet", "gaap:Nothing") == 0
