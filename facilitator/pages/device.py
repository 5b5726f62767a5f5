"""Going on with another device: the code on the first one, and the way in on the second."""

from __future__ import annotations

from base64 import b64encode

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from facilitator.errors import NotThere, Problem
from facilitator.pages import visitor
from facilitator.pages.join import CodeForm, onward, who
from facilitator.pages.language import title_of
from facilitator.pages.plan import here
from facilitator.planning import devices
from facilitator.planning.qr import qr_code

blueprint = Blueprint("device", __name__)


@blueprint.route("/workshops/<workshop_id>/take-part/device", methods=["GET", "POST"])
def show(workshop_id: str) -> ResponseReturnValue:
    """The code, once it is asked for: looking at a page makes none."""
    person = visitor.guest(workshop_id)
    if person is None or person.participant is None:
        raise NotThere
    made = devices.make_code(person).code if request.method == "POST" else None
    picture = qr_code(here() + url_for("device.come_in", code=made)) if made else ""
    return render_template(
        "take_part/device.html",
        workshop_id=workshop_id,
        title=title_of(person.participant.workshop),
        who=who(person.participant),
        made=made,
        picture=b64encode(picture.encode()).decode(),
        address=(here() + url_for("join.code")).partition("://")[2],
        is_example=person.participant.workshop.project.programme.is_example,
    )


@blueprint.route("/continue/<code>", methods=["GET", "POST"])
def come_in(code: str) -> ResponseReturnValue:
    """The second device: whom the code brings is said first, so that whatever only looks at links uses none up."""
    try:
        if request.method == "POST":
            guest, token = devices.use_code(code, request.remote_addr)
            visitor.take_place(guest.workshop_id, token)
            session["language"] = guest.language or session.get("language")
            return redirect(onward(guest))
        guest = devices.find_person(code, request.remote_addr)
    except Problem as problem:
        form = CodeForm(formdata=None, code=code[:20])
        form.refuse(problem)
        return render_template("join/code.html", form=form), problem.status
    return render_template(
        "join/device.html",
        code=code,
        title=title_of(guest.workshop),
        who=who(guest),
        is_example=guest.workshop.project.programme.is_example,
    )
