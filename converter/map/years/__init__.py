"""One company's filings against each other: a row keeps its concept from year to year. Imported only where there are several."""

from converter.map.years.agreement import agree
from converter.map.years.said import Said, said_by

__all__ = ["Said", "agree", "said_by"]
