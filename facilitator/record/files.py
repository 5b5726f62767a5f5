"""Files of what lies in the record. A large one is written by a process of its own, so that nobody waits beside it."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping
from typing import Any

from facilitator.artefacts import worker
from facilitator.artefacts.formats import FORMATS
from facilitator.artefacts.formats.html import Ways
from facilitator.errors import Problem
from facilitator.extensions import db
from facilitator.hub.apart import Failed, apart
from facilitator.models import Board, RecordedArtefact, Workshop
from facilitator.record.pictures import forms_for
from facilitator.record.provenance import of_workshop
from facilitator.record.read import newest
from facilitator.record.summary import summary_of

SMALL = 65_536  # characters of artefacts whose file is written before a process would have begun


class FileFailed(Problem):
    """The process that wrote it was killed, or took too much. Asking again is right."""

    status = 503
    code = "file.failed"


def file_of(saved: RecordedArtefact, format_name: str, language: str) -> bytes:
    """The artefact in one of FORMATS. Raises FileFailed."""
    return _written([saved], {"format": format_name, "language": language})


def report_of(saved: RecordedArtefact, language: str, ways: Ways) -> bytes:
    """Its report with a way back: for a page. Raises FileFailed."""
    return _written([saved], {"ways": ways, "language": language})


def workshop_report(workshop: Workshop, boards: Iterable[Board], language: str, ways: Ways = ()) -> bytes:
    """HTML: a cover with the summary, then the newest version of each of these boards. ways: on a screen above it.

    Raises FileFailed.
    """
    about, summary = of_workshop(workshop), summary_of(workshop.id)
    return _written(newest(boards), {"about": about, "summary": summary, "ways": ways, "language": language})


def _pictures(bodies: Iterable[str], form: str | None) -> dict[str, tuple[str, str]]:
    """Those that the file shows, in base64. A text that names none is not read for them."""
    if form is None:
        return {}
    named = [json.loads(body) for body in bodies if '"picture":' in body]
    found = forms_for(named, is_small=form == "small")
    return {name: (media_type, base64.b64encode(body).decode()) for name, (media_type, body) in found.items()}


def _written(saved: Iterable[RecordedArtefact], wanted: Mapping[str, Any]) -> bytes:
    bodies = [each.body for each in saved]
    pictures = _pictures(bodies, FORMATS[wanted["format"]].shows if "format" in wanted else "small")
    wanted = {**wanted, "pictures": pictures}
    if sum(map(len, bodies)) + sum(len(body) for _, body in pictures.values()) <= SMALL:
        return worker.write({**wanted, "artefacts": [json.loads(body) for body in bodies]})
    db.session.rollback()  # who waits for long holds no connection
    said = f'{json.dumps(wanted)[:-1]}, "artefacts": [{",".join(bodies)}]}}'
    try:
        return apart(worker.__name__, said.encode())
    except Failed:
        raise FileFailed from None
