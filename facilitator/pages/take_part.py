"""A participant's way into the boards, and after the workshop to what came of it."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from facilitator import access
from facilitator.errors import NotThere
from facilitator.extensions import db
from facilitator.methods import load
from facilitator.models import Board, RecordedArtefact, Workshop, WorkshopStatus
from facilitator.models.people import Participant
from facilitator.pages import visitor
from facilitator.pages.agenda_seen import seen_agenda
from facilitator.pages.fields import Form
from facilitator.pages.language import in_language

blueprint = Blueprint("take_part", __name__, url_prefix="/workshops/<workshop_id>/take-part")


@blueprint.get("")
def page(workshop_id: str) -> ResponseReturnValue:
    """The boards that this guest may open; once the workshop is closed, its results to read and download."""
    guest, workshop = _guest(workshop_id)
    boards = access.boards_of(guest)
    return render_template(
        "take_part/page.html",
        form=Form(),
        workshop_id=workshop.id,
        title=workshop.title,
        instructions=workshop.instructions,
        is_closed=workshop.status == WorkshopStatus.CLOSED,
        is_example=workshop.project.programme.is_example,
        name=guest.visible_name,
        is_waiting=bool(workshop.groups) and guest.group_id is None,
        boards=[_seen_board(board) for board in boards],
        agenda=seen_agenda(workshop, boards),
        results=_results(boards),
    )


@blueprint.post("/leave")
def leave(workshop_id: str) -> ResponseReturnValue:
    """Leave on this browser. What was written stays on the boards."""
    _guest(workshop_id)
    visitor.leave_place(workshop_id)
    return redirect(url_for("front.page"))


def _guest(workshop_id: str) -> tuple[Participant, Workshop]:
    person = visitor.guest(workshop_id)
    if person is None or person.participant is None or not access.workshop_role(person, person.participant.workshop):
        raise NotThere
    return person.participant, person.participant.workshop


def _seen_board(board: Board) -> dict[str, Any]:
    method = load(board.method_key, board.method_version)
    return {
        "id": board.id,
        "title": board.title,
        "question": board.question,
        "method": in_language(method["title"]),
        "group": board.group.name if board.group else None,
    }


def _results(boards: list[Board]) -> list[dict[str, Any]]:
    """The newest version of each board's artefact."""
    newest: dict[str, RecordedArtefact] = {}
    query = select(RecordedArtefact).where(RecordedArtefact.board_id.in_([board.id for board in boards]))
    for found in db.session.scalars(query.order_by(RecordedArtefact.version)):
        newest[found.board_id] = found
    kept = [newest[board.id] for board in boards if board.id in newest]
    return [{"id": each.id, "title": each.title, "version": each.version, "taken_at": each.taken_at} for each in kept]
