"""axe-core finds nothing on any server page in any language; Swedish is looked at in the dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

from facilitator.pages.language import STATEMENTS
from tests.browser.axe import Axe
from tests.browser.conftest import Visitors
from tests.browser.pages import SUBMITTED


@pytest.mark.parametrize("who", ["anybody", "guest", "facilitator"])
@pytest.mark.parametrize(("language", "colours"), [("fi", "light"), ("sv", "dark"), ("en", "light")])
def test_no_server_page_has_a_violation(
    language: str, colours: str, who: str, visitors: Visitors, axe: Axe, new_context: Callable[..., BrowserContext]
) -> None:
    cookies, addresses = visitors[who]
    page = new_context(storage_state=cookies, color_scheme=colours).new_page()
    found: list[str] = []
    try:
        page.goto(f"/language/{language}")
        for name, address in addresses.items():
            page.goto(STATEMENTS[language] if name == "accessibility" else address)
            assert page.locator("html").get_attribute("lang") == language
            found += [f"{name}: {fault}" for fault in axe.faults(page)]
            if name in SUBMITTED:
                with page.expect_navigation():
                    page.locator("main form").first.evaluate("form => form.requestSubmit()")
                found += [f"{name}, sent empty: {fault}" for fault in axe.faults(page)]
    finally:
        page.goto("/language/fi")  # an account keeps its language

    assert found == []
