"""Where in the filing something stands."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

PlaceKind = Literal["cell", "label", "sentence", "cover", "header", "schedule", "report"]


class Place(Struct, frozen=True):
    """The characters of the filing that something was read from.

    In text and markdown ``line`` counts from 1 in the file as given, and ``start``/``end`` are columns from 0, half-open, in
    decoded characters (a tab is one character). In HTML ``path`` is the element path from the document's root as lxml's
    ``getpath`` gives it, ``line`` only where the parser knows it; where it is less than all of the element, ``start``/``end``
    are offsets into the element's text content, white space squeezed. Reading the place back gives ``text``, white space squeezed.

    The kind ``report`` is a place in a file of XBRL that was checked: ``path`` is a JSON pointer or the id of an element.
    """

    document: int
    kind: PlaceKind
    text: str
    line: int | None = None
    start: int | None = None
    end: int | None = None
    path: str | None = None
