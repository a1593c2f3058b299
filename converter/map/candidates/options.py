"""What a row may mean: concepts that its label, kind, section and printed sides allow, with a score in nats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from msgspec import Struct, field
from msgspec.structs import replace

from converter.map.candidates.clues import (
    WHOLE,
    Clue,
    era,
    industry_clues,
    needs,
    own_place_clues,
    place_clues,
    weigh,
)
from converter.map.candidates.industry import Industry
from converter.map.candidates.not_of import is_ruled_out, ruled_out
from converter.map.candidates.parts import is_of_heading
from converter.map.candidates.readings import COUNTED, kind_of, readings
from converter.map.candidates.segments import WHOLE_OF_STATEMENT
from converter.map.rows.labels import bag
from converter.map.rows.lines import Line
from converter.map.signs.sides import sign_words
from converter.map.tables import Group, rules, trait, word_model
from converter.taxonomy import Taxonomy

OWN = ""
"""The option of a concept of the filing's own."""
MOST_OPTIONS, HOPELESS = 8, 7.0
CHANGES = frozenset({"increase_asset", "increase_liability"})
"""The natures of changes of working capital."""


class Option(Struct, frozen=True):
    """``concept`` is a local name, or `OWN`. ``chance`` is what the label alone gives, ``exact`` the filers of this very label."""

    concept: str
    score: float
    chance: float
    exact: int = 0


class Setting(Struct, frozen=True):
    """What a whole report says to each of its rows: its year, the words of all its labels, and where in the row's own statement the words
    stand that some concepts make sense beside (first and last row)."""

    year: int
    vocabulary: frozenset[str]
    beside: Mapping[frozenset[str], tuple[int, int]] = field(default_factory=dict)
    industry: Industry = ()
    parts: frozenset[int] = frozenset()
    """Rows that are one of several below a heading of what comes after the year's taxes, one of several accruals, or that depreciation is
    taken off below."""
    rolled: range = range(0)
    """Rows between the balances that a statement of income and retained earnings begins and ends with."""
    bases: frozenset[int] = frozenset()
    """Rows that tell a profit on another basis than the statement's, or a total that no concept is called."""
    segments: frozenset[int] = frozenset()
    """Rows that are of a part of the business alone, and totals of what is no revenue."""


def between_balances(lines: Sequence[Line]) -> range:
    """The rows between the first and the last balance of a statement of income: what equity was added to or taken off."""
    balances = [line.index for line in lines if line.row.instant]
    return range(balances[0] + 1, balances[-1]) if len(balances) > 1 else range(0)


_BOTH_WAYS = frozenset({"increase", "decrease"})
"""What says both is neither proceeds nor payments: one filer in twenty says otherwise."""
_NOT_BELOW = {"ca": "liability", "na": "liability", "cl": "asset", "nl": "asset"}
"""What no row is that stands on the other side of the balance sheet: "Security deposits" are paid among the assets."""


_GROSS_OF_ALLOWANCES = frozenset({"gross", "revenue"})
"""No margin: what casinos take in before what they give away."""


def beside(lines: Sequence[Line]) -> Mapping[frozenset[str], tuple[int, int]]:
    """For each set of words that a concept needs beside it: the first and the last row of a statement that has one of them."""
    found: dict[frozenset[str], tuple[int, int]] = {}
    for wanted in {wanted for _, _, wanted in needs().values()}:
        at = [line.index for line in lines if not wanted.isdisjoint(line.words) and not _GROSS_OF_ALLOWANCES.issubset(line.words)]
        if at:
            found[wanted] = at[0], at[-1]
    return found


