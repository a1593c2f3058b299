"""The YAML and TOML of docs/how-to, so that tests run what readers copy."""

from __future__ import annotations

import re
from typing import Any

import yaml
from cli_runs import ROOT


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of a language on a page of docs/how-to."""
    text = (ROOT / "docs" / "how-to" / page).read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def yaml_blocks(page: str) -> list[Any]:
    return [yaml.safe_load(block) for block in blocks(page, "yaml")]
