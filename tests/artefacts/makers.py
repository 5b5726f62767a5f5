"""Small boards by hand, and their artefacts."""

from __future__ import annotations

from typing import Any

from facilitator import methods
from facilitator.artefacts import derive

Items = dict[str, dict[str, Any]]

PROVENANCE: dict[str, Any] = {
    "programme": {"id": "prog", "title": "Sujuvat palvelut", "owner": "Valtion esimerkkivirasto"},
    "project": {
        "id": "proj",
        "title": "Yrityksen perustaminen",
        "applicant": "Koivurannan kunta",
        "case_number": "ESIM/1/2026",
        "phase": "running",
        "challenge": "Sama tieto kysytään kolmesti.",
        "challenge_at": "2026-09-30T09:00:00.000Z",
    },
    "workshop": {"id": "ws", "title": "Palvelupolku", "kind": "project", "order": 2, "starts_at": None},
    "board": {"id": "board", "title": "Ulkomaalainen yrittäjä"},
    "group": None,
    "question": "Missä polku katkeaa?",
    "document": "board",
    "epoch": "e1",
    "revision": 42,
    "taken_at": "2026-11-21T09:14:03.120Z",
    "taken_by": "facilitator",
    "participants": {"count": 3, "organisations": ["Koivurannan kunta", "PRH"]},
    "is_example": True,
    "replaces": None,
}


def board(method_key: str, **items: dict[str, Any]) -> Items:
    """A new board of the method with its zones and cells, and these items: `note_1` stands for `note:1`."""
    method = methods.load(method_key)
    zones = methods.zone_items(method)
    phases = [zone for zone in zones if zones[zone].get("axis") == "phase"]
    lanes = [zone for zone in zones if zones[zone].get("axis") == "lane"]
    cells = {f"{phase}/{lane.partition(':')[2]}": cell(phase, lane, zones) for phase in phases for lane in lanes}
    given = {name.replace("_", ":", 1): fields for name, fields in items.items()}
    return {"board": {"mode": "open", "authors": "names"}} | zones | cells | given


def cell(phase: str, lane: str, zones: Items) -> dict[str, Any]:
    """The zone where a phase and a lane meet."""
    return {"title": "", "sort": "flow", "accepts": zones[lane]["takes"], "phase": phase, "lane": lane}


def note(kind: str, text: str, zone: str = "zone:unplaced", **fields: Any) -> dict[str, Any]:
    """A note with the author that every note has on a board."""
    return (
        {"kind": kind, "text": text, "zone": zone, "author": "p:bjorn"}
        | ({} if "x" in fields else {"order": "a0"})
        | fields
    )


def link(source: str, target: str, kind: str, **fields: Any) -> dict[str, Any]:
    """An arrow."""
    return {"from": source, "to": target, "kind": kind, "author": "p:bjorn", **fields}


def ballot(title: str, sums: dict[str, int], **fields: Any) -> dict[str, Any]:
    """A closed ballot."""
    closed = {"title": title, "each": 3, "per_note": 2, "over": "notes", "open": False, "voters": 5, "secret": True}
    return closed | {"sums": sums} | fields


def artefact(method_key: str, items: Items, **changed: Any) -> dict[str, Any]:
    """The artefact of a board, frozen as version 1."""
    method = methods.load(method_key)
    return derive(method, items, {**PROVENANCE, **changed}, artefact_id="a" * 32, version=1, state="finished")


def challenge(**items: dict[str, Any]) -> dict[str, Any]:
    """A refined challenge: a note in each place, two questions, and a vote that chose one of them."""
    usual = {
        "note_1": note(
            "problem",
            "Yrittäjä kertoo saman asian kolmessa paikassa",
            "zone:problem",
            lang="fi",
            fields={"changed_why": "Hakemuksessa puhuttiin vain lomakkeesta", "evidence": "observed"},
        ),
        "note_2": note("affected", "Yksinyrittäjät ensimmäisenä vuonna", "zone:affected"),
        "note_3": note("finding", "Puolet hakemuksista täydennetään", "zone:evidence", fields={"evidence": "data"}),
        "note_4": note("cause", "Tieto ei kulje virastosta toiseen", "zone:causes"),
        "note_5": note(
            "change", "Tiedot annetaan kerran", "zone:change", fields={"measure": "Täydennyksiä alle joka kymmenes"}
        ),
        "note_6": note("left_out", "Verotus", "zone:limits"),
        "note_7": note("existing", "Naapurikunnan yksi tiski", "zone:existing"),
        "note_8": note(
            "partner",
            "PRH",
            "zone:partners",
            fields={"commits": "Avaa rajapinnan", "involvement_status": "committed"},
        ),
        "note_9": note("how_might_we", "Miten voisimme kysyä jokaisen tiedon vain kerran?", "zone:how_might_we"),
        "note_10": note("how_might_we", "Miten voisimme neuvoa ennen hakemusta?", "zone:how_might_we", order="a1"),
        "link_1": link("note:4", "note:1", "causes"),
        "ballot_1": ballot("Mistä aloitamme?", {"note:9": 5, "note:10": 2}, zones=["zone:how_might_we"]),
    }
    return artefact("challenge_canvas", board("challenge_canvas", **(usual | items)))


