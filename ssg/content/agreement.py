"""What one file alone cannot know: companies that exist, addresses that are its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ssg.config import Config
from ssg.diagnostics import Diagnostic, Problems, nearest
from ssg.model import Posting
from ssg.source import locate, read_source


def check_together(postings: Sequence[Posting], root: Path, config: Config, problems: Problems) -> None:
    """Say of all postings what one file alone cannot know: companies that do not exist, addresses given twice."""
    addresses: dict[tuple[str, str], Posting] = {}
    for posting in sorted(postings, key=lambda p: (p.slug, p.path)):
        first = addresses.setdefault((posting.slug, posting.translation), posting)
        if first is not posting:
            problems.extend(_same_address(first, posting))
        if posting.company not in config.companies:
            problems.add(_unknown_company(posting, root, config))
    _check_aliases(postings, root, config, problems)


def _same_address(first: Posting, second: Posting) -> Iterator[Diagnostic]:
    for one, other in ((first, second), (second, first)):
        message = f"this posting and {other.path} have the same address /jobs/{one.slug}/"
        yield Diagnostic(one.path, "same-address", message, "Rename one of the two files")


def _unknown_company(posting: Posting, root: Path, config: Config) -> Diagnostic:
    known = list(config.companies)
    guess = nearest(posting.company, known) or nearest(posting.company, [c.name for c in config.companies.values()])
    guess = next((key for key, c in config.companies.items() if guess in (key, c.name)), None)
    message = f"`{posting.company}` in `company` is no key of `companies` in site.yaml"
    hint = f"Write `company: {guess}`" if guess else f"Known are {', '.join(known[:8])}"
    return located(posting, root, config, ("company",), "unknown-company", message, hint)


def _check_aliases(postings: Sequence[Posting], root: Path, config: Config, problems: Problems) -> None:
    slugs = {posting.slug: posting for posting in postings}
    taken: dict[str, Posting] = {}
    for posting in sorted(postings, key=lambda p: (p.slug, p.path)):
        for at, alias in enumerate(posting.aliases):
            owner = slugs.get(alias) or taken.setdefault(alias, posting)
            if owner.slug != posting.slug or alias == posting.slug:
                message, hint = _alias_taken(alias, posting, owner)
                problems.add(located(posting, root, config, ("aliases", at), "same-address", message, hint))


def _alias_taken(alias: str, posting: Posting, owner: Posting) -> tuple[str, str]:
    says = f"the old address `{alias}` is"
    if owner.slug == posting.slug:
        return f"{says} the address of this posting itself", "Take it out of `aliases`"
    if owner.slug == alias:
        return f"{says} the address of {owner.path}", "Take it out of `aliases`, or rename the other file"
    return f"{says} an old address of {owner.path} too", "Take it out of `aliases` in one of the two files"


def located(
    posting: Posting, root: Path, config: Config, where: tuple[str | int, ...], rule: str, message: str, hint: str
) -> Diagnostic:
    """A diagnostic at a field of a posting's file."""
    source, _ = read_source(root, posting.path, config.read_limits)
    if source is None:
        return Diagnostic(posting.path, rule, message, hint)
    line, column = locate(source.front, where, source.front_line)
    text = source.text.split("\n")[line - 1]
    return Diagnostic(posting.path, rule, message, hint, line, column, source=text[:500])
