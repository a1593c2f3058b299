"""The cycle collector rests in bulk work, and only there."""

from __future__ import annotations

import gc

import pytest
from cli_runs import EXAMPLES

from converter import convert
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
