"""Two artefacts side by side, worked by hand, and what always holds."""

from __future__ import annotations

from copy import deepcopy

from hypothesis import given
from hypothesis import strategies as st

from facilitator.artefacts.comparing import Comparison, compare
from tests.artefacts.makers import artefact, board, grid, link, note

OWN = "zone:own"  # a phase that people added


def marked(found: Comparison) -> dict[str, tuple[str, ...]]:
    """By text as it is now, or was: the marks."""
    return {(pair.now or pair.then or {})["text"]: pair.marks for pair in found.pairs}


def path(**items):
    return artefact("service_path", board("service_path", **items))


def test_of_two_versions_each_note_tells_what_became_of_it():
    then = path(
        note_1=note("step", "Haen", "zone:apply/step"),
        note_2=note("step", "Odotan", "zone:wait/step"),
        note_3=note("pain_point", "Jono", "zone:wait/pain"),
        note_4=note("idea", "Poistuu"),
    )
    now = path(
        note_1=note("step", "Haen", "zone:apply/step"),
        note_2=note("step", "Odotan päätöstä", "zone:notice/step"),
        note_3=note("pain_point", "Jono", "zone:wait/pain", fields={"severity": 5}),
        note_5=note("idea", "Tulee"),
    )

    assert marked(compare(then, now, is_one_board=True)) == {
        "Haen": (),
        "Odotan päätöstä": ("moved", "changed"),
        "Jono": ("changed",),
        "Tulee": ("added",),
        "Poistuu": ("removed",),
    }


def test_what_has_moved_is_told_in_both_places():
    then = path(note_1=note("step", "Haen", "zone:apply/step"))
    now = path(note_1=note("step", "Haen", "zone:wait/step"))

    rows = {row.now["id"]: row.pairs for row in compare(then, now, is_one_board=True).rows if row.now and row.pairs}

    assert {zone: [(pair.then is None, pair.now is None) for pair in pairs] for zone, pairs in rows.items()} == {
        "zone:apply/step": [(False, True)],
        "zone:wait/step": [(True, False)],
    }


def test_of_two_boards_the_same_words_of_one_kind_are_the_same_note_once():
    then = path(
        note_1=note("step", "Haen lupaa", "zone:apply/step"),
        note_2=note("step", "Haen lupaa", "zone:wait/step", order="a1"),
    )
    now = path(
        note_7=note("step", "HAEN  lupaa", "zone:wait/step"),
        note_8=note("pain_point", "Haen lupaa", "zone:wait/pain"),
    )

    found = compare(then, now, is_one_board=False)

    assert [(pair.then and pair.then["id"], pair.now and pair.now["id"], pair.marks) for pair in found.pairs] == [
        ("note:2", "note:7", ("changed",)),  # of two, the one in the same place
        (None, "note:8", ("added",)),
        ("note:1", None, ("removed",)),
    ]


def test_places_that_people_made_are_the_same_by_their_title():
    def with_phase(zone: str, title: str):
        own = {"title": title, "sort": "flow", "axis": "phase", "order": "z0", "accepts": []}
        items = board("service_path") | {zone: own}
        items[f"{zone}/step"] = {
            "title": "", "sort": "flow", "accepts": ["step"], "phase": zone, "lane": "zone:step",
        }  # fmt: skip
        items["note:1"] = note("step", "Jatkan", f"{zone}/step")
        return artefact("service_path", items)

    then, same, another = (
        with_phase("zone:a", "Jälkihoito"),
        with_phase("zone:b", "JÄLKIHOITO "),
        with_phase("zone:c", "Muu"),
    )

    assert marked(compare(then, same, is_one_board=False)) == {"Jatkan": ()}
    assert marked(compare(then, another, is_one_board=False)) == {"Jatkan": ("moved",)}


def test_a_point_on_a_plane_counts_on_one_board_alone():
    then, now = grid(), grid(note_1=note("pain_point", "Lomake on vain suomeksi", "zone:grid", x=0, y=0))

    assert len(compare(then, now, is_one_board=True).of("moved")) == 1
    assert compare(then, now, is_one_board=False).of("moved") == []


