"""A sequence that is computed when somebody first looks at it: most tables of a filing are never looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar, overload

T = TypeVar("T")


class LazySequence(Sequence[T], Generic[T]):
    """``make`` is called at most once, on first use; what it gives never changes. Compares like a tuple of its items. ``length`` where it
    is known before."""

    __slots__ = ("_items", "_length", "_make")

    def __init__(self, make: Callable[[], Sequence[T]], length: int | None = None) -> None:
        self._length = length
        self._make: Callable[[], Sequence[T]] | None = make
        self._items: Sequence[T] = ()

    def _all(self) -> Sequence[T]:
        if self._make is not None:
            self._items = tuple(self._make())
            self._make = None
        return self._items

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...

    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        return self._all()[index]

    def __len__(self) -> int:
        return len(self._all()) if self._length is None else self._length

    def __iter__(self) -> Iterator[T]:
        return iter(self._all())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self._all()) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self._all()))

    def __repr__(self) -> str:
        return repr(self._all())

    def __reduce__(self) -> tuple[type[tuple[object, ...]], tuple[Sequence[T]]]:
        """Pickled as a plain tuple: what made the items cannot travel to another process."""
        return tuple, (self._all(),)
