"""Heads, captions and the rest of a filing -> the period of each column."""
