"""Hostile postings in a real browser: what scripts put on the page stays text, found by words and by filters."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.building import build_site
from tests.test_hostile import flat, hostile_posting, payloads, write

if TYPE_CHECKING:
    from playwright.sync_api import Page

SINK = "() => { try { document.body.innerHTML = '<b>'; } catch (error) { return error.name; } }"
"""What no script may do: the page's policy asks for a type that nobody can make."""
SOME = [text for name in ("markup", "templates") for text in payloads(name)[::4]]


@pytest.mark.parametrize("ask", ["?q=go", "?workplace=hybrid", "?skill=go&sort=date"])
def test_hostile_postings_are_text_in_the_list_that_scripts_make(
    tmp_path: Path, serve_folder: Callable[..., str], page: Page, troubles: list[str], ask: str
) -> None:
    write(tmp_path, {f"job-{at}": hostile_posting(text) for at, text in enumerate(SOME)})
    built = build_site(tmp_path, search=True, environment=dict(os.environ))
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))
    page.goto(serve_folder(built.output) + ask)
    page.locator("[data-results] [data-row]").first.wait_for()
    shown = page.locator('[data-results] [data-field="title"]').all_text_contents()
    assert {flat(text) for text in shown} <= set(map(flat, SOME))
    assert len(shown) == len(SOME)
    assert page.locator("main :is(script, img, iframe, object, form form, style, svg *)").count() == 0
    assert page.evaluate(SINK) == "TypeError"
    troubles.clear()
    attributes = "e => e.getAttributeNames().filter((name) => name.startsWith('on') || name === 'style')"
    assert page.locator("main *").evaluate_all(f"all => all.flatMap({attributes})") == []
