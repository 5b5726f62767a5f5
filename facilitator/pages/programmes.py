"""Programmes: those that I belong to, one of them, and who else belongs to it."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import StringField

from facilitator import access
from facilitator.errors import Problem
from facilitator.models import Programme
from facilitator.pages import terms, visitor
from facilitator.pages.fields import Form, ListField, WholeField
from facilitator.planning import programmes as verbs
from facilitator.planning import reach
from facilitator.planning.own_methods import methods_of

blueprint = Blueprint("programmes", __name__, url_prefix="/programmes")
blueprint.before_request(visitor.signed_in)


class ProgrammeForm(Form):
    """A programme's own words."""

    title = StringField(_l("Title"))
    owner = StringField(_l("Organisation behind it"))
    retention_days = WholeField(
        _l("Days that participants' names are kept after a workshop"), default=90, render_kw={"inputmode": "numeric"}
    )


class MemberForm(Form):
    """Somebody with an account, and what they are here."""

    email = StringField(_l("E-mail of their account"), render_kw={"type": "email", "autocomplete": "off"})
    role = ListField(_l("Role"), choices=terms.options(terms.ROLES), default="facilitator")


@blueprint.get("")
def index() -> ResponseReturnValue:
    """The programmes that are there for me, newest first."""
    person = visitor.account()
    found = access.programmes_of(person) if person else []
    return render_template("programmes/index.html", programmes=[_seen(each) for each in found])


@blueprint.route("/new", methods=["GET", "POST"])
def new() -> ResponseReturnValue:
    """Begin a programme; whoever does leads it."""
    form = ProgrammeForm()
    if form.validate_on_submit():
        try:
            made = verbs.create_programme(visitor.user(), **form.values())
        except Problem as problem:
            form.refuse(problem)
        else:
            return redirect(url_for("programmes.page", programme_id=made.id))
    return render_template("programmes/form.html", form=form, programme=None), form.status


@blueprint.get("/<programme_id>")
def page(programme_id: str) -> ResponseReturnValue:
    """Its projects and its people."""
    return _page(reach.programme(visitor.account(), programme_id), MemberForm())


@blueprint.route("/<programme_id>/edit", methods=["GET", "POST"])
def edit(programme_id: str) -> ResponseReturnValue:
    """Change its words. For its leads."""
    programme = reach.programme(visitor.account(), programme_id, lead=True)
    form = ProgrammeForm(obj=programme)
    if form.validate_on_submit():
        try:
            verbs.change_programme(programme, **form.values())
        except Problem as problem:
            form.refuse(problem)
        else:
            flash(_("Saved."))
            return redirect(url_for("programmes.page", programme_id=programme.id))
    return render_template(
        "programmes/form.html", form=form, programme=_seen(programme), is_example=programme.is_example
    ), form.status


@blueprint.route("/<programme_id>/members", methods=["GET", "POST"])
def members(programme_id: str) -> ResponseReturnValue:
    """Let somebody in, or change their role. For its leads."""
    programme = reach.programme(visitor.account(), programme_id, lead=request.method == "POST")
    form = MemberForm()
    if form.validate_on_submit():
        try:
            added = verbs.add_member(programme, form.email.data or "", form.role.data)
        except Problem as problem:
            form.refuse(problem)
        else:
            flash(_("%(name)s belongs to the programme.", name=added.user.name))
            return redirect(url_for("programmes.page", programme_id=programme.id))
    return _page(programme, form)


@blueprint.post("/members/<membership_id>/remove")
def remove_member(membership_id: str) -> ResponseReturnValue:
    """Take somebody out; their rights end at once. For its leads."""
    membership = reach.member(visitor.account(), membership_id)
    programme, leaving = membership.programme, membership.user
    form = MemberForm(formdata=None)
    try:
        verbs.remove_member(programme, leaving)
    except Problem as problem:
        form.refuse(problem)
        return _page(programme, form)
    flash(_("%(name)s does not belong to the programme any more.", name=leaving.name))
    if leaving.id == visitor.user().id:
        return redirect(url_for("programmes.index"))
    return redirect(url_for("programmes.page", programme_id=programme.id))


def _page(programme: Programme, form: MemberForm) -> ResponseReturnValue:
    members = sorted(programme.memberships, key=lambda each: (each.role != verbs.Role.LEAD, each.user.name.casefold()))
    leads = [each for each in members if each.role == verbs.Role.LEAD]
    return render_template(
        "programmes/page.html",
        form=form,
        programme=_seen(programme),
        is_example=programme.is_example,
        is_lead=access.programme_role(visitor.account(), programme.id) == verbs.Role.LEAD,
        projects=[
            {
                "id": each.id,
                "title": each.title,
                "applicant": each.applicant,
                "phase": terms.PHASES[each.phase],
                "workshops": len(each.workshops),
            }
            for each in programme.projects
        ],
        members=[
            {
                "id": each.id,
                "name": each.user.name,
                "email": each.user.email,
                "organisation": each.user.organisation,
                "role": terms.ROLES[each.role],
                "is_last_lead": leads == [each],
            }
            for each in members
        ],
    ), form.status


def _seen(programme: Programme) -> dict[str, Any]:
    return {
        "id": programme.id,
        "title": programme.title,
        "owner": programme.owner,
        "projects": len(programme.projects),
        "methods": len(methods_of(programme)),
        "retention_days": programme.retention_days,
        "is_example": programme.is_example,
    }
