"""Joining a workshop: the code, what is kept of you, then a name. No account."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from wtforms import StringField

from facilitator import access
from facilitator.errors import Problem
from facilitator.models import Workshop, WorkshopStatus
from facilitator.pages import terms, visitor
from facilitator.pages.fields import Form, ListField
from facilitator.pages.language import OWN_NAMES, chosen, title_of
from facilitator.planning import codes, joining

blueprint = Blueprint("join", __name__)


class CodeForm(Form):
    """The code, however it is spaced."""

    code = StringField(_l("Join code"), render_kw={"autocomplete": "off", "autocapitalize": "characters"})


class NameForm(Form):
    """Who comes in. Only the name is needed, and it may be an alias."""

    name = StringField(_l("Your name, or an alias"), render_kw={"autocomplete": "name"})
    organisation = StringField(_l("Organisation"), render_kw={"autocomplete": "organization", "list": "organisations"})
    language = ListField(_l("Language"), choices=terms.options(OWN_NAMES))


@blueprint.route("/join", methods=["GET", "POST"])
def code() -> ResponseReturnValue:
    """The code alone. A wrong one says so, and stays in the field."""
    form = CodeForm()
    if form.validate_on_submit():
        typed = form.code.data or ""
        try:
            found = joining.find_invitation(typed, request.remote_addr)
        except Problem as problem:
            if own := _own_place(typed):
                return redirect(url_for("take_part.page", workshop_id=own))
            form.refuse(problem)
            return render_template("join/code.html", form=form), problem.status
        return redirect(url_for("join.door", code=found.code))
    return render_template("join/code.html", form=form), form.status


@blueprint.route("/j/<code>", methods=["GET", "POST"])
def door(code: str) -> ResponseReturnValue:
    """Where the link and the QR code lead: what this is, what is kept, and the name; before it begins, to wait."""
    if own := _own_place(code):
        return redirect(url_for("take_part.page", workshop_id=own))
    try:
        workshop = joining.find_invitation(code, request.remote_addr)
    except Problem as problem:
        form = CodeForm(formdata=None, code=code[:20])
        form.refuse(problem)
        return render_template("join/code.html", form=form), problem.status
    if access.workshop_role(visitor.account(), workshop):
        return render_template("join/facilitator.html", workshop_id=workshop.id, **_seen(workshop))
    if workshop.status == WorkshopStatus.DRAFT:
        return render_template(
            "join/waiting.html", code=workshop.code, reloads="still" not in request.args, **_seen(workshop)
        )
    form = NameForm(language=chosen())
    if not workshop.asks_organisation:
        del form.organisation
    if form.validate_on_submit():
        try:
            return _come_in(workshop, form)
        except Problem as problem:
            form.refuse(problem)
    return render_template(
        "join/door.html", form=form, organisations=workshop.organisations, **_seen(workshop)
    ), form.status


def _come_in(workshop: Workshop, form: NameForm) -> ResponseReturnValue:
    joined = joining.join(workshop.code, address=request.remote_addr, **form.values())
    visitor.take_place(joined.workshop.id, joined.token)
    session["language"] = joined.participant.language or chosen()
    if len(joined.boards) == 1:
        return redirect(url_for("board.page", board_id=joined.boards[0].id))
    return redirect(url_for("take_part.page", workshop_id=joined.workshop.id))


def _own_place(code: str) -> str | None:
    """The workshop of this code, if this browser is in it already: it goes on as the same person."""
    read = codes.read_code(code)
    here = [person.participant for person in visitor.guests() if person.participant]
    return next((each.workshop_id for each in here if each.workshop.code == read), None)


def _seen(workshop: Workshop) -> dict[str, object]:
    """What somebody outside may know of a workshop whose code they have."""
    programme = workshop.project.programme
    return {
        "title": title_of(workshop),
        "starts_at": workshop.starts_at,
        "ends_at": workshop.ends_at,
        "inviter": programme.owner or programme.title,
        "programme": programme.title,
        "retention_days": programme.retention_days,
        "authors": workshop.authors,
        "is_example": programme.is_example,
    }
