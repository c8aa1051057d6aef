"""Forms: made from the model, filed by anybody, read as data."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pydantic import TypeAdapter

from ssg.config import Config
from ssg.diagnostics import Diagnostic
from ssg.editing.answers import refused
from ssg.editing.beginning import new_posting
from ssg.editing.forms import close_questions, post_questions
from ssg.editing.issues import posting_fields, read_issue
from ssg.model import FrontMatter
from ssg.model.base import Line
from ssg.source import parse_yaml, split_source
from tests.building import build_site, posting
from tests.commands import Ran, run
from tests.sites import SITE_YAML

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 20)
DAY = ("--today", "2026-11-20")
CONFIG = Config.model_validate(
    {
        "title": "Careers",
        "base_url": "https://example.org/careers/",
        "companies": {"acme": {"name": "Acme"}, "globex": {"name": "Globex Works"}},
        "repository": "https://github.com/acme/careers",
    }
)
MakeSite = Callable[..., Path]

ISSUE = """### Title

Senior Engineer: Data

### Employment type

full-time, contract

### Workplace

remote

### City

_No response_

### Countries to work from

Portugal, Deutschland; FR

### Pay, lower end

60,000

### Pay, upper end

70 000

### Currency

€

### Pay is for

year

### First day

_No response_

### Last day to apply

31.1.2027

### Where to apply

jobs@example.com

### Skills

- Go
* Postgres

### Text

You build what others stand on.

### Where to apply

