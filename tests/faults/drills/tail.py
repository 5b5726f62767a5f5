"""F5: the last event is lost on the way to some, or Redis is not there, and nothing follows. `head` closes the gap."""

from __future__ import annotations

from tests.faults.client import Client
from tests.faults.drill import Drill
from tests.faults.evidence import Evidence
from tests.faults.line import Trouble
from tests.faults.wishes import new_note
from tests.redis_server import RedisServer

ON_THE_WAY_SECONDS = 0.5  # a message that is lost must have come to where it is lost
CLOSED_SECONDS = 6.0


def play(drill: Drill) -> Evidence:
    """Half of the people lose the end of each burst; then two processes lose what they hear of each other by."""
    clients = drill.come_all(max(4, drill.size.clients // 4))
    writer, losers = clients[0], [client for client in clients[1::2] if client.wire_kind == "websocket"]
    for _ in range(drill.size.rounds):
        for client in losers:
            client.line.trouble = Trouble(lost=1.0)
        _write_last(drill, writer)
        drill.wait(ON_THE_WAY_SECONDS)
        for client in losers:
            drill.on_loop(client.line.heal)
        _expect_closed(drill)
    _lose_redis(drill)
    drill.settle()
    return drill.evidence()


def _lose_redis(drill: Drill) -> None:
    """Redis ends while people work at two processes. Each serves its own all the time, and has what the other wrote."""
    redis = RedisServer()
    drill.ends_with(redis)
    redis.start()
    at_each = [_come_to_another(drill, redis) for _ in range(2)]
    drill.until(lambda: all(client.is_up for client in at_each), 20, "not everybody came to the other processes")
    redis.stop()
    drill.start_acting(at_each)
    drill.wait(drill.size.away_seconds)
    drill.stop_acting()
    drill.until(lambda: not any(client.pending for client in at_each), 5, "without Redis, something was not answered")
    for writer in at_each:
        _write_last(drill, writer)
        _expect_closed(drill)
    redis.start()
    _write_last(drill, at_each[0])
    _expect_closed(drill)


def _come_to_another(drill: Drill, redis: RedisServer) -> Client:
    number = len(drill.clients) + 1
    return drill.come(number, line=drill.line(f"guest{number}", drill.beside(REDIS_URL=redis.url)))


def _write_last(drill: Drill, writer: Client) -> None:
    drill.act(writer, new_note(writer.random, "Viimeinen"))
    drill.until(lambda: not writer.pending, 10, "a note was not acknowledged")


def _expect_closed(drill: Drill) -> None:
    head = drill.head()
    drill.until(
        lambda: all(client.copy.seq == head for client in drill.clients),
        CLOSED_SECONDS,
        "the gap at the end was not closed",
    )
