"""Conversions of many files: each on its own, one bad file never stops the others."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from converter.exit_codes import ExitCode
from converter.model import Correction, Finding

if TYPE_CHECKING:
    from concurrent.futures import Future

    from converter.pipeline import Conversion


class Job(Struct, frozen=True):
    """What is done with every input. ``options`` go to `converter.pipeline.convert` as they are, those in ``overrides`` before them
    for the inputs that it names. ``compared`` where the outcomes will be held against each other (`years`)."""

    directory: Path
    formats: tuple[str, ...]
    options: dict[str, Any] = field(default_factory=dict)
    overrides: dict[Path, dict[str, Any]] = field(default_factory=dict)
    compared: bool = False

    def options_of(self, path: Path) -> dict[str, Any]:
        return {**self.options, **self.overrides.get(path, {})}


class Outcome(Struct, frozen=True):
    """One input, done. ``code`` says how it ended; ``error`` says why in a sentence, ``trace`` holds a bug's traceback."""

    path: Path
    code: ExitCode = ExitCode.DONE
    error: str = ""
    trace: str = ""
    files: tuple[Path, ...] = ()
    statements: tuple[str, ...] = ()
    facts: int = 0
    unmapped: int = 0
    ignored: int = 0
    findings: tuple[Finding, ...] = ()
    seconds: float = 0.0
    corrected: frozenset[str] = frozenset()
    """File and line of the corrections that are for this filing's company."""
    said: tuple[tuple[str, bytes], ...] = ()
    """What its reports say of their rows (`converter.map.years`), each after its company's identifier, where that is asked for."""


def convert_many(files: Sequence[Path], job: Job, jobs: int = 1, data: bytes | None = None) -> Iterator[Outcome]:
    """The outcomes, in the order of the inputs. ``jobs`` processes; the common taxonomy is written first, whole or not at all.

    ``data`` is standard input's, for the file named ``stdin``. Raises `converter.write.WriteError` where the folder cannot be written."""
    from converter.write import write_taxonomy
    from converter.write.files import make_folder

    make_folder(job.directory)
    write_taxonomy(job.directory)
    yield from convert_each(files, job, jobs, data)


def convert_each(files: Sequence[Path], job: Job, jobs: int, data: bytes | None = None) -> Iterator[Outcome]:
    """The outcomes, into a folder that is there with its taxonomy."""
    if jobs < 2 or len(files) < 2:
        for path in files:
            yield convert_one(path, job, data)
        return
    yield from _in_processes(files, job, min(jobs, len(files)))


def _in_processes(files: Sequence[Path], job: Job, jobs: int) -> Iterator[Outcome]:
    """Where a process is ended from outside (out of memory), all that it and its neighbours had not finished is done again, each file
    in a process of its own, so that only the one that ends it again has failed."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    with ProcessPoolExecutor(jobs, initializer=_leave_interrupts_to_the_parent) as pool:
        try:
            with _interrupts_held():
                futures = [(path, pool.submit(convert_one, path, job)) for path in files]
            for path, future in futures:
                try:
                    yield future.result()
                except BrokenProcessPool:
                    yield _alone(path, job)
        finally:
            pool.shutdown(cancel_futures=True)  # who interrupts the run waits for the files at work, not for all


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C waits until the processes are there: what it raises within a fork is told and lost (the run would go on), and a process
    that it meets too early ends. Where signals cannot wait, processes are not forked."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _leave_interrupts_to_the_parent() -> None:
    """Ctrl-C reaches every process of a terminal; a worker that it tears out of its queue leaves the others waiting forever."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _alone(path: Path, job: Job) -> Outcome:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    with ProcessPoolExecutor(1, initializer=_leave_interrupts_to_the_parent) as pool:
        with _interrupts_held():
            future: Future[Outcome] = pool.submit(convert_one, path, job)
        try:
            return future.result()
        except BrokenProcessPool:
            return Outcome(path, ExitCode.BUG, "the process that converted it was ended from outside, perhaps for want of memory")


def convert_one(path: Path, job: Job, data: bytes | None = None) -> Outcome:
    """Convert one file and write its reports. A broad ``except`` (the command has the other
    one): what goes wrong with one file stays with it."""
    from converter.pipeline import convert
    from converter.write import WriteError

    begin = time.perf_counter()
    try:
        options = job.options_of(path)
        conversion = convert(data, name="stdin", **options) if data is not None else convert(path, **options)
        written = conversion.write(job.directory, job.formats, taxonomy=False) if conversion.readable else []
    except OSError as error:
        code = ExitCode.USAGE if isinstance(error, WriteError) else ExitCode.UNREADABLE
        return Outcome(path, code, f"{error.strerror}: {error.filename or path}" if error.strerror else str(error))
    except Exception as error:
        import traceback

        return Outcome(path, ExitCode.BUG, f"an internal error: {type(error).__name__}: {error}", traceback.format_exc())
    corrected = _corrected(conversion, options.get("corrections", ()))
    said = _said(conversion, options.get("corrections", ())) if job.compared else ()
    return _outcome(path, conversion, written, time.perf_counter() - begin, corrected, said)


def _said(conversion: Conversion, corrections: Sequence[Correction]) -> tuple[tuple[str, bytes], ...]:
    from converter.map.years.said import packed, said_by

    told = (said_by(report, corrections) for report in conversion.reports)
    return tuple((said.entity, packed(said)) for said in told if said is not None)


def _corrected(conversion: Conversion, corrections: Sequence[Correction]) -> frozenset[str]:
    if not corrections:
        return frozenset()
    from converter.map.corrections import concerns

    entities = [report.entity for report in conversion.reports]
    name = conversion.filing.input.name
    return frozenset(each.where for each in corrections if any(concerns(each, entity, name) for entity in entities))


def _outcome(
    path: Path,
    conversion: Conversion,
    written: Sequence[Path],
    seconds: float,
    corrected: frozenset[str],
    said: tuple[tuple[str, bytes], ...],
) -> Outcome:
    from converter.write.formats import REPORT_SUFFIXES

    reports = conversion.reports
    return Outcome(
        path,
        ExitCode.DONE if conversion.readable else ExitCode.UNREADABLE,
        "" if conversion.readable else "the input holds no text",
        "",
        tuple(file for file in written if file.suffix in REPORT_SUFFIXES),
        tuple(statement.kind for statement in conversion.statements),
        sum(len(report.facts) for report in reports),
        sum(len(report.unmapped) for report in reports),
        sum(len(report.ignored) for report in reports),
        conversion.findings,
        seconds,
        corrected,
        said,
    )
