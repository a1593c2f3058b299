"""Who announces a release's results, where neither header nor cover names the registrant: "DAYTON, Ohio - Example Co. (NYSE: EXC) today
announced"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from converter.model import Paragraph
from converter.patterns import regex

_NAME = r"(?P<name>(?:(?:[A-Z][\w.&'’-]{0,30}|&|and|of|the)[, ]{1,2}){1,9})"
_ANNOUNCED = regex(
    rf"(?:\A\s*|\s--?\s|\s?[–—]\s?){_NAME}(?:\((?P<symbol>[^()]{{2,80}})\),?\s(?:[^.;()]{{0,160}},\s)?)?(?P<today>today\s)?(?:has\s)?(?:announced|reported)\b"
)
_SYMBOL = regex(r"(?:nasdaq|nyse|amex|otc|exchange|tsx|lse|bb)\b[^()]{0,60}:", re.IGNORECASE)


def announcer(paragraphs: Iterable[Paragraph]) -> str:
    """The name of the first company that announces or reports today, or bears its symbol; ""."""
    for paragraph in paragraphs:
        if "announced" in paragraph.text or "reported" in paragraph.text:
            for match in _ANNOUNCED.finditer(" ".join(paragraph.text.split())):
                if match["today"] or (match["symbol"] and _SYMBOL.search(match["symbol"])):
                    return match["name"].strip(" ,")
    return ""
