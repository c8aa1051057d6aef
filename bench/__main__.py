"""`python -m bench [SIZE...]`: cold, nothing changed, one posting changed, one more and one less; time and memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

from bench.corpus import DAY, posting, write_corpus
from bench.memory import Watch

RUNS = 3
SIZES = (100, 1000)


def main() -> None:
    """Print a table: median seconds of whole processes, CPU seconds, and MB of all processes together at their peak."""
    sizes = [int(text) for text in sys.argv[1:]] or list(SIZES)
    print("| postings | what | seconds | CPU seconds | MB |\n| ---: | --- | ---: | ---: | ---: |")
    cold: dict[int, float] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "site"
            write_corpus(root, size)
            for name, figures in measure(root, size).items():
                wall, cpu, memory = (statistics.median(column) for column in zip(*figures, strict=True))
                print(f"| {size} | {name} | {wall:.2f} | {cpu:.2f} | {memory:.0f} |", flush=True)
                cold.setdefault(size, wall)
    for small, large in pairwise(cold):
        growth = cold[large] / cold[small]
        linear = growth * small / large
        print(f"\nCold, {large} postings cost {growth:.1f} times what {small} cost: {linear:.2f} of linear.")


def measure(root: Path, size: int) -> dict[str, list[tuple[float, float, float]]]:
    """Figures of `RUNS` rounds by what was done."""
    found: dict[str, list[tuple[float, float, float]]] = {}
    middle = root / f"content/postings/posting-{size // 2:06}.md"
    for number in range(RUNS):
        for name in ("_site", ".ssg"):
            subprocess.run(["rm", "-rf", str(root / name)], check=True)
        found.setdefault("cold", []).append(build(root))
        found.setdefault("nothing changed", []).append(build(root))
        middle.write_text(posting(size // 2) + f"\nOne more sentence {number}.\n", encoding="utf-8")
        found.setdefault("one changed", []).append(build(root))
        (root / f"content/postings/posting-{number:06}.md").unlink()
        (root / f"content/postings/new-{number}.md").write_text(posting(size + number), encoding="utf-8")
        found.setdefault("one more, one less", []).append(build(root))
    return found


def build(root: Path) -> tuple[float, float, float]:
    """Wall and CPU seconds of one build as a process, and the MB of it and its children at their peak."""
    command = [sys.executable, "-m", "ssg", "--root", str(root), "build", "--today", DAY.isoformat()]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    with Watch(process.pid) as watch:
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, watch.peak


if __name__ == "__main__":
    main()
