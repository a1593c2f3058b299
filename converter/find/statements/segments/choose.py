"""Which segments are the registrant's primary statements."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from msgspec.structs import replace

from converter.find.statements.lines.line import Line
from converter.find.statements.segments.complete import ends_balance, has_ended_cash
from converter.find.statements.segments.cutter import LEAST_ROWS, Cutter
from converter.find.statements.segments.filers import filer_named
from converter.find.statements.segments.markers import LEAST_UNTITLED, content_score, content_scores
from converter.find.statements.segments.segment import Segment
from converter.find.statements.segments.titles import CONTINUED
from converter.model import Document, Period, Statement, StatementKind
from converter.patterns import regex

_FORMAL = regex(r"\b(?:statements?|sheets?)\b", re.IGNORECASE)
_DATA = regex(r"(?<!share )(?<!shares )\bdata\b")
_ASIDES = regex(r"\([^()]*\)?")

# The longest statements of banks and insurers have 300 rows; an endless table must not be mapped row by row.
_MOST_ROWS = 3_000
_MOST_YEARS, _LEAST_DAYS_OF_A_YEAR = 4, 350
CONSOLIDATING = "consolidating"
"""The look-alike with a column for each company, eliminations, and the consolidated amounts."""
_SELECTED, _ROWS_OF_A_WHOLE, _WHOLE = "selected data", 9, 8
_QUARTERLY = "quarterly data"
_LEAST_WHOLE: dict[StatementKind, int] = {"balance_sheet": 5, "cashflow": 9}
_SUMMARIZED = regex(
    r"\W*(?:(?:condensed|consolidated|unaudited)\s+){0,3}summari[sz]ed\s+(?:consolidated\s+)?(?:balance\s+sheets?|statements?)\b",
    re.IGNORECASE,
)
_KINDS_OF_INCOME = ("income", "comprehensive")
_SUMMARIZED_KINDS = ("balance_sheet", "income", "cashflow")
_LEAST = {"balance_sheet": 3, "income": 4, "cashflow": 5, "comprehensive": 3, "equity": 3}


def chains(segments: list[Segment]) -> list[list[Segment]]:
    """Segments that are pages of one statement: the title comes again, or says that it goes on. A few rows alone are no statement."""
    out: list[list[Segment]] = []
    for segment in segments:
        if out and _goes_on(out[-1], segment):
            out[-1].append(segment)
        elif segment.figured >= LEAST_ROWS:
            out.append([segment])
    return out


def _goes_on(chain: list[Segment], segment: Segment) -> bool:
    if segment.title is None or chain[0].title is None or segment.kind != chain[0].kind or segment.rival != chain[0].rival:
        return False
    if segment.continues:
        return True
    return _plain(segment.title.text) == _plain(chain[0].title.text) and not _comes_again(chain, segment)


def _comes_again(chain: list[Segment], segment: Segment) -> bool:
    """Whether a segment has the rows of the ones before, or among many more half of theirs: those were the statement in short."""
    if says_again(chain, segment):
        return True
    before, here = {label for each in chain for label in _labels(each)}, set(_labels(segment))
    return len(before) >= LEAST_ROWS and 2 * len(before & here) >= len(before)


def _plain(text: str) -> str:
    return " ".join(_ASIDES.sub("", CONTINUED.sub("", text)).lower().split())


def says_again(chain: list[Segment], segment: Segment) -> bool:
    """Whether a segment has the rows of the ones before: then it tells of other periods or another company, and is no further page."""
    before = {label for each in chain for label in _labels(each)}
    labels = _labels(segment)
    return sum(1 for label in labels if label in before) * 3 > len(labels)


def _labels(segment: Segment) -> list[str]:
    return [line.cells[0].text.lower().strip(" .:") for line in segment.rows if line.has_figures and line.cells[0].number is None]


def kind_of(chain: list[Segment]) -> StatementKind | None:
    """The kind that title and content agree on, or None. What has far too many rows is no statement, whatever its words."""
    segment = chain[0]
    if segment.rival or sum(len(each.rows) for each in chain) > _MOST_ROWS:
        return None
    kind = segment.kind
    if kind is None:
        return _kind_of_rows(chain)
    score = content_score(chain, kind)
    formal = _FORMAL.search(segment.title.text if segment.title else "") is not None
    if kind == "equity":
        return kind if score >= _LEAST[kind] and formal else None
    least = min(_LEAST[kind], 2) if formal else _LEAST[kind]
    if score >= least or (segment.continues and score > 0):
        return kind
    if content_score(chain, kind, wrapped=True) >= least or (kind == "balance_sheet" and _balances(chain)):
        return kind
    if kind not in _KINDS_OF_INCOME:
        return None
    scores = content_scores(chain)
    best = _best(scores)
    return best if best in _KINDS_OF_INCOME and scores[best] >= _LEAST[best] else None


def _kind_of_rows(chain: list[Segment]) -> StatementKind | None:
    """The kind that the rows tell where no title does."""
    scores = content_scores(chain)
    best = _best(scores)
    enough = scores[best] >= _LEAST_UNTITLED.get(best, LEAST_UNTITLED)
    return best if enough or (scores[best] >= _LEAST_WHOLE.get(best, LEAST_UNTITLED) and _is_whole(chain, best)) else None


_LEAST_UNTITLED: dict[StatementKind, int] = {"cashflow": 6}


def _is_whole(chain: list[Segment], kind: StatementKind) -> bool:
    """Whether the last rows are those of a whole statement: the total of assets once more, or the cash at the end."""
    rows = [row for segment in chain for row in segment.rows]
    return ends_balance(rows) if kind == "balance_sheet" else kind == "cashflow" and has_ended_cash(rows)


def _balances(chain: list[Segment]) -> bool:
    """Whether a formal title stands above rows the last of which has the amounts of one above it, to which two and more rows right above
    that come: both sides of a balance sheet, whatever its words (fund balances, without a label at its totals)."""
    rows = [amounts for segment in chain for line in segment.rows if (amounts := _printed(line))]
    if not is_formal(chain) or len(rows) < LEAST_ROWS or max(map(abs, rows[-1])) < _LEAST_TOTAL or rows[-1] not in rows[2:-1]:
        return False
    total, total_at = rows[-1], rows.index(rows[-1])
    sums, summed = [Decimal(0)] * len(total), 0
    for row in reversed(rows[:total_at]):
        if len(row) != len(total):
            return False
        sums, summed = [here + each for here, each in zip(sums, row, strict=True)], summed + 1
        if summed >= _LEAST_PARTS and tuple(sums) == total:
            return True
    return False


_LEAST_TOTAL, _LEAST_PARTS = 1_000, 2


def _printed(line: Line) -> tuple[Decimal, ...]:
    """The amounts of a line."""
    return tuple([cell.number.value for cell in line.figures if cell.number])


def _stands_in_for(chain: list[Segment]) -> StatementKind | None:
    """The kind of statement that selected data or highlights hold whole. Where a filing has no other, that is the one it gives: of income
    with sales or income, taxes, net income and the shares' part of it, and rows between them; a balance sheet with both sides; all flows
    of cash; or what calls itself a statement, if "summarized", as partnerships do in their interim reports, or "quarterly", as banks do in
    their releases."""
    segment = chain[0]
    if segment.after_notes:
        return None
    if segment.rival == _QUARTERLY:
        return _kind_but_for_its_rival(chain)
    if segment.rival != _SELECTED:
        return None
    scores = content_scores(chain)
    if segment.kind in _SUMMARIZED_KINDS and segment.title and _SUMMARIZED.match(segment.title.text):
        return segment.kind if scores[segment.kind] >= _LEAST[segment.kind] and _best(scores) == segment.kind else None
    if segment.figured < _ROWS_OF_A_WHOLE:
        return None
    if scores["income"] >= _WHOLE and not any(scores[kind] >= _LEAST[kind] for kind in ("balance_sheet", "cashflow")):
        return "income"
    whole = (kind for kind, least in _LEAST_WHOLE.items() if scores[kind] >= least and _best(scores) == kind and _is_whole(chain, kind))
    return next(whole, None)


def _best(scores: Mapping[StatementKind, int]) -> StatementKind:
    return max(scores, key=lambda kind: scores[kind])


def _rank(chain: list[Segment]) -> int:
    """How formal a title is: "Consolidated Statements of Income" before "Statements of Income" before "Results of Operations"."""
    text = chain[0].title.text.lower() if chain[0].title else ""
    return 2 * bool(_FORMAL.search(text)) + ("consolidated" in text) - 3 * bool(_DATA.search(text))


Found = tuple[Document, list[Segment], StatementKind]
"""Pages of a statement, and its kind; or the kind of its title alone where its rows are none of a statement."""
Built = tuple[Found, Statement]


def found_in(documents: Sequence[Document], unread: list[Found]) -> list[Found]:
    """What may be a primary statement, in the order it stands; of a kind that has none the consolidating one, or else the first that stands
    in for it. ``unread`` takes what has a title and whose rows read as no statement, and look-alikes."""
    found: list[Found] = []
    stand_ins: dict[StatementKind, Found] = {}
    consolidating: list[Found] = []
    for document in documents:
        if document.type.upper().startswith("EX-27"):
            continue
        for chain in chains(Cutter(document).cut()):
            kind = kind_of(chain)
            if kind:
                found.append((document, chain, kind))
            elif other := _stands_in_for(chain):
                stand_ins.setdefault(other, (document, chain, other))
            elif chain[0].after_notes:
                continue
            elif not chain[0].rival and chain[0].kind:
                unread.append((document, chain, chain[0].kind))
            elif chain[0].rival and (kind := _kind_but_for_its_rival(chain)):
                (consolidating if chain[0].rival == CONSOLIDATING else unread).append((document, chain, kind))
    missing = _not_in(found, consolidating)
    missing += _not_in([*found, *missing], list(stand_ins.values()))
    return sorted([*found, *missing], key=lambda item: (item[0].index, item[1][0].index)) if missing else found


def _not_in(found: Sequence[Found], others: Sequence[Found]) -> list[Found]:
    """Those of kinds that are not found."""
    told = {kind for _, _, kind in found}
    return [each for each in others if each[2] not in told]


def _kind_but_for_its_rival(chain: list[Segment]) -> StatementKind | None:
    """The kind of a formal statement that its title or what introduces it calls a look-alike. Of one with a column for each company and one
    for all of them that column is the registrant's, where a filing has no other of the kind."""
    return kind_of([replace(each, rival="") for each in chain]) if is_formal(chain) else None


