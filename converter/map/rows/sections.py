"""The part of a statement that a row stands in, from headings and totals.

Balance sheet: ``ca`` current assets, ``na`` other assets, ``cl`` current liabilities, ``nl`` other liabilities, ``ua`` and ``ul``
assets and liabilities that nobody parts into current and other, ``eq`` equity. Cash flow:
``op``,
``iv``, ``fi``, ``sp`` (supplemental). Income: ``rv`` revenues, ``ex`` costs, ``ot`` other income and expense, ``oc`` other comprehensive
income.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

Words = tuple[str, ...]


def sections_of(kind: str, rows: Sequence[Words], heads: Sequence[tuple[Words, ...]], with_figures: Sequence[bool]) -> list[str]:
    """One section name for each row, "" where nothing tells it."""
    if kind in ("balance_sheet", "equity"):
        return _balance(rows, with_figures)
    if kind == "cashflow":
        return _cashflow(rows, with_figures)
    return _income(kind, rows, heads)


def _balance(rows: Sequence[Words], with_figures: Sequence[bool]) -> list[str]:
    sets = [frozenset(words) for words in rows]
    total_assets = _total_assets(sets, with_figures)
    assets_until = _all_assets_until(total_assets, sets, with_figures)
    current_assets = _first(sets, with_figures, lambda w: {"total", "current", "asset"} <= w and "noncurrent" not in w)
    current_liabilities = _first(sets, with_figures, lambda w: {"total", "current", "liability"} <= w and "noncurrent" not in w)
    found, now = [], "ca" if current_assets is not None else "ua"
    parted = any({"current", "liability"} <= words for words in sets)
    for index, (words, figures) in enumerate(zip(sets, with_figures, strict=True)):
        if not figures or not words:
            opened = _balance_head(words, now, current_liabilities is not None, parted)
            now = opened if opened in _OF_ASSETS or index > assets_until else now
        elif now in ("nl", "cl", "ul") and _opens_equity(words):
            now = "eq"
        found.append(now)
        if index == current_assets:
            now = "na"
        elif index == total_assets:
            now = "cl" if current_liabilities is not None and current_liabilities > index else "nl" if parted else "ul"
        elif index == current_liabilities or (now == "eq" and figures and _is_capitalization(words)):
            now = "nl"
    return found


_OF_ASSETS = ("ca", "na", "ua")
_TOTAL_ASSETS = frozenset({"total", "asset"})


def _total_assets(sets: Sequence[frozenset[str]], with_figures: Sequence[bool]) -> int | None:
    """The row of total assets: the one that says just that, else the first that says something like it."""
    exact = _first(sets, with_figures, lambda words: words == _TOTAL_ASSETS)
    return _first(sets, with_figures, _is_total_assets) if exact is None else exact


def _all_assets_until(total: int | None, sets: Sequence[frozenset[str]], with_figures: Sequence[bool]) -> int:
    """The row up to which there are assets alone, whatever headings say: "Equity securities" are no equity. -1 where none is known."""
    liabilities = _first(sets, with_figures, lambda words: {"total", "liability"} <= words)
    return -1 if total is None or (liabilities is not None and liabilities < total) else total


def _is_capitalization(words: frozenset[str]) -> bool:
    """Whether a row is the total of equity and debt, behind which utilities put their other liabilities."""
    return "total" in words and ("capitalization" in words or words == {"total", "capital"}) and "liability" not in words


def _is_total_assets(words: frozenset[str]) -> bool:
    return {"total", "asset"} <= words and not words & {
        "current",
        "noncurrent",
        "other",
        "intangible",
        "fixed",
        "net",
        "earnings",
        "investment",
        "tax",
    }


def _balance_head(words: frozenset[str], now: str, classified: bool, parted: bool) -> str:
    if "equity" in words or "capitalization" in words or {"stockholder", "investment"} <= words or {"partner", "capital"} <= words:
        if "liability" in words and "asset" not in words and now in _OF_ASSETS:
            # "Liabilities and equity" below a total of assets that bears no label.
            return "cl" if classified else "nl" if parted else "ul"
        return now if "liability" in words or "asset" in words else "eq"
    if "current" in words and "asset" in words:
        return "ca"
    if "current" in words and "liability" in words:
        return "cl"
    if words & {"liability", "debt"} or {"deferred", "credit"} <= words:
        if classified and now in ("ca", "na", "ua") and not words & {"noncurrent", "long"}:
            return "cl"
        return now if now == "cl" else "nl" if parted else "ul"
    if words == {"asset"}:
        return now
    if now == "ca" and words & {"noncurrent", "plant", "equipment", "investment"}:
        return now
    return now


def _opens_equity(words: frozenset[str]) -> bool:
    stock = words & {"stock", "share"} and words & {"common", "preferred", "capital"}
    return bool(stock or {"paid", "capital"} <= words or {"retained", "earnings"} <= words) and not words & {
        "subject",
        "redemption",
        "redeemable",
        "liability",
        "dividend",
    }


def _cashflow(rows: Sequence[Words], with_figures: Sequence[bool]) -> list[str]:
    """A row belongs to the first net cash total at or below it; behind the last one comes what is supplemental."""
    found, behind = [""] * len(rows), "sp"
    below = ""
    for index in range(len(rows) - 1, -1, -1):
        words = frozenset(rows[index])
        which = _activity(words)
        if which and with_figures[index] and words & {"net", "cash", "total"}:
            below = which
        elif which and not with_figures[index]:
            found[index] = which
            below = "" if below == which else below
            continue
        found[index] = below or behind
    return _carry_heads(rows, with_figures, found)


def parts_of_operations(rows: Sequence[Words], with_figures: Sequence[bool], where: Sequence[str]) -> list[str]:
    """For each row of a cash flow ``changes`` where it stands among changes of working capital by the last heading above it,
    ``adjustments`` where it stands among other adjustments of net income, else "". ``where`` are the rows' sections."""
    found, now = [], ""
    for words, figures, section in zip(rows, with_figures, where, strict=True):
        if not figures:
            said = frozenset(words)
            now = _part_of_operations(said) or ("" if _activity(said) else now)
        found.append(now if figures and section == "op" else "")
    return found


