"""Pages that are well-formed and wrong: what inline XBRL asks of its own elements. The referee agrees with each verdict."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import lamp
import pytest
from referee import run_arelle

from converter.load import load

NUMBER = 'id="current" name="l:Current" contextRef="i" unitRef="usd" decimals="-3" scale="3"'
FORMAT = '\n format="ixt:num-dot-decimal">600<'
END = "</p>\n</body>"
OTHER = '<ix:nonFraction id="n1" name="l:Sales" contextRef="d" unitRef="usd" decimals="0">%s</ix:nonFraction>'
CONTEXT = (
    '<xbrli:context id="z"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">1</xbrli:identifier></xbrli:entity>'
    "<xbrli:period><xbrli:instant>1996-12-31</xbrli:instant></xbrli:period></xbrli:context>"
)
WRONG = [
    ("a minus without format", FORMAT, ">-600<", "inline.content"),
    ("a sign that is none", NUMBER, f'{NUMBER} sign="+"', "inline.attribute"),
    ("an empty sign", NUMBER, f'{NUMBER} sign=""', "inline.attribute"),
    ("a scale that is no integer", 'scale="3"\n', 'scale="1.5"\n', "inline.attribute"),
    ("a format of no registry", "ixt:num-dot-decimal", "ixt:numdotdecimal", "inline.format"),
    ("a format without prefix", "ixt:num-dot-decimal", "num-dot-decimal", "inline.format"),
    ("an unknown registry", "2022-02-16", "2099-01-01", "inline.format"),
    ("an attribute of texts", NUMBER, f'{NUMBER} escape="true"', "inline.attribute"),
    ("an attribute of nothing", NUMBER, f'{NUMBER} bogus="1"', "inline.attribute"),
    ("an order outside of tuples", NUMBER, f'{NUMBER} order="1"', "inline.attribute"),
    ("a target without references", NUMBER, f'{NUMBER} target="other"', "inline.target"),
    ("markup in a number", ">600<", "><b>6</b>00<", "inline.content"),
    ("two numbers in one", END, OTHER % ("5" + OTHER.replace("n1", "n2") % "5") + END, "inline.content"),
    ("left out of a number", ">600<", ">600<ix:exclude>x</ix:exclude><", "inline.element"),
    ("an unknown element", END, f"<ix:bogus/>{END}", "inline.element"),
    ("a context in the page", END, CONTEXT + END, "inline.element"),
    (
        "a header out of order",
        "<ix:resources>",
        '<ix:hidden><ix:nonNumeric name="l:Text" contextRef="d">x</ix:nonNumeric></ix:hidden><ix:resources>',
        "inline.element",
    ),
    ("a truth that is none", 'name="l:Title"', 'name="l:Title" escape="yes"', "inline.attribute"),
    ("a circle", 'id="more"', 'id="more" continuedAt="more"', "inline.continuation"),
    ("a continuation that is not there", 'continuedAt="more"', 'continuedAt="gone"', "inline.continuation"),
    ("a continuation of nothing", END, f'<ix:continuation id="lone">x</ix:continuation>{END}', "inline.continuation"),
    (
        "a continuation of two",
        END,
        f'<ix:nonNumeric name="l:Text" contextRef="d" continuedAt="more">q</ix:nonNumeric>{END}',
        "inline.continuation",
    ),
    (
        "a relationship to nothing",
        "</ix:resources>",
        '<ix:relationship fromRefs="current" toRefs="fn9"/></ix:resources>',
        "inline.relationship",
    ),
    (
        "an entity",
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "xhtml1-strict.dtd">',
        "xml.syntax",
    ),
]
RIGHT = [
    ("a number in a number", END, OTHER % (OTHER.replace("n1", "n2") % "5") + END),
    ("a number in a text", END, f'<ix:nonNumeric name="l:Text" contextRef="d">of {OTHER % "5"} more</ix:nonNumeric>{END}'),
    ("a foreign attribute", NUMBER, f'{NUMBER} l:mine="1"'),
    ("no format", FORMAT, ">600<"),
    ("another registry", "2022-02-16", "2020-02-12"),
    ("a footnote", "</ix:resources>", '<ix:relationship fromRefs="current" toRefs="fn1"/></ix:resources>'),
]


def damaged(folder: Path, old: str, new: str) -> Path:
    assert old in lamp.INLINE
    text = lamp.INLINE.replace(old, new, 1)
    text = text.replace("Loss (", "Loss&nbsp;(") if "DOCTYPE" in new else text
    text = text.replace(END, f'<ix:footnote id="fn1" xml:lang="en">note</ix:footnote>{END}') if "fn1" in new else text
    page = folder / "lamp.xhtml"
    page.write_text(text, "utf-8")
    return page


def errors(page: Path) -> set[str]:
    return {finding.code for finding in load(page).findings if finding.severity == "error"}


@pytest.mark.parametrize(("old", "new", "code"), [each[1:] for each in WRONG], ids=[each[0] for each in WRONG])
def test_wrong(folder: Path, old: str, new: str, code: str) -> None:
    assert code in errors(damaged(folder, old, new))


@pytest.mark.parametrize(("old", "new"), [each[1:] for each in RIGHT], ids=[each[0] for each in RIGHT])
def test_right(folder: Path, old: str, new: str) -> None:
    assert errors(damaged(folder, old, new)) == set()


def verdicts() -> Iterator[tuple[str, str, bool]]:
    yield from ((old, new, False) for _, old, new, _ in WRONG)
    yield from ((old, new, True) for _, old, new in RIGHT)


@pytest.mark.arelle
@pytest.mark.parametrize(("old", "new", "good"), [*verdicts()])
def test_the_referee_agrees(folder: Path, old: str, new: str, good: bool) -> None:
    messages = run_arelle(damaged(folder, old, new)).messages
    assert [level for level, _, _ in messages if level.lower() == "error"] == [] if good else messages
