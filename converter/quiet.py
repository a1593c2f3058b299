"""Bulk work without the cycle collector: a hundred thousand facts hold no cycles, and looking for them doubles the time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_VERY_MANY = 500_000


@contextmanager
def no_collector() -> Iterator[None]:
    """The collector rests inside; afterwards it is as it was, and finds at its next turn what cycles were left inside.

    Where very many objects were made it takes them for old, so that it does not walk through all of them at once. Never for fewer: the
    collector does not count what it was told is old, and over thousands of files the cycles of all would stay."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] > _VERY_MANY and gc.get_freeze_count() == 0:
            gc.freeze()
            gc.unfreeze()
        if was_on:
            gc.enable()
