"""All rules: importing this package registers them, layer by layer."""

from converter.check.registry import registered
from converter.check.rules import accounting, calculation, duplicates, efm, footing, plausible, printed, trees, values, xbrl

rules = registered

__all__ = ["accounting", "calculation", "duplicates", "efm", "footing", "plausible", "printed", "rules", "trees", "values", "xbrl"]
