"""Strings that break programs, in every field of a board of each method: kept as the gate says, or refused by name.

What is kept is the same wherever it comes out again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import Any

import pytest
from flask import Flask

from facilitator import methods
from facilitator.engine import Refusal
from facilitator.engine.text import clean_line
from tests.hostile.filled import EXPORTED, Filled, batches, fill, said_in_three_languages
from tests.hostile.readings import Found, from_csv, from_json, from_markdown
from tests.hostile.strings import GIVEN, NAUGHTY, XSS
from tests.live.setting import Caller, make_setting, note, op

# These have every sort of place, field and link between them, so each of their fields is given every string. The others
# are made of the same, so between them they share the strings out; which language reads them is one as good as another.
WHOLE = {
    "stakeholder_onion": "fi",
    "service_path": "sv",
    "pain_grid": "en",
    "blank_with_zones": "fi",
}
OTHERS = [method["key"] for method in methods.catalogue() if method["key"] not in WHOLE]
LANGUAGES = WHOLE | dict(zip(OTHERS, cycle(("fi", "sv", "en")), strict=False))


def strings_for(key: str) -> Sequence[str]:
    """Every string, or this method's share of them."""
    return GIVEN if key in WHOLE else GIVEN[OTHERS.index(key) :: len(OTHERS)]


@dataclass
class Outlets:
    """A filled board and its artefact in all formats."""

    board: Filled
    artefact: dict[str, Any]
    files: dict[str, bytes]
    language: str


@pytest.fixture(scope="module", params=LANGUAGES)
def outlets(request: pytest.FixtureRequest, patient_app: Flask) -> Outlets:
    """Filled once for each method, and confirmed."""
    board = fill(patient_app.test_client(), request.param, strings_for(request.param))
    language = LANGUAGES[request.param]
    files = take_files(board.client, board.aino, board.setting.board, language)
    artefact = patient_app.json.loads(files["json"])
    return Outlets(board, artefact, files, language)


def take_files(client: Any, who: Caller, board: str, language: str) -> dict[str, bytes]:
    """Confirm the board and fetch its artefact in every format."""
    headers = who.headers | {"Accept-Language": language}
    made = client.post(f"/api/v1/boards/{board}/artefacts", headers=headers).get_json()
    formats = ("json", "csv", "markdown")
    return {name: client.get(f"/api/v1/artefacts/{made['id']}/{name}", headers=headers).data for name in formats}


def test_the_collections_are_whole() -> None:
    assert (len(NAUGHTY), len(XSS)) == (515, 166)


def test_each_string_is_kept_or_refused_by_name(outlets: Outlets) -> None:
    board = outlets.board

    for wish, answer in board.told(board.made):
        if isinstance(wish.expected, Refusal):
            assert answer is None, wish
            refused = board.refused[wish.operation["id"]]
            assert said_in_three_languages(refused, wish.expected), (wish, refused)
        else:
            assert answer == wish.expected, wish


def test_another_person_reads_the_same_in_the_events(outlets: Outlets) -> None:
    for wish, told in outlets.board.told(outlets.board.events()):
        assert told == (wish.expected if isinstance(wish.expected, str) else None), wish


def test_another_person_reads_the_same_in_the_state(outlets: Outlets) -> None:
    board, items = outlets.board, outlets.board.dagny.items()
    last = {(wish.field, wish.item): wish for wish in board.wishes if isinstance(wish.expected, str)}

    found = {key: wish.read(items[wish.item], board.text_field) for key, wish in last.items()}

    assert found == board.kept


@pytest.mark.parametrize("form", ["json", "csv", "markdown"])
def test_the_record_says_the_same(outlets: Outlets, form: str) -> None:
    found = read(outlets, form)
    hidden = {zone["id"] for zone in outlets.artefact["zones"] if zone.get("axis") == "lane"}  # no note lies there
    wanted = {
        (field, item): text
        for (field, item), text in outlets.board.kept.items()
        if field in EXPORTED and not (form == "markdown" and item in hidden)
    }

    assert len(wanted) > 3.5 * len(strings_for(outlets.board.method["key"]))
    assert {key: found[key] for key in wanted} == wanted


def test_nothing_is_in_the_record_that_nobody_wrote(outlets: Outlets) -> None:
    given = {f"note:given-{note['key']}" for note in outlets.board.method.get("given", ())}
    written = {item for _, item in outlets.board.kept} | {"note:a", "note:b"} | given

    for members in ("items", "relations", "clusters"):
        assert {each["id"] for each in outlets.artefact[members]} <= written


def test_every_title_of_a_zone_goes_through_the_record(patient_app: Flask) -> None:
    """Sixty columns at a time, until every string has been the title of one."""
    client, setting = patient_app.test_client(), make_setting("blank_with_zones")
    idea = next(kind for kind in methods.load("blank_with_zones")["kinds"] if kind["key"] == "idea")
    field_title = idea["fields"][0]["title"]["en"]
    aino = Caller(client, setting, setting.aino)
    zones = [f"zone:{number:02}" for number in range(57)]  # beside the method's own three
    aino.send(*(op("zone.add", zone=zone, title="Palsta") for zone in zones))
    aino.send(*(note(kind="idea", zone=zone) for zone in zones))
    titles = sorted({title for title in map(clean_line, GIVEN) if isinstance(title, str)})

    for start in range(0, len(titles), len(zones)):
        wanted = dict(zip(zones, titles[start:], strict=False))
        for batch in batches([op("zone.set", zone=zone, fields={"title": title}) for zone, title in wanted.items()]):
            assert aino.send(*batch)["refused"] == []
        files = take_files(client, aino, setting.board, "en")
        artefact = patient_app.json.loads(files["json"])
        told = (
            from_json(artefact, "description"),
            from_csv(files["csv"], "en", idea["entity"], field_title),
            from_markdown(files["markdown"].decode(), "en", artefact, "description", field_title),
        )
        for found in told:
            assert {zone: found["title", zone] for zone in wanted} == wanted


def read(outlets: Outlets, form: str) -> Found:
    """What the file of this form says."""
    board, artefact, language = outlets.board, outlets.artefact, outlets.language
    field_title = next(each for each in board.kind["fields"] if each["key"] == board.text_field)["title"][language]
    if form == "json":
        return from_json(artefact, board.text_field)
    if form == "csv":
        return from_csv(outlets.files["csv"], language, board.kind["entity"], field_title)
    report = outlets.files["markdown"].decode()
    return from_markdown(report, language, artefact, board.text_field, field_title)
