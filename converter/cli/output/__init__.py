"""What a validation found: for people, as SARIF, JUnit, GitHub annotations. Pure functions from findings to text.

Each is imported when it is first asked for: a run needs one of them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from converter.cli.output.judged import Judged

if TYPE_CHECKING:
    from converter.cli.output.github import to_github
    from converter.cli.output.junit import to_junit
    from converter.cli.output.sarif import to_sarif
    from converter.cli.output.text import to_text

__all__ = ["Judged", "to_github", "to_junit", "to_sarif", "to_text"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{name.removeprefix('to_')}"), name)
