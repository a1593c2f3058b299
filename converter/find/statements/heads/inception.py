"""The column since an inception: its head is the widest, and hangs over the one beside it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter.find.statements.heads.assignment import ColumnHead
from converter.grammar.periods import read_head


def over_its_own_column(heads: Sequence[ColumnHead]) -> list[ColumnHead]:
    """The heads of all columns. What names an inception over two columns that stand side by side is the outer one's alone: the one within
    keeps what else stands over it, where that is a year or a day."""
    found = list(heads)
    told = [read_head(head.text).inception for head in heads]
    for (i, within), (j, outer) in pairwise(enumerate(heads)):
        if told[i] and told[j] and not any(told[:i]) and not any(told[j + 1 :]):
            kept = [at for at, place in enumerate(within.places) if place not in outer.places]
            rest = ColumnHead([within.pieces[at] for at in kept], [within.places[at] for at in kept])
            said = read_head(rest.text)
            if len(kept) < len(within.pieces) and not said.inception and len(said.years) + len(said.dates) == 1:
                found[i] = rest
    return found
