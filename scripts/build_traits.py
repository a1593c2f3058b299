"""Builds what the mapper knows of concepts beside their labels: where they stand, how they count in their total, how filers print them.

    python scripts/build_traits.py REFERENCE OUT [--without FREQ.tsv]

Writes traits.tsv (statement group, concept, direction in its total, share of filers in per cent that print it with its sign flipped,
sections with their share, filers of 2009 and 2010, how much more the first and largest of them used it, today's filers, kinds of
companies) and arcs.tsv (parent, children with weight). From calc_arcs.tsv, calc_arcs_by_filers.tsv, negating_counts.tsv,
concept_freq.tsv and pres_arcs.tsv alone. ``--without`` subtracts the filers and facts of a table like concept_freq.tsv: for measuring
on the companies of the dev corpus, never for shipping.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from math import log
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
COMPANIES = {
    "balance": {"sfp-cls": "c", "sfp-dbo": "b", "sfp-ibo": "i", "sfp-sbo": "s", "sfp-clreo": "r"},
    "income": {"soi": "c", "soi-int": "b", "soi-ins": "i", "soi-sbi": "s", "soi-re": "r", "soi-reit": "r"},
    "cashflow": {"scf-indir": "c", "scf-dbo": "b", "scf-inv": "i", "scf-sbo": "s", "scf-re": "r"},
}
"""Kinds of companies by the official trees: commercial, bank, insurer, securities dealer, real estate."""
FEW = 4


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


def read_use(reference: Path, without: Path | None) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]], Counter[str]]:
    """Filers and facts of 2009 and 2010 by group and concept, and today's filers by concept."""
    filers: Counter[tuple[str, str]] = Counter()
    facts: Counter[tuple[str, str]] = Counter()
    for path, sign in ((reference / "concept_freq.tsv", 1), (without, -1)):
        for row in rows(path) if path else ():
            if row["statement"] in GROUPS:
                pair = GROUPS[row["statement"]], row["concept"]
                filers[pair] += sign * int(row["filers"])
                facts[pair] += sign * int(row["facts"])
    today: Counter[str] = Counter()
    for row in rows(reference / "calc_arcs_by_filers.tsv"):
        for name in (bare(row["parent"]), bare(row["child"])):
            today[name] = max(today[name], int(row["filers_statement"]))
    return filers, facts, today


def read_companies(reference: Path) -> dict[str, dict[str, str]]:
    """group -> concept -> the kinds of companies in whose official trees it stands; "" for one of all or none."""
    found: dict[str, dict[str, set[str]]] = {group: defaultdict(set) for group in COMPANIES}
    for row in rows(reference / "pres_arcs.tsv"):
        for group, roles in COMPANIES.items():
            if row["role"] in roles:
                for name in (bare(row["parent"]), bare(row["child"])):
                    found[group][name].add(roles[row["role"]])
    return {group: {name: "".join(sorted(kinds)) for name, kinds in each.items() if len(kinds) < 5} for group, each in found.items()}


def taxonomy() -> set[str]:
    """The concepts that this project knows."""
    path = Path(__file__).resolve().parent.parent / "converter" / "taxonomy" / "concepts.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {bare(row["name"]) for row in csv.DictReader(file) if row["name"].startswith("gaap:")}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reference", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--without", type=Path)
    args = parser.parse_args()
    reference, out = args.reference, args.out
    filers, facts, today = read_use(reference, args.without)
    companies = read_companies(reference)
    arcs, known = read_arcs(reference), taxonomy()
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
        names = {c for (_, c) in arcs} | {concept for g, concept in (*printed, *filers) if g == group} | set(companies[group])
        for name in sorted(names & known):
            sections, signed = ancestors(name, tops, parents)
            as_is, negated = printed.get((group, name), (0, 0))
            use = max(0, filers[group, name]), max(0, facts[group, name]), today[name]
            kinds = companies[group].get(name, "")
            if not sections and not as_is + negated and not any(use) and not kinds:
                continue
            share = "" if as_is + negated == 0 else str(round(100 * (negated + 0.5) / (as_is + negated + 1)))
            direction = "+" if signed > 0.3 else "-" if signed < -0.3 else ""
            total = sum(sections.values())
            where = " ".join(f"{s}:{round(100 * n / total)}" for s, n in sections.most_common() if n / total >= 0.02)
            early = round(10 * log((use[1] + FEW) / (2 * use[0] + FEW)))
            lines.append("\t".join([group, name, direction, share, where, str(use[0]), str(early), str(use[2]), kinds]))
    (out / "traits.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    text = [f"{parent}\t" + " ".join(f"{child}:{weight}" for child, weight in pairs) for parent, pairs in sorted(children.items())]
    (out / "arcs.tsv").write_text("\n".join(text) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
