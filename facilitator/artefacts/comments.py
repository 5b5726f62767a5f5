"""What was said about notes and relations, in threads. Who said it is left behind here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from facilitator.artefacts.places import Items


def comments(
    items: Items, entities: Sequence[Mapping[str, Any]], told: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Every comment on a note or a relation (`told`) that is there, in reading order and then as they came."""
    reading = {each["id"]: index for index, each in enumerate((*entities, *told))}
    said = {item_id: fields for item_id, fields in items.items() if item_id.startswith("comment:")}
    threads = [item_id for item_id, fields in said.items() if fields["on"] in reading]
    threads.sort(key=lambda item_id: (reading[said[item_id]["on"]], _came(item_id, said)))
    return [
        {
            "id": item_id,
            "on": said[item_id]["on"],
            **_told(said[item_id]),
            "resolved": bool(said[item_id].get("resolved")),
            "answers": [{"id": each, **_told(said[each])} for each in _answers(item_id, said)],
        }
        for item_id in threads
    ]


def _answers(comment: str, said: Items) -> list[str]:
    return sorted(
        (each for each, fields in said.items() if fields["on"] == comment), key=lambda each: _came(each, said)
    )


def _came(comment: str, said: Items) -> tuple[str, str]:
    return said[comment].get("at") or "", comment


def _told(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {"text": fields["text"], "at": fields.get("at")}
