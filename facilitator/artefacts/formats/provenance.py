"""Where an artefact comes from, as a list of names and values that the formats share."""

from __future__ import annotations

from facilitator.artefacts.formats.reader import Reader, Value


def provenance(reader: Reader) -> list[tuple[str, Value]]:
    """Each line of an artefact's origin in the reader's language; what is empty is left out."""
    artefact = reader.artefact
    told = artefact["provenance"]
    workshop = told["workshop"]
    method = artefact["method"]
    lines: list[tuple[str, Value]] = [
        ("title", reader.marked(artefact["title"])),
        ("question", reader.marked(told["question"])),
        ("programme", told["programme"]["title"]),
        ("owner", told["programme"]["owner"]),
        ("project", told["project"]["title"]),
        ("applicant", told["project"]["applicant"]),
        ("challenge", told["project"].get("challenge") or ""),
        ("case_number", told["project"]["case_number"]),
        ("workshop", reader.marked(workshop["title"])),
        ("workshop_kind", reader.say(f"kind_{workshop['kind']}")),
        ("workshop_order", workshop["order"]),
        ("group", told["group"]["title"] if told["group"] else ""),
        ("method", reader.method()),
        ("method_version", method["version"]),
        ("participants", told["participants"]["count"]),
        ("on_behalf", told.get("on_behalf", "")),
        ("organisations", ", ".join(told["participants"]["organisations"])),
        ("languages", ", ".join(told["languages"])),
        ("taken_at", reader.moment(told["taken_at"])),
        ("taken_by", reader.say(f"role_{told['taken_by']}")),
        ("version", artefact["version"]),
        ("standing", reader.how_far()),
        ("left_out", artefact.get("left_out", 0)),
        ("sources", "; ".join(reader.source(each) for each in told.get("sources", ()))),
        ("brought", reader.brought()),
        ("places_carried", _places_carried(reader)),
        ("replaces", told["replaces"] or ""),
        ("revision", told["revision"]),
        ("document", told["document"]),
        ("epoch", told["epoch"]),
        ("artefact_id", artefact["id"] or ""),
        ("licence", artefact["licence"] or reader.say("licence_unsaid")),
        ("example", reader.say("example_all_invented") if told["is_example"] else ""),
        ("content_digest", artefact["content_digest"]),
        ("digest", artefact["digest"]),
    ]
    return [(reader.say(name), value) for name, value in lines if value != ""]


def _places_carried(reader: Reader) -> str:
    """Phases, lanes and other places that were made of something, by the output that they come from."""
    found: dict[str, list[str]] = {}
    for zone in reader.artefact["zones"]:
        if came := reader.came_from(zone):
            found.setdefault(came, []).append(reader.words(zone["title"]))
    return "; ".join(f"{came}: {', '.join(titles)}" for came, titles in found.items())
