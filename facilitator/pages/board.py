"""The live board's page: what the board's script needs to begin, and what there is without it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import generate_csrf

from facilitator import access, methods
from facilitator.access import Person
from facilitator.artefacts import derive
from facilitator.engine import PUBLIC, Actor, see_state
from facilitator.errors import NotThere
from facilitator.extensions import db
from facilitator.hub.offload import offload
from facilitator.live import rooms
from facilitator.models import Board, Project, WorkshopStatus
from facilitator.models.base import now
from facilitator.pages import visitor
from facilitator.pages.language import OWN_NAMES, chosen, default, title_of, told, tongues
from facilitator.pages.large import render_large
from facilitator.pages.pictures import as_picture
from facilitator.pages.plan import join_address
from facilitator.pages.reading import Reading
from facilitator.pages.times import day
from facilitator.planning import reach
from facilitator.planning.floor import ensure_floor
from facilitator.planning.pictures import show_picture
from facilitator.planning.qr import qr_code
from facilitator.record.provenance import provenance
from facilitator.record.read import latest_read

# What the board's script has no use for: half of a method's file.
METHOD_ASIDE = ("example", "given", "tables", "fits_when", "does_not_fit_when", "first_for")

blueprint = Blueprint("board", __name__, url_prefix="/boards/<board_id>")


@blueprint.get("")
def page(board_id: str) -> ResponseReturnValue:
    """The board. Its seat's token is made for this page and ends with the browser's own."""
    board, actor, person = _reached(board_id)
    boot = boot_data(board, actor, person)
    boot["token"] = access.issue("seat", person.id, parent=person.token_id)
    if "trial" in boot["urls"]:
        boot["csrf"] = generate_csrf()
    return render_template(
        "board/board.html",
        boot=boot,
        title=title_of(board).text,
        workshop=title_of(board.workshop).text,
        is_example=board.workshop.project.programme.is_example,
        is_trial=bool(person.participant and person.participant.is_trial),
        read=boot["urls"]["read"],
    )


@blueprint.get("/read")
def read(board_id: str) -> ResponseReturnValue:
    """What everybody may see of the board now, as a plain page: without a script, on paper, for a glance."""
    board, actor, person = _reached(board_id)
    aside = visitor.aside(person.participant)
    state, method = rooms.state(board.id), methods.load(board.method_key, board.method_version)
    where = provenance(board, state.seq, "", now(), actor.id, None)
    draft = offload(derive, method, see_state(state, PUBLIC), where, before=latest_read(board.id))

    def picture_at(picture: str) -> str:
        return url_for("board.picture", board_id=board.id, picture_id=picture, **aside)

    return render_large(
        "board/read.html",
        trail=[(title_of(board.workshop), _urls(board, actor.role == "facilitator", aside)["leave"])],
        is_example=board.workshop.project.programme.is_example,
        at=now(),
        board=url_for("board.page", board_id=board.id, **aside),
        confirm=url_for("closing.confirm_output", board_id=board.id) if actor.role == "facilitator" else None,
        **Reading(draft, chosen() or default(), picture_at).told(),
    )


@blueprint.get("/pictures/<picture_id>")
def picture(board_id: str, picture_id: str) -> ResponseReturnValue:
    """A picture of a note that this person sees. Raises NotThere."""
    board, actor, _person = _reached(board_id)
    media_type, body = show_picture(board.id, rooms.state(board.id), actor, picture_id, is_small=True)
    return as_picture(picture_id, media_type, body)


@blueprint.get("/challenge")
def challenge(board_id: str) -> ResponseReturnValue:
    """The project's challenge as a plain page: to print, and where no script runs. Raises NotThere if there is none."""
    board, actor, person = _reached(board_id)
    told, aside = seen_challenge(board.workshop.project), visitor.aside(person.participant)
    if told is None:
        raise NotThere
    return render_template(
        "board/challenge.html",
        trail=[(title_of(board.workshop), _urls(board, actor.role == "facilitator", aside)["leave"])],
        is_example=board.workshop.project.programme.is_example,
        board=url_for("board.page", board_id=board.id, **aside),
        challenge=told,
    )


