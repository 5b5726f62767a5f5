"""The floor as it is seen and led: the line *Nyt*, its time, and the next part."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.browser.people import Facilitator, Person, wait_out


def now(person: Person) -> Locator:
    """The line that says what the room does."""
    return person.page.get_by_role("region", name="Nyt", exact=True)


def expect_part(person: Person, title: str) -> None:
    """They see that this part is going on."""
    expect(now(person).get_by_role("heading", name=f"Nyt: {title}")).to_be_visible()


def seconds_left(person: Person) -> int:
    """What the clock shows."""
    minutes, seconds = now(person).get_by_role("timer").inner_text().split(":")
    return 60 * int(minutes) + int(seconds)


def go_on(aino: Facilitator, word: str, follows: str) -> None:
    """To the next part, after reading what follows from it."""
    now(aino).get_by_role("button", name=word).click()
    wait_out(aino.page, follows)
