"""A board whose notes lie on a plane, and arrows between them: the same every time, whatever is measured with it."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

METHOD, ZONE = "stakeholder_power_interest", "zone:grid"
KINDS = ("state", "municipality", "ngo", "company", "citizens")
LINKS, STATES = ("information", "data", "service", "referral", "cooperation"), ("works", "weak", "broken", "planned")
WIDTH, HEIGHT = 168, 85  # as the plane draws a note of two to three lines
FAR = 900  # most arrows go to a note this near
TEXTS = (
    "Verohallinto antaa ennakkoperintärekisterin tiedot",
    "Kunnan yritysneuvonta ohjaa hakijan oikeaan paikkaan",
    "PRH käsittelee perusilmoituksen",
    "Työllisyyspalvelut arvioi starttirahan edellytykset",
)
OPEN_TO_ALL = {"id": str(uuid.UUID(int=1)), "type": "board.set", "fields": {"rewritten_by": "everybody"}}


@dataclass(frozen=True)
class Lying:
    """One note, in pixels of a plane of its own size."""

    x: int
    y: int
    text: str
    kind: str


def lying(count: int) -> Sequence[Lying]:
    """Apart from each other, in no rows."""
    random, columns = Random(5), max(1, round(count**0.5 * 0.82))
    return [
        Lying(
            (number % columns) * 205 + random.randrange(30),
            (number // columns) * 122 + random.randrange(26),
            f"{TEXTS[number % len(TEXTS)]} {number}",
            KINDS[number % len(KINDS)],
        )
        for number in range(count)
    ]


def tied(notes: Sequence[Lying], count: int) -> Sequence[tuple[int, int]]:
    """Pairs of notes by their numbers; nine of ten are near each other, as people put them."""
    random, found = Random(8), dict[tuple[int, int], None]()
    while len(found) < count:
        one, other = random.randrange(len(notes)), random.randrange(len(notes))
        far = abs(notes[one].x - notes[other].x) + abs(notes[one].y - notes[other].y)
        if one != other and (far < FAR or random.random() < 0.002):
            found[one, other] = None
    return list(found)


def operations(notes: Sequence[Lying], links: Sequence[tuple[int, int]]) -> Iterator[dict[str, Any]]:
    """What makes them."""
    width, height = max(note.x for note in notes) + WIDTH, max(note.y for note in notes) + HEIGHT
    ids = [f"note:{uuid.uuid4()}" for _ in notes]
    for note_id, note in zip(ids, notes, strict=True):
        x, y = (note.x + WIDTH / 2) / width, 1 - (note.y + HEIGHT / 2) / height
        place = {"zone": ZONE, "x": round(x * 10_000), "y": round(y * 10_000)}
        yield {
            "id": str(uuid.uuid4()),
            "type": "note.add",
            "note": note_id,
            "kind": note.kind,
            "text": note.text,
            **place,
        }
    for number, (one, other) in enumerate(links):
        link = f"link:{uuid.uuid4()}"
        ends = {"from": ids[one], "to": ids[other]}
        kind = LINKS[number % len(LINKS)]
        yield {"id": str(uuid.uuid4()), "type": "link.add", "link": link, "kind": kind, **ends}
        state = {"state": STATES[number % len(STATES)]}
        yield {"id": str(uuid.uuid4()), "type": "link.set", "link": link, "fields": state}


def anywhere(number: int) -> dict[str, Any]:
    """A place for whoever moves notes about."""
    return {"zone": ZONE, "x": number * 37 % 10_000, "y": number * 91 % 10_000}
