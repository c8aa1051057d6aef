"""site.yaml: what holds for the whole site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, Literal, get_args
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from ssg.diagnostics import ConfigError, Diagnostic, Problems
from ssg.model import Apply, Company, Noun
from ssg.model.base import Language, Line, Many, Slug, Text, Url, about, optional
from ssg.model.lengths import LONGEST_TEXT, within
from ssg.model.posting import PayUnit
from ssg.model.translation import Translation
from ssg.source import ReadLimits, Recovered, explain_no_fields, read_bytes, read_on, settle, without_empty
from ssg.source.text import decode

UiLanguage = Literal["en", "pt", "de", "fr", "es"]
Feed = Literal["adzuna", "indeed", "jooble", "linkedin", "talent", "ziprecruiter"]
SectionName = Literal["responsibilities", "qualifications", "benefits", "skills"]

DEFAULT_SECTIONS: dict[SectionName, tuple[str, ...]] = {
    "responsibilities": (
        "Responsibilities", "What you will do", "What you'll do", "The role",
        "Aufgaben", "Ihre Aufgaben", "Deine Aufgaben", "Missions", "Vos missions", "Funções", "Responsabilidades",
        "O que vai fazer", "Funciones", "Qué harás",
    ),
    "qualifications": (
        "Requirements", "Qualifications", "What you bring", "What we look for", "About you",
        "Profil", "Ihr Profil", "Dein Profil", "Anforderungen", "Votre profil", "Profil recherché", "Requisitos",
        "O que procuramos", "Perfil", "Qué buscamos",
    ),
    "benefits": (
        "Benefits", "What we offer", "Wir bieten", "Das bieten wir", "Avantages", "Nous offrons", "Benefícios",
        "Oferecemos", "Beneficios", "Qué ofrecemos",
    ),
}  # fmt: skip
"""Headings in the languages of the site's own words; the first one is that of a posting that is begun."""


def _time_zone(value: str) -> str:
    if value not in available_timezones():
        raise PydanticCustomError("time_zone", "is not a time zone's name", {})
    return value


def _base_url(value: str) -> str:
    if "?" in value or "#" in value:
        raise PydanticCustomError("url", "takes no `?` and no `#`", {})
    return value if value.endswith("/") else value + "/"


TimeZone = Annotated[str, AfterValidator(_time_zone)]
BaseUrl = Annotated[Url, AfterValidator(_base_url)]
Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]
RuleSeverity = Literal["error", "warning", "advice", "off"]
RepositoryFolder = Annotated[str, Field(pattern=r"^\w[\w.-]*(/\w[\w.-]*)*$", max_length=200)]
Ratio = Annotated[float, Field(ge=0.5, le=2)]


class Closed(Noun):
    """What happens to a posting that is over."""

    keep_days: int = optional(
        "Days that a closed posting's page goes on telling what it was.", 90, default=90, ge=0, le=3650
    )


class Look(Noun):
    """The theme's own settings: what becomes a custom property of its style sheet."""

    accent: Colour | None = optional("The company's colour, for the one thing to do next.", "#0b5c8a")
    accent_dark: Colour | None = optional("The same in the dark scheme; default: made from `accent`.", "#7cc4ee")
    radius: Annotated[str, Field(pattern=r"^\d+(\.\d+)?(px|rem)$")] | None = optional("Corners.", "4px")
    density: Ratio | None = optional("Space between things; 1 as drawn, less is tighter.", 1.0)
    font: Line | None = optional("Font stack of the text.", "Georgia, serif", pattern=r"^[\w \-,'\"]+$")
    heading_font: Line | None = optional("Font stack of the headings.", "Georgia, serif", pattern=r"^[\w \-,'\"]+$")
    logo: Line | None = optional("The site's logo, a file of `static/`.", "logo.svg")


class Home(Noun):
    """How the list of postings is shown."""

    group_by: Literal["department", "location", "company", "none"] = optional(
        "Headings in the list of the home page.", "department", default="none"
    )


