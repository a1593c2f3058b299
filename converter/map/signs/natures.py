"""What kind of amount a row is where its concept alone does not say it: the filing's own concepts, and adjustments of a cash flow.

An own concept counts what its label says. Where the label is written as standard concepts are meant ("Decrease (increase) in ...",
"(Gain) loss on ..."), it keeps to the side of the standard concept that it is most like, so that both can be read together.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from converter.map.signs.sides import NEITHER, Side, sign_words
from converter.map.tables import Group

_CHANGES = {"op": "increase_asset", "iv": "net_outflow"}
_WHOLE = frozenset({"NetIncomeLoss", "ProfitLoss"})
_INCREASE_IN = ("increase", "in")


class OwnRow(Struct, frozen=True):
    """A row without a standard concept: its section and words, the nature of the standard concept that it is most like ("" none), how
    many of its values are printed below and above nought, and the sides of gain and loss, increase and decrease that its label names."""

    section: str
    words: tuple[str, ...]
    nearest: str
    below: int = 0
    above: int = 0
    side: Side = NEITHER
    change: Side = NEITHER
    changes: bool = False
    """Whether it stands among the changes of assets and liabilities."""

    @property
    def deducted(self) -> bool:
        """Whether it is printed below nought and never above."""
        return self.below > 0 and not self.above


def own_nature(group: Group, row: OwnRow) -> str:
    """What kind of amount an own concept is; "" where nothing tells, so that it stays as printed."""
    if group == "cashflow":
        return _in_cash_flow(row)
    if group == "income":
        return _in_income(row)
    return row.nearest if row.nearest == "contra_equity" and row.deducted else ""


def _in_cash_flow(row: OwnRow) -> str:
    if row.change.both and row.section in _CHANGES:
        # "Increase (decrease) in ..." is printed by what it does to cash, and so it counts.
        return _CHANGES[row.section] if row.change.sign < 0 else ""
    if row.section == "op" and _is_gain_or_loss(row):
        return "gain_loss"
    if row.nearest == "outflow":
        # "Net borrowings (repayments)" goes either way and is no payment, whatever it is like.
        either = row.below and row.above and not _opens(row, "paid")
        return "" if either else row.nearest
    if row.section in ("iv", "fi"):
        paid = _opens(row, "paid") and not _says(row, "received") and row.words[1:2] != ("from",)
        if row.deducted and row.words[row.words[:1] == ("net",) :][:2] == _INCREASE_IN and row.section == "iv":
            # What grew took cash.
            return "outflow"
        return "outflow" if paid or (row.nearest == "net_outflow" and row.deducted) else ""
    return _in_operations(row) if row.section == "op" else ""


def _in_operations(row: OwnRow) -> str:
    if _opens(row, "paid_out") and not _says(row, "received"):
        return "outflow"
    if row.nearest == "increase_asset" and "increase" in row.words and row.deducted:
        return row.nearest
    if row.changes and is_bare_balance("op", row.words, True) and balance_side(row.words) == "asset":
        return "increase_asset"
    if row.words[:1] == ("gain",) and "loss" not in row.words:
        return "gain_loss"
    if row.nearest == "gain_loss" and (row.side.both or _is_gain_taken_out(row)):
        return "gain_loss"
    return ""


def _is_gain_or_loss(row: OwnRow) -> bool:
    """ "(Gain) loss on ...": whatever it is on, all standard concepts of the kind count the gain. "Impairment and (gain) loss on ..." is
    a cost first."""
    if not row.side.both or not {"gain", "loss"} <= set(row.words):
        return False
    return sign_words("spent").isdisjoint(row.words[: min(row.words.index("gain"), row.words.index("loss"))])


def is_bare_balance(section: str, words: Sequence[str], changes: bool) -> bool:
    """Whether a row of a cash flow bears the name of a balance and nothing that says what became of it. Among ``changes`` any name is
    a balance's, but for what was paid or came in."""
    if section not in ("op", "iv", "fi") or not sign_words("moves").isdisjoint(words) or tuple(words[:2]) == _MADE:
        return False
    if not _EARNED.isdisjoint(words) and _HELD.isdisjoint(words):
        return False
    return changes or (sign_words("flow").isdisjoint(words) and not sign_words("balance").isdisjoint(words))


_MADE = ("investment", "in")
_EARNED = frozenset({"earnings", "fee", "revenue", "sale"})
_HELD = frozenset({"accrued", "billing", "deferred", "payable", "prepaid", "receivable", "unearned"})
"""Words that make a balance of what is earned."""


def balance_side(words: Sequence[str]) -> Literal["asset", "liability", ""]:
    """What a row's words call an asset, or a liability; "" where they call it both or neither."""
    asset, liability = (not sign_words(role).isdisjoint(words) for role in ("asset", "liability"))
    if asset == liability:
        return ""
    return "asset" if asset else "liability"


def _is_gain_taken_out(row: OwnRow) -> bool:
    """A gain printed below nought: a cash flow takes it out of net income, an income statement off the costs that it stands among."""
    return row.deducted and row.side.sign > 0 and "gain" in row.words and "amortization" not in row.words


def _in_income(row: OwnRow) -> str:
    if row.nearest == "oci_loss" and row.side.both and row.side.sign > 0:
        # "Prior service credit (cost)" says itself that the credit is positive.
        return ""
    if row.nearest in ("distribution", "oci_loss", "capitalized") or (row.nearest == "oci_reclass" and _says(row, "moved")):
        return row.nearest
    if "reclassification" in row.words:
        return "oci_reclass"
    if row.nearest == "minority_share" and row.deducted and row.side.sign >= 0:
        return row.nearest
    if row.section != "oc" and _is_gain_or_loss(row) and not row.nearest.startswith("oci"):
        return "gain_loss"
    if row.side.both or row.section == "oc":
        return ""
    if _is_gain_taken_out(row):
        return "gain_loss"
    return "expense" if _is_cost(row) else ""


def _is_cost(row: OwnRow) -> bool:
    """By the first word that tells costs from income; or printed below nought, like a cost, and not named otherwise, or named so: "Less
    allowances"."""
    if _opens(row, "taken") and row.deducted:
        return True
    if row.nearest == "expense" and row.deducted and row.side.sign <= 0:
        return True
    if row.nearest.startswith("oci") or row.words[-1:] == ("net",):
        return False
    spent, earned = sign_words("spent"), sign_words("earned")
    return next((word for word in row.words if word in spent or word in earned), "") in spent


def _opens(row: OwnRow, role: str) -> bool:
    return bool(row.words) and row.words[0] in sign_words(role)


def _says(row: OwnRow, role: str) -> bool:
    return not sign_words(role).isdisjoint(row.words)


def adjusted(group: Group, concepts: Sequence[str], natures: Sequence[str], sections: Sequence[str]) -> list[str]:
    """The natures of a statement's rows as they count in it: a cash flow that starts from net income takes the income of discontinued
    operations out again, like a gain; what is an asset elsewhere is taken off equity where it stands there."""
    found = list(natures)
    if group == "balance":
        taken_off = [nature == "asset" and section == "eq" for nature, section in zip(found, sections, strict=True)]
        return ["contra_equity" if off else nature for nature, off in zip(found, taken_off, strict=True)]
    if group != "cashflow":
        return found
    below_net_income = False
    for index, concept in enumerate(concepts):
        below_net_income = below_net_income or concept in _WHOLE
        if below_net_income and natures[index] == "income" and "DiscontinuedOperation" in concept:
            found[index] = "gain_loss"
    return found
