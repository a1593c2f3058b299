"""Fills the table of docs/scores.md from what score_all.py printed:  python scripts/write_scores.py SCORES.txt"""

from __future__ import annotations

import re
import sys
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "scores.md"
MEASURES = (
    *("recall", "precision", "precision_strict", "start_exact", "parenthetical_recall", "recall_signed", "precision_signed"),
    *("tag_recall", "tag_precision", "confident_right", "confident_share", "core_recall", "core_tagged", "attainable_recall"),
    *("cover_right", "cover_wrong", "prose_recall", "entity_wrong", "balanced"),
)
_LINE = re.compile(r"(?P<part>\S+/\S+) +(?P<files>\d+) files +(?P<missing>\d+) without report +[\d.]+ s +(?P<figures>.*)")


def table(printed: str) -> str:
    """One row a part and form, in the order of the output; a measure that a part does not have is an empty cell."""
    parts = [match for line in printed.splitlines() if (match := _LINE.match(line))]
    if not parts:
        raise ValueError("no line of score_all.py in the input")
    columns = [match["figures"].split() for match in parts]
    figures = [dict(zip(words[::2], words[1::2], strict=True)) for words in columns]
    head = "| measure | " + " | ".join(match["part"] for match in parts) + " |"
    rows = [head, "|---" * (len(parts) + 1) + "|"]
    rows.append("| files (without report) | " + " | ".join(f"{match['files']} ({match['missing']})" for match in parts) + " |")
    for measure in MEASURES:
        rows.append(f"| {measure} | " + " | ".join(each.get(measure, "") for each in figures) + " |")
    return "\n".join(rows)


def main(arguments: list[str]) -> None:
    start, end = "<!-- scores: filled by scripts/write_scores.py -->\n", "<!-- end of scores -->"
    before, _, rest = PAGE.read_text("utf-8").partition(start)
    _, _, after = rest.partition(end)
    if not after:
        raise ValueError(f"{PAGE} lacks its marks")
    printed = Path(arguments[0]).read_text("utf-8")
    PAGE.write_text(f"{before}{start}\n{table(printed)}\n\n{end}{after}", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
