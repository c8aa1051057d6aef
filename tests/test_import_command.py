"""`ssg import`: files written and reported, nothing written over, updates that keep hand edits."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from ssg.cli import cli
from ssg.cli.outcome import exit_code
from ssg.diagnostics import UsageError
from ssg.importers.fetching import check_address, fetch

ADVERT = """\
Cook
Example
Lisbon, Portugal
Posted 2 November 2026
Full-time

About the job
We cook for people who sail.

What you bring
- 3+ years of experience in a kitchen

What we offer
- Lunch
- Boat trips

Apply: https://example.com/cook
"""


def run(root: Path, *arguments: str, stdin: str | bytes = "") -> Result:
    return CliRunner().invoke(
        cli, ["--root", str(root), "import", *arguments, "--today", "2026-11-20"], input=stdin, standalone_mode=False
    )


def write(folder: Path, text: str, name: str = "advert.txt") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.fixture
def site(make_site: Callable[..., Path]) -> Path:
    return make_site()


def posting(root: Path, slug: str = "cook") -> Path:
    return root / "content" / "postings" / f"{slug}.md"


def test_a_file_becomes_a_posting_that_passes_the_check(site: Path, tmp_path: Path) -> None:
    result = run(site, write(tmp_path, ADVERT))
    assert result.return_value == 0
    assert result.stdout == "content/postings/cook.md\n"
    assert "taken      title, date_posted, company, employment_type, locations" in " ".join(result.stderr.split("\n"))
    assert "not found  valid_through, department, workplace, salary" in result.stderr
    text = posting(site).read_text(encoding="utf-8")
    assert "experience: {years: 3}  # guessed from " in text
    checked = CliRunner().invoke(cli, ["--root", str(site), "check", "--today", "2026-11-20"], standalone_mode=False)
    assert checked.return_value == 0
    assert "error" not in checked.stdout


def test_a_dry_run_prints_the_file_and_writes_nothing(site: Path, tmp_path: Path) -> None:
    result = run(site, write(tmp_path, ADVERT), "--dry-run")
    assert result.return_value == 0
    assert result.stdout.startswith("---\ntitle: Cook\ndate_posted: 2026-11-02\n")
    assert not (site / "content").exists()


def test_standard_input_and_folders_are_sources(site: Path, tmp_path: Path) -> None:
    assert run(site, "-", stdin=ADVERT).return_value == 0
    folder = tmp_path / "adverts"
    folder.mkdir()
    write(folder, ADVERT.replace("Cook\n", "Baker\n").replace("/cook", "/baker"), "b.txt")
    write(folder, ADVERT.replace("Cook\n", "Waiter\n").replace("/cook", "/waiter"), "a.txt")
    write(folder, "\x00", "picture.png")
    assert run(site, str(folder)).stdout == "content/postings/waiter.md\ncontent/postings/baker.md\n"


def test_what_stands_there_is_never_written_over(site: Path, tmp_path: Path) -> None:
    source = write(tmp_path, ADVERT)
    run(site, source)
    before = posting(site).read_bytes()
    result = run(site, source)
    assert result.return_value == 1
    assert 'error: "Cook" stands there already: `--update` brings it up to date [import]' in result.stderr
    assert posting(site).read_bytes() == before


def test_two_postings_of_one_name_get_addresses_of_their_own(site: Path, tmp_path: Path) -> None:
    rows = "title,place,country,id\nCook,Porto,Portugal,1\nCook,Faro,Portugal,2\nCook,Faro,Portugal,3\n"
    rows = rows.replace(",id", ",reference")
    result = run(site, write(tmp_path, rows, "jobs.csv"))
    assert result.stdout.split() == [f"content/postings/{slug}.md" for slug in ("cook", "cook-faro", "cook-2")]


def test_an_update_changes_what_changed_and_keeps_hand_edits_comments_and_order(site: Path, tmp_path: Path) -> None:
    run(site, write(tmp_path, ADVERT))
    text = posting(site).read_text(encoding="utf-8")
    text = text.replace("title: Cook\n", "# ours\ntitle: Ship's Cook  # as the crew says\n")
    text = text.replace("employment_type: full-time\n", "employment_type: full-time  # agreed\nhours: 35 a week\n")
    posting(site).write_text(text, encoding="utf-8")
    newer = ADVERT.replace("Full-time", "Part-time").replace("Lisbon", "Porto").replace("- Boat trips\n", "")
    newer = newer.replace("- Lunch\n", "- Lunch\n- Dinner\n")
    result = run(site, write(tmp_path, newer), "--update")
    assert result.return_value == 0
    assert "  changed    employment_type, locations, benefits, body" in result.stderr
    expected = (
        text.replace("full-time  # agreed", "part-time  # agreed")
        .replace("city: Lisbon", "city: Porto")
        .replace("  - Boat trips\n", "  - Dinner\n")
        .replace("- Boat trips\n", "- Dinner\n")
    )
    assert _without_memory(posting(site)) == [line for line in expected.split("\n") if not line.startswith("# last")]


def test_a_value_that_both_sides_changed_is_kept_and_reported(site: Path, tmp_path: Path) -> None:
    run(site, write(tmp_path, ADVERT))
    text = posting(site).read_text(encoding="utf-8").replace("city: Lisbon", "city: Sintra").replace("sail.", "row.")
    posting(site).write_text(text, encoding="utf-8")
    result = run(site, write(tmp_path, ADVERT.replace("Lisbon", "Porto").replace("sail.", "swim.")), "--update")
    assert "kept       locations: the source has changed, and so has this file by hand, which was kept" in result.stderr
    assert "kept       body: the source has changed, and so has this file by hand, which was kept" in result.stderr
    assert _without_memory(posting(site)) == [line for line in text.split("\n") if not line.startswith("# last")]


def test_the_same_source_again_changes_no_byte_even_on_another_day(site: Path, tmp_path: Path) -> None:
    source = write(tmp_path, ADVERT.replace("2 November 2026", "3 days ago"))
    run(site, source)
    before = posting(site).read_bytes()
    result = CliRunner().invoke(
        cli, ["--root", str(site), "import", source, "--update", "--today", "2026-12-24"], standalone_mode=False
    )
    assert "content/postings/cook.md: unchanged" in result.stderr
    assert posting(site).read_bytes() == before


def test_a_day_without_its_year_stays_what_it_was_while_the_source_says_the_same(site: Path, tmp_path: Path) -> None:
    advert = ADVERT.replace("Full-time", "Full-time\nClosing date: 6 December")
    source = write(tmp_path, advert)
    run(site, source)
    before = posting(site).read_bytes()
    arguments = ["--root", str(site), "import", source, "--update", "--today", "2026-12-24"]
    CliRunner().invoke(cli, arguments, standalone_mode=False)
    assert posting(site).read_bytes() == before
    write(tmp_path, advert.replace("6 December", "9 December"))
    CliRunner().invoke(cli, arguments, standalone_mode=False)
    assert 'valid_through: 2027-12-09  # guessed from "9 December"' in posting(site).read_text(encoding="utf-8")


def test_jobs_of_one_name_stay_two_postings_and_each_is_brought_up_to_date(site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "adverts"
    folder.mkdir()
    plain = ADVERT.replace("\nApply: https://example.com/cook\n", "")
    write(folder, plain, "a.txt")
    write(folder, plain.replace("Lisbon", "Porto").replace("sail", "row").replace("- Lunch", "- Rice"), "b.txt")
    assert run(site, str(folder)).stdout.split() == ["content/postings/cook.md", "content/postings/cook-porto.md"]
    assert "2 unchanged" in run(site, str(folder), "--update").stderr
    write(folder, plain.replace("Lisbon", "Porto").replace("sail", "row").replace("- Lunch", "- Soup"), "b.txt")
    assert run(site, str(folder), "--update").stdout == "content/postings/cook-porto.md\n"
    assert "- Lunch" in posting(site).read_text(encoding="utf-8")


def test_the_same_advert_twice_in_one_import_is_written_once(site: Path, tmp_path: Path) -> None:
    source = write(tmp_path, ADVERT)
    result = run(site, source, source)
    assert result.stdout == "content/postings/cook.md\n"
    assert 'error: "Cook" came twice in this import [import]' in result.stderr


def test_a_file_that_no_import_wrote_is_not_changed(site: Path, tmp_path: Path) -> None:
    by_hand = "---\ntitle: Cook\ndate_posted: 2026-11-01\n---\n\nWe cook.\n"
    posting(site).parent.mkdir(parents=True)
    posting(site).write_text(by_hand, encoding="utf-8")
    result = run(site, write(tmp_path, ADVERT), "--update")
    assert "kept       body: the source says something else, and no import wrote this file" in result.stderr
    assert posting(site).read_text(encoding="utf-8") == by_hand


def test_a_moved_and_renamed_posting_is_found_by_its_number(site: Path, tmp_path: Path) -> None:
    row = {"shortcode": "K1", "title": "Cook", "published_on": "2026-11-02", "description": "<p>Cook.</p>"}
    source = write(tmp_path, json.dumps({"name": "Example", "jobs": [row]}), "jobs.json")
    run(site, source)
    moved = site / "content" / "postings" / "kitchen" / "head-cook.md"
    moved.parent.mkdir()
    posting(site).rename(moved)
    write(tmp_path, json.dumps({"name": "Example", "jobs": [row | {"description": "<p>Bake.</p>"}]}), "jobs.json")
    assert run(site, source, "--update").stdout == "content/postings/kitchen/head-cook.md\n"
    assert moved.read_text(encoding="utf-8").endswith("---\n\nBake.\n")


def test_a_refused_item_does_not_keep_the_others_out(site: Path, tmp_path: Path) -> None:
    result = run(site, write(tmp_path, "title,company\nCook,Example\n,Example\n", "jobs.csv"))
    assert result.return_value == 1
    assert result.stdout == "content/postings/cook.md\n"
    assert "item 2 names no title: no file was written" in result.stderr


def test_the_company_option_settles_whose_posting_it_is(site: Path, tmp_path: Path) -> None:
    source = write(tmp_path, ADVERT.replace("Example\n", "Nordwind GmbH\n"))
    result = run(site, source, "--company", "example")
    assert result.return_value == 0
    assert "company: example\n" in posting(site).read_text(encoding="utf-8")
    assert "status" not in posting(site).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere.txt"], "there is no file or folder nowhere.txt"),
        (["-", "--into", "../elsewhere"], "../elsewhere is not below the site's folder"),
        (["-", "--company", "acme"], "site.yaml has no company `acme`; it has example"),
        (["http://example.com/jobs"], "http://example.com/jobs is not an https address"),
        (["https://127.0.0.1/jobs"], "127.0.0.1 is an address of a private network, which an import does not ask"),
        (["https://[::1]/jobs"], "::1 is an address of a private network, which an import does not ask"),
        (["https://example.com:8443/jobs"], "https://example.com:8443/jobs names a port: only the usual one"),
        (["https://user:word@example.com/jobs"], "is not an https address"),
    ],
)
def test_what_cannot_be_asked_for_is_wrong_usage(
    site: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    code = exit_code(lambda: cli(["--root", str(site), "import", *arguments], standalone_mode=False))
    assert code == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("host", ["10.0.0.7", "192.168.1.1", "169.254.169.254", "fd00::1", "0.0.0.0", "100.64.0.1"])
def test_a_host_that_resolves_to_a_private_network_is_not_asked(host: str) -> None:
    with pytest.raises(UsageError, match="private network"):
        fetch("https://jobs.example/feed", resolve=lambda _: ["93.184.215.14", host])


def test_a_redirect_is_held_to_the_same_rule() -> None:
    from ssg.importers.fetching import _Redirects

    handler = _Redirects(lambda host: ["127.0.0.1"])
    request: Any = None
    with pytest.raises(UsageError, match="private network"):
        handler.redirect_request(request, None, 302, "Found", {}, "https://inside.example/")
    check_address("https://example.com/", lambda host: ["93.184.215.14"])


def _without_memory(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return [line for line in lines if not line.startswith("# last import: ")]


class Answers(BaseHTTPRequestHandler):
    """A job board on the machine's own address: a table, a way that leads to it, and one that leads nowhere."""

    def do_GET(self) -> None:
        where = {"/old": "/jobs.csv", "/round": "/round"}.get(self.path)
        self.send_response(302 if where else 200 if self.path == "/jobs.csv" else 404)
        if where:
            self.send_header("Location", where)
        self.end_headers()
        if self.path == "/jobs.csv":
            self.wfile.write(b"title,company\nCook,Example\n")

    def log_message(self, format: str, *arguments: Any) -> None:
        pass


@pytest.fixture
def board(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of such a board. Only for it the rule is lifted that an address is https and public."""
    monkeypatch.setattr("ssg.importers.fetching.check_address", lambda address, resolve: None)
    monkeypatch.setattr("ssg.importers.fetching.getproxies", dict)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("path", ["/jobs.csv", "/old"])
def test_an_address_is_asked_and_its_redirects_followed(site: Path, board: str, path: str) -> None:
    assert run(site, board + path).stdout == "content/postings/cook.md\n"


@pytest.mark.parametrize(("path", "why"), [("/none", "answered 404 Not Found"), ("/round", "answered 302")])
def test_an_answer_that_is_no_success_is_said_in_words(board: str, path: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        fetch(board + path)


def test_an_answer_that_is_too_large_is_not_read_to_its_end(board: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ssg.importers.fetching.LARGEST", 10)
    with pytest.raises(UsageError, match="is larger than 10 bytes"):
        fetch(board + "/jobs.csv")