is a heading of the text by now.
"""


def file_issue(root: Path, command: str, body: str) -> tuple[Ran, dict[str, Any]]:
    (root / "issue.md").write_bytes(body.encode("utf-8", "surrogatepass"))
    ran = run(root, command, "--from-issue", str(root / "issue.md"), "--answer", str(root / "answer.json"), *DAY)
    return ran, json.loads((root / "answer.json").read_text(encoding="utf-8"))


# The forms


def test_the_forms_of_this_repository_are_current(tmp_path: Path) -> None:
    run(ROOT, "cms-config", "--issue-forms", str(tmp_path / "forms"))
    made = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "forms").iterdir()}
    folder = ROOT / ".github/ISSUE_TEMPLATE"
    kept = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*-a-job.yml")}
    assert made == kept, "run: ssg cms-config --issue-forms .github/ISSUE_TEMPLATE"


def test_a_form_is_what_github_takes() -> None:
    for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("*-a-job.yml"):
        form = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert set(form) == {"name", "description", "title", "labels", "body"}
        elements = [element for element in form["body"] if element["type"] != "markdown"]
        ids, labels = ([e["id"] for e in elements], [e["attributes"]["label"] for e in elements])
        assert len(set(ids)) == len(ids)
        assert len(set(labels)) == len(labels)
        for element in elements:
            assert re.fullmatch(r"[\w-]+", element["id"])
            assert element["type"] in ("input", "textarea", "dropdown")
            options = element["attributes"].get("options")
            assert (options is not None) == (element["type"] == "dropdown")
            assert options is None or all(isinstance(o, str) and o.lower() != "none" for o in options)


def test_a_site_with_several_companies_asks_which_one_hires() -> None:
    (company,) = [question for question in post_questions(CONFIG) if question.name == "company"]
    assert company.choices == ("Acme", "Globex Works")
    one = CONFIG.model_copy(update={"companies": {"acme": CONFIG.companies["acme"]}})
    assert "company" not in [question.name for question in post_questions(one)]


# The form editor


def test_the_editors_settings_have_every_field_that_they_can_keep(make_site: MakeSite) -> None:
    ran = run(make_site(), "cms-config")
    assert ran.out.splitlines()[1] == "# Edited in the file alone, and kept as they are: experience, apply."
    made = yaml.safe_load(ran.out)
    assert made["backend"] == {"name": "github", "repo": "OWNER/REPOSITORY", "branch": "main"}
    assert (made["publish_mode"], made["public_folder"]) == ("editorial_workflow", "/careers")
    (postings,) = made["collections"]
    place = (postings["folder"], postings["extension"], postings["format"])
    assert place == ("content/postings", "md", "yaml-frontmatter")
    by_name = {field["name"]: field for field in postings["fields"]}
    assert list(by_name) == [name for name in FrontMatter.model_fields if name not in ("experience", "apply")] + [
        "body"
    ]
    assert [name for name, field in by_name.items() if field["required"]] == ["title", "date_posted", "body"]
    assert by_name["date_posted"]["format"] == "YYYY-MM-DD"
    assert by_name["status"]["options"] == ["draft", "open", "closed"]
    assert not [name for name, field in by_name.items() if "default" in field], "would be written into every posting"
    assert by_name["company"]["options"] == [{"label": "Example", "value": "example"}]
    assert by_name["locations"]["widget"] == "list"
    assert [field["name"] for field in by_name["locations"]["fields"]][:3] == ["city", "region", "country"]
    known = {"string", "text", "datetime", "boolean", "number", "select", "list", "object", "markdown"}
    assert {field["widget"] for field in by_name.values()} <= known


@pytest.mark.skipif("SVELTIA_SCHEMA" not in os.environ, reason="names schema/sveltia-cms.json of npm's @sveltia/cms")
def test_the_editors_settings_are_what_its_published_schema_wants(make_site: MakeSite) -> None:
    schema = json.loads(Path(os.environ["SVELTIA_SCHEMA"]).read_text(encoding="utf-8"))
    for site in (ROOT, make_site()):
        made = yaml.safe_load(run(site, "cms-config").out)
        jsonschema.validators.validator_for(schema)(schema).validate(made)


@pytest.mark.parametrize(
    ("lines", "left_out"),
    [
        ({"skills": "[{name: Go}, {name: Postgres, years: 5}]"}, "experience, apply"),
        ({"skills": "[Go, {name: Postgres}]"}, "skills, experience, apply"),
        ({"locations": "{city: Porto, country: PT}"}, "locations, experience, apply"),
        ({"interview": "A call"}, "experience, interview, apply"),
    ],
)
def test_a_field_that_an_editor_would_lose_is_left_to_the_file(
    make_site: MakeSite, lines: dict[str, str], left_out: str
) -> None:
    """Seen in Sveltia CMS 0.221: a word in place of a mapping is refused in a list, and dropped elsewhere."""
    root = make_site(
        f"-- content/postings/a.md --\n{posting()}-- content/postings/b.md --\n{posting(**lines)}"
        "-- content/postings/c.md --\nnothing\n"
    )
    made = run(root, "cms-config").out
    assert made.splitlines()[1] == f"# Edited in the file alone, and kept as they are: {left_out}."
    names = {field["name"] for field in yaml.safe_load(made)["collections"][0]["fields"]}
    assert not names & set(left_out.split(", "))


def test_a_site_below_the_top_of_its_repository_is_edited_there(make_site: MakeSite) -> None:
    root = make_site(site_yaml=SITE_YAML + "repository_folder: jobs\nrepository: https://github.com/acme/www.git\n")
    made = yaml.safe_load(run(root, "cms-config").out)
    assert made["collections"][0]["folder"] == "jobs/content/postings"
    assert made["backend"]["repo"] == "acme/www"
    assert made["media_folder"] == "jobs/static"


def test_the_page_of_the_editor_is_written_beside_its_settings_and_published(make_site: MakeSite) -> None:
    root = make_site(f"-- content/postings/a.md --\n{posting()}")
    ran = run(root, "cms-config", "--admin", "static/admin", "--issue-forms", ".github/ISSUE_TEMPLATE")
    assert ran.out.splitlines() == [
        ".github/ISSUE_TEMPLATE/close-a-job.yml",
        ".github/ISSUE_TEMPLATE/post-a-job.yml",
        "static/admin/config.yml",
        "static/admin/index.html",
    ]
    assert (root / "static/admin/config.yml").read_text(encoding="utf-8") == run(root, "cms-config").out
    build_site(root)
    page = (root / "_site/admin/index.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in page
    assert "default-src 'none'; script-src 'self';" in page
    assert "admin" not in (root / "_site/sitemap.xml").read_text(encoding="utf-8")


# Filed


def test_the_answers_become_fields_and_what_was_left_out_stays_out() -> None:
    answers = read_issue(ISSUE.replace("\n", "\r\n").encode(), post_questions(CONFIG))
    assert posting_fields(answers, CONFIG, TODAY) == {
        "title": "Senior Engineer: Data",
        "date_posted": TODAY,
        "valid_through": date(2027, 1, 31),
        "employment_type": ["full-time", "contract"],
        "workplace": "remote",
        "applicants": {"countries": ["PT", "DE", "FR"]},
        "salary": {"min": 60000, "max": 70000, "currency": "EUR", "unit": "year"},
        "apply": {"email": "jobs@example.com"},
        "skills": ["Go", "Postgres"],
    }
    assert answers["text"].endswith("### Where to apply\n\nis a heading of the text by now.")


PAY = {
    "60.000 | | |": {"amount": 60000},
    " | 70000 | usd |": {"max": 70000, "currency": "USD"},
    "50k | 60K | Euro | year": {"min": 50000, "max": 60000, "currency": "EUR", "unit": "year"},
    "50-60k | | EUR | year": {"min": 50000, "max": 60000, "currency": "EUR", "unit": "year"},
    "50.000 – 60.000 € | | | year": {"min": 50000, "max": 60000, "currency": "EUR", "unit": "year"},
    "EUR 50 000 | | | month": {"amount": 50000, "currency": "EUR", "unit": "month"},
    "50000 to 60000 | | EUR |": {"min": 50000, "max": 60000, "currency": "EUR"},
    "31,50 | | EUR | hour": {"amount": Decimal("31.50"), "currency": "EUR", "unit": "hour"},
    "1.234,56 | | EUR | month": {"amount": Decimal("1234.56"), "currency": "EUR", "unit": "month"},
    "60.5k | | EUR | year": {"amount": 60500, "currency": "EUR", "unit": "year"},
    # a sign of several currencies says none
    "$60,000 | $70,000 | | year": {"min": 60000, "max": 70000, "unit": "year"},
    "$60,000 | | CAD | year": {"amount": 60000, "currency": "CAD", "unit": "year"},
    # not certain: as it was written
    "about 60k | | | year": {"amount": "about 60k", "unit": "year"},
    "1.5 Mio | | EUR | year": {"amount": "1.5 Mio", "currency": "EUR", "unit": "year"},
    "50k before tax | | EUR | year": {"amount": "50k before tax", "currency": "EUR", "unit": "year"},
    "50000 € | 60000 | USD | year": {"min": "50000 €", "max": "60000", "currency": "USD", "unit": "year"},
    "50k - sixty | | EUR | year": {"amount": "50k - sixty", "currency": "EUR", "unit": "year"},
    "1.2.3 | | | year": {"amount": "1.2.3", "unit": "year"},
    "9" * 20 + "| | |": {"amount": "9" * 20},
    " | | EUR | year": None,
}


@pytest.mark.parametrize(("said", "salary"), PAY.items(), ids=PAY)
def test_pay_is_taken_as_it_was_said_and_never_completed(said: str, salary: Any) -> None:
    names = ("pay_min", "pay_max", "pay_currency", "pay_unit")
    answers = {name: part.strip() for name, part in zip(names, said.split("|"), strict=True) if part.strip()}
    assert posting_fields({"title": "A", **answers}, CONFIG, TODAY).get("salary") == salary


def test_skills_on_one_line_are_taken_apart_and_their_years_read() -> None:
    said = "Go, Postgres (5 years); Rust\n- Kubernetes (3+ Jahre)\n* C (old, new)\nR (beginner)"
    assert posting_fields({"title": "A", "skills": said, "benefits": "Pension, matched"}, CONFIG, TODAY) == {
        "title": "A",
        "date_posted": TODAY,
        "benefits": ["Pension, matched"],
        "skills": [
            "Go", {"name": "Postgres", "years": 5}, "Rust", {"name": "Kubernetes", "years": 3}, "C (old, new)",
            "R (beginner)",
        ],
    }  # fmt: skip


WRONG = {
    "Title": ("", "- **Title** is missing. Write **Title**: <code>Senior Software Engineer</code>"),
    "City": ("Paris", "- **Country** is missing in **the place of work**. Write **Country**: <code>US</code>"),
    "Pay, lower end": ("60k", "- **Currency** is missing in **Pay**. Write **Currency**: <code>USD</code>"),
    "Pay, upper end": ("sixty", "- <code>sixty</code> in **Pay, upper end** is not a plain number. "
                       "Write digits only, as in <code>170000</code>"),
    "Where to apply": ("acme.example", "- <code>acme.example</code> in **Where to apply** is not an address that "
                       "begins with https:\u200b// or http:\u200b//. Write <code>https&#58;//acme.example</code>"),
    "Last day to apply": ("soon", "- <code>soon</code> in **Last day to apply** is not a date written as YYYY-MM-DD. "
                          "Write it like <code>2026-11-02</code>"),
}  # fmt: skip


@pytest.mark.parametrize(("label", "said"), WRONG.items(), ids=WRONG)
def test_what_is_wrong_is_said_by_the_names_that_the_form_has(
    make_site: MakeSite, label: str, said: tuple[str, str]
) -> None:
    """No field of YAML and no brace is shown to whoever filed a form."""
    answers = {"Title": "Engineer", label: said[0], "Text": "Work on it."}
    _, answer = file_issue(make_site(), "new", "".join(f"### {name}\n\n{text}\n\n" for name, text in answers.items()))
    assert said[1] in answer["body"].splitlines()
    assert not re.search(r"[{}]|&#123;|\b[a-z]+_[a-z]+\b|\w&#58; ", answer["body"])


def test_a_text_that_begins_with_a_rule_begins_no_second_block_of_fields(make_site: MakeSite) -> None:
    root = make_site()
    body = "### Title\n\nEngineer\n\n### Text\n\n---\nstatus: closed\n---\n\nWork on it.\n"
    _, answer = file_issue(root, "new", body)
    assert (
        (root / answer["path"]).read_text(encoding="utf-8").endswith("---\n\n***\nstatus: closed\n---\n\nWork on it.\n")
    )


def test_a_filed_form_becomes_a_posting_and_the_words_of_a_pull_request(make_site: MakeSite) -> None:
    root = make_site()
    ran, answer = file_issue(root, "new", ISSUE)
    path = "content/postings/senior-engineer-data.md"
    assert (ran.code, ran.out) == (0, f"{path}\n")
    assert (answer["ok"], answer["title"], answer["path"]) == (True, "Post: Senior Engineer: Data", path)
    assert answer["body"].startswith("### Postings: 1 added\n\n| | posting | what changes |\n")
    assert "Worth a thought before it is published:" in answer["body"]
    assert (
        (root / path).read_text(encoding="utf-8").startswith('---\ntitle: "Senior Engineer: Data"\ndate_posted: 2026-')
    )
    _, answer = file_issue(root, "new", ISSUE)
    assert answer["path"] == "content/postings/senior-engineer-data-2.md"


def test_a_form_that_is_wrong_is_answered_in_its_own_words(make_site: MakeSite) -> None:
    root = make_site()
    body = (
        "### Title\n\nEngineer\n\n### Country\n\nAtlantis\n\n### Pay, lower end\n\nlots\n\n"
        "### Last day to apply\n\n3/4/2027\n\n### Text\n\nWhat the team does, and why this job is open.\n"
    )
    ran, answer = file_issue(root, "new", body)
    assert ran.code == 1
    assert answer == {
        "ok": False,
        "title": "",
        "path": "",
        "body": "No pull request was opened yet:\n\n"
        "- <code>3/4/2027</code> in **Last day to apply** is not a date written as YYYY-MM-DD. "
        "Write <code>2027-04-03</code> or <code>2027-03-04</code>\n"
        "- <code>Atlantis</code> in **Country** is not a country's ISO 3166-1 code. "
        "Write a code such as <code>PT</code>\n"
        "- <code>lots</code> in **Pay** is not a plain number. "
        "Write digits only, as in <code>170000</code>\n"
        "- **Currency** is missing in **Pay**. Write **Currency**: <code>USD</code>\n"
        "- **Pay is for** is missing in **Pay**. Write **Pay is for**: <code>year</code>\n"
        "- the text still holds lines that the form began with. Replace them, or delete them\n\n"
        "Edit the form above (the three dots at its right, then Edit). It is looked at again when you save it.\n",
    }
    assert not (root / "content").exists()


def test_a_posting_that_check_refuses_is_not_kept(make_site: MakeSite) -> None:
    site = "title: Careers\nbase_url: https://example.org/\ncompanies: {a: {name: A}}\n"
    root = make_site(site_yaml=site)
    ran, answer = file_issue(root, "new", "### Title\n\nEngineer\n\n### Text\n\nWork on it.\n")
    assert (ran.code, answer["ok"]) == (1, False)
    assert "[apply-missing]" in ran.err
    assert list((root / "content/postings").iterdir()) == []


def test_an_empty_issue_is_answered_too(make_site: MakeSite) -> None:
    ran, answer = file_issue(make_site(), "new", "hello")
    assert ran.code == 1
    assert "- **Title** is missing. Write **Title**: <code>Senior Software Engineer</code>\n" in answer["body"]
    assert "- the text of the posting is missing. Say what the work is\n" in answer["body"]


@pytest.mark.parametrize(
    "said",
    [
        "engineer", "Engineer", " engineer/ ", "content/postings/engineer.md", "https://example.org/careers/jobs/engineer/",
        "https://example.org/careers/pt/jobs/engineer/?utm_source=x#apply",
        "[Engineer](https://example.org/careers/jobs/engineer/)", "<https://example.org/careers/jobs/engineer>",
    ],
)  # fmt: skip
def test_a_posting_to_close_is_known_by_what_people_call_it(make_site: MakeSite, said: str) -> None:
    root = make_site(f"-- content/postings/engineer.md --\n{posting('Engineer')}")
    _, answer = file_issue(root, "close", f"### Posting\r\n\r\n{said}\r\n")
    assert (answer["title"], answer["path"]) == ("Close: Engineer", "content/postings/engineer.md")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("enginer", "there is no posting <code>enginer</code>; the nearest is <code>engineer</code>"),
        ("../../site.yaml", "there is no posting <code>site.yaml</code>; <code>ssg list</code> shows all 1"),
        ("_No response_", "it is not said which posting"),
    ],
)
def test_a_posting_that_is_none_is_not_closed(make_site: MakeSite, said: str, told: str) -> None:
    root = make_site(f"-- content/postings/engineer.md --\n{posting('Engineer')}")
    ran, answer = file_issue(root, "close", f"### Posting\n\n{said}\n")
    assert (ran.code, answer["ok"]) == (1, False)
    line = f"- {told}. Open the posting's page, and copy its address from the browser"
    assert line in answer["body"].splitlines()


def test_a_filed_close_form_closes_the_posting(make_site: MakeSite) -> None:
    root = make_site(f"-- content/postings/engineer.md --\n{posting('Engineer')}")
    body = "### Posting\n\nhttps://example.org/careers/jobs/engineer/\n\n### Was somebody found?\n\nyes\n"
    ran, answer = file_issue(root, "close", body)
    assert (ran.code, ran.out) == (0, "content/postings/engineer.md\n")
    assert (answer["ok"], answer["title"]) == (True, "Close: Engineer")
    assert "filled: true\n" in (root / "content/postings/engineer.md").read_text(encoding="utf-8")
    ran, answer = file_issue(root, "close", body)
    assert (ran.code, answer["ok"]) == (1, False)
    assert "- the posting is closed already\n" in answer["body"]


@pytest.mark.parametrize("name", ["../../../etc/passwd", "enginer", "@everyone `x`", "/", "content/postings"])
def test_a_close_form_that_names_no_posting_is_answered(make_site: MakeSite, name: str) -> None:
    root = make_site(f"-- content/postings/engineer.md --\n{posting('Engineer')}")
    ran, answer = file_issue(root, "close", f"### Posting\n\n{name}\n")
    assert (ran.code, answer["ok"]) == (1, False)
    assert "there is no posting" in answer["body"]
    assert "@everyone" not in answer["body"]


# Hostile

EVIL = ["### Text", "### Title", "---", "title: x", "$(id)", "`id`", "${{ github.token }}", "../../x", "::error::x",
        "<script>", "@everyone", "_No response_", "\u202e", "\x00", "'", '"', "- a: b", "!!python/object", "*a",
        "&a"]  # fmt: skip
ANSWERS = st.lists(st.one_of(st.sampled_from(EVIL), st.text(max_size=30)), max_size=4).map("\n".join)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from([q.name for q in post_questions(CONFIG)]), ANSWERS, max_size=8))
def test_whatever_stands_in_an_issue_the_file_says_no_more_than_its_fields(said: dict[str, str]) -> None:
    questions = post_questions(CONFIG)
    body = "".join(f"### {q.label}\n\n{said.get(q.name, '_No response_')}\n\n" for q in questions)
    answers = read_issue(body.encode("utf-8", "replace"), questions)
    fields = posting_fields(answers, CONFIG, TODAY)
    file = new_posting("x", fields, CONFIG, body=answers.get("text", ""), offer=False)
    assert file.path == "content/postings/x.md"
    source, _ = split_source("x.md", file.text.encode("utf-8", "replace"))
    if source is not None:
        data, _ = parse_yaml("x.md", source.front)
        assert data is None or data.keys() == fields.keys()
        assert data or file.problems
    if not file.problems:
        assert source
        assert FrontMatter.model_validate(data).title == TypeAdapter(Line).validate_python(answers["title"])


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.sampled_from(EVIL), st.text(max_size=60)), st.text(max_size=20))
def test_an_answer_shows_an_authors_words_and_obeys_none(words: str, hint: str) -> None:
    answer = refused([Diagnostic("", "x", f"`{words}` in `title` is wrong", hint)], close_questions())
    html = MarkdownIt("gfm-like", {"linkify": False}).render(answer.body)
    assert set(re.findall(r"<(\w+)", html)) <= {"p", "ul", "li", "code", "strong"}
    outside = re.sub(r"<code>[^<]*</code>", "", answer.body)
    assert not re.search(r"@\w|#\d", outside)


def test_an_issue_of_any_size_is_read_in_no_time() -> None:
    body = b"### Title\n\nx\n" + b"### Text\n\n" + b"### Title\n" * 200_000
    assert read_issue(body, post_questions(CONFIG))["title"] == "x"
