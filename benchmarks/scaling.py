"""Whether the time and memory of a conversion grow with the length of the filing, and no faster.

    python benchmarks/scaling.py [FILING] [--times 8] [--most 1.5]

Converts the filing (default: an example) repeated 1, 2, 4 ... times within one document, each length in a process of its own, and prints
CPU milliseconds, those per MB, and the peak of resident memory. The shortest is first made long enough to be measured. Exit code 1 where
the longest costs more than ``--most`` times as much per MB as the shortest.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "harbor-10q-1998.txt"
LEAST_BYTES = 100_000
ROUNDS = 3
# `ru_maxrss` counts bytes on macOS, kilobytes elsewhere.
MAXRSS_PER_MB = 1e6 if sys.platform == "darwin" else 1e3


def repeated(data: bytes, times: int) -> bytes:
    """The text of the filing's first document over and over; its exhibits stay as they are."""
    lower = data.lower()
    begin = max(lower.find(b"<text>"), lower.find(b"<body"))
    if begin < 0:
        return data * times
    begin = data.index(b">", begin) + 1
    ends = [end for mark in (b"</text>", b"</body>") if (end := lower.find(mark, begin)) >= 0]
    end = min(ends, default=len(data))
    return data[:begin] + data[begin:end] * times + data[end:]


def measure(path: Path) -> dict[str, float]:
    """CPU seconds of one conversion, the best of several, and this process's peak of memory in MB."""
    from converter import convert

    best = float("inf")
    with tempfile.TemporaryDirectory() as out:
        convert(EXAMPLE).write(out, to=("xbrl-json",))
        for _ in range(ROUNDS):
            begin = time.process_time()
            convert(path).write(out, to=("xbrl-json",))
            best = min(best, time.process_time() - begin)
    return {"seconds": best, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MAXRSS_PER_MB}


def measured(path: Path) -> dict[str, float]:
    done = subprocess.run([sys.executable, __file__, "--measure", str(path)], check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("filing", type=Path, nargs="?", default=EXAMPLE)
    parser.add_argument("--times", type=int, default=8)
    parser.add_argument("--most", type=float, default=1.5)
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.measure:
        print(json.dumps(measure(args.measure)))
        return 0
    data = args.filing.read_bytes()
    shortest = -(-LEAST_BYTES // max(1, len(data)))
    costs = []
    with tempfile.TemporaryDirectory() as folder:
        for times in [1 << power for power in range(args.times.bit_length())]:
            path = Path(folder) / args.filing.name
            path.write_bytes(repeated(data, shortest * times))
            size, told = path.stat().st_size / 1e6, measured(path)
            spent = told["seconds"] * 1e3
            costs.append(spent / size)
            print(f"{times:3} x: {size:6.2f} MB, {spent:7.0f} ms, {costs[-1]:5.0f} ms/MB, {told['memory']:4.0f} MB of memory")
    print(f"the longest costs {costs[-1] / costs[0]:.2f} times as much per MB as the shortest (at most {args.most})")
    return int(costs[-1] > costs[0] * args.most)


if __name__ == "__main__":
    raise SystemExit(main())
