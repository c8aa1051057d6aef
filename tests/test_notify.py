"""`ssg notify` against services on this machine that answer as IndexNow and Google do."""

from __future__ import annotations

import json
import math
import random
import shutil
import subprocess
import threading
import time
from base64 import b64encode, urlsafe_b64decode
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from click.testing import CliRunner, Result

from ssg.cli import cli
from ssg.diagnostics import UsageError
from ssg.notify import Change, compare, google_requests, indexnow_requests, read_jobs, send
from ssg.notify import sending as sending_module
from ssg.notify.google import MOST, read_account
from ssg.notify.rsa import read_key, sign
from ssg.notify.sending import check_address
from tests.building import build_site, posting

Make = Callable[..., Path]
KEY = "5f1b9c3e7a2d4b60"
HOME = "https://example.org/careers/"


class Service(ThreadingHTTPServer):
    """Keeps what it is asked, and answers by path: a status, a status and a body, raw bytes, or nothing at all."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[tuple[str, str, Any, dict[str, str]]] = []
        self.answers: dict[str, list[tuple[int, bytes]]] = {}
        self.hang = threading.Event()
        self.hanging: set[str] = set()
        self.raw: dict[str, bytes] = {}
        self.dripping: set[str] = set()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"

    def answer(self, path: str, *answers: int | tuple[int, bytes]) -> None:
        """What the path answers, one after another; the last answer stays."""
        self.answers[path] = [answer if isinstance(answer, tuple) else (answer, b"{}") for answer in answers]

    def sent(self, path: str) -> list[Any]:
        return [body for method, asked, body, _ in self.asked if asked == path and method == "POST"]


class _Handler(BaseHTTPRequestHandler):
    server: Service

    def do_GET(self) -> None:
        self._answer(None)

    def do_POST(self) -> None:
        data = self.rfile.read(int(self.headers["Content-Length"]))
        as_json = "json" in self.headers["Content-Type"]
        self._answer(json.loads(data) if as_json else parse_qs(data.decode()))

    def _answer(self, body: Any) -> None:
        self.server.asked.append((self.command, self.path, body, dict(self.headers)))
        if self.path in self.server.hanging:
            self.server.hang.wait(20)
            return
        if self.path in self.server.dripping:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
            while not self.server.hang.wait(0.05):
                self.wfile.write(b"x")
            return
        if self.path in self.server.raw:
            self.wfile.write(self.server.raw[self.path])
            self.close_connection = True
            return
        answers = self.server.answers.get(self.path, [(404, b"")])
        status, text = answers.pop(0) if len(answers) > 1 else answers[0]
        self.send_response(status)
        if status in (301, 302):
            self.send_header("Location", text.decode())
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def service() -> Iterator[Service]:
    with Service() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield server
        server.hang.set()
        server.shutdown()
        thread.join()


def site(make_site: Make, service: Service, notify: str, languages: str = "[en]") -> Path:
    """A built site of `a` and `b`, whose address is that of the service."""
    site_yaml = (
        f"title: Careers\nbase_url: {service.url}careers/\nlanguages: {languages}\nnotify: {notify}\n"
        "companies: {example: {name: Example}}\napply: {email: jobs@example.com}\n"
    )
    files = f"-- content/postings/a.md --\n{posting('A')}\n-- content/postings/b.md --\n{posting('B')}\n"
    root = make_site(files, site_yaml=site_yaml)
    build_site(root)
    return root


def publish(root: Path, service: Service) -> None:
    service.answer("/careers/jobs.json", (200, (root / "_site/jobs.json").read_bytes()))


def change(root: Path) -> None:
    """`a` is edited, `b` leaves, `c` appears."""
    (root / "content/postings/a.md").write_text(posting("A", "Other words.\n"))
    (root / "content/postings/b.md").unlink()
    (root / "content/postings/c.md").write_text(posting("C"))
    build_site(root, today=date(2026, 11, 21))


def notify(root: Path, service: Service, *more: str, env: dict[str, str] | None = None) -> Result:
    ends = ["--indexnow", f"{service.url}indexnow", "--google", f"{service.url}publish"]
    environment = {"SSG_GOOGLE_SERVICE_ACCOUNT": None, **(env or {})}
    return CliRunner().invoke(cli, ["--root", str(root), "notify", *ends, *more], env=environment)


def test_the_key_of_indexnow_is_published(make_site: Make, service: Service) -> None:
    root = site(make_site, service, f"{{indexnow_key: {KEY}}}")
    assert (root / f"_site/{KEY}.txt").read_text() == KEY


def test_indexnow_hears_of_what_appeared_changed_and_left(make_site: Make, service: Service) -> None:
    root = site(make_site, service, f"{{indexnow_key: {KEY}}}", "[en, pt]")
    publish(root, service)
    change(root)
    service.answer("/indexnow", 202)
    result = notify(root, service)
    assert result.exit_code == 0
    assert result.output == "1 appeared, 1 changed, 1 left\nIndexNow: 6 addresses: accepted\n"
    home = f"{service.url}careers/"
    assert service.sent("/indexnow") == [
        {
            "host": service.url.split("/")[2],
            "key": KEY,
            "keyLocation": f"{home}{KEY}.txt",
            "urlList": [f"{home}{language}jobs/{slug}/" for slug in "cba" for language in ("", "pt/")],
        }
    ]


def test_nothing_changed_is_told_to_nobody(make_site: Make, service: Service) -> None:
    root = site(make_site, service, f"{{indexnow_key: {KEY}, google: true}}")
    publish(root, service)
    result = notify(root, service)
    assert (result.exit_code, result.output) == (0, "0 appeared, 0 changed, 0 left\n")
    assert not service.sent("/indexnow")


def test_the_first_site_is_all_new(make_site: Make, service: Service) -> None:
    root = site(make_site, service, f"{{indexnow_key: {KEY}}}")
    service.answer("/indexnow", 200)
    assert notify(root, service).output == "2 appeared, 0 changed, 0 left\nIndexNow: 2 addresses: accepted\n"


def test_a_posting_that_is_only_about_to_close_did_not_change(make_site: Make, service: Service) -> None:
    root = site(make_site, service, f"{{indexnow_key: {KEY}}}")
    (root / "content/postings/a.md").write_text(posting("A", valid_through="2026-12-01"))
    build_site(root)
    publish(root, service)
    build_site(root, today=date(2026, 11, 30))
    assert "0 appeared, 0 changed, 0 left" in notify(root, service).output


def test_what_was_published_is_kept_before_it_is_published_over(make_site: Make, service: Service) -> None:
    root = site(make_site, service, f"{{indexnow_key: {KEY}}}")
    publish(root, service)
    kept = root / "deep/published.json"
    assert notify(root, service, "--keep", str(kept)).exit_code == 0
    change(root)
    publish(root, service)
    service.answer("/indexnow", 200)
    assert "1 appeared, 1 changed, 1 left" in notify(root, service, "--since", str(kept)).output


def test_where_nothing_was_published_an_empty_list_is_kept(make_site: Make, service: Service, tmp_path: Path) -> None:
    root = site(make_site, service, "{}")
    notify(root, service, "--keep", str(tmp_path / "kept.json"))
    assert json.loads((tmp_path / "kept.json").read_text())["jobs"] == []


@pytest.mark.parametrize("answer", [500, (200, b"<p>Welcome to our host"), (302, b"http://example.org/"), (200, b"[]")])
def test_when_the_live_list_cannot_be_read_nobody_is_told(
    make_site: Make, service: Service, tmp_path: Path, answer: int | tuple[int, bytes]
) -> None:
    root = site(make_site, service, f"{{indexnow_key: {KEY}}}")
    service.answer("/careers/jobs.json", answer)
    result = notify(root, service)
    assert result.exit_code == 0
    assert "what changed is not known, and nobody is told" in result.output
    assert not service.sent("/indexnow")
    assert "nothing is kept" in notify(root, service, "--keep", str(tmp_path / "kept.json")).output
    assert not (tmp_path / "kept.json").exists()


REFUSALS = [
    (400, "IndexNow: 2 addresses: not accepted, 400: the request was not understood"),
    (
        403,
        "IndexNow: 2 addresses: not accepted, 403: the key was not found at its address: publish the site first, "
        "then tell",
    ),
    (
        422,
        "IndexNow: 2 addresses: not accepted, 422: the addresses do not belong to the host, or the key does not match",
    ),
    (429, "IndexNow: 2 addresses: not accepted, 429: too many requests: later runs will tell what they find"),
    (500, "IndexNow: 2 addresses: not accepted, 500: the service fails at the moment"),
    (503, "IndexNow: 2 addresses: not accepted, 503: the service fails at the moment"),
    (302, "IndexNow: 2 addresses: not accepted, 302"),
]


@pytest.mark.parametrize(("status", "line"), REFUSALS)
def test_a_refusal_is_told_and_fails_nothing(make_site: Make, service: Service, status: int, line: str) -> None:
    root = site(make_site, service, f"{{indexnow_key: {KEY}}}")
    service.answer("/indexnow", (status, b"/elsewhere") if status == 302 else status)
    result = notify(root, service)
    assert result.exit_code == 0
    assert result.output.splitlines()[1:] == [line]
    assert [path for _, path, _, _ in service.asked].count("/elsewhere") == 0


@pytest.mark.parametrize("how", ["hanging", "dripping"])
def test_silence_is_waited_for_once_and_told(
    make_site: Make, service: Service, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.setattr(sending_module.send, "__defaults__", (0.4,))
    root = site(make_site, service, f"{{indexnow_key: {KEY}}}")
    getattr(service, how).add("/indexnow")
    start = time.monotonic()
    result = notify(root, service)
    assert time.monotonic() - start < 5
    assert (result.exit_code, result.output.splitlines()[1:]) == (
        0,
        ["IndexNow: 2 addresses: not accepted: no answer in time"],
    )


RAW = [
    (b"", "Remote end closed connection without response"),
    (b"\x1b[31m nonsense \x07" + b"x" * 500 + b"\r\n\r\n", "[31m nonsense " + "x" * 186),
    (b"\n\n\n", "BadStatusLine"),
]


@pytest.mark.parametrize(("raw", "said"), RAW, ids=["cut", "noise", "nothing"])
def test_an_answer_that_is_none_is_told_on_one_line(make_site: Make, service: Service, raw: bytes, said: str) -> None:
    root = site(make_site, service, f"{{indexnow_key: {KEY}}}")
    service.raw["/indexnow"] = raw
    result = notify(root, service)
    assert (result.exit_code, result.output.splitlines()[1:]) == (0, [f"IndexNow: 2 addresses: not accepted: {said}"])


def test_a_translation_that_changes_is_a_change(make_site: Make, service: Service) -> None:
    root = site(make_site, service, f"{{indexnow_key: {KEY}}}", languages="[en, pt]")
    (root / "content/postings/a.pt.md").write_text(posting("A", "Palavras.\n"))
    build_site(root)
    publish(root, service)
    assert notify(root, service).output == "0 appeared, 0 changed, 0 left\n"
    (root / "content/postings/a.pt.md").write_text(posting("A", "Outras palavras.\n"))
    build_site(root)
    assert notify(root, service, "--dry-run").output.startswith("0 appeared, 1 changed, 0 left\n")


def test_a_service_that_is_not_there_is_told(make_site: Make, service: Service) -> None:
    root = site(make_site, service, f"{{indexnow_key: {KEY}}}")
    result = notify(root, service, "--indexnow", "http://127.0.0.1:1/indexnow")
    assert result.exit_code == 0
    assert "not accepted: Connection refused" in result.output


def test_a_dry_run_prints_the_requests_and_sends_none(make_site: Make, service: Service) -> None:
    root = site(make_site, service, f"{{indexnow_key: {KEY}, google: true}}")
    account = account_json(service)
    result = notify(root, service, "--dry-run", env={"SSG_GOOGLE_SERVICE_ACCOUNT": account})
    assert result.exit_code == 0
    assert f"# IndexNow: 2 addresses\nPOST {service.url}indexnow\n{{\n" in result.output
    assert f'"url": "{service.url}careers/jobs/a/",\n  "type": "URL_UPDATED"' in result.output
    assert "PRIVATE" not in result.output
    assert not [asked for asked in service.asked if asked[0] == "POST"]


def test_a_site_that_names_nobody_tells_nobody(make_site: Make, service: Service) -> None:
    result = notify(site(make_site, service, "{}"), service)
    assert result.exit_code == 0
    assert "nobody is told: site.yaml has neither" in result.output


def test_without_a_built_site_the_way_is_said(make_site: Make, service: Service) -> None:
    root = site(make_site, service, "{}")
    result = notify(root, service, "-o", "elsewhere")
    assert isinstance(result.exception, UsageError)
    assert "run `ssg build` first" in str(result.exception)


# --- Google ---------------------------------------------------------------------------------------------------------


def _prime(bits: int, chance: random.Random) -> int:
    while True:
        found = chance.getrandbits(bits) | (3 << bits - 2) | 1
        if all(found % small for small in (3, 5, 7, 11, 13, 17, 19, 23)) and all(
            pow(base, found - 1, found) == 1 for base in (2, 3, 5, 7, 11, 13)
        ):
            return found


@cache
def rsa_key() -> tuple[int, int, str]:
    """Modulus, public exponent, and PEM (PKCS#8) of a key for these tests alone; made anew, never stored."""
    chance, e = random.Random(5), 65537
    while True:
        p, q = _prime(1024, chance), _prime(1024, chance)
        if math.gcd(e, (p - 1) * (q - 1)) == 1:
            break
    d = pow(e, -1, (p - 1) * (q - 1))
    inner = _der(0x30, b"".join(map(_integer, [0, p * q, e, d, p, q, d % (p - 1), d % (q - 1), pow(q, -1, p)])))
    algorithm = _der(0x30, bytes.fromhex("06092a864886f70d0101010500"))
    der = b64encode(_der(0x30, _integer(0) + algorithm + _der(0x04, inner))).decode()
    lines = "\n".join(der[at : at + 64] for at in range(0, len(der), 64))
    return p * q, e, "\n".join([f"-----BEGIN {'PRIVATE KEY'}-----", lines, f"-----END {'PRIVATE KEY'}-----", ""])


def _integer(value: int) -> bytes:
    return _der(0x02, value.to_bytes(value.bit_length() // 8 + 1))


def _der(tag: int, value: bytes) -> bytes:
    size = len(value)
    length = bytes([size]) if size < 128 else (lambda b: bytes([0x80 | len(b)]) + b)(size.to_bytes(2).lstrip(b"\0"))
    return bytes([tag]) + length + value


def account_json(service: Service) -> str:
    return json.dumps(
        {
            "type": "service_account",
            "client_email": "careers@example.iam.example",
            "private_key": rsa_key()[2],
            "token_uri": f"{service.url}token",
        }
    )


def tell_google(make_site: Make, service: Service, *answers: int) -> Result:
    root = site(make_site, service, "{google: true}")
    publish(root, service)
    change(root)
    service.answer("/publish", *answers)
    service.answer("/token", (200, b'{"access_token": "abc.def", "expires_in": 3599}'))
    return notify(root, service, env={"SSG_GOOGLE_SERVICE_ACCOUNT": account_json(service)})


def test_google_hears_of_each_page_with_a_token_of_the_service_account(make_site: Make, service: Service) -> None:
    result = tell_google(make_site, service, 200)
    home = f"{service.url}careers/jobs"
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "1 appeared, 1 changed, 1 left",
        f"Google: {home}/c/ appeared: accepted",
        f"Google: {home}/b/ left: accepted",
        f"Google: {home}/a/ changed: accepted",
    ]
    assert service.sent("/publish") == [
        {"url": f"{home}/c/", "type": "URL_UPDATED"},
        {"url": f"{home}/b/", "type": "URL_DELETED"},
        {"url": f"{home}/a/", "type": "URL_UPDATED"},
    ]
    assert {headers["Authorization"] for _, path, _, headers in service.asked if path == "/publish"} == {
        "Bearer abc.def"
    }


def test_the_assertion_is_signed_by_the_accounts_key(make_site: Make, service: Service) -> None:
    tell_google(make_site, service, 200)
    (form,) = service.sent("/token")
    assert form["grant_type"] == ["urn:ietf:params:oauth:grant-type:jwt-bearer"]
    head, claims, signature = form["assertion"][0].split(".")
    told = json.loads(urlsafe_b64decode(claims + "=="))
    assert json.loads(urlsafe_b64decode(head + "==")) == {"alg": "RS256", "typ": "JWT"}
    assert told["iss"] == "careers@example.iam.example"
    assert told["aud"] == f"{service.url}token"
    assert told["scope"] == "https://www.googleapis.com/auth/indexing"
    assert told["exp"] - told["iat"] == 3600
    modulus, e, _ = rsa_key()
    opened = pow(int.from_bytes(urlsafe_b64decode(signature + "==")), e, modulus).to_bytes(256)
    assert opened.startswith(b"\x00\x01\xff\xff")
    assert opened.endswith(sha256(f"{head}.{claims}".encode()).digest())


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not there to ask")
def test_openssl_makes_the_same_signature(tmp_path: Path) -> None:
    (tmp_path / "key.pem").write_text(rsa_key()[2])
    theirs = subprocess.run(
        ["openssl", "dgst", "-sha256", "-sign", tmp_path / "key.pem"], input=b"words", capture_output=True, check=True
    )
    assert sign(b"words", read_key(rsa_key()[2])) == theirs.stdout


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (401, "the service account was not recognised"),
        (403, "the service account is no owner of the site in Search Console, or its project has not enabled the API"),
        (429, "the quota of the day is used up: the sitemap tells the rest"),
    ],
)
def test_google_is_asked_no_more_once_it_refuses(make_site: Make, service: Service, status: int, why: str) -> None:
    result = tell_google(make_site, service, 200, status)
    assert result.exit_code == 0
    assert result.output.splitlines()[2:] == [
        f"Google: {service.url}careers/jobs/b/ left: not accepted, {status}: {why}",
        "Google: 1 more not sent; the sitemap tells of them too",
    ]
    assert len(service.sent("/publish")) == 2


