"""Kinds of note that those who lead choose and name."""

from __future__ import annotations

from typing import Any

import pytest

from facilitator.engine import Refusal, Rules, decide, empty, opening, private_count, see_event
from tests.engine.settings import AINO, BJORN, METHOD, NOON, SYSTEM, Log, operation, words

KINDS = [{"key": "pain", "tint": "pain"}, {"key": "idea", "tint": "idea"}]
COLUMNS: dict[str, Any] = METHOD | {
    "kinds": [kind | {"title": words(kind["key"])} | look for kind, look in zip(METHOD["kinds"], KINDS, strict=True)],
    "own_kinds": {
        "most": 6,
        "looks": [{"tint": tint} for tint in ("channel", "people", "data", "org", "step", "idea", "pain", "neutral")],
        "fields": [{"key": "quote", "type": "text"}],
    },
    "adds": ["zone"],
}
ALL = ["pain", "idea"]
ZONES: dict[str, dict[str, Any]] = {
    "zone:known": {"title": words("Tiedämme"), "sort": "flow", "accepts": ALL, "order": "a0"},
    "zone:ideas": {"title": words("Ideat"), "sort": "flow", "accepts": ["idea"], "order": "a1"},
    "zone:unplaced": {"title": words("Sijoittamatta"), "sort": "flow", "accepts": ALL, "order": "a2"},
}
RISK, WISH = {"key": "own_1", "title": "Riski"}, {"key": "own_2", "title": "Toive"}


class Columns(Log):
    """A board whose kinds may be named."""

    def __init__(self, **board: Any) -> None:
        fields = {"method": {"key": "columns", "version": 1}, "authors": "names", **board}
        self._begin(empty("board-1", Rules.of(COLUMNS)), opening("board-1", ZONES, fields, NOON))

    def names(self, *kinds: dict[str, Any] | None) -> Any:
        """What comes of naming these kinds."""
        return self.does(AINO, "board.set", fields={"kinds": list(kinds)})

    def writes(self, name: str, kind: str, zone: str = "zone:known") -> Any:
        """What comes of a note of this kind."""
        return self.does(BJORN, "note.add", note=f"note:{name}", kind=kind, text="Haku", zone=zone, order="a1")

    def accepts(self, zone: str = "zone:known") -> list[str]:
        """The kinds that may lie there."""
        return self.state.items[zone]["accepts"]


def test_naming_kinds_tells_the_board_and_every_place_that_takes_them_all():
    log = Columns()

    event = log.names({"key": "idea"}, RISK, WISH)

    every = ["pain", "idea", "own_1", "own_2"]
    assert event.changes == [
        {
            "id": "board",
            "set": {"kinds": [{"key": "idea"}, RISK | {"tint": "channel"}, WISH | {"tint": "people"}]},
        },
        {"id": "zone:known", "set": {"accepts": every}},
        {"id": "zone:unplaced", "set": {"accepts": every}},
    ]
    assert log.accepts("zone:ideas") == ["idea"]
    assert log.writes("1", "own_1").changes[0]["set"]["kind"] == "own_1"
    assert log.writes("2", "own_1", "zone:ideas") == Refusal("zone.wrong_kind")
    assert log.writes("3", "pain") == Refusal("kind.gone")
    assert log.writes("4", "own_9") == Refusal("kind.unknown")


def test_a_kind_of_their_own_has_the_fields_that_the_method_gives_such_kinds():
    log = Columns()
    log.names(RISK)
    log.writes("1", "own_1")

    log.did(BJORN, "note.set", note="note:1", fields={"quote": "Ei vastattu"})

    assert log.state.items["note:1"]["fields"] == {"quote": "Ei vastattu"}
    assert log.does(BJORN, "note.set", note="note:1", fields={"severity": 3}).code == "field.unknown"


def test_a_new_name_keeps_the_kind_its_notes_and_its_colour():
    log = Columns()
    log.names(RISK, WISH)
    log.writes("1", "own_2")

    event = log.names(WISH | {"title": " Toive\tsaavutettavuudesta "}, RISK)

    assert event.changes == [
        {
            "id": "board",
            "set": {
                "kinds": [
                    {"key": "own_2", "title": "Toive saavutettavuudesta", "tint": "people"},
                    RISK | {"tint": "channel"},
                ]
            },
        }
    ]
    assert log.state.items["note:1"]["kind"] == "own_2"


def test_notes_of_a_kind_that_was_taken_away_keep_it_and_can_be_moved_and_described():
    log = Columns()
    log.names(RISK, WISH)
    log.writes("1", "own_1")

    log.names(WISH)

    assert log.state.board["former_kinds"] == [RISK | {"tint": "channel"}]
    log.did(BJORN, "note.move", note="note:1", zone="zone:unplaced", order="a1")
    log.did(BJORN, "note.set", note="note:1", fields={"quote": "Ei vastattu"})
    assert log.writes("2", "own_1") == Refusal("kind.gone")
    assert log.state.items["note:1"]["kind"] == "own_1"


def test_a_kind_that_returns_is_the_one_that_it_was():
    log = Columns()
    log.names(RISK, WISH)
    before = log.state.board
    log.names(WISH)

    log.names(*before["kinds"])

    assert log.state.board == before


