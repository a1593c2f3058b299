"""What a validation found: for people, as SARIF, JUnit, GitHub annotations. Pure functions from findings to text."""

from converter.cli.output.github import to_github
from converter.cli.output.judged import Judged
from converter.cli.output.junit import to_junit
from converter.cli.output.sarif import to_sarif
from converter.cli.output.text import to_text

__all__ = ["Judged", "to_github", "to_junit", "to_sarif", "to_text"]
