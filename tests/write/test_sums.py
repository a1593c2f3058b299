import samples
from msgspec.structs import replace

from converter.model import CalculationSum, Fact, Report
from converter.write.sums import holding_sums


def report(total: str, *parts: str | None, decimals: int = -3) -> Report:
    values = [("gaap:Assets", total), *((f"gaap:Part{n}", part) for n, part in enumerate(parts))]
    facts = [Fact(f"f{n}", name, samples.END, value, samples.USD, decimals) for n, (name, value) in enumerate(values)]
    each = CalculationSum("balance_sheet", "gaap:Assets", tuple((f"gaap:Part{n}", 1 if n != 1 else -1) for n in range(len(parts))))
    return replace(samples.bare(), facts=tuple(facts), calculations=(each,))


def holds(given: Report) -> bool:
    good, bad = holding_sums(given)
    assert len(good) + len(bad) == 1
    return bool(good)


def test_rounding_is_allowed_for() -> None:
    assert holds(report("1000000", "1500000", "501000"))
    assert holds(report("1000000", "1500000", "502000", "1000"))
    assert not holds(report("1000000", "1500000", "502000"))


def test_a_missing_part_breaks_a_sum_and_a_missing_total_does_not() -> None:
    whole = report("1000000", "1500000", "500000")
    assert not holds(replace(whole, facts=whole.facts[:2]))
    elsewhere = tuple(replace(fact, period=samples.BEFORE, id=f"g{fact.id}") for fact in whole.facts)
    assert holds(replace(whole, facts=(*elsewhere, *whole.facts[1:])))
    assert holds(replace(whole, facts=(*elsewhere, *whole.facts[:1])))


def test_a_sum_of_concepts_without_facts_is_none() -> None:
    whole = report("1000000", "1500000", "500000")
    assert not holds(replace(whole, facts=whole.facts[:2], calculations=whole.calculations))
    assert not holds(replace(whole, facts=()))


def test_nil_and_nonsense_are_no_values() -> None:
    assert holds(report("5000", None, None))
    assert holds(report("5000", "abc"))


def test_duplicates_count_with_what_they_have_in_common() -> None:
    whole = report("1000000", "1500000", "500600")
    coarse = Fact("g", "gaap:Assets", samples.END, "1000000", samples.USD, 0)
    assert holds(whole)
    assert not holds(replace(whole, facts=(*whole.facts[:1], coarse, *(replace(fact, decimals=0) for fact in whole.facts[1:]))))
