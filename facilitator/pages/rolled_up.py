"""Many copies of one map in one table, for a workshop's groups and for a whole programme."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from facilitator import methods
from facilitator.artefacts.comparing import Copy, Line, RolledUp, roll_up
from facilitator.hub.offload import offload
from facilitator.models import Programme, RecordedArtefact, Workshop
from facilitator.pages import terms, visitor
from facilitator.pages.language import in_language, title_of, told
from facilitator.pages.projects import above
from facilitator.planning import reach
from facilitator.planning.regions import REGIONS
from facilitator.planning.rolled_up import MOST, NAMES, By, copies_of, methods_of

blueprint = Blueprint("rolled_up", __name__)
blueprint.before_request(visitor.signed_in)
WAYS: dict[By, Any] = {By.COPY: _l("Map"), By.REGION: _l("Region"), By.SIZE: _l("Size")}


@blueprint.get("/workshops/<workshop_id>/together")
def of_workshop(workshop_id: str) -> ResponseReturnValue:
    """What the maps of a workshop's groups have in common."""
    workshop = reach.workshop(visitor.account(), workshop_id)
    project = workshop.project
    trail = [
        *above(project),
        (project.title, url_for("projects.page", project_id=project.id)),
        (title_of(workshop), url_for("plan.page", workshop_id=workshop.id)),
    ]
    return _page(workshop, trail, project.programme)


@blueprint.get("/programmes/<programme_id>/together")
def of_programme(programme_id: str) -> ResponseReturnValue:
    """What the maps of a programme's projects have in common."""
    programme = reach.programme(visitor.account(), programme_id)
    return _page(programme, [(programme.title, url_for("programmes.page", programme_id=programme.id))], programme)


def _page(scope: Workshop | Programme, trail: Sequence[tuple[Any, str]], programme: Programme) -> ResponseReturnValue:
    there = methods_of(scope)
    key = request.args.get("method") or next(iter(there), None)
    asked = request.args.get("by")
    by = By(asked) if asked in set(By) else By.COPY
    shown = _table(copies_of(scope, key), by) if key else {}
    return render_template(
        "artefacts/together.html",
        trail=trail,
        is_example=programme.is_example,
        methods=[(each, in_language(methods.load(each)["title"]), count) for each, count in there.items()],
        key=key,
        by=by,
        ways=list(WAYS.items()),
        **shown,
    )


def _table(saved: Sequence[RecordedArtefact], by: By) -> dict[str, Any]:
    taken = saved[:MOST]
    found = offload(_rolled, [(each.body, NAMES[by](each)) for each in taken])
    columns = _columns(taken, by)
    return {
        "copies": len(taken),
        "left_out": len(saved) - len(taken),
        "columns": [(title, found.copies[column]) for column, title in columns],
        "places": [_line(line, columns, _notes) for line in found.places],
        "themes": [_line(line, columns, _copies) for line in found.themes],
        "recurring": [_line(line, columns, _copies) for line in found.recurring],
    }


def _rolled(copies: Sequence[tuple[str, str]]) -> RolledUp:
    return roll_up([Copy(json.loads(body), column) for body, column in copies])


def _columns(saved: Sequence[RecordedArtefact], by: By) -> list[tuple[str, Any]]:
    """Key and title of each column that there is, in their own order; where nobody told, last."""
    if by == By.COPY:
        are_of_one = len({each.project_id for each in saved}) == 1
        return [(each.board_id, _title(each, are_of_one)) for each in saved]
    titles = terms.SIZES if by == By.SIZE else {code: in_language(names) for code, names in REGIONS.items()}
    used = {NAMES[by](each) for each in saved}
    return [(key, titles[key]) for key in titles if key in used] + ([("", _("Not told"))] if "" in used else [])


def _title(saved: RecordedArtefact, are_of_one: bool) -> Any:
    """Of one project the boards' titles; of several, who applied."""
    project = saved.workshop.project
    return told(saved.titles or saved.title) if are_of_one else project.applicant or project.title


def _copies(line: Line, column: str) -> int:
    return line.copies[column]


def _notes(line: Line, column: str) -> int:
    return line.notes[column]


def _line(line: Line, columns: Sequence[tuple[str, Any]], cell: Callable[[Line, str], int]) -> dict[str, Any]:
    return {
        "title": in_language(line.title),
        "copies": line.total,
        "notes": line.notes.total(),
        "votes": line.votes,
        "cells": [cell(line, column) for column, _title in columns],
    }
