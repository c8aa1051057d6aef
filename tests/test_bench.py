"""What builds are measured with."""

from __future__ import annotations

from pathlib import Path

from bench.corpus import DAY, posting, write_corpus
from bench.reading import loading, parts
from tests.building import build_site


def test_the_corpus_is_a_site_without_a_mistake(tmp_path: Path) -> None:
    write_corpus(tmp_path / "site", 12)
    assert build_site(tmp_path / "site", today=DAY).summary["open"] == 12


def test_the_parts_of_reading_are_measured() -> None:
    names = [name for name, seconds in parts([posting(number).encode() for number in range(2)]) if seconds >= 0]
    assert names[0] == "all of one file"
    assert [name for name, _ in loading(3)] == ["load a site", "load a site that is known"]
