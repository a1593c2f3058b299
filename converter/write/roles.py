"""Roles of the XBRL specifications and of the filing's own statements."""

from __future__ import annotations

from msgspec import Struct

from converter.model.report import LabelRole

_XBRL = "http://www.xbrl.org/2003/role/"
_NEGATED = "http://www.xbrl.org/2009/role/"
_NEGATED_SCHEMA = "http://www.xbrl.org/lrr/role/negated-2009-12-16.xsd"

STANDARD_LABEL = f"{_XBRL}label"
DOCUMENTATION = f"{_XBRL}documentation"
TERSE_LABEL = f"{_XBRL}terseLabel"

LABEL_ROLES: dict[LabelRole, str] = {
    "total": f"{_XBRL}totalLabel",
    "periodStart": f"{_XBRL}periodStartLabel",
    "periodEnd": f"{_XBRL}periodEndLabel",
    "negated": f"{_NEGATED}negatedLabel",
    "negatedTotal": f"{_NEGATED}negatedTotalLabel",
    "negatedPeriodStart": f"{_NEGATED}negatedPeriodStartLabel",
    "negatedPeriodEnd": f"{_NEGATED}negatedPeriodEndLabel",
}

STATEMENT_ROLES = {
    "balance_sheet": ("BalanceSheet", "Balance sheet"),
    "income": ("IncomeStatement", "Income statement"),
    "comprehensive": ("ComprehensiveIncome", "Comprehensive income"),
    "cashflow": ("CashFlows", "Cash flows"),
    "equity": ("Equity", "Equity"),
}
"""Kind of a statement: id of its role, and the title where none is printed."""


class Role(Struct, frozen=True):
    """A ``link:roleType``. The definition has EDGAR's form: sort code, kind, title (EFM 6.7.12)."""

    id: str
    uri: str
    definition: str
    used_on: tuple[str, ...]


def label_role_refs(uris: set[str]) -> list[tuple[str, str]]:
    """The ``roleRef`` of each role of the registry (XBRL 2.1, 3.5.2.4): roles of XBRL 2.1 itself need none."""
    negated = sorted(uri for uri in uris if uri.startswith(_NEGATED))
    return [(uri, f"{_NEGATED_SCHEMA}#{uri.rpartition('/')[2]}") for uri in negated]
