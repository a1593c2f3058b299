"""The examples printed otherwise tell the same numbers; what is lost is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def invariance(benchmark_script: Callable[[str], ModuleType]) -> ModuleType:
    return benchmark_script("invariance")


def test_printed_otherwise_the_examples_tell_the_same(invariance: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert invariance.main([str(ROOT / "examples")]) == 0
    lines = capsys.readouterr().out.splitlines()
    told = [line for line in lines if " lost of " in line]
    assert len(told) == len(invariance.TEXT) + len(invariance.HTML)
    changed = [line.split("  ")[0] for line in told if " 0 lost of " not in line or not line.endswith(" 0 new")]
    # A sentence and a label need the dollar sign; among other numbers of a label a mark may be one of them.
    assert set(changed) <= {"no dollars", "marks behind labels"}


def test_what_is_lost_is_told(invariance: ModuleType, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(invariance.TEXT, "tabs", lambda text: text.replace("Net", "Not").replace("0", "1"))
    assert invariance.main([str(ROOT / "examples"), "--change", "tabs", "--show", "1"]) == 0
    first, *shown = capsys.readouterr().out.splitlines()
    assert " 0 lost" not in first
    assert any(line.startswith("  lost  harbor-10q-1998.txt") for line in shown)


def test_no_filings(invariance: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert invariance.main([str(tmp_path)]) == 1
    assert "no filings" in capsys.readouterr().err


def test_each_page_bears_its_edge(invariance: ModuleType) -> None:
    text = "\n".join(["line", ""] * 60 + ["  7", "<PAGE>", "last"])
    paged = invariance.paged("Page {k} of 64", text).split("\n")
    assert [line for line in paged if line.startswith("Page")] == ["Page 2 of 64", "Page 3 of 64"]
    assert "  7" not in paged
