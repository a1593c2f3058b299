"""Prefixes and namespaces of the common taxonomy and of reports."""

from __future__ import annotations

from typing import Final

from converter.version import TAXONOMY_VERSION

_BASE: Final = f"https://filing2xbrl.org/taxonomy/{TAXONOMY_VERSION}"

NAMESPACES: Final = {"gaap": f"{_BASE}/gaap", "dei": f"{_BASE}/dei", "ex27": f"{_BASE}/ex27"}
"""Namespace by prefix: the standard concepts, the cover page, the tags of financial data schedules."""

TAXONOMY_BASE: Final = f"{_BASE}/"
"""Where the files of the common taxonomy are said to lie; the taxonomy package redirects it."""

PROPERTIES: Final = f"https://filing2xbrl.org/properties/{TAXONOMY_VERSION}"
"""Namespace of the `f2x` properties in xBRL-JSON."""

ENTRY_POINT: Final = f"f2x-{TAXONOMY_VERSION}.xsd"
"""The entry point of the whole taxonomy: elements, labels, dimensions; no trees. Reports import the parts that they use (decision 0016)."""
