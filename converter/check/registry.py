"""The rules: one rule, one function, one code. A rule's docstring is its documentation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

from msgspec import Struct

from converter.check.subject import Subject
from converter.model import Place, Severity


class Found(Struct, frozen=True):
    """What a rule finds wrong: a sentence with the numbers in it, and the ids of the facts concerned."""

    message: str
    facts: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()


class _Held:
    """Says that a rule compared something and it was right."""


HELD: Final = _Held()
Outcome: TypeAlias = Found | _Held
RuleFunction: TypeAlias = Callable[[Subject], Iterable[Outcome]]


class Rule(Struct, frozen=True):
    """``compares`` holds for rules that need several facts: where these are missing, nothing was compared, and the summary says so."""

    code: str
    severity: Severity
    spec: str
    hint: str
    function: RuleFunction
    compares: bool = False

    @property
    def layer(self) -> str:
        return self.code.partition(".")[0]

    @property
    def title(self) -> str:
        """The first sentence of the docstring."""
        return self.text.partition("\n")[0].rstrip(".")

    @property
    def text(self) -> str:
        return "\n".join(line.strip() for line in (self.function.__doc__ or "").strip().splitlines())


_RULES: dict[str, Rule] = {}
_LAYERS = ("xbrl", "duplicates", "calculation", "accounting", "efm")


def rule(
    code: str, severity: Severity, *, spec: str = "", hint: str = "", compares: bool = False
) -> Callable[[RuleFunction], RuleFunction]:
    """Registers a rule. ``code`` is ``layer.what-is-wrong`` and stable; ``spec`` names the section or the code of others for the same."""

    def register(function: RuleFunction) -> RuleFunction:
        assert code not in _RULES, f"two rules with the code {code}"
        _RULES[code] = Rule(code, severity, spec, hint, function, compares)
        return function

    return register


def registered() -> tuple[Rule, ...]:
    """The rules that were registered so far, in the order of their layers."""
    return tuple(sorted(_RULES.values(), key=lambda rule: _LAYERS.index(rule.layer)))
