"""The agenda of a workshop as its facilitators plan it: add parts, change them, put them in order."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitator.errors import Problem
from facilitator.models import Workshop
from facilitator.pages import terms, visitor
from facilitator.pages.language import title_of, told
from facilitator.pages.plan_forms import PartForm
from facilitator.pages.plan_seen import above
from facilitator.planning import agenda as verbs
from facilitator.planning import reach

blueprint = Blueprint("plan_agenda", __name__, url_prefix="/workshops/<workshop_id>/agenda")
blueprint.before_request(visitor.signed_in)


@blueprint.route("/new", methods=["GET", "POST"])
def add(workshop_id: str) -> ResponseReturnValue:
    """A part at the end."""
    workshop = reach.workshop(visitor.account(), workshop_id)
    form = PartForm()
    form.offer(workshop.boards)
    if form.validate_on_submit():
        try:
            step = verbs.add_part(workshop, visitor.user().id, form.given())
        except Problem as problem:
            form.refuse(problem)
        else:
            flash(_("The part is in the agenda."))
            return _back(workshop, step)
    return _page(workshop, form)


@blueprint.route("/<step_id>", methods=["GET", "POST"])
def edit(workshop_id: str, step_id: str) -> ResponseReturnValue:
    """Other words, another length, other boards."""
    workshop = reach.workshop(visitor.account(), workshop_id)
    part = verbs.part_of(workshop, step_id)
    form = PartForm()
    form.offer(workshop.boards)
    if not form.is_submitted():
        form.fill(part)
    if form.validate_on_submit():
        try:
            verbs.change_part(workshop, visitor.user().id, step_id, form.given())
        except Problem as problem:
            form.refuse(problem)
        else:
            flash(_("Saved."))
            return _back(workshop, step_id)
    return _page(workshop, form, step_id)


@blueprint.post("/<step_id>/move")
def move(workshop_id: str, step_id: str) -> ResponseReturnValue:
    """One place earlier, or later."""
    workshop = reach.workshop(visitor.account(), workshop_id)
    verbs.move_part(workshop, visitor.user().id, step_id, is_up=request.form.get("way") == "up")
    return _back(workshop, step_id)


@blueprint.post("/<step_id>/remove")
def remove(workshop_id: str, step_id: str) -> ResponseReturnValue:
    """Take a part away."""
    workshop = reach.workshop(visitor.account(), workshop_id)
    part = dict(verbs.agenda_of(workshop).parts).get(step_id, {})
    verbs.remove_part(workshop, visitor.user().id, step_id)
    title = told(part.get("title"))
    if title:
        flash(_("The part %(title)s was removed. It can be restored under the agenda.", title=title.text))
    return _back(workshop)


@blueprint.post("/<step_id>/restore")
def restore(workshop_id: str, step_id: str) -> ResponseReturnValue:
    """Bring a part back."""
    workshop = reach.workshop(visitor.account(), workshop_id)
    verbs.restore_part(workshop, visitor.user().id, step_id)
    flash(_("The part is in the agenda again."))
    return _back(workshop, step_id)


def _back(workshop: Workshop, step: str = "agenda") -> ResponseReturnValue:
    """To the plan, where the part stands."""
    return redirect(url_for("plan.page", workshop_id=workshop.id) + f"#{step}")


def _page(workshop: Workshop, form: PartForm, step: str | None = None) -> ResponseReturnValue:
    return render_template(
        "plan/part.html",
        form=form,
        step=step,
        main=workshop.language,
        mode_hints=terms.MODE_HINTS,
        has_boards=bool(workshop.boards),
        trail=[*above(workshop), (title_of(workshop), url_for("plan.page", workshop_id=workshop.id))],
        is_example=workshop.project.programme.is_example,
    ), form.status
