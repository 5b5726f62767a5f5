"""Trying a workshop out: who does it is counted nowhere, and one act takes it all away."""

from __future__ import annotations

import pytest
from flask import Flask

from facilitator import access
from facilitator.engine import Actor, floor_of
from facilitator.errors import Conflict
from facilitator.extensions import db
from facilitator.live import rooms
from facilitator.models import Workshop, WorkshopStatus
from facilitator.planning import closing, groups, joining, trials, workshops
from facilitator.planning.people import everybody_of
from facilitator.record.provenance import provenance
from tests.live.setting import note, op
from tests.makers import make_board, make_project, make_user, make_workshop


@pytest.fixture
def draft(app: Flask) -> Workshop:
    workshop = workshops.create_workshop(make_project(), "Polku")
    make_board(workshop)
    make_board(workshop, title="Toinen")
    return workshop


def begin(workshop: Workshop) -> joining.Joined:
    return trials.begin_trial(workshop, "Kokeilu", "fi")


def write(board_id: str, person: str, text: str = "Kokeilen") -> None:
    (answer,) = rooms.submit(board_id, [note(text)], Actor(person, "participant"))
    assert isinstance(answer, dict), answer


def texts(board_id: str) -> list[str]:
    items = rooms.state(board_id).items.items()
    return [item["text"] for item_id, item in items if item_id.startswith("note:")]


def test_a_trial_person_writes_on_a_draft_where_nobody_else_gets_in(draft: Workshop) -> None:
    joined = begin(draft)

    assert joined.boards == draft.boards
    write(draft.boards[0].id, joined.participant.id)
    assert texts(draft.boards[0].id) == ["Kokeilen"]
    with pytest.raises(Conflict, match=r"workshop\.draft"):
        joining.join(draft.code, "Anna")


def test_trial_persons_are_told_apart_and_counted_nowhere(draft: Workshop) -> None:
    names = [begin(draft).participant.visible_name for _ in range(2)]

    told = provenance(draft.boards[0], 1, "", draft.created_at, "u:1", None)

    assert names == ["Kokeilu", "Kokeilu 2"]
    assert (draft.guests, everybody_of(draft)) == ([], [])
    assert told["participants"]["count"] == 0


def test_with_groups_the_trial_is_in_one_of_them(app: Flask) -> None:
    workshop = make_workshop()
    first, second = groups.create_group(workshop, "1"), groups.create_group(workshop, "2")
    board = make_board(workshop, group=second)

    assert begin(workshop).participant.group_id == first.id
    assert trials.begin_trial(workshop, "Kokeilu", "fi", second).boards == [board]


def test_emptying_leaves_every_board_with_one_event_and_takes_the_trial_persons_away(draft: Workshop) -> None:
    boards = [board.id for board in draft.boards]
    joined, lead = begin(draft), make_user("Aino", is_admin=True)
    epochs = [rooms.room_of(board).epoch for board in boards]
    for board, person in zip(boards, (joined.participant.id, lead.id), strict=True):
        write(board, person)
    rooms.submit(boards[0], [op("mode.set", mode="vote")], rooms.SYSTEM)

    gone = trials.empty_trial(draft)

    assert gone == 2
    assert [(rooms.state(board).seq, texts(board)) for board in boards] == [(1, [])] * 2
    assert rooms.state(boards[0]).root["mode"] == "open"
    assert all(rooms.room_of(board).epoch != epoch for board, epoch in zip(boards, epochs, strict=True))
    assert access.bearer(joined.token) is None
    assert (trials.has_trial(draft), trials.empty_trial(draft)) == (False, 0)


def test_the_places_stay_as_they_were_made(draft: Workshop) -> None:
    board, lead = draft.boards[0].id, Actor(make_user("Aino", is_admin=True).id, "facilitator")
    shaped = [
        op("zone.remove", zone="zone:data"),
        op("zone.set", zone="zone:wait", fields={"title": "Odotan päätöstä"}),
        op("zone.add", zone="zone:new", title="Palaan", axis="phase", after="zone:wait"),
        op("board.set", fields={"shaped_by": "everybody"}),
        op("mode.set", mode="silent"),
    ]
    assert all(isinstance(answer, dict) for answer in rooms.submit(board, shaped, lead))
    before = rooms.state(board).items
    write(board, begin(draft).participant.id)

    trials.empty_trial(draft)

    after = rooms.state(board)
    zones = {item_id: item for item_id, item in before.items() if item_id.startswith("zone:")}
    assert {item_id: item for item_id, item in after.items.items() if item_id != "board"} == zones
    assert "zone:new/pain" in zones
    assert "zone:data" not in zones
    assert (after.board["shaped_by"], after.board["mode"]) == ("everybody", "open")
    assert "silence" not in after.board


def test_what_is_written_afterwards_begins_from_the_start(draft: Workshop) -> None:
    board = draft.boards[0].id
    write(board, begin(draft).participant.id)
    trials.empty_trial(draft)
    workshops.go_live(draft)

    write(board, joining.join(draft.code, "Anna").participant.id, "Oikea")

    assert (rooms.state(board).seq, texts(board)) == (2, ["Oikea"])


def test_the_agenda_stays_and_the_room_is_in_none_of_its_parts(draft: Workshop) -> None:
    floor = floor_of(draft.id)
    add = op("step.add", step="step:1", title="Polku", mode="open", boards=[])
    rooms.submit(floor, [add, op("step.go", step="step:1")], rooms.SYSTEM)

    trials.empty_trial(draft)

    state = rooms.state(floor)
    assert ("step:1" in state.items, state.root.get("step")) == (True, None)


def test_once_a_participant_has_written_nothing_is_emptied(draft: Workshop) -> None:
    board = draft.boards[0].id
    write(board, begin(draft).participant.id)
    workshops.go_live(draft)
    write(board, joining.join(draft.code, "Anna").participant.id, "Oikea")

    with pytest.raises(Conflict, match=r"trial\.others"):
        trials.empty_trial(draft)
    assert texts(board) == ["Kokeilen", "Oikea"]
    assert len(trials._trials(draft)) == 1


def test_what_lies_in_the_record_is_not_emptied(draft: Workshop) -> None:
    write(draft.boards[0].id, begin(draft).participant.id)
    closing.confirm_board(draft.boards[0], make_user().id)

    with pytest.raises(Conflict, match=r"trial\.recorded"):
        trials.empty_trial(draft)


def test_a_closed_workshop_is_not_tried_and_there_is_a_bound(draft: Workshop) -> None:
    for _ in range(trials.MOST):
        begin(draft)
    with pytest.raises(Conflict, match=r"trial\.many"):
        begin(draft)
    draft.status = WorkshopStatus.CLOSED
    db.session.commit()

    for refused in (begin, trials.empty_trial):
        with pytest.raises(Conflict, match=r"workshop\.closed"):
            refused(draft)
