#!/usr/bin/env python3
"""Mutants of filings through the whole conversion: none may raise, none may take long.

    fuzz.py [--count 2000] [--seed 0] [--first 0] [--limit 10] [--most-bytes 60000] [FOLDER...]

The filings are the files of the folders (the examples without any). Mutant number N of a seed is always the same one; a failure is
told with its number, its filing and the traceback's last line. Exit 1 where a mutant raised or took longer than the limit.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from converter import convert

ROOT = Path(__file__).resolve().parent.parent
Mutation = Callable[[bytes, random.Random], bytes]


@dataclass(frozen=True, slots=True)
class Failure:
    """A mutant that raised (``error`` is the traceback) or was slow (``error`` empty)."""

    number: int
    filing: Path
    mutation: str
    seconds: float
    error: str = ""


class _Late(BaseException):
    """The time is up. No `Exception`: nothing on the way may catch it."""


def cut(data: bytes, chance: random.Random) -> bytes:
    """The filing ends, begins, or misses a piece in the middle."""
    one, other = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return chance.choice((data[:one], data[one:], data[:one] + data[other:]))


def shuffle_lines(data: bytes, chance: random.Random) -> bytes:
    """A run of lines in another order."""
    lines = data.splitlines(keepends=True)
    first = chance.randrange(len(lines) + 1)
    run = lines[first : first + chance.choice((4, 40, len(lines)))]
    chance.shuffle(run)
    return b"".join([*lines[:first], *run, *lines[first + len(run) :]])


def flip_bytes(data: bytes, chance: random.Random) -> bytes:
    """Up to 200 bytes become others."""
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 200) if changed else 0):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def swallow_tags(data: bytes, chance: random.Random) -> bytes:
    """Tags vanish, whole or by their ends."""
    pieces = data.split(b"<")
    kept = [pieces[0]]
    for piece in pieces[1:]:
        fate = chance.random()
        if fate < 0.05:
            kept.append(piece.partition(b">")[2])
        else:
            kept.append((b"<" if fate > 0.1 else b"") + piece)
    return b"".join(kept)


def double_header(data: bytes, chance: random.Random) -> bytes:
    """The first lines come again somewhere."""
    lines = data.splitlines(keepends=True)
    head = lines[: chance.randrange(1, 60)]
    place = chance.randrange(len(lines) + 1)
    return b"".join([*lines[:place], *head, *lines[place:]])


def repeat_piece(data: bytes, chance: random.Random) -> bytes:
    """A piece, perhaps a single character, many times over."""
    start = chance.randrange(len(data) + 1)
    piece = data[start : start + chance.choice((1, 1, 20, 400))]
    return data[:start] + piece * min(2000, 40_000 // max(1, len(piece))) + data[start:]


def change_digits(data: bytes, chance: random.Random) -> bytes:
    """One digit in thirty becomes another character of numbers."""
    signs = b"0123456789-.,()$%/"
    return bytes(chance.choice(signs) if 48 <= byte <= 57 and chance.random() < 0.03 else byte for byte in data)


MUTATIONS: tuple[Mutation, ...] = (cut, shuffle_lines, flip_bytes, swallow_tags, double_header, repeat_piece, change_digits)


def small_files(folders: Sequence[Path], most: int) -> list[Path]:
    """The files of the folders that are no larger than ``most`` bytes, sorted."""
    return sorted(path for folder in folders for path in folder.rglob("*") if path.is_file() and path.stat().st_size <= most)


def mutant(files: Sequence[Path], seed: int, number: int) -> tuple[Path, str, bytes]:
    """The filing, the names of the mutations and the bytes of mutant ``number``."""
    chance = random.Random(f"{seed}:{number}")
    path = files[chance.randrange(len(files))]
    data, names = path.read_bytes(), []
    for mutation in chance.choices(MUTATIONS, k=chance.choice((1, 1, 2))):
        data = mutation(data, chance)
        names.append(mutation.__name__)
    return path, "+".join(names), data


def run(files: Sequence[Path], count: int, seed: int = 0, first: int = 0, limit: float = 10.0) -> Iterator[Failure]:
    """Convert mutants ``first`` to ``first + count``; yields those that raised or took longer than ``limit`` seconds of work."""
    for number in range(first, first + count):
        path, names, data = mutant(files, seed, number)
        begin = time.process_time()
        error, stopped = _convert(data, path.name, limit)
        seconds = time.process_time() - begin
        if error or stopped or seconds >= limit:
            yield Failure(number, path, names, seconds, error)


def _convert(data: bytes, name: str, limit: float) -> tuple[str, bool]:
    """The traceback of a conversion that raised, else nothing; and whether it was stopped at the limit of work: a busy machine is no
    hang. The timer that stops it counts in ticks, and may be a little before the clock."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise _Late

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, limit)
    try:
        try:
            convert(data, name=name)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    except _Late:
        return "", True
    except Exception:
        return traceback.format_exc(), False
    finally:
        signal.signal(signal.SIGPROF, before)
    return "", False


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--limit", type=float, default=10.0)
    parser.add_argument("--most-bytes", type=int, default=60_000)
    args = parser.parse_args()
    files = small_files(args.folders or [ROOT / "examples"], args.most_bytes)
    begin = time.perf_counter()
    failures = []
    for failure in run(files, args.count, args.seed, args.first, args.limit):
        failures.append(failure)
        last = failure.error.strip().splitlines()[-3:] if failure.error else ["slow"]
        print(f"{failure.number} {failure.filing.name} {failure.mutation} {failure.seconds:.1f} s: {' | '.join(last)}", flush=True)
    raised = sum(1 for failure in failures if failure.error)
    seconds = time.perf_counter() - begin
    print(f"{args.count} mutants of {len(files)} filings: {raised} raised, {len(failures) - raised} slow, {seconds:.0f} s")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
