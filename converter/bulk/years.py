"""One company's filings in one run: what they say of their rows is held against each other, and who stands alone is converted again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from converter.bulk.run import Job, Outcome, convert_each
from converter.model import Habit


def keep_habits(outcomes: Sequence[Outcome], job: Job, jobs: int = 1) -> list[Outcome]:
    """The outcomes, each in its place; those of filings whose rows have other concepts than the same rows of the company's other
    filings are made anew. Neither the order of the files nor ``jobs`` plays a part."""
    habits = _habits(outcomes) if job.compared else {}
    if not habits:
        return list(outcomes)
    more = {path: {**job.overrides.get(path, {}), "habits": mine} for path, mine in habits.items()}
    again = replace(job, overrides={**job.overrides, **more}, compared=False)
    done = {outcome.path: outcome for outcome in convert_each(list(habits), again, jobs)}
    return [replace(done[each.path], seconds=each.seconds + done[each.path].seconds) if each.path in done else each for each in outcomes]


def _habits(outcomes: Sequence[Outcome]) -> dict[Path, tuple[Habit, ...]]:
    """What the filings to convert again have to keep."""
    from converter.map.years import agree
    from converter.map.years.said import unpacked
    from converter.taxonomy import load_taxonomy

    found: dict[Path, tuple[Habit, ...]] = {}
    for company in _companies(outcomes):
        told = [(path, unpacked(said)) for path, said in company]
        files = {said.order: path for path, said in told}
        for said, habits in agree([said for _, said in told], load_taxonomy()):
            path = files[said.order]
            found[path] = (*found.get(path, ()), *habits)
    return found


def _companies(outcomes: Sequence[Outcome]) -> list[list[tuple[Path, bytes]]]:
    """Filings of one company, where there are several. What they say is unpacked company by company."""
    companies: dict[str, list[tuple[Path, bytes]]] = {}
    for outcome in outcomes:
        for entity, said in outcome.said:
            companies.setdefault(entity, []).append((outcome.path, said))
    return [company for company in companies.values() if len(company) > 1]
