"""The project's register: what the record speaks of, each thing once."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask

from facilitator.artefacts.identity import own_id
from facilitator.engine import State
from facilitator.errors import Conflict, Invalid, NotThere
from facilitator.models import Board, Project
from facilitator.models.transaction import transaction
from facilitator.planning import register as verbs
from facilitator.record import freeze
from facilitator.record.erase import erase
from facilitator.record.register import Register, Thing
from tests.makers import make_project, make_workshop
from tests.record.makers import AINO, BJORN, do, make_board, make_state


class Map:
    """A board of the project, and its state."""

    def __init__(self, project: Project, method: str, position: int) -> None:
        workshop = make_workshop(project, position=position)
        self.board: Board = make_board(workshop, method_key=method, title=method)
        self.state: State = make_state(self.board)

    def write(self, name: str, text: str, kind: str, **tied: Any) -> str:
        """A note, not placed; tied to an entity if one is given. Its own entity's id."""
        note = f"note:{name}"
        place = {"zone": "zone:unplaced", "order": "a0"}
        do(self.state, "note.add", BJORN, note=note, kind=kind, text=text, **place)
        if tied:
            do(self.state, "note.tie", AINO, note=note, fields=tied)
        return own_id(self.board.id, note)

    def freeze(self) -> None:
        """As it is now."""
        freeze(self.board, self.state, "e1", "u:aino")


@pytest.fixture
def project(app: Flask) -> Project:
    return make_project()


@pytest.fixture
def onion(project: Project) -> Map:
    """A stakeholder map, the first of the series."""
    return Map(project, "stakeholder_onion", 1)


@pytest.fixture
def path(project: Project) -> Map:
    """A path, the second."""
    return Map(project, "service_path", 2)


def names(project: Project) -> list[tuple[str, str]]:
    return [(thing.type, thing.name) for thing in Register(project.id).used()]


def the(project: Project, entity_id: str) -> Thing:
    return Register(project.id).thing(entity_id)


def test_what_is_confirmed_is_in_the_register_and_nothing_before(project: Project, onion: Map):
    onion.write("prh", "PRH", "state")
    before = names(project)

    onion.freeze()

    assert (before, names(project)) == ([], [("stakeholder", "PRH")])


def test_what_is_private_and_what_has_no_type_stay_out(project: Project):
    canvas = Map(project, "challenge_canvas", 1)
    canvas.write("why", "Lomakkeita on 14", "finding")
    do(canvas.state, "mode.set", AINO, mode="silent")
    canvas.write("quiet", "Salainen kumppani", "partner")

    canvas.freeze()

    assert names(project) == []


def test_reading_the_same_version_again_changes_nothing(project: Project, onion: Map):
    kela = onion.write("kela", "Kela", "state")
    onion.freeze()

    first, second = the(project, kela), the(project, kela)
    onion.write("prh", "PRH", "state")
    onion.freeze()

    assert first == second
    assert [use.version for use in the(project, kela).uses] == [2]


def test_a_note_that_is_tied_is_the_same_thing_on_two_maps(project: Project, onion: Map, path: Map):
    kela = onion.write("kela", "Kela", "state")
    onion.freeze()
    path.write("owner", "Kansaneläkelaitos", "organisation", entity=kela)
    path.write("pain", "Sama kysytään kahdesti", "pain_point", about=[kela, "entity:unknown"])
    path.freeze()

    thing = the(project, kela)
    assert [(use.role, use.workshop_order, use.text) for use in thing.uses] == [
        ("is", 1, "Kela"),
        ("is", 2, "Kansaneläkelaitos"),
        ("about", 2, "Sama kysytään kahdesti"),
    ]
    assert (thing.name, thing.other_names) == ("Kela", ["Kansaneläkelaitos"])
    assert names(project) == [("stakeholder", "Kela"), ("pain_point", "Sama kysytään kahdesti")]


def test_an_entity_of_another_project_ties_to_nothing(project: Project, onion: Map):
    elsewhere = Map(make_project(), "stakeholder_onion", 1)
    kela = elsewhere.write("kela", "Kela", "state")
    elsewhere.freeze()
    assert the(elsewhere.board.workshop.project, kela).name == "Kela"

    onion.write("ours", "Meidän Kela", "state", entity=kela)
    onion.freeze()

    assert names(project) == [("stakeholder", "Meidän Kela")]
    with pytest.raises(NotThere):
        the(project, kela)


