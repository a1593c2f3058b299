"""The reference page and the catalogue of codes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from converter.check.catalogue import catalogue, reference_page

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "rules.md"


def test_the_reference_page_is_what_the_rules_say(golden: Callable[[Path, str], None]) -> None:
    golden(PAGE, reference_page())


def test_codes_are_unique_and_layered() -> None:
    codes = [entry.code for entry in catalogue()]
    assert len(codes) == len(set(codes))
    assert all(code.count(".") == 1 for code in codes)
