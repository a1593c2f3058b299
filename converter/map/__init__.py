"""What a filing states + taxonomy -> facts, own concepts, unmapped and ignored numbers with their reasons."""

from converter.map.mapper import MapOptions, map_stated

__all__ = ["MapOptions", "map_stated"]
