"""A workshop as its facilitators plan and run it: words, times, invitation, status."""

from __future__ import annotations

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitator.errors import Problem
from facilitator.models import Workshop
from facilitator.pages import visitor
from facilitator.pages.agenda_seen import seen_agenda
from facilitator.pages.language import chosen, default, title_of
from facilitator.pages.plan_forms import BoardForm, GroupForm, MergeForm, WorkshopForm
from facilitator.pages.plan_letter import letters
from facilitator.pages.plan_seen import above, seen_plan
from facilitator.pages.states import seen_states
from facilitator.planning import reach
from facilitator.planning import workshops as verbs
from facilitator.planning.codes import shown
from facilitator.planning.organisations import spelled
from facilitator.planning.presets import create_application_workshop
from facilitator.planning.qr import qr_code

blueprint = Blueprint("plan", __name__)
blueprint.before_request(visitor.signed_in)


@blueprint.get("/workshops/<workshop_id>")
def page(workshop_id: str) -> ResponseReturnValue:
    """The plan."""
    return show(reach.workshop(visitor.account(), workshop_id))


def show(
    workshop: Workshop,
    board_form: BoardForm | None = None,
    group_form: GroupForm | None = None,
    refused: Problem | None = None,
    merge_form: MergeForm | None = None,
) -> ResponseReturnValue:
    """The plan, with the form that was just refused, if one was."""
    if board_form is None:
        board_form = BoardForm(formdata=None)
        board_form.speak(workshop.language)
    board_form.offer(workshop)
    group_form = group_form or GroupForm(formdata=None)
    if merge_form is None:
        merge_form = MergeForm(formdata=None)
        merge_form.offer(spelled(workshop))
    if refused:
        group_form.refuse(refused)
    page = render_template(
        "plan/page.html",
        form=group_form if group_form.errors else board_form,
        board_form=board_form,
        group_form=group_form,
        merge_form=merge_form,
        join=join_address(workshop),
        agenda=seen_agenda(workshop),
        states=seen_states(workshop),
        **seen_plan(workshop),
    )
    return page, max(board_form.status, group_form.status, merge_form.status)


@blueprint.route("/projects/<project_id>/workshops/new", methods=["GET", "POST"])
def new(project_id: str) -> ResponseReturnValue:
    """Plan one more workshop of a project."""
    project = reach.project(visitor.account(), project_id)
    form = WorkshopForm()
    form.speak(chosen() or default())
    if not form.is_submitted():
        form.position.data = max((each.position for each in project.workshops), default=0) + 1
    if form.validate_on_submit():
        try:
            made = verbs.create_workshop(project, **form.given())
        except Problem as problem:
            form.refuse(as_typed(problem))
        else:
            return redirect(url_for("plan.page", workshop_id=made.id))
    trail = [
        (project.programme.title, url_for("programmes.page", programme_id=project.programme_id)),
        (project.title, url_for("projects.page", project_id=project.id)),
    ]
    return render_template(
        "plan/form.html", form=form, title=None, trail=trail, is_example=project.programme.is_example
    ), form.status


@blueprint.post("/projects/<project_id>/workshops/application")
def new_application(project_id: str) -> ResponseReturnValue:
    """An application workshop with its boards and agenda, in one click."""
    project = reach.project(visitor.account(), project_id)
    made = create_application_workshop(project, visitor.user().id, chosen() or default())
    flash(_("The application workshop is planned. Give it a day, and change what you want."))
    return redirect(url_for("plan.page", workshop_id=made.id))


@blueprint.route("/workshops/<workshop_id>/edit", methods=["GET", "POST"])
def edit(workshop_id: str) -> ResponseReturnValue:
    """Change what is planned. What notes show of their writers stays once somebody has written, or may."""
    workshop = reach.workshop(visitor.account(), workshop_id)
    form = WorkshopForm()
    form.speak(workshop.language)
    is_fixed = verbs.is_promise_fixed(workshop)
    if is_fixed:
        del form.authors
    if not form.is_submitted():
        form.fill(workshop)
    if form.validate_on_submit():
        try:
            verbs.change_workshop(workshop, **form.given())
        except Problem as problem:
            form.refuse(as_typed(problem))
        else:
            flash(_("Saved."))
            return redirect(url_for("plan.page", workshop_id=workshop.id))
    return render_template(
        "plan/form.html",
        form=form,
        title=title_of(workshop),
        trail=[*above(workshop), (title_of(workshop), url_for("plan.page", workshop_id=workshop.id))],
        is_example=workshop.project.programme.is_example,
    ), form.status


@blueprint.post("/workshops/<workshop_id>/go-live")
def go_live(workshop_id: str) -> ResponseReturnValue:
    """Let those with the code in."""
    workshop = reach.workshop(visitor.account(), workshop_id)
    verbs.go_live(workshop)
    flash(_("The door is open: those who have the code can join."))
    return redirect(url_for("plan.page", workshop_id=workshop.id))


@blueprint.post("/workshops/<workshop_id>/door")
def door(workshop_id: str) -> ResponseReturnValue:
    """Open the door to new people, or shut it."""
    workshop = reach.workshop(visitor.account(), workshop_id)
    if request.form.get("door") == "open":
        verbs.open_door(workshop)
        flash(_("The door is open: new people can join."))
    else:
        verbs.close_door(workshop)
        flash(_("The door is closed: nobody new can join. Those who are in stay in."))
    return redirect(url_for("plan.page", workshop_id=workshop.id))


@blueprint.post("/workshops/<workshop_id>/code")
def new_code(workshop_id: str) -> ResponseReturnValue:
    """A new code, when the old one has come to the wrong hands."""
    workshop = reach.workshop(visitor.account(), workshop_id)
    verbs.change_code(workshop)
    flash(_("The new code is %(code)s. The old code and link do not work any more.", code=shown(workshop.code)))
    return redirect(url_for("plan.page", workshop_id=workshop.id))


@blueprint.get("/workshops/<workshop_id>/invitation")
def invitation(workshop_id: str) -> ResponseReturnValue:
    """The code, large: to share on a screen or print; and the invitation in words, to send."""
    workshop = reach.workshop(visitor.account(), workshop_id)
    join = join_address(workshop)
    return render_template(
        "plan/invitation.html",
        join=join,
        host=request.host,
        letters=letters(workshop, join, here() + url_for("join.code")),
        **seen_plan(workshop),
    )


@blueprint.get("/workshops/<workshop_id>/code.svg")
def code_image(workshop_id: str) -> ResponseReturnValue:
    """The link as a QR code."""
    workshop = reach.workshop(visitor.account(), workshop_id)
    return current_app.response_class(qr_code(join_address(workshop)), mimetype="image/svg+xml")


def join_address(workshop: Workshop) -> str:
    """The link that people join by."""
    return here() + url_for("join.door", code=workshop.code)


def here() -> str:
    """This installation's address, without a slash at the end."""
    public: str = current_app.config["SETTINGS"].public_url or request.host_url
    return public.rstrip("/")


def as_typed(problem: Problem) -> Problem:
    """The same refusal beside the field that the person filled in: a moment is typed as a day and a time."""
    typed = {"starts_at": "starts", "ends_at": "ends"}
    fields = problem.detail.get("fields") or {}
    problem.detail["fields"] = {typed.get(name, name): why for name, why in fields.items()}
    return problem
