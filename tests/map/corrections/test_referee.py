"""A corrected report is as valid as any."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_runs import EXAMPLES
from referee import run_arelle

from converter import convert, read_corrections

CORRECTIONS = """entity,filing,statement,label,fact,concept,sign,ignore
9990001,harbor-10q-1998.txt,,,f-Assets-1998-06-30,own,,
9990001,harbor-10q-1998.txt,,,f-InventoryNet-1997-12-31,OtherAssetsCurrent,negative,
9990001,harbor-10q-1998.txt,,,f-AllowanceForDoubtfulAccountsReceivableCurrent-1998-06-30,,,yes
9990001,,cashflow,Inventories,,own,turned,
9990001,,income,Cost of sales,,own,turned,
9990001,,balance_sheet,Total current assets,,own,,
,,balance_sheet,Goodwill net,,,,yes
"""


@pytest.mark.arelle
def test_arelle_accepts_what_a_person_made_of_it(tmp_path: Path) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_text(CORRECTIONS, "utf-8")
    conversion = convert(EXAMPLES / "harbor-10q-1998.txt", corrections=read_corrections(mine))
    assert not conversion.findings
    written = conversion.write(tmp_path / "out")
    for path in written:
        if path.suffix in (".json", ".xbrl"):
            judged = run_arelle(path)
            assert judged.messages == ()
            assert len(judged.facts) == len(conversion.reports[0].facts)
