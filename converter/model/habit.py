"""What a company's other filings make of a row."""

from __future__ import annotations

from msgspec import Struct


class Habit(Struct, frozen=True):
    """A row of a company (``entity`` is its identifier) by its ``statement``, what its label comes to (``key``) and its nearest heading;
    ``concept`` is what all of the company's filings together make of it, as a local name, "" for a concept of the filings' own;
    ``told`` names filings that say so by themselves, ``belief`` is their mean confidence in it."""

    entity: str
    statement: str
    key: str
    heading: str
    concept: str
    told: str
    belief: float
