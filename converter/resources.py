"""Finds schemas and templates: beside the package in a checkout, inside it in an installed wheel. Nothing else looks for files of ours."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_data"
_ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent


def schemas() -> Path:
    """The folder of generated schemas, linkbases and the JSON Schema."""
    return _ROOT / "schemas"


def templates() -> Path:
    """The folder of Jinja templates."""
    return _ROOT / "templates"


def table(room: str, name: str) -> Path:
    """A table of knowledge (CSV, TSV) that lies in the package beside the code of its room."""
    return _PACKAGE / room / name
