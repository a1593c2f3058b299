"""Why a row got its concept, in words, with weights in log-odds."""

from __future__ import annotations

from math import log

from converter.map.choice import OWN, Chosen
from converter.map.lines import Line
from converter.model import Reason

NUMBER_READ = 3.0
"""Log-odds that number, period and scale are right before anything about the concept is known."""


def reasons_for(chosen: Chosen, line: Line, sign: int, by_sum: bool, proven: bool) -> tuple[Reason, ...]:
    """The reasons of a row's facts; their weights add up to the log-odds of all being right (`arithmetic.confidence`)."""
    option = chosen.option
    label = " ".join(line.row.label.split())
    if option.concept == OWN:
        why = f"no standard concept fits {label!r} well enough" if label else "no label and no known total"
        found = [Reason(why, 1.0)]
    else:
        belief = min(0.995, max(0.01, chosen.belief))
        how = f"label of {option.exact} filers" if option.exact else "words of the label"
        found = [Reason(f"{how}: {label!r} means {option.concept}" if label else f"the sum of its parts is {option.concept}", round(_logit(belief), 2))]
    if chosen.arcs > 0:
        found.append(Reason("the sums it stands in are known to the calculation trees", round(0.5 * chosen.arcs, 2)))
    if chosen.linked > 0:
        found.append(Reason("another statement prints the same number for the concept", 0.7))
    if proven:
        found.append(Reason("a sum of the statement proves the number", 0.5))
    if sign < 0:
        found.append(Reason("printed sign turned: " + ("its sum says so" if by_sum else "by the concept's meaning"), 0.0))
    return tuple(found)


def _logit(p: float) -> float:
    return log(p / (1 - p))