def options(line: Line, group: Group, taxonomy: Taxonomy, setting: Setting) -> list[Option]:
    """Concepts of the row's type and period type, best first, and last the option of an own concept."""
    tokens, head = _reading(line)
    when, section = era(setting.year), line.section
    label = readings(group, tokens, head, line.words, line.kind, line.instant, setting.year, taxonomy, section in WHOLE)
    scores = [each.score + _outside_score(group, each.name, section, when, label.case, setting.industry) for each in label.readings]
    sided, wanting = group == "cashflow" and section in _SIDED, needs()
    printed = printed_sides(line) if sided else (0, 0)
    for k, each in enumerate(label.readings):
        if sided or each.name in wanting:
            scores[k] += weigh(row_clues(each.name, line, group, taxonomy, setting, printed))
    against = _against_heading(line) if group == "income" else ""
    if against:
        scores = _by_heading(scores, [_balance_of(each.name, taxonomy) == against for each in label.readings])
    least = max(scores, default=0.0) - HOPELESS
    found = [Option(each.name, score, each.chance, each.exact) for each, score in zip(label.readings, scores, strict=True) if score > least]
    if line.kind == "perShare" and line.heads and "share" not in line.words:
        found = _with_counterparts(found, line, group, taxonomy, setting)
    if others := ruled_out(line, setting.vocabulary):
        found = [option for option in found if not is_ruled_out(option.concept, others)]
    found = _fitting(found, line, setting, taxonomy)
    if "before" in line.words:
        found = _instead(found, line.words)
    found.sort(key=_best_first)
    if sided and found and _is_of_operations(found[0].concept, section, taxonomy):
        found = [option for option in found if not _is_of_operations(option.concept, section, taxonomy)]
    return [*found[:MOST_OPTIONS], Option(OWN, label.own_score + _own_place(section), label.own_chance)]


def _fitting(found: list[Option], line: Line, setting: Setting, taxonomy: Taxonomy) -> list[Option]:
    """The options without what no row is that stands where this one stands, or is printed so."""
    if line.index in setting.bases:
        return []
    if line.section == "na":
        found = [option for option in found if not option.concept.endswith("Current")]
    if line.index in setting.parts:
        found = [option for option in found if not option.concept.startswith(_WHOLE_OF_HEADING)]
    found = of_the_part(line, found, setting)
    if _is_revenue(line):
        found = [option for option in found if _balance_of(option.concept, taxonomy) != "debit"]
    against = _natures_against(line, setting)
    return [option for option in found if taxonomy.nature(f"gaap:{option.concept}") not in against] if against else found


def of_the_part(line: Line, found: list[Option], setting: Setting) -> list[Option]:
    """The options without what is of the whole, for a row that is of a part of the business; a sum without a label is the part's own."""
    if line.index not in setting.segments:
        return found
    return [option for option in found if option.concept == OWN or (line.words and not option.concept.startswith(WHOLE_OF_STATEMENT))]


def _natures_against(line: Line, setting: Setting) -> tuple[str, ...]:
    """The natures of what no such row is."""
    if line.index in setting.rolled:
        return ("revenue", "expense")
    if line.section in _NOT_BELOW:
        return (_NOT_BELOW[line.section],)
    if line.section in _SIDED and _BOTH_WAYS.issubset(line.words):
        return ("inflow", "outflow")
    if line.section == "op" and "proceed" not in line.words:
        # What operations take off was not received.
        below, above = printed_sides(line)
        return ("inflow",) if below and not above else ()
    return ()


def _against_heading(line: Line) -> str:
    """The balance of concepts that the heading above a row speaks against, where its label names no side itself."""
    against, words = _AGAINST_HEADING.get(line.section, ("", frozenset()))
    silent = line.words == ("total",) or sign_words("says_side").isdisjoint(line.words)
    return against if silent and any(not words.isdisjoint(head) for head in line.heads) else ""


def _is_revenue(line: Line) -> bool:
    """Whether a row stands right below a heading of revenues and nothing in it or in its figures says otherwise."""
    said = _against_heading(line) == "debit" and not {"revenue", "sale"}.isdisjoint(line.heads[-1]) and line.words[:1] != ("less",)
    return said and _NOT_EARNED.isdisjoint((*line.words, *line.heads[-1])) and not printed_sides(line)[0]


_NOT_EARNED = frozenset({"allowance", "cost", "deduction", "expense", "returns", "taxe"})


def _by_heading(scores: list[float], against: list[bool]) -> list[float]:
    """Scores with less for what is on the other side than the heading says, where the label may mean one or the other."""
    best = max(scores, default=0.0)
    if not any(score > best - _REACH and not other for score, other in zip(scores, against, strict=True)):
        return scores
    return [score - _AGAINST * other for score, other in zip(scores, against, strict=True)]


