"""What the words of a method's file are called: its layouts, colours, types and conditions."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

LAYOUTS = {
    "columns": _l("Columns"),
    "matrix": _l("Phases and lanes"),
    "rings": _l("Rings"),
    "plane": _l("Two axes"),
    "sectors": _l("A centre and sectors"),
    "network": _l("A network on free ground"),
    "free": _l("Free ground"),
}
TINTS = {
    "step": _l("Blue"),
    "channel": _l("Turquoise"),
    "org": _l("Violet"),
    "pain": _l("Red"),
    "idea": _l("Yellow"),
    "people": _l("Pink"),
    "data": _l("Green"),
    "neutral": _l("Grey"),
}
TYPES = {
    "text": _l("Text"),
    "choice": _l("One of several"),
    "choices": _l("Several of several"),
    "scale5": _l("Scale from 1 to 5"),
    "emotion": _l("Feeling from −2 to 2"),
    "flag": _l("Yes or no"),
    "number": _l("Whole number"),
    "date": _l("Day"),
    "stakeholder": _l("Name of a stakeholder"),
    "organisation": _l("Name of an organisation"),
    "stakeholders": _l("Names of stakeholders"),
    "organisations": _l("Names of organisations"),
    "reference": _l("Document or register, no person"),
    "link": _l("Web address"),
    "item": _l("Another note"),
}
SORTS = {"flow": _l("Notes one below another"), "ring": _l("Ring"), "plane": _l("Free place on a plane")}
ADDS = {"phase": _l("phases"), "lane": _l("lanes"), "zone": _l("places")}
CHECKS = {
    "asked": _l("People say so themselves"),
    "kind": _l("There are notes of a kind"),
    "zone": _l("There are notes in a place"),
    "field": _l("A field has been filled in"),
    "links": _l("There are arrows"),
    "each_phase_has": _l("Each phase has a note of a kind"),
    "clusters": _l("There are named themes"),
    "voted": _l("A vote was held"),
    "all_of": _l("All of several conditions"),
    "any_of": _l("One of several conditions"),
}
