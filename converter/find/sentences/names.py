"""What the registrant is called: by the header and the cover, else by the release that announces its results."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from converter.find.sentences.roles import word_list
from converter.find.sentences.sections import PLAIN_APOSTROPHES, first_paragraphs
from converter.grammar.companies import is_legal_form
from converter.model import CoverItem, Document, Filing
from converter.patterns import regex

_WORD = regex(r"[a-z0-9&-]+")
# "(Nasdaq: KTLW)", "(NYSE/ASX: KW)": a listed company's name stands before it.
_LISTED = regex(
    r",?\s\([^()]{0,60}?(?:nasdaq|nyse|amex|otc|tsx|stock\sexchange|symbol)[^()]{0,20}[:;\s]\s?[\"']?(?P<ticker>[A-Z.]{1,6})\b[^()]{0,40}\)",
    re.IGNORECASE,
)
_ANNOUNCES = regex(r",?\s(?:today\s)?(?:announced|reported)\b|\s(?:REPORTS|ANNOUNCES|Reports|Announces)\b")
_DASH = regex(r"[–—]")
_BETWEEN = frozenset({"of", "and", "the", "&"})
_LONGEST = 12


def registrant_names(filing: Filing, cover: Sequence[CoverItem]) -> frozenset[str]:
    """The words of the registrant's name in lower case, none where nothing tells it; with the ticker symbol that a release puts behind
    its name, by which releases go on."""
    told = [filer.name.value for filer in filing.header.filers if filer.name]
    told.extend(item.value for item in cover if item.item == "registrant_name")
    names = frozenset(word for name in told for word in _WORD.findall(name.lower()))
    openings = [_opening(document) for document in filing.documents]
    listed = [found for texts in openings for found in _listed(texts)]
    if not names and listed:
        names = listed[0][0] if all(name & listed[0][0] for name, _ in listed) else frozenset()
    elif not names:
        names = next((found for texts in openings for found in _announcing(texts)), frozenset())
    return names.union(*({ticker} for name, ticker in listed if name & names))


def _opening(document: Document) -> list[str]:
    """The first paragraphs of a release that may name who speaks."""
    return [block.text.translate(PLAIN_APOSTROPHES) for block in first_paragraphs(document)]


def _listed(texts: Sequence[str]) -> Iterator[tuple[frozenset[str], str]]:
    """Companies with the symbols by which their shares are listed."""
    for text in texts:
        if "(" in text:
            for match in _LISTED.finditer(text):
                if name := _name_before(text, match.start()):
                    yield name, match["ticker"].lower()


def _announcing(texts: Sequence[str]) -> Iterator[frozenset[str]]:
    """Who announces or reports something."""
    for text in texts:
        announced = _ANNOUNCES.search(text)
        if announced and (name := _name_before(text, announced.start())):
            yield name


def _name_before(text: str, end: int) -> frozenset[str]:
    """The words in capitals that end there, as far as no mark parts them."""
    found: list[str] = []
    for word in reversed(_DASH.sub(" - ", text[:end]).split()[-_LONGEST:]):
        bare = word.strip("*#_\"',.")
        parted = found and word.endswith(",") and not is_legal_form(found[-1])
        if parted or not bare or ")" in bare or not (bare[0].isupper() or bare[0].isdigit() or bare[1:2].isupper() or bare in _BETWEEN):
            break
        found.append(bare.lower())
    while found and found[-1] in _BETWEEN:
        found.pop()
    words = frozenset(part for word in found for part in _WORD.findall(word))
    return frozenset() if words <= word_list("capital") | _BETWEEN else words
