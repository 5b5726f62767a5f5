"""Tasks for which nobody answers, or more than one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.insights.sentence import Insight, insight, quoted
from facilitator.artefacts.words import LANGUAGES

TEXT = {
    "fi": "Näillä tehtävillä ei ole tasan yhtä vastaavaa: {tasks}.",
    "sv": "De här uppgifterna har inte exakt en ansvarig: {tasks}.",
    "en": "These tasks do not have exactly one who answers for them: {tasks}.",
}


def open_tasks(draft: Mapping[str, Any]) -> list[Insight]:
    """Said once somebody has a role in some task. A task is a phase; behind it are the roles that are there."""
    roles = [item for item in draft["items"] if item["entity"] == "roles" and "phase" in item["place"]]
    if not roles:
        return []
    answering = Counter(role["place"]["phase"] for role in roles if role["fields"].get("role") == "accountable")
    tasks = [zone for zone in draft["zones"] if zone.get("axis") == "phase" and answering[zone["id"]] != 1]
    if not tasks:
        return []
    text = {
        each: TEXT[each].format(tasks=", ".join(quoted(task["title"], each) for task in tasks)) for each in LANGUAGES
    }
    open_ones = {task["id"] for task in tasks}
    behind = (role["id"] for role in roles if role["place"]["phase"] in open_ones)
    return [insight("open_tasks", len(tasks), text, behind)]
