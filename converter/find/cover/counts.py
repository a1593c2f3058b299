"""Numbers of shares outstanding in a sentence or a small table, and the class of stock that each counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from converter.find.cover.owners import owners_of
from converter.find.cover.scaled import power_of_counts
from converter.grammar.dates import find_dates
from converter.model import CoverItem, Place
from converter.patterns import regex

_GROUPS = r"\d{1,3}(?:,\d{3}){1,4}|\d{1,3}(?:,\s?\d{3}){1,4}"
COUNT = regex(rf"(?<![\d$.,])(?:(?:{_GROUPS})(?![\d,]*\d)(?!\.\d)|\d{{4,10}}(?=\s+shares\b))")
_ROUND = r"(?<![$\d.,])(?P<figure>(?:\d{1,3},)?\d{1,4}(?:\.\d+)?)\s(?P<scale>thousand|million|billion)\b"
_ROUND_COUNT = regex(_ROUND, re.IGNORECASE)
_ROUND_SHARES = regex(rf"{_ROUND}\s(?=(?:shares|units|common)\b)", re.IGNORECASE)
_WORD_BEHIND = regex(r"\s(?:thousand|million|billion)\b", re.IGNORECASE)
_NUMBER_OF = regex(r"\bnumber\s+of\s+(?:\w+\s+){0,2}(?:shares|units)\b", re.IGNORECASE)
_PARTED_COUNT = regex(r"(?<![$\d.,])(?P<figure>\d{1,3}(?:,\d{3}){0,3}\.\d{1,3})(?![\d.,]*[\d%])")
"""Where a note says that counts are in thousands."""
_MOST_SHARES = Decimal(25_000_000_000)
"""No registrant has more: a count that a note of thousands would make so is printed in full, or misread."""
_SMALL_COUNT = regex(
    r"(?<![$\d.,])[1-9]\d{0,2}(?=\s+shares\s+of\s)|(?<=hundred \()[1-9]\d{0,2}(?=\))|(?<=thousand \()[1-9]\d{0,2}(?=\))", re.IGNORECASE
)
_NEXT_FIGURE = regex(r",?\s(?:was|were|is|of)\s(?:approximately\s)?\$?\d", re.IGNORECASE)
"""Behind a day that another figure is of."""
_SAME_DAY = regex(r"\b(?:on|as of|at) (?:that|such|the same|said) (?:date|day)\b", re.IGNORECASE)
_TREASURY = regex(r"\W*(?:shares\s+)?(?:\w+\s+){0,4}(?:(?:held\s+)?(?:in|as|of)\s+(?:the\s+)?treasury|treasury\s+shares?)", re.IGNORECASE)
_NOT_OUTSTANDING = regex(r"[^.;$]{0,60}?\b(?:authori[sz]ed|issued\b(?!\s*(?:and|&)\s*outstanding))", re.IGNORECASE)
_LEFT_OUT = regex(
    r"\b(?:excluding|exclusive of|not including|net of|less|deducting|treasury shares of)\s+(?:approximately\s+)?\Z", re.IGNORECASE
)
_PART_OF = regex(
    r"\b(?:of which(?: approximately)?|which includes?|includ(?:es|ing)|held (?:of record )?by(?: approximately)?)"
    r"(?:\s+\w{1,12}){0,2}\s+\Z",
    re.IGNORECASE,
)
"""Before a number of some of the shares, or of those who hold them."""
_IS_OUTSTANDING = regex(r"(?:\s+\w{1,12}){0,5}\s+outstanding\b", re.IGNORECASE)
_NOT_ALL = regex(r"\b(?:authori[sz]ed|issued)\b(?!\s*(?:and|&)\s*outstanding)", re.IGNORECASE)
_OF_OTHERS = regex(r"\s+(?:(?:share|stock|unit)?holders|record holders|holders|warrants|options|rights|votes)\b", re.IGNORECASE)
_IN_WORDS = regex(r"\b(?:ten|hundred|thousand|million)\s*\(\Z", re.IGNORECASE)
_BEFORE = 60
_TWO_DAYS = regex(r"\b(?:19|20)\d\d\s+and\s+(?:\w+\s+\d{1,2},\s+)?(?:19|20)\d\d\b")
_STOCK = r"(?:common|capital|ordinary|preferred|preference)\s+(?:stock|shares|equity)\b"
_CLASS = regex(
    rf"\b(?P<kind>class|series)\s+[\"“]?(?P<letter>[A-Z])\b[\"”]?(?:(?P<sort>(?:\s+(?!(?:and|or|class|series)\b)[\w%-]+){{0,3}})\s+{_STOCK}|\s+prefer(?:red|ence)\b)?|\b(?P<votes>(?:non-?)?voting\s+common\s+stock)\b"
    rf"|\b{_STOCK}",
    re.IGNORECASE,
)
_SORT = regex(r"\b(?:special|convertible|(?:limited |non-?)?voting|restricted|participating|exchangeable)\b", re.IGNORECASE)
"""What tells two classes of one letter apart: "Class A Special Common Stock"."""
_PREFERRED = "preferred"
PLAIN = "common"
"""The class of common stock that bears no letter."""
_BREAK = regex(r"[;:.]\s")
_SCALES = {"": 0, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_NEAR = 40
_AND = regex(r"\s*(?:,|and|,\s*and|&)\s*")


class Sentence(Struct, frozen=True):
    """``start`` is its offset in the running text; ``before`` the sentence before it, or the question that it answers."""

    start: int
    words: str
    before: str
    place_at: Callable[[int, str], Place]

    def piece(self, figure: re.Match[str]) -> Place:
        """The figure's own place."""
        printed = figure[0].strip()
        return self.place_at(self.start + figure.start() + figure[0].find(printed), printed)

    def day(self, figure: re.Match[str]) -> date | None:
        """The date in the sentence that stands nearest to its figure; the last one before it where it names none, or the same day."""
        dates = find_dates(self.words)
        same = _SAME_DAY.search(self.words)
        if not dates or (same and dates[0].start > same.start()):
            told = find_dates(self.before)
            if told:
                return told[-1].day
        dates = [d for d in dates if d.start < figure.start() or not _NEXT_FIGURE.match(self.words, d.end)] or dates
        here = [d for d in dates if ";" not in self.words[min(d.end, figure.end()) : max(d.start, figure.start())]]
        near = min(here or dates, key=lambda d: figure.start() - d.end if d.end <= figure.start() else d.start - figure.end(), default=None)
        return near.day if near else None


