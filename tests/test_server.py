"""The development server, over real sockets: what it answers, what it rebuilds, when it reloads."""

from __future__ import annotations

import asyncio
import http.client
import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import watchfiles
from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from ssg.diagnostics import Diagnostic, SiteError, UsageError
from ssg.server import Failed, Rebuilt, Server, looking
from ssg.server.looking import Looks
from ssg.server.markup import relax_policy, with_reload
from ssg.server.watching import is_read_by_a_build
from tests.browser import wait_until

if TYPE_CHECKING:
    from playwright.sync_api import Page

HOME = "<!doctype html><html><head><title>Jobs</title>{1}</head><body><h1>Home {0}</h1></body></html>"
SOON = 10.0


class Site:
    """A folder with content and a build that copies each of its texts into a page."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.output = root / "_site"
        self.base_path = "/careers/"
        self.outcomes: list[Rebuilt | Failed] = []
        self.release = threading.Event()
        self.release.set()
        self.begun = 0
        self.head = ""
        self.error: Exception | None = None
        self.afterwards: Callable[[], object] | None = None
        self.output.mkdir(parents=True)
        self.write("content/postings/a.md", "one")
        self.write("_site/404.html", "<html><head></head><body>Not here</body></html>")
        self.write("_site/site.css", "h1 { color: teal }")
        self.write("_site/jobs/a/index.html", HOME.format("A", ""))

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def rebuild(self) -> Rebuilt:
        self.begun += 1
        while not self.release.is_set():  # busy, as a build is
            sum(range(1000))
        if self.error:
            raise self.error
        words = [path.read_text() for path in sorted(self.root.glob("content/**/*.md"))]
        self.write("_site/index.html", HOME.format(" ".join(words), self.head))
        return Rebuilt(self.base_path, "built", self.afterwards)

    def wait(self, count: int) -> None:
        """Until so many builds are done."""
        eventually(lambda: len(self.outcomes) >= count)


def eventually(holds: Callable[[], object]) -> None:
    end = time.monotonic() + SOON
    while not holds():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.005)


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: str


@dataclass
class Client:
    port: int

    def get(self, path: str, method: str = "GET", accept: str = "text/html") -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SOON)
        try:
            connection.request(method, path, headers={"Accept": accept})
            answer = connection.getresponse()
            headers = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, headers, answer.read().decode())
        finally:
            connection.close()

    async def browser(self, cookie: str = "") -> WebSocketClientConnection:
        """A page that is open in a browser: it has shaken hands as livereload.js does."""
        headers = {"Cookie": cookie} if cookie else {}
        socket = await websocket_connect(HTTPRequest(f"ws://127.0.0.1:{self.port}/livereload", headers=headers))
        await socket.write_message(json.dumps({"command": "hello", "protocols": []}))
        assert json.loads(str(await socket.read_message()))["command"] == "hello"
        await socket.write_message(json.dumps({"command": "info", "plugins": {}, "url": "http://127.0.0.1/"}))
        return socket


async def command(browser: WebSocketClientConnection) -> str:
    message = await asyncio.wait_for(browser.read_message(), SOON)
    return str(json.loads(str(message))["command"])


async def leave(browser: WebSocketClientConnection) -> None:
    """Close the page, and wait until its connection is gone."""
    browser.close()
    while await asyncio.wait_for(browser.read_message(), SOON) is not None:
        pass


@contextmanager
def running(site: Site) -> Iterator[Client]:
    """The server at work, after the first build; afterwards its threads are gone."""
    server = Server(site.root, site.output, site.rebuild, port=0, told=site.outcomes.append)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        if site.release.is_set():
            site.wait(1)
        yield Client(int(server.address.split(":")[2].split("/")[0]))
    finally:
        site.release.set()
        server.stop()
        thread.join(SOON)
        assert not thread.is_alive()


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


@pytest.fixture
def client(site: Site) -> Iterator[Client]:
    with running(site) as client:
        yield client


# What it answers


def test_the_site_is_served_under_the_path_of_its_base_url_and_the_root_leads_there(client: Client) -> None:
    assert client.get("/").headers["location"] == "/careers/"
    assert client.get("/careers").headers["location"] == "/careers/"
    assert client.get("/careers/").status == 200
    assert "<h1>Home one</h1>" in client.get("/careers/").body


def test_a_folder_without_its_slash_leads_to_the_one_with_it(client: Client) -> None:
    answer = client.get("/careers/jobs/a?q=go")
    assert (answer.status, answer.headers["location"]) == (302, "/careers/jobs/a/?q=go")


def test_no_address_leads_to_another_host(site: Site) -> None:
    site.base_path = "/"
    with running(site) as client:
        assert client.get("//jobs/a").headers["location"] == "/jobs/a/"


def test_an_address_that_leaves_out_the_base_path_is_told_where_the_site_is(client: Client) -> None:
    answer = client.get("/jobs/a/")
    assert answer.status == 404
    assert 'The site is at <a href="/careers/">/careers/</a>' in answer.body


def test_what_is_not_there_is_answered_with_the_sites_own_page_and_status_404(client: Client) -> None:
    answer = client.get("/careers/jobs/nothing/here/")
    assert answer.status == 404
    assert "Not here" in answer.body
    assert "/livereload.js" in answer.body


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("site.css", "text/css; charset=utf-8"),
        ("feed.xml", "application/xml"),
        ("a.md", "text/markdown; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.unknown-kind", "application/octet-stream"),
    ],
)
def test_files_have_their_type_and_are_never_cached(name: str, expected: str, site: Site, client: Client) -> None:
    site.write(f"_site/{name}", "x")
    answer = client.get(f"/careers/{name}")
    assert (answer.status, answer.headers["content-type"], answer.body) == (200, expected, "x")
    assert answer.headers["cache-control"] == "no-store"
    assert not {"etag", "last-modified"} & set(answer.headers)


def test_head_is_answered_without_a_body_and_other_methods_are_refused(client: Client) -> None:
    answer = client.get("/careers/", "HEAD")
    assert (answer.status, answer.body) == (200, "")
    assert int(answer.headers["content-length"]) == len(client.get("/careers/").body)
    assert client.get("/careers/", "POST").status in (403, 405)


@pytest.mark.parametrize(
    "path",
    [
        "/careers/../secret.txt",
        "/careers/%2e%2e/secret.txt",
        "/careers/..%2fsecret.txt",
        "/careers/..%5csecret.txt",
        "/careers/jobs/../../secret.txt",
        "/careers//etc/passwd",
        "/careers/%2fetc/passwd",
        "/careers/link/secret.txt",
        "/careers/linked.html",
        "/careers/a%00.html",
        "/careers/" + "x" * 5000,
        "/../secret.txt",
    ],
)
def test_nothing_outside_the_output_is_served(path: str, site: Site, client: Client) -> None:
    site.write("secret.txt", "root:secret")
    (site.output / "link").symlink_to(site.root)
    (site.output / "linked.html").symlink_to(site.root / "secret.txt")
    answer = client.get(path)
    assert answer.status in (400, 404)
    assert "root:" not in answer.body


def test_pages_get_the_reload_script_and_files_stay_as_they_are(site: Site, client: Client) -> None:
    before = (site.output / "index.html").read_bytes()
    body = client.get("/careers/").body
    assert f'<script src="/livereload.js?port={client.port}" defer></script></head>' in body
    assert (site.output / "index.html").read_bytes() == before
    assert client.get("/livereload.js").headers["content-type"] == "application/javascript"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<html><HEAD></HEAD><body>", '<html><HEAD><script src="/s.js" defer></script></HEAD><body>'),
        ("<p>only</body>", '<p>only<script src="/s.js" defer></script></body>'),
        ("<p>only", '<p>only<script src="/s.js" defer></script>'),
    ],
)
def test_a_page_without_a_head_gets_the_script_too(page: str, expected: str) -> None:
    assert with_reload(page.encode(), "/s.js").decode() == expected


@pytest.mark.parametrize(
    ("policy", "relaxed"),
    [
        ("default-src 'self'", "default-src 'self'; script-src 'self'; connect-src 'self' ws: wss:"),
        (
            "default-src 'none'; style-src 'self'; script-src 'none'",
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self' ws: wss:",
        ),
        (
            "connect-src https://x.example; upgrade-insecure-requests; img-src data:",
            "connect-src https://x.example 'self' ws: wss:; img-src data:",
        ),
        ("script-src-elem 'sha256-x'", "script-src-elem 'sha256-x' 'self'"),
        ("", ""),
    ],
)
def test_a_content_security_policy_lets_the_reload_through_and_nothing_else(policy: str, relaxed: str) -> None:
    assert relax_policy(policy) == relaxed


def test_the_policy_in_a_page_is_relaxed_in_its_meta_element_alone() -> None:
    page = (
        b"""<head><meta content='default-src &#39;self&#39;' http-equiv="Content-Security-Policy"></head>content="x" """
    )
    assert with_reload(page, "/s.js").decode() == (
        '<head><meta content="default-src &#x27;self&#x27;; script-src &#x27;self&#x27;; '
        'connect-src &#x27;self&#x27; ws: wss:" http-equiv="Content-Security-Policy">'
        '<script src="/s.js" defer></script></head>content="x" '
    )


# Problems


def test_a_failed_build_shows_every_problem_and_leaves_the_last_good_files(site: Site, client: Client) -> None:
    found = Diagnostic(
        path="content/postings/a.md",
        rule="front-matter",
        message="`<b>remot</b>` is no workplace",
        hint="Did you mean `remote`?",
        line=7,
        column=12,
        source="workplace: <b>remot</b>",
    )
    site.error = SiteError((found, Diagnostic("site.yaml", "config", "has no title")))
    site.write("content/postings/a.md", "two")
    site.wait(2)
    answer = client.get("/careers/jobs/a/")
    assert answer.status == 500
    for expected in (
        "2 problems keep the site from being built",
        "content/postings/a.md:7:12",
        "`&lt;b&gt;remot&lt;/b&gt;` is no workplace",
        "Did you mean `remote`?",
        "7 | workplace: &lt;b&gt;remot&lt;/b&gt;\n  |            <b class=mark>^</b>",
        "<code>site.yaml</code>",
        "/livereload.js",
    ):
        assert expected in answer.body
    assert client.get("/careers/site.css").body == "h1 { color: teal }"
    assert client.get("/careers/gone.png", accept="image/*").status == 404
    site.error = None
    site.write("content/postings/a.md", "mended")
    site.wait(3)
    assert "<h1>Home mended</h1>" in client.get("/careers/").body


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (UsageError("Pagefind is <not> installed"), "<pre>Pagefind is &lt;not&gt; installed</pre>"),
        (ZeroDivisionError("a bug"), "ZeroDivisionError: a bug"),
    ],
    ids=["ours", "bug"],
)
def test_whatever_else_goes_wrong_is_shown_and_the_server_lives_on(
    error: Exception, expected: str, site: Site, client: Client
) -> None:
    site.error = error
    site.write("content/postings/a.md", "two")
    site.wait(2)
    assert expected in client.get("/careers/").body
    site.error = None
    site.write("content/postings/a.md", "three")
    site.wait(3)
    assert client.get("/careers/").status == 200


def test_until_the_first_build_is_done_a_page_says_so(site: Site) -> None:
    site.release.clear()
    with running(site) as client:
        answer = client.get("/careers/")
        assert (answer.status, "The site is being built" in answer.body) == (503, True)
        site.release.set()
        site.wait(1)
        assert client.get("/careers/").status == 200


# Reloading


def test_a_save_reloads_the_browser_with_the_new_page(site: Site, client: Client) -> None:
    async def save(text: str) -> str:
        browser = await client.browser()
        site.write("content/postings/a.md", text)
        told = await command(browser)
        await leave(browser)
        return told

    for text in ("two", "three", "four", "five"):
        assert asyncio.run(save(text)) == "reload"
        assert f"<h1>Home {text}</h1>" in client.get("/careers/").body


def test_a_page_that_a_build_overtook_while_it_loaded_is_reloaded(site: Site, client: Client) -> None:
    cookie = client.get("/careers/").headers["set-cookie"].split(";")[0]
    site.write("content/postings/a.md", "two")
    site.wait(2)

    async def late() -> str:
        browser = await client.browser(cookie)
        told = await command(browser)
        await leave(browser)
        return told

    assert asyncio.run(late()) == "reload"


def test_a_page_of_another_origin_cannot_listen(client: Client) -> None:
    async def listen() -> None:
        url = f"ws://127.0.0.1:{client.port}/livereload"
        with pytest.raises(Exception, match="403"):
            await websocket_connect(HTTPRequest(url, headers={"Origin": "https://evil.example"}))

    asyncio.run(listen())


def test_folders_that_appear_later_are_watched(site: Site, client: Client) -> None:
    site.write("themes/own/theme.yaml", "extends: base")
    site.wait(2)
    eventually(lambda: "Home one" in client.get("/careers/").body)
    time.sleep(0.3)  # the watch is laid anew
    count = len(site.outcomes)
    site.write("themes/own/theme.yaml", "extends: other")
    site.wait(count + 1)


def test_a_folder_that_goes_and_comes_back_is_watched(site: Site, client: Client) -> None:
    (site.root / "content").rename(site.root / "away")
    site.wait(2)
    (site.root / "away").rename(site.root / "content")
    eventually(lambda: "Home one" in client.get("/careers/").body)
    site.write("content/postings/a.md", "again")
    eventually(lambda: "Home again" in client.get("/careers/").body)


def test_where_the_system_watches_no_more_folders_they_are_looked_at(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = watchfiles.watch

    def watch(*folders: Path, **options: Any) -> Any:
        if not options["force_polling"]:
            raise OSError("OS file watch limit reached")
        return real(*folders, **options, poll_delay_ms=20)

    monkeypatch.setattr(watchfiles, "watch", watch)
    with running(site) as client:
        time.sleep(1.1)  # times are compared by the second
        site.write("content/postings/a.md", "seen")
        eventually(lambda: "Home seen" in client.get("/careers/").body)


def test_what_the_system_does_not_tell_is_found_by_looking(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def watch(*folders: Path, stop_event: threading.Event, **options: Any) -> Iterator[set[Any]]:
        while not stop_event.wait(0.01):
            yield set()

    monkeypatch.setattr(watchfiles, "watch", watch)
    monkeypatch.setattr(looking, "SELDOM", 0.05)
    with running(site) as client:
        site.wait(1)
        for text in ("two", "six"):  # of one size
            site.write("content/postings/a.md", text)
            eventually(lambda text=text: f"Home {text}" in client.get("/careers/").body)  # type: ignore[misc]
        site.write("content/pages/new/b.md", "more")
        eventually(lambda: "Home more six" in client.get("/careers/").body)
        (site.root / "content/postings/a.md").unlink()
        eventually(lambda: "Home more<" in client.get("/careers/").body)
        count = len(site.outcomes)
        site.write("content/postings/.a.md.swp", "x")
        time.sleep(0.3)
        assert len(site.outcomes) == count


def test_what_the_system_told_is_not_found_again_by_looking(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "SELDOM", 0.05)
    with running(site):
        site.wait(1)
        for write in (site.write, site.write, lambda name, _: (site.root / name).unlink()):
            count = len(site.outcomes)
            write("content/postings/a.md", f"{count}")
            site.wait(count + 1)
            time.sleep(0.5)
        assert len(site.outcomes) <= 5  # a save in two steps may be told twice
        count = len(site.outcomes)
        time.sleep(1)
        assert len(site.outcomes) == count


def test_looking_takes_its_share_of_the_time_and_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cost = iter([0.0, 0.05] * 9)
    now = 0.0
    monkeypatch.setattr(time, "thread_time", lambda: next(cost))
    monkeypatch.setattr(time, "monotonic", lambda: now)
    looks, found = Looks(tmp_path), []
    (tmp_path / "site.yaml").write_text("title: X")
    for tenth in range(110):
        now = tenth / 10
        if looks.find():
            found.append(now)
    assert found == [5.3]  # looked at 0, 5, 5.3 and 10.3
    assert len(list(cost)) == 2 * (9 - 4)


def test_the_output_and_the_cache_are_not_watched(site: Site, client: Client) -> None:
    for name in ("_site/jobs/a/index.html", ".ssg/cache.db", "README.md", "content/.hidden", "content/a.md~"):
        site.write(name, "x")
    time.sleep(0.3)
    assert len(site.outcomes) == 1


@pytest.mark.parametrize(
    ("path", "read"),
    [
        ("site.yaml", True),
        ("content/postings/a.md", True),
        ("content", True),
        ("themes/base/templates/home.html", True),
        ("static/logo.svg", True),
        ("_site/index.html", False),
        (".ssg/cache", False),
        ("content/.a.md.swp", False),
        ("content/4913", False),
        ("docs/site.yaml", False),
        ("../content/a.md", False),
    ],
)
def test_only_what_a_build_reads_counts_as_a_change(path: str, read: bool) -> None:
    root = Path(os.sep) / "site"
    assert is_read_by_a_build(root, Path(os.path.normpath(root / path))) is read


def test_the_index_follows_after_the_reload_and_only_for_the_last_build(site: Site) -> None:
    done: list[str] = []
    hold = threading.Event()

    def index(name: str) -> Callable[[], object]:
        return lambda: (hold.wait(SOON), done.append(name))

    site.afterwards = index("first")
    with running(site) as client:
        for count, name in ((2, "second"), (3, "third")):
            site.afterwards = index(name)
            site.write("content/postings/a.md", name)
            site.wait(count)
            assert f"Home {name}" in client.get("/careers/").body
        hold.set()
        eventually(lambda: "third" in done)
    assert done in (["first", "third"], ["third"])


def test_an_index_that_fails_is_told(site: Site) -> None:
    def fail() -> None:
        raise UsageError("no Pagefind")

    site.afterwards = fail
    with running(site):
        site.wait(2)
    assert site.outcomes[1] == Failed(detail="no Pagefind")


def test_a_strict_page_in_a_real_browser_shows_a_save_without_a_word_in_its_console(
    site: Site, page: Page, troubles: list[str]
) -> None:
    policy = "default-src 'none'; img-src data:; upgrade-insecure-requests"
    site.head = f'<meta http-equiv="Content-Security-Policy" content="{policy}"><link rel="icon" href="data:,">'
    with running(site) as client:
        page.goto(f"http://127.0.0.1:{client.port}/")
        assert page.text_content("h1") == "Home one"
        for text in ("two", "three"):
            site.write("content/postings/a.md", text)
            wait_until(page, "text => document.querySelector('h1').textContent === `Home ${text}`", text)
        site.error = SiteError((Diagnostic("content/postings/a.md", "front-matter", "is wrong"),))
        site.write("content/postings/a.md", "four")
        page.wait_for_selector("text=1 problem keeps the site from being built")
        assert ["500" in trouble for trouble in troubles] == [True]
        troubles.clear()
        site.error = None
        site.write("content/postings/a.md", "mended")
        page.wait_for_selector("text=Home mended")


# Load and end


def test_fifty_requests_at_once_are_answered_while_it_rebuilds(site: Site, client: Client) -> None:
    site.release.clear()
    site.write("content/postings/a.md", "two")
    eventually(lambda: site.begun == 2)
    with ThreadPoolExecutor(50) as pool:
        answers = list(pool.map(client.get, ["/careers/", "/careers/site.css"] * 25))
    assert len(site.outcomes) == 1
    assert {answer.status for answer in answers} == {200}
    site.release.set()
    site.wait(2)


@pytest.mark.parametrize("count", [20, pytest.param(500, marks=pytest.mark.torture)])
def test_many_rebuilds_leave_no_thread_no_handle_and_no_memory_behind(count: int, site: Site) -> None:
    with running(site) as client:
        for number in range(2, count + 2):
            site.write("content/postings/a.md", str(number))
            site.wait(number)
            assert client.get("/careers/").status == 200
            if number == count // 4:
                threads, handles, memory = threading.active_count(), open_handles(), resident_kilobytes()
        eventually(lambda: threading.active_count() <= threads)
        eventually(lambda: open_handles() <= handles)
        assert resident_kilobytes() - memory < 3000
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith("ssg serve")]


def open_handles() -> int:
    """Open files and sockets of this process; 0 where the system does not tell."""
    folder = Path("/proc/self/fd")
    return len(list(folder.iterdir())) if folder.exists() else 0


def resident_kilobytes() -> int:
    """Memory of this process; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    return int(status.read_text().split("VmRSS:")[1].split()[0]) if status.exists() else 0


