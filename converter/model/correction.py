"""A person's verdict on a row or a fact."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

CorrectedSign = Literal["", "printed", "turned", "positive", "negative"]


class Correction(Struct, frozen=True):
    """What a person says of a row (by ``label``) or of one fact (by ``fact``, its id); an empty selector fits everything.

    ``where`` is the file and line that say it (``corrections.csv:3``). ``entity`` is a CIK, another identifier, or the registrant's name;
    ``statement`` a kind of statement or ``prose``; ``under`` a heading above the row; ``filing`` the name of the one filing that it is for.
    ``concept`` is a QName, ``own`` (a concept of the filing's own) or "" (as it is). ``sign`` of a row says whether the value has the
    printed sign or the turned one, of a fact what the value is. ``ignore``: no fact of the registrant."""

    where: str
    entity: str = ""
    statement: str = ""
    label: str = ""
    under: str = ""
    filing: str = ""
    fact: str = ""
    concept: str = ""
    sign: CorrectedSign = ""
    ignore: bool = False
    note: str = ""
