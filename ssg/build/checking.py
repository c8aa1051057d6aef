"""Everything that is wrong with a site, or might be better; nothing is written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from ssg.build import opening, steps
from ssg.build.feeding import lint_feeds
from ssg.build.options import BuildOptions
from ssg.build.pipeline import CACHE
from ssg.config import load_config
from ssg.content import load_content
from ssg.diagnostics import Diagnostic, Problems, Severity, SiteError
from ssg.lint import lint_site
from ssg.render.checking import check_templates
from ssg.site import Site
from ssg.source import read_bytes
from ssg.theme import load_theme


def check(root: Path, *, today: date, jobs: int = 1, only: tuple[str, ...] = ()) -> tuple[Diagnostic, ...]:
    """Every problem and every advice, sorted; `only` names the files and folders to tell of, all when it is empty.

    The whole content is read all the same: two files may be in each other's way.
    """
    problems = Problems()
    try:
        _check(root, today, jobs, problems)
    except SiteError as error:
        problems.extend(error.diagnostics)
    return tuple(d for d in problems if not only or _is_below(d.path, only) or _bars_all(d))


def check_postings(root: Path, only: frozenset[str], *, today: date) -> tuple[Diagnostic, ...]:
    """What `check` says of the posting files `only`, and the errors of site.yaml; the theme is neither read nor needed.

    For content that is not to be trusted any further: nothing of it is kept, and no template of it is parsed.
    """
    problems = Problems()
    options = BuildOptions(today=today, jobs=1, drafts=True, cache=False)
    try:
        config = load_config(root, problems)
        with opening.workers(options) as workers, opening.open_store(root / CACHE, config, options) as store:
            content = load_content(root, config, problems, store=store, workers=workers)
            problems.extend(lint_site(steps.assemble(content, options), content.source, static=_static(root)))
    except SiteError as error:
        problems.extend(error.diagnostics)
    return tuple(d for d in problems if d.path in only or (d.path == "site.yaml" and d.severity is Severity.ERROR))


def _static(root: Path) -> Callable[[str], bytes | None]:
    def read(name: str) -> bytes | None:
        return read_bytes(root, f"static/{name}")[0]

    return read


def _bars_all(diagnostic: Diagnostic) -> bool:
    """Whether nothing can be said of the content before this is mended."""
    return diagnostic.path == "site.yaml" and diagnostic.severity is Severity.ERROR


def _is_below(path: str, places: tuple[str, ...]) -> bool:
    return any(path == place or path.startswith(f"{place}/") for place in places)


def look_over(root: Path, *, today: date, jobs: int = 1) -> tuple[Site, tuple[Diagnostic, ...]]:
    """The site with its drafts, and what `check` says of it. Raises ConfigError where nothing can be said."""
    problems = Problems()
    site = _check(root, today, jobs, problems)
    return site, tuple(problems)


def _check(root: Path, today: date, jobs: int, problems: Problems) -> Site:
    options = BuildOptions(today=today, jobs=jobs, drafts=True, cache=(root / CACHE).is_dir())
    config = load_config(root, problems)
    theme = load_theme(root, config, problems)
    problems.extend(check_templates(theme, root))
    with opening.workers(options) as workers, opening.open_store(root / CACHE, config, options) as store:
        content = load_content(root, config, problems, store=store, workers=workers)
        site = steps.assemble(content, options)
        site_file = (root / "site.yaml").read_text("utf-8", "replace")
        static = steps.static_files(theme)
        problems.extend(lint_site(site, content.source, static=static, site_file=site_file, workers=workers))
        if not problems.count(Severity.ERROR):
            planned = steps.plan(site, theme, problems, steps.previews(root, config, theme, problems))
            problems.extend(lint_feeds(planned, site, content, theme))
        return site
