"""From the workshop to the record: closing it, after saying what follows, and confirming a single board."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitator.models import WorkshopStatus
from facilitator.pages import visitor
from facilitator.pages.fields import Form
from facilitator.pages.language import title_of
from facilitator.pages.plan_seen import above, seen_plan
from facilitator.planning import reach
from facilitator.planning.closing import close_workshop, confirm_board

blueprint = Blueprint("closing", __name__)
blueprint.before_request(visitor.signed_in)


@blueprint.route("/workshops/<workshop_id>/close", methods=["GET", "POST"])
def confirm(workshop_id: str) -> ResponseReturnValue:
    """Say what follows; on agreement close, and show the record."""
    workshop = reach.workshop(visitor.account(), workshop_id)
    if workshop.status == WorkshopStatus.CLOSED:
        return redirect(url_for("record.page", project_id=workshop.project_id))
    form = Form()
    if form.validate_on_submit():
        close_workshop(workshop, visitor.user().id)
        flash(_("The workshop is closed. Its boards are in the record."))
        return redirect(url_for("record.page", project_id=workshop.project_id))
    plan = seen_plan(workshop)
    plan["trail"] = [*above(workshop), (title_of(workshop), url_for("plan.page", workshop_id=workshop.id))]
    return render_template("plan/close.html", form=form, **plan)


@blueprint.post("/boards/<board_id>/confirm")
def confirm_output(board_id: str) -> ResponseReturnValue:
    """Confirm what one board holds as an output, without closing anything. Nothing new: the latest version is shown."""
    board = reach.run_board(visitor.account(), board_id)
    saved = confirm_board(board, visitor.user().id)
    flash(_("Confirmed as output: version %(number)s.", number=saved.version))
    return redirect(url_for("artefacts.page", artefact_id=saved.id))
