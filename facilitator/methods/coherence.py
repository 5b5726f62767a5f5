"""Whether the names in one method agree with each other.

Each rule is a generator of faults, (where, what), over a method whose shape is already known to be right. They tell
what a facilitator would otherwise meet on the day: a lane that takes a kind which does not exist, an axis that fills
nothing, a question that nothing can answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from facilitator.methods.reasons import Reason, because

Path = tuple[str | int, ...]
Fault = tuple[Path, Reason]

UNPLACED = "zone:unplaced"  # every map has it, so no file may define it
LISTED = ("choice", "choices")
SCALED = ("scale5", "emotion")

# The sort of zone that each layout arranges; flow zones may lie beside it.
NEEDED = {"matrix": None, "rings": "ring", "columns": "flow", "sectors": "flow"} | dict.fromkeys(
    ("plane", "network", "free"), "plane"
)
ADDABLE = ("columns", "sectors")


def faults(method: Mapping[str, Any]) -> Iterator[Fault]:
    """Every disagreement, in the order of the file."""
    yield from _repeated_keys(method)
    yield from _layout(method)
    for index, kind in enumerate(method["kinds"]):
        yield from _kind(("kinds", index), kind, method)
    yield from _own_kinds(method)
    yield from _same_column(method["kinds"])
    for index, link in enumerate(method["links"]):
        for end in ("from", "to"):
            yield from _unknown(("links", index, end), link.get(end, []), _keys(method["kinds"]), "kind")
    for index, zone in enumerate(method["zones"]):
        yield from _zone(("zones", index), zone, method)
    for index, phase in enumerate(method.get("phases", [])):
        yield from _strip(("phases", index), phase, method)
    for index, lane in enumerate(method.get("lanes", [])):
        yield from _strip(("lanes", index), lane, method)
    for index, question in enumerate(method["questions"]):
        yield from _check(("questions", index, "check"), question["check"], method)


def _keys(things: Iterable[Mapping[str, Any]], name: str = "key") -> list[str]:
    return [thing[name] for thing in things]


def _unknown(where: Path, names: Iterable[str], known: Iterable[str], noun: str) -> Iterator[Fault]:
    known = set(known)
    for name in names:
        if name not in known:
            yield where, because(f"{noun}.unknown", name=name)


def _repeated(where: Path, names: Iterable[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield where, because("twice", name=name)
        seen.add(name)


def _repeated_keys(method: Mapping[str, Any]) -> Iterator[Fault]:
    for part in ("kinds", "links", "link_states", "questions"):
        yield from _repeated((part,), _keys(method[part]))
    yield from _repeated(("variants",), _keys(method.get("variants", [])))
    yield from _repeated(("adds",), method["adds"])
    yield from _repeated(("carries",), _keys(method.get("carries", []), "type"))
    for index, each in enumerate(method.get("carries", [])):
        if each["as"] not in method["adds"]:
            yield ("carries", index, "as"), because("value.unfit", value=each["as"], name="adds")
    ids = [UNPLACED, *(zone_id for part in ("phases", "lanes", "zones") for zone_id in _ids(method, part))]
    yield from _repeated(("zones",), ids)


def _ids(method: Mapping[str, Any], part: str) -> list[str]:
    return _keys(method.get(part, []), "id")


def _layout(method: Mapping[str, Any]) -> Iterator[Fault]:
    """A layout has what it arranges, and nothing that it could not show."""
    layout, sorts = method["layout"], {zone["sort"] for zone in method["zones"]}
    for part in ("phases", "lanes"):
        if layout == "matrix" and part not in method:
            yield (part,), because("matrix.needs")
        if layout != "matrix" and part in method:
            yield (part,), because("matrix.only")
    needed = NEEDED[layout]
    if needed and needed not in sorts:
        yield ("zones",), because("layout.needs", layout=layout, sort=needed)
    for sort in sorted(sorts - {"flow", needed}):
        yield ("zones",), because("layout.no_room", layout=layout, sort=sort)
    for thing in ("phase", "lane"):
        if thing in method["adds"] and layout != "matrix":
            yield ("adds",), because("adds.matrix", thing=thing)
    if "zone" in method["adds"] and layout not in ADDABLE:
        yield ("adds",), because("adds.zone")


def _kind(where: Path, kind: Mapping[str, Any], method: Mapping[str, Any]) -> Iterator[Fault]:
    yield from _repeated((*where, "fields"), _keys(kind["fields"]))
    for index, field in enumerate(kind["fields"]):
        yield from _field((*where, "fields", index), field)
    yield from _sets((*where, "sets"), kind.get("sets", {}), [kind])
    homes = [*(zone["accepts"] for zone in method["zones"]), *(lane["takes"] for lane in method.get("lanes", []))]
    if not any(kind["key"] in home for home in homes):
        yield where, because("kind.homeless", name=kind["key"])


def _own_kinds(method: Mapping[str, Any]) -> Iterator[Fault]:
    """They are told apart by their tints, have a table of their own, and lie in places that take every kind."""
    own = method.get("own_kinds")
    for index, kind in enumerate(method["kinds"]):
        if kind["key"].startswith("own_"):
            yield ("kinds", index, "key"), because("own.key")
        if own and kind["entity"] == own["entity"]:
            yield ("own_kinds", "entity"), because("own.entity", name=kind["key"])
    if not own:
        return
    if method["layout"] != "columns":
        yield ("own_kinds",), because("own.columns")
    yield from _repeated(("own_kinds", "looks"), _keys(own["looks"], "tint"))
    yield from _repeated(("own_kinds", "looks"), _keys(own["looks"], "icon"))
    if len(own["looks"]) < own["most"]:
        yield ("own_kinds", "looks"), because("own.looks")
    yield from _repeated(("own_kinds", "fields"), _keys(own["fields"]))
    for index, field in enumerate(own["fields"]):
        yield from _field(("own_kinds", "fields", index), field)


def _field(where: Path, field: Mapping[str, Any]) -> Iterator[Fault]:
    if (field["type"] in LISTED) != ("choices" in field):
        yield (*where, "choices"), because("choices.needed")
    for end in ("low", "high"):
        if (field["type"] in SCALED) != (end in field):
            yield (*where, end), because("ends.needed")
    if "unit" in field and field["type"] != "number":
        yield (*where, "unit"), because("unit.number")
    yield from _repeated((*where, "choices"), _keys(field.get("choices", [])))


def _same_column(kinds: list[Mapping[str, Any]]) -> Iterator[Fault]:
    """Kinds of one entity share a table, so a field's name there means one thing."""
    columns: dict[tuple[str, str], tuple[str, list[str]]] = {}
    for index, kind in enumerate(kinds):
        for place, field in enumerate(kind["fields"]):
            meaning = (field["type"], _keys(field.get("choices", [])))
            if columns.setdefault((kind["entity"], field["key"]), meaning) != meaning:
                yield (
                    ("kinds", index, "fields", place),
                    because("field.differs", entity=kind["entity"], name=field["key"]),
                )


