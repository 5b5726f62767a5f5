"""A method of which only the name is known: what its layout cannot do without, and everything else still to write."""

from __future__ import annotations

from typing import Any

LAYOUTS = ("columns", "matrix", "rings", "plane", "sectors", "network", "free")
_LOOKS = {
    "channel": "circle",
    "people": "square",
    "idea": "star",
    "step": "diamond",
    "data": "hexagon",
    "org": "puzzle",
    "pain": "triangle",
    "neutral": "tag",
}
_SORTS = {"rings": "ring", "plane": "plane", "network": "plane", "free": "plane"}


def blank(layout: str, title: dict[str, str]) -> dict[str, Any]:
    """The beginning of a method, as a file has it; it has faults until somebody has written what is missing.

    title: in one language at least.
    """
    method: dict[str, Any] = {
        "key": slug(next(iter(title.values())), "method"),
        "version": 1,
        "listed": 100,
        "layout": layout,
        "title": title,
        **{name: {} for name in ("purpose", "fits_when", "does_not_fit_when", "question")},
        **{name: [] for name in ("guide", "questions", "kinds", "links", "link_states", "adds", "zones")},
    }
    if layout == "matrix":
        method |= {"phases": [], "lanes": []}
    return method


def new_zone(layout: str, zone_id: str, title: dict[str, str]) -> dict[str, Any]:
    """A zone as this layout has them; it takes nothing yet."""
    return {"id": zone_id, "title": title, "sort": _SORTS.get(layout, "flow"), "accepts": []}


def new_own_kinds() -> dict[str, Any]:
    """Room for kinds that people name on a board: as many as there are colours, and what to write still to be told."""
    looks = [{"tint": tint, "icon": icon} for tint, icon in _LOOKS.items()]
    return {"most": 6, "hint": {}, "entity": "named_notes", "looks": looks, "fields": []}


def slug(text: str, otherwise: str) -> str:
    """A key that reads as the text does: small letters from a to z, digits and _."""
    plain = text.casefold().translate(_FOLDED)
    words = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in plain).split()
    key = "_".join(words)[:36].rstrip("_")
    return key if key[:1].isalpha() else f"{otherwise}_{key}".rstrip("_")[:36]


_FOLDED = str.maketrans(
    {"ä": "a", "å": "a", "á": "a", "ö": "o", "ø": "o", "é": "e", "è": "e", "ü": "u", "š": "s", "ž": "z"}
)
