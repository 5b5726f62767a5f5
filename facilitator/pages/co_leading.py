"""Those who help to lead a workshop without an account: asked on the plan, and the personal link that brings them."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import StringField

from facilitator.errors import Problem
from facilitator.pages import visitor
from facilitator.pages.fields import Form
from facilitator.pages.join import onward
from facilitator.pages.language import chosen, default, title_of
from facilitator.pages.plan import here
from facilitator.pages.plan_seen import above
from facilitator.planning import co_leading as verbs
from facilitator.planning import groups, reach

blueprint = Blueprint("co_leading", __name__)


class CoLeaderForm(Form):
    """Who is asked."""

    name = StringField(_l("Name"), render_kw={"autocomplete": "off"})
    organisation = StringField(_l("Organisation"), render_kw={"autocomplete": "off"})


@blueprint.route("/workshops/<workshop_id>/co-facilitators", methods=["GET", "POST"])
def page(workshop_id: str) -> ResponseReturnValue:
    """Who helps, and one more. A new link is on the answer to its own form and never again: only its hash is kept."""
    if asked := visitor.signed_in():
        return asked
    workshop = reach.workshop(visitor.account(), workshop_id)
    form, made, whose = CoLeaderForm(), None, ""
    if form.validate_on_submit():
        try:
            person, secret = verbs.invite(workshop, form.name.data or "", form.organisation.data or "")
        except Problem as problem:
            form.refuse(problem)
        else:
            made, whose = here() + url_for("co_leading.door", token=secret), person.visible_name
            form = CoLeaderForm(formdata=None)
    return render_template(
        "plan/co_leaders.html",
        form=form,
        made=made,
        whose=whose,
        people=[
            {"id": each.person.id, "name": each.person.visible_name, "organisation": each.person.organisation}
            | {"expires_at": each.expires_at, "has_come": each.has_come}
            for each in verbs.co_leaders_of(workshop)
        ],
        title=title_of(workshop),
        workshop_id=workshop.id,
        trail=[*above(workshop), (title_of(workshop), url_for("plan.page", workshop_id=workshop.id))],
        is_example=workshop.project.programme.is_example,
    ), form.status


@blueprint.post("/co-facilitators/<participant_id>/revoke")
def revoke(participant_id: str) -> ResponseReturnValue:
    """Take the rights back at once, whether the link was used or not."""
    if asked := visitor.signed_in():
        return asked
    person = reach.co_leader(visitor.account(), participant_id)
    groups.remove_participant(person)
    flash(_("%(name)s does not lead this workshop any more.", name=person.visible_name))
    return redirect(url_for("co_leading.page", workshop_id=person.workshop_id))


@blueprint.route("/lead/<token>", methods=["GET", "POST"])
def door(token: str) -> ResponseReturnValue:
    """Where the personal link leads. A button uses it up, so that whatever only looks at links does not."""
    if request.method == "POST":
        person, held = verbs.come_in(token, chosen() or default())
        visitor.take_place(person.workshop_id, held)
        session["language"] = person.language
        return redirect(onward(person))
    person = verbs.find_invited(token)
    return render_template(
        "join/co_leader.html",
        token=token,
        name=person.visible_name,
        title=title_of(person.workshop),
        is_example=person.workshop.project.programme.is_example,
    )
