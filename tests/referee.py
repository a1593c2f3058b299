"""Arelle, in process and offline, as the independent judge of what we write."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ.setdefault("XDG_CONFIG_HOME", tempfile.mkdtemp(prefix="arelle-"))  # before its import: nothing of it in anybody's home


@dataclass(frozen=True, slots=True)
class JudgedFact:
    """A fact as Arelle read it. ``period`` is ``2003-06-30`` or ``2003-04-01/2003-06-30``, both days inside."""

    id: str
    concept: str
    value: str
    period: str
    unit: str
    decimals: str
    dimensions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Refereed:
    """``messages`` are (level, code, text) of every message above INFO: there should be none."""

    messages: tuple[tuple[str, str, str], ...]
    facts: tuple[JudgedFact, ...]

    @property
    def codes(self) -> set[str]:
        return {code for _, code, _ in self.messages}


def run_arelle(path: Path, packages: Sequence[Path] = (), **options: Any) -> Refereed:
    """Load and validate a report, a taxonomy or a package: XBRL 2.1, OIM, Calculations 1.1, inconsistent duplicates.

    One run at a time in a process; ``options`` are Arelle's own (`RuntimeOptions`)."""
    from arelle.api.Session import Session
    from arelle.logging.handlers.StructuredMessageLogHandler import StructuredMessageLogHandler
    from arelle.RuntimeOptions import RuntimeOptions

    handler = StructuredMessageLogHandler()
    chosen: dict[str, Any] = {
        "entrypointFile": str(path),
        "packages": [str(package) for package in packages],
        "internetConnectivity": "offline",
        "disablePersistentConfig": True,
        "validate": True,
        "validateXmlOim": True,
        "calcs": "c11r",
        "validateDuplicateFacts": "inconsistent",
        "keepOpen": True,
        "logLevel": "DEBUG",
        **options,
    }
    with Session() as session:
        session.run(RuntimeOptions(**chosen), logHandler=handler)
        facts = tuple(_judged(fact) for model in session.get_models() for fact in model.facts)
        messages = tuple(
            (message["levelname"], message["messageCode"], message["msg"])
            for message in handler.messages
            if message["levelname"].lower() not in {"info", "debug"}
        )
    return Refereed(messages, facts)


def _judged(fact: Any) -> JudgedFact:
    from datetime import timedelta

    context = fact.context
    end = (context.endDatetime - timedelta(days=1)).date() if context is not None and not context.isForeverPeriod else None
    start = context.startDatetime.date() if end is not None and context.isStartEndPeriod else None
    period = "" if end is None else f"{start}/{end}" if start else f"{end}"
    unit = "" if fact.unit is None else "/".join("*".join(sorted(str(measure) for measure in side)) for side in fact.unit.measures if side)
    dimensions = () if context is None else tuple(sorted((str(axis), str(value.memberQname)) for axis, value in context.qnameDims.items()))
    return JudgedFact(fact.id or "", str(fact.qname), "" if fact.isNil else str(fact.value), period, unit, fact.decimals or "", dimensions)


def check_accepted(path: Path, facts: int, packages: Sequence[Path] = ()) -> Refereed:
    """The referee accepts the file and reads as many facts as we say."""
    verdict = run_arelle(path, packages)
    assert not verdict.messages, f"{path.name}: {verdict.messages[:5]}"
    assert len(verdict.facts) == facts, f"{path.name}: {len(verdict.facts)} facts, not {facts}"
    return verdict
