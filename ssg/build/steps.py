"""The steps of a build, each one thing; the pipeline says in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import blake2b
from typing import TypeVar

from ssg.build.addresses import conflicts
from ssg.build.making import Making
from ssg.build.options import BuildOptions
from ssg.build.parts import Parts
from ssg.build.previews import CARD, card_key, previews, without_card
from ssg.build.relating import Remembering
from ssg.build.rendering import Renderer, phrase_book
from ssg.build.searching import FOLDER, SearchIndex
from ssg.build.timings import Counting
from ssg.config import Config
from ssg.content import Content
from ssg.diagnostics import Diagnostic, Problems, Severity, as_warnings_fail
from ssg.digests import digest
from ssg.history import last_changes
from ssg.lint import lint_site
from ssg.output import Output
from ssg.pages import Planned, Previews, plan_site
from ssg.parallel import Workers
from ssg.program import program_digest
from ssg.search import stop_words
from ssg.site import Relate, Relations, Site, assemble_site, relate
from ssg.theme import Theme

__all__ = ["FOLDER", "SearchIndex", "previews"]

OFTEN = 50
T = TypeVar("T")


def remembered(output: Output, options: BuildOptions, index: SearchIndex) -> Relate:
    """How relations are found: as the last build did, where they are the same. Meanwhile the index is looked after."""
    along = partial(tending, index)
    if not options.cache:
        return partial(relate, along=along)
    return Remembering(output.notes("relations"), program_digest(), along)


def assemble(content: Content, options: BuildOptions, relate: Relate = relate) -> Site:
    """The site of the day."""
    return assemble_site(
        content.config,
        content.postings,
        content.prose,
        today=options.today,
        drafts=options.drafts,
        changes=last_changes(content.root),
        relate=relate,
    )


def find_relations(site: Site) -> Relations:
    """What postings have in common, while Pagefind is at work."""
    return site.relations


def lint(site: Site, content: Content, theme: Theme, options: BuildOptions) -> Iterator[Diagnostic]:
    """What the rules say: those whose word is final, or with `--strict` all that can make a build fail."""
    site_file = (content.root / "site.yaml").read_text("utf-8", "replace")
    wanted = [Severity.ERROR, Severity.WARNING] if options.strict else [Severity.ERROR]
    for severity in wanted:
        found = lint_site(site, content.source, static=static_files(theme), site_file=site_file, only=severity)
        yield from as_warnings_fail(found) if options.strict else found


def static_files(theme: Theme) -> Callable[[str], bytes | None]:
    """The bytes of a file of the `static/` folders by its name; None when there is none."""

    def read(name: str) -> bytes | None:
        path = theme.static.get(name)
        return path.read_bytes() if path else None

    return read


def renderer(theme: Theme, config: Config) -> Renderer:
    """What makes files: the theme, and what the settings say of texts."""
    silent = stop_words(config.languages) if config.search.stop_words else frozenset[str]()
    return Renderer(theme, config.sections, config.protect_mail, silent)


def plan(
    site: Site,
    theme: Theme,
    problems: Problems,
    looks: Previews,
    index: SearchIndex | None = None,
    *,
    search: bool = True,
) -> list[Planned]:
    """Every file of the site; two that want one place are a problem of the content."""
    planned = list(tending(index, plan_site(site, phrase_book(theme), looks, search=search)))
    problems.extend(without_card(site, looks, phrase_book(theme)))
    problems.extend(conflicts(planned, site, theme))
    return planned


def making(planned: Sequence[Planned], renderer: Renderer, output: Output, options: BuildOptions) -> Making:
    """What does not stand in the output as it would be made now; see `Making` for when it has to be asked."""
    salt = _salt(renderer)
    keyed = ((one, card_key(one) if one.kind == CARD else f"{salt}{one.key}") for one in planned)
    stale = [(one, key) for one, key in keyed if not output.is_current(one.path, key)]
    parts = Parts(output.notes("parts"), output, salt)
    return Making(stale, renderer, parts.load() if options.cache else parts)


def tending(index: SearchIndex | None, many: Iterable[T]) -> Iterator[T]:
    """The same things, with a look at the index now and then: Pagefind's processes share the time that they take."""
    for number, one in enumerate(many):
        if index and not number % OFTEN:
            index.tend()
        yield one


def write(
    making: Making,
    theme: Theme,
    content: Content,
    workers: Workers,
    output: Output,
    index: SearchIndex,
    counting: Counting,
) -> None:
    """Make what is stale, and write it with the theme's files that changed."""
    output.begin(making.paths, _theme_paths(theme))
    counting.expect(len(making.paths))
    for path, key, data in tending(index, making.files(content, workers, output.aside(), partial(tending, index))):
        output.write(path, key, data)
        counting.tick()
    for path, key, data in _theme_files(theme):
        if not output.is_current(path, key):
            output.write(path, key, data)


def _salt(renderer: Renderer) -> str:
    """What every file depends on besides its context."""
    return digest(program_digest(), renderer.salt)


def _theme_paths(theme: Theme) -> Iterator[str]:
    """Where the theme's assets and static files go."""
    yield from theme.assets.values()
    yield from theme.static


def _theme_files(theme: Theme) -> Iterator[tuple[str, str, bytes]]:
    """Path, fingerprint and bytes of the theme's assets and static files."""
    for path, data in theme.files():
        yield path, blake2b(data, digest_size=12).hexdigest(), data


def summary(site: Site, planned: Sequence[Planned]) -> dict[str, int]:
    """Postings by their life, and how many files the site has."""
    return {**dict(sorted(Counter(site.lives.values()).items())), "files": len(planned)}
