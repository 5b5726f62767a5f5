"""What is carried from outputs to a new board: fields that name another note."""

from __future__ import annotations

import uuid
from typing import Any

from facilitator import methods
from facilitator.artefacts import derive
from facilitator.artefacts.carrying import EACH_ITS_KIND, Beginning, Offer, Source, begin, behind, offers_of
from tests.artefacts.makers import PROVENANCE, board, note

ACT = uuid.UUID(int=7)
TITLE = {"fi": "Johtuu", "sv": "Beror på", "en": "Comes of"}
GRID = methods.load("pain_grid")
METHOD = GRID | {
    "kinds": [
        kind | {"fields": [*kind["fields"], {"key": "comes_of", "title": TITLE, "type": "item"}]}
        for kind in GRID["kinds"]
    ]
}


def source(artefact_id: str, **items: dict[str, Any]) -> Source:
    """An output, of which the register knows notes of the same words as one."""
    made = derive(METHOD, board("pain_grid", **items), PROVENANCE, artefact_id=artefact_id, version=1)
    return Source(made, lambda item: f"entity:{item['text']}", lambda _entity: None)


def pain(text: str, **fields: Any) -> dict[str, Any]:
    return note("pain_point", text, "zone:unplaced", fields=fields)


def chosen(*sources: Source, but: str = "") -> list[tuple[Offer, str]]:
    offers = [offer for each in sources for offer in offers_of(each)["pain_point"]]
    return [(offer, EACH_ITS_KIND) for offer in offers if offer.text != but]


def named(begun: Beginning) -> dict[str, str | None]:
    """By what each note says, what the note says that its field names."""
    texts = {note_id: item["text"] for note_id, item in begun.items.items()}
    return {item["text"]: texts.get(item.get("fields", {}).get("comes_of")) for item in begun.items.values()}


def test_a_field_names_what_the_note_has_become_here():
    """Also as everything lies, in a circle, and of a note that the method gives."""
    queue = source("a" * 32, note_1=pain("Jono", comes_of="note:2"), note_2=pain("Lomake", comes_of="note:1"))

    for begun in (begin(METHOD, chosen(queue), ACT), begin(METHOD, [], ACT, queue)):
        assert named(begun) == {"Jono": "Lomake", "Lomake": "Jono"}
        assert not {"note:1", "note:2"} & begun.items.keys()
        assert behind(queue.artefact, begun) == {}


def test_what_did_not_come_is_no_longer_named_and_is_counted():
    queue = source("a" * 32, note_1=pain("Jono", comes_of="note:2"), note_2=pain("Lomake"))

    begun = begin(METHOD, chosen(queue, but="Lomake"), ACT)

    assert named(begun) == {"Jono": None}
    assert behind(queue.artefact, begun) == {"carry.fields": 1, "carry.notes": 1}


def test_the_same_thing_of_another_output_is_named_where_it_came_from_there():
    first = source("a" * 32, note_1=pain("Lomake"))
    second = source("b" * 32, note_1=pain("Jono", comes_of="note:2"), note_2=pain("Lomake"))

    begun = begin(METHOD, chosen(first, second), ACT)

    assert named(begun) == {"Lomake": None, "Jono": "Lomake"}
    assert [why for _, why in begun.left] == ["carry.twice"]


def test_a_phase_is_no_note_to_be_named():
    queue = source("a" * 32, note_1=pain("Jono", comes_of="note:2"), note_2=pain("Lomake"))
    path = methods.load("service_path") | {"kinds": METHOD["kinds"]}
    ways = {"Jono": EACH_ITS_KIND, "Lomake": "phase"}

    begun = begin(path, [(offer, ways[offer.text]) for offer, _ in chosen(queue)], ACT)

    assert named(begun) == {"Jono": None}
