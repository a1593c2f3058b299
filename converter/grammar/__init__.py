"""How figures, dates, periods and scales are printed: text in, values out. No tables, no filings."""
