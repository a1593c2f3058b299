"""The primary statements of a filing: titles, look-alikes, heads to periods, scale, rows."""

from __future__ import annotations

from converter.find.statements.build import find_statements

__all__ = ["find_statements"]
