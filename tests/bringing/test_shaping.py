"""Places of a board of ours on another of its method: made alike where nothing lies, else added to."""

from __future__ import annotations

from typing import Any

import pytest

from facilitator.bringing import Brought, BroughtNote, BroughtPlace, BroughtShape
from facilitator.bringing.shaping import shaped
from tests.bringing.boards import ACT, Board, begun, fresh
from tests.bringing.test_round_trips import out, read

OWN = {"type": "zone.add", "zone": "zone:own", "title": "Muutto", "axis": "phase", "after": "zone:notice"}
NOTE = {"type": "note.add", "kind": "pain_point", "text": "Jono", "order": "a0"}


def source() -> Board:
    """A path with a phase of its own, one of another name, one less, and another order."""
    board = fresh("service_path")
    refused = board.does(
        OWN,
        {"type": "zone.set", "zone": "zone:apply", "fields": {"title": "Haku"}},
        {"type": "zone.remove", "zone": "zone:wait"},
        {"type": "zone.move", "zone": "zone:continue", "after": None},
        {"type": "zone.set", "zone": "zone:pain", "fields": {"takes": ["idea", "pain_point"]}},
        {**NOTE, "note": "note:1", "zone": "zone:own/pain"},
    )
    assert refused == []
    return board


def phases(board: Board) -> list[str]:
    return [zone["id"] for zone in board.artefact()["zones"] if zone.get("axis") == "phase"]


@pytest.mark.parametrize(("name", "ending"), [("json", "x.json"), ("canvas", "x.canvas")])
def test_an_empty_board_becomes_as_the_file_was_and_it_is_said(name: str, ending: str):
    first, second = source(), fresh("service_path")
    brought = read(out(first, name), ending)

    told = shaped(second.state, brought, ACT).told

    assert second.bring(brought) == ([], [])
    assert out(second, name) == out(first, name)
    assert [each.code for each in told] == ["place.new", "place.named", "place.gone", "place.order", "place.kinds"]
    assert told[0].detail == {"zone": "Muutto"}
    assert (told[1].detail["zone"], told[1].detail["was"]["fi"]) == ("Haku", "Hoidan asian")


def test_a_board_of_others_gets_the_places_that_notes_lie_in_and_keeps_all_of_its_own():
    first, second = source(), fresh("service_path")
    second.does({**NOTE, "note": "note:theirs", "zone": "zone:wait/pain"})
    before = phases(second)

    refused, remarks = second.bring(read(out(first, "json"), "x.json"))

    assert (refused, remarks) == ([], [])
    assert phases(second) == [*before[:1], "zone:own", *before[1:]]
    assert second.state.items["zone:apply"]["title"]["fi"] == "Hoidan asian"
    assert second.state.items["note:1"]["zone"] == "zone:own/pain"


def test_a_place_of_the_same_name_is_the_place():
    first, second = source(), fresh("service_path")
    second.does(
        {**OWN, "zone": "zone:other", "title": "muutto"}, {**NOTE, "note": "note:theirs", "zone": "zone:apply/pain"}
    )

    second.bring(read(out(first, "json"), "x.json"))

    assert second.state.items["note:1"]["zone"] == "zone:other/pain"
    assert "zone:own" not in second.state.items


def test_a_file_of_another_method_brings_no_places():
    first, second = source(), fresh("service_blueprint")
    before = phases(second)

    _, remarks = second.bring(read(out(first, "json"), "x.json"))

    assert phases(second) == before
    assert "own.method" in [each.code for each in remarks]


@pytest.mark.parametrize(
    "key",
    ["zone:apply/pain", "zone:a/b", "zone:unplaced", "zone:" + "x" * 60, "note:1", "board"],
)
def test_an_id_that_is_somebody_elses_or_none_makes_a_place_of_its_own_or_none(key: str):
    board = fresh("service_path")
    cells = {zone: item for zone, item in board.state.items.items() if item.get("phase")}
    place = BroughtPlace(row=1, key=key, title="Vieras", axis="phase")
    shape = BroughtShape(method="service_path", places=[*method_places(board), place])

    board.bring(Brought(shape=shape))

    assert {zone: board.state.items[zone] for zone in cells} == cells
    assert "sort" not in board.state.items["board"]
    named = [zone for zone, item in board.state.items.items() if item.get("title") == "Vieras"]
    assert not {key} & set(named)


def test_more_places_than_a_board_may_have_are_told():
    board = fresh("service_path")
    places = [BroughtPlace(row=at, key=f"zone:p{at}", title=f"Vaihe {at}", axis="phase") for at in range(300)]

    _, remarks = board.bring(Brought(shape=BroughtShape(method="service_path", places=places)))

    assert len(phases(board)) <= 60
    assert {each.code for each in remarks} == {"place.refused"}


def test_a_note_that_lies_where_its_kind_is_no_longer_taken_stays_there():
    first = fresh("service_path")
    first.does(
        {**NOTE, "note": "note:1", "zone": "zone:apply/pain"},
        {"type": "zone.set", "zone": "zone:pain", "fields": {"takes": ["idea"]}},
    )
    second = fresh("service_path")

    assert second.bring(read(out(first, "json"), "x.json")) == ([], [])

    assert out(second, "json") == out(first, "json")
    assert second.state.items["zone:apply/pain"]["accepts"] == ["idea"]


