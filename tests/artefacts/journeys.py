"""Boards on which there is something to see: a path that wanders, and people whom nobody has asked."""

from __future__ import annotations

from typing import Any

from tests.artefacts.makers import artefact, board, link, note


def told(found: dict[str, Any], key: str) -> list[tuple[int, str, list[str]]]:
    """The insights of this kind: figure, Finnish sentence, notes behind."""
    return [(each["value"], each["text"]["fi"], each["notes"]) for each in found["insights"] if each["key"] == key]


def wandering(**items: dict[str, Any]) -> dict[str, Any]:
    """From the web to a letter and back, the same certificate asked for twice, and steps that are nobody's."""
    usual = {
        "note_1": note("step", "Huomaan tarpeen", "zone:notice/step"),
        "note_2": note("step", "Täytän lomakkeen", "zone:apply/step"),
        "note_3": note("step", "Odotan päätöstä", "zone:wait/step"),
        "note_4": note("organisation", "Migri", "zone:apply/organisation"),
        "note_5": note("organisation", "DVV"),
        "note_6": note("touchpoint", "Sähköinen lomake", "zone:apply/touchpoint", fields={"channel": ["web_service"]}),
        "note_7": note("touchpoint", "Täydennyspyyntö", "zone:wait/touchpoint", fields={"channel": ["letter"]}),
        "note_8": note("touchpoint", "Päätös", "zone:continue/touchpoint", fields={"channel": ["letter", "e_mail"]}),
        "note_9": note("data_flow", "Tulotodistus", "zone:apply/data", fields={"already_held": True}),
        "note_10": note("data_flow", " tulotodistus", "zone:wait/data"),
        "note_11": note("data_flow", "Osoite", "zone:wait/data", order="a1"),
    }
    return artefact("service_path", board("service_path", **(usual | items)))


def talked_about(**items: dict[str, Any]) -> dict[str, Any]:
    """Of three stakeholders one was heard."""
    usual = {
        "note_1": note("customer", "Yrittäjä", "zone:core", fields={"evidence": "assumption"}),
        "note_2": note("state", "Migri", "zone:core", order="a1", fields={"involvement_status": "committed"}),
        "note_3": note("ngo", "Neuvola ry", "zone:direct"),
        "link_1": link("note:2", "note:1", "information", state="works"),
    }
    return artefact("stakeholder_onion", board("stakeholder_onion", **(usual | items)))


def weary() -> dict[str, Any]:
    """The same path with what wears people out: waiting, a low mood, and data that they carry themselves."""
    return wandering(
        note_3=note("step", "Odotan päätöstä", "zone:wait/step", fields={"wait_days_max": 30}),
        note_11=note("data_flow", "Osoite", "zone:wait/data", order="a1", fields={"state": "manual"}),
        note_12=note("emotion", "Ei taas", "zone:wait/emotion", fields={"feeling": -2}),
    )


def around() -> dict[str, Any]:
    """A network with somebody in the middle and in one sector."""
    centre = note("people", "Yrittäjä", "zone:centre")
    items = board("actor_network", note_1=centre, note_2=note("organisation", "Neuvola ry", "zone:ngo"))
    return artefact("actor_network", items)
