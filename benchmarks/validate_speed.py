"""How fast a report is read and checked, beside Arelle in the same run.

    python benchmarks/validate_speed.py [FACTS] [--arelle] [--command]

Makes an xBRL-JSON report over a small taxonomy of its own (100 concepts, 20 sums) in a temporary folder. Ours is `load` and `check`
with all rules; Arelle's is load and validation with Calculations 1.1. Prints seconds and the peak of resident memory of each, in
processes of their own.
``--command`` compares whole commands, from start to exit, the quickest of five runs each.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

NAMESPACE = "https://example.com/bench/2026"
CONCEPTS, SUMS = 100, 20

OURS = """
import resource, sys, time
from pathlib import Path
from converter.check import check
from converter.load import load
begin = time.perf_counter()
loaded = load(Path(sys.argv[1]))
middle = time.perf_counter()
checked = check(loaded.reports[0])
end = time.perf_counter()
assert len(loaded.reports[0].facts) == int(sys.argv[2]), len(loaded.reports[0].facts)
bad = [finding for finding in (*loaded.findings, *checked.findings) if finding.severity != "info"]
print(f"{end - begin:.3f} {middle - begin:.3f} {end - middle:.3f} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} {len(bad)}")
"""

ARELLE = """
import os, resource, sys, tempfile, time
os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp()
from arelle.api.Session import Session
from arelle.RuntimeOptions import RuntimeOptions
from arelle.logging.handlers.StructuredMessageLogHandler import StructuredMessageLogHandler
handler = StructuredMessageLogHandler()
begin = time.perf_counter()
with Session() as session:
    session.run(RuntimeOptions(entrypointFile=sys.argv[1], internetConnectivity="offline", disablePersistentConfig=True, validate=True,
        calcs="c11r", validateDuplicateFacts="inconsistent", keepOpen=True), logHandler=handler)
    facts = sum(len(model.facts) for model in session.get_models())
end = time.perf_counter()
assert facts == int(sys.argv[2]), facts
bad = [message for message in handler.messages if message["levelname"].lower() != "info"]
print(f"{end - begin:.3f} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} {len(bad)}")
"""


def write_taxonomy(folder: Path) -> None:
    """A schema with a calculation linkbase: concept 5k is the sum of 5k+1 ... 5k+4."""
    elements = "\n".join(
        f'<xs:element name="C{n}" id="b_C{n}" type="xbrli:monetaryItemType" substitutionGroup="xbrli:item" nillable="true" '
        'xbrli:periodType="instant"/>'
        for n in range(CONCEPTS)
    )
    (
        folder / "bench.xsd"
    ).write_text(f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="http://www.xbrl.org/2003/instance"
xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"
targetNamespace="{NAMESPACE}" xmlns:b="{NAMESPACE}">
<xs:annotation><xs:appinfo><link:linkbaseRef xlink:type="simple" xlink:href="bench_cal.xml"
xlink:role="http://www.xbrl.org/2003/role/calculationLinkbaseRef" xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/>
</xs:appinfo></xs:annotation>
<xs:import namespace="http://www.xbrl.org/2003/instance" schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>
{elements}
</xs:schema>""")
    locators = "\n".join(f'<link:loc xlink:type="locator" xlink:href="bench.xsd#b_C{n}" xlink:label="C{n}"/>' for n in range(CONCEPTS))
    arcs = "\n".join(
        f'<link:calculationArc xlink:type="arc" xlink:arcrole="https://xbrl.org/2023/arcrole/summation-item" xlink:from="C{5 * s}" '
        f'xlink:to="C{5 * s + n}" order="{n}" weight="1"/>'
        for s in range(SUMS)
        for n in range(1, 5)
    )
    (folder / "bench_cal.xml").write_text(f"""<link:linkbase xmlns:link="http://www.xbrl.org/2003/linkbase"
xmlns:xlink="http://www.w3.org/1999/xlink">
<link:arcroleRef arcroleURI="https://xbrl.org/2023/arcrole/summation-item" xlink:type="simple"
xlink:href="https://www.xbrl.org/2023/calculation-1.1.xsd#summation-item"/>
<link:calculationLink xlink:type="extended" xlink:role="http://www.xbrl.org/2003/role/link">
{locators}
{arcs}
</link:calculationLink></link:linkbase>""")


def write_report(folder: Path, facts: int) -> Path:
    """``facts`` facts, a hundred per day."""
    from datetime import date, timedelta

    members = {}
    for n in range(facts):
        day, concept = date(1901, 1, 1) + timedelta(days=n // CONCEPTS), n % CONCEPTS
        value = 1000 * (concept + day.toordinal() % 97) if concept % 5 else 1000 * (4 * (concept + day.toordinal() % 97) + 10)
        members[f"f{n}"] = {
            "value": str(value),
            "decimals": -3,
            "dimensions": {"concept": f"b:C{concept}", "entity": "cik:0000000001", "period": f"{day}T00:00:00", "unit": "iso4217:USD"},
        }
    info = {
        "documentType": "https://xbrl.org/2021/xbrl-json",
        "namespaces": {
            "xbrl": "https://xbrl.org/2021",
            "b": NAMESPACE,
            "cik": "http://www.sec.gov/CIK",
            "iso4217": "http://www.xbrl.org/2003/iso4217",
        },
        "taxonomy": ["bench.xsd"],
    }
    path = folder / "bench.json"
    path.write_text(json.dumps({"documentInfo": info, "facts": members}))
    return path


def run(script: str, path: Path, facts: int) -> str:
    return subprocess.run([sys.executable, "-c", script, str(path), str(facts)], check=True, capture_output=True, text=True).stdout.strip()


def command_seconds(expected: str, *command: str) -> float:
    """The quickest of five runs, from start to exit; each must say what is ``expected``."""
    best = float("inf")
    for _ in range(5):
        begin = time.perf_counter()
        said = subprocess.run(command, check=True, capture_output=True, text=True)
        best = min(best, time.perf_counter() - begin)
        assert expected in said.stdout + said.stderr, said
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("facts", nargs="?", type=int, default=100_000)
    parser.add_argument("--arelle", action="store_true")
    parser.add_argument("--command", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_taxonomy(folder)
        path = write_report(folder, chosen.facts)
        if chosen.command:
            ours = command_seconds(f"accepted: {chosen.facts:,} facts", sys.executable, "-m", "converter", "validate", str(path))
            arelle = (sys.executable, "-m", "arelle.CntlrCmdLine", "-f", str(path), "--workOffline", "--validate", "--calc", "c11r")
            theirs = command_seconds("validated in", *arelle)
            print(f"ours: {ours:.2f} s, Arelle: {theirs:.2f} s, {theirs / ours:.1f} times faster")
            return
        print("ours:   seconds, load, check, MB, findings:", run(OURS, path, chosen.facts))
        if chosen.arelle:
            print("Arelle: seconds, MB, messages:             ", run(ARELLE, path, chosen.facts))


if __name__ == "__main__":
    main()
