"""Why a row got its concept, in words, with weights in log-odds.

The weights were fitted by logistic regression on what became of the rows of filings with known concepts (docs/mapping.md);
`arithmetic.confidence` adds them up.
"""

from __future__ import annotations

from dataclasses import replace
from math import log, log1p

from converter.arithmetic import confidence
from converter.map.choice import Chosen
from converter.map.lines import Line
from converter.map.options import OWN, Option
from converter.model import Reason

BASE, BELIEF, CHANCE, FILERS = -0.44, 0.44, 0.13, 0.18
PROVEN, PER_SHARE, SHARES, LONG = 0.27, 2.2, 0.95, -0.59
LONG_LABEL = 8
OWN_WEIGHT = 1.0


def reasons_for(chosen: Chosen, line: Line, sign: int, by_sum: bool, proven: bool) -> tuple[Reason, ...]:
    """The reasons of a row's facts; their weights add up to the log-odds of number, period and concept being right."""
    found = [_of_label(chosen, line)]
    if chosen.option.concept != OWN:
        found += _of_row(chosen, line)
    if proven:
        found.append(Reason("a sum of the statement proves the number", PROVEN))
    if sign < 0:
        found.append(Reason("printed sign turned: " + ("its sum says so" if by_sum else "by the concept's meaning"), 0.0))
    return tuple(found)


def trusted(chosen: Chosen, line: Line, least: float) -> Chosen:
    """The row's own concept instead of a standard one that is less likely right than ``least``: a wrong standard concept is worse."""
    if chosen.option.concept == OWN:
        return chosen
    likely = confidence(reason.weight for reason in (_of_label(chosen, line), *_of_row(chosen, line)))
    return chosen if likely >= least else replace(chosen, option=Option(OWN, chosen.option.score, chosen.option.chance))


def _of_label(chosen: Chosen, line: Line) -> Reason:
    option = chosen.option
    label = " ".join(line.row.label.split())
    if option.concept == OWN:
        return Reason(f"no standard concept fits {label!r} well enough" if label else "no label and no known total", OWN_WEIGHT)
    weight = BASE + BELIEF * _logit(chosen.belief) + CHANCE * _logit(option.chance) + FILERS * log1p(min(option.exact, 1000))
    if not label:
        return Reason(f"the sum of its parts is {option.concept}", round(weight, 2))
    how = f"label of {option.exact} filers" if option.exact else "words of the label"
    return Reason(f"{how}: {label!r} means {option.concept}", round(weight, 2))


def _of_row(chosen: Chosen, line: Line) -> list[Reason]:
    found = []
    if line.kind == "perShare":
        found.append(Reason("an amount per share", PER_SHARE))
    elif line.kind == "shares":
        found.append(Reason("a number of shares", SHARES))
    if len(line.words) >= LONG_LABEL:
        found.append(Reason("a long label says more than a concept's name", LONG))
    if chosen.arcs > 0:
        found.append(Reason("the sums it stands in are known to the calculation trees", 0.0))
    if chosen.linked > 0:
        found.append(Reason("another statement prints the same number for the concept", 0.0))
    return found


def _logit(p: float) -> float:
    p = min(0.995, max(0.01, p))
    return log(p / (1 - p))
