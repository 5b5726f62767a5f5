"""Reports, to read on a screen and to print: one of an artefact, one of a whole workshop.

Page and file are the same document, which brings its own style sheet. The policy of the page names that one by its
digest; nothing else may apply, run or load.
"""

from __future__ import annotations

from flask import Blueprint, Response, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitator import access
from facilitator.artefacts.formats.report.style import POLICY
from facilitator.errors import NotThere
from facilitator.models import Board, Workshop, WorkshopStatus
from facilitator.pages import visitor
from facilitator.pages.artefacts import SEALED, reached
from facilitator.pages.language import STATEMENTS, chosen, default
from facilitator.planning import reach
from facilitator.record import report_of, workshop_report

blueprint = Blueprint("reports", __name__)


@blueprint.get("/artefacts/<artefact_id>/report")
def of_artefact(artefact_id: str) -> ResponseReturnValue:
    """One artefact."""
    saved, _person = reached(artefact_id)
    ways = [
        (_("Back to the output"), url_for("artefacts.page", artefact_id=saved.id)),
        (_("Download the report"), url_for("artefacts.download", artefact_id=saved.id, format_name="html")),
    ]
    return as_page(report_of(saved, chosen() or default(), [*ways, statement()]))


@blueprint.get("/workshops/<workshop_id>/report")
def of_workshop(workshop_id: str) -> ResponseReturnValue:
    """The newest version of every board that this person may open."""
    workshop, boards, role = _boards(workshop_id)
    back = "plan.page" if role == "facilitator" else "take_part.page"
    ways = [
        (_("Back to the workshop"), url_for(back, workshop_id=workshop.id)),
        (_("Download the report"), url_for("reports.file_of_workshop", workshop_id=workshop.id)),
    ]
    return as_page(workshop_report(workshop, boards, chosen() or default(), [*ways, statement()]))


@blueprint.get("/workshops/<workshop_id>/report.html")
def file_of_workshop(workshop_id: str) -> ResponseReturnValue:
    """The same as a file."""
    workshop, boards, _role = _boards(workshop_id)
    return as_file(workshop_report(workshop, boards, chosen() or default()), workshop)


def as_page(document: bytes) -> Response:
    """A report in the browser."""
    answer = Response(document, mimetype="text/html")
    answer.headers["Content-Security-Policy"] = f"{POLICY}; frame-ancestors 'none'"
    return answer


def as_file(document: bytes, workshop: Workshop) -> Response:
    """A workshop's report to take along."""
    answer = Response(document, mimetype="text/html")
    answer.headers["Content-Disposition"] = f'attachment; filename="workshop-{workshop.id[:8]}.html"'
    answer.headers["Content-Security-Policy"] = SEALED
    return answer


def statement() -> tuple[str, str]:
    """The way to the accessibility statement, which every page has."""
    return _("Accessibility statement"), STATEMENTS[chosen() or default()]


def _boards(workshop_id: str) -> tuple[Workshop, list[Board], str]:
    """The workshop, its boards as far as they are this person's, and what the person is; guests once it is closed."""
    person = visitor.in_workshop(workshop_id)
    if person is None:
        raise NotThere
    workshop, role = reach.entered(person, workshop_id)
    if person.participant is None:
        return workshop, workshop.boards, role
    if workshop.status != WorkshopStatus.CLOSED:
        raise NotThere
    return workshop, access.boards_of(person.participant), role
