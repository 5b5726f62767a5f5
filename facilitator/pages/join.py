"""Joining a workshop: the code, what is kept of you, then a name. No account."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from wtforms import StringField

from facilitator import access
from facilitator.errors import Problem
from facilitator.models import Participant, Workshop, WorkshopStatus
from facilitator.pages import terms, visitor
from facilitator.pages.fields import Form, ListField
from facilitator.pages.language import OWN_NAMES, chosen, title_of
from facilitator.planning import codes, devices, joining

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
    """The code alone: a workshop's, or the one that brings somebody from another device. A wrong one stays in sight."""
    form = CodeForm()
    if form.validate_on_submit():
        typed = form.code.data or ""
        if here := _own_place(typed):
            return redirect(url_for("join.door", code=here.workshop.code))
        try:
            found = joining.find_invitation(typed, request.remote_addr)
        except Problem as problem:
            refused = _no_device(typed, problem)
            if refused is None:
                return redirect(url_for("device.come_in", code=codes.read_code(typed)))
            form.refuse(refused)
            return render_template("join/code.html", form=form), refused.status
        return redirect(url_for("join.door", code=found.code))
    return render_template("join/code.html", form=form), form.status


@blueprint.route("/j/<code>", methods=["GET", "POST"])
def door(code: str) -> ResponseReturnValue:
    """Where the link and the QR code lead: what this is, what is kept, and the name; before it begins, to wait.

    A browser that has been here may go on as the same person, or (`?other`) let somebody else in.
    """
    here = _own_place(code)
    if here and "other" not in request.args:
        return _again(here)
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
    return redirect(onward(joined.participant))


def onward(guest: Participant) -> str:
    """Where somebody goes who has come in: to the board, if there is only one."""
    boards = access.boards_of(guest)
    if len(boards) == 1:
        return url_for("board.page", board_id=boards[0].id, **visitor.aside(guest))
    return url_for("take_part.page", workshop_id=guest.workshop_id)


def _again(guest: Participant) -> ResponseReturnValue:
    workshop = guest.workshop
    if request.method == "POST":
        return redirect(onward(guest))
    takes_others = workshop.status == WorkshopStatus.LIVE and workshop.is_door_open
    other = url_for("join.door", code=workshop.code, other=1) if takes_others else None
    return render_template("join/again.html", who=who(guest), onward=onward(guest), other=other, **_seen(workshop))


def who(guest: Participant) -> str:
    """*Anna 2, Porvoo*: who it is, for a button."""
    return ", ".join(filter(None, (guest.visible_name, guest.organisation)))


def _own_place(code: str) -> Participant | None:
    """Who this browser is in the workshop of this code, if it is in it already."""
    read = codes.read_code(code)
    here = [person.participant for person in visitor.guests() if person.participant]
    return next((each for each in here if each.workshop.code == read and not each.is_trial), None)


def _no_device(code: str, problem: Problem) -> Problem | None:
    """Why this is not the code of another device either; None if it is one."""
    if problem.code != "code.unknown" and problem.status != 429:
        return problem
    try:
        devices.find_person(code, request.remote_addr)
    except Problem as refused:
        return problem if refused.code == "device.unknown" else refused
    return None


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
