"""The organisations of a workshop's people: what the join page suggests, and two spellings that are one."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from facilitator.errors import Problem
from facilitator.pages import visitor
from facilitator.pages.plan import show
from facilitator.pages.plan_forms import MergeForm
from facilitator.planning import organisations as verbs
from facilitator.planning import reach

blueprint = Blueprint("plan_organisations", __name__, url_prefix="/workshops/<workshop_id>/organisations")
blueprint.before_request(visitor.signed_in)


@blueprint.post("/accept")
def accept(workshop_id: str) -> ResponseReturnValue:
    """Let the join page suggest what a guest wrote."""
    workshop = reach.workshop(visitor.account(), workshop_id)
    name = request.form.get("organisation", "")
    verbs.accept(workshop, name)
    flash(_("The join page suggests %(name)s from now on.", name=name))
    return redirect(url_for("plan.page", workshop_id=workshop.id) + "#organisations")


@blueprint.post("/merge")
def merge(workshop_id: str) -> ResponseReturnValue:
    """Give the people of one spelling the other."""
    workshop = reach.workshop(visitor.account(), workshop_id)
    form = MergeForm()
    form.offer(verbs.spelled(workshop))
    if form.validate_on_submit():
        try:
            changed = verbs.merge(workshop, form.dropped.data, form.kept.data)
        except Problem as problem:
            form.refuse(problem)
        else:
            flash(
                ngettext(
                    "%(num)s person has the kept spelling now.", "%(num)s people have the kept spelling now.", changed
                )
            )
            return redirect(url_for("plan.page", workshop_id=workshop.id) + "#organisations")
    return show(workshop, merge_form=form)
