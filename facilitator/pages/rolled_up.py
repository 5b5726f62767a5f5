"""Many copies of one map in one table, for a workshop's groups and for a whole programme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from flask import Blueprint, Response, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from facilitator import methods
from facilitator.artefacts.comparing import Line
from facilitator.models import Programme, RecordedArtefact, Workshop
from facilitator.pages import visitor
from facilitator.pages.artefacts import SEALED
from facilitator.pages.language import chosen, default, in_language, title_of, told
from facilitator.pages.projects import above
from facilitator.planning import reach
from facilitator.planning.rolled_up import UNKNOWN, By, Mapped, Together, columns_of, maps_of, methods_of, together
from facilitator.planning.rolled_up_sheet import column_titles, sheet_of

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
    sheet = partial(url_for, "rolled_up.sheet_of_workshop", workshop_id=workshop.id)
    return _page(workshop, trail, project.programme, sheet, tell)


@blueprint.get("/programmes/<programme_id>/together")
def of_programme(programme_id: str) -> ResponseReturnValue:
    """What the maps of a programme's projects have in common."""
    programme = reach.programme(visitor.account(), programme_id)
    trail = [(programme.title, url_for("programmes.page", programme_id=programme.id))]
    return _page(
        programme, trail, programme, partial(url_for, "rolled_up.sheet_of_programme", programme_id=programme.id)
    )


@blueprint.get("/workshops/<workshop_id>/together.csv")
def sheet_of_workshop(workshop_id: str) -> Response:
    """The same as a table to take along."""
    return _sheet(reach.workshop(visitor.account(), workshop_id))


@blueprint.get("/programmes/<programme_id>/together.csv")
def sheet_of_programme(programme_id: str) -> Response:
    """The same as a table to take along."""
    return _sheet(reach.programme(visitor.account(), programme_id))


def _sheet(scope: Workshop | Programme) -> Response:
    key = request.args.get("method") or next(iter(methods_of(scope)), "")
    asked = _Asked(maps_of(scope, key))
    answer = Response(sheet_of(asked.shown(), asked.by, chosen() or default()), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="{key}-together.csv"'
    answer.headers["Content-Security-Policy"] = SEALED
    return answer


def _page(
    scope: Workshop | Programme,
    trail: Sequence[tuple[Any, str]],
    programme: Programme,
    sheet_at: Callable[..., str],
    tell: str = "",
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
        **(_found(_Asked(maps_of(scope, key)), partial(sheet_at, method=key)) if key else {}),
    )


class _Asked:
    """What the address asks of these maps; what it asks that nobody offered is not asked."""

    def __init__(self, every: Sequence[Mapped]) -> None:
        sent = request.args
        self.every = every
        self.by = By(sent["by"]) if sent.get("by") in set(By) else By.COPY
        self.regions, self.sizes = _offered(every, By.REGION), _offered(every, By.SIZE)
        self.region = _one_of(self.regions, sent.get("region"))
        self.size = _one_of(self.sizes, sent.get("size"))

    def shown(self) -> Together:
        return together(self.every, self.by, self.region, self.size)


def _found(asked: _Asked, sheet_at: Callable[..., str]) -> dict[str, Any]:
    """The table, what else could be asked, and where the same is as a file."""
    wish = {"by": asked.by, "region": asked.region, "size": asked.size}
    return {
        **wish,
        "regions": asked.regions,
        "sizes": asked.sizes,
        "every": len(asked.every),
        "known": _known(asked.every),
        "sheet": sheet_at(**{name: value for name, value in wish.items() if value}),
        **_table(asked.shown(), asked.by),
    }


def _known(every: Sequence[Mapped]) -> list[str]:
    """Of how many of the maps region and size are told, a sentence for each."""
    regions, sizes = (sum(bool(each.under(by)) for each in every) for by in (By.REGION, By.SIZE))
    return [
        _how_many(
            regions,
            len(every),
            _("The region is not told."),
            ngettext("Its region is told.", "The region is told of all of them.", len(every)),
            ngettext("The region is told of one map.", "The region is told of %(num)s maps.", regions),
        ),
        _how_many(
            sizes,
            len(every),
            _("The size is not told."),
            ngettext("Its size is told.", "The size is told of all of them.", len(every)),
            ngettext("The size is told of one map.", "The size is told of %(num)s maps.", sizes),
        ),
    ]


def _how_many(told_of: int, every: int, none: str, all_of_them: str, some: str) -> str:
    return {0: none, every: all_of_them}.get(told_of, some)


def _one_of(offered: Sequence[tuple[str, Any, int]], sent: str | None) -> str:
    return sent if sent in {value for value, _title, _count in offered} else ""


def _offered(every: Sequence[Mapped], by: By) -> list[tuple[str, Any, int]]:
    """What the maps may be narrowed to: value, title, how many maps that leaves."""
    counted = Counter(each.under(by) for each in every)
    titles = _titles(by)
    return [(key or UNKNOWN, titles[key], counted[key]) for key in columns_of(every, by)]


def _titles(by: By) -> dict[str, Any]:
    return column_titles((), by, chosen() or default())


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
