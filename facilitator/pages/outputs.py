"""What came of a workshop, for whoever holds a read link: its frozen artefacts, and nothing else.

The link carries a secret. It is exchanged for a cookie at once, so that the secret stays in no address, no history and
no referrer; at every request the link is asked for again, so that a revoked one opens nothing a moment later.
"""

from __future__ import annotations

from flask import Blueprint, Response, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitator.errors import NotThere
from facilitator.models import ReadLink
from facilitator.pages import artefacts, reports
from facilitator.pages.language import chosen, default, title_of
from facilitator.planning import reach
from facilitator.planning.read_links import last_day_of, opened_by
from facilitator.record import newest, report_of, workshop_report

blueprint = Blueprint("outputs", __name__)
MOST_LINKS = 8  # that one browser remembers at a time: a cookie has 4 KiB


@blueprint.after_request
def tell_nobody(answer: Response) -> Response:
    """Nobody is told where the reader came from, not even by mistake."""
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer


@blueprint.get("/read/<token>")
def come_in(token: str) -> ResponseReturnValue:
    """Where the link leads."""
    link = opened_by(token)
    others = [kept for kept in session.get("outputs", []) if kept[0] != link.workshop_id]
    session["outputs"] = [*others[1 - MOST_LINKS :], [link.workshop_id, token]]
    session.permanent = True
    return redirect(url_for("outputs.page", workshop_id=link.workshop_id))


@blueprint.get("/outputs/<workshop_id>")
def page(workshop_id: str) -> ResponseReturnValue:
    """The newest version of each board, to read and to take along."""
    link = _opened(workshop_id)
    workshop = link.workshop
    found = newest(workshop.boards)
    return render_template(
        "outputs/page.html",
        workshop_id=workshop.id,
        title=title_of(workshop),
        programme=workshop.project.programme.title,
        project=workshop.project.title,
        starts_at=workshop.starts_at,
        ends_at=workshop.ends_at,
        last_day=last_day_of(link),
        is_example=workshop.project.programme.is_example,
        formats=artefacts.format_names(),
        outputs=artefacts.listed(found),
    )


@blueprint.get("/outputs/<workshop_id>/report")
def of_workshop(workshop_id: str) -> ResponseReturnValue:
    """The report of the whole workshop."""
    workshop = _opened(workshop_id).workshop
    ways = [
        (_("Back to the outputs"), url_for("outputs.page", workshop_id=workshop.id)),
        (_("Download the report"), url_for("outputs.file_of_workshop", workshop_id=workshop.id)),
    ]
    found = workshop_report(workshop, workshop.boards, chosen() or default(), [*ways, reports.statement()])
    return reports.as_page(found)


@blueprint.get("/outputs/<workshop_id>/report.html")
def file_of_workshop(workshop_id: str) -> ResponseReturnValue:
    """The same as a file."""
    workshop = _opened(workshop_id).workshop
    return reports.as_file(workshop_report(workshop, workshop.boards, chosen() or default()), workshop)


@blueprint.get("/outputs/<workshop_id>/<artefact_id>/report")
def of_artefact(workshop_id: str, artefact_id: str) -> ResponseReturnValue:
    """The report of one artefact."""
    saved = reach.artefact_by(_opened(workshop_id), artefact_id)
    ways = [
        (_("Back to the outputs"), url_for("outputs.page", workshop_id=workshop_id)),
        (_("Download the report"), _file(workshop_id, saved.id)),
    ]
    return reports.as_page(report_of(saved, chosen() or default(), [*ways, reports.statement()]))


@blueprint.get("/outputs/<workshop_id>/<artefact_id>/<format_name>")
def download(workshop_id: str, artefact_id: str, format_name: str) -> ResponseReturnValue:
    """One artefact as a file."""
    return artefacts.as_file(reach.artefact_by(_opened(workshop_id), artefact_id), format_name)


def _file(workshop_id: str, artefact_id: str) -> str:
    return url_for("outputs.download", workshop_id=workshop_id, artefact_id=artefact_id, format_name="html")


def _opened(workshop_id: str) -> ReadLink:
    """The link by which this browser reads the workshop's outputs. Raises NotThere, or Gone as `opened_by` does."""
    secret = next((kept[1] for kept in session.get("outputs", []) if kept[0] == workshop_id), None)
    if secret is None:
        raise NotThere
    link = opened_by(secret)
    if link.workshop_id != workshop_id:
        raise NotThere
    return link
