"""The people of a workshop: breakout groups, who is in which, and who has to go."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from facilitator.errors import Problem
from facilitator.pages import visitor
from facilitator.pages.fields import Form
from facilitator.pages.language import title_of
from facilitator.pages.plan import show
from facilitator.pages.plan_forms import GroupForm
from facilitator.pages.plan_seen import above, seen_participant
from facilitator.pages.terms import region_options, size_options
from facilitator.planning import groups as verbs
from facilitator.planning import reach

blueprint = Blueprint("plan_people", __name__)
blueprint.before_request(visitor.signed_in)


@blueprint.route("/workshops/<workshop_id>/groups", methods=["GET", "POST"])
def add_group(workshop_id: str) -> ResponseReturnValue:
    """A new breakout group."""
    workshop = reach.workshop(visitor.account(), workshop_id)
    form = GroupForm()
    if form.validate_on_submit():
        try:
            group = verbs.create_group(workshop, **form.values())
        except Problem as problem:
            form.refuse(problem)
        else:
            flash(_("The group %(name)s is ready.", name=group.name))
            return redirect(url_for("plan.page", workshop_id=workshop.id))
    return show(workshop, group_form=form)


@blueprint.route("/groups/<group_id>/edit", methods=["GET", "POST"])
def edit_group(group_id: str) -> ResponseReturnValue:
    """Another name for a group, and whom it speaks for."""
    group = reach.group(visitor.account(), group_id)
    form = GroupForm(obj=group)
    workshop = group.workshop
    if form.validate_on_submit():
        try:
            verbs.change_group(group, **form.values())
        except Problem as problem:
            form.refuse(problem)
        else:
            flash(_("Saved."))
            return redirect(url_for("plan.page", workshop_id=workshop.id))
    return render_template(
        "plan/group.html",
        form=form,
        group={"id": group.id, "name": group.name},
        trail=[*above(workshop), (title_of(workshop), url_for("plan.page", workshop_id=workshop.id))],
        is_example=workshop.project.programme.is_example,
    ), form.status


@blueprint.route("/workshops/<workshop_id>/groups/where", methods=["GET", "POST"])
def where(workshop_id: str) -> ResponseReturnValue:
    """Region and size of all groups at once: whom each of them speaks for."""
    workshop = reach.workshop(visitor.account(), workshop_id)
    form = Form()
    if form.validate_on_submit():
        sent = request.form
        told = {
            each: (sent.get(f"region-{each.id}", each.region), sent.get(f"size-{each.id}", each.size))
            for each in workshop.groups
        }
        changed = verbs.tell_where(told)
        flash(ngettext("%(num)s group was changed.", "%(num)s groups were changed.", changed))
        return redirect(url_for("plan.page", workshop_id=workshop.id) + "#groups")
    return render_template(
        "plan/where.html",
        form=form,
        groups=[
            {"id": each.id, "name": each.name, "region": each.region, "size": each.size} for each in workshop.groups
        ],
        regions=region_options(),
        sizes=size_options(),
        trail=[*above(workshop), (title_of(workshop), url_for("plan.page", workshop_id=workshop.id))],
        is_example=workshop.project.programme.is_example,
    )


@blueprint.post("/groups/<group_id>/remove")
def remove_group(group_id: str) -> ResponseReturnValue:
    """Take a group away; its people are then in none."""
    group = reach.group(visitor.account(), group_id)
    workshop, name = group.workshop, group.name
    try:
        verbs.remove_group(group)
    except Problem as problem:
        return show(workshop, refused=problem)
    flash(_("The group %(name)s was removed.", name=name))
    return redirect(url_for("plan.page", workshop_id=workshop.id))


@blueprint.post("/workshops/<workshop_id>/places")
def place(workshop_id: str) -> ResponseReturnValue:
    """Who is in which group: the whole list at once, and only those who change are moved."""
    workshop = reach.workshop(visitor.account(), workshop_id)
    groups = {each.id: each for each in workshop.groups}
    moved = 0
    for participant in list(workshop.participants):
        chosen = request.form.get(f"group-{participant.id}")
        if chosen is None or (chosen and chosen not in groups) or (chosen or None) == participant.group_id:
            continue
        verbs.place(participant, groups.get(chosen))
        moved += 1
    flash(ngettext("%(num)s person was moved.", "%(num)s people were moved.", moved))
    return redirect(url_for("plan.page", workshop_id=workshop.id) + "#people")


@blueprint.route("/participants/<participant_id>/remove", methods=["GET", "POST"])
def remove(participant_id: str) -> ResponseReturnValue:
    """Send somebody out, after saying what follows."""
    participant = reach.participant(visitor.account(), participant_id)
    workshop, form = participant.workshop, Form()
    if form.validate_on_submit():
        verbs.remove_participant(participant)
        flash(_("%(name)s was removed from the workshop.", name=participant.visible_name))
        return redirect(url_for("plan.page", workshop_id=workshop.id) + "#people")
    return render_template(
        "plan/remove.html",
        form=form,
        participant=seen_participant(participant),
        trail=[*above(workshop), (title_of(workshop), url_for("plan.page", workshop_id=workshop.id))],
        is_example=workshop.project.programme.is_example,
    )
