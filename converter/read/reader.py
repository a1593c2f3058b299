"""Bytes -> `Filing`: decode, open the envelope, tell each document's format, hand it to that format's reader."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from converter.model import Block, Document, Filing, Finding, Header, Input
from converter.model.filing import DocumentFormat
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
    documents = tuple(_document(part, envelope) for part in envelope.parts)
    findings = (*decoded.findings, *envelope.findings)
    if not any(document.blocks for document in documents):
        return Filing(given, envelope.header, (), (*findings, _silence()))
    return Filing(given, envelope.header, documents, findings)


def _document(part: Part, envelope: Envelope) -> Document:
    if part.skipped:
        return Document(part.source.index, part.type, "text", (), part.description, part.filename)
    kind = detect_format(part.source.text, envelope.enclosed)
    return Document(part.source.index, part.type, kind, _blocks(part.source, kind), part.description, part.filename)


def _blocks(source: Source, kind: DocumentFormat) -> Sequence[Block]:
    if kind == "html":
        from converter.read.html import html_blocks

        return html_blocks(source)
    if kind == "markdown":
        from converter.read.markdown import markdown_blocks

        return markdown_blocks(source)
    from converter.read.text import text_blocks

    return text_blocks(source)


def _silence() -> Finding:
    return Finding("read.no-text", "error", "The input holds no text that can be read.", "Give the filing's text, HTML or markdown.")
