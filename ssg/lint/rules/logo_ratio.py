"""A company's logo has a shape that search engines show.

They ask for a width between 0.75 and 2.5 times the height. Read are SVG, PNG, GIF and JPEG files of the `static/`
folders.
Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (`hiringOrganization.logo`)

Passes:

    -- site.yaml --
    title: Careers
    base_url: https://acme.example/
    companies: {acme: {name: Acme, logo: acme.svg}}
    -- static/acme.svg --
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"/>

Fails:

    -- site.yaml --
    title: Careers
    base_url: https://acme.example/
    companies: {acme: {name: Acme, logo: acme.svg}}
    -- static/acme.svg --
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 100"/>
"""

from __future__ import annotations

from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding
from ssg.lint.pictures import size_of

ID = "logo-ratio"
SEVERITY = Severity.WARNING
LOW, HIGH = 0.75, 2.5


def check_site(context: Context) -> Iterator[Finding]:
    for key, company in context.config.companies.items():
        data = context.static(company.logo) if company.logo and context.static else None
        size = size_of(data) if data else None
        if size and not LOW <= size[0] / size[1] <= HIGH:
            width, height = size
            yield Finding(
                f"the logo `{company.logo}` is {width:g} wide and {height:g} high, a ratio of {width / height:.2f}",
                "Search engines want between 0.75 and 2.5: add empty space at the short sides, or use the sign alone",
                field=("companies", key, "logo"),
            )
