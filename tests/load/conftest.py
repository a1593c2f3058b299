"""A folder with a report in every form, and its taxonomy."""

from __future__ import annotations

from pathlib import Path

import lamp
import pytest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lamp.write_all(tmp_path)
    return tmp_path
