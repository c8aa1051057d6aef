"""`ssg build`."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from ssg.cli.executors import executor_at
from ssg.cli.options import Folder, cores, drafts_option, examples, jobs_option, site_today, strict_option, today_option

SLOW = 1.0
"""Seconds after which a terminal is told how far the build is."""


@click.command(
    name="build",
    short_help="Build the site.",
    epilog=examples(
        "ssg build",
        "ssg build --base-url https://careers.acme.example/ --output public",
        "ssg build --drafts --today 2027-01-31",
    ),
)
@click.option("-o", "--output", type=Folder(), metavar="DIR", default=Path("_site"), show_default=True,
              help="Folder to write to, relative to the root.")  # fmt: skip
@click.option("-u", "--base-url", metavar="URL", help="Address to publish at, in place of site.yaml's.")
@today_option
@drafts_option
@jobs_option
@click.option("--no-cache", is_flag=True, help="Forget what earlier builds found out.")
@click.option("--no-search", is_flag=True, help="Make no search index.")
@strict_option
@click.option("--timings", is_flag=True, help="Tell how long each step took.")
@click.option("--executor", metavar="ADDRESS", help="Work on a cluster: dask://HOST:PORT.")
@click.pass_obj
def command(
    root: Path,
    output: Path,
    base_url: str | None,
    today: date | None,
    drafts: bool,
    jobs: int | None,
    no_cache: bool,
    no_search: bool,
    strict: bool,
    timings: bool,
    executor: str | None,
) -> None:
    """Build the site into a folder. What did not change since the last build is left as it is."""
    from ssg.build import BuildOptions, build
    from ssg.cli.report import report

    start = time.perf_counter()
    folder = output if output.is_absolute() or output == Path("_site") else Path.cwd() / output
    built = build(
        root,
        BuildOptions(
            today=site_today(root, today),
            output=folder,
            base_url=base_url,
            drafts=drafts,
            jobs=jobs or cores(),
            cache=not no_cache,
            search=not no_search,
            strict=strict,
            environment=dict(os.environ),
            executor=executor_at(executor) if executor else None,
            progress=_progress(start),
        ),
    )
    report(built.diagnostics)
    if timings:
        for stage in built.stages:
            click.echo(
                f"{stage.name:10} {stage.seconds:7.2f} s" + (f"  {stage.done} of {stage.of}" if stage.of else ""),
                err=True,
            )
    done = "nothing to do" if built.unchanged else f"{len(built.written)} written, {len(built.removed)} removed"
    seconds = time.perf_counter() - start
    click.echo(f"{counted(built.summary)}: {done}, {seconds:.1f} s -> {_short(built.output)}")


def counted(summary: Mapping[str, int]) -> str:
    """`4 open postings, 1 closed`: postings by their life."""
    open_now = summary.get("open", 0) + summary.get("closing", 0)
    others = [f"{summary[life]} {life}" for life in ("draft", "scheduled", "closed", "gone") if summary.get(life)]
    return ", ".join([f"{open_now} open posting{'' if open_now == 1 else 's'}", *others])


def _short(folder: Path) -> str:
    here = Path.cwd()
    return str(folder.relative_to(here)) if folder.is_relative_to(here) else str(folder)


def _progress(start: float):  # type: ignore[no-untyped-def]
    """A line that is written over, on a terminal and past the first second; nothing elsewhere."""
    if not sys.stderr.isatty():
        return None
    last = [0.0]

    def show(stage: str, done: int, of: int) -> None:
        now = time.perf_counter()
        if now - start > SLOW and now - last[0] > 0.1:
            last[0] = now
            click.echo(f"\r\x1b[K{stage}: {done} of {of}", nl=False, err=True)
        if done >= of and last[0]:
            click.echo("\r\x1b[K", nl=False, err=True)

    return show
