"""How companies' names end: the legal forms, in short and in full."""

from __future__ import annotations

import re
from typing import Final

from converter.patterns import regex

SHORT_FORMS: Final = frozenset({"inc", "corp", "co", "cos", "ltd", "llc", "lp", "plc", "na", "nv", "sa", "gmbh"})
LEGAL_FORMS: Final = SHORT_FORMS | {"incorporated", "corporation", "company", "companies", "limited"}
"""In lower case, without full stops (`is_legal_form` takes a word as printed). "Partnership" is none: it parts one from its partners."""
SHORT_FORM: Final = r"(?:inc|corp|cos?|ltd|plc|gmbh|l\.?l\.?c|l\.?p|n\.?a|n\.?v|s\.?a)"
"""A short form as a pattern, without the full stop behind it; case is the user's."""
LEGAL_FORM: Final = rf"(?:incorporated|corporation|company|companies|limited|partnership|{SHORT_FORM})"
"""Any form, partnerships too, as a pattern."""
_NAME = regex(rf"[a-z],?\s+{SHORT_FORM}\.?(?:,?\s+and\s+(?:(?:its|consolidated)\s+)?subsidiar(?:y|ies))?$", re.IGNORECASE)


def ends_in_company(text: str) -> bool:
    """Whether a line ends in a company's name, its form in short: "EXAMPLE LOOMS, INC.", "Example Co. and Subsidiaries"."""
    return _NAME.search(text) is not None


def is_legal_form(word: str) -> bool:
    """Whether a word is nothing but a company's legal form: "Inc.", "L.P.", "Company"."""
    return word.lower().replace(".", "") in LEGAL_FORMS


__all__ = ["LEGAL_FORM", "LEGAL_FORMS", "SHORT_FORM", "SHORT_FORMS", "ends_in_company", "is_legal_form"]
