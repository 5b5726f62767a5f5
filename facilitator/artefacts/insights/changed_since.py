"""What changed since the version before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.insights.sentence import Insight, insight
from facilitator.artefacts.words import LANGUAGES

TEXT = {
    "fi": "Edellisen version ({version}) jälkeen: {what}.",
    "sv": "Sedan förra versionen ({version}): {what}.",
    "en": "Since the last version ({version}): {what}.",
}
WHAT = {
    "added": {"fi": "uusia lappuja {n}", "sv": "nya lappar {n}", "en": "new notes {n}"},
    "removed": {"fi": "poistettuja {n}", "sv": "borttagna {n}", "en": "removed {n}"},
    "moved": {"fi": "siirrettyjä {n}", "sv": "flyttade {n}", "en": "moved {n}"},
    "changed": {"fi": "muutettuja {n}", "sv": "ändrade {n}", "en": "changed {n}"},
    "links": {"fi": "muuttuneita suhteita {n}", "sv": "ändrade relationer {n}", "en": "changed relations {n}"},
}
RELATED = ("from", "to", "kind", "label", "state")


def changed_since(draft: Mapping[str, Any], before: Mapping[str, Any]) -> list[Insight]:
    """A note that both moved and says something else counts as both. Behind it are those that are still there."""
    now, then = ({item["id"]: item for item in each["items"]} for each in (draft, before))
    both = [item_id for item_id in now if item_id in then]
    meant = _meant(draft) | _meant(before)
    links, were = ({each["id"]: _of(each, RELATED) for each in told["relations"]} for told in (draft, before))
    found = {
        "added": [item_id for item_id in now if item_id not in then],
        "removed": [item_id for item_id in then if item_id not in now],
        "moved": [each for each in both if _place(now[each]) != _place(then[each])],
        "changed": [each for each in both if _said(now[each], meant) != _said(then[each], meant)],
        "links": [link for link in sorted(links | were) if links.get(link) != were.get(link)],
    }
    told = {what: len(ids) for what, ids in found.items() if ids}
    if not told:
        return []
    text = {
        each: TEXT[each].format(
            version=before["version"], what=", ".join(WHAT[what][each].format(n=n) for what, n in told.items())
        )
        for each in LANGUAGES
    }
    touched = {item_id for what in ("added", "moved", "changed") for item_id in found[what]}
    return [insight("changed_since", sum(told.values()), text, (item_id for item_id in now if item_id in touched))]


def _place(item: Mapping[str, Any]) -> tuple[Any, ...]:
    """Where it lies, by what makes a difference; what the place is called does not."""
    return tuple(item["place"].get(name) for name in ("zone", "x", "y"))


def _meant(artefact: Mapping[str, Any]) -> set[str]:
    """The fields that places say: a note that was moved says nothing else for that."""
    of_zones = {field for zone in artefact["zones"] for field in zone.get("sets") or {}}
    return of_zones | {axis["field"] for zone in artefact["zones"] for axis in (zone.get("axes") or {}).values()}


def _said(item: Mapping[str, Any], meant: set[str]) -> list[Any]:
    """What the note says, wherever it lies."""
    fields = {name: value for name, value in item["fields"].items() if name not in meant}
    return [item["kind"], item["text"], item["evidence"], fields]


def _of(thing: Mapping[str, Any], names: tuple[str, ...]) -> list[Any]:
    return [thing.get(name) for name in names]
