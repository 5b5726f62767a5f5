"""What can be wrong in a method, by name. A file that stops the server is told in English; people read their own
language (`facilitator/method_words.py`).
"""

from __future__ import annotations

import re
from typing import Any

MOST_TOLD = 60  # of what somebody wrote, in a sentence about it

REASONS: dict[str, str] = {
    # A file as a whole
    "file.json": "not a JSON file: %(said)s",
    "file.object": "not a JSON object",
    "file.name": "the file would be called %(name)s",
    "file.deep": "is nested too deep",
    "file.characters": "has characters that cannot be kept",
    "file.large": "is larger than %(limit)s MB",
    "number.whole": "is not a whole number",
    "number.large": "is too large a number",
    # Texts and keys
    "text.edges": "is empty, or begins or ends with a space",
    "text.form": "is not in Unicode form NFC",
    "text.control": "holds a control character",
    "value.true": "may only be true",
    "key.form": "is not a key: small letters, digits and _",
    "zone.form": "is not a zone's id: zone:<small letters>",
    "icon.form": "is not an icon's name: small letters, digits and -",
    # Names that do not agree
    "kind.unknown": "no kind is called %(name)s",
    "zone.unknown": "no zone is called %(name)s",
    "link.unknown": "no link is called %(name)s",
    "state.unknown": "no state of a link is called %(name)s",
    "note.unknown": "no note is called %(name)s",
    "thing.unknown": "nothing is called %(name)s",
    "links.circle": "links of the kind %(kind)s go in a circle: %(notes)s",
    "field.unshared": "no shared field is called %(name)s",
    "entity.unknown": "no kind is of the entity %(name)s",
    "twice": "%(name)s is there twice",
    "kind.no_field": "%(kind)s has no field called %(name)s",
    "kinds.no_field": "no kind there has a field called %(name)s",
    "notes.no_field": "none of these notes has a field called %(name)s",
    "entity.no_field": "%(entity)s has no field called %(name)s",
    "kind.no_scale": "%(kind)s has no scale5 called %(name)s",
    "value.unfit": "%(value)s is no value of %(name)s",
    "kind.homeless": "no zone and no lane takes %(name)s",
    "zone.not_taking": "no zone called %(zone)s takes %(kind)s",
    "lane.not_taking": "no lane takes %(name)s",
    "field.differs": "another kind of %(entity)s has another %(name)s",
    "fields.list": "is not a list",
    "fields.shared": "is not a shared field that some kind names, once",
    # What a layout has
    "matrix.needs": "a matrix needs them",
    "matrix.only": "only a matrix has them",
    "layout.needs": "the layout %(layout)s needs a zone of sort %(sort)s",
    "layout.no_room": "the layout %(layout)s has no room for a zone of sort %(sort)s",
    "adds.matrix": "only a matrix can add a %(thing)s",
    "adds.zone": "only columns and sectors can add a zone",
    "axes.plane": "a zone of sort plane has axes, but on free ground, and no other",
    "axes.same": "both axes fill the same field",
    "quadrants.axes": "only a zone with axes has quarters",
    "place.plane": "a note in a zone of sort plane has x and y, and no other",
    # Fields
    "choices.needed": "a field of type choice or choices has them, and no other",
    "ends.needed": "a field of type scale5 or emotion has worded ends, and no other",
    "unit.number": "a field of type number may have one, and no other",
    # Kinds that people name
    "own.key": "own_ begins the keys of kinds that people name",
    "own.entity": "%(name)s has this table",
    "own.columns": "only columns can have them",
    "own.looks": "there are fewer than kinds",
    # Checks and tables
    "check.lead": "a check begins with one of: %(words)s",
    "check.beside": "%(names)s cannot stand beside %(lead)s",
    "axis.field": "names a field when it goes by one, and only then",
    "axis.matrix": "only a matrix has a %(name)s",
    "axis.no_groups": "no field called %(name)s makes groups of %(entity)s",
}

# What marshmallow says of a shape, by the same names.
_SHAPES: tuple[tuple[str, str], ...] = (
    ("missing", r"Missing data for required field\."),
    ("member.unknown", r"Unknown field\."),
    ("type.wrong", r"Not a valid \w+( type)?\.|Invalid input type\.|Invalid input\."),
    ("missing", r"Field may not be null\."),
    ("long", r"Longer than maximum length (?P<most>\d+)\."),
    ("short", r"Shorter than minimum length (?P<least>\d+)\."),
    ("least", r"Must be greater than or equal to (?P<least>-?\d+)\."),
    ("most", r"Must be less than or equal to (?P<most>\d+)\."),
    ("range", r"Must be greater than or equal to (?P<least>-?\d+) and less than or equal to (?P<most>\d+)\."),
    ("one_of", r"Must be one of: (?P<listed>.*)\."),
)

_PLAIN = {said: code for code, said in REASONS.items()}


class Reason(str):
    """A reason in English, with its name and what is filled in, so that it can be said in another language."""

    code: str
    detail: dict[str, Any]

    def __new__(cls, code: str, english: str, /, **detail: Any) -> Reason:
        made = super().__new__(cls, english)
        made.code, made.detail = code, detail
        return made


def because(code: str, /, **detail: Any) -> Reason:
    """The reason of this name. What somebody wrote is told shortened."""
    told = {name: _short(value) for name, value in detail.items()}
    return Reason(code, REASONS[code] % told, **told)


def read_back(message: str) -> Reason:
    """What marshmallow said, by name."""
    if isinstance(message, Reason):
        return message
    if message in _PLAIN:
        return Reason(_PLAIN[message], message)
    for code, pattern in _SHAPES:
        if found := re.fullmatch(pattern, message):
            return Reason(code, message, **found.groupdict())
    return Reason("wrong", message)


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= MOST_TOLD else f"{text[:MOST_TOLD]}…"


class FaultyMethodError(ValueError):
    """A method file that cannot be used; one line for each place: where it is, and what is wrong there."""

    def __init__(self, source: str, faults: list[tuple[tuple[str | int, ...], Reason]]) -> None:
        self.source = source
        self.faults = faults
        self.lines = [f"{told(where)}: {what}" if where else str(what) for where, what in faults]
        super().__init__("\n".join(f"{source}: {line}" for line in self.lines))


def told(where: tuple[str | int, ...]) -> str:
    """A place in a file as it is told: `kinds.2.title.sv`."""
    return ".".join(map(str, where))
