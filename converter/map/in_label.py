"""Numbers inside labels: allowances, par values, shares authorised, issued, outstanding and in treasury."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from converter.map.facts.amounts import amount
from converter.map.facts.drafts import Draft
from converter.map.facts.extensions import Extensions
from converter.map.facts.leftovers import unknown
from converter.map.facts.measures import OwnMeasures
from converter.map.rows.labels import words
from converter.map.rows.lines import is_live, value_kind
from converter.map.tables import rules
from converter.model import Figure, LeftNumber, Place, Reason, Statement, StatementRow
from converter.patterns import regex
from converter.taxonomy import Taxonomy

NEAR = 8
"""So many words before and after a number may name it."""


@cache
def _kinds() -> dict[str, str]:
    return {row[0]: row[1] for row in rules("label_of.tsv")}


@cache
def _named() -> dict[tuple[str, str, str], str]:
    return {(of, word, unit): concept for of, word, unit, concept in rules("in_label.tsv")}


def in_label_drafts(
    row: StatementRow, dimensions: tuple[tuple[str, str], ...], statement: Statement, taxonomy: Taxonomy, extensions: Extensions
) -> tuple[list[Draft], list[LeftNumber], list[LeftNumber]]:
    """(drafts, unmapped, ignored) of the numbers in a row's label. An amount that no concept of ours is for gets one of the filing's own,
    named by its row and the words before it."""
    drafts: list[Draft] = []
    unmapped: list[LeftNumber] = []
    ignored: list[LeftNumber] = []
    own = OwnMeasures(row, statement, extensions)
    of = _of(row) or _of_row_above(row, statement)
    named = [(figure, () if figure.ignored or not is_live(figure) else _concepts(figure, of, taxonomy)) for figure in row.in_label]
    named = [(figure, concepts) for figure, concepts in named if not _is_of_another_day(figure, concepts, row)]
    doubtful = _doubtful(named)
    for figure, concepts in named:
        if figure.ignored:
            ignored.append(LeftNumber(figure.place, row.label, "in-label", figure.reason or "no amount", statement.kind))
        elif not is_live(figure):
            unmapped.append(
                LeftNumber(figure.place, row.label, unknown(figure), figure.reason or "nothing tells what it counts", statement.kind)
            )
        elif concepts and (sure := [concept for concept in concepts if (concept, figure) not in doubtful]):
            drafts += [_balance(figure, f"gaap:{concept}", row, dimensions, statement) for concept in sure]
        elif concepts:
            unmapped.append(LeftNumber(figure.place, row.label, "in-label", _TWO_NUMBERS, statement.kind))
        elif _SET_ASIDE.search(figure.before) and figure.unit is not None and value_kind(figure.unit) == "shares":
            ignored.append(LeftNumber(figure.place, row.label, "in-label", "a part of the shares counted before it", statement.kind))
        elif concept := own.concept(figure):
            drafts.append(_draft(figure, concept, row, dimensions, statement))
        else:
            ignored.append(
                LeftNumber(
                    figure.place, row.label, "in-label", "a number inside a label whose words name no amount that we know", statement.kind
                )
            )
    return drafts, unmapped, ignored


def _is_of_another_day(figure: Figure, concepts: Sequence[str], row: StatementRow) -> bool:
    """Whether a number without a date, printed once for several columns, is not this column's: par value and what is authorised hold for
    all, but an allowance or an issue changes with the row's amount, and what is printed is the newest day's."""
    if not concepts or concepts[0].endswith(_OF_THE_WHOLE) or figure.period is None or _YEAR.search(figure.after):
        return False
    amounts = {each.column: each.number.value for each in row.figures if is_live(each)}
    mine = amounts.get(figure.column)
    days = [
        other.period.end
        for other in row.in_label
        if other.place == figure.place and other.period and amounts.get(other.column, mine) != mine
    ]
    return mine is not None and any(day > figure.period.end for day in days)


_YEAR = regex(r"\b(?:19|20)\d\d\b")
_TWO_NUMBERS = "another number of the label says the same of this column"


def _doubtful(named: Sequence[tuple[Figure, tuple[str, ...]]]) -> set[tuple[str, Figure]]:
    """What is not so for a column because another number of the label is: a number without a date gives way to the dated ones
    ("5,123 shares issued (5,100 in 1997)"), and of several that say the same, none is sure. Par value and authorised shares come before
    a series' own."""
    said: dict[str, dict[Place, list[Figure]]] = {}
    for figure, concepts in named:
        for concept in concepts:
            said.setdefault(concept, {}).setdefault(figure.place, []).append(figure)
    several = {concept: list(numbers.values()) for concept, numbers in said.items() if len(numbers) > 1}
    return {(concept, figure) for concept, numbers in several.items() for figure in _second(numbers, concept.endswith(_OF_THE_WHOLE))}


