"""`ssg notify`."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ssg.cli.options import examples
from ssg.diagnostics import UsageError

if TYPE_CHECKING:
    from ssg.config import Config
    from ssg.notify import Change, Request
    from ssg.notify.changes import Jobs

ACCOUNT = "SSG_GOOGLE_SERVICE_ACCOUNT"
"""Environment variable with the JSON key of the service account: the key never stands in a file of the site."""
NOTHING = b'{"home": "", "jobs": []}\n'


@click.command(
    name="notify",
    short_help="Tell search engines what changed.",
    epilog=examples("ssg notify --keep published.json", "ssg notify --since published.json --dry-run"),
)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="DIR", default=Path("_site"),
              show_default=True, help="Folder of the built site, relative to the root.")  # fmt: skip
@click.option(
    "--since",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A jobs.json to compare with, in place of the live one.",
)
@click.option(
    "--keep", type=click.Path(path_type=Path), metavar="FILE", help="Only save the live jobs.json to this file."
)
@click.option("--dry-run", is_flag=True, help="Print the requests, send none.")
@click.option("--indexnow", metavar="URL", help="Address of another engine that speaks IndexNow.")
@click.option("--google", hidden=True)
@click.pass_obj
def command(
    root: Path,
    output: Path,
    since: Path | None,
    keep: Path | None,
    dry_run: bool,
    indexnow: str | None,
    google: str | None,
) -> None:
    """Tell IndexNow and Google which postings appeared, changed or left since the site was last published.

    Compares jobs.json of the built site with the published one. Whatever a service answers is told, and fails nothing.
    """
    from ssg.config import load_config
    from ssg.diagnostics import Problems

    config = load_config(root, Problems())
    new = _built(root / output if not output.is_absolute() else output)
    if keep:
        _keep(new, keep)
        return
    try:
        changes = _changes(new, since)
    except UsageError as error:
        if since:
            raise
        click.echo(f"{error}: what changed is not known, and nobody is told")
        return
    _tell(config, new, changes, dry_run, indexnow, google)


def _built(folder: Path) -> Jobs:
    from ssg.notify import read_jobs

    path = folder / "jobs.json"
    try:
        return read_jobs(path.read_bytes(), str(path))
    except OSError:
        raise UsageError(f"there is no {path}: run `ssg build` first, or name its folder by `-o`") from None


def _live(new: Jobs) -> bytes:
    from ssg.notify import fetch

    return fetch(f"{new['home']}jobs.json") or NOTHING


def _keep(new: Jobs, keep: Path) -> None:
    """Save what is published before it is published over; when it cannot be had there is no file, and that is said."""
    from ssg.notify import read_jobs

    try:
        data = _live(new)
        read_jobs(data, f"{new['home']}jobs.json")
    except UsageError as error:
        click.echo(f"{error}: nothing is kept")
        return
    keep.parent.mkdir(parents=True, exist_ok=True)
    keep.write_bytes(data)
    click.echo(f"{new['home']}jobs.json -> {keep}")


def _changes(new: Jobs, since: Path | None) -> tuple[Change, ...]:
    from ssg.notify import compare, read_jobs

    if since is None:
        return compare(read_jobs(_live(new), f"{new['home']}jobs.json"), new)
    try:
        data = since.read_bytes()
    except OSError:
        raise UsageError(f"there is no file {since}") from None
    return compare(read_jobs(data, str(since)), new)


def _tell(
    config: Config, new: Jobs, changes: Sequence[Change], dry_run: bool, indexnow: str | None, google: str | None
) -> None:
    from ssg.notify import INDEXNOW, PUBLISH, as_text, indexnow_requests

    counts = Counter(change.what for change in changes)
    click.echo(", ".join(f"{counts[what]} {what}" for what in ("appeared", "changed", "left")))
    for change in changes if dry_run else ():
        click.echo(f"{change.what} {change.urls[0]}")
    if not changes:
        return
    if not config.notify.indexnow_key and not config.notify.google:
        click.echo("nobody is told: site.yaml has neither `notify: {indexnow_key: …}` nor `notify: {google: true}`")
    batches: list[Iterator[Request]] = []
    if key := config.notify.indexnow_key:
        batches.append(indexnow_requests(changes, new["home"], key, indexnow or INDEXNOW))
    if config.notify.google:
        batches.append(_google(changes, google or PUBLISH, dry_run))
    for batch in batches:
        if dry_run:
            for request in batch:
                click.echo(as_text(request))
        else:
            _send(list(batch))


def _send(requests: Sequence[Request]) -> None:
    from ssg.notify import send

    done = 0
    for outcome in send(requests):
        done += 1
        click.echo(str(outcome))
    if done < len(requests):
        click.echo(f"{requests[0].to}: {len(requests) - done} more not sent; the sitemap tells of them too")


def _google(changes: Sequence[Change], endpoint: str, dry_run: bool) -> Iterator[Request]:
    """The requests to Google: with a token when they are to be sent, none when there is no token to be had."""
    from ssg.notify import MOST, google_requests

    pages = sum(len(change.urls) for change in changes)
    if pages > MOST:
        click.echo(f"Google: {pages - MOST} of {pages} addresses are left to the sitemap: a day's quota is {MOST}")
    if dry_run:
        yield from google_requests(changes, "", endpoint)
    elif token := _token():
        yield from google_requests(changes, token, endpoint)


def _token() -> str:
    from ssg.notify import post, read_account, read_token, token_request

    text = os.environ.get(ACCOUNT, "")
    if not text:
        click.echo(f"Google: not told: the environment has no {ACCOUNT}")
        return ""
    try:
        request = token_request(read_account(text, ACCOUNT), int(time.time()))
    except UsageError as error:
        click.echo(f"Google: not told: {error}")
        return ""
    outcome, answer = post(request)
    token = read_token(answer)
    if not token:
        click.echo(str(outcome) if not outcome.accepted else "Google: not told: the answer held no token")
    return token
