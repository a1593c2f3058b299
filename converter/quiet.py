"""Bulk work without the cycle collector: a hundred thousand facts hold no cycles, and looking for them doubles the time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collector() -> Iterator[None]:
    """The collector rests inside; afterwards it is as it was, and takes what was made inside for old, so that it does not walk through
    all of it at once."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if gc.get_freeze_count() == 0:
            gc.freeze()
            gc.unfreeze()
        if was_on:
            gc.enable()
