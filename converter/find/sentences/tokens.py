"""What a sentence is made of: figures, the words that name a measure, periods."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Literal, TypeAlias

from msgspec import Struct

from converter.find.sentences.roles import known_words
from converter.grammar.numbers import parse_figure
from converter.grammar.phrases import Phrase, find_phrases
from converter.model import Number
from converter.patterns import regex
from converter.resources import table

Kind = Literal["money", "per_share", "shares", "bare"]
"""``bare``: an amount such as $1.04 without a scale: a per-share figure where the measure is one, else of unknown scale."""

_SCALES = {"": 0, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_SHORT_SCALES = {"k": 3, "m": 6, "mm": 6, "mn": 6, "mil": 6, "mill": 6, "b": 9, "bn": 9, "bil": 9}
""" "$4.6M", "$4.6 mil." """
_WORDS = r"(?:basic|diluted|fully|primary|common|ordinary|equivalent|outstanding|assumed|and)"
_PER_SHARE = regex(
    rf"\s?(?:per|a|for\seach)\s(?:{_WORDS}\s){{0,6}}share\b(?:\s\((?:fully\s)?(?:basic\sand\sdiluted|basic|diluted)\))?"
    r"(?:,?\son\sa\s(?:fully\s)?(?:diluted|basic)\sbasis)?|\s(?:basic\sand\sdiluted|diluted|basic)\b(?!\s[a-z])",
    re.IGNORECASE,
)
_US = r"(?:U\.?S\.?\s?)?"
"""Before the mark of a dollar."""
_FIGURE = regex(
    rf"(?<![\w$]){_US}(?P<printed>\(?\\?\$\s?\(?(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)\)?)(?!\d)"
    r"(?:[\s-](?P<scale>thousand|million|billion|trillion)\b|(?P<short>[kmb]|\s?(?:mm|mn|bn|mill?|bil))\b(?:(?<=l)\.)?)?"
    r"|(?<![\d.$,])(?P<cents>\d{1,3}(?:\.\d+)?)\s(?:cents|¢)"
    r"|(?<![\w.$,-])(?P<shares>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?:\s(?P<shares_scale>million|billion))?"
    r"(?=\s(?:[a-z-]+\s){0,3}(?P<end>shares)\b)",
    re.IGNORECASE,
)
_BROKEN = regex(rf",?\s\d{{3}}\b|,\d|-\d|\s?(?:to|-|–)\s{_US}\\?\$|\s?(?:%|percent)", re.IGNORECASE)
_EPS = regex(
    rf"\b(?:(?:{_WORDS}\s){{0,4}})(?:net\s)?(?:income|earnings|loss|profit)(?:\s\(loss\))?\s(?:per|a)\s(?:{_WORDS}\s){{0,6}}share\b"
    r"(?:\s\((?:basic\sand\sdiluted|basic|diluted)\))?|\b(?:(?:fully\s)?(?:basic|diluted)\s)?EPS\b",
    re.IGNORECASE,
)
# "announced earnings of $3.4 million or $.51 per share": what is told with a share's part of it is net of all.
_EARNINGS_A_SHARE = regex(
    rf"\b(?:announced|reported|reports|announces|posted|with|to)\s(?:record\s|quarterly\s)?(earnings)(?=\sof\s{_US}\$[\d,.]*\d"
    rf"(?:\s(?:thousand|million|billion))?,?\s(?:or\s|\()(?:{_US}\$[\d.]+|\d{{1,3}}\scents)\s(?:per|a)\s)"
)
# "Cash was $5 million", "had cash of $5 million", "had $5 million in cash": the balance, and nothing that was paid or earned.
_CASH = regex(
    r"(?:^|[,;]\s|\b(?:our|its|company's|the|total)\s)(cash)(?:\son\shand)?(?=\s(?:was|totaled|totalled|amounted\sto)\s)"
    r"|\b(?:had|has|held)\s(?:approximately\s|total\s|available\s)?(cash)(?=\s(?:on\shand\s)?of\s)"
    rf"|\b(?:had|has|held)\s(?:approximately\s|about\s|only\s|over\s)?{_US}\$[\d.,]*\d(?:\s(?:thousand|million|billion))?\s(?:in|of)\s(cash)"
    r"(?:\son\shand)?(?=[.;]|$|\s(?:at|as|on)\s|,\s(?:as\s)?(?:compared|versus|up|down)\b|,?\sand\s(?:\$|no\b|a\b|working\b|total\b))",
    re.IGNORECASE,
)
_WORD = regex(r"[A-Za-z][A-Za-z&'-]*")
_GAPS = frozenset({" ", ", "})
_WORDS_OF_CHANGE = 4
"""So near before its figure stands the word that says a change."""
_RANGES = frozenset({"ranging", "ranged", "ranges", "range", "between"})
_LEAST_FOLD = 2
# A figure in full of a size that nobody prints in thousands.
_PLAINLY_FULL = Decimal(1_000_000)


class FigureToken(Struct, frozen=True):
    """A figure, characters ``start`` to ``end`` its digits and marks, ``after`` where its words ("million", "per diluted share") end.
    ``scale`` is its power of ten; ``decimals`` what its rounding allows; ``full`` where nothing but its size tells the scale."""

    start: int
    end: int
    after: int
    number: Number
    scale: int
    decimals: int
    kind: Kind
    qualifiers: tuple[str, ...] = ()
    full: bool = False

    @property
    def value(self) -> Decimal:
        """In full units, without its sign."""
        return abs(self.number.value).scaleb(self.scale)


class MeasureToken(Struct, frozen=True):
    """Words that name a measure. ``period`` is duration, instant or per_share."""

    start: int
    end: int
    measure: str
    period: str
    qualifiers: tuple[str, ...] = ()
    verb: bool = False
    """A verb whose subject is the company: "earned"."""


Token: TypeAlias = FigureToken | MeasureToken | Phrase


def tokens(text: str) -> list[Token]:
    """The tokens of a sentence in order. Typographic apostrophes must have been made plain."""
    measures = measures_in(text)
    amounts = figures(text) if measures else ()
    if not amounts:
        return []
    phrases = [phrase for phrase in find_phrases(text) if not any(m.start < phrase.end and phrase.start < m.end for m in measures)]
    return sorted([*amounts, *measures, *phrases], key=lambda token: token.start)


@lru_cache(maxsize=1 << 3)
def figures(text: str) -> tuple[FigureToken, ...]:
    """The amounts, per-share amounts and counts of shares of a sentence whose scale is said or plain. Proofs and readings ask for them."""
    found = []
    ranged = -1
    for match in _FIGURE.finditer(text):
        broken = _BROKEN.match(text, match.end())
        if broken and not _is_change(text, match, broken.end()):
            ranged = broken.end() - 1
        elif match.start() != ranged:
            token = _money(text, match) if match["printed"] else _other(text, match)
            if token is not None:
                found.append(token)
    scaled = any(token.scale > 0 or abs(token.number.value) >= _PLAINLY_FULL for token in found)
    return tuple(found if scaled else map(_doubtful, found))


def _is_change(text: str, match: re.Match[str], end: int) -> bool:
    """ "increased $5 million to $90 million", "rose from $85 million to $90 million": no range, but a change, or what was before it.
    ``end`` is behind the second figure's mark. What could be a range ("increased $20 million to $30 million") stays one."""
    if text[end - 1] != "$" or not match["printed"]:
        return False
    words = text[: match.start()].lower().replace(",", "").split()[-_WORDS_OF_CHANGE:]
    moved = any(known_words().get(word) == "change" for word in words) and not _RANGES.intersection(words)
    second = _FIGURE.match(text, end - 1)
    if not moved or second is None or not second["printed"]:
        return False
    first, last = (_money(text, each) for each in (match, second))
    if first is None or last is None or "from" in words[-2:]:
        return first is not None and last is not None and first.scale == last.scale
    return not first.value <= last.value < first.value * _LEAST_FOLD


