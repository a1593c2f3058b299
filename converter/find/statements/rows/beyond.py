"""Below its net income, and below a heading of statistics, a statement of income counts what it likes: beds, passengers, days.
There a row is money where something says so, and has no unit where nothing does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct, field

from converter.find.statements.lines.draft import DraftRow
from converter.model import SHARES, StatementRow
from converter.patterns import regex

_STATISTICS = regex(
    r"\bstatistic(?:s|al)\b|\b(?:operating|operational|other|selected|key)\b.{0,30}\bdata\b|^\W*(?:\w+\s){0,2}number\s+of\b"
)
_LONGEST_HEADING = 80
_MONEY = regex(
    r"\b(?:incomes?|loss(?:es)?|gains?|earnings|profits?|sales|revenues?|expenses?|costs?|tax(?:es)?|assets|liabilities|equity|cash"
    r"|corpus|flows?|debt|attributable|alloca(?:ble|ted|tions?)|dividends?|distributions?|stock|currency|translation|exchange"
    r"|investments?|depreciation|amorti[sz]ation|capital|amounts?|expenditures?|operations|interests?|securities|accretion|balances?"
    r"|deficits?|surplus|adjustments?|reclassifications?|hedg(?:es?|ing)|derivatives?|instruments?|pensions?|benefits?|partners?"
    r"|ebitd?a?|proceeds|charges?|credits?|impairments?|provisions?|fees|rents?|royalties|purchases?|redemptions?|funds"
    r"|administrative|compensation|principles?|development|advertising)\b"
    r"(?=\W{0,3}$|\s?[,;:()/–—-]|\s(?:of|from|to|in|on|for|at|by|before|after|and|or|per|as|net|under|with|during|arising|attributable"
    r"|applicable|available|allocated|declared|paid|used|provided|recognized)\b)"
)
"""What is money, as the thing that is spoken of: "Passenger revenue", but no "Revenue passenger miles"."""
_BOTTOM_LINE = regex(r"\W*net\s(?:income|earnings|loss|profit)(?:\s?\(?(?:loss|income|earnings)\)?)?\W*", re.IGNORECASE)
_PROFIT = regex(r"\W*(?:net|comprehensive)\s(?:income|earnings|loss|profit)\b")
_AVERAGE_PRICE = regex(r"\baverage\b.{0,40}\b(?:prices?|rents?|fares?)\b")
_RATE = regex(r"\bper\s(?P<of>.+)")
_PAID_ON = regex(
    r"[$£€]|\b(?:shares?|units?|stock|common|interests?|ads|adss|adrs?|receipts?|securit(?:y|ies)|partners?|certificates?|warrants?|bucs?)\b"
)
"""What a statement of income tells amounts for: who owns a part of the company."""
_LIKE_ABOVE = regex(r"\W*(?:(?:sub-?)?totals?|others?)?\W*")


class _Beyond(Struct):
    """What is known where a row stands: whether any figures stand above (``begun``), the net income, amounts per share or a heading of
    statistics (``behind``), such a heading (``statistics``); whether the heading is of money, and whether a row of money stands above.
    ``open`` are the rows below that one that nothing speaks for: between two rows of money all are money."""

    begun: bool
    behind: bool
    statistics: bool
    anchored: bool
    headed: bool = False
    open: list[int] = field(default_factory=list)
    untold: list[int] = field(default_factory=list)

    def close(self) -> None:
        self.untold.extend(self.open)
        self.open = []

    def pass_heading(self, label: str) -> None:
        # The heading of all rows is a title.
        if (self.begun and _is_statistics(label)) or (self.behind and _is_rate(label)):
            self.close()
            self.behind = self.statistics = True
            self.anchored = False
        self.headed = not self.statistics and _MONEY.search(label) is not None

    def pass_shares(self) -> None:
        self.close()
        self.anchored = self.headed = False

    def pass_row(self, at: int, row: DraftRow, whole: bool) -> None:
        label = row.label.lower()
        numbers = [cell.number for _, cell in row.cells if cell.number and not cell.number.dash]
        marked = any(number.currency for number in numbers)
        # Tenths among whole numbers are days, per cents, cents.
        if _is_rate(label) or (whole and not marked and numbers and all(number.places == 1 for number in numbers)):
            self.untold.append(at)
        elif marked or _MONEY.search(label) or _PROFIT.match(label):
            self.open = [] if self.anchored else self.open
            self.close()
            self.anchored = not self.statistics
        elif not self.headed and not (self.anchored and not self.open and _LIKE_ABOVE.fullmatch(label)):
            self.open.append(at)


def untold_beyond(rows: Sequence[DraftRow], measures: Sequence[str], whole: bool, before: Sequence[StatementRow]) -> list[int]:
    """The rows that ``measures`` takes for money, or for what a share earns, and that nothing says so of. ``whole`` is whether the
    statement prints whole numbers; ``before`` are its rows above these."""
    found = _begins(before)
    for at, (row, measure) in enumerate(zip(rows, measures, strict=True)):
        if not row.filled:
            found.pass_heading(row.label.lower())
            continue
        found.begun = True
        if not found.behind:
            found.behind = measure == "per_share" or is_bottom_line(row.label)
            found.anchored = found.behind and measure == "money"
        elif measure == "shares" or (measure == "per_share" and not _is_guess(row.label.lower(), found.statistics)):
            found.pass_shares()
        elif measure in ("money", "per_share"):
            found.pass_row(at, row, whole)
    found.close()
    return found.untold


def _begins(before: Sequence[StatementRow]) -> _Beyond:
    """Where a page or a table begins that goes on with a statement."""
    begun = any(row.figures for row in before)
    statistics = begun and any(not row.figures and _is_statistics(row.label.lower()) for row in before[1:])
    units = [figure.unit for row in before for figure in row.figures[:1] if figure.unit]
    behind = statistics or any(unit.denominator for unit in units) or any(row.figures and is_bottom_line(row.label) for row in before)
    money = behind and not statistics and units[-1] != SHARES and not units[-1].denominator
    return _Beyond(begun, behind, statistics, money)


def is_bottom_line(label: str) -> bool:
    """Whether a row is the net income, and nothing besides."""
    return _BOTTOM_LINE.fullmatch(label) is not None


def _is_statistics(label: str) -> bool:
    """ "Number of shares:" is none."""
    if len(label) > _LONGEST_HEADING or not ("statistic" in label or "data" in label or "number" in label):
        return False
    return _STATISTICS.search(label) is not None and not _PAID_ON.search(label)


def _is_rate(label: str) -> bool:
    """ "Revenue per patient day", "Average sales price": no statement's unit is so much for each day or home."""
    if "average" in label and _AVERAGE_PRICE.search(label) is not None:
        return not _PAID_ON.search(label)
    rate = _RATE.search(label) if "per " in label else None
    return rate is not None and not _PAID_ON.search(rate["of"])


def _is_guess(label: str, statistics: bool) -> bool:
    """Whether a row passes for what a share earns by its figures alone; among ``statistics`` words that tell nothing else do not help."""
    return _is_rate(label) or (statistics and not _PAID_ON.search(label) and not _MONEY.search(label))
