"""Made once, when looked at, never changed."""

from __future__ import annotations

import pickle

from converter.read.lazy import LazySequence


def test_made_on_first_use_and_once() -> None:
    calls: list[int] = []

    def make() -> list[str]:
        calls.append(1)
        return ["a", "b", "c"]

    lazy = LazySequence(make)
    assert calls == []
    assert len(lazy) == 3
    assert lazy[0] == "a"
    assert lazy[1:] == ("b", "c")
    assert list(lazy) == ["a", "b", "c"]
    assert calls == [1]


def test_compares_and_travels_like_a_tuple() -> None:
    lazy = LazySequence(lambda: [1, 2])
    assert lazy == (1, 2)
    assert lazy == LazySequence(lambda: (1, 2))
    assert lazy != 3
    assert hash(lazy) == hash((1, 2))
    assert repr(lazy) == "(1, 2)"
    assert pickle.loads(pickle.dumps(lazy)) == (1, 2)
