"""Reads a `Place` back from the file: what stands at that line and column, or at that path."""

from __future__ import annotations

from functools import cached_property

from converter.model import Place
from converter.read.decode import decode, split_lines
from converter.read.envelope import Part, open_envelope


class PlaceReader:
    """One file, opened once for many places."""

    def __init__(self, data: bytes, encoding: str | None = None) -> None:
        self._text = decode(data, encoding).text or ""
        self._pages: dict[int, object] = {}

    def text_at(self, place: Place) -> str | None:
        """The characters of the place, white space squeezed; None where the file has no such place."""
        found = self._on_page(place) if place.path is not None else self._on_line(place)
        return None if found is None else " ".join(found.split())

    def excerpt(self, place: Place) -> str | None:
        """The whole line of a place in text, or all text of the element that it stands in."""
        if place.path is not None:
            return self.text_at(Place(place.document, place.kind, place.text, path=place.path))
        line = self._line(place.line)
        return None if line is None else line.rstrip()

    @cached_property
    def _lines(self) -> list[str]:
        return split_lines(self._text)

    @cached_property
    def _parts(self) -> tuple[Part, ...]:
        return open_envelope(self._text).parts

    def _line(self, number: int | None) -> str | None:
        return self._lines[number - 1] if number is not None and 0 < number <= len(self._lines) else None

    def _on_line(self, place: Place) -> str | None:
        line = self._line(place.line)
        if line is None:
            return None
        start = place.start or 0
        end = len(line) if place.end is None else place.end
        return line[start:end] if 0 <= start <= end <= len(line) else None

    def _on_page(self, place: Place) -> str | None:
        from converter.read.html.follow import text_of_path

        if place.document not in self._pages:
            from converter.read.html.tree import parse_page

            part = next((part for part in self._parts if part.source.index == place.document), None)
            self._pages[place.document] = None if part is None else parse_page(part.source.text)
        return text_of_path(self._pages[place.document], place.path or "", place.start, place.end)