def test_one_page_that_google_does_not_take_leaves_the_others_their_turn(make_site: Make, service: Service) -> None:
    result = tell_google(make_site, service, 400, 503, 200)
    assert result.output.count("not accepted") == 2
    assert len(service.sent("/publish")) == 3


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        (400, "Google: asked for a token: not accepted, 400: the request was not understood"),
        (500, "Google: asked for a token: not accepted, 500: the service fails at the moment"),
        ((200, b"{}"), "Google: not told: the answer held no token"),
        ((200, b'{"access_token": "a\\r\\nHost: x"}'), "Google: not told: the answer held no token"),
    ],
)
def test_without_a_token_google_is_not_told(
    make_site: Make, service: Service, answer: int | tuple[int, bytes], line: str
) -> None:
    root = site(make_site, service, "{google: true}")
    service.answer("/token", answer)
    result = notify(root, service, env={"SSG_GOOGLE_SERVICE_ACCOUNT": account_json(service)})
    assert (result.exit_code, result.output.splitlines()[1:]) == (0, [line])
    assert not service.sent("/publish")


@pytest.mark.parametrize(
    "text",
    [
        "not json",
        "[]",
        "{}",
        '{"client_email": "a", "private_key": "x"}',
        '{"client_email": "a", "private_key": "-----BEGIN X-----\\nMAA=\\n-----END X-----"}',
        '{"client_email": "a", "private_key": "-----BEGIN X-----\\nMIIBIjAN\\n-----END X-----"}',
        '{"client_email": "a", "private_key": 3}',
    ],
)
def test_what_is_no_service_account_is_said_without_quoting_it(make_site: Make, service: Service, text: str) -> None:
    root = site(make_site, service, "{google: true}")
    result = notify(root, service, env={"SSG_GOOGLE_SERVICE_ACCOUNT": text})
    assert result.exit_code == 0
    assert result.output.splitlines()[1:] == [
        "Google: not told: SSG_GOOGLE_SERVICE_ACCOUNT does not hold the JSON key of a service account"
    ]


