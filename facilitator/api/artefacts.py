"""The record: freeze a board, read an artefact in a format, and its schema."""

from __future__ import annotations

import orjson
from flask import Blueprint, Response

from facilitator.api.calls import asking, call, language
from facilitator.api.schemas import ArtefactOut
from facilitator.artefacts.formats import FORMATS
from facilitator.artefacts.schema import json_schema
from facilitator.errors import NotThere
from facilitator.models import RecordedArtefact
from facilitator.planning import reach
from facilitator.planning.closing import confirm_board
from facilitator.record import file_of

blueprint = Blueprint("api_artefacts", __name__)
SEALED = "default-src 'none'; sandbox"  # whatever a file holds, a browser runs none of it


@blueprint.post("/boards/<board_id>/artefacts")
@call("Confirm what a board holds now.", gives=ArtefactOut)
def create(board_id: str) -> RecordedArtefact:
    """The same content as the latest version: that one is answered, and nothing is written."""
    person = asking(seats=True)
    return confirm_board(reach.run_board(person, board_id), person.id)


@blueprint.get("/artefacts/<artefact_id>/<format_name>")
@call("An artefact as a file.", media=("application/json", "application/zip", "text/markdown", "text/html"))
def download(artefact_id: str, format_name: str) -> Response:
    """For those who run its workshop, and those who took part on its board."""
    artefact = reach.artefact(asking(seats=True), artefact_id)
    return as_file(artefact, format_name, language())


def as_file(artefact: RecordedArtefact, format_name: str, in_language: str) -> Response:
    """The artefact in a format, as a download. Raises NotThere (`format.unknown`), FileFailed."""
    chosen = FORMATS.get(format_name)
    if chosen is None:
        raise NotThere("format.unknown")
    answer = Response(file_of(artefact, format_name, in_language), mimetype=chosen.media_type)
    name = f"{artefact.method_key}-{artefact.id[:8]}-v{artefact.version}.{chosen.extension}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Content-Security-Policy"] = SEALED
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@blueprint.get("/schemas/artefact")
@call("JSON Schema (2020-12) that every artefact keeps to.", opens=True, media=("application/schema+json",))
def schema() -> Response:
    """It changes only with a new version of the format."""
    return Response(orjson.dumps(json_schema()), mimetype="application/schema+json")