_OF_THE_WHOLE = ("PerShare", "Authorized")


def _second(numbers: list[list[Figure]], is_first: bool) -> list[Figure]:
    doubtful: list[Figure] = []
    for mine in numbers:
        for figure in mine:
            others = [each for each in numbers if each is not mine and _says_otherwise(each, figure)]
            closer = any(len(each) < len(mine) for each in others)
            alike = [each for each in others if len(each) == len(mine)]
            first = is_first and all(numbers.index(mine) < numbers.index(each) for each in alike)
            if closer or (alike and not first):
                doubtful.append(figure)
    return doubtful


def _says_otherwise(number: list[Figure], figure: Figure) -> bool:
    return any(each.column == figure.column and each.number.value != figure.number.value for each in number)


def _of(row: StatementRow) -> str:
    """What the row is about: the first word of its label, else of its headings, that the table knows. "Cost of common stock in treasury"
    is about the treasury; "common stock, issued 5,500 shares, 200 in treasury" is not."""
    for text in (row.label, *reversed(row.heads)):
        said = words(text) or ()
        known = [_kinds()[word] for word in said if word in _kinds()]
        if set(known) <= {"treasury"} and _ISSUE_WITH_TREASURY.search(text):
            # "Class A, issued 5,500 shares, including 200 in treasury": the class of the heading.
            continue
        if not known and "treasury" in text.lower():
            # "Less 5,123 shares in treasury": the words that name a row stand behind the number.
            return "treasury"
        if known:
            return "treasury" if "treasury" in known and _OF_ISSUE.isdisjoint(said) else known[0]
    return "common" if _CLASS_OF_STOCK.match(row.label) else ""


def _of_row_above(row: StatementRow, statement: Statement) -> str:
    """Counts of shares on a line of their own, "Issued 5,500 shares; outstanding 5,300", are of the stock of the row above."""
    if not _COUNTS.match(row.label):
        return ""
    at = next((n for n, each in enumerate(statement.rows) if each is row), 0)
    above = (_of(each) for each in reversed(statement.rows[max(0, at - _ROWS_ABOVE) : at]))
    kind = next(filter(None, above), "")
    return kind if kind in _STOCKS else ""


_COUNTS = regex(
    r"(?:shares\s(?:authori[sz]ed|issued|outstanding)|shares(?=:)|authori[sz]ed|issued|outstanding)\b[^;\d]{0,20}\d", re.IGNORECASE
)
_ROWS_ABOVE = 3
_STOCKS = frozenset({"common", "preferred", "treasury"})

_CLASS_OF_STOCK = regex(r"class\s[a-c]\b.{0,60}\b(?:shares|par)\b", re.IGNORECASE)
_ISSUE_WITH_TREASURY = regex(
    r"\b(?:issued|authori[sz]ed)\b.{1,90}\b(?:including|excluding|less|net\s+of)\b.{1,40}\btreasury\b", re.IGNORECASE
)
_UNITS = regex(r"\s*(?:limited\s+partnership\s+)?units\b", re.IGNORECASE)
_OF_ISSUE = frozenset({"issued", "authorized", "par", "issue"})


