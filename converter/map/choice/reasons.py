"""Why a row got its concept, in words, with weights in log-odds.

The weights (`tables/confidence.tsv`) were fitted by logistic regression on what became of the rows of companies that the weights of the
choice had not seen (`scripts/fit_confidence.py`, docs/mapping.md); `arithmetic.confidence` adds them up.
"""

from __future__ import annotations

from functools import cache
from math import log

from msgspec.structs import replace

from converter.arithmetic import confidence
from converter.map.candidates.options import OWN, Option
from converter.map.choice.joint import Chosen
from converter.map.rows.lines import Line
from converter.map.tables import rules
from converter.model import Reason

LONG_LABEL = 8
OWN_WEIGHT = 1.0
SUREST = 0.9995


@cache
def _weights() -> dict[str, float]:
    return {name: float(weight) for name, weight in rules("confidence.tsv")}


def reasons_for(chosen: Chosen, line: Line, when: str, sign: int, by_sum: bool, proven: bool) -> tuple[Reason, ...]:
    """The reasons of a row's facts; their weights add up to the log-odds of number, period and concept being right. ``when`` is the
    report's `clues.era`."""
    found = [_of_label(chosen, line, when)]
    if chosen.option.concept != OWN:
        found += _of_row(chosen, line)
    if proven:
        found.append(Reason("a sum of the statement proves the number", 0.0))
    if sign < 0:
        found.append(Reason("printed sign turned: " + ("its sum says so" if by_sum else "by the concept's meaning"), 0.0))
    return tuple(found)


def trusted(chosen: Chosen, line: Line, when: str, least: float) -> Chosen:
    """The row's own concept instead of a standard one that is less likely right than ``least``: a wrong standard concept is worse."""
    if chosen.option.concept == OWN:
        return chosen
    caution = _weights()[f"caution: {when}"]
    likely = confidence([_weight_of_label(chosen, when), *[reason.weight for reason in _of_row(chosen, line)], -caution])
    return chosen if likely >= least else replace(chosen, option=Option(OWN, chosen.option.score, chosen.option.chance))


def _of_label(chosen: Chosen, line: Line, when: str) -> Reason:
    option = chosen.option
    label = " ".join(line.row.label.split())
    if option.concept == OWN:
        return Reason(f"no standard concept fits {label!r} well enough" if label else "no label and no known total", OWN_WEIGHT)
    weight = _weight_of_label(chosen, when)
    if not label:
        return Reason(f"the sum of its parts is {option.concept}", weight)
    how = f"label of {option.exact} filers" if option.exact else "words of the label"
    return Reason(f"{how}: {label!r} means {option.concept}", weight)


def _weight_of_label(chosen: Chosen, when: str) -> float:
    """What the label of a row with a standard concept is worth."""
    known = _weights()
    return round(known["base"] + known[when] + known[f"caution: {when}"] + known["belief"] * logit(chosen.belief), 2)


def _of_row(chosen: Chosen, line: Line) -> list[Reason]:
    found, known = [], _weights()
    if line.kind == "perShare":
        found.append(Reason("an amount per share", known["per share"]))
    if len(line.words) >= LONG_LABEL:
        found.append(Reason("a long label says more than a concept's name", known["long"]))
    if chosen.arcs > 0:
        found.append(Reason("the sums it stands in are known to the calculation trees", 0.0))
    if chosen.linked > 0:
        found.append(Reason("another statement prints the same number for the concept", 0.0))
    elif chosen.linked < 0:
        found.append(Reason("another statement prints another number for the concept", 0.0))
    return found


def logit(p: float) -> float:
    """Log-odds, short of certainty."""
    p = min(SUREST, max(1 - SUREST, p))
    return log(p / (1 - p))
