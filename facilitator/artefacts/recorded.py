"""What a board holds for the record itself: decisions, actions, open questions, lessons.

They are notes like the others and stay among them; here they are listed as what they are, so that nobody has to know
the method to find what was decided and who does what next.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Entities = Sequence[Mapping[str, Any]]


def recorded(entities: Entities, relations: Sequence[Mapping[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The four lists, each in reading order. A question is open until a note or a field answers it."""
    answered = {relation["to"] for relation in relations if relation["kind"] == "answers"}
    answered |= {entity["id"] for entity in entities if entity["fields"].get("answer")}
    return {
        "decisions": [_told(each, by="decided_by", reason="reason") for each in _of("decisions", entities)],
        "actions": [_told(each, owner="owner", due="due", status="status") for each in _of("actions", entities)],
        "open_questions": [
            _told(each, owner="owner") for each in _of("questions", entities) if each["id"] not in answered
        ],
        "lessons": [_told(each) for each in _of("lessons", entities)],
    }


def _of(entity: str, entities: Entities) -> Iterable[Mapping[str, Any]]:
    return (each for each in entities if each["entity"] == entity)


def _told(entity: Mapping[str, Any], **members: str) -> dict[str, Any]:
    return {"id": entity["id"], "text": entity["text"]} | {
        member: entity["fields"].get(field) for member, field in members.items()
    }