class Limits(Noun):
    """Bounds on what one file may hold, against accidents and malice."""

    file_bytes: int = optional("Largest posting file.", 1_000_000, default=1_000_000, ge=1_000, le=50_000_000)
    field_characters: int = optional(
        "Characters of one field, in postings and in site.yaml.", 10_000, default=LONGEST_TEXT, ge=100, le=1_000_000
    )
    nesting: int = optional("Deepest nesting of lists, quotes and mappings.", 200, default=200, ge=10, le=1_000)
    marks: int = optional(
        "Line breaks and signs of Markdown in one text.", 50_000, default=50_000, ge=1_000, le=5_000_000
    )


class SearchOptions(Noun):
    """The search index."""

    shard_size: int = optional("About how many postings one index holds.", 500, default=500, ge=10, le=100_000)
    stop_words: bool = optional(
        "Leave words that say nothing in the site's languages, such as `the`, out of the index.", False, default=True
    )


class Notify(Noun):
    """Whom `ssg notify` tells what changed."""

    indexnow_key: Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{8,128}$")] | None = optional(
        "Key that the site publishes for IndexNow.", "5f1b9c3e7a2d4b60"
    )
    google: bool = optional("Also tell Google's Indexing API.", False, default=False)


class Config(Noun):
    """site.yaml, checked and with every default put in."""

    title: Line = about("The site's name.", "Careers at Acme", max_length=200)
    base_url: BaseUrl = about("Where the site is published; a path is kept.", "https://example.org/careers/")
    description: Line | None = optional("One sentence about working here.", "Build maps with us.")
    language: Language = optional("Language of the postings, unless they say otherwise.", "en", default="en")
    languages: Many[UiLanguage] = optional(
        "Languages of the site's own words; the first lives at the root, others under /LANG/; "
        "default: `language`, where it is one of these, else English.",
        ["en", "pt"],
        default=("en",),
        min_length=1,
    )
    time_zone: TimeZone = optional("Whose midnight closes a posting.", "Europe/Lisbon", default="UTC")
    theme: Annotated[str, Field(pattern=r"^[\w-]+$")] = optional("A folder of themes/.", "base", default="base")
    companies: dict[Slug, Company] = about("The employers, by a key of your own.", {"acme": {"name": "Acme"}})
    apply: Apply | None = optional("Where to apply when a posting does not say.", {"email": "jobs@acme.example"})
    repository: Url | None = optional("For links to edit and report.", "https://github.com/acme/careers")
    branch: Annotated[str, Field(pattern=r"^[\w./-]+$")] = optional("Branch that is published.", "main", default="main")
    repository_folder: RepositoryFolder | None = optional(
        "Folder of the site in its repository, where it is not the top.", "careers"
    )
    equal_opportunities: Text | None = optional("One paragraph shown on every posting.", "We hire on skill.")
    translations: dict[UiLanguage, Translation] = optional(
        "These texts in the other `languages`, by language.", {"pt": {"title": "Carreiras na Acme"}}, default={}
    )
    sections: dict[SectionName, Many[Line]] = optional(
        "Headings of the body that mean something to search engines.",
        {"responsibilities": ["What you will do"]},
        "responsibilities, qualifications, jobBenefits, skills",
        default=DEFAULT_SECTIONS,
    )
    lint: dict[str, RuleSeverity] = optional("Severity of a rule.", {"salary-missing": "error"}, default={})
    closed: Closed = optional("Postings that are over.", {"keep_days": 90}, default=Closed())
    feeds: Many[Feed] = optional("Aggregators to write a feed for.", ["indeed"], default=())
    look: Look = optional("Colours, type and logo.", {"accent": "#0b5c8a"}, default=Look())
    social_cards: bool = optional(
        "Draw a preview picture for each posting; needs ssg-careers[og].", True, default=False
    )
    social_card_font: Line | None = optional("Font file of `static/` for those pictures.", "fonts/NotoSansJP.ttf")
    home: Home = optional("The list of postings.", {"group_by": "department"}, default=Home())
    pay_unit: PayUnit = optional("Unit in which the pay filter compares.", "year", default="year")
    contact: Line | None = optional("Where problems with a posting are reported.", "jobs@acme.example")
    protect_mail: bool = optional(
        "Write mail addresses in references, which browsers and parsers read and simple harvesters do not.",
        True,
        default=False,
    )
    notify: Notify = optional("Who is told what changed.", {"google": False}, default=Notify())
    search: SearchOptions = optional("The search index.", {"shard_size": 500}, default=SearchOptions())
    limits: Limits = optional("Bounds on a file.", {"nesting": 200}, default=Limits())

    @model_validator(mode="before")
    @classmethod
    def _speaks_as_its_postings(cls, data: Any) -> Any:
        """Without `languages` the site's words are in the language of its postings."""
        if isinstance(data, dict) and "languages" not in data:
            primary = str(data.get("language", "")).partition("-")[0]
            return {**data, "languages": [primary]} if primary in get_args(UiLanguage) else data
        return data

    @model_validator(mode="after")
    def _has_company(self) -> Config:
        if not self.companies:
            raise PydanticCustomError("companies", "names no company", {})
        unknown = {key for said in self.translations.values() for key in said.about} - self.companies.keys()
        if unknown:
            raise PydanticCustomError(
                "translations", f"tell of `{min(unknown)}`, which `companies` has no entry for", {}
            )
        return self

    def in_language(self, language: str) -> Config:
        """These settings with the site's and the employers' texts in a language, as far as they are translated."""
        said = self.translations.get(language)  # type: ignore[call-overload]
        if said is None:
            return self
        texts = {name: getattr(said, name) for name in ("title", "description", "equal_opportunities")}
        companies = {
            key: company.model_copy(update={"about": said.about.get(key, company.about)})
            for key, company in self.companies.items()
        }
        return self.model_copy(update={**{name: text for name, text in texts.items() if text}, "companies": companies})

    @property
    def default_company(self) -> str:
        """Key of the company that a posting without `company` belongs to: the first."""
        return next(iter(self.companies))

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def base_path(self) -> str:
        """Path of `base_url`, with slashes at both ends: `/careers/`, or `/`."""
        return "/" + self.base_url.split("/", 3)[3]

    @property
    def read_limits(self) -> ReadLimits:
        """Bounds on a file of content."""
        given = self.limits
        return ReadLimits(given.file_bytes, given.nesting, given.marks, given.field_characters)


