"""Double spacing, as typewriters set it: a single blank line then parts nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from converter.patterns import regex
from converter.read.text import lines as kinds

PROSE_WIDTH = 50
APART = 3
"""Lines from one to the next where something is set apart in what is double spaced."""
_LEAST_SPACED, _NEARLY = 12, 10
_MOSTLY = 4
_INDENTED = 8
_BETWEEN_SENTENCES = regex(r"(?<=[.:;,?!\"]) {2,3}(?=\S)")
_ENDS_SENTENCE = (".", ":", "!", "?", ".)", '."')


class Group(Struct):
    """A run of lines without a blank one, as (index of line, text, class); how many of them are rows, how many plain and long."""

    lines: list[tuple[int, str, int]] = field(default_factory=list)
    rows: int = 0
    plain: int = 0


def is_double_spaced(region: Sequence[Group]) -> bool:
    """Whether each line of a table has a blank one below it."""
    alone = sum(len(group.lines) == 1 for group in region)
    return len(region) >= _LEAST_SPACED and alone * _NEARLY >= len(region) * (_NEARLY - 1)


def with_whole_sentences(groups: Sequence[Group]) -> Iterator[Group]:
    """The groups of a document; where its running text is double spaced, what belongs to one sentence is one group."""
    alone = sum(1 for group in groups if len(group.lines) == 1 and group.plain)
    together = sum(group.plain for group in groups if group.plain > 1)
    if alone < _LEAST_SPACED or alone < together * _MOSTLY:
        yield from groups
        return
    last: Group | None = None
    for group in groups:
        if last is not None and _goes_on(last, group):
            last.lines += group.lines
            last.plain += max(group.plain, int(_is_running(group.lines[0][1])))
            continue
        if last is not None:
            yield last
        last = group
    if last is not None:
        yield last


def _goes_on(above: Group, below: Group) -> bool:
    """Whether a line alone is the next one of the text above a blank line."""
    (number, text, _), (next_number, rest, kind) = above.lines[-1], below.lines[0]
    if len(below.lines) > 1 or next_number != number + APART - 1 or kind not in (kinds.PLAIN, kinds.GAPPED):
        return False
    if above.rows or not _is_running(text) or text.rstrip().endswith(_ENDS_SENTENCE) or rest.isupper():
        return False
    return _indent(rest) < _indent(text) + _INDENTED and not _has_gaps(rest)


def _is_running(line: str) -> bool:
    return len(line.strip()) > PROSE_WIDTH and not line.isupper() and not _has_gaps(line)


def _has_gaps(line: str) -> bool:
    """Whether blanks part more than sentences."""
    text = line.strip()
    return "  " in text and "  " in _BETWEEN_SENTENCES.sub(" ", text)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