def test_one_thing_is_renamed_and_not_another_one():
    """Of two boards: what was carried over, what is the same in the register, and what has been merged there since."""
    then = path(
        note_1=note("organisation", "Kela", "zone:apply/organisation"),
        note_2=note("organisation", "Migri", "zone:wait/organisation", entity="entity:migri"),
        note_3=note("organisation", "FPA", "zone:find/organisation", entity="entity:fpa"),
        note_4=note("pain_point", "Jono", "zone:wait/pain"),
    )
    origin = {"artefact": "a" * 32, "version": 1}
    now = path(
        note_11=note(
            "organisation", "Kansaneläkelaitos", "zone:apply/organisation", **{"from": origin | {"item": "note:1"}}
        ),
        note_12=note("organisation", "Maahanmuuttovirasto", "zone:apply/organisation", entity="entity:migri"),
        note_13=note("organisation", "Kela", "zone:find/organisation", entity="entity:kela"),
        note_14=note("idea", "Ajanvaraus", "zone:wait/idea", **{"from": origin | {"item": "note:4"}}),
    )

    found = compare(then, now, is_one_board=False, roots={"entity:fpa": "entity:kela"})

    assert marked(found) == {
        "Kansaneläkelaitos": ("changed",),
        "Maahanmuuttovirasto": ("moved", "changed"),
        "Kela": ("changed",),
        "Ajanvaraus": ("added",),  # a pain point that became an idea is not the same
        "Jono": ("removed",),
    }
    assert "FPA" in marked(compare(then, now, is_one_board=False))
    assert len(compare(now, then, is_one_board=False).of("changed")) == 2


def test_a_lane_of_the_same_thing_is_the_same_lane():
    def with_lane(zone: str, title: str):
        items = board("service_path", note_1=note("step", "Haen", f"zone:apply/{zone}"))
        lane = {"title": title, "sort": "flow", "accepts": [], "axis": "lane", "takes": ["step"], "order": "z0"}
        items[f"zone:{zone}"] = lane | {"entity": "entity:kela"}
        items[f"zone:apply/{zone}"] = {
            "title": "",
            "sort": "flow",
            "accepts": ["step"],
            "phase": "zone:apply",
            "lane": f"zone:{zone}",
        }
        return artefact("service_path", items)

    then, now = with_lane("a", "Kela"), with_lane("b", "Kansaneläkelaitos")

    assert marked(compare(then, now, is_one_board=False)) == {"Haen": ()}


def test_relations_are_the_same_by_what_they_join():
    def onion(one: str, two: str, tie: str, **fields):
        items = {
            one: note("customer", "Yrittäjä", "zone:core"),
            two: note("state", "Migri", "zone:core", order="a1"),
            tie: link(two.replace("_", ":"), one.replace("_", ":"), "information", **fields),
        }
        return artefact("stakeholder_onion", board("stakeholder_onion", **items))

    then, now = onion("note_1", "note_2", "link_1", state="works"), onion("note_8", "note_9", "link_9", state="broken")

    assert [(was["state"], lies["state"]) for was, lies in compare(then, now, is_one_board=False).links] == [
        ("works", "broken")
    ]
    assert compare(then, deepcopy(then), is_one_board=True).links == ()
    gone = {**then, "relations": []}
    assert [(was["id"], lies) for was, lies in compare(then, gone, is_one_board=True).links] == [("link:1", None)]


texts = st.lists(st.sampled_from(["Jono", "jono", "Lomake", "Kirje"]), max_size=6)
zones = st.sampled_from(["zone:apply/pain", "zone:wait/pain", "zone:unplaced"])


@st.composite
def maps(draw, first: int):
    placed = [(text, draw(zones)) for text in draw(texts)]
    return path(**{f"note_{first + i}": note("pain_point", text, zone) for i, (text, zone) in enumerate(placed)})


@given(maps(0), maps(50), st.booleans())
def test_the_other_way_round_the_added_are_the_removed(one, two, is_one_board):
    there, back = compare(one, two, is_one_board=is_one_board), compare(two, one, is_one_board=is_one_board)

    assert len(there.of("added")) == len(back.of("removed"))
    assert len(there.of("removed")) == len(back.of("added"))
    assert sum(pair.now is not None for pair in there.pairs) == len(two["items"])
    assert sum(pair.then is not None for pair in there.pairs) == len(one["items"])


@given(maps(0), st.booleans())
def test_nothing_differs_from_itself(one, is_one_board):
    found = compare(one, deepcopy(one), is_one_board=is_one_board)

    assert [pair.marks for pair in found.pairs] == [()] * len(one["items"])
    assert found.links == ()