def test_a_port_in_use_names_the_next_free_one(site: Site) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(UsageError) as raised:
            Server(site.root, site.output, site.rebuild, port=port)
    advised = int(str(raised.value).rpartition("--port ")[2].strip("`"))
    assert str(raised.value) == f"Port {port} is in use: try `--port {advised}`"
    assert port < advised < port + 50


@pytest.mark.parametrize(
    ("host", "port", "message"),
    [
        ("no.such.host.invalid", 8000, "no.such.host.invalid is no address of this machine"),
        ("192.0.2.1", 8000, "192.0.2.1 is no address of this machine"),
        ("127.0.0.1", 70000, "70000 is no port: ports go from 1 to 65535"),
    ],
)
def test_a_host_or_port_that_cannot_be_is_told(host: str, port: int, message: str, site: Site) -> None:
    with pytest.raises(UsageError, match=message):
        Server(site.root, site.output, site.rebuild, host=host, port=port)


SCRIPT = """
import sys
from pathlib import Path
from ssg.server import Rebuilt, Server
root = Path(sys.argv[1])
server = Server(root, root / "_site", lambda: Rebuilt("/"), port=0, told=lambda _: print("built", flush=True))
try:
    server.run()
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_an_interrupt_that_does_not_wake_the_loop_is_heard_all_the_same(site: Site) -> None:
    elsewhere = "signal.pthread_kill(threading.get_ident(), signal.SIGINT)"
    script = SCRIPT.replace('print("built", flush=True)', f"(time.sleep(0.2), {elsewhere})")
    done = subprocess.run(
        [sys.executable, "-c", f"import signal, threading, time\n{script}", str(site.root)],
        capture_output=True, text=True, timeout=SOON, check=True, cwd=Path(__file__).parent.parent,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("interrupted\n", "")


def test_an_interrupt_ends_the_server_cleanly(site: Site) -> None:
    import signal

    process = subprocess.Popen(
        [sys.executable, "-W", "error::ResourceWarning", "-c", SCRIPT, str(site.root)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parent.parent,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "built\n"
    process.send_signal(signal.SIGINT)
    output, errors = process.communicate(timeout=SOON)
    assert (output, errors, process.returncode) == ("interrupted\n", "", 0)
