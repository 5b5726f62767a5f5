"""The front page: what this is, and the way in."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from facilitator.pages import visitor
from facilitator.pages.join import CodeForm
from facilitator.pages.language import title_of

blueprint = Blueprint("front", __name__)


@blueprint.get("/")
def page() -> ResponseReturnValue:
    """Whoever has an account goes on to their programmes; everybody else came to join."""
    if visitor.account():
        return redirect(url_for("programmes.index"))
    places = [each.participant for each in visitor.guests() if each.participant and not each.participant.is_trial]
    return render_template(
        "front/page.html",
        form=CodeForm(),
        places=[
            {"id": each.workshop_id, "title": title_of(each.workshop), "name": each.visible_name} for each in places
        ],
    )
