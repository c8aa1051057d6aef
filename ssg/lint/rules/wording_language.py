"""Which languages the rules about wording can read.

Lists of words exist for English, French, German, Portuguese and Spanish. Postings in other languages are not read for
their wording, and this says so, once a language.

Passes:

    ---
    title: Empregado de balcão
    language: pt
    ---
    Serve café na nossa loja.

Fails:

    ---
    title: バリスタ
    language: ja
    ---
    駅前の店でコーヒーをいれます。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.l10n import language_name
from ssg.lint.context import Context
from ssg.lint.finding import Finding, listing
from ssg.lint.lexicon import languages, lexicon

ID = "wording-language"
SEVERITY = Severity.ADVICE


def check_site(context: Context) -> Iterator[Finding]:
    counts = Counter(posting.language for posting in context.listed() if lexicon(posting.language) is None)
    for code, count in sorted(counts.items()):
        name = language_name(code, "en")
        yield Finding(
            f"{count} posting{' is' if count == 1 else 's are'} in {name}, and there is no list of words for it",
            f"Read {'it' if count == 1 else 'them'} for wording yourself; lists exist for {listing(list(languages()))}",
        )
