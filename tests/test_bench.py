"""What builds are measured with."""

from __future__ import annotations

from pathlib import Path

from bench.corpus import DAY, write_corpus
from tests.building import build_site


def test_the_corpus_is_a_site_without_a_mistake(tmp_path: Path) -> None:
    write_corpus(tmp_path / "site", 12)
    assert build_site(tmp_path / "site", today=DAY).summary["open"] == 12
