"""Reports made by hand, of companies that never were."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from converter.model import (
    PURE,
    SHARES,
    USD,
    CalculationSum,
    Concept,
    Entity,
    Evidence,
    ExtensionConcept,
    Fact,
    Finding,
    Input,
    LeftNumber,
    Period,
    Place,
    PresentationLine,
    PresentedStatement,
    Reason,
    Report,
    Unit,
    per_share,
)

END = Period(None, date(2001, 6, 30))
BEFORE = Period(None, date(2000, 6, 30))
YEAR = Period(date(2000, 7, 1), date(2001, 6, 30))
CLASS_A = (("gaap:StatementClassOfStockAxis", "gaap:CommonClassAMember"),)
CLASS_Z = (("gaap:StatementClassOfStockAxis", "x:ClassZCommonStockMember"),)


def cell(text: str, line: int, start: int = 40) -> Place:
    return Place(0, "cell", text, line, start, start + len(text))


def money(ident: str, concept: str, period: Period, value: str | None, text: str, line: int, statement: str = "balance_sheet") -> Fact:
    decimals = None if value is None else -3
    evidence = Evidence(0.9812, (Reason(f'label exact: "{concept[5:]}"', 2.5), Reason("sum of the rows above", 4.0)))
    return Fact(ident, concept, period, value, USD, decimals, (), statement, (cell(text, line),), evidence)  # type: ignore[arg-type]


def small() -> Report:
    """Instants, a duration, classes of stock, nil, per share, strings, own concepts, sums with rounding, all kinds of left numbers."""
    facts = (
        money("f1", "gaap:AssetsCurrent", END, "600000", "600", 12),
        money("f2", "x:DeferredMoonTunnelCosts", END, "401000", "401", 13),
        money("f3", "gaap:Assets", END, "1000000", "1,000", 14),
        money("f4", "gaap:AssetsCurrent", BEFORE, "0", "--", 12),
        money("f5", "gaap:CommitmentsAndContingencies", END, None, "--", 15),
        money("f6", "gaap:RetainedEarningsAccumulatedDeficit", END, "-250000", "(250)", 16),
        money("f7", "gaap:Revenues", YEAR, "5000000", "$ 5,000", 30, "income"),
        money("f8", "gaap:CostOfRevenue", YEAR, "3000000", "(3,000)", 31, "income"),
        money("f9", "gaap:GrossProfit", YEAR, "2000000", "2,000", 32, "income"),
        Fact("f10", "gaap:EarningsPerShareBasic", YEAR, "-0.11", per_share(USD), 2, (), "income", (cell("(.11)", 33),)),
        Fact("f11", "gaap:CommonStockSharesIssued", END, "5123456", SHARES, 0, CLASS_A, "balance_sheet", (cell("5,123,456", 17),)),
        Fact("f12", "gaap:CommonStockSharesIssued", END, "100", SHARES, 0, CLASS_Z, "balance_sheet", (cell("100", 18),)),
        Fact("f13", "x:DividendRate", END, "0.085", PURE, 3, (), "prose", (Place(0, "sentence", "8 1/2 %", 80, 3, 10),)),
        Fact("f14", "dei:EntityRegistrantName", YEAR, 'Müller & "Söhne" <Moon> Tunnels, Inc.', statement="cover"),
        Fact("f15", "dei:CurrentFiscalYearEndDate", YEAR, "--06-30", statement="cover"),
        Fact(
            "f16",
            "dei:DocumentPeriodEndDate",
            YEAR,
            "2001-06-30",
            statement="cover",
            sources=(Place(0, "cover", "June 30, 2001", 3, 9, 22),),
        ),
        Fact("f17", "dei:AmendmentFlag", YEAR, "false", statement="cover", sources=(Place(0, "header", "10-K", 1, 0, 4),)),
        Fact("f18", "gaap:CashAndCashEquivalentsAtCarryingValue", END, "7000", Unit("iso4217:DEM"), 0, (), "other"),
    )
    return Report(
        stem="moon",
        entity=Entity("http://www.sec.gov/CIK", "0000000042", "Moon Tunnels"),
        facts=facts,
        namespaces={"x": "https://filing2xbrl.org/filing/0123456789abcdef", "cik": "http://www.sec.gov/CIK"},
        concepts={"gaap:Assets": Concept("gaap:Assets", "monetary", "instant", "debit", label="Assets")},
        input=Input("moon.txt", 4711, "0123456789abcdef" * 4, "cp1252"),
        unmapped=(LeftNumber(cell("77", 19), "Other --> things", "period", "the column has no period ?> at all", "balance_sheet"),),
        ignored=(LeftNumber(Place(1, "cell", "12 %", path="/html/body/table[1]/tr[2]/td[3]"), "Sales", "percent", "a per cent column"),),
        findings=(Finding("sum.differs", "warning", "1,001 is not 1,000", "look at line 14", (cell("1,000", 14),), ("f3",)),),
        extensions=(
            _own("DeferredMoonTunnelCosts", "monetary", "instant", "debit", "Deferred moon tunnel costs", "gaap:AssetsNoncurrent"),
            _own("DividendRate", "percent", "instant", "", "Dividend rate"),
            _own("ClassZCommonStockMember", "domain", "duration", "", "Class Z [Member]"),
        ),
        calculations=(
            CalculationSum("balance_sheet", "gaap:Assets", (("gaap:AssetsCurrent", 1), ("x:DeferredMoonTunnelCosts", 1))),
            CalculationSum("income", "gaap:GrossProfit", (("gaap:Revenues", 1), ("gaap:CostOfRevenue", -1))),
        ),
        presentation=(_balance_sheet(), _income()),
    )


def _own(name: str, kind: str, period: str, balance: str, label: str, anchor: str = "") -> ExtensionConcept:
    concept = Concept(f"x:{name}", kind, period, balance, label=label)  # type: ignore[arg-type]
    return ExtensionConcept(concept, label, anchor, f"\u201c{label}\u201d, a row of the statement of the moon.")


def _balance_sheet() -> PresentedStatement:
    lines = (
        PresentationLine("ASSETS"),
        PresentationLine("Current assets:", depth=1),
        PresentationLine("Total current assets", "gaap:AssetsCurrent", 2, "total"),
        PresentationLine("Deferred moon tunnel costs", "x:DeferredMoonTunnelCosts", 1),
        PresentationLine("", "gaap:Assets", 1, "total"),
        PresentationLine("LIABILITIES & EQUITY"),
        PresentationLine("Commitments and contingencies (Note 7)", "gaap:CommitmentsAndContingencies", 1),
        PresentationLine("Accumulated\fdeficit", "gaap:RetainedEarningsAccumulatedDeficit", 1, "negated"),
    )
    return PresentedStatement("balance_sheet", "CONSOLIDATED BALANCE SHEETS", lines)


def _income() -> PresentedStatement:
    lines = (
        PresentationLine("Sales", "gaap:Revenues"),
        PresentationLine("Cost of sales", "gaap:CostOfRevenue", role="negated"),
        PresentationLine("Gross profit", "gaap:GrossProfit", role="total"),
        PresentationLine("Loss per share", "gaap:EarningsPerShareBasic"),
        PresentationLine("Cash, beginning of year", "gaap:CashAndCashEquivalentsAtCarryingValue", role="periodStart"),
        PresentationLine("Cash, end of year", "gaap:CashAndCashEquivalentsAtCarryingValue", role="periodEnd"),
    )
    return PresentedStatement("income", "Consolidated Statements of Operations", lines)


def other_registrant() -> Report:
    """A further registrant of the same filing, without a CIK and with next to nothing to say."""
    fact = Fact("f1", "dei:EntityRegistrantName", YEAR, "Moon Tunnels of Texas", statement="cover")
    entity = Entity("https://filing2xbrl.org/entity", "1-4711", "Moon Tunnels of Texas")
    return replace(bare(), entity=entity, facts=(fact,))


def bare() -> Report:
    """No fact at all."""
    whole = small()
    return Report("moon", whole.entity, (), whole.namespaces, input=whole.input)
