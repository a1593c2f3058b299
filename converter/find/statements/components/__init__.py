"""Statements of equity: heads of components, and balances dated within the rows."""
