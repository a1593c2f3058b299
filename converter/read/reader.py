"""Bytes -> `Filing`: decode, open the envelope, tell each document's format, hand it to that format's reader."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from converter.model import Block, Document, Filing, Finding, Header, Input
from converter.model.filing import DocumentFormat
from converter.read.clip import clip_lines, clip_paragraphs, clip_runs
from converter.read.decode import decode
from converter.read.envelope import Envelope, Part, open_envelope
from converter.read.formats import detect_format
from converter.read.source import Source


def read(data: bytes, name: str, *, encoding: str | None = None) -> Filing:
    """Reads a filing. ``name`` is its base name, ``encoding`` overrides the guess. Never raises on bad input: a file without text
    gives a filing without documents and the finding ``read.no-text``. Else skipped documents stay in place, without blocks."""
    decoded = decode(data, encoding)
    given = Input(name, len(data), hashlib.sha256(data).hexdigest(), decoded.encoding)
    if decoded.text is None:
        return Filing(given, Header(), (), decoded.findings)
    envelope = open_envelope(decoded.text, name)
    read_parts = [_document(part, envelope) for part in envelope.parts]
    documents = tuple(document for document, _ in read_parts)
    clipped = (finding for _, told in read_parts for finding in told)
    findings = (*decoded.findings, *envelope.findings, *clipped)
    if not any(document.blocks for document in documents):
        return Filing(given, envelope.header, (), (*findings, _silence()))
    return Filing(given, envelope.header, documents, findings)


def _document(part: Part, envelope: Envelope) -> tuple[Document, tuple[Finding, ...]]:
    source = part.source
    if part.skipped:
        return Document(source.index, part.type, "text", (), part.description, part.filename), ()
    kind = detect_format(source.text, envelope.enclosed)
    blocks, findings = _blocks(source, kind)
    return Document(source.index, part.type, kind, blocks, part.description, part.filename), findings


def _blocks(source: Source, kind: DocumentFormat) -> tuple[Sequence[Block], tuple[Finding, ...]]:
    if kind == "html":
        from converter.read.html import html_read

        blocks, told = html_read(clip_runs(source))
        blocks, findings = clip_paragraphs(blocks, source.index)
        return blocks, (*told, *findings)
    source, findings = clip_lines(source)
    if kind == "markdown":
        from converter.read.markdown import markdown_read

        blocks, told = markdown_read(source)
        return blocks, (*findings, *told)
    from converter.read.text import text_blocks

    return text_blocks(source), findings


def _silence() -> Finding:
    return Finding("read.no-text", "error", "The input holds no text that can be read.", "Give the filing's text, HTML or markdown.")
