"""HTML as the server sends it: the site's pages with the reload script, and pages of its own for when there is none."""

from __future__ import annotations

import re
from html import escape, unescape

from ssg.diagnostics import Diagnostic
from ssg.server.outcome import Failed

_END = re.compile(rb"</head\s*>|</body\s*>", re.IGNORECASE)
_META = re.compile(rb"<meta\b[^>]*\bhttp-equiv\s*=\s*[\"']?content-security-policy\b[^>]*>", re.IGNORECASE)
_CONTENT = re.compile(rb"(\bcontent\s*=\s*)(\"[^\"]*\"|'[^']*')", re.IGNORECASE)

STYLE = """
:root { color-scheme: light dark; --ink: light-dark(#1d1d1f, #eceaf0); --soft: light-dark(#5c5c66, #a9a6b3);
  --paper: light-dark(#fff, #17161a); --sheet: light-dark(#f4f3f6, #222027); --error: light-dark(#b3261e, #ff8a80);
  --warning: light-dark(#8a5300, #ffc266); }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink);
  background: var(--paper); overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; margin: 0; } ol { list-style: none; padding: 0; } p { margin: .25rem 0; }
li { margin: 1rem 0; padding: .75rem 1rem; background: var(--sheet); border-inline-start: .25rem solid var(--error); }
li.warning { border-color: var(--warning); } li.advice { border-color: var(--soft); }
pre { margin: .5rem 0; overflow-x: auto; font: .875rem/1.4 ui-monospace, monospace; } .soft { color: var(--soft); }
b.mark { color: var(--error); }
"""


def with_reload(page: bytes, script: str) -> bytes:
    """The page with the reload script in its head, and a policy under which it runs."""
    tag = f'<script src="{escape(script)}" defer></script>'.encode()
    found = _END.search(page)
    end = found.start() if found else len(page)
    return _META.sub(_relax_meta, page[:end]) + tag + page[end:]


def relax_policy(policy: str) -> str:
    """A content security policy that also lets the page load this server's script and talk to it."""
    parts = [rule.split(None, 1) for rule in policy.split(";") if rule.strip()]
    rules = {part[0].lower(): part[1] if len(part) > 1 else "" for part in parts}
    rules.pop("upgrade-insecure-requests", None)
    for name, wanted in (("script-src", "'self'"), ("script-src-elem", "'self'"), ("connect-src", "'self' ws: wss:")):
        given = rules.get(name, rules.get("default-src") if name != "script-src-elem" else None)
        if given is not None:
            words = [word for word in given.split() if word != "'none'"]
            rules[name] = " ".join(dict.fromkeys([*words, *wanted.split()]))
    return "; ".join(f"{name} {value}".strip() for name, value in rules.items())


def _relax_meta(meta: re.Match[bytes]) -> bytes:
    def relaxed(content: re.Match[bytes]) -> bytes:
        policy = relax_policy(unescape(content[2][1:-1].decode("utf-8", "replace")))
        return content[1] + b'"' + escape(policy).encode() + b'"'

    return _CONTENT.sub(relaxed, meta[0], count=1)


def failure_page(failed: Failed) -> bytes:
    """Every problem with its place, its line and what to do; it reloads once the site stands again."""
    count = len(failed.diagnostics)
    heading = f"{count} {'problem keeps' if count == 1 else 'problems keep'} the site from being built"
    items = "".join(map(_problem, failed.diagnostics))
    if failed.detail:
        heading = "The site could not be built"
        items += f"<li><pre>{escape(failed.detail)}</pre></li>"
    return _page(
        heading, f"<ol>{items}</ol><p class=soft>This page reloads by itself as soon as the site is built again.</p>"
    )


def _problem(found: Diagnostic) -> str:
    place = ":".join([found.path, *(str(number) for number in (found.line, found.column) if number)])
    hint = f"<p>{escape(found.hint)}</p>" if found.hint else ""
    return (
        f"<li class={found.severity}><p><code>{escape(place)}</code> <span class=soft>{escape(found.rule)}</span></p>"
        f"<p><strong>{escape(found.message)}</strong></p>{hint}{_source(found)}</li>"
    )


def _source(found: Diagnostic) -> str:
    """The line as it stands in the file, with a caret under the column."""
    if not found.source:
        return ""
    number = str(found.line) if found.line else ""
    caret = ""
    if found.column:
        before = "".join("\t" if char == "\t" else " " for char in found.source[: found.column - 1])
        caret = f"\n{' ' * len(number)} | {before}<b class=mark>^</b>"
    return f"<pre>{number} | {escape(found.source)}{caret}</pre>"


def building_page() -> bytes:
    return _page("The site is being built", "<p>This page reloads by itself when it is done.</p>")


def missing_page(path: str, base_path: str) -> bytes:
    """For an address that the site does not have, where the site has no 404.html or is not asked."""
    home = escape(base_path)
    where = f'<p>The site is at <a href="{home}">{home}</a>, the path of its <code>base_url</code>.</p>'
    return _page(f"There is nothing at {path}", where)


def _page(heading: str, body: str) -> bytes:
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">'
        '<link rel="icon" href="data:,">'
        f"<title>{escape(heading)}</title><style>{STYLE}</style></head>"
        f"<body><h1>{escape(heading)}</h1>{body}</body></html>"
    ).encode()
