"""How the command ends."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the number says; of several that apply, the highest is given."""

    explanation: str

    def __new__(cls, value: int, explanation: str) -> ExitCode:
        code = int.__new__(cls, value)
        code._value_ = value
        code.explanation = explanation
        return code

    DONE = 0, "done"
    FINDINGS = 1, "findings at or above --fail-on"
    USAGE = 2, "usage, or results that could not be written"
    UNREADABLE = 3, "an input could not be read"
    BUG = 70, "an internal error"
    INTERRUPTED = 130, "interrupted"


def all_codes() -> str:
    """Every code with what it says, in a line."""
    return "; ".join(f"{code.value} {code.explanation}" for code in ExitCode)
