"""A project: its challenge, where it is now, and its workshops in their order."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import StringField, TextAreaField

from facilitator.errors import Problem
from facilitator.models import Project, Workshop
from facilitator.pages import terms, visitor
from facilitator.pages.fields import Form, ListField
from facilitator.pages.language import title_of
from facilitator.planning import projects as verbs
from facilitator.planning import reach

blueprint = Blueprint("projects", __name__)
blueprint.before_request(visitor.signed_in)


class ProjectForm(Form):
    """A project's own words."""

    title = StringField(_l("Title"))
    applicant = StringField(_l("Applicant"))
    region = ListField(_l("Region"), choices=terms.region_options, default="")
    size = ListField(_l("Size"), choices=terms.size_options, default="")
    challenge = TextAreaField(_l("Challenge"), render_kw={"rows": 6})
    case_number = StringField(_l("Case number"))


class PhaseForm(Form):
    """Where the project is now."""

    phase = ListField(_l("Phase of the project"), choices=terms.options(terms.PHASES))


@blueprint.route("/programmes/<programme_id>/projects/new", methods=["GET", "POST"])
def new(programme_id: str) -> ResponseReturnValue:
    """Begin a project in a programme."""
    programme = reach.programme(visitor.account(), programme_id)
    form = ProjectForm()
    if form.validate_on_submit():
        try:
            made = verbs.create_project(programme, **form.values())
        except Problem as problem:
            form.refuse(problem)
        else:
            return redirect(url_for("projects.page", project_id=made.id))
    trail = [(programme.title, url_for("programmes.page", programme_id=programme.id))]
    return render_template(
        "projects/form.html", form=form, project=None, trail=trail, is_example=programme.is_example
    ), form.status


@blueprint.get("/projects/<project_id>")
def page(project_id: str) -> ResponseReturnValue:
    """The project and its workshops in series order."""
    return _page(reach.project(visitor.account(), project_id))


@blueprint.route("/projects/<project_id>/edit", methods=["GET", "POST"])
def edit(project_id: str) -> ResponseReturnValue:
    """Change its words."""
    project = reach.project(visitor.account(), project_id)
    form = ProjectForm(obj=project)
    if form.validate_on_submit():
        try:
            verbs.change_project(project, **form.values())
        except Problem as problem:
            form.refuse(problem)
        else:
            flash(_("Saved."))
            return redirect(url_for("projects.page", project_id=project.id))
    return render_template(
        "projects/form.html",
        form=form,
        project=_seen(project),
        trail=[*above(project), (project.title, url_for("projects.page", project_id=project.id))],
        is_example=project.programme.is_example,
    ), form.status


@blueprint.post("/projects/<project_id>/phase")
def phase(project_id: str) -> ResponseReturnValue:
    """Note that the project has come to another phase."""
    project = reach.project(visitor.account(), project_id)
    form = PhaseForm()
    if form.validate_on_submit():
        verbs.move_to_phase(project, form.phase.data)
        flash(_("The phase is saved."))
        return redirect(url_for("projects.page", project_id=project.id))
    return _page(project, form)


def above(project: Project) -> list[tuple[str, str]]:
    """The way to this project, for a trail."""
    return [(project.programme.title, url_for("programmes.page", programme_id=project.programme_id))]


def _page(project: Project, form: PhaseForm | None = None) -> ResponseReturnValue:
    form = form or PhaseForm(formdata=None, phase=project.phase)
    return render_template(
        "projects/page.html",
        form=form,
        project=_seen(project),
        trail=above(project),
        is_example=project.programme.is_example,
        workshops=[_seen_workshop(each) for each in project.workshops],
    ), form.status


def _seen(project: Project) -> dict[str, Any]:
    return {
        "id": project.id,
        "title": project.title,
        "applicant": project.applicant,
        "challenge": project.challenge,
        "challenge_at": project.challenge_at,
        "case_number": project.case_number,
        "phase": terms.PHASES[project.phase],
    }


def _seen_workshop(workshop: Workshop) -> dict[str, Any]:
    return {
        "id": workshop.id,
        "title": title_of(workshop),
        "number": workshop.position,
        "kind": terms.KINDS[workshop.kind],
        "status": workshop.status,
        "status_name": terms.STATUSES[workshop.status],
        "starts_at": workshop.starts_at,
        "ends_at": workshop.ends_at,
        "boards": len(workshop.boards),
        "participants": len(workshop.guests),
    }