FILE = "site.yaml"


def load_config(root: Path, problems: Problems, base_url: str | None = None) -> Config:
    """Read and check `site.yaml` below `root`; `base_url` stands in for what it says.

    Raises ConfigError with every problem of the file.
    """
    read = _read(root, problems)
    data = read.value if base_url is None else {**read.value, "base_url": base_url}
    try:
        config = Config.model_validate(data, context=within(_longest(data)))
    except ValidationError as error:
        from ssg.source.explain import explain  # which a file without a mistake does not need

        problems.extend(read.new(tuple(explain(error, data, FILE, read.text, 1, Config))))
        problems.stop_on_error(ConfigError)
        raise
    problems.stop_on_error(ConfigError)
    return config


def _longest(data: Mapping[str, Any]) -> int:
    """The characters that a field of site.yaml may hold: what the file itself says, where that can be read."""
    try:
        return Limits.model_validate(data.get("limits", {})).field_characters
    except ValidationError:
        return LONGEST_TEXT


def _read(root: Path, problems: Problems) -> Recovered:
    if not (root / FILE).exists():
        message = f"there is no {FILE} in {'this folder' if root == Path() else root}"
        problems.add(
            Diagnostic(FILE, "missing", message, "Run `ssg init DIR` for a new site, or give its folder by `--root`")
        )
        problems.stop_on_error(ConfigError)
    raw, found = read_bytes(root, FILE)
    problems.extend(found)
    problems.stop_on_error(ConfigError)
    text, found = decode(FILE, raw or b"")
    problems.extend(found)
    problems.stop_on_error(ConfigError)
    read = read_on(FILE, text or "")
    problems.extend(read.problems)
    if not isinstance(read.value, dict | None):
        problems.add(explain_no_fields(FILE, read.text, 1, "title: Careers at Acme"))
        problems.stop_on_error(ConfigError)
    if read.value is None:
        problems.stop_on_error(ConfigError)
    settled, astray = settle(read.value or {}, Config, FILE, read.text, 1)
    problems.extend(read.new(tuple(astray)))
    return replace(read, value=without_empty(settled, Config))
