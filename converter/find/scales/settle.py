"""What statements that state no scale are counted in: as the filing says elsewhere of all of them, or as its other numbers prove. Where the
two contradict each other nothing is multiplied, and nothing told in full either."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from converter.find.scales.proven import Proof, proven_scale
from converter.find.scales.said import Said, scales_said
from converter.grammar.scales import ScaleStatement
from converter.model import CoverItem, Figure, Filing, Finding, Schedule, SentenceFigure, Statement

_HINT = "--scale thousands (millions, billions) counts them otherwise."
_HINT_UNTOLD = "--scale units (thousands, millions, billions) tells it."
_NOT_STATED = Finding("find.no-scale", "info", "no statement says what its amounts are counted in; they are read in full", _HINT)
_LONGEST_QUOTE = 120
PROVEN = "proven by other numbers of the filing"
_CONTRADICTED = "the filing contradicts itself on what the statements' amounts are counted in"


class Settled(Struct, frozen=True):
    """``scale`` is None where the amounts stay as they are: in full or, ``contradicted``, without a scale."""

    scale: ScaleStatement | None = None
    contradicted: bool = False
    finding: Finding | None = None


def settle_scale(
    filing: Filing,
    statements: Sequence[Statement],
    cover: Sequence[CoverItem],
    schedules: Sequence[Schedule],
    sentences: Sequence[SentenceFigure],
) -> Settled:
    """The scale of statements of which none states one, and were read in full."""
    said = scales_said(filing.documents, statements)
    proof = proven_scale(statements, cover, schedules, sentences)
    told = next((each for each in said if proof is None or proof.power == each.scale.power), None)
    if told and (proof or len({each.scale.power for each in said}) == 1):
        return Settled(replace(told.scale, text=_quote(told.text)))
    if said:
        return Settled(contradicted=True, finding=_contradiction(said, proof))
    if proof and proof.power:
        message = f"no statement says what its amounts are counted in; they are read at 10^{proof.power}: {proof.words}"
        return Settled(ScaleStatement(proof.power, None, PROVEN), finding=Finding("find.scale-proven", "warning", message, _HINT))
    return Settled(finding=_NOT_STATED)


def _contradiction(said: Sequence[Said], proof: Proof | None) -> Finding:
    powers = sorted({each.scale.power for each in said})
    words = " and ".join(f"10^{power}" for power in powers)
    against = f"; it is 10^{proof.power} by its other numbers: {proof.words}" if proof else ""
    message = f"no statement states its scale, and the filing says {words} of all of them ({_quote(said[0].text)}){against}"
    return Finding("find.scale-contradicted", "warning", f"{message}: their amounts stay unmapped", _HINT_UNTOLD, said[0].places)


def _quote(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + " ..."


def without_scale(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements with no amount or count whose scale is known; what is paid or earned per share stays."""
    return tuple(
        replace(each, rows=tuple(replace(row, figures=_bare(row.figures), in_label=_bare(row.in_label)) for row in each.rows))
        for each in statements
    )


def _bare(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    return tuple(
        replace(each, unit=None, scale=None, reason=each.reason or _CONTRADICTED) if each.unit and not each.unit.denominator else each
        for each in figures
    )
