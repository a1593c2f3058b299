"""Sentences about share repurchases: how many shares a board authorized, how many were bought and at what cost."""

from __future__ import annotations

import re

from converter.find.sentences.reading import Reading
from converter.find.sentences.tokens import FigureToken, figures
from converter.grammar.phrases import Phrase, find_phrases
from converter.patterns import regex

_ABOUT = r"(?:(?:approximately|about|a\stotal\sof|an\saggregate\sof|up\sto|as\smany\sas|an\sadditional)\s){0,2}"
_BOUGHT = regex(rf"\b(?:repurchased|reacquired)\s{_ABOUT}$", re.IGNORECASE)
_AUTHORIZED = regex(rf"\bauthorized\s(?:the\s)?(?:repurchase|purchase|buyback)\sof\s{_ABOUT}$", re.IGNORECASE)
_OWN_STOCK = regex(
    r"\sof\s(?:its|our|the\s(?:company|corporation)'s|company)\s(?:own\s|outstanding\s|class\s\w\s){0,2}(?:common\s)?stock\b", re.IGNORECASE
)
_COST = regex(r"\s(?:at|for)\san?\s(?:total|aggregate)?\s?(?:cost|price|purchase\sprice)\sof\s(?:approximately\s|about\s)?$", re.IGNORECASE)


def read_repurchases(text: str) -> list[Reading]:
    """The figures of a sentence about the registrant's purchases of its own common stock. Without a period, or with several,
    nothing: "as of" gives what was bought so far, "during" what was bought in the period."""
    phrases = find_phrases(text)
    if len(phrases) != 1 or phrases[0].count != 1:
        return []
    found: list[Reading] = []
    bought: FigureToken | None = None
    for figure in figures(text):
        before = text[: figure.start]
        if figure.kind == "shares" and _OWN_STOCK.match(text, figure.after):
            if _BOUGHT.search(before):
                bought = figure
                found.append(_reading(figure, "shares repurchased", phrases[0]))
            elif _AUTHORIZED.search(before) and phrases[0].instant:
                found.append(_reading(figure, "shares authorized for repurchase", phrases[0]))
        elif figure.kind == "money" and bought is not None and _COST.search(before, bought.after):
            found.append(_reading(figure, "cost of shares repurchased", phrases[0]))
    return found


def _reading(figure: FigureToken, measure: str, phrase: Phrase) -> Reading:
    return Reading(figure, measure, "instant" if phrase.instant else "duration", phrase, 0, None if phrase.instant else phrase, False)