def is_formal(chain: list[Segment]) -> bool:
    """Whether the title says "statement" or "sheet", and is none of data."""
    return _rank(chain) >= 2


_REPORTS, _ADDITIONAL = ("10-", "EX-13"), "EX-99"


def candidates(found: list[Found]) -> list[Found]:
    """Titled segments before untitled ones, formal titles before others. Where the report itself has a statement of the kind, those of
    additional exhibits (a release, another company's statements) are none of its own."""
    reported = {
        kind
        for document, chain, kind in found
        if document.type.upper().startswith(_REPORTS) and is_formal(chain) and not chain[0].after_notes
    }
    found = [item for item in found if item[2] not in reported or not item[0].type.upper().startswith(_ADDITIONAL)]
    titled = [item for item in found if item[1][0].title is not None]
    best: dict[StatementKind, int] = {}
    for _, chain, kind in titled:
        best[kind] = max(_rank(chain), best.get(kind, _rank(chain)))
    return [
        item
        for item in found
        if item[2] not in best or (item[1][0].title is not None and (is_formal(item[1]) or _rank(item[1]) == best[item[2]]))
    ]


def choose(built: list[Built], filers: Sequence[str], likenesses: frozenset[int] = frozenset()) -> list[Statement]:
    """The registrants' own of several statements of one kind: those before the notes, of the most formal title. One within the notes or
    of a lesser title stays only where it tells of other periods: interim statements behind the annual ones in one filing. Many years beside
    a statement of few are selected data. Those of two filers of one filing are no rivals. ``likenesses`` are the positions of those under a
    name that is only like the registrant's: each gives way to any other that tells of its periods."""
    order = sorted(
        range(len(built)), key=lambda index: (index in likenesses, built[index][0][1][0].after_notes, -_rank(built[index][0][1]), index)
    )
    named = [_named(chain[0], filers) if len(filers) > 1 else None for (_, chain, _), _ in built]
    kept: dict[int, tuple[bool, int]] = {}
    for index in order:
        (_, chain, kind), statement = built[index]
        standing = chain[0].after_notes, _rank(chain)
        rivals = [
            other
            for other in kept
            if built[other][0][2] == kind
            and (kept[other] != standing or index in likenesses)
            and not _are_others(named[other], named[index])
        ]
        told = frozenset(period for other in rivals for period in _periods(built[other][1], True))
        if _is_history(statement) and not is_formal(chain):
            # Five years under a title that names no statement, or none, are selected data.
            continue
        if not rivals or not (_periods(statement, True) <= told or _is_history(statement)):
            kept[index] = standing
    return _by_registrant([built[index] for index in sorted(kept)], filers)