def onion(**items: dict[str, Any]) -> dict[str, Any]:
    """A stakeholder map of three, with a broken relation."""
    usual = {
        "note_1": note("customer", "Ulkomaalainen yrittäjä", "zone:core", lang="fi"),
        "note_2": note("state", "Migri", "zone:core", order="a1", angle=900, fields={"influence": 4}),
        "note_3": note("municipality", "Koivurannan kunta", "zone:direct", fields={"evidence": "heard"}),
        "link_1": link("note:2", "note:1", "information", state="broken", label="lupapäätös"),
    }
    return artefact("stakeholder_onion", board("stakeholder_onion", **(usual | items)))


def path(**items: dict[str, Any]) -> dict[str, Any]:
    """A service path with owners, pain points, an idea, a theme and an ended ballot."""
    usual = {
        "note_1": note("organisation", "PRH", "zone:apply/organisation"),
        "note_2": note("organisation", "Verohallinto", "zone:wait/organisation"),
        "note_3": note("pain_point", "Sama tieto kysytään kolmesti", "zone:apply/pain", fields={"severity": 4}),
        "note_4": note("pain_point", "Jono on pitkä", "zone:wait/pain", fields={"severity": 2}),
        "note_5": note("idea", "Yksi lomake", "zone:apply/idea"),
        "link_1": link("note:5", "note:3", "solves"),
        "cluster_1": {"title": "Odottaminen", "notes": ["note:4", "note:3"], "author": "p:bjorn"},
        "ballot_1": ballot("Mistä aloitetaan?", {"note:3": 3, "note:4": 2}),
    }
    return artefact("service_path", board("service_path", **(usual | items)))


def grid(**items: dict[str, Any]) -> dict[str, Any]:
    """A pain grid of two pain points and something that works."""
    usual = {
        "note_1": note("pain_point", "Lomake on vain suomeksi", "zone:grid", x=9_000, y=10_000),
        "note_2": note("pain_point", "Aukioloajat", "zone:grid", x=0, y=4_000),
        "note_3": note("works_well", "Neuvonta puhelimessa", "zone:works"),
    }
    return artefact("pain_grid", board("pain_grid", **(usual | items)))


def blank(**items: dict[str, Any]) -> dict[str, Any]:
    """A free board: an observation, a question, a decision, an action."""
    usual = {
        "note_1": note("observation", "Hakemuksista puolet täydennetään", "zone:known", lang="fi"),
        "note_2": note("question", "Kuka omistaa tiedon?", "zone:open", fields={"owner": "Koivurannan kunta"}),
        "note_3": note("decision", "Kokeillaan yhtä lomaketta", "zone:next", fields={"reason": "Vähiten työtä"}),
        "note_4": note(
            "action", "Piirretään lomake", "zone:next", order="a1", fields={"owner": "PRH", "due": "2027-01-15"}
        ),
    }
    return artefact("blank_with_zones", board("blank_with_zones", **(usual | items)))


def path_saying(text: str) -> dict[str, Any]:
    """A service path on which everything that people can write is this text."""
    items = board(
        "service_path",
        note_1=note("pain_point", text, "zone:apply/pain", fields={"severity": 4, "description": text}),
        note_2=note("idea", text, "zone:ideas", alternatives=[{"text": text, "by": "p:dana", "seq": 3}]),
        link_1=link("note:2", "note:1", "solves", state="broken", label=text),
        cluster_1={"title": text, "notes": ["note:1"], "author": "p:bjorn"},
        ballot_1=ballot(text, {"note:1": 3}),
        zone_ideas={"title": text, "sort": "flow", "accepts": ["idea"], "order": "a0"},
    )
    items["zone:apply"] = {**items["zone:apply"], "title": text}
    named = {"id": "x", "title": text}
    return artefact(
        "service_path",
        items,
        programme={**named, "owner": text},
        project={**named, "applicant": text, "case_number": text, "phase": "running"},
        workshop={**PROVENANCE["workshop"], "title": text},
        board=named,
        group=named,
        question=text,
        participants={"count": 1, "organisations": [text]},
    )


EVERY_METHOD = {
    "challenge_canvas": challenge,
    "stakeholder_onion": onion,
    "service_path": path,
    "pain_grid": grid,
    "blank_with_zones": blank,
}


def item(found: dict[str, Any], note_id: str) -> dict[str, Any]:
    """One item of an artefact."""
    return next(each for each in found["items"] if each["id"] == note_id)
