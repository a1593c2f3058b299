"""How long a person waits for one small filing, in units of what nobody can do without.

    python benchmarks/startup.py [FILING]

Prints the wall time of ``filing2xbrl convert FILING`` (default: an example) as a multiple of ``python -c "import lxml.etree, jinja2,
jsonschema"``, at most 3, and that of ``--help`` as a multiple of ``python -c pass``, at most 5. Each is the best of several runs, taken
in turns, after one that is not counted. Exit code 1 where a bound is broken.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 15
EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "tern-island-release-2002.md"


def seconds(command: list[str]) -> float:
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begin


def main() -> int:
    filing = sys.argv[1] if len(sys.argv) > 1 else str(EXAMPLE)
    python = sys.executable
    script = str(Path(python).with_name("filing2xbrl"))
    with tempfile.TemporaryDirectory() as out:
        commands = {
            "python -c pass": [python, "-c", "pass"],
            "import lxml.etree, jinja2, jsonschema": [python, "-c", "import lxml.etree, jinja2, jsonschema"],
            "--help": [script, "--help"],
            "convert": [script, "convert", filing, "--out", out],
        }
        rounds = [{name: seconds(command) for name, command in commands.items()} for _ in range(ROUNDS + 1)][1:]
    best = {name: min(each[name] for each in rounds) for name in commands}
    for name, value in best.items():
        print(f"{value:7.3f} s  {name}")
    convert = best["convert"] / best["import lxml.etree, jinja2, jsonschema"]
    help_ = best["--help"] / best["python -c pass"]
    print(f"convert {convert:.2f} (at most 3), --help {help_:.2f} (at most 5)")
    return 0 if convert <= 3 and help_ <= 5 else 1


if __name__ == "__main__":
    sys.exit(main())