def test_the_methods_kinds_come_back_and_notes_of_the_others_stay_readable():
    log = Columns()
    log.names(RISK)
    log.writes("1", "own_1")

    log.did(AINO, "board.set", fields={"kinds": None})

    assert "kinds" not in log.state.board
    assert log.state.board["former_kinds"] == [RISK | {"tint": "channel"}]
    assert log.accepts() == ["pain", "idea", "own_1"]
    assert not isinstance(log.writes("2", "pain"), Refusal)
    assert log.writes("3", "own_1") == Refusal("kind.gone")


def test_a_place_that_took_only_what_is_gone_takes_everything():
    log = Columns()

    log.names(RISK)

    assert log.accepts("zone:ideas") == ["idea", "pain", "own_1"]


def test_a_place_that_was_away_meanwhile_takes_the_new_kinds_when_it_returns():
    log = Columns()
    log.did(AINO, "zone.remove", zone="zone:known")
    log.names({"key": "idea"}, RISK)
    log.did(AINO, "zone.add", zone="zone:new", title="Uusi")

    log.did(AINO, "zone.restore", zone="zone:known")

    assert log.accepts() == log.accepts("zone:new") == ["pain", "idea", "own_1"]


def test_a_place_that_is_told_to_take_all_of_the_methods_kinds_takes_those_that_people_named():
    log = Columns()
    log.names({"key": "idea"}, RISK)
    log.did(AINO, "zone.add", zone="zone:new", title="Uusi", takes=ALL)
    log.did(AINO, "zone.add", zone="zone:few", title="Riskit", takes=["own_1"])

    log.did(AINO, "zone.set", zone="zone:ideas", fields={"accepts": ALL})

    assert log.accepts("zone:new") == log.accepts("zone:ideas") == ["pain", "idea", "own_1"]
    assert log.accepts("zone:few") == ["own_1"]


def test_no_two_kinds_on_a_board_have_the_same_colour():
    log = Columns()
    log.names(RISK, WISH)

    log.names({"key": "idea"}, {"key": "own_3", "title": "Uusi"}, WISH, RISK | {"tint": "idea"})

    tints = [each.get("tint") for each in log.state.board["kinds"]]
    assert tints == [None, "channel", "people", "data"]
    log.names(*({"key": f"own_{n}", "title": f"Laji {n}"} for n in range(6)))
    assert len({each["tint"] for each in log.state.board["kinds"]}) == 6


@pytest.mark.parametrize(
    ("kinds", "code"),
    [
        ([], "field.wrong"),
        ("Riski", "field.wrong"),
        (["Riski"], "field.wrong"),
        ([{"key": "idea", "title": "Ehdotus"}], "field.wrong"),
        ([{"key": "own_1"}], "field.wrong"),
        ([{"key": "risk", "title": "Riski"}], "field.wrong"),
        ([{"key": "own_X", "title": "Riski"}], "field.wrong"),
        ([{"key": ["own_1"], "title": "Riski"}], "field.wrong"),
        ([RISK | {"title": {"fi": "Riski", "sv": "Risk", "en": "Risk"}}], "field.wrong"),
        ([RISK | {"tint": "#ff0000"}], "field.wrong"),
        ([RISK | {"icon": "flag"}], "field.wrong"),
        ([RISK | {"title": " \u200b "}], "text.empty"),
        ([RISK | {"title": "Ris\x00ki"}], "text.invalid"),
        ([RISK | {"title": "a" * 41}], "text.too_long"),
        ([RISK, RISK | {"title": "Toinen"}], "kind.same_name"),
        ([RISK, WISH | {"title": "RISKI"}], "kind.same_name"),
        ([{"key": "idea"}, RISK | {"title": "IDEA (sv)"}], "kind.same_name"),
        ([{"key": f"own_{n}", "title": f"Laji {n}"} for n in range(7)], "kind.too_many"),
    ],
)
def test_what_cannot_be_named_is_refused_by_name(kinds: Any, code: str):
    log = Columns()

    answer = log.does(AINO, "board.set", fields={"kinds": kinds, "shaped_by": "everybody"})

    assert isinstance(answer, Refusal)
    assert answer.code == code
    assert log.state.board["shaped_by"] == "facilitator"


def test_a_method_may_keep_its_kinds_to_itself():
    assert Log().does(AINO, "board.set", fields={"kinds": [RISK]}) == Refusal("kind.fixed")


@pytest.mark.parametrize("mode", ["open", "silent", "vote", "look"])
def test_those_who_lead_name_kinds_in_every_mode_and_nobody_else_ever(mode: str):
    log = Columns(shaped_by="everybody", rewritten_by="everybody")
    log.did(SYSTEM, "mode.set", mode=mode)

    assert log.does(BJORN, "board.set", fields={"kinds": [RISK]}) == Refusal("not.allowed")
    assert not isinstance(log.names(RISK), Refusal)


def test_taking_a_kind_away_in_a_silence_says_nothing_of_who_uses_it():
    used, unused = Columns(), Columns()
    for log in (used, unused):
        log.names(RISK, WISH)
        log.did(AINO, "mode.set", mode="silent")
    used.writes("1", "own_1")
    unused.writes("1", "own_2")

    told = [see_event(log.names(WISH), "p:chloe", "names")["changes"] for log in (used, unused)]

    assert told[0] == told[1]
    assert private_count(used.state) == {"notes": 1, "people": 1}


def test_so_many_kinds_may_have_been_there_before():
    log = Columns()
    for n in range(61):
        log.names({"key": f"own_{n}", "title": f"Laji {n}"})

    answer = decide(log.state, operation("board.set", fields={"kinds": None}), AINO, NOON)

    assert answer == Refusal("board.full", {"limit": 60})
