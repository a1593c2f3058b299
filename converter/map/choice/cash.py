"""The identity of a cash flow statement: three kinds of flows, and the effect of exchange rates, are the change in cash. It tells what a
row is, whatever words a filing has for it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from converter.map.candidates.options import OWN, Option
from converter.map.candidates.vintages import as_of, kin_of
from converter.map.choice.identities import led
from converter.map.choice.joint import Chosen
from converter.map.choice.memory import Memory
from converter.map.rows.lines import Line, is_live
from converter.taxonomy import Taxonomy

_FLOWS = tuple(f"NetCashProvidedByUsedIn{each}Activities" for each in ("Operating", "Investing", "Financing"))
_CHANGE = "CashAndCashEquivalentsPeriodIncreaseDecrease"
_EXCHANGE = "EffectOfExchangeRateOnCashAndCashEquivalents"
_CHANGES, _EFFECTS = "PeriodIncreaseDecrease", "EffectOfExchangeRateOnCash"
_WORDS_OF_EXCHANGE = frozenset({"exchange", "currency"})
"""Other rows may stand there too: cash of operations that were given up."""
_NEAR, _SAYS_SO = 6, 0.5
_CASH_EQUIVALENTS = "CashAndCashEquivalentsAtCarryingValue"
_CASH, _AHEAD = "Cash", 3.0
_MORE_THAN_CASH = frozenset({"equivalent", "investment", "security", "temporary", "restricted", "bank", "fund"})


class _Rows(Struct, frozen=True):
    """What the labels tell so far: rows of the three flows, of the effect, of the change."""

    flows: tuple[int, ...]
    effects: tuple[int, ...]
    changes: tuple[int, ...]


def with_cash_identity(
    lines: Sequence[Line], rows: Sequence[list[Option]], memory: Memory, year: int, taxonomy: Taxonomy
) -> list[list[Option]]:
    """The options of all rows. Where a row is the sum of the three flows in all columns, by itself or together with one row that speaks of
    exchange rates, the change in cash and the effect come first among theirs; the label keeps the say which change or effect."""
    out = _with_one_cash(lines, rows, memory)
    told = _told(rows)
    if told.flows:
        proven = dict(_proven(lines, told))
        for i in range(max(told.flows) + 1, len(rows)):
            out[i] = _first(rows[i], proven[i], as_of(proven[i], year, taxonomy)) if i in proven else _unproven(out[i])
    return out


def _unproven(options: list[Option]) -> list[Option]:
    """The options of a row that the identity does not tell: it is the change in cash, or the effect, where its label says so, and not
    because of where it stands."""
    for kind in (_CHANGES, _EFFECTS):
        if sum(option.chance for option in options if kind in option.concept) < _SAYS_SO:
            options = [option for option in options if kind not in option.concept]
    return options


def _with_one_cash(lines: Sequence[Line], rows: Sequence[list[Option]], memory: Memory) -> list[list[Option]]:
    """The opening and the closing balance are of one thing, whatever words each has: both have the options of both. Where they say no
    more than "cash", they are what the balance sheet calls the number."""
    out = list(rows)
    pair = _balances(lines)
    if pair and not any(line.row.instant and line.words for i, line in enumerate(lines) if i not in pair):
        known = [{option.concept: option for option in rows[i]} for i in pair]
        least = [min((option.score for option in rows[i]), default=0.0) for i in pair]
        merged = []
        for concept in dict.fromkeys([*known[0], *known[1]]):
            either = known[0].get(concept) or known[1][concept]
            score = sum(mine[concept].score if concept in mine else floor for mine, floor in zip(known, least, strict=True)) / 2
            merged.append(Option(concept, score, either.chance, either.exact))
        if not _MORE_THAN_CASH & {word for i in pair for word in lines[i].words}:
            name = next((said for i in reversed(pair) for said in memory.named(lines[i], _CASH)), _CASH)
            merged = [Option(o.concept, o.score + (_AHEAD if o.concept == name else 0.0), o.chance, o.exact) for o in merged]
            merged = merged if name == _CASH or any(option.concept == name for option in merged) else led(merged, name)
        for i in pair:
            out[i] = sorted(merged, key=lambda option: (option.concept == OWN, -option.score, option.concept))
    return out


def _balances(lines: Sequence[Line]) -> tuple[int, int] | None:
    """The rows of the one opening balance and of the first closing one: what the last consists of may follow."""
    starts, ends = ([i for i, line in enumerate(lines) if line.row.instant == end and line.words] for end in ("start", "end"))
    if len(starts) != 1 or not ends:
        return None
    end = next((i for i in ends if i > starts[0]), ends[0])
    return starts[0], end


def one_balance(lines: Sequence[Line], found: Sequence[Chosen], year: int) -> list[Chosen]:
    """The choices of all rows, where the opening and the closing balance are told to be one concept: the one that both speak for, or what
    took the place of the other. Nothing is changed where a further row has more right to it."""
    out, pair = list(found), _balances(lines)
    mine = [found[i] for i in pair or ()]
    names = {each.option.concept for each in mine}
    if pair is None or len(names) < len(mine) or OWN in names:
        return out
    here, there = ({each.option.concept: each.belief, **dict(each.others)} for each in mine)
    both = {concept: share * there.get(concept, 0.0) for concept, share in here.items()}
    later = kin_of(_CASH_EQUIVALENTS, "cashflow", year) if _CASH_EQUIVALENTS in names else ()
    best = max((each.option for each in mine), key=lambda option: (option.concept in later, both.get(option.concept, 0.0), option.concept))
    belief = both.get(best.concept, 0.0) / (sum(both.values()) or 1.0)
    further = _further(lines, found, pair, best.concept)
    if not belief or any(found[i].belief >= belief or not found[i].others for i in further):
        return out
    others = tuple((name, share) for name, share in both.items() if name != best.concept and share)
    for i in pair:
        out[i] = replace(found[i], option=best, belief=max(found[i].belief, belief), others=others, nearest=best.concept)
    for i in further:
        out[i] = _second(found[i])
    return out


def _further(lines: Sequence[Line], found: Sequence[Chosen], pair: tuple[int, int], concept: str) -> list[int]:
    """The rows beside the opening and the closing balance that are held to be the same, but say other figures than it."""
    closing = _by_column(lines[pair[1]])
    same = [i for i, each in enumerate(found) if each.option.concept == concept and i not in pair]
    return [i for i in same if _by_column(lines[i]) != closing]


def _second(chosen: Chosen) -> Chosen:
    """What a row is if it is not what it seemed."""
    (name, share), *others = chosen.others
    left = 1.0 - chosen.belief
    option = replace(chosen.option, concept=name)
    return replace(chosen, option=option, belief=share / left if left else 0.0, others=tuple(others), nearest=name)


def _first(options: list[Option], concept: str, name: str) -> list[Option]:
    """The label keeps its say which change or effect it is; ``name`` is what the year calls the concept, "" where it has none."""
    kind = _CHANGES if concept == _CHANGE else _EFFECTS
    if options and kind in options[0].concept:
        name = options[0].concept
    return led(options, name) if name else options


def _told(rows: Sequence[list[Option]]) -> _Rows:
    best = [mine[0].concept if mine else "" for mine in rows]
    known = [[i for i, concept in enumerate(best) if concept.startswith(flow)] for flow in _FLOWS]
    return _Rows(
        tuple(max(mine, key=lambda i: rows[i][0].score) for mine in known) if all(known) else (),
        tuple(i for i, concept in enumerate(best) if concept.startswith(_EFFECTS)),
        tuple(i for i, concept in enumerate(best) if _CHANGES in concept and "Cash" in concept),
    )


def _proven(lines: Sequence[Line], told: _Rows) -> list[tuple[int, str]]:
    """The rows that the identity tells, with their concepts."""
    last = max(told.flows)
    flows = [lines[i] for i in told.flows]
    later = [i for i in range(last + 1, len(lines)) if not lines[i].row.instant]
    effects = [i for i in later if i in told.effects or _WORDS_OF_EXCHANGE & set(lines[i].words)]
    for change in [*told.changes, *(i for i in range(last + 1, min(len(lines), last + 1 + _NEAR)) if i not in told.changes)]:
        if _is_sum(lines[change], flows):
            return [(change, _CHANGE)]
        for effect in effects:
            if effect != change and _is_sum(lines[change], [*flows, lines[effect]]):
                return [(change, _CHANGE), (effect, _EXCHANGE)]
    return []


def _is_sum(total: Line, parts: Sequence[Line]) -> bool:
    """Whether a row is the sum of others within their rounding, in every column that has them all; at least one is not nought."""
    values, several = _by_column(total), [_by_column(part) for part in parts]
    shared = [column for column in values if all(column in each for each in several)]
    step = max((Decimal(1).scaleb(-figure.number.places) for figure in total.row.figures), default=Decimal(1))
    return (
        not total.instant
        and any(values[column] for column in shared)
        and all(abs(sum(each[column] for each in several) - values[column]) <= step * len(parts) / 2 for column in shared)
    )


def _by_column(line: Line) -> dict[int, Decimal]:
    return {figure.column: figure.number.value for figure in line.row.figures if is_live(figure)}
