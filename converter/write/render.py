"""Jinja, set up once: markup lives in ``templates/``, layout is computed in Python."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from converter.resources import templates

if TYPE_CHECKING:
    from jinja2 import Environment

_PIECES = 2000
"""Pieces of markup that are joined into one chunk of the output: some 50 KB."""


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Imported on first use: a run that writes nothing never pays for it."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(templates()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )


def render(name: str, layout: Mapping[str, Any]) -> Iterator[bytes]:
    """The template rendered in UTF-8, in chunks: a long list of facts is never held as one text."""
    template = environment().get_template(name)
    pieces = template.root_render_func(template.new_context(dict(layout)))  # `generate` would add a frame to each piece
    while chunk := list(islice(pieces, _PIECES)):
        yield "".join(chunk).encode()
