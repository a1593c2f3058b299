"""What a number inside a label is: "Notes (net of discount of $26)" tells the discount of the notes, and not the notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import takewhile

from converter.map.facts.extensions import STATEMENT_NAMES, Extensions, printed_as
from converter.map.rows.labels import WORTH_LAST, words
from converter.map.rows.lines import value_kind
from converter.map.signs.order import positive_first
from converter.model import Figure, Number, Period, Statement, StatementRow
from converter.patterns import regex

_ASIDE = regex(r"\(([a-z]{1,20}(?: [a-z]{1,20}){0,2})\)", re.IGNORECASE)
"""The other side of a label, "(loss)", which begins no clause of its own."""
_OPEN, _CLOSE = "\ue000", "\ue001"
"""Stand for its parentheses."""
_DATE = regex(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|de[ce])[a-z]{0,9}\.?\s{1,2}\d{1,2}\s?,\s?(?=(?:19|20)\d\d)|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_DATE_LAST = regex(
    r"\s{0,2}[(;,:–—-]{0,2}\s{0,2}(?:\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|de[ce])[a-z]{0,9}\.?\s{1,2}\d{1,2}\s?,\s?)?"
    r"(?<![\d,.$])(?:19|20)\d\d\s?[:,=–—-]{0,2}\s{0,2}$",
    re.IGNORECASE,
)
"""What dates a number and says nothing else: "less reserve (1995--$32; 1994--$28)"."""
_NUMBER = regex(r"\(?\$?\s?\(?(?:\d[\d,.]*|\.\d+)\)?(?:\s(?:thousand|million|billion)\b)?", re.IGNORECASE)
_INTRODUCTION = regex(
    r"\b(?:net\s+of|includ(?:es|ing)|exclud(?:es|ing)|(?:ex|in)clusive\s+of|of\s+which|adjusted\s+for|reduced\s+by|deducting)\b"
    r"|(?:[,(;–—-]\s{0,2}|^\W{0,3})(?:less|plus|included)\b(?!\s+in\b)",
    re.IGNORECASE,
)
"""Words that say that the number is a part, or is left out, and nothing of what it is."""
_BASIS = regex(r"[\s,–—-]{0,4}\bat\s(?:[a-z]+\s){0,3}(?:cost|value|method)\b.*$", re.IGNORECASE)
_OF_A_BASIS = ("cost", "value")
_WORD = regex(r"[A-Za-z]+")
_EDGES = " \t,;:./–—-"
_JOINING = frozenset(
    ("a", "an", "and", "amounting", "approximately", "are", "as", "at", "for", "in", "of", "on", "or", "respectively", "the", "to")
)
_IN_LISTS = _JOINING | {"shares"}
_SCALES = frozenset({"thousand", "million", "billion"})
_NEVER_LAST = _JOINING | {"during", "from", "nil"}
_LIST = regex(
    r"(?:[\s,&–—-]|\band\b|\brespectively\b|\bshares\b|\b(?:thousand|million|billion)s?\b|\b(?:in|at|as\s+of)\s+(?=\d)"
    r"|\(?\$?\s?\(?(?:\d[\d,.]*|\.\d+)\)?)++",
    re.IGNORECASE,
)
"""The rest of a list of numbers: " and $56, respectively, "."""
_AFTER = regex(
    r"[;.()]|,\s+respectively\b|\d|\b(?:at|in|as\s+of|for)\s+(?=\d|the\b|(?:january|february|march|april|may|june|july)\b)"
    r"|\b(?:at|in|as\s+of|for)\s+(?=(?:august|september|october|november|december)\b)",
    re.IGNORECASE,
)
MOST_WORDS = 12


def subject_of(label: str, numbers: Iterable[tuple[str, str]], measure: str) -> str:
    """The words of a label that name its row, cut where the clause of its first number begins. ``numbers`` are the words before each
    number and the number. What is a cost is not "at fair value"."""
    marked = _marked(_DATE_LAST.sub("", _before_all(label, numbers)))
    opened = _unclosed(marked)
    if opened is not None:
        marked = marked[:opened]
    elif parts := _spans(marked):
        marked = marked[: parts[-1][0]]
    head = _plain(marked.replace("$", ""))
    if measure.rpartition(" ")[2].lower() in _OF_A_BASIS:
        head = _BASIS.sub("", head)
    return _without_ending(head)


def _before_all(label: str, numbers: Iterable[tuple[str, str]]) -> str:
    ends = []
    for before, printed in numbers:
        beginning = before[-_NEEDLE:] + printed
        if beginning in label:
            ends.append(label.index(beginning) + len(before[-_NEEDLE:]))
    ends += [money.start()] if (money := _MONEY.search(label)) else []
    return _MARK.sub("", label[: min(ends)] if ends else label)


_NEEDLE = 24
_MONEY = regex(r"\$\s?\(?[\d.]")
_MARK = regex(r"^\s*(?:\([a-z*]\)|\[[a-z\d*]{1,2}\])")
"""Of a footnote that stands before a label."""


def measure_of(before: str, after: str, previous: str) -> str:
    """What the words next to a number say it is, "" where the row itself is all that they name; ``previous`` is what the number before it
    was, for the rest of a list: "less allowances of $64 and $68"."""
    marked = _marked(_DATE_LAST.sub("", before))
    opened = _unclosed(marked)
    clause = marked if opened is None else marked[opened + 1 :]
    pieces = _NUMBER.split(_DATE.sub(" ", clause.rpartition(";")[2]))
    tail = pieces[-1]
    goes_on = len(pieces) > 1 or ";" in clause
    if goes_on and previous and _IN_LISTS.issuperset(word.lower() for word in _WORD.findall(tail)):
        return previous
    if len(pieces) > 1 and tail[:1] != ",":
        # Words right behind a number belong to that one: "5,500 shares authorized, 2,293 issued".
        tail = tail.partition("," if "," in tail else " and ")[2]
    parts = _spans(tail)
    # The words before the first number that nothing introduces name the row.
    said = tail[parts[-1][1] :] if parts else tail if opened is not None or goes_on else ""
    found = _trimmed(_plain(said)) or _behind(after)
    return positive_first(" ".join(found.split()[-MOST_WORDS:]), 1)


def _behind(after: str) -> str:
    """What stands behind a number, and behind those that are listed with it: "includes $64 and $68 measured at fair value"."""
    begun = _LIST.match(after)
    rest = _marked(after[begun.end() :] if begun else after)
    for clause in _AFTER.split(rest, maxsplit=1)[0].split(","):
        if clause.strip(_EDGES) and not _INTRODUCTION.match(clause.strip(_EDGES)):
            return _trimmed(_plain(clause), frozenset({"at", "on"}))
    return ""


def _marked(text: str) -> str:
    return _ASIDE.sub(rf"{_OPEN}\1{_CLOSE}", text)


def _plain(text: str) -> str:
    return text.replace(_OPEN, "(").replace(_CLOSE, ")")


def _unclosed(text: str) -> int | None:
    """Where the innermost parenthesis begins that is still open at the end."""
    opened: list[int] = []
    for at, character in enumerate(text):
        if character == "(":
            opened.append(at)
        elif character == ")" and opened:
            opened.pop()
    return opened[-1] if opened else None


def _spans(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _INTRODUCTION.finditer(text)] or [match.span() for match in WORTH_LAST.finditer(text)]


def _trimmed(text: str, but: frozenset[str] = frozenset()) -> str:
    """Words without those at the ends that only join them to what stands beside; ``but`` may begin them."""
    said = text.strip(_EDGES).split()
    return _without_ending(" ".join(said[len(list(takewhile(lambda word: _joins(word) and word.lower() not in but, said))) :]))


def _without_ending(text: str) -> str:
    said = text.strip(_EDGES).split()
    while said and said[-1].strip(_EDGES).lower() in _NEVER_LAST:
        said.pop()
    return " ".join(said).strip(_EDGES)


def _joins(word: str) -> bool:
    return word.strip(_EDGES).lower() in _JOINING | _SCALES or not _WORD.search(word)


class OwnMeasures:
    """The filing's own concepts for the amounts inside one label: "Fixed maturities (amortized cost $36 in 2008 and $29 in 2007)"."""

    def __init__(self, row: StatementRow, statement: Statement, extensions: Extensions) -> None:
        self._row, self._statement, self._extensions = row, statement, extensions
        self._measure = ""
        self._taken: dict[tuple[str, Period | None], Number] = {}
        places = Counter(figure.place for figure in row.in_label)
        self._said_for_all = frozenset(place for place, columns in places.items() if columns > 1)

    def concept(self, figure: Figure) -> str | None:
        """The QName; None for a footnote's mark, for words that name nothing, for one number over several columns (it is hardly true of
        all: "time deposits of $100,000 and over"), and where the same words already count something else."""
        if _FOOTNOTE.fullmatch(figure.number.printed):
            return None
        self._measure = measure_of(figure.before, figure.after, self._measure)
        if figure.period is None or figure.unit is None:
            return None
        if figure.place in self._said_for_all and "authorized" not in self._measure.lower():
            return None
        label = self._label(value_kind(figure.unit))
        if not label:
            return None
        context = self._row.heads[-1] if self._row.heads else ""
        name = self._extensions.concept(
            label,
            context,
            self._statement.kind,
            value_kind(figure.unit),
            figure.period.is_instant,
            documentation=f"A number inside the label {printed_as(self._row.label, context, self._statement.kind)}",
        )
        if self._taken.setdefault((name, figure.period), figure.number) != figure.number:
            return None
        return name

    def _label(self, kind: str) -> str:
        """The row's words and those of the measure. Without the latter an amount is not told from the row's own; a count of shares is. The
        row of a note below a statement is not known."""
        numbers = [(each.before, each.number.printed) for each in self._row.in_label]
        subject = subject_of(self._row.label, numbers, self._measure)
        if kind == "shares" and (_COUNT_WORDS | {"are", "share"}).issuperset(words(subject)):
            # "Authorized 5,500 shares, issued 5,300": the first words are those of the first number.
            return _of_shares(self._measure or subject)
        if not self._measure:
            return subject if kind == "shares" else ""
        if subject:
            return f"{subject}, {self._measure}"
        if _NUMBER_FIRST.match(self._row.label):
            return self._measure.capitalize()
        return f"{self._measure}, {STATEMENT_NAMES[self._statement.kind]}".capitalize()


def _of_shares(measure: str) -> str:
    said = measure.lower()
    if _COUNT_WORDS.isdisjoint(words(said)):
        return ""
    return said.capitalize() if "shares" in said else f"Shares {said}"


_COUNT_WORDS = frozenset({"authorized", "issued", "outstanding"})
_NUMBER_FIRST = regex(r"[^a-z\d]{0,4}\d", re.IGNORECASE)
_FOOTNOTE = regex(r"\(\d{1,2}\)")
