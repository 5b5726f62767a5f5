"""How often a service path hands the customer to another organisation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from facilitator.artefacts.insights.sentence import Insight, counted, insight

ONE = {
    "fi": "Asiakas siirtyy organisaatiosta toiseen kerran.",
    "sv": "Kunden byter organisation en gång.",
    "en": "The customer changes organisation once.",
}
MANY = {
    "fi": "Asiakas siirtyy organisaatiosta toiseen {n} kertaa.",
    "sv": "Kunden byter organisation {n} gånger.",
    "en": "The customer changes organisation {n} times.",
}


def borders(owners: Sequence[str | None]) -> int:
    """How many times the path goes from one organisation to another.

    owners: who is responsible, in path order; None where nobody is named yet, which counts as no border: an unknown
    owner must not look like a handover.

    >>> borders(["kela", "kela", None, "espoo", "dvv"])
    2
    """
    return sum(before != after for before, after in pairwise(filter(None, owners)))


def handovers(draft: Mapping[str, Any]) -> list[Insight]:
    """Said once at least two owners are named; the same name in other letters is the same organisation."""
    owners = [item for item in draft["items"] if item["entity"] == "organisations" and _is_owner(item)]
    count = borders([" ".join(owner["text"].casefold().split()) for owner in owners])
    if len(owners) < 2:
        return []
    return [insight("handovers", count, counted(count, ONE, MANY), (owner["id"] for owner in owners))]


def _is_owner(item: Mapping[str, Any]) -> bool:
    """It lies on the path, and is not said to be there in another part than the responsible one."""
    return "phase" in item["place"] and item["fields"].get("part") in (None, "responsible")
