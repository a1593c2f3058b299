"""Values with rounding intervals -> sums that hold. No concepts, no layout."""

from converter.arithmetic.confidence import confidence
from converter.arithmetic.sums import ProvenSum, SumRow, equal_rows, find_sums

__all__ = ["ProvenSum", "SumRow", "confidence", "equal_rows", "find_sums"]
