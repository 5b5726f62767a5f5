"""What a file becomes on a board: kinds, places, fields, orders, and what is said of what does not fit."""

from __future__ import annotations

import pytest

from facilitator.bringing import Brought, BroughtLink, BroughtNote, BroughtTheme, Listed
from facilitator.bringing.plan import operation_id
from tests.bringing.boards import ACT, fresh


def note(text: str, row: int = 1, **more) -> BroughtNote:
    return BroughtNote(row=row, text=text, **more)


def test_notes_come_after_those_that_lie_there_in_the_order_of_the_file():
    board = fresh("blank_with_zones")
    old = {"type": "note.add", "note": "note:old", "kind": "observation", "text": "Vanha", "order": "a5"}
    board.does({**old, "zone": "zone:known"})

    refused, _ = board.bring(Brought(notes=[note("b", order="a0", is_placed=True), note("a")]), zone="zone:known")

    notes = board.notes()
    assert refused == []
    assert sorted(notes, key=lambda text: notes[text]["order"]) == ["Vanha", "b", "a"]


@pytest.mark.parametrize("word", ["kipupiste", "SMÄRTPUNKT", "Pain point", "pain_point"])
def test_kinds_are_known_by_their_words_in_three_languages_and_by_key(word: str):
    board = fresh("service_path")

    _, remarks = board.bring(Brought(notes=[note("Jono", kind=word)]), kind="step")

    assert board.notes()["Jono"]["kind"] == "pain_point"
    assert remarks == []


@pytest.mark.parametrize(
    "word", ["Hoidan asian · Kipupisteet", "jag uträttar ärendet · smärtpunkter", "zone:apply/pain"]
)
def test_a_cell_goes_by_its_phase_and_its_lane(word: str):
    board = fresh("service_path")

    _, remarks = board.bring(Brought(notes=[note("Jono", zone=word)]), kind="pain_point")

    assert board.notes()["Jono"]["zone"] == "zone:apply/pain"
    assert remarks == []


def test_what_the_board_does_not_have_goes_where_was_chosen_and_is_said():
    board = fresh("service_path")
    brought = [note("Jono", 7, kind="lintu", zone="Kuu", fields={"severity": 9, "colour": "sininen"})]

    refused, remarks = board.bring(Brought(notes=brought), kind="pain_point", zone="zone:wait/pain")

    title = {"fi": "Vakavuus", "sv": "Allvar", "en": "Severity"}
    assert refused == []
    assert (board.notes()["Jono"]["kind"], board.notes()["Jono"]["zone"]) == ("pain_point", "zone:wait/pain")
    assert [(each.row, each.code) for each in remarks] == [
        (7, "kind.other"),
        (7, "zone.other"),
        (7, "field.other"),
        (7, "field.other"),
    ]
    assert remarks[2].detail["field"].keys() == title.keys()
    assert remarks[3].detail == {"field": "colour"}


def test_a_place_that_does_not_take_the_kind_leaves_it_without_one():
    board = fresh("service_path")

    refused, remarks = board.bring(Brought(notes=[note("Jono", kind="idea", zone="zone:apply/pain")]))

    assert refused == []
    assert board.notes()["Jono"]["zone"] == "zone:unplaced"
    assert remarks == [Listed(1, "zone.wrong_kind")]


def test_a_drawing_is_fitted_to_a_plane_the_right_way_up():
    board = fresh("pain_grid")
    corners = [note("ylhäällä vasen", x=-100, y=-50), note("alhaalla oikea", x=300, y=150)]

    board.bring(Brought(notes=corners), kind="pain_point", zone="zone:grid")

    places = {text: (each["x"], each["y"]) for text, each in board.notes().items()}
    assert places == {"ylhäällä vasen": (0, 10_000), "alhaalla oikea": (10_000, 0)}


def test_notes_without_a_place_of_their_own_lie_apart_on_a_plane():
    board = fresh("pain_grid")

    board.bring(Brought(notes=[note(str(at)) for at in range(100)]), kind="pain_point", zone="zone:grid")

    assert len({(each["x"], each["y"]) for each in board.notes().values()}) == 100


def test_links_and_themes_name_what_comes_with_them_and_ids_of_a_known_note_are_new():
    board = fresh("service_path")
    brought = Brought(
        notes=[note("Idea", kind="idea", key="note:1"), note("Jono", kind="pain_point", key="note:2")],
        links=[BroughtLink(row=1, source="note:1", target="note:2", kind="solves", state="broken", key="link:1")],
        themes=[BroughtTheme(row=1, title="Odotus", notes=["note:2", "note:gone"], key="cluster:1")],
    )

    first, _ = board.bring(brought)
    second, _ = board.bring(brought, act="00000000-0000-4000-8000-000000000002")

    items = board.state.items
    links = {key: item for key, item in items.items() if key.startswith("link:")}
    themes = {key: item for key, item in items.items() if key.startswith("cluster:")}
    assert (first, second) == ([], [])
    assert len(links) == len(themes) == 2
    assert (items["link:1"]["from"], items["link:1"]["state"]) == ("note:1", "broken")
    assert items["cluster:1"]["notes"] == ["note:2"]
    other = next(item for key, item in links.items() if key != "link:1")
    assert not {other["from"], other["to"]} & {"note:1", "note:2"}


def test_a_link_that_no_kind_fits_is_refused_by_name():
    board = fresh("service_path")
    notes = [note("Idea", kind="idea", key="a"), note("Jono", kind="pain_point", key="b")]

    refused, remarks = board.bring(
        Brought(notes=notes, links=[BroughtLink(row=3, source="b", target="a", kind="solves")])
    )

    assert (refused, [(each.row, each.code) for each in remarks]) == (["link.kind"], [(3, "link.other_kind")])


def test_the_same_act_has_the_same_ids():
    one, other = fresh("blank_with_zones"), fresh("blank_with_zones")
    brought = Brought(notes=[note("a"), note("b")])

    one.bring(brought)
    other.bring(brought)

    assert one.state.items == other.state.items
    assert operation_id(ACT, 0) != operation_id(ACT, 1)
