"""Where the tests of this room write."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def standin(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three small files in place of the common taxonomy, for tests that care about files and not about what they say."""
    folder = tmp_path_factory.mktemp("standin")
    for prefix in ("dei", "ex27", "gaap"):
        (folder / f"{prefix}-2026.xsd").write_text(f"schema of {prefix}\n" * 20)
    monkeypatch.setattr("converter.write.taxonomy_files.common_source", lambda: folder)
    return folder
