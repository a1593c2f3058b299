"""Compiles the templates that conversions need, so that a run does not: 15 ms of start-up.

    python scripts/build_templates.py [--check]

``templates/compiled/`` holds Jinja's own module for each template (`jinja2.Environment.compile_templates`) and ``sources.txt`` with the
hashes of what they were made from. With ``--check`` nothing is written, and stale modules give exit code 1.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sys

from converter.write.render import COMPILED, SOURCES, compiling_environment, runtime_templates


def sources() -> str:
    """A line for each template: SHA-256 and name."""
    loader = compiling_environment()
    texts = ((name, loader.loader.get_source(loader, name)[0]) for name in runtime_templates() if loader.loader)
    return "".join(f"{hashlib.sha256(text.encode()).hexdigest()}  {name}\n" for name, text in texts)


def stale() -> bool:
    listing = COMPILED / SOURCES
    return not listing.is_file() or listing.read_text("utf-8") != sources()


def write() -> None:
    shutil.rmtree(COMPILED, ignore_errors=True)
    COMPILED.mkdir()
    names = set(runtime_templates())
    compiling_environment().compile_templates(COMPILED, zip=None, filter_func=names.__contains__, ignore_errors=False)
    (COMPILED / SOURCES).write_text(sources(), "utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing, fail if something is stale")
    if not parser.parse_args().check:
        write()
        return 0
    if stale():
        print("stale: templates/compiled, run python scripts/build_templates.py")
    return int(stale())


if __name__ == "__main__":
    sys.exit(main())
