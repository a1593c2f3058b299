"""Titles of statements, and of what only looks like one. The words are in titles.csv; here is how they are applied."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from functools import cache
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from converter import resources
from converter.find.statements.lines.line import Line, is_year
from converter.find.statements.segments.margins import left_of_margin, without_margin
from converter.grammar.misread import mended_title, respelt_title
from converter.model import Cell, StatementKind
from converter.patterns import holds_one, regex

CONTINUED = regex(r"\b(?:continued|concluded)\b|\bcont[.'’]?d\b", re.IGNORECASE)
"""What a title says on the further pages of a statement."""
_LONGEST = 170
_SENTENCE = regex(
    r"(?-i:[a-z]{4}\.\s+[A-Z])|\b(?:recognized|recorded|effects?|amounts?|(?:in|on|to|from|for)\s+the\s+(?!(?:\w+\s+)?(?:years?|months?"
    r"|quarters?|periods?|weeks?|three|six|nine|twelve|fiscal))|is|are|was|were|has|have|see|refer|included|accompanying"
    r"|following|should|been|which|that|our|we|set\s+forth|incorporated\s+(?:by|herein|into?))\b"
    r"|^notes?\s+\d|\b(?:index|notes?\s+to|report\s+of|opinion|audits?\b|schedules?\s+to|table\s+of\s+contents)",
    re.IGNORECASE,
)
_TITLE_WORDS = regex(
    r"statements?\s+of\b|sheets?\b|statements?\s*(?:\W|$)|cash\s*flows?|(?:results\s+of|consolidated)\s+(?:operations"
    r"|income|earnings|results|financial|condition|operating\s+results)|financial\s+position|profit\s+and\s+loss\s+account"
)
# Each match of `_TITLE_WORDS` holds one of these (small capitals stand apart from their words): a text without them needs no closer look.
_NAMES_ONE = regex(r"\b(?:statements?\s+of|sheets?)\b", re.IGNORECASE)
_LONGEST_MISSPELT = 90
_DIGIT = regex(r"\d")
_SMALL_WORDS = frozenset({"of", "and", "in", "the"})
_STEMS = (
    "tatement",
    "stmt",
    "profit and loss",
    "heet",
    "cash",
    "operations",
    "onsolidated",
    "position",
    "s t a t e m e n t",
    "s h e e t",
)
_SPACED = regex(r"\s*(?:\w ){5,}\w\b")
_IN_FULL = {
    "stmt": "statement", "stmts": "statements", "consol": "consolidated", "consolid": "consolidated", "cond": "condensed", "bal": "balance",
}  # fmt: skip
_SHORT = regex(r"\b(stmts?|consol(?:id)?|cond|bal)\b\.?", re.IGNORECASE)
_STEMS_OF_SHORT = ("tmt", "consol", "cond", "bal")
"""One of them stands in all that the pattern finds."""
_LEAST_TOUCHING = 14
"""Letters of a title that lost its blanks: "BALANCESHEETS" is shorter than some words."""
_RUN = regex(r"[^\W\d]+|[\W\d]+")
_LONGEST_BEGINNING = 60
_BEGINNING = regex(
    r"^(?:\w+\s+){0,3}(?:statements?(?:\s+of(?:\s+(?:changes\s+in|consolidated|financial|(?:consolidated\s+)?cash))?)?|balance)\s*$",
    re.IGNORECASE,
)
_RESTS = regex(r"\s*(?:of|in)\s", re.IGNORECASE)
_ASKS_FOR_MORE = regex(r"\b(?:of|in|consolidated|financial|cash)\s*$", re.IGNORECASE)
"""How the second line of a title begins, or its first one ends."""
_LONGEST_LINE = 260
_LONGEST_INTRODUCTION = 1_500
_RUNNING_HEAD = regex(r"^(?:table\s+of\s+contents|page\s+\d+)\s+", re.IGNORECASE)
_PARENTHESES = regex(r"\((?:[^()]{0,90}\b(?:thousands?|millions?|dollars|000|share|amounts?|unaudited)\b[^()]{0,90})\)?", re.IGNORECASE)
_EXCEPTIONS = regex(r"(?:,\s*|(?<!\s)\s+)?except\s+(?:for\s+)?(?:[\w-]+\s+){1,5}?(?:amounts?|data|information|figures)\b", re.IGNORECASE)
"""What a scale without parentheses leaves out, on a title's own line."""
_SELECTED = "selected data"
_WHOLE = regex(r"\b(?:statements?|sheets?)\b(?!.*\bdata\b)", re.IGNORECASE)
_AND_MORE = regex(
    r"\s(?:and|&|with)\s(?:(?:(?:related|other|certain|additional|key|selected|financial|operating|supplement\w+|non-?gaap|pro[\s-]forma)\s){1,3}"
    r"(?:highlights|data|information|measures|statistics|metrics|ratios|reconciliations?)|(?:adjusted\s)?(?:funds\sfrom\soperations|ffo|ebitda)"
    r"|reconciliations?)\b",
    re.IGNORECASE,
)
"""What a title names beside the statement."""
_NOTES = regex(r"^.{0,70}\bNOTES TO (?:THE )?(?:\w+ ){0,4}FINANCIAL STATEMENTS\W*(?:\(.{0,30}\)|-.{0,30})?$")
_SPACES = regex(r"\s+")
_FRAMES = frozenset("=-_~\u2013\u2014")


