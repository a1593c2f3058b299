"""Facts + independent evidence -> facts with more reasons and a new confidence, and findings where the evidence is against them."""

from converter.witness.witness import witness

__all__ = ["witness"]
