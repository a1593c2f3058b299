"""Rows of the statements as witnesses of sentences: the sentence says a row's words and a number that the row prints in one period alone.

Such a figure needs no grammar: whatever else the sentence says, the number is the row's, and its period is the column's."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from converter.find.sentences.tokens import FigureToken, Kind, measure_called, measures_in, qualifiers
from converter.model import SHARES, Figure, Period, Statement, StatementRow
from converter.patterns import regex

_WORD = regex(r"[a-z][a-z&-]*")
_ASIDE = regex(r"\([^()]*\)|,?\s(?:net of|less) .*")
_SMALL = frozenset({"and", "of", "the", "for", "from", "in", "to", "a", "an", "our", "its", "on", "by", "at", "with", "s"})
_VAGUE = frozenset({"income", "loss", "earning", "profit", "cost", "expense", "other", "amount", "total", "net", "balance", "cash", "tax"})
"""What alone names no row: "net income" is none of "interest income"."""
_EARNED = frozenset({"income", "loss", "earning"})
_RESULT = "net income"
_RESULTS = frozenset({"loss", "profit", "earning", "earned", "lost"})
_LOST, _GAINED = frozenset({"loss", "lost"}), frozenset({"income", "profit", "earning", "earned", "earn"})
_MOVED = regex(
    r"\b(?:by|(?:increase|decrease|decline|rise|drop|reduction|improvement)\sof)\s(?:approximately\s|about\s|some\s)?$", re.IGNORECASE
)
_NO_EARNINGS = regex(
    r"\b(?:price|book\svalue|exercise|conversion|redemption|purchase[sd]?|repurchased|offering|liquidation)\b", re.IGNORECASE
)
_COMPARES = regex(r"\b(?:compared|versus|vs|from|against|than|while|up|down|over|respectively)\b", re.IGNORECASE)
_LEAD = 80
_BESIDE = 40
_SAME = 10
_WORDS_APART = 3
"""So many digits are no accident where the sentence says the row's words as the row has them;"""
_WORDS_LOOSE = 4
"""so many where it says most of them."""
_HALF = Decimal("0.5")


class Proof(Struct, frozen=True):
    """A figure of a sentence that rows prove, ``rows`` their labels. ``measure`` is what the sentence calls it."""

    figure: FigureToken
    measure: str
    period: Period
    rows: tuple[str, ...]


class _Named:
    """The words of a row, found when a sentence prints one of its numbers."""

    def __init__(self, row: StatementRow) -> None:
        self._row = row
        self.label = row.label

    @cached_property
    def _label(self) -> tuple[str, ...]:
        return _words(self.label)

    @cached_property
    def _all(self) -> frozenset[str]:
        return frozenset((*self._label, *(word for head in self._row.heads[-2:] for word in _words(head))))

    @property
    def dividend(self) -> bool:
        return "dividend" in self._all

    @property
    def earned(self) -> bool:
        return not self._all.isdisjoint(_EARNED)

    @cached_property
    def ways(self) -> tuple[tuple[str, ...], ...]:
        """The words that name the row."""
        return tuple(_ways(self._label, _words(self._row.heads[-1]) if self._row.heads else ()))

    @cached_property
    def measure(self) -> str:
        """What a sentence would call it, "" where no table knows."""
        return _alike(measure_called(_ASIDE.sub("", self.label.lower())))

    @cached_property
    def sides(self) -> frozenset[str]:
        heads = (found for head in reversed(self._row.heads) if (found := qualifiers(head)))
        return frozenset(qualifiers(self.label) or next(heads, ()))


class _Cell(Struct, frozen=True):
    """A number of a row."""

    row: _Named
    value: Decimal
    period: Period
    negative: bool


