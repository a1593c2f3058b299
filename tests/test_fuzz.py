"""Mutants of the examples: the same ones each time, none raises, none takes long."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def fuzz(benchmark_script: Callable[[str], ModuleType]) -> ModuleType:
    return benchmark_script("fuzz")


def test_no_mutant_raises_or_hangs(fuzz: ModuleType) -> None:
    files = fuzz.small_files([ROOT / "examples"], 60_000)
    assert len(files) >= 3
    # Coverage and a slow machine make five times what a mutant takes.
    assert list(fuzz.run(files, 200, seed=13, limit=30.0)) == []


def test_mutants_are_the_same_each_time(fuzz: ModuleType) -> None:
    files = fuzz.small_files([ROOT / "examples"], 60_000)
    assert [fuzz.mutant(files, 1, number) for number in range(40)] == [fuzz.mutant(files, 1, number) for number in range(40)]


def test_failures_are_told(fuzz: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def raises(data: bytes, name: str) -> None:
        raise KeyError(name)

    monkeypatch.setattr(fuzz, "convert", raises)
    (failure,) = fuzz.run(fuzz.small_files([ROOT / "examples"], 60_000), 1)
    assert "KeyError" in failure.error


def test_what_takes_long_is_stopped(fuzz: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def hangs(data: bytes, name: str) -> None:
        while True:
            pass

    monkeypatch.setattr(fuzz, "convert", hangs)
    # The clock may be a little behind the timer.
    monkeypatch.setattr(fuzz.time, "process_time", lambda: 0.0)
    (failure,) = fuzz.run(fuzz.small_files([ROOT / "examples"], 60_000), 1, limit=0.05)
    assert not failure.error
