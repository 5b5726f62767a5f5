"""Two artefacts side by side: what came, went, moved and says something else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from facilitator.artefacts.comparing import Comparison, Pair, Row, compare
from facilitator.artefacts.words import in_language
from facilitator.hub.offload import offload
from facilitator.hub.turns import in_turns
from facilitator.models import RecordedArtefact
from facilitator.pages import terms
from facilitator.pages.artefacts import reached, trail
from facilitator.pages.language import chosen, default, told
from facilitator.pages.large import render_large
from facilitator.pages.reading import Reading
from facilitator.planning.comparable import comparable, other, roots_of
from facilitator.record import read

blueprint = Blueprint("comparing", __name__)
MARKS = {"added": _l("Added"), "removed": _l("Removed"), "moved": _l("Moved"), "changed": _l("Changed")}


@blueprint.get("/artefacts/<artefact_id>/compare")
def page(artefact_id: str) -> ResponseReturnValue:
    """The artefact, and beside it the chosen one; at first the version before, else the first that there is."""
    saved, person = reached(artefact_id)
    choices = comparable(person, saved)
    asked = request.args.get("with")
    beside = other(person, saved, asked) if asked else next(iter(choices), None)
    shown: dict[str, Any] = {}
    if beside:
        bodies = read(beside), read(saved)
        is_one, roots = beside.board_id == saved.board_id, roots_of(beside, saved)
        found = offload(compare, *bodies, is_one_board=is_one, roots=roots)
        shown = Side(*bodies, found, chosen() or default()).told()
    return render_large(
        "artefacts/compare.html",
        trail=[
            *trail(saved, person),
            (told(saved.titles or saved.title), url_for("artefacts.page", artefact_id=saved.id)),
        ],
        is_example=saved.workshop.project.programme.is_example,
        now=named(saved),
        then=named(beside) if beside else None,
        choices=[named(each) for each in choices],
        **shown,
    )


def named(saved: RecordedArtefact) -> dict[str, Any]:
    """What tells an artefact from the others."""
    workshop = saved.workshop
    return {
        "id": saved.id,
        "title": told(saved.titles or saved.title),
        "project": workshop.project.title,
        "workshop": f"{workshop.position}. {workshop.title}",
        "version": saved.version,
        "standing": terms.VERSIONS[saved.state],
        "taken_at": saved.taken_at,
    }


class Side:
    """A comparison in one language."""

    def __init__(self, then: Mapping[str, Any], now: Mapping[str, Any], found: Comparison, language: str) -> None:
        self._then, self._now, self._found, self._language = then, now, found, language
        self._readings = Reading(then, language), Reading(now, language)

    def told(self) -> dict[str, Any]:
        """Plain values for the template."""
        found = self._found
        return {
            "counts": [(label, len(found.of(mark))) for mark, label in MARKS.items()],
            "same": sum(not pair.marks for pair in found.pairs),
            "rows": [self._row(row) for row in found.rows if row.pairs],
            "links": [
                tuple(
                    reading.relation(link) if link else None for reading, link in zip(self._readings, pair, strict=True)
                )
                for pair in found.links
            ],
            "insights": [sides for sides in self._insights() if sides["then"] != sides["now"]],
            "alike": [text for sides in self._insights() if sides["then"] == sides["now"] for text in sides["now"]],
            "questions": self._questions(),
        }

    def _row(self, row: Row) -> dict[str, Any]:
        zone = row.now or row.then or {}
        return {
            "title": in_language(zone["title"], self._language),
            "pairs": [self._pair(pair) for pair in in_turns(row.pairs) if pair.marks],
            "same": [self._readings[1].note(pair.now) for pair in in_turns(row.pairs) if pair.now and not pair.marks],
        }

    def _pair(self, pair: Pair) -> dict[str, Any]:
        """Where a note has moved, its other side is in another place: the mark says which way."""
        has_left, has_come = "moved" in pair.marks and not pair.now, "moved" in pair.marks and not pair.then
        words = {**MARKS, "moved": _("Moved away") if has_left else _("Moved here") if has_come else MARKS["moved"]}
        sides = zip(("then", "now"), self._readings, (pair.then, pair.now), strict=True)
        return {
            **{side: self._note(side, reading, item) if item else None for side, reading, item in sides},
            "marks": [words[mark] for mark in pair.marks],
        }

    def _note(self, side: str, reading: Reading, item: Mapping[str, Any]) -> dict[str, Any]:
        """A page has each name once: of a note that is on both sides, both have one of their own."""
        note = reading.note(item)
        return {**note, "id": f"{side}-{note['id']}"}

    def _insights(self) -> list[dict[str, list[str]]]:
        """What each map shows, beside what the other shows of the same."""
        keys = dict.fromkeys(
            each["key"] for each in (*self._now["insights"], *self._then["insights"]) if each["key"] != "changed_since"
        )
        return [{side: self._texts(artefact, key) for side, artefact in self._sides()} for key in keys]

    def _texts(self, artefact: Mapping[str, Any], key: str) -> list[str]:
        return [in_language(each["text"], self._language) for each in artefact["insights"] if each["key"] == key]

    def _questions(self) -> list[dict[str, Any]]:
        """The questions that one side answers and the other does not."""
        was = {each["key"]: each["answered"] for each in self._then["questions"]}
        return [
            {"text": in_language(each["text"], self._language), "now": each["answered"], "then": was[each["key"]]}
            for each in self._now["questions"]
            if was.get(each["key"], each["answered"]) != each["answered"]
        ]

    def _sides(self) -> tuple[tuple[str, Mapping[str, Any]], ...]:
        return ("then", self._then), ("now", self._now)
