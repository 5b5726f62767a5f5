"""axe-core finds nothing on any server page in any language; Swedish is looked at in the dark.

The same templates speak all languages. So all rules are tried in Finnish; in Swedish those about colours, which the
dark changes, and those that words can break; in English only these. What is written anew in each language has all
rules in each.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext
from werkzeug.exceptions import NotFound

from facilitator.pages.language import STATEMENTS
from tests.browser.axe import COLOURS, WORDS, Axe
from tests.browser.pages import SUBMITTED, Visitors

ABOUT: dict[str, tuple[str, ...]] = {"fi": (), "sv": (*COLOURS, *WORDS), "en": WORDS}
TEXTS = ("accessibility", "privacy", "guide")


@pytest.mark.parametrize("who", ["anybody", "guest", "reader", "facilitator"])
@pytest.mark.parametrize(("language", "colours"), [("fi", "light"), ("sv", "dark"), ("en", "light")])
def test_no_server_page_has_a_violation(
    language: str, colours: str, who: str, visitors: Visitors, axe: Axe, new_context: Callable[..., BrowserContext]
) -> None:
    cookies, addresses = visitors[who]
    context = new_context(storage_state=cookies, color_scheme=colours)
    axe.come_along(context)
    page = context.new_page()
    found: list[str] = []
    try:
        page.goto(f"/language/{language}")
        for name, address in addresses.items():
            page.goto(STATEMENTS[language] if name == "accessibility" else address)
            assert page.evaluate("document.documentElement.lang") == language
            about = () if name in TEXTS else ABOUT[language]
            found += [f"{name}: {fault}" for fault in axe.faults(page, about=about)]
            if name in SUBMITTED:
                with page.expect_navigation():
                    page.evaluate("document.querySelector('main form').requestSubmit()")
                found += [f"{name}, sent empty: {fault}" for fault in axe.faults(page, about=about)]
    finally:
        page.goto("/language/fi")  # an account keeps its language

    assert found == []


NO_PAGES = {
    "artefacts.download",
    "artefacts.show_picture",
    "board.picture",
    "health.alive",
    "health.ready",
    "language.choose",
    "metrics.figures",
    "outputs.come_in",
    "outputs.download",
    "outputs.file_of_workshop",
    "own_methods.download",
    "plan.code_image",
    "reports.file_of_workshop",
    "rolled_up.sheet_of_programme",
    "rolled_up.sheet_of_workshop",
    "static",
}
ELSEWHERE = {"board.page", "about.accessibility_sv", "about.accessibility_en"}


def test_every_page_there_is_was_looked_at(visitors: Visitors, app: Flask) -> None:
    routes = app.url_map.bind("localhost")
    seen = set()
    for _cookies, addresses in visitors.values():
        for name, address in addresses.items():
            if name == "nothing here":
                with pytest.raises(NotFound):
                    routes.match(address)
            else:
                seen.add(routes.match(address)[0])

    pages = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or ()) and not (rule.endpoint.startswith("api_") and rule.endpoint != "api_docs.page")
    }
    assert seen == pages - NO_PAGES - ELSEWHERE
