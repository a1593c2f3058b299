"""Columns from figures, and the heads over them."""