def share_counts(said: Sentence, names: Sequence[str] = ()) -> Iterator[CoverItem]:
    """Counts of the common shares outstanding, each of its class; none where several stand there and their classes are not told.
    ``names`` are those of the filing's registrants: where counts stand behind them, each is its own."""
    counts = _counts(said.words)
    owners = owners_of(said.words, counts, names) if len(counts) > 1 or len(names) > 1 else []
    if any(owner is not None for owner in owners):
        for index in range(len(names)):
            own = [count for count, owner in zip(counts, owners, strict=True) if owner == index]
            yield from (replace(item, registrant=index) for item in _told(said, own))
    else:
        yield from _told(said, counts)


def _told(said: Sentence, counts: Sequence[re.Match[str]]) -> Iterator[CoverItem]:
    counts = _latest(said, counts)
    classes = _classes(said.words, counts)
    if len(counts) > 1 and (not all(classes) or len(set(classes)) < len(counts)):
        return
    told = [each for each in zip(counts, classes, strict=True) if each[1] != _PREFERRED or len(counts) == 1]
    power = _noted(said)
    values = [_number(match, power) for match in counts]
    if power and any(Decimal(value) > _MOST_SHARES for value in values):
        return
    for i, (match, security) in enumerate(told, 1):
        yield CoverItem(
            "shares_outstanding",
            _number(match, power),
            said.piece(match),
            as_of=said.day(match),
            security="" if security == _PREFERRED or (security == PLAIN and len(told) == 1) else security,
            group=i if len(told) > 1 else 0,
            decimals=decimals_of(match) - (0 if match.groupdict().get("scale") else power),
        )


def _noted(said: Sentence) -> int:
    """The power of ten that a note gives the counts, in the sentence or the question before it, which tells no amounts."""
    return power_of_counts(said.words) or (0 if "$" in said.before else power_of_counts(said.before))


def _counts(words: str) -> list[re.Match[str]]:
    counts = [m for m in COUNT.finditer(words) if Decimal(_number(m)) >= 1000 and not words[: m.start()].rstrip().endswith("$")]
    counts = [m for m in counts if not _WORD_BEHIND.match(words, m.end())]
    small = _SMALL_COUNT if re.search(r"\bstock\b.*\boutstanding\b|\boutstanding\b.*\bstock\b", words, re.IGNORECASE) else None
    round_ones = _ROUND_COUNT if _NUMBER_OF.search(words) else _ROUND_SHARES
    parted = _PARTED_COUNT if not counts and power_of_counts(words) else None
    for other in (parted, round_ones, small):
        counts = counts or (list(other.finditer(words)) if other else [])
    told = [m for m in counts if not _TREASURY.match(words[m.end() :]) and not _aside(words, m)]
    if len(told) > 1 or len(told) < len(counts):
        # Where the treasury's or others stand beside it, a count of what is issued is not what is outstanding.
        ends = [min([m.start() for m in counts if m.start() > one.start()], default=len(words)) for one in told]
        told = [m for m, end in zip(told, ends, strict=True) if not _NOT_OUTSTANDING.match(words[m.end() : end])]
    counts = told
    values = [Decimal(_number(match)) for match in counts]
    if len(values) > 2 and values[-1] == sum(values[:-1]):
        return counts[:-1]  # the total of the classes
    return counts


