"""A report of one registrant: facts and what belongs to them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from converter.model.concept import Concept
from converter.model.entity import Entity
from converter.model.fact import Fact, LeftNumber
from converter.model.filing import Input
from converter.model.finding import Finding

LabelRole = Literal["", "total", "negated", "negatedTotal", "periodStart", "periodEnd", "negatedPeriodStart", "negatedPeriodEnd"]


class ExtensionConcept(Struct, frozen=True):
    """A concept of the filing's own. ``anchor`` is a wider standard concept of the same type, or ""; ``documentation`` one sentence that
    says where it comes from."""

    concept: Concept
    label: str
    anchor: str = ""
    documentation: str = ""


class CalculationSum(Struct, frozen=True):
    """A sum that this filing prints and that holds within rounding; weights are 1 or -1 and fit the balances (XBRL 2.1, 5.1.1.2)."""

    statement: str
    total: str
    parts: tuple[tuple[str, int], ...]


class PresentationLine(Struct, frozen=True):
    """A printed line: a concept, or a heading (``concept`` empty). ``label`` is as printed, ``role``
    how the printed number relates to the fact."""

    label: str
    concept: str = ""
    depth: int = 0
    role: LabelRole = ""


class PresentedStatement(Struct, frozen=True):
    """A statement in the order it was printed."""

    kind: str
    title: str
    lines: tuple[PresentationLine, ...]


class Report(Struct, frozen=True):
    """``stem`` names the files. ``namespaces`` maps each prefix used. ``concepts`` holds the declarations of all concepts used that are
    known (ours from the tables, others' from their schemas). ``input`` is None in reports of others. ``allowed_duplicates`` is the
    report's own promise (xBRL-JSON 1.0, 6.1.2)."""

    stem: str
    entity: Entity
    facts: tuple[Fact, ...]
    namespaces: Mapping[str, str]
    concepts: Mapping[str, Concept] = field(default_factory=dict)
    input: Input | None = None
    unmapped: tuple[LeftNumber, ...] = ()
    ignored: tuple[LeftNumber, ...] = ()
    findings: tuple[Finding, ...] = ()
    extensions: tuple[ExtensionConcept, ...] = ()
    calculations: tuple[CalculationSum, ...] = ()
    presentation: tuple[PresentedStatement, ...] = ()
    allowed_duplicates: Literal["none", "complete", "consistent", "all"] = "all"
