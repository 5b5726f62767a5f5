"""A small method that is right in every way, for tests to spoil one thing at a time."""

from __future__ import annotations

from typing import Any


def words(text: str) -> dict[str, str]:
    """One text in the three languages."""
    return {"fi": f"{text} suomeksi", "sv": f"{text} på svenska", "en": text}


def a_kind(key: str, **more: Any) -> dict[str, Any]:
    """A kind of note with the shared field `details`."""
    return {
        "key": key,
        "title": words(key),
        "plural": words(f"{key}s"),
        "hint": words("One to a note"),
        "icon": "flag",
        "tint": "neutral",
        "entity": f"{key}s",
        "fields": ["details"],
        **more,
    }


def a_scale(key: str) -> dict[str, Any]:
    """A field of type scale5 with worded ends."""
    return {"key": key, "title": words(key), "type": "scale5", "low": words("Low"), "high": words("High")}


def duty_rota() -> dict[str, Any]:
    """A matrix that the library does not have: two tasks in two lanes, with a way to add both."""
    return {
        "key": "duty_rota",
        "version": 1,
        "listed": 90,
        "layout": "matrix",
        "title": words("Duty rota"),
        "purpose": words("Shows who does what."),
        "fits_when": words("There is work to share."),
        "does_not_fit_when": words("Nobody is there to do it."),
        "question": words("Who does what?"),
        "guide": [words("Write the tasks first.")],
        "questions": [{"key": "who", "text": words("Who answers for each?"), "check": {"each_phase_has": "party"}}],
        "fields": [{"key": "details", "title": words("Details"), "type": "text"}],
        "kinds": [a_kind("party"), a_kind("rule")],
        "links": [
            {"key": "tells", "title": words("Tells"), "sentence": words("tells"), "from": ["party"], "to": ["party"]}
        ],
        "link_states": [{"key": "works", "title": words("Works")}],
        "adds": ["phase", "lane"],
        "zones": [],
        "phases": [{"id": "zone:plan", "title": words("Plan")}, {"id": "zone:do", "title": words("Do")}],
        "lanes": [
            {"id": "zone:who", "title": words("Who"), "takes": ["party"]},
            {"id": "zone:rules", "title": words("Rules"), "takes": ["rule"]},
        ],
    }


def own_columns() -> dict[str, Any]:
    """Columns that the library does not have, where people may name kinds of note."""
    method = duty_rota() | {
        "key": "own_columns",
        "layout": "columns",
        "questions": [{"key": "who", "text": words("Who answers?"), "check": {"kind": "party"}}],
        "kinds": [a_kind("party")],
        "own_kinds": {
            "most": 2,
            "hint": words("One to a note"),
            "entity": "named",
            "looks": [{"tint": "people", "icon": "square"}, {"tint": "data", "icon": "circle"}],
            "fields": ["details"],
        },
        "links": [],
        "adds": ["zone"],
        "zones": [{"id": "zone:all", "title": words("All"), "sort": "flow", "accepts": ["party"]}],
    }
    return {name: value for name, value in method.items() if name not in ("phases", "lanes")}


def impact_effort() -> dict[str, Any]:
    """A plane that the library does not have: one kind, two scales."""
    ends = {"low": words("Low"), "high": words("High")}
    method = duty_rota() | {
        "key": "impact_effort",
        "layout": "plane",
        "questions": [{"key": "first", "text": words("What first?"), "check": {"zone": "zone:grid", "min": 1}}],
        "kinds": [a_kind("idea", fields=["details", a_scale("impact"), a_scale("effort")])],
        "links": [],
        "adds": [],
        "zones": [
            {
                "id": "zone:grid",
                "title": words("Impact and effort"),
                "sort": "plane",
                "accepts": ["idea"],
                "axes": {
                    "x": {"field": "effort", "title": words("Effort"), **ends},
                    "y": {"field": "impact", "title": words("Impact"), **ends},
                },
            }
        ],
    }
    return {name: value for name, value in method.items() if name not in ("phases", "lanes")}


def sectors() -> dict[str, Any]:
    """A centre with two sectors around it, which the library does not have."""
    zones = [
        {"id": f"zone:{key}", "title": words(key), "sort": "flow", "accepts": ["party"]}
        for key in ("middle", "left", "right")
    ]
    method = own_columns() | {"key": "sectors", "layout": "sectors", "zones": zones}
    return {name: value for name, value in method.items() if name != "own_kinds"}


def free_ground(layout: str) -> dict[str, Any]:
    """Ground without axes: a network or a free board."""
    method = impact_effort() | {"key": layout, "layout": layout}
    return method | {"zones": [{name: value for name, value in method["zones"][0].items() if name != "axes"}]}
