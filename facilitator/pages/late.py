"""What arrived after the end of a workshop, for those who lead it and have no live board before them."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from facilitator.pages import visitor
from facilitator.pages.language import title_of
from facilitator.pages.plan_seen import above
from facilitator.planning import reach
from facilitator.planning.late import late_notes, leave_out, take_in

blueprint = Blueprint("late", __name__)
blueprint.before_request(visitor.signed_in)
MOST = 200  # at once, as on a board


@blueprint.get("/workshops/<workshop_id>/late")
def page(workshop_id: str) -> ResponseReturnValue:
    """What waits, board by board."""
    workshop = reach.workshop(visitor.account(), workshop_id)
    return render_template(
        "plan/late.html",
        title=title_of(workshop),
        boards=[{"id": board.id, "title": title_of(board), "notes": notes} for board, notes in late_notes(workshop)],
        trail=[*above(workshop), (title_of(workshop), url_for("plan.page", workshop_id=workshop.id))],
        is_example=workshop.project.programme.is_example,
    )


@blueprint.post("/boards/<board_id>/late")
def tidy(board_id: str) -> ResponseReturnValue:
    """Take notes in, or leave one out. What somebody else did meanwhile is done, and no mistake."""
    board = reach.run_board(visitor.account(), board_id)
    waiting = {note.id for each, notes in late_notes(board.workshop) if each.id == board.id for note in notes}
    notes = [note for note in request.form.getlist("note") if note in waiting][:MOST]
    if notes and request.form.get("deed") == "leave_out":
        leave_out(board, visitor.user().id, notes[0])
        flash(_("Left out. The note can still be taken in."))
    elif notes:
        take_in(board, visitor.user().id, notes)
        flash(ngettext("%(num)s note was taken in.", "%(num)s notes were taken in.", len(notes)))
    return redirect(url_for("late.page", workshop_id=board.workshop_id))
