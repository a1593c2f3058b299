"""Offsets in squeezed text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.read import squeeze as module
from converter.read.squeeze import Squeezed, squeeze

_TEXT = st.text(st.sampled_from("ab \n\t\xa0é"), max_size=60)


@pytest.mark.parametrize("piece", [3, 200_000])
@given(text=_TEXT)
def test_squeezed_text_and_its_offsets(piece: int, text: str) -> None:
    before = module._PIECE
    module._PIECE = piece
    try:
        assert squeeze(text) == " ".join(text.split())
        squeezed = Squeezed(text)
        letters = [position for position, character in enumerate(text) if not character.isspace()]
        for position in (*letters, *reversed(letters)):
            assert squeeze(text)[squeezed.at(position)] == text[position]
        assert sorted(map(squeezed.at, letters)) == list(map(squeezed.at, letters))
    finally:
        module._PIECE = before
