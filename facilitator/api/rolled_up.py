"""Many copies of one map in one table: of a workshop's groups, and of a programme's projects."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, Response, request
from marshmallow import Schema, fields

from facilitator.api.artefacts import SEALED
from facilitator.api.calls import asking, call, language
from facilitator.api.schemas import text
from facilitator.artefacts.comparing import Line
from facilitator.errors import Invalid
from facilitator.models import Programme, Size, Workshop
from facilitator.planning import reach
from facilitator.planning.regions import REGIONS
from facilitator.planning.rolled_up import UNKNOWN, By, Mapped, Together, maps_of, methods_of, together
from facilitator.planning.rolled_up_sheet import sheet_of
from facilitator.planning.wording import choice

blueprint = Blueprint("api_rolled_up", __name__)
_SAYS = "What the copies of one map have in common. `?method=`, `?by=` copy, region or size; "
_AS_FILE = "The same as a CSV in the reader's language, as the page shows it. `?method=`, `?by=`; "
_NARROWS = "`?region=` and `?size=` count those of one alone, or of which nobody says it: `unknown`."


def counted(description: str) -> fields.Integer:
    """A figure."""
    return fields.Integer(metadata={"description": description})


class ColumnOut(Schema):
    """What maps are counted under."""

    key = text("Id of a board, code of a region, or a size; empty where nobody says.")
    maps = counted("How many of them.")


class CellOut(Schema):
    """A line in one column."""

    maps = counted("In how many of the column's maps.")
    notes = counted("How many notes that makes there.")


class LineOut(Schema):
    """A place, a theme or a note."""

    title = fields.Raw(metadata={"description": "As people wrote it, or by language."})
    kind = text("Of a note, its kind; else empty.")
    maps = counted("In how many maps.")
    notes = counted("How many notes that makes.")
    votes = counted("Their votes.")
    cells = fields.List(fields.Nested(CellOut), metadata={"description": "In the order of the columns."})


class TogetherOut(Schema):
    """Copies of one map in one table."""

    method = text("Key of the method.")
    every = counted("How many copies there are.")
    region_told = counted("Of how many of these the region is told.")
    size_told = counted("Of how many of these the size is told.")
    maps = counted("How many are counted here.")
    left_out = counted("How many more were asked for than a table takes.")
    columns = fields.List(fields.Nested(ColumnOut))
    places = fields.List(fields.Nested(LineOut), metadata={"description": "Those that hold something."})
    themes = fields.List(fields.Nested(LineOut), metadata={"description": "Of one name in two maps or more."})
    recurring = fields.List(fields.Nested(LineOut), metadata={"description": "The same words in two maps or more."})


@blueprint.get("/workshops/<workshop_id>/together")
@call(_SAYS + _NARROWS, gives=TogetherOut, refuses=("method.unknown", "choice.unknown"))
def of_workshop(workshop_id: str) -> dict[str, Any]:
    """For the programme's members."""
    return _told(reach.workshop(asking(), workshop_id))


@blueprint.get("/programmes/<programme_id>/together")
@call(_SAYS + _NARROWS, gives=TogetherOut, refuses=("method.unknown", "choice.unknown"))
def of_programme(programme_id: str) -> dict[str, Any]:
    """For the programme's members."""
    return _told(reach.programme(asking(), programme_id))


@blueprint.get("/workshops/<workshop_id>/together.csv")
@call(_AS_FILE + _NARROWS, media=("text/csv",), refuses=("method.unknown", "choice.unknown"))
def sheet_of_workshop(workshop_id: str) -> Response:
    """For the programme's members."""
    return _sheet(reach.workshop(asking(), workshop_id))


@blueprint.get("/programmes/<programme_id>/together.csv")
@call(_AS_FILE + _NARROWS, media=("text/csv",), refuses=("method.unknown", "choice.unknown"))
def sheet_of_programme(programme_id: str) -> Response:
    """For the programme's members."""
    return _sheet(reach.programme(asking(), programme_id))


def _sheet(scope: Workshop | Programme) -> Response:
    method, by, _every, shown = _asked(scope)
    answer = Response(sheet_of(shown, by, language()), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="{method}-together.csv"'
    answer.headers["Content-Security-Policy"] = SEALED
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _asked(scope: Workshop | Programme) -> tuple[str, By, list[Mapped], Together]:
    """Key of the method, what the columns are, every copy, and those that are asked for."""
    by = choice("by", request.args.get("by", By.COPY), By)
    region, size = _one_of("region", REGIONS), _one_of("size", list(Size))
    method = request.args.get("method") or next(iter(methods_of(scope)), "")
    every = maps_of(scope, method)
    return method, by, every, together(every, by, region, size)


def _told(scope: Workshop | Programme) -> dict[str, Any]:
    method, _by, every, shown = _asked(scope)
    found = shown.found
    return {
        "method": method,
        "every": len(every),
        "region_told": sum(bool(each.region) for each in every),
        "size_told": sum(bool(each.size) for each in every),
        "maps": len(shown.maps),
        "left_out": shown.left_out,
        "columns": [{"key": key, "maps": found.copies[key]} for key in shown.columns],
        "places": [_line(line, shown.columns) for line in found.places],
        "themes": [_line(line, shown.columns) for line in found.themes],
        "recurring": [_line(line, shown.columns) for line in found.recurring],
    }


def _one_of(name: str, known: Any) -> str:
    asked = request.args.get(name, "")
    if asked and asked != UNKNOWN and asked not in known:
        raise Invalid("choice.unknown", field=name)
    return asked


def _line(line: Line, columns: Sequence[str]) -> dict[str, Any]:
    return {
        "title": line.title,
        "kind": line.kind,
        "maps": line.total,
        "notes": line.notes.total(),
        "votes": line.votes,
        "cells": [{"maps": line.copies[column], "notes": line.notes[column]} for column in columns],
    }
