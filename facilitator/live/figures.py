"""What the rooms of this process count, and how full they are when somebody asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from facilitator import measures
from facilitator.engine import Event
from facilitator.live.wishes import Again, Answer, Refused

if TYPE_CHECKING:
    from facilitator.live.batch import Bundle
    from facilitator.live.rooms import Rooms

UNREAD = "unread"  # the type of what could not be read as an operation


def count_batch(bundles: Sequence[Bundle], answers: Sequence[list[Answer] | None]) -> None:
    """What became of every operation of a batch."""
    found: Counter[tuple[str, str]] = Counter()
    for bundle, answered in zip(bundles, answers, strict=True):
        outcomes = ["not_saved"] * len(bundle.wishes) if answered is None else map(_outcome, answered)
        types = (wish.operation.type for wish in bundle.wishes)
        found.update(zip(types, outcomes, strict=True))
    for (type_, outcome), count in found.items():
        measures.operations.labels(type_, outcome).inc(count)


def count_unread(refused: Iterable[Refused]) -> None:
    """What was refused before it reached a room."""
    for each in refused:
        measures.operations.labels(UNREAD, each.code).inc()


def _outcome(answer: Answer) -> str:
    if isinstance(answer, Event):
        return "accepted"
    return "repeated" if isinstance(answer, Again) else answer.code


class RoomsCollector(Collector):
    """How full the rooms are at this moment."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms

    def collect(self) -> Iterator[Metric]:
        """Rooms, people, windows, and what waits."""
        rooms = self._rooms.all()
        seats = [seat for room in rooms for seat in list(room.seats.values())]
        persons = {seat.person for seat in seats}
        waiting = sum(seat.wire.waiting for seat in seats if seat.wire is not None)
        yield GaugeMetricFamily("facilitator_rooms", "Documents open in this process.", len(rooms))
        yield GaugeMetricFamily("facilitator_people", "People connected to this process.", len(persons))
        yield GaugeMetricFamily("facilitator_seats", "Windows of boards connected to this process.", len(seats))
        queued = sum(room.waiting for room in rooms)
        yield GaugeMetricFamily("facilitator_waiting_messages", "Messages that wait for their room to decide.", queued)
        yield GaugeMetricFamily("facilitator_waiting_bytes", "Bytes that wait for slow readers.", waiting)
