"""Builds what the mapper knows of concepts beside their labels: where they stand, how they count in their total, how filers print them.

    python scripts/build_traits.py REFERENCE OUT

Writes traits.tsv (statement group, concept, direction in its total, share of filers in per cent that print it with its sign flipped,
sections with
their share) and arcs.tsv (parent, children with weight). From calc_arcs.tsv, calc_arcs_by_filers.tsv and negating_counts.tsv alone.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from pathlib import Path

GROUPS = {"balance_sheet": "balance", "income": "income", "comprehensive": "income", "cashflow": "cashflow"}
TOPS = {
    "balance": {
        "AssetsCurrent": "ca",
        "Assets": "na",
        "AssetsNoncurrent": "na",
        "LiabilitiesCurrent": "cl",
        "LiabilitiesNoncurrent": "nl",
        "Liabilities": "nl",
        "LiabilitiesAndStockholdersEquity": "nl",
        "StockholdersEquity": "eq",
        "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest": "eq",
        "PartnersCapital": "eq",
    },
    "cashflow": {
        "NetCashProvidedByUsedInOperatingActivities": "op",
        "NetCashProvidedByUsedInOperatingActivitiesContinuingOperations": "op",
        "NetCashProvidedByUsedInInvestingActivities": "iv",
        "NetCashProvidedByUsedInInvestingActivitiesContinuingOperations": "iv",
        "NetCashProvidedByUsedInFinancingActivities": "fi",
        "NetCashProvidedByUsedInFinancingActivitiesContinuingOperations": "fi",
    },
    "income": {
        "Revenues": "rv",
        "SalesRevenueNet": "rv",
        "RevenueFromContractWithCustomerExcludingAssessedTax": "rv",
        "InterestAndDividendIncomeOperating": "rv",
        "NoninterestIncome": "rv",
        "CostOfRevenue": "ex",
        "CostsAndExpenses": "ex",
        "OperatingExpenses": "ex",
        "NoninterestExpense": "ex",
        "BenefitsLossesAndExpenses": "ex",
        "InterestExpense": "ie",
        "NonoperatingIncomeExpense": "ot",
        "ComprehensiveIncomeNetOfTax": "oc",
        "OtherComprehensiveIncomeLossNetOfTax": "oc",
        "ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest": "oc",
    },
}
ROLES = {"balance": "sfp", "cashflow": "scf", "income": "so"}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def bare(name: str) -> str:
    return name.split(":")[-1]


def read_arcs(reference: Path) -> dict[tuple[str, str], tuple[int, float]]:
    """(parent, child) -> weight and how much it is used."""
    arcs: dict[tuple[str, str], tuple[int, float]] = {}
    for row in rows(reference / "calc_arcs.tsv"):
        arcs[bare(row["parent"]), bare(row["child"])] = int(float(row["weight"])), 1.0
    for row in rows(reference / "calc_arcs_by_filers.tsv"):
        use = float(row["filers_statement"])
        pair = bare(row["parent"]), bare(row["child"])
        if use:
            weight, before = arcs.get(pair, (int(float(row["weight"])), 0.0))
            arcs[pair] = weight, before + use
    return arcs


def ancestors(child: str, tops: dict[str, str], parents: dict[str, list[tuple[str, int, float]]]) -> tuple[Counter[str], float]:
    """Sections above a concept with their share, and the sign with which it counts in their totals."""
    found: Counter[str] = Counter()
    signed = 0.0
    todo, seen = [(child, 1, 1.0)], set()
    while todo:
        name, sign, share = todo.pop()
        above = parents.get(name, [])
        total = sum(use for _, _, use in above)
        for parent, weight, use in above:
            part = share * use / total
            if part < 0.02:
                continue
            if parent in tops and (name == child or tops[parent] != "oc"):
                found[tops[parent]] += part
                signed += part * sign * weight
            elif parent not in tops and parent not in seen:
                seen.add(parent)
                todo.append((parent, sign * weight, part))
    return found, signed


def main() -> int:
    reference, out = Path(sys.argv[1]), Path(sys.argv[2])
    arcs = read_arcs(reference)
    parents: dict[str, list[tuple[str, int, float]]] = defaultdict(list)
    children: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for (parent, child), (weight, use) in sorted(arcs.items()):
        parents[child].append((parent, weight, use))
        children[parent].append((child, weight))
    printed: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for row in rows(reference / "negating_counts.tsv"):
        pair = printed[GROUPS[row["statement"]], row["concept"]]
        pair[0] += int(row["filers_as_is"])
        pair[1] += int(row["filers_negated"])
    lines = []
    for group, tops in TOPS.items():
        names = {c for (_, c) in arcs} | {concept for g, concept in printed if g == group}
        for name in sorted(names):
            sections, signed = ancestors(name, tops, parents)
            as_is, negated = printed.get((group, name), (0, 0))
            if not sections and not as_is + negated:
                continue
            share = "" if as_is + negated == 0 else str(round(100 * (negated + 0.5) / (as_is + negated + 1)))
            direction = "+" if signed > 0.3 else "-" if signed < -0.3 else ""
            total = sum(sections.values())
            where = " ".join(f"{s}:{round(100 * n / total)}" for s, n in sections.most_common() if n / total >= 0.02)
            lines.append("\t".join([group, name, direction, share, where]))
    (out / "traits.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    text = [f"{parent}\t" + " ".join(f"{child}:{weight}" for child, weight in pairs) for parent, pairs in sorted(children.items())]
    (out / "arcs.tsv").write_text("\n".join(text) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
