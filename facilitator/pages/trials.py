"""Trying a workshop out before people come: looking as a participant does, and emptying the boards afterwards."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from facilitator import words
from facilitator.errors import Problem
from facilitator.pages import visitor
from facilitator.pages.fields import Form
from facilitator.pages.join import onward
from facilitator.pages.language import chosen, default, title_of
from facilitator.pages.plan_seen import above
from facilitator.planning import reach
from facilitator.planning import trials as verbs

blueprint = Blueprint("trials", __name__, url_prefix="/workshops/<workshop_id>/trial")
blueprint.before_request(visitor.signed_in)


@blueprint.post("")
def begin(workshop_id: str) -> ResponseReturnValue:
    """Look as a participant does, in a tab of its own: a throw-away person, on the board that one came from."""
    workshop = reach.workshop(visitor.account(), workshop_id)
    board = next((each for each in workshop.boards if each.id == request.form.get("board")), None)
    joined = verbs.begin_trial(workshop, _("Trial"), chosen() or default(), board.group if board else None)
    visitor.take_place(workshop.id, joined.token)
    if board:
        return redirect(url_for("board.page", board_id=board.id, **visitor.aside(joined.participant)))
    return redirect(onward(joined.participant))


@blueprint.route("/empty", methods=["GET", "POST"])
def empty(workshop_id: str) -> ResponseReturnValue:
    """Empty the boards, after saying what goes."""
    workshop = reach.workshop(visitor.account(), workshop_id)
    form, refused = Form(), None
    if form.validate_on_submit():
        try:
            gone = verbs.empty_trial(workshop)
        except Problem as problem:
            refused = problem
        else:
            flash(
                ngettext(
                    "The trial is emptied: %(num)s note was removed.",
                    "The trial is emptied: %(num)s notes were removed.",
                    gone,
                )
            )
            return redirect(url_for("plan.page", workshop_id=workshop.id))
    sentence = words.sentence(refused.code, refused.detail, chosen() or default()) if refused else ""
    return render_template(
        "plan/empty_trial.html",
        form=form,
        refused=sentence,
        notes=verbs.trial_notes(workshop),
        may_empty=verbs.is_trial_only(workshop),
        title=title_of(workshop),
        trail=[*above(workshop), (title_of(workshop), url_for("plan.page", workshop_id=workshop.id))],
        is_example=workshop.project.programme.is_example,
    ), refused.status if refused else 200
