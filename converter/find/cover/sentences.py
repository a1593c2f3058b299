"""Sentences of a cover: shares outstanding, public float, filer category."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from converter.find.cover.page import Piece
from converter.grammar.dates import find_dates
from converter.model import CoverItem

_COUNT = re.compile(r"(?<![\d$.,])\d{1,3}(?:,\s?\d{3})+(?![\d,]*\d)(?!\.\d)")
_SHARES = re.compile(r"\b(?:shares|common stock|capital stock|outstanding)\b", re.IGNORECASE)
_OUTSTANDING = re.compile(r"\boutstanding\b|shares of .{0,60}\bstock\b|number of shares", re.IGNORECASE)
_FLOAT = re.compile(r"aggregate\s+market\s+value|held\s+by\s+non-?\s?affiliates|not\s+held\s+by\s+affiliates", re.IGNORECASE)
_MONEY = re.compile(r"(?:\$\s?|US\$\s?)(?P<figure>\d[\d,]*(?:\.\d+)?)\s*(?P<scale>thousand|million|billion|trillion)?", re.IGNORECASE)
_SCALES = {"": 0, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_CLASS = re.compile(r"\bclass\s+([A-Z])\b", re.IGNORECASE)
_PLAIN_STOCK = re.compile(r"\W*(?:shares\s+of\s+)?(?:(?:its|the|registrant's)\s+)?common\s+(?:stock|shares)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[a-z\d)][.;])(?<!\bInc\.)(?<!\bCo\.)(?<!\bCorp\.)(?<!\bLtd\.)(?<!\bNo\.)\s+(?=[A-Z])")
_ROUND_COUNT = re.compile(r"(?<![$\d.,])(?P<figure>\d{1,4}(?:\.\d+)?)\s(?P<scale>million|billion)\b", re.IGNORECASE)
_TREASURY = re.compile(r"\W*(?:shares\s+)?(?:\w+\s+){0,2}(?:held\s+)?(?:in|as|of)\s+(?:the\s+)?treasury", re.IGNORECASE)
_SMALLEST = Decimal(20_000)
_MOST_DIGITS = 20
"""No company is worth more; several amounts run together have more digits than a Decimal keeps."""


class _Text:
    """Running pieces joined, with the piece at each offset."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.text = " ".join(piece.text for piece in pieces)
        self._pieces = pieces

    def piece(self, offset: int) -> Piece:
        at = 0
        for piece in self._pieces:
            at += len(piece.text) + 1
            if offset < at:
                return piece
        return self._pieces[-1]


def sentence_items(pieces: Sequence[Piece]) -> Iterator[CoverItem]:
    """Items told in sentences. Amounts in full units; ``as_of`` is the date in the sentence."""
    if not pieces:
        return
    whole = _Text(pieces)
    starts = [0, *(match.end() for match in _SENTENCE.finditer(whole.text))]
    seen_float = False
    for start, end in zip(starts, [*starts[1:], len(whole.text)], strict=True):
        sentence = whole.text[start:end]
        if _FLOAT.search(sentence):
            item = None if seen_float else _public_float(whole, start, sentence)
            seen_float = seen_float or item is not None
            if item:
                yield item
            sentence_after = _FLOAT.split(sentence)[-1]
            if "shares outstanding" not in sentence_after.lower():
                continue
        if _OUTSTANDING.search(sentence) and _SHARES.search(sentence):
            yield from _share_counts(whole, start, sentence)


def _public_float(whole: _Text, start: int, sentence: str) -> CoverItem | None:
    begin = _FLOAT.search(sentence)
    amounts = []
    for match in _MONEY.finditer(sentence):
        if re.search(r"par\s+value(?:\s+of)?\s*\Z|price\s+(?:of|per share of|was)?\s*\Z", sentence[: match.start()], re.IGNORECASE):
            continue
        digits = match["figure"].rstrip(",").replace(",", "")
        if len(digits) > _MOST_DIGITS:
            continue
        value = Decimal(digits).scaleb(_SCALES[(match["scale"] or "").lower()])
        if value >= _SMALLEST or match["scale"]:
            amounts.append((match, value))
    several = len(amounts) > 1 and len(_FLOAT.findall(sentence)) > 2
    if not amounts or begin is None or several:
        return None
    match, value = amounts[0]
    piece = whole.piece(start + match.start())
    told = format(value if value % 1 else value.quantize(Decimal(1)), "f")
    return CoverItem("public_float", told, piece.place, as_of=_day(sentence, match), decimals=_decimals(match))


def _share_counts(whole: _Text, start: int, sentence: str) -> Iterator[CoverItem]:
    counts = [m for m in _COUNT.finditer(sentence) if Decimal(re.sub(r"\D", "", m[0])) >= 1000]
    counts = [m for m in counts if not sentence[: m.start()].rstrip().endswith("$") and not _TREASURY.match(sentence[m.end() :])]
    if not counts:
        counts = list(_ROUND_COUNT.finditer(sentence)) if re.search(r"number\s+of\s+shares", sentence, re.IGNORECASE) else []
    values = [Decimal(_shares(match)) for match in counts]
    if len(values) > 2 and values[-1] == sum(values[:-1]):
        counts = counts[:-1]  # the total of the classes
    securities = _classes_of(sentence, counts) if len(counts) > 1 else [""]
    if len(counts) > 1 and not (all(securities) and len(set(securities)) == len(securities)):
        return
    for i, (match, security) in enumerate(zip(counts, securities, strict=False)):
        yield CoverItem(
            "shares_outstanding",
            _shares(match),
            whole.piece(start + match.start()).place,
            as_of=_day(sentence, match),
            security=security,
            group=i + 1 if security else 0,
            decimals=_decimals(match),
        )


def _decimals(match: re.Match[str]) -> int:
    """What the printed digits allow: 212.5 million -5, amounts in full 0."""
    said = match.groupdict()
    scale = _SCALES[(said.get("scale") or "").lower()]
    return len((said.get("figure") or "").rstrip(",").partition(".")[2]) - scale


def _shares(match: re.Match[str]) -> str:
    said = match.groupdict()
    if "scale" not in said:
        return re.sub(r"\D", "", match[0])
    return format(Decimal(said["figure"]).scaleb(_SCALES[said["scale"].lower()]).quantize(Decimal(1)), "f")


def _day(sentence: str, figure: re.Match[str]) -> date | None:
    """The date in the sentence that stands nearest to its figure."""
    dates = find_dates(sentence)
    near = min(dates, key=lambda d: figure.start() - d.end if d.end <= figure.start() else d.start - figure.end(), default=None)
    return near.day if near else None


def _classes_of(sentence: str, counts: Sequence[re.Match[str]]) -> list[str]:
    """The class of each of several counts: one class each in order, else what stands behind a count and before the next one. One that
    names plain stock beside another's letter is the common stock; "" for any other without a letter."""
    classes = list(_CLASS.finditer(sentence))
    if len(classes) == len(counts):
        return [f"class {match[1].lower()} common" for match in classes]
    out = []
    for match, following in zip(counts, [*counts[1:], None], strict=True):
        between = sentence[match.end() : following.start() if following else len(sentence)]
        letter = _CLASS.search(between)
        out.append(f"class {letter[1].lower()} common" if letter else "common" if classes and _PLAIN_STOCK.match(between) else "")
    return out