def _concepts(figure: Figure, of: str, taxonomy: Taxonomy) -> tuple[str, ...]:
    """The concepts that the words next to a number name: in its own clause, else beyond; "issued and outstanding" are two."""
    assert figure.unit is not None
    kind = value_kind(figure.unit)
    if kind == "shares" and of != "treasury" and (set_aside := _SET_ASIDE.search(figure.before)):
        if "treasury" not in set_aside[0].lower() + _CLAUSE_END.split(figure.after, maxsplit=1)[0].lower():
            return ()
        of = "treasury"
    if kind == "shares" and of == "common" and _UNITS.match(figure.after):
        of = "limited"
    own_after, own_before = (
        _INTRODUCTION.sub("", _CLAUSE_END.split(figure.after, maxsplit=1)[0]),
        _OTHERS_WORDS.sub("", _CLAUSE_START.split(figure.before)[-1]),
    )
    near = [_plain(own_after), _plain(_DIGITS.split(own_before)[-1])[::-1]]
    beside = _WORD_BEFORE.search(own_before)
    if beside and _name(of, beside[0].lower().strip(" :-"), kind) and not _COUNT.search(own_before):
        # "Authorized 5,000 shares, issued 1,200": each number has its word before it.
        near.reverse()
    places = (*near, _plain(figure.after)[:NEAR], _plain(figure.before)[::-1][:NEAR], ["*"])
    for found in places:
        for position, word in enumerate(found):
            name = _name(of, word, kind)
            if name and f"gaap:{name}" in taxonomy.concepts:
                return _listed(name, of, kind, found[position + 1 : position + 4])
    return ()


def _name(of: str, word: str, kind: str) -> str:
    return _named().get((of, _STEMS.get(word, word.removesuffix("s")), kind), "")


def _listed(name: str, of: str, kind: str, following: list[str]) -> tuple[str, ...]:
    """One number may say two things, or three: "authorized, issued and outstanding"."""
    others = [_named().get((of, word, kind)) for word in following if word != "and"]
    told = others[: 1 if following[:1] == ["and"] else 2 if following[1:2] == ["and"] else 0]
    return tuple(dict.fromkeys((name, *(each for each in told if each))))


def _plain(text: str) -> list[str]:
    return _WORD.findall(text.lower())


_WORD = regex(r"[a-z]+")
_CLAUSE_END = regex(r"[;.)]|\d")
_INTRODUCTION = regex(r"(?<![^:,–—-])[^:,–—-]*+(?:[:–—]|--?)\s*(?:none\b.*)?$", re.IGNORECASE)
"""Words that end in a dash or colon are of the number behind them: "Authorized shares - 5,000 Issued shares - 1,200"."""
_SET_ASIDE = regex(
    r"\b(?:excluding|exclusive\s+of|including|net\s+of|less)\s+(?:treasury\s+(?:shares|stock)\W{1,3}(?:(?:(?:19|20)\d\d|and)\W{1,3}){0,3})?$",
    re.IGNORECASE,
)
_CLAUSE_START = regex(r"[;(]")
_OTHERS_WORDS = regex(r"^.*\d\s*(?:shares |share )?[a-z][a-z ]*+,")
"""Words right behind a number belong to that one: "5,500 shares authorized, 2,293 issued"."""
_WORD_BEFORE = regex(r"(?<![a-z])[a-z]++\s{0,2}[:-]{0,2}\s{0,2}$", re.IGNORECASE)
_COUNT = regex(r"\d\s{0,2}(?:(?:million|billion)\s)?shares?\b", re.IGNORECASE)
_DIGITS = regex(r"[$\d][\d,.]*")
_STEMS = {"designated": "authorized", "authorised": "authorized", "authorize": "authorized", "uncollectible": "doubtful"}


def _balance(figure: Figure, concept: str, row: StatementRow, dimensions: tuple[tuple[str, str], ...], statement: Statement) -> Draft:
    """Our concepts for numbers in labels are all balances, and none is negative: parentheses are the label's."""
    draft = _draft(figure, concept, row, dimensions, statement)
    return replace(draft, period=draft.period.as_instant(), value=abs(draft.value) if draft.value is not None else None)


def _draft(figure: Figure, concept: str, row: StatementRow, dimensions: tuple[tuple[str, str], ...], statement: Statement) -> Draft:
    assert figure.period is not None
    assert figure.unit is not None
    assert figure.scale is not None
    why = Reason(f"the words next to it in the label {row.label[:80]!r}", 1.5)
    return Draft(
        concept,
        figure.period,
        figure.unit,
        amount(figure.number, figure.scale),
        figure.number.places - figure.scale,
        statement.kind,
        figure.place,
        row.label,
        (why,),
        (),
        dimensions if figure.unit.numerator == "xbrli:shares" or figure.unit.denominator else (),
    )
