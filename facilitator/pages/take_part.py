"""A participant's way into the boards, and after the workshop to what came of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitator import access
from facilitator.errors import NotThere
from facilitator.methods import load
from facilitator.models import Board, Workshop, WorkshopStatus
from facilitator.models.people import Participant
from facilitator.pages import artefacts, visitor
from facilitator.pages.agenda_seen import seen_agenda
from facilitator.pages.fields import Form
from facilitator.pages.floor_seen import seen_room
from facilitator.pages.language import in_language, title_of, told
from facilitator.pages.summary_seen import seen_summary
from facilitator.planning.retention import forget_name, is_replaced
from facilitator.record import newest

blueprint = Blueprint("take_part", __name__, url_prefix="/workshops/<workshop_id>/take-part")


@blueprint.get("")
def page(workshop_id: str) -> ResponseReturnValue:
    """The boards that this guest may open; once the workshop is closed, thanks, and its outputs to take along."""
    guest, workshop = _guest(workshop_id)
    boards = access.boards_of(guest)
    return render_template(
        "take_part/page.html",
        form=Form(),
        person=guest.id,
        workshop_id=workshop.id,
        title=title_of(workshop),
        instructions=told(workshop.words("instructions")),
        call_url=workshop.call_url,
        is_closed=workshop.status == WorkshopStatus.CLOSED,
        is_example=workshop.project.programme.is_example,
        name=guest.visible_name,
        aside=visitor.aside(guest),
        leads=guest.role == "facilitator",
        is_waiting=bool(workshop.groups) and guest.group_id is None and guest.role != "facilitator",
        boards=[_seen_board(board) for board in boards],
        room=seen_room(workshop, boards),
        agenda=seen_agenda(workshop, boards),
        results=_results(boards),
        summary=seen_summary(workshop) if workshop.status == WorkshopStatus.CLOSED else None,
        formats=artefacts.format_names(),
        programme=workshop.project.programme.title,
        retention_days=workshop.project.programme.retention_days,
        readable_until=_readable_until(workshop),
        is_replaced=is_replaced(guest),
    )


@blueprint.route("/forget-me", methods=["GET", "POST"])
def forget_me(workshop_id: str) -> ResponseReturnValue:
    """Delete the guest's name, after saying what follows. While people still work together, it is needed."""
    guest, workshop = _guest(workshop_id)
    if workshop.status != WorkshopStatus.CLOSED:
        raise NotThere
    form = Form()
    if form.validate_on_submit():
        forget_name(guest)
        flash(_("Your name is deleted. In its place stands %(name)s.", name=guest.visible_name))
        return redirect(url_for("take_part.page", workshop_id=workshop.id))
    return render_template(
        "take_part/forget_me.html",
        form=form,
        person=guest.id,
        workshop_id=workshop.id,
        title=title_of(workshop),
        name=guest.visible_name,
        is_example=workshop.project.programme.is_example,
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
        "title": title_of(board),
        "question": told(board.words("question") or method["question"]),
        "method": in_language(method["title"]),
        "group": board.group.name if board.group else None,
    }


def _results(boards: list[Board]) -> list[dict[str, Any]]:
    """The newest version of each board's artefact."""
    return artefacts.listed(newest(boards))


def _readable_until(workshop: Workshop) -> datetime | None:
    """Until when a guest comes back to this page."""
    life = access.LIFETIMES["guest"]
    return workshop.closed_at + life if workshop.closed_at and life else None