def _part_of_operations(head: frozenset[str]) -> str:
    if head & _ADJUSTED or head >= _NOT_CASH:
        return "adjustments"
    return "changes" if head & _CHANGED else ""


_ADJUSTED = frozenset({"adjustment", "adjust", "reconcile", "noncash"})
_NOT_CASH = frozenset({"not", "cash"})
_CHANGED = frozenset({"change", "increase", "decrease"})


def _carry_heads(rows: Sequence[Words], with_figures: Sequence[bool], found: list[str]) -> list[str]:
    """A heading that names an activity rules until the next heading that names one or the total that closes it. It names none where the
    next total is another activity's: "Net losses on investing activities" opens nothing, and headings are lost where pages break."""
    now = ""
    closing = _closing(rows, with_figures)
    for index, words in enumerate(rows):
        which = _activity(frozenset(words))
        if which and not with_figures[index]:
            now = which if closing[index] in ("", which) else closing[index]
        elif now and with_figures[index]:
            found[index] = now
            if which == now and {"net", "cash"} & set(words):
                now = ""
        if not with_figures[index] and not which and _is_supplemental(frozenset(words), closing[index]):
            now = "sp"
    return found


def _is_supplemental(head: frozenset[str], closing: str) -> bool:
    """Whether a heading opens what is told beside the flows. "Noncash items:" above a total of theirs are adjustments."""
    return bool(head & {"supplemental", "supplementary"}) or ("noncash" in head and not closing)


def _closing(rows: Sequence[Words], with_figures: Sequence[bool]) -> list[str]:
    """For each row the activity of the first total below it, "" where a heading that names an activity comes before."""
    found = [""] * len(rows)
    below = ""
    for index in range(len(rows) - 1, -1, -1):
        found[index] = below
        words = frozenset(rows[index])
        which = _activity(words)
        if which and not with_figures[index]:
            below = ""
        elif which and ("activity" in words or (which == "op" and "continuing" not in words)) and words & {"net", "cash", "total"}:
            below = which
    return found


def _activity(words: frozenset[str]) -> str:
    if not words & {"activity", "operation", "operating", "investing", "financing"}:
        return ""
    if words & {"gain", "loss"} and "cash" not in words:
        # "Net (gain) loss on investment activity" is no total of investing.
        return ""
    if "investing" in words or {"investment", "activity"} <= words:
        return "iv"
    if "financing" in words:
        return "fi"
    if "operating" in words and "activity" in words:
        return "op"
    return "op" if {"operation", "cash"} <= words and words & {"from", "by", "in"} and "discontinued" not in words else ""


def _income(kind: str, rows: Sequence[Words], heads: Sequence[tuple[Words, ...]]) -> list[str]:
    """By the headings; without one what stands between the result of operations and the one before taxes is other income and expense."""
    found = []
    beyond = False
    for words, above in zip(rows, heads, strict=True):
        section = ""
        for head in above:
            section = _income_head(frozenset(head)) or section
        if kind == "comprehensive" and not section:
            section = "oc" if "income" not in words[:2] else ""
        said = frozenset(words)
        beyond = beyond and not said & _ENDS_OTHER
        # Headings of revenues and costs, indented no more than what follows, reach to the result and no further.
        found.append("ot" if beyond and kind == "income" and section in ("", "ex", "rv") and "interest" not in said else section)
        beyond = beyond or _is_result_of_operations(said)
    return found


_ENDS_OTHER = frozenset({"before", "tax", "pretax"})
_RESULT = frozenset({"income", "loss", "profit", "earnings"})
_OF_OPERATIONS = frozenset({"operating", "operation"})


def _is_result_of_operations(words: frozenset[str]) -> bool:
    """Whether a row says "operating income (loss)", "income from operations" and nothing else."""
    return bool(words & _RESULT and words & _OF_OPERATIONS) and words <= _RESULT | _OF_OPERATIONS | {"from", "net"}


def _income_head(words: frozenset[str]) -> str:
    if {"other", "comprehensive"} <= words:
        return "oc"
    if words & {"other", "nonoperating"} and words & {"income", "deduction", "expense", "credit"} and not words & {"operating", "interest"}:
        return "ot"
    if {"interest", "expense"} <= words:
        return "ie"
    if words & {"cost", "expense", "deduction", "benefit"}:
        return "ex"
    return "rv" if words & {"revenue", "sale", "income"} and not words & {"per", "net", "before", "tax"} else ""


def _first(sets: Sequence[frozenset[str]], with_figures: Sequence[bool], test: Callable[[frozenset[str]], bool]) -> int | None:
    return next((i for i, words in enumerate(sets) if with_figures[i] and test(words)), None)