def seen_challenge(project: Project) -> dict[str, str] | None:
    """What the project applied with: title, text, and the day when it was written; None where nothing is."""
    if not project.challenge:
        return None
    written = day(project.challenge_at) if project.challenge_at else ""
    return {"title": project.title, "text": project.challenge, "written": written}


def boot_data(board: Board, actor: Actor, person: Person) -> dict[str, Any]:
    """What the board's script is told at its start, but for the seat's token."""
    workshop, method = board.workshop, methods.load(board.method_key, board.method_version)
    leads = actor.role == "facilitator"
    boards = access.boards_of(person.participant) if person.participant else workshop.boards
    invites = leads and workshop.status == WorkshopStatus.LIVE
    join = join_address(workshop) if invites else None
    project = workshop.project
    series = f"{workshop.position}/{len(project.workshops)}"
    title, question = title_of(board), told(board.words("question") or method["question"])
    return {
        "document": board.id,
        "floor": ensure_floor(workshop),
        "language": chosen() or default(),
        "you": actor.id,
        "role": actor.role,
        "board": {
            "id": board.id,
            "title": title.text,
            "question": question.text if question else "",
            "tongues": tongues(title=title, question=question),
        },
        "workshop": {
            "title": title_of(workshop).text,
            "crumb": f"{project.title} › {title_of(workshop)} {series}",
            "status": workshop.status,
            "example": project.programme.is_example,
            "code": workshop.code if invites else None,
            "join": join,
            "qr": qr_code(join) if join else None,
        },
        "boards": [
            {
                "id": each.id,
                "title": title_of(each).text,
                "language": title_of(each).language,
                "url": url_for("board.page", board_id=each.id, **visitor.aside(person.participant)),
            }
            for each in boards
        ],
        "challenge": seen_challenge(project),
        "method": {name: told for name, told in method.items() if name not in METHOD_ASIDE},
        "urls": _urls(board, leads, visitor.aside(person.participant)),
        "languages": {
            code: url_for("language.choose", code=code, next=request.full_path.rstrip("?")) for code in OWN_NAMES
        },
    }


def _urls(board: Board, leads: bool, aside: Mapping[str, Any]) -> dict[str, str]:
    """Where the board's page leads and asks."""
    workshop = board.workshop
    urls = {
        "state": f"/api/v1/boards/{board.id}/state",
        "floor": f"/api/v1/workshops/{workshop.id}/floor/state",
        "read": url_for("board.read", board_id=board.id, **aside),
        "challenge": url_for("board.challenge", board_id=board.id, **aside),
        "accessibility": url_for(f"about.accessibility_{chosen() or default()}"),
        "privacy": url_for("about.privacy"),
    }
    if workshop.call_url and workshop.status == WorkshopStatus.LIVE:
        urls["call"] = workshop.call_url
    if leads:
        urls["led"] = f"/api/v1/workshops/{workshop.id}"
        urls["guide"] = url_for("guide.page")
    if not leads or visitor.account() is None or not access.workshop_role(visitor.account(), workshop):
        return urls | {"leave": url_for("take_part.page", workshop_id=workshop.id)}
    return urls | {
        "leave": url_for("plan.page", workshop_id=workshop.id),
        "bring": url_for("bringing.page", board_id=board.id),
        "paper": url_for("paper.page", board_id=board.id),
        "workshop": url_for("plan.page", workshop_id=workshop.id),
        "trial": url_for("trials.begin", workshop_id=workshop.id),
        "record": url_for("record.page", project_id=workshop.project_id),
        "close": url_for("closing.confirm", workshop_id=workshop.id),
        "invitation": url_for("plan.invitation", workshop_id=workshop.id),
    }


def _reached(board_id: str) -> tuple[Board, Actor, Person]:
    """The board for whoever this browser is there: its facilitator, or its workshop's guest."""
    found = db.session.get(Board, board_id)
    person = visitor.in_workshop(found.workshop_id) if found else visitor.account()
    if person is None:
        raise NotThere
    board, actor = reach.board(person, board_id)
    return board, actor, person
