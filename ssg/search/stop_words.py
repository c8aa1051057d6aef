"""Words that say nothing: a third of any advert, and no help to who looks for one.

In no list stands a word that somebody could look for in whatever language, in small letters and without accents: a
skill, a tool, a trade, a level, a place. That is why the German list lacks `die` (tool and die), `hat` (Red Hat) and
`als` (life support), the French `sous` (chef), `sur` (Spain's south) and `ce` (marking), the Spanish `para`
(paraeducators), the Portuguese `os` and `ate` (test equipment), and the English `it`, `us`, `or` (nurses), `will`
(writers) and `make`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

STOP_WORDS = {
    "en": """
        a all also an and any are as at be because been being between both by could does doing during each every
        for from had has have having how if in into its itself just many more much must not of on only other our
        ours should so some such than that the their them themselves then there these they this those though
        through to too very was we were what when where whether which while whose with within without would you
        your yours yourself
        """,
    "de": """
        aber alle allen aller alles an auch auf aus bei beim bis bist dabei damit dann dass dazu dein deine
        deinem deinen deiner den der des dich diese diesem diesen dieser dieses dir du durch ein eine einem
        einen einer eines euch euer eure euren eurer für gegen haben hast ihnen ihr ihre ihrem ihren ihrer im in
        ist jede jedem jeden jeder jedes kann kannst kein keine keinen können mehr mit nach nicht noch nur oder
        ohne schon sehr sein seine seinen seiner seit sich sie sind so sowie um und uns unser unsere unserem
        unseren unserer unter vom von vor während was weil welche wenn wer werden wie wir wird wo zu zum zur
        zwischen
        """,
    "es": """
        a además al así aunque cada con cuando de del desde donde durante e el ella ellas ellos en entre esta
        está están estar estas esto estos hasta la las le les lo los más mediante mientras mucho muy nos
        nosotros nuestra nuestras nuestro nuestros o otra otras otro otros pero por porque puede pueden puedes
        que quien según ser será serán su sus también tiene tienen tienes toda todas todo todos tras tu tú tus
        una unas unos y
        """,
    "fr": """
        a à afin ainsi au aussi autre autres aux avec avez avoir avons cet cette chaque chez comme dans de
        depuis des donc dont du elle elles en entre et êtes être eux ils la le les leur leurs lorsque ne nos
        notre nous on ont ou où par peut peuvent pour puis quand que quel quelle qui selon sera serez seront
        sommes sont tous tout toute toutes très une vers vos votre vous y
        """,
    "pt": """
        a à ainda além ao aos as às assim através cada da de desde do durante e é eles em enquanto entre essa
        essas esse esses esta está estamos estão estar estas foram isso isto já lhe mas mesmo muito muitos na
        não nossa nossas nosso nossos num numa o onde ou outra outras outro outros pela pelas pelo pelos pode
        podem pois por porque quais qual quando que quem ser será serão seu seus sua suas também temos ter terá
        teu teus toda todas todo todos tu tua tuas um uma você vocês
        """,
}  # fmt: skip
"""By language: what adverts are full of."""

MARKS = ".,;:!?…·•\"'()[]“”„‘’«»¿¡-–—"
"""What stands around a word and is no part of it. Not `+` and `#`, of which C++ and C# end."""


@lru_cache(32)
def stop_words(languages: Sequence[str]) -> frozenset[str]:
    """Those of all these languages, in small letters; a language without a list adds none."""
    return frozenset(word for language in languages for word in STOP_WORDS.get(language, "").split())


def without_stop_words(text: str, words: frozenset[str]) -> str:
    """The text without `words` (see `stop_words`) and without `MARKS`, its spaces single; as it is where no other word
    would be left.

    A word is what stands between spaces, without the marks around it: they cost Pagefind a tenth of its work, and it
    finds none. One in capitals stays: `IN` is Indiana.
    """
    return " ".join(filter(None, map(_bare_words(words).__getitem__, text.split()))) or text


MOST = 50_000


class _BareWords(dict[str, str]):
    """Words without the marks around them, as they are first asked for; nothing is left of those that say nothing."""

    def __init__(self, silent: frozenset[str]) -> None:
        super().__init__()
        self._silent = silent | {word.capitalize() for word in silent}

    def __missing__(self, word: str) -> str:
        if len(self) >= MOST:
            self.clear()
        bare = word.strip(MARKS)
        self[word] = told = "" if bare in self._silent else bare
        return told


@lru_cache(32)
def _bare_words(words: frozenset[str]) -> _BareWords:
    return _BareWords(words)


def as_typed(words: frozenset[str]) -> str:
    """The words for the browser, between spaces: without accents, since many people type none."""
    return " ".join(sorted({_folded(word) for word in words}))


def _folded(word: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))