def _doubtful(token: FigureToken) -> FigureToken:
    """A small amount with no scale word in a sentence that has none: it may be in thousands as the tables are. One rounded to thousands
    is not: nobody rounds twice."""
    if token.kind != "money" or token.scale or token.decimals < 0:
        return token
    return FigureToken(token.start, token.end, token.after, token.number, token.scale, token.decimals, token.kind, token.qualifiers, True)


def _money(text: str, match: re.Match[str]) -> FigureToken | None:
    start, end = match.start(), match.end("printed")
    number = parse_figure(match["printed"].lstrip("\\").replace("(\\", "("))
    if match["printed"].endswith(")") and "(" not in match["printed"]:
        number = parse_figure(match["printed"][:-1].lstrip("\\"))
        end -= 1
    if number is None or text[end - 1] == ",":
        return None
    if match["printed"].startswith("(") and not match["printed"].endswith(")") and text[match.end() : match.end() + 1] != ")":
        aside = parse_figure(match["printed"][1:].lstrip("\\"))  # "($.63 per share)": the parenthesis closes behind its words
        number, start = (aside, start + 1) if aside is not None else (number, start)
    scale = _SHORT_SCALES[match["short"].strip().lower()] if match["short"] else _SCALES[(match["scale"] or "").lower()]
    share = None if scale else _PER_SHARE.match(text, match.end())
    if share:
        return FigureToken(start, end, share.end(), number, 0, number.places, "per_share", qualifiers(share[0]))
    if not scale and (number.places or "," not in match["digits"]):
        return FigureToken(start, end, match.end(), number, 0, number.places, "bare") if number.places else None
    return FigureToken(start, end, match.end(), number, scale, _decimals(number, scale, match["digits"]), "money")