def _zone(where: Path, zone: Mapping[str, Any], method: Mapping[str, Any]) -> Iterator[Fault]:
    yield from _unknown((*where, "accepts"), zone["accepts"], _keys(method["kinds"]), "kind")
    yield from _repeated((*where, "accepts"), zone["accepts"])
    accepted = [kind for kind in method["kinds"] if kind["key"] in zone["accepts"]]
    yield from _sets((*where, "sets"), zone.get("sets", {}), accepted)
    if (zone["sort"] == "plane" and method["layout"] == "plane") != ("axes" in zone):
        yield (*where, "axes"), because("axes.plane")
    if "axes" not in zone and "quadrants" in zone:
        yield (*where, "quadrants"), because("quadrants.axes")
    axes = zone.get("axes", {})
    for name, axis in axes.items():
        for kind in accepted:
            if _fields(kind).get(axis["field"], {}).get("type") != "scale5":
                yield (*where, "axes", name, "field"), because("kind.no_scale", kind=kind["key"], name=axis["field"])
    if axes and axes["x"]["field"] == axes["y"]["field"]:
        yield (*where, "axes"), because("axes.same")


def _strip(where: Path, strip: Mapping[str, Any], method: Mapping[str, Any]) -> Iterator[Fault]:
    """A phase or a lane. What it sets is a field of at least one of the kinds that come into its cells."""
    takes = strip.get("takes", _keys(method["kinds"]))
    yield from _unknown((*where, "takes"), takes, _keys(method["kinds"]), "kind")
    for name, value in strip.get("sets", {}).items():
        having = [kind for kind in method["kinds"] if kind["key"] in takes and name in _fields(kind)]
        if not having:
            yield (*where, "sets", name), because("kinds.no_field", name=name)
        yield from _sets((*where, "sets"), {name: value}, having)


