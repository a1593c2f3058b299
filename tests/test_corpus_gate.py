"""The corpus gate: on every eighth filing of each part and form, no score falls below the one pinned in ``corpus_floors.json``.

The floors stand a little below what was measured when they were pinned. ``python tests/test_corpus_gate.py`` measures anew and raises
them where the scores have risen; it never lowers one: do that by hand, and say why in the commit."""

from __future__ import annotations

import importlib.util
import json
import sys
import tempfile
from pathlib import Path
from types import ModuleType

import pytest

from converter import convert

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "corpus_floors.json"
PARTS = ("gold", "ex27", "fsds", "modern", "cover")
FORMS = ("text", "html", "html2000", "ocr")
SAMPLE = 8
MARGIN = 0.003
HIGH = (
    "recall",
    "precision",
    "precision_strict",
    "recall_signed",
    "precision_signed",
    "start_exact",
    "parenthetical_recall",
    "core_recall",
    "attainable_recall",
    "cover_right",
    "prose_recall",
)
"""Measures that must not fall; those in LOW must not rise."""
LOW = ("core_wrong_scale", "core_wrong_period", "cover_wrong", "entity_wrong")

pytestmark = pytest.mark.corpus


def scorer(corpus: Path) -> ModuleType:
    """The corpus' own scorer, whose folder is no package."""
    spec = importlib.util.spec_from_file_location("corpus_score", corpus / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def measured(corpus: Path, part: str, form: str, folder: Path) -> dict[str, float]:
    """The scores of the sample of one form of a part; empty where the part has no such form."""
    files = sorted((corpus / part / form).glob("*"))[::SAMPLE]
    for path in files:
        convert(path).write(folder, ("xbrl-json",), taxonomy=False)
    if not files:
        return {}
    scores = scorer(corpus).score_part(corpus / part, folder, only={path.stem for path in files})
    return {name: round(float(scores[name]), 4) for name in (*HIGH, *LOW) if name in scores}


def floors() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    return found


@pytest.mark.parametrize("name", sorted(floors()))
def test_no_score_goes_down(name: str, shared: Path, tmp_path: Path) -> None:
    part, _, form = name.partition("/")
    now = measured(shared / "corpus", part, form, tmp_path)
    worse = {
        measure: (now.get(measure), floor)
        for measure, floor in floors()[name].items()
        if (now.get(measure, 1.0) > floor if measure in LOW else now.get(measure, 0.0) < floor)
    }
    assert not worse, f"{name}: now, pinned: {worse}"


def pin(corpus: Path) -> dict[str, dict[str, float]]:
    """Every floor where it was or higher."""
    found = floors()
    for part in PARTS:
        for form in FORMS:
            with tempfile.TemporaryDirectory() as folder:
                now = measured(corpus, part, form, Path(folder))
            old = found.get(f"{part}/{form}", {})
            new = {
                name: min(old.get(name, 1.0), round(value + MARGIN, 4))
                if name in LOW
                else max(old.get(name, 0.0), round(max(value - MARGIN, 0.0), 4))
                for name, value in now.items()
            }
            if new:
                found[f"{part}/{form}"] = old | new
    return found


if __name__ == "__main__":
    pinned = pin(HERE.parent.parent / "shared" / "corpus")
    FLOORS.write_text(json.dumps(pinned, indent=1, sort_keys=True) + "\n", "utf-8")
