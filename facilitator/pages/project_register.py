"""A project's register, which people know as its index: each thing once, where it is used, its name, and merges."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import StringField

from facilitator.artefacts.across import Joined
from facilitator.errors import Conflict, Problem
from facilitator.hub.turns import in_turns
from facilitator.models import Project
from facilitator.pages import terms, visitor
from facilitator.pages.fields import Form, ListField
from facilitator.pages.language import in_language, told
from facilitator.pages.large import render_large
from facilitator.pages.projects import above
from facilitator.planning import reach
from facilitator.planning import register as verbs
from facilitator.record.register import Register, Thing, Use
from facilitator.record.registering import MERGE
from facilitator.record.together import together
from facilitator.words import sentence

blueprint = Blueprint("project_register", __name__, url_prefix="/projects/<project_id>/register")
blueprint.before_request(visitor.signed_in)
SHORT = 120  # of a name in a list


class NameForm(Form):
    """What a thing is called."""

    name = StringField(_l("Name"))


class MergeForm(Form):
    """Which other thing it is."""

    into = ListField(_l("It is the same as"))

    def offer(self, others: Sequence[Thing]) -> None:
        """What there is to choose from."""
        self.into.choices = [(each.id, f"{short(each.name)} ({in_language(each.uses[0].titles)})") for each in others]


@blueprint.get("")
def page(project_id: str) -> ResponseReturnValue:
    """By type, then by name; first what may be there twice."""
    project = reach.project(visitor.account(), project_id)
    register = Register(project.id)
    used, things = register.used(), register.things()
    told = together(project.id, register)
    names = {thing.id: short(thing.name) for thing in used}
    by_type: dict[str, list[dict[str, Any]]] = {}
    for each in in_turns(used):
        by_type.setdefault(each.type, []).append(_seen(each))
    return render_large(
        "register/page.html",
        project=project.id,
        trail=_trail(project)[:-1],
        is_example=project.programme.is_example,
        twins=[[_seen(thing) for thing in group] for group in register.twins()],
        joined=_joined(register, told.joined),
        shows=[
            (in_language(found.text), [(id_, names[id_]) for id_ in found.things if id_ in names])
            for found in told.found
        ],
        types=[(type_, title, by_type.get(type_, [])) for type_, title in terms.ENTITY_TYPES.items()],
        unused=[_seen(thing) for thing in in_turns(things) if not thing.uses],
        is_empty=not things,
    )


@blueprint.route("/<entity_id>", methods=["GET", "POST"])
def thing(project_id: str, entity_id: str) -> ResponseReturnValue:
    """One thing; give it another name."""
    project = reach.project(visitor.account(), project_id)
    register = Register(project.id)
    found = register.thing(entity_id)
    if found.id != entity_id:
        return redirect(_way(project, found.id))
    form = NameForm(data={"name": found.name})
    if form.validate_on_submit():
        try:
            verbs.rename(project, found.id, form.name.data or "", visitor.user().id)
        except Problem as problem:
            form.refuse(problem)
        else:
            flash(_("The name is saved. The words on the boards stay as they are."))
            return redirect(_way(project, found.id))
    return _page(project, register, found, (form, None))


@blueprint.post("/<entity_id>/merge")
def merge(project_id: str, entity_id: str) -> ResponseReturnValue:
    """Say that it is another thing of the same type; `also`: and so are these."""
    project = reach.project(visitor.account(), project_id)
    register = Register(project.id)
    found = register.thing(entity_id)
    form = MergeForm()
    form.offer(_others(register, found))
    if form.validate_on_submit():
        into = register.thing(form.into.data)
        for each in (found.id, *request.form.getlist("also")):
            verbs.merge(project, each, into.id, visitor.user().id)
        flash(_("They are one now: %(name)s. You can take it back below.", name=short(into.name)))
        return redirect(_way(project, into.id))
    return _page(project, register, found, (None, form))


@blueprint.post("/acts/<act_id>/back")
def take_back(project_id: str, act_id: str) -> ResponseReturnValue:
    """Undo a new name or a merge."""
    project = reach.project(visitor.account(), project_id)
    try:
        entity_id = verbs.take_back(project, act_id)
    except Conflict as problem:
        flash(sentence(problem.code, problem.detail))
        return redirect(url_for("project_register.page", project_id=project.id))
    flash(_("It is as it was before."))
    return redirect(_way(project, entity_id))


def short(name: str) -> str:
    """A name in one line of a list."""
    line = " ".join(name.split())
    return line if len(line) <= SHORT else line[: SHORT - 1] + "…"


def _page(
    project: Project, register: Register, found: Thing, forms: tuple[NameForm | None, MergeForm | None]
) -> ResponseReturnValue:
    form, merging = forms
    form = form or NameForm(formdata=None, data={"name": found.name})
    if merging is None:
        merging = MergeForm(formdata=None)
        merging.offer(_others(register, found))
    names = {each.id: short(each.name) for each in register.things()}
    return render_large(
        "register/thing.html",
        form=form,
        merging=merging,
        project=project.id,
        thing=_seen(found),
        acts=[
            {
                "id": act.id,
                "is_merge": act.verb == MERGE,
                "was": short(act.was),
                "became": names.get(act.became, "") if act.verb == MERGE else short(act.became),
                "at": act.at,
                "is_undone": act.undone_at is not None,
            }
            for act in found.acts
        ],
        trail=_trail(project),
        is_example=project.programme.is_example,
    ), max(form.status, merging.status)


def _others(register: Register, found: Thing) -> list[Thing]:
    """Those it may be the same as."""
    return [each for each in register.used() if each.type == found.type and each.id != found.id]


def _seen(found: Thing) -> dict[str, Any]:
    return {
        "id": found.id,
        "name": short(found.name),
        "type": terms.ENTITY_TYPES[found.type],
        "lies": [_use(use, found.name) for use in found.lies],
        "concerned": [_use(use, "") for use in found.concerned],
        "other_names": [short(name) for name in found.other_names],
    }


def _joined(register: Register, joined: Sequence[Joined]) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Things of one type whose notes have become one on a board: the id and name of the one, those of the rest."""
    told = []
    for each in joined:
        kept, others = register.thing(each.kept), [register.thing(dropped) for dropped in each.dropped]
        names = [(other.id, short(other.name)) for other in others if other.type == kept.type]
        if names and kept.uses:
            told.append((kept.id, short(kept.name), names))
    return told


def _use(use: Use, name: str) -> dict[str, Any]:
    """Where; and what it is called there, if not by this name."""
    return {
        "board": use.board_id,
        "title": told(use.titles),
        "workshop": told(use.workshop_titles),
        "order": use.workshop_order,
        "artefact": use.artefact_id,
        "version": use.version,
        "text": short(use.text) if use.text != name else "",
    }


def _trail(project: Project) -> list[tuple[str, str]]:
    return [
        *above(project),
        (project.title, url_for("projects.page", project_id=project.id)),
        (_("Index of the project"), url_for("project_register.page", project_id=project.id)),
    ]


def _way(project: Project, entity_id: str) -> str:
    return url_for("project_register.thing", project_id=project.id, entity_id=entity_id)
