"""What is known about concepts: types, balances, meanings, years, labels, trees, and how filers use them. Tables, and their loader."""

from converter.taxonomy.dimensions import CLASS_OF_STOCK, Dimensions, Member
from converter.taxonomy.label_counts import CUSTOM, OTHER, LabelCounts, label_key, load_label_counts
from converter.taxonomy.namespaces import ENTRY_POINT, NAMESPACES, PROPERTIES, TAXONOMY_BASE
from converter.taxonomy.schedules import ScheduleTag
from converter.taxonomy.taxonomy import NATURES, Concepts, Taxonomy, load_taxonomy
from converter.taxonomy.trees import SHORTCUTS, Part, TreeLine

__all__ = [
    "CLASS_OF_STOCK",
    "CUSTOM",
    "ENTRY_POINT",
    "NAMESPACES",
    "NATURES",
    "OTHER",
    "PROPERTIES",
    "SHORTCUTS",
    "TAXONOMY_BASE",
    "Concepts",
    "Dimensions",
    "LabelCounts",
    "Member",
    "Part",
    "ScheduleTag",
    "Taxonomy",
    "TreeLine",
    "label_key",
    "load_label_counts",
    "load_taxonomy",
]
