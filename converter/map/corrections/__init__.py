"""A person's corrections: reading them, and what they mean for the rows and facts of a report. Imported only where there are some."""

from converter.map.corrections.orders import Orders
from converter.map.corrections.reading import CorrectionError, read_corrections
from converter.map.corrections.selection import concerns

__all__ = ["CorrectionError", "Orders", "concerns", "read_corrections"]
