"""What each part of a method has to fill in, and which lists lie below it. The pages of the editor are made from this.

A part's members are told by their names in the file, `axes.x.title` for one that lies deeper.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from flask_babel import lazy_gettext as _l
from marshmallow import Schema

from facilitator.methods import members, schema
from facilitator.methods.checks import CHECK_WORDS, CheckSchema
from facilitator.methods.coherence import Path
from facilitator.pages.method_terms import ADDS, CHECKS, LAYOUTS, SORTS, TINTS, TYPES

Choices = Callable[[Mapping[str, Any]], dict[str, Any]]
"""Key and title of what can be chosen, from the whole method."""


@dataclass(frozen=True)
class Member:
    """One thing to fill in. sort: title, text, line, key, one, many, flag, whole, values or words."""

    name: str
    label: Any
    sort: str = "title"
    hint: Any = ""
    is_optional: bool = False
    choices: Choices = field(default=lambda _: {})
    when: Callable[[Mapping[str, Any], Mapping[str, Any]], bool] = field(default=lambda _part, _method: True)
    is_leads: bool = False


@dataclass(frozen=True)
class Listing:
    """A list of parts below one. asks: what a new one needs at once, beside its name."""

    name: str
    label: Any
    add: Any
    part: str
    asks: tuple[Member, ...] = ()
    hint: Any = ""
    when: Callable[[Mapping[str, Any]], bool] = field(default=lambda _: True)
    has_name: bool = True


@dataclass(frozen=True)
class Part:
    """A kind of part: how its page is called, its schema in the file, its members and its lists."""

    label: Any
    schema: type[Schema]
    members: tuple[Member, ...]
    listings: tuple[Listing, ...] = ()


def kinds(method: Mapping[str, Any]) -> dict[str, Any]:
    return {kind["key"]: kind["title"] for kind in method["kinds"]}


def zones(method: Mapping[str, Any]) -> dict[str, Any]:
    return {zone["id"]: zone["title"] for zone in method["zones"]}


def fields(method: Mapping[str, Any]) -> dict[str, Any]:
    """Of all kinds, shared ones once."""
    own = [each for kind in method["kinds"] for each in kind["fields"] if not isinstance(each, str)]
    return {each["key"]: each["title"] for each in (*method.get("fields", ()), *own)}


def scales(method: Mapping[str, Any]) -> dict[str, Any]:
    own = [each for kind in method["kinds"] for each in kind["fields"] if not isinstance(each, str)]
    every = (*method.get("fields", ()), *own)
    return {each["key"]: each["title"] for each in every if each["type"] == "scale5"}


def links(method: Mapping[str, Any]) -> dict[str, Any]:
    return {link["key"]: link["title"] for link in method["links"]}


def link_states(method: Mapping[str, Any]) -> dict[str, Any]:
    return {state["key"]: state["title"] for state in method["link_states"]}


def fixed(words: Mapping[str, Any]) -> Choices:
    return lambda _method: dict(words)


def _is_scale(part: Mapping[str, Any], _method: Mapping[str, Any]) -> bool:
    return part.get("type") in ("scale5", "emotion")


def _has_axes(part: Mapping[str, Any], method: Mapping[str, Any]) -> bool:
    return part.get("sort") == "plane" and method["layout"] == "plane"


def _leads_with(word: str) -> Callable[[Mapping[str, Any], Mapping[str, Any]], bool]:
    return lambda part, _method: next((each for each in CHECK_WORDS if each in part), None) == word


def _beside(name: str) -> Callable[[Mapping[str, Any], Mapping[str, Any]], bool]:
    """Shown for the conditions that can have it."""
    return lambda part, _method: name in CHECK_WORDS.get(next((each for each in CHECK_WORDS if each in part), ""), ())


def _is_matrix(method: Mapping[str, Any]) -> bool:
    return bool(method["layout"] == "matrix")


TITLE = Member("title", _l("Name"))
HINT = Member("hint", _l("What to write there"), "text", is_optional=True)
SETS = Member(
    "sets",
    _l("Fields that the place itself fills in"),
    "values",
    _l("One on a line, the field's key and the value's: ring = core"),
    is_optional=True,
)
LOCKED = Member(
    "fixed",
    _l("Locked: nobody names, moves or removes it on a board"),
    "flag",
    _l("Only leads of the programme lock a place, open it or change a locked one."),
    is_leads=True,
)
_KEYED = (TITLE,)
_AXIS = (
    ("field", _l("Field that it fills"), "one"),
    ("title", _l("Name"), "title"),
    ("low", _l("Lower end"), "title"),
    ("high", _l("Upper end"), "title"),
)
_ACROSS = {"x": _l("Axis to the right"), "y": _l("Axis upwards")}
AXES = tuple(
    Member(f"axes.{axis}.{name}", (_ACROSS[axis], label), sort, choices=scales, when=_has_axes)
    for axis in ("x", "y")
    for name, label, sort in _AXIS
)
QUARTERS = tuple(
    Member(f"quadrants.{name}", label, is_optional=True, when=_has_axes)
    for name, label in (
        ("low_low", _l("Quarter: left, down")),
        ("high_low", _l("Quarter: right, down")),
        ("low_high", _l("Quarter: left, up")),
        ("high_high", _l("Quarter: right, up")),
    )
)
CHECK_LISTINGS = tuple(
    Listing(
        name,
        _l("Conditions"),
        _l("Add a condition"),
        "check",
        (Member("lead", _l("Answered when"), "one", choices=fixed(CHECKS)),),
        has_name=False,
    )
    for name in ("all_of", "any_of")
)

PARTS: dict[str, Part] = {
    "method": Part(
        _l("Texts and layout"),
        schema.MethodSchema,
        (
            TITLE,
            Member("purpose", _l("What it is for"), "text"),
            Member("fits_when", _l("Fits when"), "text"),
            Member("does_not_fit_when", _l("Does not fit when"), "text"),
            Member("question", _l("What the board asks"), "text"),
            Member("layout", _l("Layout"), "one", choices=fixed(LAYOUTS)),
            Member("adds", _l("What can be added on the board"), "many", is_optional=True, choices=fixed(ADDS)),
            Member(
                "phase_name",
                _l("What one column is"),
                is_optional=True,
                when=lambda part, _m: part["layout"] == "matrix",
            ),
            Member(
                "lane_name",
                _l("What one row is"),
                is_optional=True,
                when=lambda part, _m: part["layout"] == "matrix",
            ),
        ),
        (
            Listing("kinds", _l("Kinds of note"), _l("Add a kind"), "kind"),
            Listing("phases", _l("Phases"), _l("Add a phase"), "phase", when=_is_matrix),
            Listing("lanes", _l("Lanes"), _l("Add a lane"), "lane", when=_is_matrix),
            Listing("zones", _l("Places"), _l("Add a place"), "zone"),
            Listing("links", _l("Kinds of arrow"), _l("Add a kind of arrow"), "link"),
            Listing("link_states", _l("How an arrow is doing"), _l("Add a state"), "link_state"),
            Listing("questions", _l("What the outcome answers"), _l("Add a question"), "question"),
            Listing("guide", _l("Step by step"), _l("Add a step"), "step"),
        ),
    ),
    "kind": Part(
        _l("Kind of note"),
        schema.KindSchema,
        (
            TITLE,
            Member("plural", _l("Name of several")),
            Member("hint", _l("What to write"), "text"),
            Member("tint", _l("Colour"), "one", choices=fixed(TINTS)),
            Member("icon", _l("Icon"), "line", _l("A name of the Lucide set, such as flag or message-circle.")),
            Member("entity", _l("Table that it fills in the output"), "line", _l("Small letters, digits and _.")),
            Member(
                "sets",
                _l("Fields that the kind itself fills in"),
                "values",
                _l("One on a line, the field's key and the value's: ring = core"),
                is_optional=True,
            ),
        ),
        (
            Listing(
                "fields",
                _l("Fields"),
                _l("Add a field"),
                "field",
                (Member("type", _l("Type"), "one", choices=fixed(TYPES)),),
            ),
        ),
    ),
    "field": Part(
        _l("Field"),
        schema.FieldSchema,
        (
            TITLE,
            Member("hint", _l("Hint"), "text", is_optional=True),
            Member("type", _l("Type"), "one", choices=fixed(TYPES)),
            Member("low", _l("Lower end"), when=_is_scale),
            Member("high", _l("Upper end"), when=_is_scale),
            Member("unit", _l("Unit"), is_optional=True, when=lambda part, _m: part.get("type") == "number"),
        ),
        (
            Listing(
                "choices",
                _l("Alternatives"),
                _l("Add an alternative"),
                "choice",
                when=lambda part: part.get("type") in ("choice", "choices"),
            ),
        ),
    ),
    "choice": Part(_l("Alternative"), schema.ChoiceSchema, _KEYED),
    "link": Part(
        _l("Kind of arrow"),
        schema.LinkSchema,
        (
            TITLE,
            Member("sentence", _l("As a sentence"), hint=_l("It stands between two names: PRH – hands over to → Kela")),
            Member("from", _l("From these kinds"), "many", _l("None means any."), True, kinds),
            Member("to", _l("To these kinds"), "many", _l("None means any."), True, kinds),
        ),
    ),
    "link_state": Part(_l("State of an arrow"), schema.LinkStateSchema, _KEYED),
    "zone": Part(
        _l("Place on the board"),
        schema.ZoneSchema,
        (
            TITLE,
            HINT,
            Member("sort", _l("How notes lie there"), "one", choices=fixed(SORTS)),
            Member("accepts", _l("Kinds that it takes"), "many", choices=kinds),
            SETS,
            *AXES,
            *QUARTERS,
            LOCKED,
        ),
    ),
    "phase": Part(
        _l("Phase"),
        schema.PhaseSchema,
        (
            TITLE,
            HINT,
            Member("takes", _l("Only these kinds"), "many", _l("None means any."), True, kinds),
            SETS,
            LOCKED,
        ),
    ),
    "lane": Part(
        _l("Lane"),
        schema.LaneSchema,
        (
            TITLE,
            HINT,
            Member("takes", _l("Kinds that it takes"), "many", choices=kinds),
            SETS,
            Member("line", _l("Name of a line above it"), is_optional=True),
            LOCKED,
        ),
    ),
    "question": Part(
        _l("Question"),
        schema.QuestionSchema,
        (Member("text", _l("Question"), "text"),),
    ),
    "step": Part(_l("Step"), members.TextSchema, (Member("", _l("What the facilitator does"), "text"),)),
    "check": Part(
        _l("Condition"),
        CheckSchema,
        (
            Member("kind", _l("Kind"), "one", choices=kinds, when=_leads_with("kind")),
            Member("zone", _l("Place on the board"), "one", choices=zones, when=_leads_with("zone")),
            Member("field", _l("Field"), "one", choices=fields, when=_leads_with("field")),
            Member("each_phase_has", _l("Kind"), "one", choices=kinds, when=_leads_with("each_phase_has")),
            Member(
                "links", _l("Kinds of arrow"), "many", _l("None means any."), choices=links, when=_leads_with("links")
            ),
            Member(
                "states", _l("In these states"), "many", _l("None means any."), True, link_states, _beside("states")
            ),
            Member("clusters", _l("How many"), "whole", when=_leads_with("clusters")),
            Member("of", _l("Only in this place"), "one", is_optional=True, choices=zones, when=_beside("of")),
            Member("kind", _l("Only this kind"), "one", is_optional=True, choices=kinds, when=_beside("kind")),
            Member(
                "values",
                _l("Only these values"),
                "words",
                _l("Keys of alternatives, one on a line."),
                True,
                when=_beside("values"),
            ),
            Member(
                "min",
                _l("At least how many"),
                "whole",
                _l("Left empty, one; of a field, all of the notes."),
                True,
                when=_beside("min"),
            ),
            Member("most", _l("At most how many in a phase"), "whole", is_optional=True, when=_beside("most")),
        ),
        CHECK_LISTINGS,
    ),
}


def part_of(where: Path) -> str | None:
    """Which kind of part stands at a path; None where there is none with a page."""
    name = "method"
    steps = list(where)
    while steps:
        step = steps.pop(0)
        if name == "question" and step == "check":
            name = "check"
            continue
        if name == "method" and step == "fields":
            listing = Listing("fields", "", "", "field")
        else:
            found = next((each for each in PARTS[name].listings if each.name == step), None)
            if found is None:
                return None
            listing = found
        if not steps or not isinstance(steps.pop(0), int):
            return None
        name = listing.part
    return name
