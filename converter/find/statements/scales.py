"""Where a statement says its scale: above its figures, over each column, or at its foot."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from msgspec.structs import replace

from converter.find.statements.lines.line import Line
from converter.find.statements.segments.segment import Segment
from converter.grammar.scales import ScaleStatement, find_scale, scale_alone

_LONGEST_FOOT = 100


def common_scale(segments: Iterable[Segment]) -> ScaleStatement | None:
    """The scale that the statements state, for those of them that state none."""
    return next((scale for segment in segments if (scale := scale_of(segment))), None)


def scale_of(segment: Segment) -> ScaleStatement | None:
    above = segment.caption_text + " ; " + " ; ".join(line.text for line in segment.heads)
    # What ends in a colon leads to another table, on the page before.
    lead = " ; ".join(each for each in segment.lead.split(" ; ") if not each.rstrip().endswith(":"))
    return as_printed(find_scale(above) or _scale_alone(segment) or find_scale(lead) or _scale_below(segment), segment.rows)


def as_printed(scale: ScaleStatement | None, rows: Iterable[Line]) -> ScaleStatement | None:
    """What is rounded "to the nearest thousand" may be printed with its zeros: it is in full then."""
    if scale is None or not scale.rounded:
        return scale
    unit = 10**scale.power
    large = [cell.number.value for line in rows for cell in line.figures if cell.number and abs(cell.number.value) >= unit]
    whole = sum(1 for value in large if not value % unit)
    return replace(scale, power=0) if whole * 2 > len(large) else scale


def _scale_alone(segment: Segment) -> ScaleStatement | None:
    """What the cells of one line above the figures all say, and nothing else: "millions    millions" under the years. Over the components
    of equity it is of some of them."""
    for line in (*segment.captions, *segment.heads) if segment.kind != "equity" else ():
        said = [scale_alone(cell.text) for cell in line.cells]
        powers = {each.power if each else None for each in said}
        if said and len(powers) == 1 and None not in powers:
            return said[0]
    return None


def _scale_below(segment: Segment) -> ScaleStatement | None:
    """What the lines below the last figures say: "(In thousands)" may stand at the foot. A lone number there is the page's."""
    foot = takewhile(lambda line: not line.has_figures or len(line.cells) == 1, reversed(segment.rows))
    said = (find_scale(line.text) for line in foot if 0 < len(line.text) < _LONGEST_FOOT)
    return next((scale for scale in said if scale), None)
