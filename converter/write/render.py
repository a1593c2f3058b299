"""Jinja, set up once: markup lives in ``templates/``, layout is computed in Python."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from converter.resources import templates

if TYPE_CHECKING:
    from jinja2 import BaseLoader, Environment

_PIECES = 2000
"""Pieces of markup that are joined into one chunk of the output: some 50 KB."""

COMPILED = templates() / "compiled"
"""Jinja's modules of the templates, made by scripts/build_templates.py: compiling at run time takes 15 ms."""
SOURCES = "sources.txt"


def runtime_templates() -> list[str]:
    """The templates that conversions need; those of the common taxonomy are rendered when that is built."""
    return sorted(path.name for path in templates().glob("*.j2") if path.name.startswith(("instance", "extension")))


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Imported on first use: a run that writes nothing never pays for it. Where a compiled template is missing, or another version of
    Jinja cannot import it, the template itself is compiled."""
    from jinja2 import ChoiceLoader, FileSystemLoader, ModuleLoader

    return _environment(ChoiceLoader([ModuleLoader(COMPILED), FileSystemLoader(templates())]))


def compiling_environment() -> Environment:
    """The same without what was compiled before."""
    from jinja2 import FileSystemLoader

    return _environment(FileSystemLoader(templates()))


def _environment(loader: BaseLoader) -> Environment:
    from jinja2 import Environment, StrictUndefined

    return Environment(
        loader=loader,
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
