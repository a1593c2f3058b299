"""The formats that reports can be written in. A new one is an entry here and a function that yields its bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import TypeAlias

from msgspec import Struct

from converter.model import Report
from converter.write.properties import JsonObject

Chunks: TypeAlias = Callable[[Report, Sequence[JsonObject], str], Iterator[bytes]]
"""Report, its facts' xBRL-JSON objects (`xbrl_json.fact_objects`), stem of its files -> content in pieces."""


class Format(Struct, frozen=True):
    """A format: its name on the command line, the suffix of its file, a sentence about it, and where its writer is."""

    name: str
    suffix: str
    description: str
    writer: str

    def chunks(self) -> Chunks:
        """The writer, imported only when the format is asked for."""
        module, _, function = self.writer.partition(":")
        chosen: Chunks = getattr(import_module(module), function)
        return chosen


_FORMATS = (
    Format("xbrl", ".xbrl", "XBRL 2.1 instance", "converter.write.instance:instance_chunks"),
    Format("xbrl-json", ".json", "xBRL-JSON (OIM 1.0)", "converter.write.xbrl_json:json_chunks"),
)
DEFAULT_FORMATS = ("xbrl", "xbrl-json")
LINKBASE_KINDS = {"lab": "label", "pre": "presentation", "cal": "calculation", "def": "definition"}
"""The filing's own linkbases, by what stands in their files' names (``<stem>_lab.xml``)."""
REPORT_SUFFIXES = tuple(each.suffix for each in _FORMATS)
RESULT_SUFFIXES = (*REPORT_SUFFIXES, ".xsd", *(f"_{kind}.xml" for kind in LINKBASE_KINDS))
"""What stands behind the stem in the names of all files of a report."""


def formats() -> tuple[Format, ...]:
    """All formats, in the order in which they are listed and written."""
    return _FORMATS


def chosen_formats(names: Sequence[str]) -> list[Format]:
    """The formats of these names, each once, in their own order. Raises ValueError for a name that is none."""
    unknown = sorted(set(names) - {each.name for each in _FORMATS})
    if unknown:
        raise ValueError(f"no such format: {', '.join(unknown)} (there are {', '.join(each.name for each in _FORMATS)})")
    return [each for each in _FORMATS if each.name in names]
