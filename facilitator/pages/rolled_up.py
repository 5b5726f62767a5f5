"""Many copies of one map in one table, for a workshop's groups and for a whole programme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from facilitator import methods
from facilitator.artefacts.comparing import Line
from facilitator.models import Programme, RecordedArtefact, Workshop
from facilitator.pages import terms, visitor
from facilitator.pages.language import in_language, title_of, told
from facilitator.pages.projects import above
from facilitator.planning import reach
from facilitator.planning.regions import REGIONS
from facilitator.planning.rolled_up import UNKNOWN, By, Mapped, Together, columns_of, maps_of, methods_of, together

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
    tell = url_for("plan_people.where", workshop_id=workshop.id) if workshop.groups else ""
    return _page(workshop, trail, project.programme, tell)


@blueprint.get("/programmes/<programme_id>/together")
def of_programme(programme_id: str) -> ResponseReturnValue:
    """What the maps of a programme's projects have in common."""
    programme = reach.programme(visitor.account(), programme_id)
    return _page(programme, [(programme.title, url_for("programmes.page", programme_id=programme.id))], programme)


def _page(
    scope: Workshop | Programme, trail: Sequence[tuple[Any, str]], programme: Programme, tell: str = ""
) -> ResponseReturnValue:
    there = methods_of(scope)
    key = request.args.get("method") or next(iter(there), None)
    return render_template(
        "artefacts/together.html",
        trail=trail,
        is_example=programme.is_example,
        methods=[(each, in_language(methods.load(each)["title"]), count) for each, count in there.items()],
        key=key,
        ways=list(WAYS.items()),
        tell=tell,
        **(_asked(scope, key) if key else {}),
    )


def _asked(scope: Workshop | Programme, key: str) -> dict[str, Any]:
    """The table for what the address asks; what it asks that nobody offered is not asked."""
    every, sent = maps_of(scope, key), request.args
    by = By(sent["by"]) if sent.get("by") in set(By) else By.COPY
    regions, sizes = _offered(every, By.REGION), _offered(every, By.SIZE)
    region, size = _one_of(regions, sent.get("region")), _one_of(sizes, sent.get("size"))
    return {
        "by": by,
        "region": region,
        "size": size,
        "regions": regions,
        "sizes": sizes,
        "every": len(every),
        "silent": {each: sum(not one.under(each) for one in every) for each in (By.REGION, By.SIZE)},
        **_table(together(every, by, region, size), by),
    }


def _one_of(offered: Sequence[tuple[str, Any, int]], sent: str | None) -> str:
    return sent if sent in {value for value, _title, _count in offered} else ""


def _offered(every: Sequence[Mapped], by: By) -> list[tuple[str, Any, int]]:
    """What the maps may be narrowed to: value, title, how many maps that leaves."""
    counted = Counter(each.under(by) for each in every)
    titles = _titles(by)
    return [(key or UNKNOWN, titles[key], counted[key]) for key in columns_of(every, by)]


def _titles(by: By) -> dict[str, Any]:
    named = terms.SIZES if by == By.SIZE else {code: in_language(names) for code, names in REGIONS.items()}
    return {**named, "": _("Not told")}


def _table(shown: Together, by: By) -> dict[str, Any]:
    found = shown.found
    titles = _maps(shown.maps) if by == By.COPY else _titles(by)
    return {
        "copies": len(shown.maps),
        "left_out": shown.left_out,
        "columns": [(titles[column], found.copies[column]) for column in shown.columns],
        "places": [_line(line, shown.columns, _notes) for line in found.places],
        "themes": [_line(line, shown.columns, _copies) for line in found.themes],
        "recurring": [_line(line, shown.columns, _copies) for line in found.recurring],
    }


def _maps(maps: Sequence[Mapped]) -> dict[str, Any]:
    """Of one project the boards' titles; of several, who applied."""
    are_of_one = len({each.saved.project_id for each in maps}) == 1
    return {each.saved.board_id: _title(each.saved, are_of_one) for each in maps}


def _title(saved: RecordedArtefact, are_of_one: bool) -> Any:
    project = saved.workshop.project
    return told(saved.titles or saved.title) if are_of_one else project.applicant or project.title


def _copies(line: Line, column: str) -> int:
    return line.copies[column]


def _notes(line: Line, column: str) -> int:
    return line.notes[column]


def _line(line: Line, columns: Sequence[str], cell: Callable[[Line, str], int]) -> dict[str, Any]:
    return {
        "title": in_language(line.title),
        "copies": line.total,
        "notes": line.notes.total(),
        "votes": line.votes,
        "cells": [cell(line, column) for column in columns],
    }
