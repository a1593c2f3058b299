"""Statements of equity: what each component and each balance is."""
