"""Bulk work without the cycle collector: facts hold no cycles, and looking for them took a tenth of the time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_MOST_UNSEEN = 3_000_000


class _Old:
    """How many objects became old unseen by the collector. What work made goes when nobody holds it; cycles that it made in spite of
    itself wait for the next look, which comes before they are many."""

    unseen = 0

    def add_all(self) -> None:
        """All that is alive counts as old, so that the collector's next turn does not go through all of it."""
        self.unseen += gc.get_count()[0]
        if self.unseen > _MOST_UNSEEN:
            self.unseen = 0
            gc.collect()
        elif gc.get_freeze_count() == 0:  # Else somebody froze objects of his own, that must stay so.
            gc.freeze()
            gc.unfreeze()


_old = _Old()


@contextmanager
def no_collector() -> Iterator[None]:
    """The collector rests inside, and afterwards looks only at what is made from then on. Where it rests already, nothing changes."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        _old.add_all()
        gc.enable()
