"""Any board on paper, empty: its places as boxes to write in, with the code, for those in a room without devices."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from facilitator import methods
from facilitator.engine import PUBLIC, see_state
from facilitator.live import rooms
from facilitator.models import WorkshopStatus
from facilitator.pages import visitor
from facilitator.pages.language import chosen, default, title_of, told
from facilitator.pages.paper_sheets import SIZES, sheets
from facilitator.pages.plan import here
from facilitator.pages.plan_seen import above
from facilitator.planning import reach

blueprint = Blueprint("paper", __name__, url_prefix="/boards/<board_id>/paper")
blueprint.before_request(visitor.signed_in)


@blueprint.get("")
def page(board_id: str) -> ResponseReturnValue:
    """The sheets as they will be printed; `size` is a4 or a3."""
    board = reach.run_board(visitor.account(), board_id)
    workshop, method = board.workshop, methods.load(board.method_key, board.method_version)
    size = request.args.get("size", "a4")
    size = size if size in SIZES else "a4"
    is_open = workshop.status != WorkshopStatus.CLOSED
    items = see_state(rooms.state(board.id), PUBLIC)
    return render_template(
        "board/paper.html",
        board=board.id,
        title=title_of(board),
        question=told(board.words("question") or method["question"]),
        workshop=title_of(workshop),
        sheets=sheets(method, items, size, chosen() or default()),
        size=size,
        sizes=SIZES,
        code=workshop.code if is_open else "",
        host=here().partition("://")[2],
        picture=url_for("plan.code_image", workshop_id=workshop.id) if is_open else "",
        trail=[*above(workshop), (title_of(workshop), url_for("plan.page", workshop_id=workshop.id))],
        is_example=workshop.project.programme.is_example,
    )
