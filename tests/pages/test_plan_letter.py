"""The invitation to send: plain text in three languages, in fields that need no script."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape

import pytest

from tests.pages.house import House

START, END = datetime(2026, 11, 24, 7, 0, tzinfo=UTC), datetime(2026, 11, 24, 8, 30, tzinfo=UTC)


def letters(house: House) -> dict[str, str]:
    """What each field holds, as a browser reads it."""
    page = house.browsers["aino"].get(f"/workshops/{house.live.id}/invitation").text
    fields = re.findall(r'<textarea id="letter-(\w\w)" lang="\1"[^>]* readonly[^>]*>\n(.*?)</textarea>', page, re.S)
    return {language: unescape(text) for language, text in fields}


def test_it_is_there_in_three_languages_whatever_the_reader_s_own(standing_house: House):
    found = letters(standing_house)

    assert [text.splitlines()[1] for text in found.values()] == [
        "Tervetuloa työpajaan: Palvelupolku",
        "Välkommen till en workshop: Palvelupolku (på finska)",
        "Welcome to a workshop: Palvelupolku (in Finnish)",
    ]
    assert list(found) == ["fi", "sv", "en"]


def test_it_says_when_who_and_how_to_come_in(house: House):
    house.live.starts_at, house.live.ends_at = START, END
    code = house.live.code

    for language, when in {"fi": "ti 24.11.2026 klo 9.00–10.30", "sv": "tis 24.11.2026 kl. 9.00–10.30"}.items():
        text = letters(house)[language]

        assert when in text
        assert "Esimerkkivirasto" in text
        assert f"\nhttp://localhost/j/{code}\n" in text
        assert "http://localhost/join" in text
        assert f"{code[:4]} {code[4:]}".replace(" ", "") in re.sub(r"\s", "", text)


def test_without_a_time_it_says_nothing_of_one(standing_house: House):
    assert "Aika" not in letters(standing_house)["fi"]


@pytest.mark.parametrize("is_asked", [True, False])
def test_it_tells_what_is_asked_and_what_notes_show(house: House, is_asked: bool):
    house.live.asks_organisation = is_asked
    house.live.authors = "nothing"

    text = letters(house)["en"]

    assert "You need no account" in text
    assert ("your organisation" in text) is is_asked
    assert "Notes do not show who wrote them." in text
    assert "90 days" in text


def test_what_people_wrote_stays_text(house: House):
    house.live.title = "</textarea><script>alert(1)</script> & 100 %(title)s"

    assert letters(house)["fi"].startswith(
        "Esimerkkiaineisto, keksitty\nTervetuloa työpajaan: </textarea><script>alert(1)</script> & 100 %(title)s"
    )
