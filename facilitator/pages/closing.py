"""Closing a workshop: first what follows from it, then the deed."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitator.models import WorkshopStatus
from facilitator.pages import visitor
from facilitator.pages.fields import Form
from facilitator.pages.plan_seen import above, seen_plan
from facilitator.planning import reach
from facilitator.planning.closing import close_workshop

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
    plan["trail"] = [*above(workshop), (workshop.title, url_for("plan.page", workshop_id=workshop.id))]
    return render_template("plan/close.html", form=form, **plan)
