"""The version of the distribution, and of the taxonomy that it ships."""

__version__ = "0.1.0"
TAXONOMY_VERSION = "2026"