_AGAINST_HEADING = {"rv": ("debit", frozenset({"revenue", "sale", "income"})), "ex": ("credit", frozenset({"cost", "expense"}))}
_AGAINST, _REACH = 2.0, 2.5
"""Nats. "Food" under "Revenues:" is no cost, and under "Expenses:" no revenue."""


@lru_cache(maxsize=1 << 12)
def _is_of_operations(name: str, section: str, taxonomy: Taxonomy) -> bool:
    """Whether a concept is a change of working capital that no filer places among investing or financing activities."""
    known = trait("cashflow", name)
    many = known.filers + known.today > _MANY_FILERS or "Other" in name
    return taxonomy.nature(f"gaap:{name}") in CHANGES and many and bool(known.sections) and known.share(section) < _NO_FILER


_NO_FILER, _MANY_FILERS = 0.05, 50


@lru_cache(maxsize=1 << 12)
def _balance_of(name: str, taxonomy: Taxonomy) -> str:
    concept = taxonomy.concept(f"gaap:{name}")
    return concept.balance if concept else ""


def _with_counterparts(found: list[Option], line: Line, group: Group, taxonomy: Taxonomy, setting: Setting) -> list[Option]:
    """Below a heading per share a row is called what its amount is called further up: "Extraordinary item" for each share. Where filers
    know the label so, the heading's own words say nothing of it."""
    label = readings(group, line.words, (), line.words, "monetary", False, setting.year, taxonomy)
    sure = any(each.exact and each.chance >= _SURE and each.name in _counterparts() for each in label.readings)
    best = {option.concept: option for option in found if not sure or not option.concept.startswith(_WHOLE_PER_SHARE)}
    for each in label.readings:
        name = _counterparts().get(each.name, "")
        score = each.score + _outside_score(group, each.name, line.section, era(setting.year), label.case, setting.industry)
        if kind_of(name, taxonomy)[0] == line.kind and (name not in best or best[name].score < score):
            best[name] = Option(name, score, each.chance, each.exact)
    return list(best.values())


_SURE = 0.5
_WHOLE_PER_SHARE = ("EarningsPerShare", "CommonStockDividendsPerShare")


@cache
def _counterparts() -> dict[str, str]:
    return {row[0]: row[1] for row in rules("per_share_of.tsv")}


def _instead(found: list[Option], tokens: tuple[str, ...]) -> list[Option]:
    """The options with what the label says more precisely than filers' counts: "before equity in earnings" leaves them out."""
    for words, concept, other in rules("instead.tsv"):
        said = words.split(" ")
        places = [tokens.index(word) for word in said if word in tokens]
        if len(places) == len(said) and places == sorted(places) and all(option.concept != other for option in found):
            found = [replace(option, concept=other) if option.concept == concept else option for option in found]
    return found


def _best_first(option: Option) -> tuple[float, str]:
    return -option.score, option.concept


_EQUIVALENTS = frozenset({"equivalent"})


_WHOLE_OF_HEADING = (
    "AccruedLiabilities",
    "OtherAccruedLiabilities",
    "OtherLiabilities",
    "CumulativeEffectOfChangeInAccountingPrinciple",
    "ExtraordinaryItem",
    "IncomeLossFromDiscontinuedOperations",
    "IncomeLossFromExtraordinaryItems",
    "IncomeTaxExpenseBenefit",
    "InventoryNet",
    "PropertyPlantAndEquipmentNet",
    "RealEstateInvestmentPropertyNet",
)
"""What no row is that is a part of it, one of several, or stands above what is taken off; the taxes of such a part are not the year's."""
_CLASS, _COMMON = ("class",), frozenset({"common", "stock"})
_OF_CASH = ("iv", "fi", "sp")
MOST_HEAD = 8


