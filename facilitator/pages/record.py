"""A project's record: what its boards held, confirmed, in the order of time."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from facilitator import methods
from facilitator.models import Project
from facilitator.pages import terms, visitor
from facilitator.pages.language import in_language, title_of, told
from facilitator.pages.projects import above
from facilitator.planning import reach
from facilitator.record import Entry, timeline

blueprint = Blueprint("record", __name__)
blueprint.before_request(visitor.signed_in)


@blueprint.get("/projects/<project_id>/record")
def page(project_id: str) -> ResponseReturnValue:
    """Workshop by workshop, every version; the newest of each board stands out."""
    project = reach.project(visitor.account(), project_id)
    return render_template(
        "record/page.html",
        title=project.title,
        trail=[*above(project), (project.title, url_for("projects.page", project_id=project.id))],
        is_example=project.programme.is_example,
        workshops=_by_workshop(project, timeline(project.id)),
    )


def _by_workshop(project: Project, entries: list[Entry]) -> list[dict[str, Any]]:
    titles = {workshop.id: title_of(workshop) for workshop in project.workshops}
    found: dict[str, dict[str, Any]] = {}
    for entry in entries:
        workshop = found.setdefault(
            entry.workshop_id,
            {
                "id": entry.workshop_id,
                "title": titles[entry.workshop_id],
                "number": entry.workshop_position,
                "entries": [],
            },
        )
        workshop["entries"].append(
            {
                "id": entry.id,
                "title": told(entry.titles or entry.title),
                "method": in_language(methods.load(entry.method_key)["title"]),
                "version": entry.version,
                "standing": terms.VERSIONS[entry.state],
                "taken_at": entry.taken_at,
                "digest": entry.digest[:12],
                "is_latest": entry.is_latest,
            }
        )
    return list(found.values())