def test_notes_of_a_place_that_was_taken_away_are_not_placed_in_the_same_order():
    first = fresh("service_path")
    first.does(
        {**NOTE, "note": "note:1", "zone": "zone:wait/pain", "order": "a1"},
        {**NOTE, "note": "note:2", "zone": "zone:unplaced", "order": "a0"},
        {**NOTE, "note": "note:3", "zone": "zone:unplaced", "order": "a2"},
        {"type": "zone.remove", "zone": "zone:wait"},
    )
    second = fresh("service_path")

    assert second.bring(read(out(first, "json"), "x.json")) == ([], [])

    assert [item["id"] for item in second.artefact()["items"]] == ["note:2", "note:1", "note:3"]
    assert out(second, "json") == out(first, "json")


def test_what_became_a_note_comes_with_it_and_can_be_taken_out_again():
    first = fresh("service_path")
    first.does(
        *({**NOTE, "note": f"note:{at}", "zone": "zone:apply/pain", "text": f"Jono {at}"} for at in range(3)),
        {"type": "note.merge", "note": "note:0", "notes": ["note:2", "note:1"]},
    )
    second = fresh("service_path")

    assert second.bring(read(out(first, "json"), "x.json")) == ([], [])

    assert out(second, "json") == out(first, "json")
    assert second.does({"type": "note.restore", "note": "note:2"}) == []
    assert sorted(second.notes()) == ["Jono 0", "Jono 2"]


def test_undecided_wordings_come_also_where_one_is_what_the_note_says():
    first = fresh("service_path")
    first.does(
        {**NOTE, "note": "note:1", "zone": "zone:apply/pain"},
        *({"type": "note.write", "note": "note:1", "was": "", "text": text} for text in ("Jonot", "Ruuhka")),
        {"type": "note.write", "note": "note:1", "was": "Jono", "text": "Ruuhka"},
    )
    second = fresh("service_path")

    assert second.bring(read(out(first, "json"), "x.json")) == ([], [])

    assert second.artefact()["items"][0]["alternatives"] == ["Jonot", "Ruuhka"]
    assert out(second, "json") == out(first, "json")


def test_ties_come_where_the_register_is_the_same():
    board = fresh("service_path")
    note = BroughtNote(row=4, key="note:1", text="Jono", entity="entity:a", about=["entity:b", "entity:c"])
    known: dict[str, Any] = {"register": frozenset({"entity:a", "entity:c"})}

    refused, remarks = board.bring(Brought(notes=[note]), **known)

    assert refused == []
    assert (board.state.items["note:1"]["entity"], board.state.items["note:1"]["about"]) == ("entity:a", ["entity:c"])
    assert [(each.row, each.code) for each in remarks] == [(4, "own.register")]


def test_what_the_method_gives_to_every_board_comes_once():
    first, second = begun("roadmap_nnl_compass"), begun("roadmap_nnl_compass")
    goal = next(iter(key for key, item in first.state.items.items() if item.get("fixed") and key.startswith("note:")))
    refused = first.does(
        {**NOTE, "note": "note:1", "kind": "action", "zone": "zone:now/skills"},
        {"type": "link.add", "link": "link:1", "from": "note:1", "to": goal, "kind": "contributes_to"},
    )

    second.bring(read(out(first, "json"), "x.json"))

    assert refused == []
    assert out(second, "json") == out(first, "json")


def method_places(board: Board) -> list[BroughtPlace]:
    return [
        BroughtPlace(row=0, key=zone["id"], title=zone["title"], axis=zone.get("axis", ""))
        for zone in board.artefact()["zones"]
        if "phase" not in zone
    ]


def test_what_was_chosen_for_notes_is_no_matter_where_the_file_takes_it_away():
    board = fresh("blank_with_zones")
    shape = BroughtShape(
        method="blank_with_zones",
        places=[BroughtPlace(row=1, key="zone:only", title="Ainoa", accepts=["idea"])],
        kinds=[{"key": "idea"}],
    )

    refused, _ = board.bring(
        Brought(notes=[BroughtNote(row=1, text="Jono")], shape=shape), kind="observation", zone="zone:known"
    )

    assert refused == []
    assert (board.notes()["Jono"]["kind"], board.notes()["Jono"]["zone"]) == ("idea", "zone:unplaced")
    assert "zone:known" not in board.state.items


def test_of_more_kinds_than_a_board_may_have_the_last_are_told():
    first, second = fresh("blank_with_zones"), fresh("blank_with_zones")
    own = [{"key": f"own_{at}", "title": f"Laji {at}"} for at in range(3)]
    refused = first.does(
        {"type": "board.set", "fields": {"kinds": own}},
        *(
            {**NOTE, "note": f"note:{at}", "kind": f"own_{at}", "zone": "zone:known", "text": f"Jono {at}"}
            for at in range(3)
        ),
        {"type": "board.set", "fields": {"kinds": None}},
    )

    again, remarks = second.bring(read(out(first, "json"), "x.json"))

    assert (refused, again) == ([], [])
    assert second.notes()["Jono 0"]["kind"] == "own_0"
    assert len(second.notes()) == 3
    assert {each.code for each in remarks} == {"kind.other"}
    assert remarks[0].detail == {"kind": "Laji 2"}
