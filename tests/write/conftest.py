"""Where the tests of this room write, and the common taxonomy that lies beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent


@pytest.fixture
def standin(monkeypatch: pytest.MonkeyPatch) -> Path:
    """A common taxonomy of a few concepts in place of the real one."""
    folder = HERE / "standin"
    monkeypatch.setattr("converter.write.taxonomy_files.common_source", lambda: folder)
    return folder