def test_a_board_that_renames_what_it_named_renames_the_thing_and_no_other_board(
    project: Project, onion: Map, path: Map
):
    kela = onion.write("kela", "Kela", "state")
    onion.freeze()
    path.write("owner", "Kela", "organisation", entity=kela)
    path.freeze()
    Register(project.id)

    do(path.state, "note.write", BJORN, note="note:owner", was="Kela", text="Kansaneläkelaitos")
    path.freeze()

    thing = the(project, kela)
    assert (thing.name, thing.other_names) == ("Kansaneläkelaitos", ["Kela"])
    assert [(act.verb, act.was, act.became) for act in thing.acts] == [("rename", "Kela", "Kansaneläkelaitos")]


def test_a_name_given_by_hand_stays_where_a_board_keeps_the_old_one(project: Project, onion: Map):
    kela = onion.write("kela", "Kela", "state")
    onion.freeze()

    verbs.rename(project, kela, "Kansaneläkelaitos", "u:aino")
    onion.write("prh", "PRH", "state")
    onion.freeze()

    assert (the(project, kela).name, the(project, kela).other_names) == ("Kansaneläkelaitos", ["Kela"])
    (act,) = the(project, kela).acts
    assert verbs.take_back(project, act.id) == kela
    assert verbs.take_back(project, act.id) == kela
    assert the(project, kela).name == "Kela"


def test_two_that_are_one_are_found_by_either_id_until_it_is_taken_back(project: Project, onion: Map, path: Map):
    kela, fpa = onion.write("kela", "Kela", "state"), onion.write("fpa", "FPA", "state")
    onion.freeze()
    third = path.write("owner", "FPA ", "organisation")
    path.freeze()
    twins = [[thing.id for thing in group] for group in Register(project.id).twins()]
    verbs.merge(project, third, fpa, "u:aino")
    verbs.merge(project, fpa, kela, "u:aino")
    verbs.merge(project, fpa, kela, "u:aino")

    merged = the(project, third)
    assert twins == [[fpa, third]] or twins == [[third, fpa]]
    assert (merged.id, set(merged.ids), merged.name) == (kela, {kela, fpa, third}, "Kela")
    assert [use.workshop_order for use in merged.uses] == [1, 1, 2]
    (last, _first) = merged.acts
    verbs.take_back(project, last.id)
    assert (the(project, third).id, the(project, kela).ids) == (fpa, [kela])


def test_what_was_named_anew_is_taken_back_in_order(project: Project, onion: Map):
    kela = onion.write("kela", "Kela", "state")
    onion.freeze()
    Register(project.id)
    verbs.rename(project, kela, "KELA", "u:aino")
    first = the(project, kela).acts[0].id
    verbs.rename(project, kela, "Kansaneläkelaitos", "u:aino")

    with pytest.raises(Conflict, match=r"register\.changed"):
        verbs.take_back(project, first)


def test_a_stakeholder_is_no_pain_point(project: Project, path: Map):
    owner, pain = path.write("owner", "Kela", "organisation"), path.write("pain", "Jono", "pain_point")
    path.freeze()
    Register(project.id)

    with pytest.raises(Invalid, match=r"register\.types"):
        verbs.merge(project, owner, pain, "u:aino")
    with pytest.raises(Invalid, match=r"text\.empty"):
        verbs.rename(project, owner, "  ", "u:aino")
    with pytest.raises(NotThere):
        verbs.merge(project, owner, "entity:none", "u:aino")


def test_what_leaves_the_board_leaves_its_places_and_keeps_its_id(project: Project, onion: Map):
    kela = onion.write("kela", "Kela", "state")
    onion.freeze()
    Register(project.id)

    do(onion.state, "note.remove", AINO, note="note:kela")
    onion.freeze()

    assert (names(project), the(project, kela).name) == ([], "Kela")


def test_an_erased_note_leaves_the_register_too_and_what_others_say_stays(project: Project, onion: Map, path: Map):
    kela = onion.write("kela", "Kanarialintu", "state")
    onion.freeze()
    path.write("owner", "Kela", "organisation", entity=kela)
    path.freeze()
    Register(project.id)

    with transaction() as tx:
        erase(tx, onion.board.id, ["note:kela"], "Sisältö poistettu")

    thing = the(project, kela)
    assert (thing.name, [use.text for use in thing.uses]) == ("Kela", ["Sisältö poistettu", "Kela"])


def test_a_thing_that_one_note_alone_named_loses_its_name_with_it(project: Project, onion: Map):
    kela = onion.write("kela", "Kanarialintu", "state")
    onion.freeze()
    Register(project.id)
    verbs.rename(project, kela, "Lintu", "u:aino")
    verbs.rename(project, kela, "Kanarialintu", "u:aino")

    with transaction() as tx:
        erase(tx, onion.board.id, ["note:kela"], "Sisältö poistettu")

    thing = the(project, kela)
    assert {thing.name, *(text for act in thing.acts for text in (act.was, act.became))} == {"Sisältö poistettu"}
