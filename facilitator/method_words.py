"""What is wrong in a method, in the reader's language: where, and why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask_babel import force_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from facilitator.methods.coherence import Fault
from facilitator.methods.reasons import Reason, told

MOST_LISTED = 20

REASONS: dict[str, Any] = {
    "file.json": _l("this is no valid JSON: %(said)s"),
    "file.object": _l("this is no JSON object"),
    "file.name": _l("the file should be called %(name)s"),
    "file.deep": _l("this is nested too deep"),
    "file.characters": _l("this has characters that cannot be kept"),
    "file.large": _l("the file is too large: at most %(limit)s MB"),
    "number.whole": _l("this is not a whole number"),
    "number.large": _l("this number is too large"),
    "missing": _l("this is missing"),
    "member.unknown": _l("a method has no member of this name"),
    "type.wrong": _l("this is of the wrong sort"),
    "long": _l("this is too long: at most %(most)s"),
    "short": _l("there are too few: at least %(least)s"),
    "least": _l("the least is %(least)s"),
    "most": _l("the most is %(most)s"),
    "range": _l("give a number from %(least)s to %(most)s"),
    "one_of": _l("choose one of these: %(listed)s"),
    "wrong": _l("this cannot be used"),
    "text.edges": _l("the text is empty, or it begins or ends with a space"),
    "text.form": _l("the text is not in the form NFC of Unicode"),
    "text.control": _l("the text has a character that controls something, such as a line break"),
    "value.true": _l("this can only be true"),
    "key.form": _l("a key has small letters from a to z, digits and _, and begins with a letter"),
    "zone.form": _l("a place's identifier is zone: and small letters from a to z"),
    "icon.form": _l("an icon's name has small letters, digits and -"),
    "kind.unknown": _l("there is no kind %(name)s"),
    "zone.unknown": _l("there is no place %(name)s"),
    "link.unknown": _l("there is no kind of arrow %(name)s"),
    "state.unknown": _l("there is no state of an arrow %(name)s"),
    "note.unknown": _l("there is no note %(name)s"),
    "thing.unknown": _l("there is nothing called %(name)s"),
    "links.circle": _l("the arrows %(kind)s go round in a circle: %(notes)s"),
    "field.unshared": _l("there is no shared field %(name)s"),
    "entity.unknown": _l("no kind makes rows of the table %(name)s"),
    "twice": _l("%(name)s is there twice"),
    "kind.no_field": _l("the kind %(kind)s has no field %(name)s"),
    "kinds.no_field": _l("no kind that comes here has a field %(name)s"),
    "notes.no_field": _l("none of these notes has a field %(name)s"),
    "entity.no_field": _l("the table %(entity)s has no field %(name)s"),
    "kind.no_scale": _l("the kind %(kind)s has no scale from 1 to 5 called %(name)s"),
    "value.unfit": _l("%(value)s is not a value of the field %(name)s"),
    "kind.homeless": _l("no place takes the kind %(name)s"),
    "zone.not_taking": _l("there is no place %(zone)s that takes the kind %(kind)s"),
    "lane.not_taking": _l("no lane takes the kind %(name)s"),
    "field.differs": _l("another kind of the table %(entity)s has another field %(name)s"),
    "fields.list": _l("this is not a list"),
    "fields.shared": _l("a shared field must be named by some kind, and be there once"),
    "matrix.needs": _l("a matrix needs these"),
    "matrix.only": _l("only a matrix has these"),
    "layout.needs": _l("the layout %(layout)s needs a place of the sort %(sort)s"),
    "layout.no_room": _l("the layout %(layout)s has no room for a place of the sort %(sort)s"),
    "adds.matrix": _l("only to a matrix can be added: %(thing)s"),
    "adds.zone": _l("places can be added to columns and sectors only"),
    "axes.plane": _l("a plane has two axes, free ground and other places have none"),
    "axes.same": _l("both axes fill the same field"),
    "quadrants.axes": _l("only a place with axes has quarters"),
    "place.plane": _l("a note on a plane has x and y, and no other has them"),
    "choices.needed": _l("a field to choose from has alternatives, and no other has them"),
    "ends.needed": _l("a scale has both its ends in words, and no other field has them"),
    "unit.number": _l("only a number has a unit"),
    "own.key": _l("own_ begins the keys of the kinds that people name on a board"),
    "own.entity": _l("the kind %(name)s has this table already"),
    "own.columns": _l("only columns can have kinds that people name"),
    "own.looks": _l("there are fewer looks than kinds"),
    "check.lead": _l("a condition begins with one of these: %(words)s"),
    "check.beside": _l("%(names)s cannot stand beside %(lead)s"),
    "axis.field": _l("a field is named when the axis goes by a field, and only then"),
    "axis.matrix": _l("only a matrix has this: %(name)s"),
    "axis.no_groups": _l("there is no field %(name)s that makes groups of the table %(entity)s"),
}


def because(reason: Reason, language: str | None = None) -> str:
    """Why. language: the current reader's if not given."""
    if language is None:
        return str(REASONS[reason.code]) % reason.detail
    with force_locale(language):
        return str(REASONS[reason.code]) % reason.detail


def listed(faults: Iterable[Fault], language: str) -> str:
    """The first faults in a sentence each, `path: reason`, in this language."""
    every = list(faults)
    with force_locale(language):
        lines = [f"{told(where)}: {because(why)}" if where else because(why) for where, why in every[:MOST_LISTED]]
        if len(every) > MOST_LISTED:
            lines.append(_("and %(more)s more", more=len(every) - MOST_LISTED))
    return "; ".join(lines)
