"""The cycle collector rests in bulk work, and only there."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from cli_runs import EXAMPLES

from converter import convert, validate
from converter.quiet import no_collector


def test_it_is_as_it_was() -> None:
    assert gc.isenabled()
    with no_collector():
        assert not gc.isenabled()
        with no_collector():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_after_an_error_too() -> None:
    with pytest.raises(KeyError), no_collector():
        raise KeyError
    assert gc.isenabled()


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.[thm][xtd]*")), ids=lambda path: path.name)
def test_nothing_that_a_conversion_makes_holds_itself(path: Path, tmp_path: Path) -> None:
    """Pages, tables not looked at, reports: all of it goes with the last who holds it, and needs no collector."""

    (written,) = [each for each in convert(path).write(tmp_path, ("xbrl-json",)) if each.suffix == ".json"]
    validate(written)
    gc.collect()
    with no_collector():
        convert(path).write(tmp_path, ("xbrl-json",))
        assert gc.collect() == 0, "objects hold each other: a lazy sequence that knows who holds it?"
        validate(written)
        assert gc.collect() < 600, "more than what reading a schema leaves"


def test_what_somebody_froze_stays_so() -> None:
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        with no_collector():
            pass
        assert gc.get_freeze_count() == frozen
    finally:
        gc.unfreeze()


def test_cycles_are_looked_for_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("converter.quiet._MOST_UNSEEN", 2000)
    before = len(gc.get_objects())
    for _ in range(40):
        with no_collector():
            for _ in range(100):
                cycle: list[object] = []
                cycle.append(cycle)
    assert len(gc.get_objects()) < before + 3000


def test_conversions_leave_nothing_behind() -> None:
    """The cycles of one conversion are gone a few conversions later: a run over thousands of filings stays as small as it was."""
    path = EXAMPLES / "tern-island-release-2002.md"
    for _ in range(3):
        convert(path)
    gc.collect()
    before = len(gc.get_objects())
    for _ in range(60):
        convert(path)
    assert len(gc.get_objects()) < before * 1.5
