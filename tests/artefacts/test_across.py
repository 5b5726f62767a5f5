"""What the maps of a project show together, worked by hand."""

from __future__ import annotations

import uuid
from typing import Any

from facilitator.artefacts.across import Known, across, joined
from facilitator.artefacts.identity import own_id
from tests.artefacts.makers import artefact, board, link, note

ONION, PATH, GRID = (uuid.UUID(int=number).hex for number in (1, 2, 3))
METHODS = {ONION: "stakeholder_onion", PATH: "service_path", GRID: "pain_grid"}


def map_(where: str, **items: dict[str, Any]) -> dict[str, Any]:
    return artefact(METHODS[where], board(METHODS[where], **items), board={"id": where, "title": "Kartta"})


def own(where: str, note_id: str) -> str:
    return own_id(where, note_id)


def known(*maps: dict[str, Any], **merged: str) -> Known:
    """Every note is a thing of its own; merged: by an id of a note on the onion, as what it is known since."""
    ids = {own(each["provenance"]["board"]["id"], item["id"]) for each in maps for item in each["items"]}
    ids |= {own(ONION, f"note:{number}") for number in range(1, 6)}
    return Known(maps, {each: each for each in ids} | {own(ONION, note_id): into for note_id, into in merged.items()})


def told(found: Known) -> list[tuple[str, str, list[str]]]:
    return [(each.key, each.text["fi"], list(each.things)) for each in across(found)]


def onion(**more: dict[str, Any]) -> dict[str, Any]:
    """A customer, who walks the path, and three organisations."""
    return map_(
        ONION,
        note_1=note("customer", "Yrittäjä", "zone:core"),
        note_2=note("state", "Migri", "zone:core", order="a1"),
        note_3=note("state", "Kela", "zone:direct"),
        note_4=note("ngo", "Neuvola ry", "zone:direct", order="a1"),
        **more,
    )


def test_a_stakeholder_of_another_map_that_no_path_meets_is_told():
    path = map_(
        PATH,
        note_11=note("organisation", " MIGRI", "zone:apply/organisation"),
        note_12=note("organisation", "Neuvola ry"),
    )

    assert told(known(onion(), path)) == [
        (
            "in_no_step",
            "3 osapuolta ei ole minkään polun missään vaiheessa.",
            [own(ONION, "note:3"), own(ONION, "note:4"), own(PATH, "note:12")],
        )
    ]


def test_one_is_met_by_its_own_note_an_arrow_a_note_about_it_or_a_lane_that_was_made_of_it():
    kela, neuvola, migri = (own(ONION, f"note:{number}") for number in (3, 4, 2))
    items = board(
        "service_path",
        note_11=note("organisation", "FPA", "zone:apply/organisation", entity=kela),
        note_12=note("pain_point", "Jono", "zone:wait/pain", about=[neuvola]),
    )
    items["zone:idea"] = {**items["zone:idea"], "title": "Maahanmuuttovirasto", "entity": migri}

    empty = artefact("service_path", items, board={"id": PATH, "title": "Polku"})
    items["note:13"] = note("idea", "Yksi lomake", "zone:apply/idea")
    held = artefact("service_path", items, board={"id": PATH, "title": "Polku"})
    joining = map_(GRID, note_21=note("pain_point", "Jono", "zone:grid", x=0, y=0))  # no path, so it meets nobody

    assert [things for _, _, things in told(known(onion(), empty, joining))] == [[migri]]
    assert told(known(onion(), held)) == []


def test_an_arrow_from_a_step_meets_whom_it_leads_to_and_who_was_merged_is_met_with_the_other():
    path = map_(
        PATH,
        note_11=note("step", "Haen", "zone:apply/step"),
        note_12=note("organisation", "Kela"),
        note_13=note("organisation", "Migri", "zone:wait/organisation"),
        link_1=link("note:11", "note:12", "next"),
    )
    kela = own(PATH, "note:12")

    found = known(onion(), path, **{"note:3": kela})

    assert [things for _, _, things in told(found)] == [[own(ONION, "note:4")]]


def test_nothing_is_said_before_a_path_has_something_in_its_phases():
    assert told(known(onion(), map_(PATH, note_11=note("organisation", "DVV")))) == []
    assert told(known(onion())) == []


def test_who_was_heard_according_to_one_map_was_heard():
    first = onion(note_5=note("company", "Tilitoimisto", "zone:direct", order="a2", fields={"evidence": "data"}))
    canvas = artefact(
        "challenge_canvas",
        board(
            "challenge_canvas",
            note_31=note("partner", "KELA", "zone:partners", fields={"involvement_status": "contacted"}),
        ),
        board={"id": GRID, "title": "Haaste"},
    )
    kela = own(ONION, "note:3")
    together = known(first, canvas)
    as_one = Known(together.maps, {**together.roots, own(GRID, "note:31"): kela})

    alone = [own(ONION, f"note:{number}") for number in (1, 2, 4, 5)]
    assert told(as_one) == [("unheard", "4 osapuolta on kaikkien karttojen mukaan vielä kuulematta.", alone)]
    assert told(known(onion())) == []


def test_notes_that_became_one_on_a_board_may_be_one_thing():
    merged = [{"id": "note:5", "text": "FPA", "lang": "sv"}]
    found = known(map_(ONION, note_3=note("state", "Kela", "zone:direct", merged=merged)))

    assert [(each.kept, each.dropped) for each in joined(found)] == [(own(ONION, "note:3"), [own(ONION, "note:5")])]
    since = Known(found.maps, {**found.roots, own(ONION, "note:5"): own(ONION, "note:3")})
    assert joined(since) == []
