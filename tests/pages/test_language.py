"""Each page in each language, and catalogues without a gap."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from flask.testing import FlaskClient

from facilitator.config import LANGUAGES
from facilitator.pages.language import TRANSLATIONS
from tests.pages.house import House
from tests.pages.test_permissions import GETS, PERSONS, address

ROOT = Path(__file__).resolve().parents[2]
FORMS = re.compile(r"%\(\w+\)s")
PAGES = [
    (rule, person)
    for rule, answers in GETS.items()
    for person in [next((each for each, code in zip(PERSONS, answers, strict=True) if code == 200), None)]
    if person and not rule.endswith((".svg", ".html", ".json", ".csv", "<format_name>"))
]
OF_ONE_LANGUAGE = {"/saavutettavuus": "fi", "/tillganglighet": "sv", "/accessibility": "en"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("rule", "person"), PAGES)
def test_each_page_speaks_each_language(standing_house: House, rule: str, person: str, language: str):
    browser = standing_house.browsers[person]
    with browser.session_transaction() as session:
        session["language"] = language

    page = browser.get(address(standing_house, rule)).text.replace('<i class="shy"></i>', "")  # where a word may break

    spoken = OF_ONE_LANGUAGE.get(rule, language)
    assert f'<html lang="{spoken}">' in page
    assert {"fi": "Saavutettavuusseloste", "sv": "Tillgänglighetsutlåtande", "en": "Accessibility statement"}[
        spoken
    ] in page


def test_the_browser_s_language_is_the_first_one(client: FlaskClient):
    spoken = [
        re.search(r'<html lang="(\w+)">', client.get("/join", headers={"Accept-Language": wish}).text)[1]
        for wish in ("sv-FI,sv;q=0.9", "en-GB", "de-DE, fi;q=0.5", "de-DE")
    ]

    assert spoken == ["sv", "en", "fi", "fi"]


def test_a_choice_stays_and_leads_back(client: FlaskClient):
    answer = client.get("/language/sv", query_string={"next": "/join?x=1"}, headers={"Accept-Language": "en"})

    assert answer.location == "/join?x=1"
    assert '<html lang="sv">' in client.get("/join", headers={"Accept-Language": "en"}).text


def test_the_statement_changes_its_address_with_its_language(client: FlaskClient):
    answer = client.get("/language/sv", query_string={"next": "/saavutettavuus"})

    assert answer.location == "/tillganglighet"


def test_a_choice_is_kept_with_the_account_and_with_the_guest(house: House):
    house.browsers["aino"].get("/language/en")
    house.browsers["björn"].get("/language/sv")

    assert (house.aino.language, house.björn.language) == ("en", "sv")


def test_a_language_that_we_do_not_speak_is_not_there(client: FlaskClient):
    assert client.get("/language/de").status_code == 404


@pytest.fixture(scope="session")
def extracted(tmp_path_factory: pytest.TempPathFactory):
    """Every wording of the code and the templates."""
    template = tmp_path_factory.mktemp("words") / "messages.pot"
    command = ["babel", "-q", "extract", "-F", "babel.cfg", "-k", "_l", "-o", str(template), "."]
    frontend = "from babel.messages.frontend import main; import sys; sys.argv[0] = 'pybabel'; main()"
    subprocess.run([sys.executable, "-c", frontend, *command[1:]], cwd=ROOT, check=True)
    with template.open("rb") as file:
        return {message.id for message in read_po(file) if message.id}


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_every_wording_is_translated(extracted, language: str):
    with (TRANSLATIONS / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        messages = [message for message in read_po(file, locale=language) if message.id]

    assert {message.id for message in messages} == extracted
    assert [message.id for message in messages if message.fuzzy] == []
    for message in messages:
        pairs = zip(message.id, message.string, strict=True) if message.pluralizable else [(message.id, message.string)]
        for source, ours in pairs:
            assert ours, message.id
            assert set(FORMS.findall(ours)) == set(FORMS.findall(source)), message.id
