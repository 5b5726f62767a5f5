"""From the workshop to the record: closing it, after saying what follows; opening it again; confirming its boards."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitator.errors import Conflict
from facilitator.models import Workshop, WorkshopStatus
from facilitator.models.base import now
from facilitator.pages import visitor
from facilitator.pages.fields import Form
from facilitator.pages.language import title_of
from facilitator.pages.plan_seen import above, seen_plan
from facilitator.planning import reach
from facilitator.planning.closing import (
    close_workshop,
    confirm_board,
    finish_workshop,
    reopen_workshop,
    reopenable_until,
)
from facilitator.planning.going_on import going_on

blueprint = Blueprint("closing", __name__)
blueprint.before_request(visitor.signed_in)


@blueprint.route("/workshops/<workshop_id>/close", methods=["GET", "POST"])
def confirm(workshop_id: str) -> ResponseReturnValue:
    """Say what still goes on and what follows; on agreement close, and go on to the summary."""
    workshop = reach.workshop(visitor.account(), workshop_id)
    if workshop.status == WorkshopStatus.CLOSED:
        return redirect(url_for("record.page", project_id=workshop.project_id))
    form = Form()
    if form.validate_on_submit():
        close_workshop(workshop, visitor.user().id)
        flash(_("The workshop is closed. Its boards are in the record."))
        return redirect(url_for("summary.page", workshop_id=workshop.id))
    plan = seen_plan(workshop) | {"trail": _trail(workshop)}
    return render_template("plan/close.html", form=form, going_on=going_on(workshop), **plan)


@blueprint.route("/workshops/<workshop_id>/reopen", methods=["GET", "POST"])
def reopen(workshop_id: str) -> ResponseReturnValue:
    """Say what follows, and until when it can be done; on agreement open the workshop again."""
    workshop = reach.workshop(visitor.account(), workshop_id)
    plan = url_for("plan.page", workshop_id=workshop.id)
    until = reopenable_until(workshop)
    if until is None:
        return redirect(plan)
    form = Form()
    if form.validate_on_submit():
        try:
            reopen_workshop(workshop)
        except Conflict as problem:
            form.refuse(problem)
        else:
            flash(_("The workshop is live again. Those who took part come back by their old links."))
            return redirect(plan)
    return render_template(
        "plan/reopen.html",
        form=form,
        title=title_of(workshop),
        until=until,
        is_late=until < now(),
        trail=_trail(workshop),
        is_example=workshop.project.programme.is_example,
    ), form.status


@blueprint.post("/workshops/<workshop_id>/finish")
def finish(workshop_id: str) -> ResponseReturnValue:
    """Confirm what the boards hold now as the finished version, once the workshop is closed."""
    workshop = reach.workshop(visitor.account(), workshop_id)
    if workshop.status == WorkshopStatus.CLOSED:
        finish_workshop(workshop, visitor.user().id)
        flash(_("The finished version is in the record."))
    return redirect(url_for("plan.page", workshop_id=workshop.id))


@blueprint.post("/boards/<board_id>/confirm")
def confirm_output(board_id: str) -> ResponseReturnValue:
    """Confirm what one board holds as an output, without closing anything. Nothing new: the latest version is shown."""
    board = reach.run_board(visitor.account(), board_id)
    saved = confirm_board(board, visitor.user().id)
    flash(_("Confirmed as output: version %(number)s.", number=saved.version))
    return redirect(url_for("artefacts.page", artefact_id=saved.id))


def _trail(workshop: Workshop) -> list[tuple[object, str]]:
    return [*above(workshop), (title_of(workshop), url_for("plan.page", workshop_id=workshop.id))]
