"""A style sheet's text -> its rules, as far as a reader follows them: names, ids and classes of elements, within each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct

from converter.patterns import regex

_SCREENS = frozenset({"", "all", "screen", "only screen"})
_BARE = frozenset({"ident", "hash", "literal", "whitespace"})
"""Tokens of a selector that asks for nothing but names, ids and classes."""
_COMPOUND = regex(r"(?:[\w-]{1,100}|\*)?(?:[.#][\w-]{1,100}){0,20}")
_NAME = regex(r"([.#]?)([\w-]+)")
_NOT_HERE = regex(
    r":(?::.*|hover|active|focus|focus-within|focus-visible|visited|link|target|before|after|first-line|first-letter)(?![\w-])"
)
"""What is so only while a reader points at it, or is no text of the page."""
_MOST_STEPS = 20


class Compound(Struct, frozen=True):
    """What is asked of one element; ``tag`` is "" for any, ``id`` where none is asked for."""

    tag: str
    id: str
    classes: frozenset[str]


class Step(Struct, frozen=True):
    """One element of a selector, inside that of the step before; ``directly`` as its child."""

    compound: Compound
    directly: bool = False


class Declaration(Struct, frozen=True):
    name: str
    value: str
    important: bool


class Rule(Struct, frozen=True):
    """``steps`` lead down to the elements of which the declarations are said; none where nobody knows which elements these are."""

    steps: tuple[Step, ...]
    declarations: tuple[Declaration, ...]


def is_for_screens(media: str) -> bool:
    """Whether what is said for these media is so for everybody who looks at the page, whatever the window."""
    return any(medium.strip() in _SCREENS for medium in media.lower().split(","))


def rules_of(text: str, known: frozenset[str]) -> Iterator[Rule]:
    """The rules that say something by one of the ``known`` properties, in their order."""
    import tinycss2

    yield from _rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True), known)


def _rules(parsed: Iterable[Any], known: frozenset[str]) -> Iterator[Rule]:
    import tinycss2

    for rule in parsed:
        if rule.type == "qualified-rule":
            declarations = tuple(_declarations(rule.content, known))
            if declarations:
                yield from (Rule(steps, declarations) for steps in _selectors(rule.prelude))
        elif rule.type == "at-rule" and rule.lower_at_keyword == "media" and rule.content and _is_said_for_screens(rule.prelude):
            inside = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            yield from _rules((each for each in inside if each.type == "qualified-rule"), known)


def _is_said_for_screens(prelude: Sequence[Any]) -> bool:
    return all(token.type in _BARE for token in prelude) and is_for_screens(_text(prelude))


def _declarations(content: Sequence[Any], known: frozenset[str]) -> Iterator[Declaration]:
    import tinycss2

    for each in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if each.type == "declaration" and each.lower_name in known and _is_shallow(each.value):
            value = tinycss2.serialize(each.value).strip().lower()
            if ";" not in value:
                yield Declaration(each.lower_name, value, each.important)


def _is_shallow(value: Sequence[Any]) -> bool:
    """Whether nothing stands in brackets within brackets: more is no value that a reader knows, and may be a bomb."""
    return all(not _inside(within) for token in value for within in _inside(token))


def _inside(token: Any) -> Sequence[Any]:
    found: Sequence[Any] = getattr(token, "arguments", None) or getattr(token, "content", None) or ()
    return found


def _selectors(prelude: Sequence[Any]) -> Iterator[tuple[Step, ...]]:
    """The steps of each selector of a list, none for one that asks for more than a reader follows."""
    group: list[Any] = []
    for token in [*prelude, None]:
        if token is not None and not (token.type == "literal" and token.value == ","):
            group.append(token)
            continue
        if any(each.type not in _BARE for each in group):
            yield ()
        elif not _NOT_HERE.search(text := _text(group)):
            yield _steps(text)
        group = []


def _steps(text: str) -> tuple[Step, ...]:
    steps: list[Step] = []
    directly = False
    parts = text.replace(">", " > ").split()
    for part in parts:
        if part == ">":
            directly = True
            continue
        if not _COMPOUND.fullmatch(part):
            return ()
        steps.append(Step(_compound(part), directly))
        directly = False
    return tuple(steps) if len(steps) <= _MOST_STEPS else ()


def _compound(part: str) -> Compound:
    names = _NAME.findall(part)
    tag = next((name.lower() for mark, name in names if not mark), "")
    ids = [name for mark, name in names if mark == "#"]
    return Compound(tag, ids[-1] if ids else "", frozenset(name for mark, name in names if mark == "."))


def _text(tokens: Sequence[Any]) -> str:
    return "".join([token.serialize() for token in tokens])
