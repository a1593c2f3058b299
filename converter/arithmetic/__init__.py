"""Values with rounding intervals -> sums that hold. No concepts, no layout."""

from converter.arithmetic.confidence import BY_HAND, confidence
from converter.arithmetic.sums import ProvenSum, SumRow, equal_rows, find_sums

__all__ = ["BY_HAND", "ProvenSum", "SumRow", "confidence", "equal_rows", "find_sums"]