def _other(text: str, match: re.Match[str]) -> FigureToken | None:
    """Cents a share, and counts of shares."""
    digits = match["cents"] or match["shares"]
    number = parse_figure(digits.rstrip(","))
    if number is None:
        return None
    start, end = match.start(), match.start() + len(digits)
    if match["cents"]:
        share = _PER_SHARE.match(text, match.end())
        words = (share.end(), qualifiers(share[0])) if share else (match.end(), ())
        return FigureToken(start, end, words[0], number, -2, number.places + 2, "per_share" if share else "bare", words[1])
    scale = _SCALES[(match["shares_scale"] or "").lower()]
    if not scale and "," not in digits:
        return None
    return FigureToken(start, end, match.end("end"), number, scale, _decimals(number, scale, digits), "shares")


def _decimals(number: Number, scale: int, digits: str) -> int:
    """``$4.6 million`` is rounded to -5; of an amount in full the groups of noughts at its end are rounding."""
    if scale:
        return number.places - scale
    groups = 0
    while digits.endswith(",000"):
        digits = digits[:-4]
        groups += 1
    return -3 * groups


def qualifiers(words: str) -> tuple[str, ...]:
    """``basic``, ``diluted`` of the words around a per-share figure; primary is what basic was called."""
    lower = words.lower()
    found = []
    if "basic" in lower or "primary" in lower:
        found.append("basic")
    if "diluted" in lower:
        found.append("diluted")
    return tuple(found)


def measures_in(text: str) -> list[MeasureToken]:
    """The words of a sentence that name measures."""
    found = _earnings_per_share(text) if "share" in text or "EPS" in text else []
    if says_earned(text):
        found.extend(_earned(text))
    if "earnings of $" in text:
        found.extend(MeasureToken(match.start(1), match.end(1), "net income", "duration") for match in _EARNINGS_A_SHARE.finditer(text))
    if "cash" in text or "Cash" in text:
        found.extend(_cash(text))
    matches = list(_WORD.finditer(text))
    words = tuple([match[0].lower() for match in matches])
    known = _measure_words()
    position = 0
    while position < len(words):
        first = words[position]
        length, entry = _longest(known[first], words, matches, position, text) if first in known else (0, None)
        if entry:
            start, end = matches[position].start(), matches[position + length - 1].end()
            if not any(other.start < end and start < other.end for other in found):
                found.append(MeasureToken(start, end, *entry))
        position += max(1, length)
    return found


