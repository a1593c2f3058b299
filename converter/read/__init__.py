"""Bytes -> `Filing`: EDGAR's envelope, text geometry, HTML grids, markdown of OCR tools. Knows nothing of statements."""

from __future__ import annotations

from converter.read.reader import read

__all__ = ["read"]
