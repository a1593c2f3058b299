"""What the rest of a filing says of the periods of a statement."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from converter.find.statements.periods.first_days import NOTHING, Begun
from converter.find.statements.periods.long_periods import NONE, LongPeriods
from converter.grammar.scales import ScaleStatement


class Known(Struct, frozen=True):
    """What the rest of the filing says: the period's end, the fiscal year's end, the form, and days that other statements print."""

    period_end: date | None = None
    fiscal_year_end: tuple[int, int] | None = None
    form: str = ""
    days: tuple[date, ...] = ()
    told: date | None = None
    """The day to which a filing without a period of its own (a release) says that it reports."""
    scale: int | None = None
    """The power of ten of money that a person gives."""
    currency: str = ""
    """The ISO 4217 code that a person gives."""
    long: LongPeriods = NONE
    """Years of 53 and quarters of 14 weeks that the text tells."""
    begun: Begun = NOTHING
    """First days that the text tells of periods."""
    counted: ScaleStatement | None = None
    """What statements are counted in that state no scale, as the rest of the filing has it."""
    anchor: tuple[int, date] | None = None
    """Where nothing tells the newest period: the number and last day of the newest quarter, as a year to date beside it tells."""

    @property
    def newest(self) -> date | None:
        """The end of the newest period: the filing's own, else the newest balance sheet's, else the one that its first page names."""
        return self.period_end or max(self.days, default=None) or self.told

    @property
    def annual(self) -> bool:
        return self.form.upper().startswith(("10-K", "10K", "ARS", "20-F", "11-K"))

    @property
    def interim(self) -> bool:
        return self.form.upper().startswith(("10-Q", "10Q"))
