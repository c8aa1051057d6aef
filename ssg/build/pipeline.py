"""The pipeline, and nothing else."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from ssg.build.inputs import digest_inputs
from ssg.build.options import BuildOptions, Built
from ssg.build.timings import Timings
from ssg.diagnostics import Problems
from ssg.output import Output

if TYPE_CHECKING:
    from ssg.site import Site

CACHE = ".ssg"
"""Folder below the root that holds what may be made again at any time."""


def build(root: Path, options: BuildOptions) -> Built:
    """Build the site at `root`, or find that it stands as it should.

    Raises SiteError with every problem found (ConfigError when site.yaml or the theme is wrong), UsageError when the
    output folder cannot be one, and BuildError when the disk or Pagefind fails. Nothing is written before the
    content is known to be right.
    """
    timings = Timings(options.progress)
    with Output(root, root / options.output, root / CACHE) as output:
        with timings.stage("compare"):
            inputs = digest_inputs(root, options)
            unchanged = options.cache and output.is_unchanged(inputs)
        if unchanged:
            return Built(output.folder, Counter(output.summary), (), (), (), timings.stages, unchanged=True)
        return _rebuild(root, options, output, inputs, timings)


def _rebuild(root: Path, options: BuildOptions, output: Output, inputs: str, timings: Timings) -> Built:
    from ssg.build import steps  # what follows imports much, and a build that changes nothing needs none of it

    problems = Problems()
    with steps.workers(options) as workers, steps.store(root, options) as store:
        with timings.stage("configure"):
            config = steps.load_config(root, problems, options.base_url)
            theme = steps.load_theme(root, config, problems)
        with timings.stage("read") as reading:
            content = steps.load_content(root, config, problems, store=store, workers=workers)
            reading.expect(len(content.postings))
        with timings.stage("assemble"):
            site = steps.assemble_site(content, options, steps.last_changes(root))
        with timings.stage("lint"):
            problems.extend(steps.lint(site, content, theme, options))
            problems.stop_on_error()
        with timings.stage("plan") as planning:
            planned = steps.plan(site, problems)
            stale = steps.stale(planned, theme, config, output)
            problems.stop_on_error()
            planning.expect(len(planned))
        with steps.search_index(root, options, output, config) as index:
            with timings.stage("index") as indexing:
                index.start(planned, theme, content, workers, indexing)
            with timings.stage("render") as rendering:
                output.begin(path for path, _ in stale)
                rendering.expect(len(planned))
                for path, key, data in steps.render(stale, theme, content, workers):
                    output.write(path, key, data)
                    rendering.tick(total=len(stale))
                steps.write_theme(theme, output)
            with timings.stage("finish"):
                index.finish()
                summary = _summary(site)
                output.finish(inputs, summary)
    return Built(
        output.folder, summary, tuple(output.written), tuple(output.removed), tuple(problems), timings.stages
    )


def _summary(site: Site) -> Counter[str]:
    return Counter(site.lives.values())
