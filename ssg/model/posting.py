"""A posting: what its author writes in the front matter, and what reading adds."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from ssg.model.base import (
    Amount,
    Country,
    Currency,
    Email,
    IsoDate,
    Language,
    Line,
    Many,
    Name,
    Noun,
    Region,
    Slug,
    Text,
    Url,
    about,
    optional,
    or_string,
    shorthand,
)

Status = Literal["draft", "open", "closed"]
EmploymentType = Literal[
    "full-time", "part-time", "contract", "temporary", "internship", "volunteer", "per-diem", "other"
]
Workplace = Literal["on-site", "hybrid", "remote"]
PayUnit = Literal["hour", "day", "week", "month", "year"]
Education = Literal[
    "high-school",
    "associate-degree",
    "bachelor-degree",
    "professional-certificate",
    "postgraduate-degree",
    "none-required",
]


class Location(Noun):
    """A place where one reports to work."""

    city: Name | None = optional("The town.", "Seattle", "jobLocation.address.addressLocality")
    region: Name | None = optional("State, province or Land.", "WA", "jobLocation.address.addressRegion")
    country: Country = about("ISO 3166-1 alpha-2 code of the country.", "US", "jobLocation.address.addressCountry")
    street: Line | None = optional("Street and number.", "1 Main Street", "jobLocation.address.streetAddress")
    postal_code: Line | None = optional("Postal code.", "98101", "jobLocation.address.postalCode")


class Applicants(Noun):
    """Who may apply from where; for remote work."""

    countries: Many[Country] = optional(
        "Countries one may work from, as ISO 3166-1 alpha-2 codes.",
        ["US", "CA"],
        "applicantLocationRequirements (Country)",
        default=(),
    )
    regions: Many[Region] = optional(
        "States or provinces one may work from, as ISO 3166-2 codes.",
        ["US-WA", "US-OR"],
        "applicantLocationRequirements (State)",
        default=(),
    )
    worldwide: bool = optional("One may work from anywhere.", True, default=False)
    time_zones: Line | None = optional("Hours or time zones to overlap with.", "Pacific hours")


class Salary(Noun):
    """Base pay, as the employer states it. Never an estimate."""

    min: Amount | None = optional("Lower end of the range.", 170000, "baseSalary.value.minValue")
    max: Amount | None = optional("Upper end of the range.", 230000, "baseSalary.value.maxValue")
    amount: Amount | None = optional("One figure, in place of a range.", 200000, "baseSalary.value.value")
    currency: Currency = about("ISO 4217 code of the currency.", "USD", "baseSalary.currency")
    unit: PayUnit = about("What the pay is for.", "year", "baseSalary.value.unitText")
    note: Text | None = optional(
        "What the figure leaves out, or depends on.", "Equity comes on top.", "baseSalary.description"
    )

    @model_validator(mode="after")
    def _one_way_to_say_it(self) -> Salary:
        if self.amount is not None and (self.min is not None or self.max is not None):
            raise PydanticCustomError("salary_shape", "gives both `amount` and a range", {})
        if self.amount is None and self.min is None and self.max is None:
            raise PydanticCustomError("salary_shape", "gives no figure", {})
        if self.min is not None and self.max is not None and self.min > self.max:
            raise PydanticCustomError("salary_shape", "has a `min` above its `max`", {})
        return self


class Skill(Noun):
    """Something the work asks for."""

    model_config = ConfigDict(json_schema_extra=or_string)
    name: Name = about("The skill's usual name.", "Postgres", "skills", max_length=200)
    years: Annotated[int, Field(ge=1, le=60)] | None = optional("Years of it that are asked for.", 5)

    _expand = model_validator(mode="before")(shorthand("name"))


class Experience(Noun):
    """How much experience is asked for: months, or years, or `none-required` in place of the mapping."""

    model_config = ConfigDict(json_schema_extra=or_string)
    months: Annotated[int, Field(ge=1, le=720)] | None = optional(
        "Months of experience, at least.", 60, "experienceRequirements.monthsOfExperience"
    )
    years: Annotated[int, Field(ge=1, le=60)] | None = optional("The same in years.", 5)
    none_required: bool = optional("No experience is asked for.", False, default=False)

    @model_validator(mode="before")
    @classmethod
    def _expand(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if value.strip() != "none-required":
            raise PydanticCustomError("experience", "is neither a mapping nor none-required", {})
        return {"none_required": True}

    @model_validator(mode="after")
    def _one_way_to_say_it(self) -> Experience:
        if (self.months is not None) + (self.years is not None) + self.none_required != 1:
            raise PydanticCustomError("experience", "wants one of `months`, `years` and none-required", {})
        return self

    @property
    def in_months(self) -> int:
        """Months asked for; 0 when none are."""
        return self.months or (self.years or 0) * 12


class InterviewStep(Noun):
    """One conversation on the way to an offer."""

    model_config = ConfigDict(json_schema_extra=or_string)
    step: Line = about("What happens, and with whom.", "Call with the people team")
    minutes: Annotated[int, Field(ge=1, le=10_000)] | None = optional("How long it takes.", 30)

    _expand = model_validator(mode="before")(shorthand("step"))


class Apply(Noun):
    """Where an application goes: one of `url`, `email` and `form`."""

    model_config = ConfigDict(json_schema_extra=or_string)
    url: Url | None = optional("A page to apply on.", "https://acme.example/apply")
    email: Email | None = optional("A mail address.", "jobs@acme.example", "applicationContact.email")
    form: Url | None = optional("A form that takes the whole application.", "https://forms.example/1", "directApply")
    subject: Line | None = optional("Subject of the mail; default: the title.", "Application: Engineer")
    direct: bool = optional(
        "The address takes the application without log-in or detour.", True, "directApply", default=False
    )

    @model_validator(mode="before")
    @classmethod
    def _expand(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"email" if "@" in value and "://" not in value else "url": value.removeprefix("mailto:")}
        return value

    @model_validator(mode="after")
    def _one_way(self) -> Apply:
        if (self.url is not None) + (self.email is not None) + (self.form is not None) != 1:
            raise PydanticCustomError("apply_shape", "wants exactly one of `url`, `email` and `form`", {})
        return self


class Contact(Noun):
    """Who answers questions about the posting."""

    name: Line | None = optional("A person or a team.", "The people team", "applicationContact.name")
    email: Email | None = optional("A mail address.", "people@acme.example", "applicationContact.email")
    phone: Line | None = optional("A telephone number.", "+351 21 000 0000", "applicationContact.telephone")


class LintOptions(Noun):
    """What `ssg check` leaves alone in this posting."""

    ignore: Many[Line] = optional("Names of rules.", ["gendered-words"], default=())


class FrontMatter(Noun):
    """What the author of a posting writes between the `---` lines."""

    title: Line = about("The job's name alone: no place, pay, code or company.", "Senior Software Engineer", "title")
    date_posted: IsoDate = about("The day it was first published. A day ahead: scheduled.", "2026-11-02", "datePosted")
    valid_through: IsoDate | None = optional(
        "Last day to apply, in the site's time zone. Leave out if there is none.",
        "2027-01-31",
        "validThrough",
    )
    status: Status = optional("draft, open or closed.", "open", default="open")
    date_closed: IsoDate | None = optional("The day a posting with `status: closed` was closed.", "2027-01-15")
    filled: bool = optional("Closed because somebody was found.", True, default=False)
    summary: Line | None = optional(
        "One or two sentences for lists, previews and feeds; default: the first paragraph.",
        "Build the data systems behind an open social network.",
    )
    company: Line | None = optional("Key of site.yaml `companies`; default: the first.", "acme", "hiringOrganization")
    department: Name | None = optional("Department or team.", "Infrastructure", "employmentUnit", max_length=200)
    employment_type: Many[EmploymentType] = optional("One or several.", "full-time", "employmentType", default=())
    workplace: Workplace | None = optional(
        "remote means all of the work may be done from elsewhere; some days at home are hybrid.",
        "remote",
        "jobLocationType",
    )
    locations: Many[Location] = optional(
        "Where one reports to work.",
        [{"city": "Seattle", "region": "WA", "country": "US"}],
        "jobLocation",
        default=(),
    )
    applicants: Applicants | None = optional(
        "Remote: who may apply from where.", {"countries": ["US"]}, "applicantLocationRequirements"
    )
    salary: Salary | None = optional(
        "Base pay.", {"min": 170000, "max": 230000, "currency": "USD", "unit": "year"}, "baseSalary"
    )
    equity: bool | None = optional("Shares or options come with it.", True, "incentiveCompensation")
    incentives: Line | None = optional(
        "Bonus or commission, in words.", "A yearly bonus of up to 10 %", "incentiveCompensation"
    )
    benefits: Many[Line] = optional("What comes with the job.", ["Health insurance"], "jobBenefits", default=())
    skills: Many[Skill] = optional(
        "What the work asks for.", ["Go", {"name": "Postgres", "years": 5}], "skills", default=()
    )
    experience: Experience | None = optional("Experience asked for.", {"years": 5}, "experienceRequirements")
    education: Many[Education] = optional(
        "Lowest education asked for.", "bachelor-degree", "educationRequirements", default=()
    )
    experience_in_place_of_education: bool | None = optional(
        "Experience is taken in place of a degree.", True, "experienceInPlaceOfEducation"
    )
    interview: Many[InterviewStep] = optional(
        "The conversations, in order.", [{"step": "Call with the people team", "minutes": 30}], default=()
    )
    travel: Line | None = optional("How much, and where to.", "Some, to Seattle")
    start: IsoDate | Literal["immediately"] | None = optional(
        "First day of work, or `immediately`.", "2027-02-01", "jobStartDate, jobImmediateStart"
    )
    hours: Line | None = optional("Working hours.", "40 a week", "workHours")
    openings: Annotated[int, Field(ge=1, le=10_000)] | None = optional(
        "How many people are wanted.", 1, "totalJobOpenings"
    )
    identifier: Line | None = optional("The employer's own number.", "ENG-123", "identifier", max_length=200)
    industry: Line | None = optional("The branch; default: the company's.", "Software", "industry")
    occupation: Many[Line] = optional(
        "Occupation codes, as O*NET-SOC or ISCO-08 number them.", "15-1252.00 Software Developers",
        "occupationalCategory", default=(),
    )  # fmt: skip
    eligibility: Line | None = optional(
        "Papers or permits that are needed.", "A permit to work in the EU", "eligibilityToWorkRequirement"
    )
    apply: Apply | None = optional(
        "Where to apply; default: site.yaml `apply`.",
        {"url": "https://acme.example/apply"},
        "directApply, applicationContact",
    )
    contact: Contact | None = optional("Who answers questions.", {"email": "people@acme.example"}, "applicationContact")
    language: Language | None = optional("Language of the text; default: site.yaml `language`.", "en")
    aliases: Many[Slug] = optional("Old addresses that lead here, the oldest last.", ["old-slug"], default=())
    lint: LintOptions | None = optional("Advice to leave out.", {"ignore": ["gendered-words"]})

    @model_validator(mode="after")
    def _in_order(self) -> FrontMatter:
        if self.valid_through and self.valid_through < self.date_posted:
            raise PydanticCustomError("dates_order", "is a day before `date_posted`", {})
        return self


class Posting(FrontMatter):
    """A posting as read: the front matter with site.yaml's defaults put in, and what its file and body say.

    `slug` is the last part of its address, `path` the file relative to the root, `digest` a digest of the file,
    its name and the defaults: equal digests mean equal postings. `facts` is the same of all but the body. `source` is
    the key of its body in the store, `translation` the language in its file name (`x.pt.md`), empty for the original.
    `excerpt` is the first paragraph as plain text.
    """

    slug: Slug
    path: str
    digest: str
    facts: str = ""
    source: str = ""
    translation: str = ""
    company: str
    language: Language
    excerpt: str = ""
    words: int = 0

    def __hash__(self) -> int:
        return hash(self.digest)

    @property
    def teaser(self) -> str:
        """The summary, or the first paragraph where there is none."""
        return self.summary or self.excerpt

    @property
    def remote(self) -> bool:
        return self.workplace == "remote"

    @property
    def start_date(self) -> date | None:
        return self.start if isinstance(self.start, date) else None
