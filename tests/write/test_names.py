import pytest
import samples
from msgspec.structs import replace

from converter.model import Entity
from converter.write.names import file_stems, legible, reference
from converter.write.namespaces import scheme_prefixes, used_namespaces


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.xsd", "a.xsd"),
        ("a b#1.xsd", "a%20b%231.xsd"),
        ("100%41.xsd", "100%2541.xsd"),
        ("a:b.xsd", "a%3Ab.xsd"),
        ("ä.xsd", "%C3%A4.xsd"),
        ("\udce4.xsd", "%E4.xsd"),
    ],
)
def test_a_reference_names_exactly_one_file(name: str, expected: str) -> None:
    assert reference(name) == expected


def test_a_file_name_that_is_no_unicode_is_legible() -> None:
    assert legible("a\udce4b") == "a\ufffdb"


def test_further_registrants_are_told_apart() -> None:
    first = samples.bare()
    with_cik = replace(first, entity=Entity("http://www.sec.gov/CIK", "0000000043"))
    without = replace(first, entity=Entity("https://filing2xbrl.org/entity", "1-2"))
    stems = file_stems([first, with_cik, without, with_cik])
    assert stems == ["moon", "moon.0000000043", "moon.r3", "moon.r4"]


def test_only_namespaces_in_use_are_declared() -> None:
    assert list(used_namespaces(samples.small())) == ["dei", "gaap", "iso4217", "x", "xbrli"]
    assert used_namespaces(samples.bare()) == {}


def test_schemes_become_prefixes() -> None:
    sec, own, other = Entity("http://www.sec.gov/CIK", "1"), Entity("https://filing2xbrl.org/entity", "2"), Entity("urn:other", "3")
    assert scheme_prefixes([other, own, sec], {}) == {
        "http://www.sec.gov/CIK": "cik",
        "https://filing2xbrl.org/entity": "entity",
        "urn:other": "scheme",
    }
    assert scheme_prefixes([sec], {"edgar": "http://www.sec.gov/CIK"}) == {"http://www.sec.gov/CIK": "edgar"}
    assert scheme_prefixes([sec], {"cik": "urn:taken"}) == {"http://www.sec.gov/CIK": "cik0"}
