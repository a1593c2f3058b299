"""How much a file may ask of us. Hostile input is refused here, before anything is built from it."""

from __future__ import annotations

MOST_BYTES = 100 * 1024 * 1024
"""Of one file; a report of 500,000 facts is smaller."""

MOST_VALUES = 8_000_000
MOST_OBJECTS = 3_000_000
"""Of a JSON text: each becomes an object in memory."""

MOST_TAGS = 4_000_000
"""Opening and closing tags of an XML file."""

MOST_BYTES_OF_A_PACKAGE = 4 * MOST_BYTES
"""Of all members that are read of one package."""

MOST_MEMBERS = 20_000
MOST_RATIO = 200
"""A member that grows by more than this on unpacking, and is large, is a bomb."""

SMALL = 2 * 1024 * 1024
MOST_DOCUMENTS = 2_000
"""Schemas and linkbases that one report may pull in."""
