"""A page's tree -> blocks: one walk in document order; tables are laid out only when somebody looks at them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from lxml import etree

from converter.model import Block, Finding, Paragraph, Row, Segment, Table
from converter.patterns import regex
from converter.read.html.bare import with_bare_rows
from converter.read.html.cells import is_unseen
from converter.read.html.definitions import definition_rows, definitions
from converter.read.html.kept import kept_elements
from converter.read.html.layout import TableKinds, is_line, is_prose
from converter.read.html.paths import Paths
from converter.read.html.placed import PlacedLines
from converter.read.html.pre import pre_blocks
from converter.read.html.stacks import unread_lines
from converter.read.html.styled import is_empty, layout_of, styled_row
from converter.read.html.styles import PLAIN, is_typewriter, style_of
from converter.read.html.tables import RowElements, table_rows
from converter.read.html.tabs import with_tabs
from converter.read.html.tags import BOLD, CELLS, HEADINGS, UNREAD, is_inline
from converter.read.html.tree import content, line_of, texts_of
from converter.read.html.typed import Run, TypedLines, are_heads, is_tabbed, on_new_page
from converter.read.lazy import LazySequence
from converter.read.ragged import ends_in_figures
from converter.read.source import Source
from converter.read.squeeze import Squeezed, squeeze

_LONG_LINE = 60
"""A line broken by ``<br>`` after that many characters, in the middle of a sentence, goes on behind the break."""
_WHOLE_WIDTH = regex(r"(?:100|9\d)%|\d{3,4}")


class Flow:
    """The walk. ``offset`` counts the characters of the page's text content that lie behind."""

    def __init__(self, root: etree._Element, document: int, first_line: int, kept: frozenset[etree._Element] = frozenset()) -> None:
        self.root = root
        self.document = document
        self.first_line = first_line
        self.kept = kept
        self.paths = Paths(root)
        self.kinds = TableKinds(root, kept)
        self.blocks: list[Block] = []
        self.findings: list[Finding] = []
        self.offset = 0
        self.runs: list[Run] = []
        self.said = False
        """Whether the runs are more than blanks: two in three stand between tags and are none."""
        self.bold = True
        self.page_break = False
        self.typed = TypedLines(document, self.paths)
        self.placed: PlacedLines | None = None
        self.type_states: list[bool] = [False]
        self.all_typed = True
        self.containers: list[tuple[etree._Element, int]] = [(root, 0)]
        self.bolds: list[bool] = [False]
        self.rows: list[RowElements] = []
        self.lone: list[etree._Element] = []
        self.lone_width = 0
        self._last_squeezed: tuple[etree._Element, Squeezed] | None = None

    def walk(self) -> list[Block]:
        walker = etree.iterwalk(self.root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                if self._start(element):
                    walker.skip_subtree()
            else:
                self._end(element)
        self._flush()
        self._end_rows()
        self._end_lone()
        self._end_typed()
        # What is laid out later asks the walk for paths: without its blocks it is no cycle, and goes when they go.
        blocks, self.blocks = self.blocks, []
        return blocks

    def _start(self, element: etree._Element) -> bool:
        """Opens an element; true where what is inside is dealt with already."""
        tag = element.tag
        attribute = element.get("style")
        style = style_of(attribute) if attribute else PLAIN
        bold = style.bold if style.bold is not None else self.bolds[-1] or tag in BOLD
        self.bolds.append(bold)
        self.type_states.append(self._is_typed(element, tag, style.typed))
        if tag in UNREAD or style.hidden or (element.get("color") and is_unseen(element, style)):
            return self._skip(element)
        if is_inline(tag) and not style.place and element not in self.kept:
            if style.width and self.runs:
                # A box of its own: its text does not touch the text before it.
                self.runs.append((self.offset, ""))
            text = element.text
            self._text(with_tabs(text, style.tabs) if style.tabs and text else text, bold)
            return False
        return self._start_block(element, tag, style.break_before, bold)

    def _is_typed(self, element: etree._Element, tag: str, said: bool | None) -> bool:
        if said is not None:
            return said
        face = element.get("face") if tag == "font" else None
        return self.type_states[-1] or tag == "tt" if face is None else is_typewriter(face)

    def _start_block(self, element: etree._Element, tag: str, page_break: bool, bold: bool) -> bool:
        if page_break or tag == "page" or (tag == "hr" and _WHOLE_WIDTH.fullmatch(element.get("width") or "100%")):
            self._flush()
            self.page_break = True
        if tag == "br":
            self._break()
            return False
        self._flush()
        self.containers.append((element, self.offset))
        if tag == "pre" or element in self.kept:
            return self._pre(element)
        if tag == "table" and self.kinds.may_be_grid(element) and not is_prose(element, texts := texts_of(element)):
            return self._table(element, texts)
        if tag == "dl" and (found := definitions(element)):
            self._end_rows()
            self._end_lone()
            self._add_table(partial(definition_rows, found, self.document, self.paths, self.first_line), "", " ".join(texts_of(element)))
            return self._skip(element)
        if tag == "tr":
            if not self.kinds.flows(element):
                return self._row(element, self.kinds.row(element))
            if beside := self.kinds.beside(element):
                return self._row(element, *beside)
        if (self.rows or len(element)) and tag in ("div", "p") and (styled := styled_row(element, bool(self.rows))):
            return self._row(element, styled)
        if self.rows and tag != "tr" and tag not in CELLS and not is_empty(element):
            self._end_rows()
        self._text(element.text, bold)
        return False

    def _end(self, element: etree._Element) -> None:
        self.bolds.pop()
        self.type_states.pop()
        if self.containers[-1][0] is element:
            self._flush()
            if element.tag == "table":
                self._end_rows()
            self.containers.pop()
            attribute = element.get("style")
            if attribute and style_of(attribute).break_after:
                self.page_break = True
        self._text(element.tail, self.bolds[-1])

    def _text(self, text: str | None, bold: bool) -> None:
        if not text:
            return
        if self.runs and self.runs[-1][0] + len(self.runs[-1][1]) == self.offset:
            offset, before = self.runs.pop()
            self.runs.append((offset, before + text))
        else:
            self.runs.append((self.offset, text))
        self.offset += len(text)
        if not text.isspace():
            self.said = True
            self.bold = self.bold and bold
            self.all_typed = self.all_typed and self.type_states[-1]

    def _skip(self, element: etree._Element) -> bool:
        self.offset += len(content(element))
        return True

    def _break(self) -> None:
        """``<br>``: a paragraph ends, but for a long line that goes on in small letters."""
        if self.runs and len(self.runs[-1][1].strip()) >= _LONG_LINE and not self._ends_here():
            self.runs.append((self.offset, ""))
        else:
            self._flush()

    def _ends_here(self) -> bool:
        """Whether a long line ends a sentence, or is a typewriter's, or one of a table's or of a box with a place of its own."""
        if style_of(self.containers[-1][0].get("style")).place:
            return True
        line = self.runs[-1][1].rstrip()
        if self.all_typed or line.endswith((".", ":", ";")) or ends_in_figures(line):
            return True
        return is_tabbed(self.runs[-1:]) or are_heads(self.runs[-1:])

    def _flush(self) -> None:
        """What has gathered becomes a paragraph, or a line of a typewriter's page."""
        if not self.runs:
            return
        if self.said:
            runs = [(offset, text) for offset, text in self.runs if text]
            text = squeeze(" ".join([text for _, text in runs]))
            self._end_rows()
            self._end_lone()
            container, start = self.containers[-1]
            segments = LazySequence(partial(self._segments, container, start, runs), 1 if len(runs) == 1 else None)
            paragraph = Paragraph(text, segments, HEADINGS.get(container.tag, 0), self.bold, page_break=self.page_break)
            self._add_paragraph(paragraph, container, [(offset - start, text) for offset, text in runs])
        elif self.all_typed and style_of(self.containers[-1][0].get("style")).floats:
            self.typed.indent(sum([text.count("\xa0") for _, text in self.runs]))
        self.runs = []
        self.said = False
        self.bold = self.all_typed = True

    def _add_paragraph(self, paragraph: Paragraph, container: etree._Element, runs: list[Run]) -> None:
        self.page_break = False
        style = container.get("style")
        if style and (place := style_of(style).place):
            self._add_placed(paragraph, container, runs, place)
            return
        if self.placed is not None:
            self._end_placed()
        if self.all_typed:
            self.typed.add(paragraph, container, runs)
        elif not self.typed.add_tabbed(paragraph, container, runs):
            self._end_typed()
            self.blocks.append(paragraph)

    def _add_placed(self, paragraph: Paragraph, container: etree._Element, runs: list[Run], place: tuple[float, float]) -> None:
        page = container.getparent()
        if self.placed is None or self.placed.page is not page:
            is_next = self.placed is not None
            self._end_typed()
            self.placed = PlacedLines(self.document, self.paths, page, is_next)
        self.placed.add(paragraph, container, runs, place)

    def _end_placed(self) -> None:
        if self.placed is not None:
            self.blocks.extend(self.placed.blocks())
            self.findings.extend(self.placed.findings)
            self.placed = None

    def _end_typed(self) -> None:
        self._end_placed()
        if self.typed:
            self.blocks.extend(self.typed.blocks())
            self.typed = TypedLines(self.document, self.paths)

    def _segments(self, container: etree._Element, start: int, runs: list[Run]) -> list[Segment]:
        """A segment for each run; its characters stand one for one in the container's text content, white space squeezed."""
        path, line = self.paths.of(container), line_of(container, self.first_line)
        segments: list[Segment] = []
        position = 0
        for offset, text in runs:
            piece = squeeze(text)
            if piece:
                first = offset - start + len(text) - len(text.lstrip())
                # Most paragraphs are all that their container holds: nothing but blanks stands before them.
                at = self._squeezed(container).at(first) if offset > start else 0
                segments.append(Segment(position, piece, line, at, path))
                position += len(piece) + 1
        return segments

    def _squeezed(self, container: etree._Element) -> Squeezed:
        """Kept for the container that was asked for last: its paragraphs are looked at one after the other."""
        if self._last_squeezed is None or self._last_squeezed[0] is not container:
            self._last_squeezed = container, Squeezed(content(container))
        return self._last_squeezed[1]

    def _pre(self, element: etree._Element) -> bool:
        self._end_placed()
        self._end_rows()
        self._end_lone()
        if is_line(element):
            return self._line(element)
        self._end_typed()
        blocks = pre_blocks(element, self.document, self.paths)
        if blocks and self.page_break:
            blocks = [on_new_page(blocks[0]), *blocks[1:]]
            self.page_break = False
        self.blocks.extend(blocks)
        return self._skip(element)

    def _line(self, element: etree._Element) -> bool:
        """A ``<pre>`` of one line is a typewriter's line: others may follow."""
        text = content(element)
        if said := squeeze(text):
            line, path = line_of(element, self.first_line), self.paths.of(element)
            paragraph = Paragraph(said, (Segment(0, said, line, 0, path),), 0, self.bolds[-1], page_break=self.page_break)
            self.page_break = False
            self.typed.add(paragraph, element, [(0, text.replace(" ", "\xa0"))], set_so=True)
        return self._skip(element)

    def _table(self, element: etree._Element, texts: list[str]) -> bool:
        self._end_rows()
        width = self.kinds.width_of_lone(element)
        if width != self.lone_width or self.page_break:
            self._end_lone()
        if width:
            self.lone.append(element)
            self.lone_width = width
        else:
            self._add_table(partial(_rows_of_table, element, self), self.kinds.caption(element), " ".join(texts))
        self.offset += sum(map(len, texts))
        return True

    def _end_lone(self) -> None:
        """Tables of one row, as wide as each other, that stood one below the other are one table."""
        if self.lone:
            tables, self.lone, self.lone_width = self.lone, [], 0
            text = " ".join([piece for table in tables for piece in texts_of(table)])
            self._add_table(partial(_rows_of_tables, tables, self), "", text)

    def _row(self, element: etree._Element, *rows: RowElements) -> bool:
        """A row of a layout table that is no layout itself, or what stands in it: neighbours make a table of their own."""
        self._end_lone()
        self.rows.extend(rows)
        return self._skip(element)

    def _end_rows(self) -> None:
        if self.rows:
            rows, self.rows = self.rows, []
            self._add_table(partial(table_rows, rows, self.document, self.paths, self.first_line, layout_of(rows)), "")

    def _add_table(self, make: partial[list[Row]], caption: str, text: str = "") -> None:
        self._end_typed()
        self.blocks.append(Table(LazySequence(make), "grid", caption, self.page_break, text))
        self.page_break = False


def _rows_of_table(table: etree._Element, flow: Flow) -> list[Row]:
    return table_rows(flow.kinds.rows(table), flow.document, flow.paths, flow.first_line)


def _rows_of_tables(tables: Sequence[etree._Element], flow: Flow) -> list[Row]:
    rows = [row for table in tables for row in flow.kinds.rows(table)]
    return table_rows(rows, flow.document, flow.paths, flow.first_line)


def page_blocks(root: etree._Element, source: Source) -> tuple[Sequence[Block], tuple[Finding, ...]]:
    """The blocks of a page in document order, and what could not be read. Paths are those of ``root``'s tree, lines those of the file."""
    flow = Flow(root, source.index, source.first_line, kept_elements(root, source.text))
    blocks, told = with_bare_rows(flow.walk(), source.index)
    return blocks, (*flow.findings, *told, *unread_lines(root, source.index, flow.paths))
