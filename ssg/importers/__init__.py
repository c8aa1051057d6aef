"""Other people's formats to posting files: web pages, applicant tracking systems, tables, plain text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ssg.config import Config
from ssg.diagnostics import Diagnostic, Severity
from ssg.importers.document import LARGEST, no_text, read_document
from ssg.importers.posting_file import Imported, posting_file
from ssg.importers.registry import KINDS, kind_of
from ssg.importers.setting import Setting

__all__ = ["KINDS", "LARGEST", "ImportResult", "Imported", "import_text"]

RULE = "import"


@dataclass(frozen=True)
class ImportResult:
    """What one source became: its kind, the postings in the source's order, and what was refused."""

    kind: str
    postings: tuple[Imported, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def import_text(data: bytes, name: str, *, today: date, config: Config, company: str = "") -> ImportResult:
    """Every posting that a source holds, of whatever kind it is; nothing is written.

    `name` is what messages call the source. What cannot be imported is a diagnostic; no bytes raise an exception, but
    UsageError says that HTML needs the extra `import`. `company` is a key of site.yaml to use whatever the source says.
    """
    if len(data) > LARGEST:
        return _refused(name, f"the source has {len(data):,} bytes, and at most {LARGEST:,} are read", "Cut it up")
    if kind_of_file := no_text(data):
        return _refused(name, f"the source is {kind_of_file}, which is not read", _COPY)
    document = read_document(data, name)
    kind = kind_of(document)
    if kind is None and document.is_data:
        return _refused(name, "the source is JSON or XML, of no system that is known or cut off", _KNOWN)
    if kind is None:
        return _refused(
            name, "the source holds no text that could be an advert", "Give a web page, JSON, XML, CSV or text"
        )
    setting = Setting(today, config, company)
    results = [posting_file(draft, setting) for draft in kind.read(document, setting)]
    postings = [result for result in results if isinstance(result, Imported)]
    refused = [
        Diagnostic(name, RULE, f"item {n} {result}" if len(results) > 1 else f"the source {result}", _HINT)
        for n, result in enumerate(results, 1)
        if isinstance(result, str)
    ]
    if not results:
        refused = [
            Diagnostic(name, RULE, f"the source is {kind.NAME}, but no posting is in it", "", severity=Severity.WARNING)
        ]
    return ImportResult(kind.NAME, tuple(postings), tuple(refused))


_COPY = "Open it, select all, and paste its text into a file that ends in .txt, or into `ssg import -`"
_KNOWN = "docs/moving-in.md names the addresses of each system; a page with JSON-LD, CSV or plain text will do too"
_HINT = "A posting needs at least the job's name: put it on the first line, or behind `Title:`"


def _refused(name: str, message: str, hint: str) -> ImportResult:
    return ImportResult("", (), (Diagnostic(name, RULE, message, hint),))