def _aside(words: str, count: re.Match[str]) -> bool:
    """A count of what is left out, of a part, of holders or warrants, or one in parentheses without a day: it belongs to the title of a
    class, unless the same number stands before it in words."""
    before = words[max(0, count.start() - _BEFORE) : count.start()]
    if before.endswith("("):
        return not _IN_WORDS.search(before) and not find_dates(words[count.end() :].partition(")")[0])
    if _PART_OF.search(before):
        # "9,000,000 shares issued, of which 8,134,500 were outstanding": the part is what is asked for.
        return not (_IS_OUTSTANDING.match(words, count.end()) and _NOT_ALL.search(words, 0, count.start()))
    return bool(_LEFT_OUT.search(before) or _OF_OTHERS.match(words, count.end()))


def _latest(said: Sentence, counts: Sequence[re.Match[str]]) -> Sequence[re.Match[str]]:
    """Of two counts of one stock on two days that of the later one: "at March 2, 1998 and 1997 was ... and ..., respectively"."""
    if len(counts) != 2 or len({match.group().lower() for match in _CLASS.finditer(said.words)}) > 1:
        return counts
    between = find_dates(said.words[counts[0].end() : counts[1].start()])
    if "respectively" in said.words[counts[1].end() :] and (days := _TWO_DAYS.search(said.words, 0, counts[0].start())):
        first, second = (int(year) for year in re.findall(r"(?:19|20)\d\d", days[0]))
        return counts[:1] if first > second else counts[1:]
    told = find_dates(said.words[: counts[0].start()])
    if told and between and told[-1].day != between[-1].day:
        return counts[:1] if told[-1].day > between[-1].day else counts[1:]
    return counts


def _classes(words: str, counts: Sequence[re.Match[str]]) -> list[str]:
    """The class of each count: all in order before the first, the one right behind each, or else the last before each of them."""
    if not counts:
        return []
    if listed := classes_in_order(words, counts):
        return listed
    ends = [*(m.start() for m in counts[1:]), len(words)]
    behind = _names([_first(words, m.end(), end) for m, end in zip(counts, ends, strict=True)])
    lettered = any(name != PLAIN for name in behind)
    if all(behind) and lettered and len(set(behind)) == len(counts):
        return behind
    starts = [0, *(m.end() for m in counts)]
    before = [list(_CLASS.finditer(words, start, m.start())) for m, start in zip(counts, starts, strict=False)]
    return [_name(found[-1]) if found else "" for found in before]


def classes_in_order(words: str, figures: Sequence[re.Match[str]]) -> list[str]:
    """The classes that stand before the first of several figures, in their order, where the figures follow one the other so; else none."""
    if len(figures) < 2:
        return []
    listed = list(dict.fromkeys(_names(list(_CLASS.finditer(words, 0, figures[0].start())))))
    if len(listed) >= len(figures) and "respectively" in words[figures[-1].end() :]:
        return listed[-len(figures) :]
    joined = all(_AND.fullmatch(words, a.end(), b.start()) for a, b in pairwise(figures))
    return listed if len(listed) == len(figures) and joined else []


def class_before(words: str, figure: re.Match[str], start: int = 0) -> str:
    """The class that stands last before a figure; "" where none does."""
    found = list(_CLASS.finditer(words, start, figure.start()))
    return _name(found[-1]) if found else ""


def _first(words: str, start: int, end: int) -> re.Match[str] | None:
    """The class that stands first between two places, near the first."""
    match = _CLASS.search(words, start, end)
    return match if match and match.start() - start <= _NEAR and not _BREAK.search(words, start, match.start()) else None


def _names(found: Sequence[re.Match[str] | None]) -> list[str]:
    """The name of each class; with what tells it apart where another one has its letter. "" for none."""
    plain = [_name(match) if match else "" for match in found]
    sorts = [sort[0].lower() if match and match["sort"] and (sort := _SORT.search(match["sort"])) else "" for match in found]
    told = {(name, sort) for name, sort in zip(plain, sorts, strict=True)}
    alone = {name: sum(1 for other, _ in told if other == name) == 1 for name in plain}
    return [
        name if alone[name] or not sort else name.replace(" common", f" {sort} common") for name, sort in zip(plain, sorts, strict=True)
    ]


def _name(match: re.Match[str]) -> str:
    if "prefer" in match[0].lower():
        return _PREFERRED
    if match["votes"]:
        return " ".join(match["votes"].lower().split())
    return f"{match['kind'].lower()} {match['letter'].lower()} common" if match["letter"] else PLAIN


def _number(match: re.Match[str], power: int = 0) -> str:
    """The count in full; ``power`` is what a note says of figures without a scale of their own."""
    said = match.groupdict()
    figure = said.get("figure") or re.sub(r"[,\s](?=\d)", "", match[0].strip())
    value = Decimal(figure.replace(",", "")).scaleb(power_of(match) if said.get("scale") else power)
    return format(value.quantize(Decimal(1)), "f")


def power_of(match: re.Match[str]) -> int:
    """The power of ten that a figure's ``million`` means."""
    return _SCALES[(match.groupdict().get("scale") or "").lower()]


def decimals_of(match: re.Match[str]) -> int:
    """What the printed digits allow: 212.5 million -5, amounts in full 0."""
    return len((match.groupdict().get("figure") or "").rstrip(",").partition(".")[2]) - power_of(match)
