"""What a statement became: its rows' verdicts, the drafts of its facts, and what is left over."""

from __future__ import annotations

from msgspec import Struct

from converter.arithmetic import ProvenSum
from converter.map.choice.joint import Chosen
from converter.map.facts.drafts import Draft
from converter.map.rows.lines import Line
from converter.model import LeftNumber, Statement


class Verdict(Struct, frozen=True):
    """What became of a row: its concepts (two for "basic and diluted"), the factor from printed to XBRL sign, and why."""

    line: Line
    concepts: tuple[str, ...]
    sign: int
    dimensions: tuple[tuple[str, str], ...]
    chosen: Chosen
    proven: bool


class Mapped(Struct, frozen=True):
    """A statement's outcome. ``sums`` index into ``verdicts``."""

    statement: Statement
    verdicts: tuple[Verdict, ...]
    drafts: tuple[Draft, ...]
    left: tuple[LeftNumber, ...]
    ignored: tuple[LeftNumber, ...]
    sums: tuple[ProvenSum, ...]
