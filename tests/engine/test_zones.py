"""Zones that the room shapes: phases, lanes and their cells, and columns."""

from __future__ import annotations

import pytest

from facilitator.engine import Refusal, Rules, see_state
from tests.engine.settings import AINO, BJORN, METHOD, PAIN_CELL, Log, words


def order_of(log: Log, axis: str) -> list[str]:
    zones = [(zone["order"], zone_id) for zone_id, zone in log.state.items.items() if zone.get("axis") == axis]
    return [zone_id for _, zone_id in sorted(zones)]


def test_the_opening_makes_a_cell_where_a_phase_and_a_lane_cross():
    log = Log()

    assert log.state.items[PAIN_CELL] == {
        "sort": "flow", "phase": "zone:apply", "lane": "zone:pain", "order": "a0", "accepts": ["pain"],
        "title": {"fi": "Haku · Kipu", "sv": "Haku (sv) · Kipu (sv)", "en": "Haku (en) · Kipu (en)"},
    }  # fmt: skip


def test_a_new_phase_comes_after_the_one_named_with_its_cells():
    log = Log()

    log.did(AINO, "zone.add", zone="zone:x", title="Päätös", axis="phase", after="zone:apply")
    log.did(AINO, "zone.add", zone="zone:z", title="Valitus", axis="phase")

    assert order_of(log, "phase") == ["zone:apply", "zone:x", "zone:wait", "zone:z"]
    assert log.state.items["zone:x/pain"]["title"] == words("x") | {
        "fi": "Päätös · Kipu",
        "sv": "Päätös · Kipu (sv)",
        "en": "Päätös · Kipu (en)",
    }


def test_a_new_lane_takes_all_kinds_unless_told_which():
    log = Log()

    log.did(AINO, "zone.add", zone="zone:wishes", title="Toiveet", axis="lane", takes=["idea"])
    log.did(AINO, "zone.add", zone="zone:all", title="Muut", axis="lane")

    assert log.state.items["zone:apply/wishes"]["accepts"] == ["idea"]
    assert log.state.items["zone:wait/all"]["accepts"] == ["pain", "idea"]
    assert log.state.items["zone:all"]["accepts"] == []


def test_a_cell_follows_its_phase_and_its_lane():
    log = Log()

    log.did(AINO, "zone.set", zone="zone:apply", fields={"title": "Haen luvan"})
    log.did(AINO, "zone.set", zone="zone:pain", fields={"takes": ["pain", "idea"]})

    assert log.state.items[PAIN_CELL]["title"]["fi"] == "Haen luvan · Kipu"
    assert log.state.items[PAIN_CELL]["accepts"] == ["pain", "idea"]


def test_a_phase_moves_among_its_siblings():
    log = Log()
    log.did(AINO, "zone.add", zone="zone:x", title="Päätös", axis="phase")

    log.did(AINO, "zone.move", zone="zone:x", after=None)
    assert order_of(log, "phase") == ["zone:x", "zone:apply", "zone:wait"]
    log.did(AINO, "zone.move", zone="zone:apply", after="zone:wait")
    assert order_of(log, "phase") == ["zone:x", "zone:wait", "zone:apply"]
    assert log.does(AINO, "zone.move", zone="zone:x", after="zone:ideas") == Refusal("item.unknown")


def test_a_phase_that_goes_takes_its_cells_out_of_view_and_leaves_its_notes():
    log = Log()
    note = log.note(BJORN, "1")

    log.did(AINO, "zone.remove", zone="zone:apply")
    seen = see_state(log.state, None)
    back = log.did(AINO, "zone.restore", zone="zone:apply")

    assert "zone:apply" not in seen
    assert PAIN_CELL not in seen
    assert seen[note]["zone"] == PAIN_CELL  # counts as not placed until the zone returns (P2.4)
    assert {change["id"] for change in back.changes} == {"zone:apply", PAIN_CELL}


def test_a_lane_added_while_a_phase_is_away_is_there_when_it_returns():
    log = Log()
    log.did(AINO, "zone.remove", zone="zone:apply")
    log.did(AINO, "zone.add", zone="zone:new", title="Uusi", axis="lane")

    log.did(AINO, "zone.restore", zone="zone:apply")

    assert see_state(log.state, None)["zone:apply/new"]["accepts"] == ["pain", "idea"]


def test_no_note_goes_to_a_cell_whose_phase_is_away():
    log = Log()
    note = log.note(BJORN, "1", zone="zone:ring", order="a1")
    log.did(AINO, "zone.remove", zone="zone:apply")

    assert log.does(BJORN, "note.move", note=note, zone=PAIN_CELL, order="a1") == Refusal("item.unknown")


@pytest.mark.parametrize(
    ("kind", "members", "refusal"),
    [
        ("zone.add", {"zone": "zone:apply", "title": "x", "axis": "phase"}, Refusal("item.exists")),
        ("zone.add", {"zone": "zone:x", "title": " ", "axis": "phase"}, Refusal("text.empty")),
        ("zone.add", {"zone": "zone:x", "title": "x", "axis": "lane", "takes": ["wish"]}, Refusal("kind.unknown")),
        ("zone.add", {"zone": "zone:x", "title": "x", "after": "zone:none"}, Refusal("item.unknown")),
        ("zone.add", {"zone": "zone:" + "x" * 40, "title": "x", "axis": "lane"}, Refusal("id.invalid")),
        ("zone.set", {"zone": PAIN_CELL, "fields": {"title": "x"}}, Refusal("zone.fixed")),
        (
            "zone.set",
            {"zone": "zone:apply", "fields": {"takes": ["pain"]}},
            Refusal("field.unknown", {"field": "takes"}),
        ),
        (
            "zone.set",
            {"zone": "zone:apply", "fields": {"title": {"fi": "x"}}},
            Refusal("field.wrong", {"field": "title"}),
        ),
        ("zone.remove", {"zone": "zone:unplaced"}, Refusal("zone.fixed")),
        ("zone.remove", {"zone": PAIN_CELL}, Refusal("zone.fixed")),
        ("zone.restore", {"zone": "zone:none"}, Refusal("item.unknown")),
    ],
)
def test_an_impossible_change_of_zones_is_refused_by_name(kind, members, refusal):
    assert Log().does(AINO, kind, **members) == refusal


def test_zones_of_a_method_that_adds_none_stay_but_can_be_renamed():
    log = Log()
    log.state.rules = Rules.of(METHOD | {"adds": []})

    assert log.does(AINO, "zone.add", zone="zone:x", title="x") == Refusal("zone.fixed")
    assert log.does(AINO, "zone.remove", zone="zone:ring") == Refusal("zone.fixed")
    assert log.does(AINO, "zone.move", zone="zone:ring", after=None) == Refusal("zone.fixed")
    log.did(AINO, "zone.set", zone="zone:ring", fields={"title": "Sydän", "hint": "Ketä ilman ei onnistu?"})
    assert log.state.items["zone:ring"]["title"] == "Sydän"


def test_a_cell_that_is_out_of_view_is_told_whole_to_whoever_came_since():
    log = Log()
    log.did(AINO, "zone.remove", zone="zone:pain")

    event = log.did(AINO, "zone.set", zone="zone:apply", fields={"title": "Lupaa haetaan"})

    (told,) = [change["set"] for change in event.changes if change["id"] == "zone:apply/pain"]
    assert (told["phase"], told["lane"], told["sort"]) == ("zone:apply", "zone:pain", "flow")
