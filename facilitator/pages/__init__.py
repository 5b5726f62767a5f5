"""The server-rendered pages: one blueprint for each place that a person goes."""

from __future__ import annotations

from typing import Any

from flask import Flask, request, url_for

from facilitator import assets
from facilitator.pages import (
    about,
    account,
    artefacts,
    board,
    bringing,
    carrying,
    closing,
    co_leading,
    comparing,
    device,
    fields,
    front,
    guide,
    headers,
    join,
    language,
    late,
    method_editing,
    method_library,
    mistakes,
    outputs,
    own_methods,
    paper,
    plan,
    plan_agenda,
    plan_boards,
    plan_organisations,
    plan_people,
    plan_read_links,
    programmes,
    project_register,
    projects,
    record,
    reports,
    rolled_up,
    sign_in,
    summary,
    take_part,
    times,
    trials,
    visitor,
)
from facilitator.planning.codes import shown

PLACES = (
    front.blueprint,
    sign_in.blueprint,
    account.blueprint,
    join.blueprint,
    take_part.blueprint,
    device.blueprint,
    programmes.blueprint,
    projects.blueprint,
    plan.blueprint,
    plan_agenda.blueprint,
    plan_boards.blueprint,
    carrying.blueprint,
    plan_people.blueprint,
    plan_organisations.blueprint,
    plan_read_links.blueprint,
    trials.blueprint,
    co_leading.blueprint,
    closing.blueprint,
    late.blueprint,
    summary.blueprint,
    board.blueprint,
    bringing.blueprint,
    record.blueprint,
    project_register.blueprint,
    artefacts.blueprint,
    comparing.blueprint,
    rolled_up.blueprint,
    reports.blueprint,
    outputs.blueprint,
    paper.blueprint,
    about.blueprint,
    guide.blueprint,
    method_library.blueprint,
    own_methods.blueprint,
    method_editing.blueprint,
    language.blueprint,
)


def register(app: Flask) -> None:
    """Give the application its pages, and what they share."""
    visitor.init_app(app)
    language.init_app(app)
    times.init_app(app)
    headers.init_app(app)
    mistakes.init_app(app)
    assets.init_app(app)
    app.jinja_env.filters["code"] = shown
    app.jinja_env.globals["described"] = fields.described
    app.context_processor(frame)
    for place in PLACES:
        app.register_blueprint(place)


def frame() -> dict[str, Any]:
    """What the frame around every page needs: the language, who is signed in, and the way to the other languages."""
    person = visitor.account()
    here = request.full_path.rstrip("?") if request.method == "GET" else request.path
    code = language.chosen() or language.default()
    return {
        "language": code,
        "languages": [
            (key, name, url_for("language.choose", code=key, next=here)) for key, name in language.OWN_NAMES.items()
        ],
        "statement": language.STATEMENTS[code],
        "signed_in_as": person.user.name if person and person.user else None,
    }
