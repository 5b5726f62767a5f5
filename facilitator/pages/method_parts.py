"""What each part of a method has to fill in, and which lists lie below it. The pages of the editor are made from this.

A part's members are told by their names in the file, `axes.x.title` for one that lies deeper.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from facilitator.methods import example, members, schema
from facilitator.methods.checks import CheckSchema
from facilitator.methods.coherence import Path
from facilitator.pages.language import in_language
from facilitator.pages.method_part import (
    Listing,
    Member,
    Part,
    added,
    beside,
    fields,
    fixed,
    has,
    has_axes,
    is_matrix,
    is_scale,
    kinds,
    leads_with,
    link_states,
    links,
    may_carry,
    places,
    scales,
    zones,
)
from facilitator.pages.method_tables import ASKED, FIELDS, LOOK, OWN_KINDS, TABLE
from facilitator.pages.method_terms import ADDS, CHECKS, LAYOUTS, SORTS, TINTS, TYPES
from facilitator.pages.terms import ENTITY_TYPES, KINDS

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
TEXT = Member("text", _l("Text"), "text")
_KEYED = (TITLE,)
_AXIS = (
    ("field", _l("Field that it fills"), "one"),
    ("title", _l("Name"), "title"),
    ("low", _l("Lower end"), "title"),
    ("high", _l("Upper end"), "title"),
)
_ACROSS = {"x": _l("Axis to the right"), "y": _l("Axis upwards")}
AXES = tuple(
    Member(f"axes.{axis}.{name}", (_ACROSS[axis], label), sort, choices=scales, when=has_axes)
    for axis in ("x", "y")
    for name, label, sort in _AXIS
)
QUARTERS = tuple(
    Member(f"quadrants.{name}", label, is_optional=True, when=has_axes)
    for name, label in (
        ("low_low", _l("Quarter: left, down")),
        ("high_low", _l("Quarter: right, down")),
        ("low_high", _l("Quarter: left, up")),
        ("high_high", _l("Quarter: right, up")),
    )
)
GIVEN = (
    Member("kind", _l("Kind"), "one", choices=kinds),
    Member(
        "zone",
        _l("Place on the board"),
        "one",
        _l("Every board has the note there from the beginning, and nobody changes it."),
        choices=places,
    ),
)
CARRY = (
    Member("type", _l("What is carried"), "one", choices=fixed(ENTITY_TYPES)),
    Member(
        "as",
        _l("What it becomes"),
        "one",
        _l("Unasked, on a board that begins from outputs. The method's own then give way."),
        choices=added,
    ),
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
                "listed",
                _l("Place in the list of methods"),
                "whole",
                _l("Where a method for a new board is chosen: the smaller the number, the earlier."),
                is_optional=True,
            ),
            Member(
                "first_for",
                _l("First for these workshops"),
                "many",
                _l("There it comes before the programme's other methods."),
                True,
                fixed(KINDS),
            ),
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
            Listing("phases", _l("Phases"), _l("Add a phase"), "phase", when=is_matrix),
            Listing("lanes", _l("Lanes"), _l("Add a lane"), "lane", when=is_matrix),
            Listing("zones", _l("Places"), _l("Add a place"), "zone"),
            Listing("links", _l("Kinds of arrow"), _l("Add a kind of arrow"), "link"),
            Listing("link_states", _l("How an arrow is doing"), _l("Add a state"), "link_state"),
            Listing("variants", _l("What a board may show"), _l("Add a variant"), "variant"),
            Listing("questions", _l("What the outcome answers"), _l("Add a question"), "question"),
            Listing("guide", _l("Step by step"), _l("Add a step"), "step"),
            Listing("given", _l("Given notes"), _l("Add a given note"), "given", GIVEN),
            Listing("tables", _l("Derived tables"), _l("Add a derived table"), "table", ASKED),
            Listing(
                "carries",
                _l("What carried things become"),
                _l("Add what carried things become"),
                "carry",
                CARRY,
                when=may_carry,
                has_name=False,
            ),
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
        (FIELDS,),
    ),
    "field": Part(
        _l("Field"),
        schema.FieldSchema,
        (
            TITLE,
            Member("hint", _l("Hint"), "text", is_optional=True),
            Member("type", _l("Type"), "one", choices=fixed(TYPES)),
            Member("low", _l("Lower end"), when=is_scale),
            Member("high", _l("Upper end"), when=is_scale),
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
    "table": TABLE,
    "own_kinds": OWN_KINDS,
    "look": LOOK,
    "link": Part(
        _l("Kind of arrow"),
        schema.LinkSchema,
        (
            TITLE,
            Member("sentence", _l("As a sentence"), hint=_l("It stands between two names: PRH – hands over to → Kela")),
            Member("from", _l("From these kinds"), "many", _l("None means any."), True, kinds),
            Member("to", _l("To these kinds"), "many", _l("None means any."), True, kinds),
            Member(
                "acyclic",
                _l("Never in a circle"),
                "flag",
                _l("An arrow that would lead back to where one began is refused."),
            ),
        ),
    ),
    "link_state": Part(_l("State of an arrow"), schema.LinkStateSchema, _KEYED),
    "variant": Part(_l("What a board may show"), schema.VariantSchema, _KEYED),
    "carry": Part(_l("What carried things become"), schema.CarrySchema, CARRY),
    "given": Part(_l("Given note"), example.GivenSchema, (TEXT, *GIVEN)),
    "example": Part(
        _l("Worked example"),
        example.ExampleSchema,
        (TITLE, Member("question", _l("What the board asks"), "text")),
        (
            Listing("notes", _l("Notes of the example"), "", "example_note", can_grow=False),
            Listing("links", _l("Arrows of the example"), "", "example_link", when=has("links"), can_grow=False),
            Listing("themes", _l("Themes of the example"), "", "example_theme", when=has("themes"), can_grow=False),
        ),
    ),
    "example_note": Part(_l("Note of the example"), example.ExampleNoteSchema, (TEXT,)),
    "example_link": Part(
        _l("Arrow of the example"), example.ExampleLinkSchema, (Member("label", _l("Its words"), is_optional=True),)
    ),
    "example_theme": Part(_l("Theme of the example"), example.ExampleThemeSchema, _KEYED),
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
            Member("kind", _l("Kind"), "one", choices=kinds, when=leads_with("kind")),
            Member("zone", _l("Place on the board"), "one", choices=zones, when=leads_with("zone")),
            Member("field", _l("Field"), "one", choices=fields, when=leads_with("field")),
            Member("each_phase_has", _l("Kind"), "one", choices=kinds, when=leads_with("each_phase_has")),
            Member(
                "links", _l("Kinds of arrow"), "many", _l("None means any."), choices=links, when=leads_with("links")
            ),
            Member("states", _l("In these states"), "many", _l("None means any."), True, link_states, beside("states")),
            Member("clusters", _l("How many"), "whole", when=leads_with("clusters")),
            Member("of", _l("Only in this place"), "one", is_optional=True, choices=zones, when=beside("of")),
            Member("kind", _l("Only this kind"), "one", is_optional=True, choices=kinds, when=beside("kind")),
            Member(
                "values",
                _l("Only these values"),
                "words",
                _l("Keys of alternatives, one on a line."),
                True,
                when=beside("values"),
            ),
            Member(
                "min",
                _l("At least how many"),
                "whole",
                _l("Left empty, one; of a field, all of the notes."),
                True,
                when=beside("min"),
            ),
            Member("most", _l("At most how many in a phase"), "whole", is_optional=True, when=beside("most")),
        ),
        CHECK_LISTINGS,
    ),
}


SINGLE = {"question": ("check",), "method": ("example", "own_kinds")}  # what a part has one of, with a page of its own


def part_with_texts(name: str, value: Any, method: Mapping[str, Any]) -> Part:
    """A part of this name, with the texts that this very one holds beside what all have."""
    return replace(PARTS[name], members=(*PARTS[name].members, *_texts_in(name, value, method)))


def _texts_in(name: str, value: Any, method: Mapping[str, Any]) -> Iterator[Member]:
    """What a note's fields say in several languages; what the example calls places, and its ballot."""
    if name in ("given", "example_note"):
        titles = fields(method)
        for key, said in value.get("fields", {}).items():
            if isinstance(said, Mapping):
                yield Member(f"fields.{key}", in_language(titles.get(key, {})) or key, is_optional=True)
    elif name == "example":
        for zone in value.get("names", {}):
            if "." not in zone:
                yield Member(f"names.{zone}", _("What %(place)s is called", place=zone.partition(":")[2]))
        if "ballot" in value:
            yield Member("ballot.title", _l("What was voted on"))


def part_of(where: Path) -> str | None:
    """Which kind of part stands at a path; None where there is none with a page."""
    name = "method"
    steps = list(where)
    while steps:
        step = steps.pop(0)
        if step in SINGLE.get(name, ()):
            name = str(step)
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
