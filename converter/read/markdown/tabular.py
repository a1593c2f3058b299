"""LaTeX tabulars: rows end at two backslashes, fields at ``&``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.patterns import regex
from converter.read.markdown.field import Field, RawRow
from converter.read.markdown.tags import Region

_TOKEN = regex(
    r"\\\\(?:\*|\s{0,3}\[[^\]\n]{0,20}\])?|\\tabularnewline\b|\\[&%${}#_]|(?<!\\)%[^\n]*|&|\{|\}|\n"
    r"|\\(?:hline|toprule|midrule|bottomrule|endhead|endfirsthead|endfoot|endlastfoot|noalign)\b(?:\s{0,2}\[[^\]\n]{0,20}\])?"
    r"|\\c(?:line|midrule)\s{0,2}(?:\([lr]{0,4}\))?\s{0,2}\{[^{}\n]{0,12}\}"
    r"|\\(?:begin|end)\s{0,2}\{[a-zA-Z]{1,20}\*?\}"
)
_SPECIFICATION = regex(r"(?:\s{0,3}\[[^\]\n]{0,20}\]|\s{0,3}\{(?:[^{}]|\{[^{}]{0,200}\}){0,400}\})")
_MULTICOLUMN = regex(r"\s*\\multicolumn\s{0,2}\{\s*(\d{1,3})\s*\}\s{0,2}\{(?:[^{}]|\{[^{}]{0,60}\}){0,80}\}\s{0,2}")
BEGIN = regex(r"\\begin\s{0,2}\{(?:tabular|tabularx|tabulary|tabu|longtable|array|longtabu|supertabular)\*?\}")
_LINES_IN_CELL = regex(
    r"(\\begin\s{0,2}\{tabular\*?\}(?:\s{0,3}\[[^\]\n]{0,20}\])?\s{0,3}\{[^{}\n]{0,20}\})((?:[^&\\]|\\(?!begin\b|end\b).){0,600}+)(\\end\s{0,2}\{tabular\*?\})",
    re.DOTALL,
)
"""A tabular of one column, which is what a cell of several lines is made of."""
_LINE_END = regex(r"\\\\(?:\s{0,3}\[[^\]\n]{0,20}\])?")
_TWO_ARGUMENTS = regex(r"\\begin\s{0,2}\{(?:tabular\*|tabularx|tabulary)\}")


class _Reader:
    """One walk over the region's tokens."""

    def __init__(self, region: Region) -> None:
        self.region = region
        self.fields: list[Field] = []
        self.cuts: list[tuple[int, int]] = []
        self.column = 0
        self.begin = 0
        self.rule = False

    def rows(self) -> Iterator[RawRow]:
        text = self.region.text
        position = self.begin = _behind_specification(text)
        depth = 0
        while match := _TOKEN.search(text, position):
            token, position = match[0], match.end()
            if token == "{":
                depth += 1
            elif token == "}":
                depth = max(0, depth - 1)
            elif token == "&" and depth == 0:
                self._close_field(match.start(), position)
            elif token.startswith(("\\\\", "\\tabularnewline")):
                if depth == 0 or text.startswith("\n", position):
                    depth = 0
                    yield from self._close_row(match.start(), position)
            elif token[0] == "%":
                self.cuts.append((match.start(), position))
            elif token[0] == "\\" and token[1] not in "&%${}#_":
                self.cuts.append((match.start(), position))
                if token.startswith(("\\hline", "\\mid", "\\top", "\\cline", "\\cmid")):
                    self.rule = True
                if token.startswith("\\begin"):
                    position = self._begun(match.start())
        yield from self._close_row(len(text), len(text))

    def _begun(self, start: int) -> int:
        """Behind the specification of a tabular within this one, whose rows are like the others; behind all of it where it is a cell."""
        text = self.region.text
        cell = _LINES_IN_CELL.match(text, start)
        if cell is None:
            position = _behind_specification(text, start)
            self.cuts[-1] = (start, position)
            return position
        self.cuts[-1] = cell.span(1)
        self.cuts += [match.span() for match in _LINE_END.finditer(text, *cell.span(2))]
        self.cuts.append(cell.span(3))
        return cell.end()

    def _close_row(self, end: int, after: int) -> Iterator[RawRow]:
        self._close_field(end, after)
        fields = tuple(self.fields)
        if fields:
            yield RawRow(fields, self.rule, True)
            self.rule = False
        self.fields, self.column = [], 0

    def _close_field(self, end: int, after: int) -> None:
        begin, width = self.begin, 1
        text = self.region.text
        spans = self._spans(begin, end)
        if spans:
            match = _MULTICOLUMN.match(text, spans[0][0], end)
            if match:
                width = max(1, min(int(match[1]), 100))
                spans[0] = (match.end(), spans[0][1])
        parts = tuple(part for first, last in spans if first < last for part in self.region.parts(first, last))
        if any(part.raw.strip(" {}\t") for part in parts):
            self.fields.append(Field(parts, self.column, self.column + width))
        self.column += width
        self.begin = after
        self.cuts.clear()

    def _spans(self, begin: int, end: int) -> list[tuple[int, int]]:
        """The field without its rules and comments."""
        spans = []
        for start, after in self.cuts:
            if start > begin and self.region.text[begin:start].strip():
                spans.append((begin, start))
            begin = max(begin, after)
        if begin < end and self.region.text[begin:end].strip():
            spans.append((begin, end))
        return spans


def tabular_rows(region: Region) -> list[RawRow]:
    """The rows of a tabular, rules and comments left out; unbalanced braces are forgiven at the end of a line."""
    return list(_Reader(region).rows())


def _behind_specification(text: str, position: int = 0) -> int:
    """Behind ``\\begin{tabular}{lrr}``; the width of ``tabularx`` too."""
    match = re.compile(r"\\begin\s{0,2}\{[a-zA-Z]{1,20}\*?\}").match(text, position)
    if match is None:
        return position
    position = match.end()
    if BEGIN.match(match[0]) is None:
        return position
    for _ in range(3 if _TWO_ARGUMENTS.match(match[0]) else 2):
        found = _SPECIFICATION.match(text, position)
        if found is None:
            break
        position = found.end()
        if found[0].lstrip().startswith("{") and not _TWO_ARGUMENTS.match(match[0]):
            break
    return position
