"""The boards of a workshop: add one by its method, give it other words, take an empty one away."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitator.errors import Problem
from facilitator.models import Board
from facilitator.pages import visitor
from facilitator.pages.language import title_of
from facilitator.pages.plan import show
from facilitator.pages.plan_forms import BoardForm, BoardWordsForm
from facilitator.pages.plan_seen import above, seen_board
from facilitator.planning import boards as verbs
from facilitator.planning import reach

blueprint = Blueprint("plan_boards", __name__)
blueprint.before_request(visitor.signed_in)


@blueprint.route("/workshops/<workshop_id>/boards", methods=["GET", "POST"])
def add(workshop_id: str) -> ResponseReturnValue:
    """Begin a board."""
    workshop = reach.workshop(visitor.account(), workshop_id)
    form = BoardForm()
    form.speak(workshop.language)
    form.offer(workshop)
    if form.validate_on_submit():
        group = next((each for each in workshop.groups if each.id == form.group.data), None)
        try:
            board = verbs.create_board(
                workshop,
                form.words("title"),
                form.method_key.data,
                form.words("question"),
                group=group,
                shaped_by=form.shaped_by.data,
                kinds=form.kinds.data or [],
            )
        except Problem as problem:
            form.refuse(problem)
        else:
            flash(_("The board %(title)s is ready.", title=title_of(board)))
            return redirect(url_for("plan.page", workshop_id=workshop.id))
    return show(workshop, board_form=form)


@blueprint.route("/boards/<board_id>/edit", methods=["GET", "POST"])
def edit(board_id: str) -> ResponseReturnValue:
    """Another title or question."""
    board = reach.run_board(visitor.account(), board_id)
    form = BoardWordsForm()
    form.speak(board.main_language)
    if not form.is_submitted():
        form.fill_words(board)
    if form.validate_on_submit():
        try:
            verbs.change_board(board, **form.values())
        except Problem as problem:
            form.refuse(problem)
        else:
            flash(_("Saved."))
            return redirect(url_for("plan.page", workshop_id=board.workshop_id))
    return _page(board, form)


@blueprint.post("/boards/<board_id>/remove")
def remove(board_id: str) -> ResponseReturnValue:
    """Take away a board on which nothing has been written."""
    board = reach.run_board(visitor.account(), board_id)
    workshop, title = board.workshop, title_of(board)
    try:
        verbs.remove_board(board)
    except Problem as problem:
        form = BoardWordsForm(formdata=None)
        form.speak(board.main_language)
        form.fill_words(board)
        form.refuse(problem)
        return _page(board, form)
    flash(_("The board %(title)s was removed.", title=title))
    return redirect(url_for("plan.page", workshop_id=workshop.id))


def _page(board: Board, form: BoardWordsForm) -> ResponseReturnValue:
    workshop = board.workshop
    return render_template(
        "plan/board.html",
        form=form,
        board=seen_board(board),
        trail=[*above(workshop), (title_of(workshop), url_for("plan.page", workshop_id=workshop.id))],
        is_example=workshop.project.programme.is_example,
    ), form.status
