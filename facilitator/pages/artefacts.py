"""An artefact: what a board held, where it comes from, and as which files it can be taken along."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from flask import Blueprint, Response, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitator import access
from facilitator.access import Person
from facilitator.artefacts.formats import FORMATS
from facilitator.artefacts.formats.reader import Reader
from facilitator.artefacts.words import in_language
from facilitator.errors import NotThere
from facilitator.extensions import db
from facilitator.models import RecordedArtefact, WorkshopStatus
from facilitator.pages import terms, visitor
from facilitator.pages.language import OWN_NAMES, Told, chosen, default, title_of, told
from facilitator.pages.large import render_large
from facilitator.pages.pictures import as_picture
from facilitator.pages.reading import Reading
from facilitator.pages.times import moment
from facilitator.planning import reach
from facilitator.record import file_of, read, timeline
from facilitator.record.pictures import form_of

blueprint = Blueprint("artefacts", __name__, url_prefix="/artefacts/<artefact_id>")
SEALED = "default-src 'none'; sandbox"  # whatever a file holds, a browser runs none of it
FORMAT_NAMES = {"json": "JSON", "csv": "CSV", "markdown": "Markdown", "html": "HTML", "canvas": "JSON Canvas"}


@blueprint.get("")
def page(artefact_id: str) -> ResponseReturnValue:
    """The whole of it, to read."""
    saved, person = reached(artefact_id)
    body = read(saved)

    def picture_at(picture: str) -> str:
        return url_for("artefacts.show_picture", artefact_id=saved.id, picture_id=picture)

    return render_large(
        "artefacts/page.html",
        id=saved.id,
        version=saved.version,
        standing=terms.VERSIONS[saved.state],
        trail=trail(saved, person),
        is_example=saved.workshop.project.programme.is_example,
        facts=facts(body),
        digest=saved.digest,
        formats=format_names(),
        versions=[
            {
                "id": each.id,
                "version": each.version,
                "standing": terms.VERSIONS[each.state],
                "taken_at": each.taken_at,
            }
            for each in timeline(saved.project_id, saved.workshop_id)
            if each.board_id == saved.board_id
        ],
        **Reading(body, chosen() or default(), picture_at).told(),
    )


@blueprint.get("/pictures/<picture_id>")
def show_picture(artefact_id: str, picture_id: str) -> ResponseReturnValue:
    """A picture of one of its notes. Raises NotThere."""
    saved, _person = reached(artefact_id)
    body = read(saved)
    is_here = any(item.get("picture", {}).get("id") == picture_id for item in body["items"])
    found = form_of(body["provenance"]["document"], picture_id, is_small=True) if is_here else None
    if found is None:
        raise NotThere
    return as_picture(picture_id, *found)


@blueprint.get("/<format_name>")
def download(artefact_id: str, format_name: str) -> ResponseReturnValue:
    """The artefact as a file, in the reader's language."""
    saved, _person = reached(artefact_id)
    return as_file(saved, format_name)


def as_file(saved: RecordedArtefact, format_name: str) -> Response:
    """The artefact in a format, as a download that no browser runs. Raises NotThere (`format.unknown`), FileFailed."""
    if format_name not in FORMATS:
        raise NotThere("format.unknown")
    chosen_format = FORMATS[format_name]
    answer = Response(file_of(saved, format_name, chosen() or default()), mimetype=chosen_format.media_type)
    name = f"{saved.method_key}-{saved.id[:8]}-v{saved.version}.{chosen_format.extension}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Content-Security-Policy"] = SEALED
    return answer


def listed(found: Iterable[RecordedArtefact]) -> list[dict[str, Any]]:
    """What a list tells of each."""
    return [
        {
            "id": each.id,
            "title": told(each.titles or each.title),
            "version": each.version,
            "standing": terms.VERSIONS[each.state],
            "taken_at": each.taken_at,
        }
        for each in found
    ]


def reached(artefact_id: str) -> tuple[RecordedArtefact, Person]:
    """The artefact, as account or as guest of its workshop; guests once that is closed."""
    saved = db.session.get(RecordedArtefact, artefact_id)
    person = visitor.in_workshop(saved.workshop_id) if saved else visitor.account()
    if person is None:
        raise NotThere
    saved = reach.artefact(person, artefact_id)
    if person.participant and saved.workshop.status != WorkshopStatus.CLOSED:
        raise NotThere
    return saved, person


def trail(saved: RecordedArtefact, person: Person) -> list[tuple[Told | str, str]]:
    """The way to where this person finds it."""
    workshop = saved.workshop
    if access.workshop_role(person, workshop) != "facilitator":
        return [(title_of(workshop), url_for("take_part.page", workshop_id=workshop.id))]
    project = workshop.project
    return [
        (project.programme.title, url_for("programmes.page", programme_id=project.programme_id)),
        (project.title, url_for("projects.page", project_id=project.id)),
        (_("Record of the project"), url_for("record.page", project_id=project.id)),
    ]


def format_names() -> list[tuple[str, str]]:
    """The formats and what people call them."""
    return [(key, FORMAT_NAMES.get(key, key.upper())) for key in FORMATS]


def facts(body: dict[str, Any]) -> list[tuple[str, str]]:
    """Where it comes from, as pairs of what and which; what is not known is left out."""
    where = body["provenance"]
    project, workshop, people = where["project"], where["workshop"], where["participants"]
    pairs = [
        (_("Programme"), " · ".join(filter(None, (where["programme"]["title"], where["programme"]["owner"])))),
        (_("Project"), " · ".join(filter(None, (project["title"], project["applicant"])))),
        (_("Case number"), project["case_number"]),
        (_("Phase of the project"), str(terms.PHASES.get(project["phase"], project["phase"]))),
        (_("Workshop"), f"{workshop['order']}. {in_language(workshop['title'], chosen() or default())}"),
        (_("Group"), where["group"]["title"] if where["group"] else ""),
        (_("Taken"), moment(datetime.fromisoformat(where["taken_at"]))),
        (_("Revision of the board"), str(where["revision"])),
        (_("Participants"), str(people["count"])),
        (_("Organisations"), ", ".join(people["organisations"])),
        (_("Languages of the notes"), ", ".join(OWN_NAMES.get(each, each) for each in where["languages"])),
        (_("Entered for others"), str(where.get("on_behalf") or "")),
        (_("Brought from a file"), Reader(body, chosen() or default()).brought()),
        (_("Left out"), str(body.get("left_out") or "")),
        (_("Licence"), body["licence"] or _("Not chosen")),
    ]
    return [(what, which) for what, which in pairs if which]
