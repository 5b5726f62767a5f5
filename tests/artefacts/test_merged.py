"""Notes that became another: every format tells them, and what hung on them is at the one that stays."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy

import pytest

from facilitator import methods
from facilitator.artefacts import derive
from facilitator.artefacts.erased import without
from facilitator.artefacts.formats import FORMATS
from tests.artefacts.makers import PROVENANCE, artefact, board, item, link, note

KEPT, GONE = "Jonot ovat pitkiä", "Jonotin tunnin puhelimessa"


def merged() -> dict:
    """A path on which one pain became another, and an arrow led to the one that went."""
    items = board(
        "service_path",
        note_1=note(
            "pain_point",
            KEPT,
            "zone:wait/pain",
            merged=[{"id": "note:9", "text": GONE, "author": "p:dana"}],
        ),
        note_2=note("step", "Odotan", "zone:wait/step"),
        link_1=link("note:2", "note:9", "brings"),
    )
    return artefact("service_path", items)


def test_an_item_tells_what_became_it_and_nobodys_name():
    assert item(merged(), "note:1")["merged"] == [{"id": "note:9", "text": GONE, "lang": None}]
    assert "merged" not in item(merged(), "note:2")


def test_an_arrow_leads_to_what_its_end_has_become():
    assert [(each["from"], each["to"]) for each in merged()["relations"]] == [("note:2", "note:1")]


def test_a_field_that_names_what_went_names_the_one_that_stays():
    items = board(
        "service_path",
        note_1=note("pain_point", KEPT, "zone:wait/pain", merged=[{"id": "note:9", "text": GONE}]),
        note_2=note("step", "Odotan", "zone:wait/step", fields={"hurts": "note:9", "after": "note:none"}),
    )
    method = deepcopy(methods.load("service_path"))
    step = next(kind for kind in method["kinds"] if kind["key"] == "step")
    step["fields"] = [
        {"key": key, "title": dict.fromkeys(("fi", "sv", "en"), key), "type": "item"} for key in ("hurts", "after")
    ]

    (told,) = [each for each in derive(method, items, PROVENANCE)["items"] if each["id"] == "note:2"]

    assert told["fields"] == {"hurts": "note:1"}


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_tells_it(name):
    made = FORMATS[name].write(merged(), "fi")
    if made.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(made)) as folder:
            made = b"".join(folder.read(each) for each in folder.namelist())

    text = made.decode().replace('<i class="shy"></i>', "")  # where a report may break a word

    assert GONE in text
    assert "p:dana" not in text


def test_what_became_another_can_be_erased_from_the_record():
    found = merged()

    alone, together = without(found, {"note:9"}, "Poistettu"), without(found, {"note:1"}, "Poistettu")

    assert item(alone, "note:1")["text"] == KEPT
    assert item(alone, "note:1")["merged"] == [{"id": "note:9", "text": "Poistettu", "lang": None}]
    assert alone["content_digest"] != found["content_digest"]
    assert GONE not in str(together)
    assert without(found, {"note:none"}, "Poistettu") is None
