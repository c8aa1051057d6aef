"""What builds are measured with."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from bench.corpus import DAY, posting, write_corpus
from bench.memory import Watch, family
from bench.reading import loading, parts
from tests.building import build_site


def test_the_corpus_is_a_site_without_a_mistake(tmp_path: Path) -> None:
    write_corpus(tmp_path / "site", 12)
    assert build_site(tmp_path / "site", today=DAY).summary["open"] == 12


def test_the_parts_of_reading_are_measured() -> None:
    names = [name for name, seconds in parts([posting(number).encode() for number in range(2)]) if seconds >= 0]
    assert names[0] == "all of one file"
    assert [name for name, _ in loading(3)] == ["load a site", "load a site that is known"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems do not tell")
def test_memory_is_that_of_a_process_and_all_below_it() -> None:
    child = "import time; kept = bytearray(60_000_000); print(flush=True); time.sleep(60)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    with subprocess.Popen([sys.executable, "-c", parent], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with Watch(process.pid) as watch:
            while not watch.peak:
                time.sleep(0.01)
        for pid in reversed(list(family(process.pid))):
            subprocess.run(["kill", str(pid)], check=False)
    assert watch.peak > 60
