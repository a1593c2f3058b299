"""Classes of stock, and the tags of financial data schedules."""

from __future__ import annotations

import pytest

from converter.taxonomy import CLASS_OF_STOCK, EXCHANGE, load_taxonomy
from converter.taxonomy.rows import rows

DIMENSIONS = load_taxonomy().dimensions


def test_the_axis_has_a_domain_and_members() -> None:
    assert DIMENSIONS.axes == (CLASS_OF_STOCK, EXCHANGE)
    assert [member.name for member in DIMENSIONS.members(EXCHANGE)] == ["dei:ExchangeDomain"], "members are the filing's own"
    domain, *members = DIMENSIONS.members()
    assert domain.parent == ""
    assert {member.parent for member in members} == {domain.name}
    assert DIMENSIONS.members("gaap:NoSuchAxis") == ()


@pytest.mark.parametrize(
    ("words", "member"),
    [
        ("Class A Common Stock", "gaap:CommonClassAMember"),
        ("class b", "gaap:CommonClassBMember"),
        ("Preferred stock, Series A", "gaap:SeriesAPreferredStockMember"),
        ("Common stock:", "gaap:CommonStockMember"),
        ("Non-voting common stock", "gaap:NonvotingCommonStockMember"),
        ("Tracking stock", None),
        ("", None),
    ],
)
def test_words_name_a_member(words: str, member: str | None) -> None:
    assert DIMENSIONS.member_named(words) == member


def test_no_words_name_two_members() -> None:
    words = [words for member in DIMENSIONS.members() for words in member.words]
    assert len(words) == len(set(words))


def test_a_tag_means_what_its_article_says() -> None:
    taxonomy = load_taxonomy()
    industrial, broker = taxonomy.schedule_tag("PP&E", "5"), taxonomy.schedule_tag("pp&e", "BD")
    assert industrial is not None
    assert broker is not None
    assert industrial.concept == broker.concept == "ex27:PPE"
    assert industrial.gaap == "gaap:PropertyPlantAndEquipmentGross"
    assert broker.gaap == "gaap:PropertyPlantAndEquipmentNet"


def test_a_tag_is_known_without_its_article() -> None:
    taxonomy = load_taxonomy()
    assert taxonomy.schedule_tag("NET-INCOME") == taxonomy.schedule_tag("NET-INCOME", "no such article")
    assert taxonomy.schedule_tag("NO-SUCH-TAG", "5") is None


def test_every_tag_has_a_concept_and_names_real_ones() -> None:
    taxonomy = load_taxonomy()
    for name, *_ in rows("ex27.csv"):
        tag = taxonomy.schedule_tag(name)
        assert tag is not None
        assert tag.concept in taxonomy.concepts
        assert {name for name in (tag.gaap, *tag.near) if name} <= set(taxonomy.concepts)
