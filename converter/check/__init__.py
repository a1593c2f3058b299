"""Judges a report: one rule, one function. How the report was made is not known here."""

from converter.check.across import Shelf
from converter.check.checking import Checked, Options, check
from converter.check.registry import Rule
from converter.check.rules import rules
from converter.check.schema import check_schema
from converter.check.source import check_source, no_source

__all__ = ["Checked", "Options", "Rule", "Shelf", "check", "check_schema", "check_source", "no_source", "rules"]
