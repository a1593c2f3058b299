"""The scripts that build tables and schemas are no package: they are found by their folder."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent / "scripts" / "taxonomy"))