def _cash(text: str) -> Iterator[MeasureToken]:
    """Bare "cash" where it is a balance."""
    for match in _CASH.finditer(text):
        assert match.lastindex is not None
        yield MeasureToken(match.start(match.lastindex), match.end(), "cash", "instant")


def measure_called(label: str) -> str:
    """The measure that words in lower case are a name of, "" where no table knows them."""
    words = tuple(_WORD.findall(label))
    return _measure_words().get(words[0], {}).get(words, ("", ""))[0] if words else ""


def says_earned(text: str) -> bool:
    """Cheap: an amount stands right behind "earned" or "lost"."""
    return "earned $" in text or "lost $" in text


def _earned(text: str) -> list[MeasureToken]:
    """ "The company earned $5 million, or $1.02 per share, compared with earnings of $4 million": net income, where nothing narrows it."""
    verbs, nouns = _earned_patterns()
    found = [
        MeasureToken(match.start(), match.end(), "net loss" if match[0] == "lost" else "net income", "duration", verb=True)
        for match in verbs.finditer(text)
    ]
    if found:
        found.extend(
            MeasureToken(match.start(1), match.end(1), "net loss" if match[1] == "loss" else "net income", "duration")
            for match in nouns.finditer(text, found[0].end)
        )
    return found


@lru_cache(maxsize=1)
def _earned_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compiled where they are needed: few sentences say so."""
    period = r"(?:the|its|fiscal|last|(?:19|20)\d\d)\b"
    behind = (
        rf"(?:,?\s(?:or|compared|versus|up|down)\b|\s\(|\.?$|,?\s(?:a|one)\syear\b|\s(?:per|a)\sshare\b|,?\s(?:in|for|during)\s{period}"
        r"|\son\s(?:\w+\s)?(?:revenues?|sales)\b)"
    )
    verbs = rf"\b(?:earned|lost)(?=\s{_US}\$[\d,.]*\d(?:\s(?:thousand|million|billion))?{behind})"
    return re.compile(verbs), re.compile(rf"\b(?:with|to|versus|from|against)\s(?:an?\s)?(earnings|profits?|loss)(?=\sof\s{_US}\$)")


def _earnings_per_share(text: str) -> list[MeasureToken]:
    found = []
    for match in _EPS.finditer(text):
        words = match[0].lower()
        name = "net loss per share" if "loss" in words and "(loss)" not in words else "net income per share"
        found.append(MeasureToken(match.start(), match.end(), name, "per_share", qualifiers(words)))
    return found


def _longest(
    known: dict[tuple[str, ...], tuple[str, str]], words: tuple[str, ...], matches: Sequence[re.Match[str]], position: int, text: str
) -> tuple[int, tuple[str, str] | None]:
    """The longest measure whose words stand at a position, with nothing but blanks and commas between them. ``matches`` are the words'."""
    best, entry = 0, None
    for name, candidate in known.items():
        size = len(name)
        if size > best and words[position : position + size] == name:
            between = [text[matches[at].end() : matches[at + 1].start()] for at in range(position, position + size - 1)]
            if all(gap in _GAPS for gap in between):
                best, entry = size, candidate
    return best, entry


@lru_cache(maxsize=1)
def _measure_words() -> dict[str, dict[tuple[str, ...], tuple[str, str]]]:
    """Measures by their first word, then by all of them."""
    known: dict[str, dict[tuple[str, ...], tuple[str, str]]] = {}
    with table("find", "sentences/measures.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            name = tuple(row["words"].replace(",", "").split())
            known.setdefault(name[0], {})[name] = (row["measure"], row["period"])
    return known


@lru_cache(maxsize=1)
def last_words() -> tuple[str, ...]:
    """The last words of all measures: a text without any of them names none."""
    return tuple(sorted({"cash", *(name[-1] for names in _measure_words().values() for name in names)}))
