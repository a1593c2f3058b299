"""Rows of a statement: labels, units, and the numbers inside labels."""