def _reading(line: Line) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a row that count, and those of its heading that count for less."""
    tokens, head = line.words, line.heads[-1] if line.heads else ()
    if line.kind not in COUNTED:
        deeds = sign_words("deed")
        if not deeds.isdisjoint(head) and deeds.isdisjoint(tokens) and len(head) <= MOST_HEAD and line.section in _OF_CASH:
            # "Purchases of: fixed maturities" is one label on two lines.
            joined = (*head, *tokens)
            if word_model("cashflow").label(bag(joined)):
                return joined, ()
        if line.kind == "monetary" and is_of_heading(tokens, head):
            return (*head, *tokens), ()
        if tokens[:1] == _CLASS and _COMMON.issubset(head) and "preferred" not in tokens:
            # "Class A convertible" below "Common stock": which class it is is told by a dimension.
            return head, ()
        return tokens, head
    if len(tokens) < 4:
        # "Basic" and "Net income" say little; what is counted stands in the heading.
        tokens, head = (*head, *tokens) if head != tokens[: len(head)] else tokens, ()
    if len(tokens) > 3 and tokens[-3:-1] == ("class", "common"):
        # The class is told by a dimension (`classes`).
        tokens = tokens[:-3]
    if "primary" in tokens:
        # Until 1997: what became basic earnings per share, and the shares of it.
        tokens = tuple(["basic" if word == "primary" else word for word in tokens if word not in _EQUIVALENTS])
    elif "fully" in tokens and "diluted" in tokens:
        tokens = tuple([word for word in tokens if word != "fully"])
    if {"basic", "diluted"} <= set(tokens):
        # Told as two facts (`twins`), so it reads as the first of them.
        tokens = tuple([word for word in tokens if word not in ("diluted", "and")])
    return tokens, head


@lru_cache(maxsize=1 << 6)
def _own_place(section: str) -> float:
    return weigh(own_place_clues(section))


def _outside_score(group: Group, name: str, section: str, when: str, case: str, industry: Industry) -> float:
    """What speaks for a concept beside the label: the place, the time, the business."""
    # Each report's businesses are others: what they say of a concept is asked once.
    return _place_score(group, name, section, when, case) + weigh(industry_clues(group, name, industry, when, case))


@lru_cache(maxsize=1 << 14)
def _place_score(group: Group, name: str, section: str, when: str, case: str) -> float:
    return weigh(place_clues(group, name, section, when, case))


def printed_sides(line: Line) -> tuple[int, int]:
    """How many of a row's figures are printed below nought, and above."""
    values = [f.number.value for f in line.row.figures if not f.ignored]
    return sum([v < 0 for v in values]), sum([v > 0 for v in values])


def row_clues(concept: str, line: Line, group: Group, taxonomy: Taxonomy, setting: Setting, printed: tuple[int, int]) -> list[Clue]:
    """What the row's own figures (``printed``: `printed_sides`) and the other rows of the report say of a concept."""
    found = _beside(concept, line, group, setting)
    if group == "cashflow" and line.section in _SIDED:
        found += _sided(concept, taxonomy, *printed)
    return found


def _beside(concept: str, line: Line, group: Group, setting: Setting) -> list[Clue]:
    """Some concepts make sense only beside others: net income "including the minority" where a minority is spoken of."""
    clue, since, wanted = needs().get(concept, ("", 0, _NOTHING))
    if not clue:
        return []
    if setting.year < since:
        return [(f"{clue}: too early", 1.0)]
    first, last = setting.beside.get(wanted, (line.index, line.index))
    if not wanted.isdisjoint(line.words):
        where = "said"
    elif first < line.index:
        where = "around" if last > line.index else "above"
    elif last > line.index:
        where = "below"
    else:
        where = "elsewhere" if wanted & setting.vocabulary else "nowhere"
    return [(f"{clue}: {where}, {group}", 1.0)]


_NOTHING: frozenset[str] = frozenset()
_SIDED = ("iv", "fi")


def _sided(concept: str, taxonomy: Taxonomy, below: int, above: int) -> list[Clue]:
    """Cash that comes in is not printed in parentheses, and cash that goes out mostly is; what does both in turn is neither."""
    nature = taxonomy.nature(f"gaap:{concept}")
    if nature not in ("inflow", "outflow"):
        return []
    if below and above:
        return [("one way printed both ways", 1.0)]
    if nature == "inflow":
        return [("inflow printed negative", 1.0)] if below > above else []
    return [("outflow printed positive", 1.0)] if above > below else []
