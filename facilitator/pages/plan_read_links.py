"""The read links of a workshop, as its facilitators make and revoke them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import InputRequired

from facilitator.errors import Problem
from facilitator.home import HOME
from facilitator.models import ReadLink
from facilitator.models.base import now
from facilitator.pages import visitor
from facilitator.pages.fields import DayField, Form
from facilitator.pages.language import title_of
from facilitator.pages.plan_seen import above, seen_workshop
from facilitator.planning import reach
from facilitator.planning import read_links as verbs

blueprint = Blueprint("plan_read_links", __name__)
blueprint.before_request(visitor.signed_in)


class ReadLinkForm(Form):
    """Until when it opens."""

    last_day = DayField(_l("Last day"), validators=[InputRequired(_l("Fill in this field."))])


@blueprint.route("/workshops/<workshop_id>/read-links", methods=["GET", "POST"])
def page(workshop_id: str) -> ResponseReturnValue:
    """All links, and one more. A new one is on the answer to its own form and never again: only its hash is kept."""
    workshop = reach.workshop(visitor.account(), workshop_id)
    form, made = ReadLinkForm(), None
    if not form.is_submitted():
        form.last_day.data = today() + timedelta(days=verbs.USUAL_DAYS)
    if form.validate_on_submit() and form.last_day.data:
        try:
            made = address_of(verbs.make_read_link(workshop, form.last_day.data, visitor.user().id))
        except Problem as problem:
            form.refuse(problem)
    return render_template(
        "plan/read_links.html",
        form=form,
        made=made,
        links=[_seen(link) for link in verbs.read_links_of(workshop)],
        workshop=seen_workshop(workshop),
        trail=[*above(workshop), (title_of(workshop), url_for("plan.page", workshop_id=workshop.id))],
        is_example=workshop.project.programme.is_example,
    ), form.status


@blueprint.post("/read-links/<link_id>/revoke")
def revoke(link_id: str) -> ResponseReturnValue:
    """End a link at once."""
    link = reach.read_link(visitor.account(), link_id)
    workshop_id = link.workshop_id
    verbs.revoke_read_link(link)
    flash(_("The link is revoked. It opens nothing any more."))
    return redirect(url_for("plan_read_links.page", workshop_id=workshop_id))


def address_of(secret: str) -> str:
    """The link that is given on."""
    settings = current_app.config["SETTINGS"]
    host = (settings.public_url or request.host_url).rstrip("/")
    return str(host + url_for("outputs.come_in", token=secret))


def today() -> date:
    """The day that it is in Finland."""
    return now().astimezone(HOME).date()


def _holds(link: ReadLink, at: datetime) -> bool:
    return link.revoked_at is None and link.expires_at > at


def _seen(link: ReadLink) -> dict[str, Any]:
    return {
        "id": link.id,
        "created_at": link.created_at,
        "last_day": verbs.last_day_of(link),
        "is_revoked": link.revoked_at is not None,
        "holds": _holds(link, now()),
    }
