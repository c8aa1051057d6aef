"""`python -m bench.reading [COUNT | FOLDER]`: CPU milliseconds of a posting by the parts of reading it, one process.

With a number postings of the corpus are read, with a folder its Markdown files. The least of `RUNS` rounds counts, with
the garbage collector as seldom as in a build.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.corpus import posting, write_corpus
from ssg.config import load_config
from ssg.content import Store, load_content
from ssg.content.bodies import pack, unpack
from ssg.content.markdown import quick_parser, render_body, whole_parser
from ssg.content.reading import ReadTask, read_files
from ssg.diagnostics import Problems
from ssg.digests import digest_files
from ssg.garbage import seldom_collected
from ssg.model import FrontMatter
from ssg.parallel import Workers
from ssg.source import DEFAULT_LIMITS, parse_yaml, split_source, without_empty

RUNS = 5


def main() -> None:
    """Print a table of the parts, then of loading a whole site, cold and known."""
    wanted = sys.argv[1] if len(sys.argv) > 1 else "300"
    files = [posting(n).encode() for n in range(int(wanted))] if wanted.isdecimal() else list(_files(Path(wanted)))
    print("| part | ms a posting |\n| --- | ---: |")
    with seldom_collected():
        for name, seconds in parts(files):
            print(f"| {name} | {1000 * seconds / len(files):.3f} |", flush=True)
        for name, seconds in loading(len(files)):
            print(f"| {name} | {1000 * seconds / len(files):.3f} |", flush=True)


def _files(folder: Path) -> Iterator[bytes]:
    return (path.read_bytes() for path in sorted(folder.rglob("*.md")))


def parts(files: list[bytes]) -> Iterator[tuple[str, float]]:
    """CPU seconds of each part over all the files."""
    tasks = [ReadTask("x.md", data, False, DEFAULT_LIMITS) for data in files]
    sources = [source for data in files if (source := split_source("x.md", data)[0])]
    fields = [parse_yaml("x.md", source.front)[0] for source in sources]
    bodies = [render_body(source.body) for source in sources]
    packed = [pack(body) for body in bodies]
    yield "all of one file", least(lambda: read_files(tasks))
    yield "bytes to front matter and body", least(lambda: [split_source("x.md", data) for data in files])
    yield "YAML to fields", least(lambda: [parse_yaml("x.md", source.front) for source in sources])
    yield (
        "fields to the model",
        least(lambda: [FrontMatter.model_validate(without_empty(f, FrontMatter)) for f in fields]),
    )
    yield "Markdown to a body", least(lambda: [render_body(source.body) for source in sources])
    yield "… of it parsing", least(lambda: [quick_parser().parse(source.body, {}) for source in sources])
    yield "… parsing without the quick rules", least(lambda: [whole_parser().parse(s.body, {}) for s in sources])
    yield "body to bytes", least(lambda: [pack(body) for body in bodies])
    yield "bytes to body", least(lambda: [unpack(data) for data in packed])


def loading(count: int) -> Iterator[tuple[str, float]]:
    """CPU seconds of loading a site of `count` postings that are not known, and of the same site when all are."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_corpus(root, count)
        for name in ("load a site", "load a site that is known"):
            start = time.process_time()
            problems = Problems()
            config = load_config(root, problems)
            with Workers(1) as workers, Store(root / "store.sqlite", "") as store:
                seen = dict(digest_files(root, "content"))
                load_content(root, config, problems, store=store, workers=workers, seen=seen)
            yield name, time.process_time() - start


def least(work: Callable[[], object]) -> float:
    """CPU seconds of the quickest of `RUNS`."""
    found = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


if __name__ == "__main__":
    main()