class StatementRows:
    """The numbers of all rows, by their size. Laid out when a sentence asks for the first of them."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = statements
        self._cells: dict[Kind, list[_Cell]] | None = None
        self._values: dict[Kind, list[Decimal]] = {}

    def __bool__(self) -> bool:
        return bool(self._statements)

    def proofs(self, sentence: str, context: str, figures: Sequence[FigureToken], told: Callable[[], frozenset[Period]]) -> list[Proof]:
        """Which figures of a sentence are proven. ``told`` gives the periods that the sentence names: they decide where a row prints a
        number twice, and where a number has too few digits to be no accident. ``context`` says rows as the sentence does."""
        agreed = [(figure, agreeing) for figure in figures if (agreeing := self._agreeing(figure))]
        if not agreed:
            return []
        said, claims = _Said(sentence, context, told), list[_Claim]()
        for figure, agreeing in agreed:
            if not said.moves(figure):
                per_share = _kind(figure) == "per_share"
                claim = _per_share(figure, agreeing, said, claims) if per_share else _amount(figure, agreeing, said)
                claims.extend([claim] if claim else [])
        return [_proof(claim) for claim in claims if claim.sure or _is_one_of_two(claim, claims)]

    def _agreeing(self, figure: FigureToken) -> Sequence[_Cell]:
        """The numbers that round to the figure, signs left out of account."""
        if self._cells is None:
            self._cells = _laid_out(self._statements)
            self._values = {each: [cell.value for cell in cells] for each, cells in self._cells.items()}
        kind, value = _kind(figure), figure.value
        values = self._values.get(kind)
        if not values or not value:
            return ()
        half = _HALF.scaleb(-figure.decimals)
        return self._cells[kind][bisect_left(values, value - half) : bisect_right(values, value + half)]


def _kind(figure: FigureToken) -> Kind:
    return "per_share" if figure.kind == "bare" else figure.kind


class _Said:
    """The words of a sentence, each with its place, and the periods that it names."""

    def __init__(self, text: str, context: str, told: Callable[[], frozenset[Period]]) -> None:
        self.text = text
        self.lower = text.lower()
        self.told = told
        self._spoken = f"{context} {text}" if context else text
        self.words = [word for match in _WORD.finditer(self._spoken.lower()) if (word := _stem(match[0])) not in _SMALL]
        self._all = frozenset(self.words)
        self._measures: frozenset[str] | None = None

    def says(self, way: tuple[str, ...]) -> bool:
        """Whether the words stand side by side."""
        if not self._all.issuperset(way):
            return False
        size = len(way)
        return any(tuple(self.words[at : at + size]) == way for at in range(len(self.words) - size + 1))

    def says_row(self, row: _Named) -> bool:
        """Whether the sentence calls a row by its words, or by the measure that it is."""
        return any(self.says(way) for way in row.ways) or (row.measure != "" and self.names(row.measure))

    def says_most(self, way: tuple[str, ...]) -> bool:
        """Whether all but one of three words and more stand anywhere."""
        return len(way) >= _WORDS_APART and len(self._all.intersection(way)) >= len(way) - 1

    def moves(self, figure: FigureToken) -> bool:
        """Whether the words right before a figure say a change: "fell by $5 million", "an increase of $5 million"."""
        return _MOVED.search(self.lower, max(0, figure.start - _BESIDE), figure.start) is not None

    def denies(self, cell: _Cell) -> bool:
        """Whether the sentence says a loss where the row has a profit, or the other way round."""
        loss, profit = not self._all.isdisjoint(_LOST), not self._all.isdisjoint(_GAINED)
        return cell.row.measure == _RESULT and loss != profit and loss != cell.negative

    @property
    def says_result(self) -> bool:
        """ "The loss was $5 million, or $.39 per share": what remains for owners, if its share's part is told beside it."""
        return not self._all.isdisjoint(_RESULTS)

    def names(self, measure: str) -> bool:
        if self._measures is None:
            self._measures = frozenset(_alike(each.measure) for each in measures_in(self._spoken))
        return measure in self._measures


class _Claim(Struct):
    """What may be proven: the figure, and the numbers of one period that it rounds. ``sure`` where that is no accident."""

    figure: FigureToken
    cells: Sequence[_Cell]
    sure: bool

    @property
    def period(self) -> Period:
        return self.cells[0].period


def _amount(figure: FigureToken, agreeing: Sequence[_Cell], said: _Said) -> _Claim | None:
    digits = _digits(figure)
    agreeing = [cell for cell in agreeing if not said.denies(cell)]
    named = [cell for cell in agreeing if said.says_row(cell.row)]
    if not named and digits >= _WORDS_LOOSE:
        named = [cell for cell in agreeing if any(said.says_most(way) for way in cell.row.ways)]
    if named or not said.says_result:
        return _claim(figure, named, said) if digits > 1 else None
    claim = _claim(figure, [cell for cell in agreeing if cell.row.measure == _RESULT], said)
    return replace(claim, sure=False) if claim else None