class Title(Struct, frozen=True):
    """``kind`` is the statement's; ``rival`` names the look-alike that the words say ("pro forma"), or "". ``mended``: it was set wide,
    misspelt, or within a rule."""

    kind: StatementKind | None
    rival: str
    text: str
    mended: bool = False


class _Patterns(Struct, frozen=True):
    """What titles.csv says, for texts in lower case. ``rival`` finds whatever one of the ``rivals`` does."""

    kinds: list[tuple[re.Pattern[str], StatementKind]]
    rivals: list[tuple[re.Pattern[str], str]]
    rival: re.Pattern[str]
    ends: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    said: dict[str, list[tuple[str, str]]] = {"title": [], "rival": [], "end": []}
    with resources.table("find/statements/segments", "titles.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            said.setdefault(row["what"], []).append((row["pattern"], row["kind"]))
    return _Patterns(
        [(regex(pattern), cast(StatementKind, kind)) for pattern, kind in said["title"]],
        [(regex(pattern), kind) for pattern, kind in said["rival"]],
        re.compile("|".join(pattern for pattern, _ in said["rival"])),
        re.compile("|".join(pattern for pattern, _ in said["end"])),
    )


def has_title_words(text: str) -> bool:
    """A cheap test that all titles pass."""
    return _may_hold_title(text) and (_TITLE_WORDS.search(together(mended_title(text)).lower()) is not None or _may_be_misspelt(text))


def _may_be_misspelt(text: str) -> bool:
    """Whether a short line of words in capitals, or that begin so, names a statement or sheet but for a slip of the pen."""
    if len(text) > _LONGEST_MISSPELT or _DIGIT.search(text):
        return False
    words = [word for word in text.split() if word.lower() not in _SMALL_WORDS]
    return len(words) > 1 and all(word[0].isupper() for word in words) and _NAMES_ONE.search(respelt_title(text)) is not None


@cache
def _words() -> re.Pattern[str]:
    with resources.table("find/statements/segments", "titles.csv").open(encoding="utf-8", newline="") as file:
        return re.compile("|".join(row["pattern"] for row in csv.DictReader(file) if row["what"] == "word"), re.IGNORECASE)


def together(text: str) -> str:
    """ "B A L A N C E  S H E E T S" is set wide: its letters together, parted into the words that titles have; "CONSOL. STMTS." in full.
    Other texts stay."""
    if not _SPACED.match(text) and not (text.isalpha() and len(text) > _LEAST_TOUCHING):
        return _in_full(text)
    runs = _RUN.findall(text.replace(" ", ""))
    words = [_words().findall(run) if run.isalpha() else [run] for run in runs]
    return " ".join([word for run in words for word in run]) if all("".join(w) == run for w, run in zip(words, runs, strict=True)) else text


def _in_full(text: str) -> str:
    lower = text.lower()
    if not ("." in text or "tmt" in lower) or not holds_one(lower, _STEMS_OF_SHORT):
        return text
    return _SHORT.sub(lambda match: _IN_FULL[match[1].lower()], text)


def _may_hold_title(text: str) -> bool:
    return holds_one(text.lower(), _STEMS)


def has_title(text: str) -> bool:
    """Whether a line of a text can be a title: only lines with a title's words are looked at."""
    if not _may_hold_title(text):
        return False
    lines = [line for line in text.split("\n") if len(line) <= _LONGEST_LINE and has_title_words(line)]
    return any(title_of(left_of_margin(line), _stands_apart(len(line) - len(line.lstrip()))) is not None for line in lines)


def _stands_apart(indent: int) -> bool:
    """Whether a line of text is indented enough to be centred."""
    return indent > 12


def read_title(line: Line) -> Title | None:
    """The title that a line is, or None. A row with figures other than years (a table of contents) is none."""
    if line.rule or line.prose or not line.text or len(line.text) > _LONGEST:
        return None
    if _has_amounts(line.cells[:-1] if line.page_break else line.cells) or not has_title_words(line.text):
        return None
    line = without_margin(line)
    if _has_amounts(line.cells[-1:]):
        return None
    first = line.cells[0] if line.cells else None
    set_apart = line.heading or (first is not None and line.geometry == "characters" and _stands_apart(first.left))
    return title_of(line.text, set_apart)


def _has_amounts(cells: Sequence[Cell]) -> bool:
    for cell in cells:  # noqa: SIM110 (a generator takes twice the time, and every line is asked)
        if cell.number is not None and not is_year(cell.number):
            return True
    return False


def begins_title(line: Line) -> bool:
    """Whether a line ends where a title has to go on: "CONSOLIDATED STATEMENTS", "Statements of Cash"."""
    if line.rule or line.prose or len(line.text) >= _LONGEST_BEGINNING or "statement" not in line.text.lower():
        return False
    return _BEGINNING.search(line.text) is not None


def ends_title(begun: Line, line: Line) -> bool:
    """Whether a line that reads as a title is but the end of the one begun above it: "CONSOLIDATED STATEMENTS", "OF CASH FLOWS"."""
    return bool(_RESTS.match(line.text) or _ASKS_FOR_MORE.search(begun.text)) and not line.page_break


def as_read(line: Line, title: Title) -> Line:
    """A title that is set wide, misspelt, within a rule or left of a name, as it has to be read: how formal it is, and what comes again,
    its words tell."""
    line = without_margin(line)
    return replace(line, text=title.text) if title.mended else line


def title_of(text: str, set_apart: bool = False) -> Title | None:
    """The same for words alone. ``set_apart``: bold or centred; only then may a title begin in lower case."""
    given = _SPACES.sub(" ", text).strip(" |")
    bare = _unframed(given)
    printed = mended_title(_RUNNING_HEAD.sub("", bare.removesuffix(" .")))
    text, kind = _meant(together(printed))
    if kind is None or not text or (not text[0].isalnum() and text[0] not in "(\"'*") or (text[0].islower() and not set_apart):
        return None
    bare = _EXCEPTIONS.sub("", _PARENTHESES.sub("", text))
    if _SENTENCE.search(bare) or (text.endswith(".") and not text.isupper()):
        return None
    rival = rival_of(text if "pro forma" in text.lower() else bare)
    if rival and (more := _AND_MORE.search(text)):
        # "Statement of Operations and Related Financial Highlights" is a statement, with more below it.
        first = title_of(text[: more.start()], set_apart)
        return Title(kind, first.rival if first else rival, text)
    return Title(kind, rival, text, text != printed or bare != given)


def _unframed(text: str) -> str:
    """The words of a line without the rule that they stand in: "===== Balance Sheets ====="."""
    mark = text[:1]
    return text.strip(mark + " ") if mark in _FRAMES and text[:2] == text[-2:] == mark * 2 else text


def _meant(text: str) -> tuple[str, StatementKind | None]:
    """A title's words and the kind they name; where they name none, so as they are spelt right."""
    kind = _kind_of(text)
    if kind is None and _may_be_misspelt(text):
        text = respelt_title(text)
        kind = _kind_of(text)
    return text, kind


def _kind_of(text: str) -> StatementKind | None:
    lower = text.lower()
    return next((kind for pattern, kind in _patterns().kinds if pattern.search(lower)), None)


def rival_of(text: str) -> str:
    """The look-alike that the words name, or ""."""
    lower = text.lower()
    if not _patterns().rival.search(lower):
        return ""
    return next((name for pattern, name in _patterns().rivals if pattern.search(lower)), "")


def is_nearer(title: Title, rival: str) -> bool:
    """Whether a title of a whole statement stands below one of selected data, with nothing between: the nearer one names the table."""
    return rival == _SELECTED and not title.rival and _WHOLE.search(title.text) is not None


@cache
def _of_others() -> re.Pattern[str]:
    with resources.table("find/statements/segments", "titles.csv").open(encoding="utf-8", newline="") as file:
        return re.compile("|".join(row["pattern"] for row in csv.DictReader(file) if row["what"] == "others"), re.IGNORECASE)


def introduces_others(text: str) -> bool:
    """Whether words within the notes speak of what follows as the statements of a company that is not consolidated, in short: "Summarized
    financial information of the affiliate"."""
    end = text[-_LONGEST_LINE:]
    lower = end.lower()
    return holds_one(lower, _STEMS_OF_OTHERS) and _of_others().search(end) is not None


_STEMS_OF_OTHERS = ("summar", "condensed", "combined")
"""One of them stands in all that the patterns find; most lines have none."""


@cache
def _introductions() -> list[tuple[re.Pattern[str], str]]:
    with resources.table("find/statements/segments", "titles.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["what"] == "introduced"]
    return [(re.compile(row["pattern"], re.IGNORECASE), row["kind"]) for row in rows]


def introduced_rival(text: str) -> str:
    """The look-alike that a text right above a title introduces: "The following pro forma information presents ...". That it speaks of
    one is not enough."""
    text = text[-_LONGEST_INTRODUCTION:]
    if "forma" not in text.lower():
        return ""
    return next((name for pattern, name in _introductions() if pattern.search(text)), "")


def ends_statements(line: Line) -> bool:
    """Whether the line begins the notes or another part of the filing."""
    if line.rule or line.prose or len(line.text) >= _LONGEST:
        return False
    text = together(_unframed(" ".join(line.text.split())))
    if not (_patterns().ends.match(text.lower()) or ("NOTES TO" in text and _NOTES.search(text) and not line.has_figures)):
        return False
    # "Income before extraordinary" / "item ..... 9,640": the number is no item's of the form.
    return not any(cell.number for cell in line.cells[1:]) or _patterns().ends.match(line.cells[0].text.lower()) is not None
