"""Importing this package registers all rules, layer by layer."""

from converter.check.rules import accounting, calculation, duplicates, efm, footing, plausible, printed, trees, values, xbrl

__all__ = ["accounting", "calculation", "duplicates", "efm", "footing", "plausible", "printed", "trees", "values", "xbrl"]
