"""What a rule is given: the report's facts, and what several rules make of them. Each is computed once, on first use."""

from __future__ import annotations

from functools import cached_property
from weakref import proxy

from converter.check.facts import Facts
from converter.check.footing import Sheet, sheets
from converter.check.ledger import Ledger
from converter.check.sums import Compared, compared_sums


class Subject(Facts):
    """A report under check."""

    @cached_property
    def ledger(self) -> Ledger:
        """The standard concepts by period. It looks back through a proxy: without a cycle a report goes as soon as it is judged."""
        return Ledger(proxy(self))

    @cached_property
    def sums(self) -> list[Compared]:
        """The sums of the report's linkbase, compared."""
        return list(compared_sums(self))

    @cached_property
    def sheets(self) -> list[Sheet]:
        """The report's money, line by line, with the sums that its columns prove."""
        return list(sheets(self))