def _fields(kind: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {field["key"]: field for field in kind["fields"]}


def _sets(where: Path, values: Mapping[str, Any], kinds: Iterable[Mapping[str, Any]]) -> Iterator[Fault]:
    for kind in kinds:
        for name, value in values.items():
            field = _fields(kind).get(name)
            if field is None:
                yield (*where, name), because("kind.no_field", kind=kind["key"], name=name)
            elif not fits(field, value):
                yield (*where, name), because("value.unfit", value=repr(value), name=name)


def fits(field: Mapping[str, Any], value: object) -> bool:
    """Whether a file may name this value: only where the possible values can be counted."""
    kind = field["type"]
    if kind in LISTED:
        return value in _keys(field.get("choices", []))
    if kind == "flag":
        return isinstance(value, bool)
    if kind in SCALED:
        least, most = (1, 5) if kind == "scale5" else (-2, 2)
        return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
    return False


def _check(where: Path, check: Mapping[str, Any], method: Mapping[str, Any]) -> Iterator[Fault]:
    for several in ("all_of", "any_of"):
        for index, inner in enumerate(check.get(several, [])):
            yield from _check((*where, several, index), inner, method)
    kinds, zones = _keys(method["kinds"]), [UNPLACED, *_ids(method, "zones")]
    for word, known, noun in (("kind", kinds, "kind"), ("zone", zones, "zone"), ("of", zones, "zone")):
        if word in check:
            yield from _unknown((*where, word), [check[word]], known, noun)
    yield from _unknown((*where, "links"), check.get("links", []), _keys(method["links"]), "link")
    yield from _unknown((*where, "states"), check.get("states", []), _keys(method["link_states"]), "state")
    if "each_phase_has" in check:
        taken = [kind for lane in method.get("lanes", []) for kind in lane["takes"]]
        if check["each_phase_has"] not in taken:
            yield (*where, "each_phase_has"), because("lane.not_taking", name=check["each_phase_has"])
    if "field" in check:
        yield from _checked_field(where, check, method)


def _checked_field(where: Path, check: Mapping[str, Any], method: Mapping[str, Any]) -> Iterator[Fault]:
    """The field is there in some of the notes that the check looks at, and so are its values."""
    looked_at = [
        kind
        for kind in method["kinds"]
        if check.get("kind", kind["key"]) == kind["key"]
        and all(kind["key"] in zone["accepts"] for zone in method["zones"] if zone["id"] == check.get("of"))
    ]
    found = [_fields(kind)[check["field"]] for kind in looked_at if check["field"] in _fields(kind)]
    if not found:
        yield (*where, "field"), because("notes.no_field", name=check["field"])
    for value in check.get("values", []):
        if found and not any(fits(field, value) for field in found):
            yield (*where, "values"), because("value.unfit", value=repr(value), name=check["field"])
