"""What is known about concepts: types, balances, meanings, years, labels, trees. Tables, and their loader."""

from converter.taxonomy.dimensions import CLASS_OF_STOCK, EXCHANGE, Dimensions, Member
from converter.taxonomy.namespaces import ENTRY_POINT, NAMESPACES, PROPERTIES, TAXONOMY_BASE
from converter.taxonomy.schedules import ScheduleTag
from converter.taxonomy.taxonomy import NATURES, Concepts, Taxonomy, load_taxonomy
from converter.taxonomy.trees import SHORTCUTS, Part, TreeLine

__all__ = [
    "CLASS_OF_STOCK",
    "ENTRY_POINT",
    "EXCHANGE",
    "NAMESPACES",
    "NATURES",
    "PROPERTIES",
    "SHORTCUTS",
    "TAXONOMY_BASE",
    "Concepts",
    "Dimensions",
    "Member",
    "Part",
    "ScheduleTag",
    "Taxonomy",
    "TreeLine",
    "load_taxonomy",
]
