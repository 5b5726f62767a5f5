"""Workshops: plan, run, close; their groups and guests."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, url_for

from facilitator import access
from facilitator.api.calls import asking, call, here
from facilitator.api.schemas import (
    BoardIn,
    BoardPatch,
    BoardPlanOut,
    CodeOut,
    GroupIn,
    GroupOut,
    GroupPatch,
    PlacedParticipantOut,
    PlaceIn,
    WorkshopOut,
    WorkshopPatch,
    WorkshopRunOut,
)
from facilitator.models import Board, Group, Participant, Workshop
from facilitator.planning import boards, groups, reach, workshops
from facilitator.planning.qr import qr_code

blueprint = Blueprint("api_workshops", __name__)
_BOARD = ("method.unknown", "workshop.closed", "kind.fixed", "kind.same_name", "kind.too_many")
_AS_SEEN, _AS_RUN = WorkshopOut(), WorkshopRunOut()


@blueprint.get("/workshops/<workshop_id>")
@call("One workshop; its code and door only for those who run it.")
def show(workshop_id: str) -> Any:
    """For those who run it and those who take part."""
    workshop, role = reach.entered(asking(), workshop_id)
    return (_AS_RUN if role == "facilitator" else _AS_SEEN).dump(workshop)


@blueprint.patch("/workshops/<workshop_id>")
@call(
    "Change a workshop, let it go live, open or close its door.",
    takes=WorkshopPatch,
    gives=WorkshopRunOut,
    refuses=("workshop.closed", "authors.fixed", "time.order", "link.invalid"),
)
def change(workshop_id: str, sent: dict[str, Any]) -> Workshop:
    """For those who run it."""
    workshop = reach.workshop(asking(), workshop_id)
    status, door = sent.pop("status", None), sent.pop("is_door_open", None)
    if sent:
        workshops.change_workshop(workshop, **sent)
    if door is not None:
        (workshops.open_door if door else workshops.close_door)(workshop)
    if status:
        workshops.go_live(workshop)
    return workshop


@blueprint.post("/workshops/<workshop_id>/code")
@call("Change the join code.", gives=CodeOut, refuses=("workshop.closed",))
def change_code(workshop_id: str) -> dict[str, str]:
    """For those who run it."""
    code = workshops.change_code(reach.workshop(asking(seats=True), workshop_id))
    link = here() + url_for("join.door", code=code)
    return {"code": code, "link": link, "qr": qr_code(link)}


@blueprint.get("/workshops/<workshop_id>/boards")
@call("The boards of a workshop that you may open.", gives=BoardPlanOut, many=True)
def list_boards(workshop_id: str) -> list[Board]:
    """In their order."""
    person = asking()
    workshop, _ = reach.entered(person, workshop_id)
    return access.boards_of(person.participant) if person.participant else workshop.boards


@blueprint.post("/workshops/<workshop_id>/boards")
@call("Make a board.", takes=BoardIn, gives=BoardPlanOut, status=201, refuses=_BOARD)
def create_board(workshop_id: str, sent: dict[str, Any]) -> Board:
    """For those who run the workshop."""
    workshop = reach.workshop(asking(), workshop_id)
    group = reach.group_of(workshop, sent.pop("group", None))
    return boards.create_board(workshop, method_key=sent.pop("method"), group=group, **sent)


@blueprint.patch("/boards/<board_id>")
@call("Change a board's title or question.", takes=BoardPatch, gives=BoardPlanOut)
def change_board(board_id: str, sent: dict[str, Any]) -> Board:
    """For those who run the workshop."""
    board = reach.run_board(asking(), board_id)
    boards.change_board(board, **{"title": board.title, "question": board.question, **sent})
    return board


@blueprint.delete("/boards/<board_id>")
@call("Take away a board that nobody has written on.", status=204, refuses=("board.written",))
def remove_board(board_id: str) -> None:
    """For those who run the workshop."""
    boards.remove_board(reach.run_board(asking(), board_id))


@blueprint.get("/workshops/<workshop_id>/groups")
@call("A workshop's groups.", gives=GroupOut, many=True)
def list_groups(workshop_id: str) -> list[Group]:
    """For those who run it."""
    return reach.workshop(asking(), workshop_id).groups


@blueprint.post("/workshops/<workshop_id>/groups")
@call("Make a group.", takes=GroupIn, gives=GroupOut, status=201, refuses=("group.name_taken",))
def create_group(workshop_id: str, sent: dict[str, Any]) -> Group:
    """For those who run the workshop."""
    return groups.create_group(reach.workshop(asking(), workshop_id), **sent)


@blueprint.patch("/groups/<group_id>")
@call("Rename a group, or say whose it is.", takes=GroupPatch, gives=GroupOut, refuses=("group.name_taken",))
def change_group(group_id: str, sent: dict[str, Any]) -> Group:
    """For those who run the workshop."""
    group = reach.group(asking(), group_id)
    groups.change_group(group, **{"name": group.name, "region": group.region, "size": group.size, **sent})
    return group


@blueprint.delete("/groups/<group_id>")
@call("Take a group away.", status=204, refuses=("group.has_boards",))
def remove_group(group_id: str) -> None:
    """For those who run the workshop."""
    groups.remove_group(reach.group(asking(), group_id))


@blueprint.get("/workshops/<workshop_id>/participants")
@call("Who has joined.", gives=PlacedParticipantOut, many=True)
def list_participants(workshop_id: str) -> list[Participant]:
    """For those who run it; in the order of joining, without those sent out."""
    return reach.workshop(asking(), workshop_id).guests


@blueprint.patch("/participants/<participant_id>")
@call("Put a guest in a group, or in none.", takes=PlaceIn, gives=PlacedParticipantOut)
def place(participant_id: str, sent: dict[str, Any]) -> Participant:
    """For those who run the workshop."""
    participant = reach.participant(asking(), participant_id)
    groups.place(participant, reach.group_of(participant.workshop, sent["group"]))
    return participant


@blueprint.delete("/participants/<participant_id>")
@call("Send a guest out; what they wrote stays.", status=204)
def remove(participant_id: str) -> None:
    """For those who run the workshop."""
    groups.remove_participant(reach.participant(asking(seats=True), participant_id))
