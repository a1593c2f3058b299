"""Signs of a statement of changes in financial position, which had no activities and was printed until 1988: what grew among the uses of
funds is printed above nought, and so are the parts of working capital, but for what is owed."""

from __future__ import annotations

from converter.map.signs.sides import change_of, sign_words

AS_PRINTED = "amount"
"""The nature of what counts as it is printed."""
_TURNED = "increase_asset"
_GROWN = frozenset({"increase_asset", "increase_liability", "net_outflow"})
_WORKING_CAPITAL = frozenset({"working", "capital"})


def in_funds(nature: str, label: str, heading: str, heading_words: frozenset[str], below: int) -> str:
    """The nature of a row that stands in no activity, as its printed sign tells of it. ``heading`` is the nearest one above it; ``below``
    is how many of its values are printed below nought."""
    if nature not in _GROWN:
        return nature
    change = change_of(heading)
    changes = change.sign != 0 or "change" in heading_words
    if changes and heading_words >= _WORKING_CAPITAL:
        return _TURNED if nature == "increase_liability" else AS_PRINTED
    if change.sign and not heading_words.isdisjoint(sign_words("asset") | sign_words("liability")):
        return AS_PRINTED if change.sign > 0 else _TURNED
    grew = change_of(label)
    return AS_PRINTED if grew.sign > 0 and not grew.both and not below else nature
