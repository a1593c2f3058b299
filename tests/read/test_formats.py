"""HTML, markdown or text: fixtures in the notations that filings come in, made up for the test."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.read.decode import decode
from converter.read.envelope import open_envelope
from converter.read.formats import detect_format

PROSE = (
    "The following discussion should be read together with the financial statements and the notes to them, which are part of this report, "
    "since certain statements below look forward and involve risks and uncertainties; actual results may differ from what we expect today."
)
WRAPPED = """\
The following discussion should be read together with the financial
statements and the notes to them, which are part of this report.
"""
TYPED = f"""
                         EXAMPLE COMPANY
                          BALANCE SHEETS

{WRAPPED}
Cash                                           $ 1,234     $ 567
Total assets                                     9,999     8,888
"""

HTML = {
    "page": "<html><body><p>x</p></body></html>",
    "upper": "<HTML>\n<HEAD><TITLE>x</TITLE></HEAD><BODY><PRE>text</PRE></BODY></HTML>",
    "xml": '<?xml version="1.0"?>\n<!-- by a tool -->\n<!DOCTYPE html PUBLIC "x">\n<html><p>x',
    "title first": "<TITLE>EXAMPLE</TITLE>\n<HTML><BODY>x",
    "fragment": f"<P>{PROSE}</P>\n\n<P>{PROSE}</P>\n\n<TABLE><TR><TD>a</TD></TR></TABLE>",
    "fonts": f"<FONT SIZE=2>{PROSE}</FONT><BR><BR>\n<CENTER>x</CENTER>",
    "table alone": "<table><tr><td>Cash</td><td>1</td></tr></table>",
    "page of nested tables": f"<table><tr><td><table><tr><td>1</td></tr></table></td></tr></table>\n\n<p>{PROSE}</p>",
    "wrapper": "<XBRL>\n<html><body><p>x</p></body></html>\n</XBRL>",
}
MARKDOWN = {
    "headings and pipes": f"# FORM 10-K\n\n{PROSE}\n\n| Cash | 1 |\n|---|---|\n| Debt | 2 |\n",
    "tables of html": f"FORM 10-K\n\n{PROSE}\n\n<table><tr><td>Cash</td><td>\\$ 1</td></tr></table>\n\n{PROSE}\n",
    "pages of html tables": f"{PROSE}\n\n<html><body><table><tr><td>a</td></tr></table></body></html>\n\n{PROSE}\n",
    "a page that begins with a table": f"<html><body><table><tr><td>a</td></tr></table></body></html>\n\n{PROSE}\n\n{PROSE}\n",
    "tabs": f"FORM 10-K\n\n{PROSE}\n\nCash\t1,234\t567\nTotal assets\t9,999\t8,888\n",
    "escapes": "FORM 10-K\n\nCash\t\\$1,234\nDebt\t\\$567\n",
    "tabular": f"{PROSE}\n\n\\begin{{tabular}}{{lrr}}\nCash & 1 & 2 \\\\\n\\end{{tabular}}\n",
    "aligned text under headings": "## **BALANCE SHEETS**\n\nCash              $ 1,234     $ 567\nTotal assets        9,999     8,888\n",
    "bold only": f"**BALANCE SHEETS**\n\n{PROSE}\n",
    "page marks": f"{{0}}------------------------------------------------\n\n{PROSE}\n",
    "anchors": f'<span id="page-1-0"></span># FORM 10-K\n\n{PROSE}\n\n{PROSE}\n\n| Cash | 1 |\n',
}
MARKDOWN |= {
    "latex": f"\\section*{{FORM 10-K}}\n\n{PROSE}\n",
    "an old tag among the marks": f"# FORM 10-K\n\n<CAPTION>\n\n| Cash | 1 |\n|---|---|\n| Debt | 2 |\n\n{PROSE}\n",
    "comments": f'<!-- PageHeader="x" -->\n\n{PROSE}\n\n<!-- PageBreak -->\n\nCash 1\n',
    "fenced": f"{PROSE}\n\n```\nCash         1,234     567\nDebt           999     888\n```\n",
    "box": "FORM 10-K\n\n│ Cash                   │ 1,234 │   567 │\n│ Total assets           │ 9,999 │ 8,888 │\n",
    "quoted fields": 'FORM 10-K\n\n"Cash","1,234","567"\n"Total assets","9,999","8,888"\n',
    "single blanks": f"FORM 10-K\n\n{PROSE}\n\nCash 1,234 567\nDebt 999 888\nOther 1 2\nTotal assets 9,999 8,888\n" * 3,
    "semicolons": f"FORM 10-K\n\n{PROSE}\n\nCash;1,234;567\nTotal assets and a label that is longer than forty;9,999;8,888\n" * 3,
    "centred headings": f'<div align="center">FORM 10-K</div>\n\n{PROSE}\n\n{PROSE}\n\n<table><tr><td>1</td></tr></table>\n\n{PROSE}\n',
}
WRITTEN = "This report is set\nin lines that a person\nmay have typed.\n"
MARKDOWN |= {
    "rows without columns": WRITTEN + "Cash 1,234 567\nDebt $ 999 $ (888)\nStock ...... 1 -\nTotal assets 9,999 8,888\n" * 3,
    "a cell a line": WRITTEN + "Cash\n1,234\n567\nDebt\n$ 999\n(888)\nTotal assets\n9,999\n8,888\n" * 3,
    "lists in a list": WRITTEN + ".. list-table::\n\n   * - Cash\n     - 1,234\n   * - Total assets\n     - 9,999\n",
}
TEXT = {
    "typed, with rows that touch": TYPED
    + f"{WRITTEN}Cash       $ 1,234     $ 567\nDebt 999 888\nTotal assets        9,999     8,888\n" * 9,
    "stray tags": f"<TABLE>\n{TYPED}\n<P>\n{WRAPPED}",
    "typed": TYPED,
    "tags": "<PAGE>\n<TABLE>\n<CAPTION>\n<S>      <C>\nCash    1\n</TABLE>\n",
    "tags and stars": f"<PAGE>\n{TYPED}** restated\n** audited\n",
    "tabs": f"{WRAPPED}\n{WRAPPED}\nCash\t\t1,234\nDebt\t\t567\n",
    "short": "Net income was 5.\n",
}


@pytest.mark.parametrize("name", HTML)
def test_html(name: str) -> None:
    assert detect_format(HTML[name], False) == "html"
    assert detect_format(HTML[name], True) == "html"


@pytest.mark.parametrize("name", MARKDOWN)
def test_markdown(name: str) -> None:
    assert detect_format(MARKDOWN[name], False) == "markdown"


@pytest.mark.parametrize("name", TEXT)
def test_text(name: str) -> None:
    assert detect_format(TEXT[name], False) == "text"


def test_nobody_writes_markdown_in_an_envelope() -> None:
    assert detect_format(f"# 1 of 3\n{TYPED}", True) == "text"


def test_a_program_may_have_written_what_is_in_an_envelope() -> None:
    torn = MARKDOWN["rows without columns"]
    assert detect_format(torn, True) == "markdown"
    assert detect_format(f"<PAGE>\n{torn}", True) == detect_format(f"<PAGE>\n{torn}", False) == "markdown"
    assert detect_format(f"<TABLE>\n{torn}", True) == detect_format(f"<TABLE>\n{torn}", False) == "text"


@pytest.mark.corpus
@pytest.mark.parametrize(("form", "expected"), [("text", {"text"}), ("ocr", {"markdown"}), ("html", {"html"}), ("html2000", {"html"})])
def test_the_corpus(shared: Path, form: str, expected: set[str]) -> None:
    """Every document, in its envelope and without it; pages in text submissions are pages."""
    for path in sorted((shared / "corpus").glob(f"*/{form}/*"))[::3]:
        envelope = open_envelope(decode(path.read_bytes()).text or "")
        for part in envelope.parts:
            if not part.skipped:
                page = form == "text" and "<html" in part.source.text[:5_000].lower()
                for enclosed in (envelope.enclosed, False):
                    assert detect_format(part.source.text, enclosed) in ({"html"} if page else expected), path.name
