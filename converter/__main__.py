"""``python -m converter`` is ``filing2xbrl``."""

from converter.cli.main import run

run()
