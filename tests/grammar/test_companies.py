"""Legal forms: one list for all that read names."""

from __future__ import annotations

import re

import pytest

from converter.grammar.companies import LEGAL_FORM, LEGAL_FORMS, SHORT_FORM, SHORT_FORMS, is_legal_form


@pytest.mark.parametrize("word", ["Inc.", "INC", "L.P.", "L.L.C.", "N.V.", "Company", "Corporation", "Limited", "plc"])
def test_forms_as_printed(word: str) -> None:
    assert is_legal_form(word)


@pytest.mark.parametrize("word", ["Income", "Incline", "Partnership", "Coal", "", "Sales"])
def test_other_words(word: str) -> None:
    assert not is_legal_form(word)


def test_the_patterns_match_what_the_lists_hold() -> None:
    assert [form for form in SHORT_FORMS if not re.fullmatch(SHORT_FORM, form)] == []
    assert [form for form in LEGAL_FORMS if not re.fullmatch(LEGAL_FORM, form)] == []
