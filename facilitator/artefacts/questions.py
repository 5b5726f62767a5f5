"""The method's guide questions, and what on the board answers them.

What each check means is said in `facilitator/methods/schema.py`. A question is answered by ids: of notes, links,
clusters or ballots. One that nothing answers has an empty list, never a part of an answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from facilitator.artefacts.entities import value_of

Draft = Mapping[str, Any]  # an artefact under way: items, relations, clusters, votes, zones and vocabulary are there
Check = Mapping[str, Any]
Found = list[str] | None  # the ids that answer; None when they are too few


def questions(method: Mapping[str, Any], draft: Draft) -> list[dict[str, Any]]:
    """Each guide question, in the method's order."""
    told = []
    for question in method["questions"]:
        found = answer(question["check"], draft)
        told.append(
            {"key": question["key"], "text": question["text"], "answered": found is not None, "by": list(found or [])}
        )
    return told


def answer(check: Check, draft: Draft) -> Found:
    """What answers the check, or None."""
    return next(read for word, read in _READERS.items() if word in check)(check, draft)


def _enough(found: list[str], least: int) -> Found:
    return found if len(found) >= least else None


def _asked(_check: Check, _draft: Draft) -> Found:
    """Only people know; they say it elsewhere."""
    return None


def _all_of(check: Check, draft: Draft) -> Found:
    found = [answer(inner, draft) for inner in check["all_of"]]
    return None if None in found else _together(found)


def _any_of(check: Check, draft: Draft) -> Found:
    found = [answer(inner, draft) for inner in check["any_of"]]
    return None if all(each is None for each in found) else _together(found)


def _together(found: list[Found]) -> list[str]:
    return list(dict.fromkeys(item_id for each in found for item_id in each or []))


def _each_phase_has(check: Check, draft: Draft) -> Found:
    phases = [zone["id"] for zone in draft["zones"] if zone.get("axis") == "phase"]
    lying = [
        (item["place"].get("phase"), item["id"]) for item in draft["items"] if item["kind"] == check["each_phase_has"]
    ]
    if not phases or set(phases) - {phase for phase, _ in lying}:
        return None
    crowd = max(Counter(phase for phase, _ in lying if phase in phases).values())
    if crowd > check.get("most", crowd):
        return None
    return [item_id for phase, item_id in lying if phase]


def _clusters(check: Check, draft: Draft) -> Found:
    return _enough([cluster["id"] for cluster in draft["clusters"] if cluster["title"]], check["clusters"])


def _voted(_check: Check, draft: Draft) -> Found:
    return _enough([each["ballot"] for each in draft["votes"] if not each["open"] and each["voters"]], 1)


def _links(check: Check, draft: Draft) -> Found:
    found = [
        relation["id"]
        for relation in draft["relations"]
        if (not check["links"] or relation["kind"] in check["links"])
        and ("states" not in check or relation["state"] in check["states"])
    ]
    return _enough(found, check.get("min", 1))


def _field(check: Check, draft: Draft) -> Found:
    """A note whose kind has no such field is not asked for it."""
    able = {
        kind["key"]
        for kind in draft["vocabulary"]["kinds"]
        if check["field"] in {field["key"] for field in kind["fields"]}
    }
    asked = [item for item in _notes(check, draft, zone="of") if item["kind"] in able]
    found = [item["id"] for item in asked if _is_filled(value_of(item, check["field"]), check.get("values"))]
    return _enough(found, check["min"] if "min" in check else max(1, len(asked)))


def _is_filled(value: Any, wanted: list[Any] | None) -> bool:
    if value is None:
        return False
    if wanted is None:
        return True
    values = value if isinstance(value, list) else [value]
    return any(each in wanted for each in values)


def _zone_or_kind(check: Check, draft: Draft) -> Found:
    return _enough([item["id"] for item in _notes(check, draft, zone="zone")], check.get("min", 1))


def _notes(check: Check, draft: Draft, zone: str) -> list[Mapping[str, Any]]:
    """The notes that a check looks at; `zone` is the check's own word for where."""
    lying = [item for item in draft["items"] if zone not in check or item["place"]["zone"] == check[zone]]
    return [item for item in lying if "kind" not in check or item["kind"] == check["kind"]]


_READERS: Mapping[str, Callable[[Check, Draft], Found]] = {  # the leading words, in the schema's order
    "asked": _asked,
    "all_of": _all_of,
    "any_of": _any_of,
    "each_phase_has": _each_phase_has,
    "clusters": _clusters,
    "voted": _voted,
    "links": _links,
    "field": _field,
    "zone": _zone_or_kind,
    "kind": _zone_or_kind,
}