def test_google_without_an_account_is_said(make_site: Make, service: Service) -> None:
    result = notify(site(make_site, service, "{google: true}"), service)
    assert result.output.splitlines()[1:] == ["Google: not told: the environment has no SSG_GOOGLE_SERVICE_ACCOUNT"]


def test_an_account_and_a_key_never_show_their_secret() -> None:
    account = read_account(json.dumps({"client_email": "a@b.example", "private_key": rsa_key()[2]}), "X")
    assert repr(account) == "Account('a@b.example')"
    assert repr(account.key) == "Key()"
    assert "secret" not in repr(next(google_requests([CHANGE], "secret")))


# --- Shapes ---------------------------------------------------------------------------------------------------------

CHANGE = Change("appeared", "a", (f"{HOME}jobs/a/", f"{HOME}pt/jobs/a/"))


def test_many_addresses_are_told_ten_thousand_at_a_time() -> None:
    changes = [Change("appeared", str(n), (f"{HOME}jobs/{n}/",)) for n in range(20_001)]
    sizes = [len(request.body["urlList"]) for request in indexnow_requests(changes, HOME, KEY)]
    assert sizes == [10_000, 10_000, 1]


def test_google_gets_a_days_quota_with_the_sites_first_language_before_others() -> None:
    changes = [Change("appeared", str(n), (f"{HOME}jobs/{n}/", f"{HOME}pt/jobs/{n}/")) for n in range(150)]
    urls = [request.body["url"] for request in google_requests(changes, "")]
    assert len(urls) == MOST
    assert all("/pt/" not in url for url in urls[:150])


