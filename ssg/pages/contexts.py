"""What templates see: one frozen context a kind of page. This is the theme's API; docs/themes.md is made from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ssg.formats.entry import Entry
from ssg.model import Company, Posting
from ssg.model.posting import Workplace
from ssg.site import Life, TermKind


@dataclass(frozen=True, slots=True)
class Link:
    """A link: `href` as it stands in the page, `text` as the reader sees it, and the language it is in."""

    href: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class SiteFrame:
    """What every page of one language shares.

    `language` is the language of the theme's words, `direction` ltr or rtl; `text_language` that of what site.yaml
    says: title, description, the employers' texts. `base_path` begins and ends with a
    slash; every `href` in a context already begins with it. `home` is the list of postings, `nav` the site's own
    pages, `search` the list that filters read, `pagefind` the folder of the search index (empty where there is
    none). `several_companies` is true where more than one has open postings, so that rows name theirs. Nothing in it
    counts postings: one more or less would change every page.
    """

    title: str
    description: str
    base_url: str
    base_path: str
    language: str
    direction: str
    text_language: str
    languages: tuple[str, ...]
    home: str
    nav: tuple[Link, ...]
    search: str
    pagefind: str
    repository: str
    logo: str
    time_zone: str
    pay_unit: str
    several_companies: bool = False


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in another language of the site: `url` absolute, `href` for a link."""

    language: str
    href: str
    url: str


@dataclass(frozen=True, slots=True)
class Page:
    """What the head of every page needs.

    `title` and `description` are plain text, empty where the template's own words stand in. `canonical` is absolute.
    `feeds` are links to Atom and JSON feeds of this page's postings; `image` is the absolute address of its card.
    """

    kind: str
    path: str
    canonical: str
    title: str
    description: str
    alternates: tuple[Alternate, ...]
    indexed: bool = True
    atom: str = ""
    json_feed: str = ""
    markdown: str = ""
    image: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A posting in a list: `href` leads to it, `life` says draft, scheduled, open or closing."""

    posting: Posting
    company: Company
    life: Life
    href: str

    def __hash__(self) -> int:
        return hash(self.href)


@dataclass(frozen=True, slots=True)
class TermLink:
    """A term and where its page is; `count` open postings bear it, 0 in a posting's own list of terms.

    `name` is what the data says (a skill's name, a country's code, a type's value): the filter `term_label`
    turns it into words of the page's language.
    """

    kind: TermKind
    key: str
    name: str
    href: str
    count: int = 0
    country: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow the list: its kind and its terms, most frequent first."""

    kind: TermKind
    href: str
    terms: tuple[TermLink, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Part of a list under one heading; `term` is None for postings that have no such term."""

    term: TermLink | None
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Pager:
    """Where this page stands among the pages of a list; `previous` and `next` are empty at the ends."""

    number: int
    of: int
    previous: str
    next: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """The list of open postings: template `home.html`.

    `workplaces` are on-site, hybrid and remote with the number of their postings, where there are any. `add` is the
    address of an editor with the beginning of a posting; empty when site.yaml names no repository.
    """

    page: Page
    groups: tuple[Group, ...]
    facets: tuple[Facet, ...]
    workplaces: tuple[tuple[Workplace, int], ...]
    pager: Pager
    total: int
    add: str


@dataclass(frozen=True, slots=True)
class SimilarPosting:
    """A card with the reasons it is shown: skills in common, the same department, the same place."""

    card: Card
    skills: tuple[str, ...]
    department: bool
    place: bool


@dataclass(frozen=True, slots=True)
class PostingPage:
    """An open posting: template `posting.html`, which also sees its `body` (HTML) and `structured_data` (JSON-LD).

    `apply` is where its button leads; `edit` and `report` are addresses, empty when site.yaml has none for them.
    `closes_at` is the instant after its last day in the site's time zone, ISO 8601, empty without a last day.
    `entry` is the posting as machine formats read it.
    """

    page: Page
    posting: Posting
    company: Company
    life: Life
    departments: tuple[TermLink, ...]
    places: tuple[TermLink, ...]
    skills: tuple[TermLink, ...]
    types: tuple[TermLink, ...]
    company_link: TermLink
    apply: str
    closes_at: str
    similar: tuple[SimilarPosting, ...]
    equal_opportunities: str
    edit: str
    report: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """What is indexed of an open posting: template `search.html`, which also sees its `title`, `summary` and `text`.

    These lack [words that say nothing](search.md#what-is-left-out); `body` is the whole text, as HTML. The document is
    not published, and holds nothing that other postings decide: its departments have no addresses.
    """

    posting: Posting
    company: Company
    departments: tuple[TermLink, ...]


@dataclass(frozen=True, slots=True)
class ClosedPage:
    """A posting that is over: template `closed.html`. `gone` once its full page is no longer kept.

    `since` is the first day without applications, None when nobody noted it.
    """

    page: Page
    posting: Posting
    company: Company
    since: date | None
    gone: bool
    similar: tuple[SimilarPosting, ...]


@dataclass(frozen=True, slots=True)
class TermPage:
    """The open postings of one term: template `term.html`. `intro` is HTML, empty where nobody wrote one."""

    page: Page
    term: TermLink
    intro: str
    intro_language: str
    cards: tuple[Card, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class TermsPage:
    """All terms of one kind: template `terms.html`. Countries come with their places."""

    page: Page
    kind: TermKind
    terms: tuple[TermLink, ...]
    places: tuple[TermLink, ...]


@dataclass(frozen=True, slots=True)
class ProsePage:
    """A page of content/pages: template `page.html`. `html` is its body in `language`, `source` the file it is from.

    `edit` is the address of an editor with that file; empty when site.yaml names no repository.
    """

    page: Page
    html: str
    language: str
    source: str
    edit: str


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """`404.html`: template `404.html`."""

    page: Page


@dataclass(frozen=True, slots=True)
class RedirectPage:
    """An old address: template `redirect.html`. `target` is where the posting lives now, absolute."""

    page: Page
    href: str
    target: str


Context = (
    HomePage
    | PostingPage
    | SearchDocument
    | ClosedPage
    | TermPage
    | TermsPage
    | ProsePage
    | NotFoundPage
    | RedirectPage
)
