"""What business a report is of, by its words."""

from __future__ import annotations

import pytest

from converter.map.candidates.industry import affinity, industry_of
from converter.map.tables import businesses, leanings

WORDS = {
    "bank": {"deposit", "loan", "noninterest", "federal", "fund", "saving"},
    "insurer": {"premium", "reinsurance", "policyholder", "claim", "benefit"},
    "realestate": {"tenant", "rental", "property", "estate", "real"},
    "utility": {"electric", "gas", "fuel", "regulatory", "plant", "utility"},
}


def _likeliest(words: set[str]) -> str:
    return businesses()[max(industry_of(words), key=lambda each: each[1])[0]]


@pytest.mark.parametrize("business", sorted(WORDS))
def test_words_tell_the_business(business: str) -> None:
    assert _likeliest(WORDS[business] | {"total", "net", "income", "asset"}) == business


def test_few_words_tell_less_than_many() -> None:
    few, many = industry_of({"premium"}), industry_of(WORDS["insurer"])
    assert max(share for _, share in few) < max(share for _, share in many) <= 10
    assert industry_of({"quorl"}) == ()


def test_concepts_lean_to_businesses() -> None:
    landlord = industry_of(WORDS["realestate"])
    assert affinity("balance", "RealEstateInvestmentPropertyNet", landlord) > 0.5
    assert affinity("balance", "DeferredPolicyAcquisitionCosts", landlord) < 0
    assert affinity("balance", "NoSuchConcept", landlord) == 0.0


@pytest.mark.parametrize("name", ["industry_words.tsv", "industry_concepts.tsv"])
def test_tables_are_whole(name: str) -> None:
    """Looked up where they stand: sorted, one number for each business."""
    from converter.map.tables import _leaning_lines

    head, *lines = _leaning_lines(name)
    assert lines == sorted(lines, key=lambda line: line.split("\t")[0])
    assert head.split("\t")[1].split(" ") == list(businesses())
    for line in lines:
        key, _, _ = line.partition("\t")
        assert len(leanings(name, key)) == len(businesses()), key
