"""The common taxonomy as the files of a report see it: a folder beside them."""

from __future__ import annotations

from converter.version import TAXONOMY_VERSION
from converter.write.names import element_id, prefix_of
from converter.write.namespaces import EXTENSION_PREFIX

FOLDER = f"taxonomy/{TAXONOMY_VERSION}"


def schema_location(prefix: str) -> str:
    """Where the schema of ``gaap``, ``dei`` or ``ex27`` lies, relative to the report."""
    return f"{FOLDER}/{prefix}-{TAXONOMY_VERSION}.xsd"


def declaration(qname: str, own_schema: str) -> str:
    """The reference (with fragment) to a concept's declaration. ``own_schema`` is the reference to the filing's own schema."""
    prefix = prefix_of(qname)
    return f"{own_schema if prefix == EXTENSION_PREFIX else schema_location(prefix)}#{element_id(qname)}"
