"""What a validation found: for people, as JSON, SARIF, JUnit, GitHub annotations. Pure functions from findings to text."""

from converter.cli.output.judged import Judged
from converter.cli.output.render import render

__all__ = ["Judged", "render"]
