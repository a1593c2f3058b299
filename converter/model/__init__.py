"""The frozen types that pass between rooms, and nothing else.

Every room takes one of these and gives one of these; nobody passes dictionaries.
"""

from converter.model.concept import Concept
from converter.model.correction import CorrectedSign, Correction
from converter.model.entity import Entity
from converter.model.fact import Alternative, Evidence, Fact, LeftNumber, Reason
from converter.model.filing import (
    Block,
    Cell,
    Document,
    Filer,
    Filing,
    Header,
    Input,
    Paragraph,
    Row,
    Segment,
    Table,
    Text,
)
from converter.model.finding import Finding, Severity
from converter.model.habit import Habit
from converter.model.number import Number
from converter.model.period import FOREVER, Period
from converter.model.place import Place, PlaceKind
from converter.model.report import (
    CalculationSum,
    ExtensionConcept,
    PresentationLine,
    PresentedStatement,
    Report,
)
from converter.model.stated import (
    Column,
    CoverItem,
    Figure,
    Schedule,
    ScheduleItem,
    SentenceFigure,
    Stated,
    Statement,
    StatementKind,
    StatementRow,
)
from converter.model.unit import PURE, SHARES, USD, Unit, currency_unit, per_share

__all__ = [
    "FOREVER",
    "PURE",
    "SHARES",
    "USD",
    "Alternative",
    "Block",
    "CalculationSum",
    "Cell",
    "Column",
    "Concept",
    "CorrectedSign",
    "Correction",
    "CoverItem",
    "Document",
    "Entity",
    "Evidence",
    "ExtensionConcept",
    "Fact",
    "Figure",
    "Filer",
    "Filing",
    "Finding",
    "Habit",
    "Header",
    "Input",
    "LeftNumber",
    "Number",
    "Paragraph",
    "Period",
    "Place",
    "PlaceKind",
    "PresentationLine",
    "PresentedStatement",
    "Reason",
    "Report",
    "Row",
    "Schedule",
    "ScheduleItem",
    "Segment",
    "SentenceFigure",
    "Severity",
    "Stated",
    "Statement",
    "StatementKind",
    "StatementRow",
    "Table",
    "Text",
    "Unit",
    "currency_unit",
    "per_share",
]