def _per_share(figure: FigureToken, agreeing: Sequence[_Cell], said: _Said, before: Sequence[_Claim]) -> _Claim | None:
    """Earnings and dividends per share. Beside an amount ("$5 million, or $.39 per diluted share") its period is known, and each makes the
    other sure."""
    lead = said.lower[max(0, figure.start - _LEAD, before[-1].figure.after if before else 0) : figure.start]
    if _NO_EARNINGS.search(lead) or (figure.kind == "bare" and "share" not in said.lower):
        return None
    dividend = "dividend" in lead
    sides = frozenset(figure.qualifiers or qualifiers(lead))
    fitting = [cell for cell in agreeing if cell.row.dividend == dividend and (not sides or not cell.row.sides or cell.row.sides & sides)]
    gap = said.text[before[-1].figure.after : figure.start] if before else ""
    if not before or dividend or len(gap) > _BESIDE or _COMPARES.search(gap):
        return _claim(figure, fitting, said)
    same = [cell for cell in fitting if _same(cell.period, before[-1].period)]
    if not same:
        return None
    before[-1].sure = True
    return _Claim(figure, same, True)


def _claim(figure: FigureToken, cells: Sequence[_Cell], said: _Said) -> _Claim | None:
    """The one period of all cells; where there are several, or the number alone is no proof, one that the sentence names."""
    periods: list[Period] = []
    for cell in cells:
        if not any(_same(cell.period, other) for other in periods):
            periods.append(cell.period)
    sure = len(periods) == 1 and _digits(figure) >= _WORDS_APART
    if not sure and periods:
        named = [period for period in periods if any(_same(period, other) for other in said.told())]
        periods, sure = (named, True) if len(named) == 1 else (periods, False)
    return _Claim(figure, [cell for cell in cells if _same(cell.period, periods[0])], sure) if len(periods) == 1 else None


def _is_one_of_two(claim: _Claim, claims: Sequence[_Claim]) -> bool:
    """Whether the sentence states the same row for another period too: two accidents are none."""
    labels = {cell.row.label for cell in claim.cells}
    return any(not _same(other.period, claim.period) and any(cell.row.label in labels for cell in other.cells) for other in claims)


def _proof(claim: _Claim) -> Proof:
    labels = tuple(dict.fromkeys(cell.row.label for cell in claim.cells))
    return Proof(claim.figure, next((cell.row.measure for cell in claim.cells if cell.row.measure), labels[0]), claim.period, labels)


def _same(one: Period, other: Period) -> bool:
    if one.start is None or other.start is None:
        return one.start is other.start and one.end == other.end
    return one.end == other.end and abs((one.start - other.start).days) <= _SAME


def _digits(figure: FigureToken) -> int:
    """How many digits are printed: "$90.0 million" has three."""
    return len(str(int(figure.value.scaleb(figure.decimals))))


def _laid_out(statements: Iterable[Statement]) -> dict[Kind, list[_Cell]]:
    cells: dict[Kind, list[_Cell]] = defaultdict(list)
    for statement in statements:
        for row in statement.rows:
            live = [figure for figure in row.figures if not figure.ignored and not figure.number.dash]
            if live and row.label:
                for kind, cell in _cells_of(row, live):
                    cells[kind].append(cell)
    for each in cells.values():
        each.sort(key=lambda cell: cell.value)
    return cells


def _cells_of(row: StatementRow, figures: Iterable[Figure]) -> Iterator[tuple[Kind, _Cell]]:
    named = _Named(row)
    for figure in figures:
        if figure.period is None or figure.unit is None or figure.scale is None or not figure.number.value:
            continue
        per_share = figure.unit.denominator
        if per_share and not (named.dividend or named.earned):
            continue
        kind: Kind = "per_share" if per_share else "shares" if figure.unit == SHARES else "money"
        yield kind, _Cell(named, abs(figure.number.value).scaleb(figure.scale), figure.period, figure.number.value < 0)


def _ways(label: tuple[str, ...], head: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """How a sentence may call a row: by its label, without the "total" or "net" at its ends, with the heading's word behind it
    ("Passenger" under "Revenues:" is "passenger revenues")."""
    bare = label
    while bare and bare[0] in ("total", "net"):
        bare = bare[1:]
    while bare and bare[-1] == "net":
        bare = bare[:-1]
    for way in dict.fromkeys((label, bare)):
        if way and not (len(way) == 1 and way[0] in _VAGUE):
            yield way
    if head and bare and len(head) <= 2:
        yield (*bare, *head)


def _words(text: str) -> tuple[str, ...]:
    found = (_stem(match[0]) for match in _WORD.finditer(_ASIDE.sub(" ", text.lower())))
    return tuple(word for word in found if word not in _SMALL)


def _stem(word: str) -> str:
    """Plurals made singular, well enough to be compared with each other."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word.rstrip("-").removesuffix("s") if len(word) > 3 and not word.endswith("ss") else word


def _alike(measure: str) -> str:
    """A loss is a negative income, a cash use a negative flow, and sales are what others call revenues."""
    return {"sales": "revenues"}.get(measure, measure.replace("loss", "income").replace("cash use", "cash flow"))
