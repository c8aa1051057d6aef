"""The pipeline, and nothing else."""

from __future__ import annotations

from pathlib import Path

from ssg.build.inputs import Inputs, digest_inputs
from ssg.build.options import BuildOptions, Built
from ssg.build.timings import Timings
from ssg.diagnostics import Problems
from ssg.garbage import keep_for_good, seldom_collected
from ssg.output import Output

CACHE = ".ssg"
"""Folder below the root that holds what may be made again at any time."""
MANY = 10_000
"""Files of a site whose sources take about as long to read as the first steps of a build to import."""


def build(root: Path, options: BuildOptions) -> Built:
    """Build the site at `root`, or find that it stands as it should.

    Raises SiteError with every problem found (ConfigError when site.yaml or the theme is wrong), UsageError when the
    output folder cannot be one, and BuildError when the disk or Pagefind fails. Nothing is written before the
    content is known to be right.
    """
    timings = Timings(options.progress)
    with Output(root, root / options.output, root / CACHE) as output:
        with timings.stage("compare"):
            is_large = output.count > MANY and options.jobs > 1
            if is_large:
                output.look_ahead()
            inputs = digest_inputs(root, options, _import_opening if is_large else None)
            unchanged = options.cache and output.is_unchanged(inputs.digest) and _is_indexed(output.folder, options)
        if unchanged:
            return Built(output.folder, output.summary, (), (), (), timings.stages, unchanged=True)
        with seldom_collected():
            return _rebuild(root, options, output, inputs, timings)


def _import_opening() -> None:
    """What a build of many files may well do with the time in which they are read: mostly one of them changed."""
    from ssg.build import opening  # noqa: F401


def _is_indexed(folder: Path, options: BuildOptions) -> bool:
    if not options.search or options.index_later:
        return True
    from ssg.search import index_stands

    return index_stands(folder / "pagefind")


def _rebuild(root: Path, options: BuildOptions, output: Output, inputs: Inputs, timings: Timings) -> Built:
    from ssg.build import opening  # this and `steps` import much, which a build that changes nothing does not need

    problems = Problems()
    with timings.stage("configure"):
        config = opening.load_config(root, problems, options.base_url)
    with (
        opening.workers(options) as workers,
        opening.open_store(root / CACHE, config, options) as store,
    ):
        theming = opening.Theming(root, config, problems, workers)
        with timings.stage("read") as counting:
            content = opening.load_content(
                root, config, problems, store=store, workers=workers, seen=inputs.seen, meanwhile=theming.get_ready
            )
            counting.count(content.read, len(content.postings))
        from ssg.build import steps

        theme = theming.theme
        with steps.SearchIndex(root / CACHE / "search", options, output.folder, config) as index:
            with timings.stage("assemble"):
                site = steps.assemble(content, options, steps.remembered(output, options, index))
                keep_for_good()
            with timings.stage("lint"):
                problems.extend(steps.lint(site, content, theme, options))
                problems.stop_on_error()
            renderer = steps.renderer(theme, config)
            with timings.stage("index") as counting:
                looks = steps.previews(root, config, theme, problems)
                index.start(site, looks, renderer, content, workers, counting)
            with timings.stage("relate"):
                steps.find_relations(site)
            with timings.stage("plan"):
                planned = steps.plan(site, theme, problems, looks, index, search=options.search)
                problems.stop_on_error()
                making = steps.making(planned, renderer, output, options)
            with timings.stage("render") as counting:
                steps.write(making, theme, content, workers, output, index, counting)
            with timings.stage("finish"):
                index.finish()
                output.keep_tree(steps.FOLDER)
                output.finish(inputs.digest, steps.summary(site, planned))
    written, removed = tuple(output.written), tuple(output.removed)
    return Built(output.folder, output.summary, written, removed, tuple(problems), timings.stages)
