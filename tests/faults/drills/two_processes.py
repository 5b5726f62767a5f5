"""F11: two processes serve one board from one database; people come to either; one of them is held up, and goes on."""

from __future__ import annotations

import os
import signal

from tests.faults.drill import Drill
from tests.faults.evidence import Evidence
from tests.redis_server import RedisServer

CONVERGED_SECONDS = 1.0


def play(drill: Drill) -> Evidence:
    """Everybody works on both; nothing rests on which process answers."""
    redis = RedisServer()
    drill.ends_with(redis)
    redis.start()
    first, second = (drill.beside(REDIS_URL=redis.url) for _ in range(2))
    count = max(6, drill.size.clients // 2)
    for number in range(1, count + 1):
        server = second if number % 2 else first
        drill.come(number, "polling" if number % 3 == 0 else "websocket", drill.line(f"guest{number}", server))
    drill.until(lambda: all(client.is_up for client in drill.clients), 30, "not everybody came in")
    drill.start_acting()
    drill.wait(drill.size.acting_seconds)
    os.kill(second.pid, signal.SIGSTOP)
    drill.wait(drill.size.away_seconds)
    os.kill(second.pid, signal.SIGCONT)
    drill.wait(drill.size.acting_seconds)
    drill.stop_acting()
    drill.until(lambda: not any(client.pending for client in drill.clients), 15, "not everything was answered")
    drill.healed_at = drill.history.now()
    drill.settle(CONVERGED_SECONDS)
    return drill.evidence(server_log=drill.server.read_log() + second.read_log())
