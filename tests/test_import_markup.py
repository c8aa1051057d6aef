"""Other people's HTML as clean Markdown."""

from __future__ import annotations

import pytest

from ssg.importers.markup import markdown_of


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("&amp;lt;p&amp;gt;Tom &amp;amp;amp; Jerry&amp;lt;/p&amp;gt;", "Tom & Jerry\n"),
        ("<p>A<br>B<br/><br/>C</p>", "A\\\nB\n\nC\n"),
        ("<p>Do:<br>- a<br>- b<br>\u2022 c</p>", "Do:\n\n- a\n- b\n- c\n"),
        ("<span>Requirements</span><br>* c<br>* d<br><br>See you.", "## Requirements\n\n- c\n- d\n\nSee you.\n"),
        ("<p><b>Perks:</b><br></p><p>- a<br>- b</p>", "## Perks\n\n- a\n- b\n"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>&nbsp;</li></ul>", "- a\n  - b\n"),
        ("<h3></h3><h1>A</h1><h4>B</h4><p>c</p>", "## A\n\n### B\n\nc\n"),
        ("<table><tr><th>Day</th></tr><tr><td>Mon<br>day</td></tr></table>", "| Day |\n| --- |\n| Mon day |\n"),
        ("<style>p{}</style><script>x()</script><p onclick='x()'>Hi <a href='javascript:x()'>x</a></p>", "Hi x\n"),
        ("<p># one</p><p>&gt; two</p><p>[a](b)</p>", "\\# one\n\n\\> two\n\n\\[a](b)\n"),
        ("<dl><dt>Shift</dt><dd>Nights</dd></dl>", "## Shift\n\nNights\n"),
        ("<div>One</div><div><br></div><div>Two&nbsp;&nbsp;three \U0001f600</div>", "One\n\nTwo three \U0001f600\n"),
        ("3 &lt; 5 and &lt;not a tag&gt; &amp; more", "3 < 5 and \\<not a tag> & more\n"),
        ("<p>Open <b>bold</p>", "Open **bold**\n"),
    ],
    ids=lambda text: text[:20],
)
def test_html_becomes_the_markdown_that_the_house_writes(html: str, markdown: str) -> None:
    assert markdown_of(html) == markdown