def _are_others(one: int | None, other: int | None) -> bool:
    """Whether two statements are said to be of two registrants: a subsidiary's that is not consolidated stands beside its parent's."""
    return one is not None and other is not None and one != other


def _is_history(statement: Statement) -> bool:
    """More years than a statement of income has to show (Regulation S-X, 3-02: three, and all since a company's inception)."""
    return sum(1 for period in _periods(statement, True) if period.days >= _LEAST_DAYS_OF_A_YEAR) > _MOST_YEARS


def _periods(statement: Statement, ignored: bool) -> frozenset[Period]:
    """The periods that a statement tells of: its columns' (the ``ignored`` ones' too), or its rows' where its columns are components
    of equity."""
    told = frozenset(column.period for column in statement.columns if column.period and (ignored or not column.ignored))
    return told or frozenset(figure.period for row in statement.rows for figure in row.figures if figure.period)


def _by_registrant(built: list[Built], filers: Sequence[str]) -> list[Statement]:
    """A second statement of one kind for the very same periods, with the same rows, is another registrant's. Its name above the title
    tells whose, else the order of the header's filers; where the filing has no such filer it is left out: nobody's numbers under
    another's name."""
    seen: dict[tuple[str, frozenset[Period]], dict[int, list[Segment]]] = {}
    out: list[Statement] = []
    for (_, chain, kind), statement in built:
        periods = _periods(statement, False)
        taken = seen.setdefault((kind, periods), {})
        registrant = _whose(chain, taken, filers)
        if periods and registrant >= max(1, len(filers)):
            continue
        taken.setdefault(registrant, chain)
        out.append(replace(statement, registrant=registrant))
    return out


def _whose(chain: list[Segment], taken: dict[int, list[Segment]], filers: Sequence[str]) -> int:
    named = _named(chain[0], filers) if len(filers) > 1 else None
    if named is not None and named not in taken:
        return named
    # Other rows under the same heads: the rest of a statement whose title came again in other words.
    rest = next((registrant for registrant, first in taken.items() if not any(_comes_again(first, segment) for segment in chain)), None)
    return rest if rest is not None else len(taken)


def _named(segment: Segment, filers: Sequence[str]) -> int | None:
    """The filer whose name stands above the title or in the captions, the longest name first."""
    return filer_named(f"{segment.lead} {segment.caption_text}", filers)