def test_addresses_of_another_host_are_nobodys_business() -> None:
    old = {"home": "https://old.example/", "jobs": [{"slug": "b", "url": "https://old.example/jobs/b/"}]}
    new = {"home": HOME, "jobs": [{"slug": "a", "url": f"{HOME}jobs/a/", "alternates": {"x": "https://x.example/"}}]}
    assert compare(old, new) == (Change("appeared", "a", (f"{HOME}jobs/a/",)),)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"home": 1, "jobs": []}', '{"home": "x", "jobs": [{}]}', "[" * 9999])
def test_what_is_no_list_of_postings_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match=r"^x is no jobs\.json of this program$"):
        read_jobs(text.encode(), "x")


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/",
        "ftp://127.0.0.1/",
        "file:///etc/passwd",
        "https://user@example.org/",
        "https://",
        "http://127.0.0.1.example.org/",
        "https://example.org:x/",
        "https://example.org/\n",
    ],
)
def test_only_https_and_this_machine_are_asked(url: str) -> None:
    with pytest.raises(UsageError, match="is not an"):
        check_address(url)
    (outcome,) = send(indexnow_requests([CHANGE], HOME, KEY, url))
    assert outcome.status == 0


@pytest.mark.parametrize("url", ["https://api.indexnow.org/indexnow", "http://127.0.0.1:1/", "http://[::1]:80/x"])
def test_https_and_this_machine_may_be_asked(url: str) -> None:
    check_address(url)
