"""F9: clocks are wrong. People's by a day, the server's is set by an hour while they work; and an hour comes twice."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
import uuid
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from itertools import pairwise
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from tests.faults.checkers.timer import same_end_for_all
from tests.faults.client import Client
from tests.faults.drill import Drill
from tests.faults.drills.mid_step import floor, timer
from tests.faults.evidence import Evidence
from tests.faults.window import Window
from tests.faults.wishes import new_note, op

LIBRARY = "faketime/libfaketime.so.1"  # Debian's package faketime
HOME = ZoneInfo("Europe/Helsinki")
HOUR, DAY = 3_600.0, 86_400.0
SEEN_SECONDS = 3.0  # that long the library rests between two looks at its file
NIGHT_SECONDS = 3.0  # before the hour comes a second time
TIMER_SECONDS = 600
A_DAY_AHEAD = f"""
const Right = Date;
window.Date = class extends Right {{
  constructor(...how) {{ how.length ? super(...how) : super(Right.now() + {DAY * 1000}); }}
  static now() {{ return Right.now() + {DAY * 1000}; }}
}};
"""


def play(drill: Drill) -> Evidence:
    """A night first; then an hour on, and an hour back, with a timer, a code and sessions that were there before."""
    clock = _put_under_a_clock(drill)
    _through_the_night(drill, clock)
    clock.write_text("+0")
    drill.server.stop()
    drill.server.start()
    clients = drill.come_all(max(4, drill.size.clients // 2))
    window = drill.open_window(A_DAY_AHEAD)
    started = _start_timer(drill)
    code = json.loads(drill.call(1, "POST", "/device-codes").body)["link"]
    timers = [timer(drill, number) for number in (0, 1)]
    for hours in (1, -1) * drill.size.rounds:
        _set(drill, clock, hours * HOUR)
        _write_by_turns(drill, clients)
        timers += [timer(drill, number) for number in (0, 1, 2)]
        _shows(drill, window, timers[-1][1])
        if time.monotonic() - started < 100 and not _opens(drill, code):
            drill.unsettled.append("a code for another device has ended before its time")
    window.person.page.reload()
    drill.until(window.is_saved, 15, "who came before the clock was set is not known any more")
    _set(drill, clock, 0)
    drill.settle()
    stamps = [row["at"] for row in drill.log()[drill.head() - len(clients) :]]
    if any(after < before for before, after in pairwise(stamps)):
        drill.unsettled.append("the times in the log went back")
    return drill.evidence(timers=timers, page=window.trace())


def _put_under_a_clock(drill: Drill) -> Path:
    """The server is started anew with a clock that a file sets; that by which it waits stays the machine's."""
    found = next(Path("/usr/lib").glob(f"*/{LIBRARY}"), None)
    assert found, "faketime is needed"
    clock = drill.folder / "clock"
    drill.server.env |= {
        "LD_PRELOAD": str(found),
        "FAKETIME_TIMESTAMP_FILE": str(clock),
        "FAKETIME_CACHE_DURATION": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "TZ": HOME.key,
    }
    return clock


def _through_the_night(drill: Drill, clock: Path) -> None:
    """A timer runs through the moment in which four o'clock becomes three again."""
    ahead = round(_last_turn().timestamp() - NIGHT_SECONDS - time.time())
    clock.write_text(f"{ahead:+d}")
    drill.server.stop()
    drill.server.start()
    _start_timer(drill)
    timers = [timer(drill, 1)]
    drill.until(lambda: _ahead(drill) + time.time() > _last_turn().timestamp() + 1, 30, "the hour did not come twice")
    timers += [timer(drill, number) for number in (0, 1)]
    drill.unsettled += [f"in the night {each}" for each in same_end_for_all(timers)]


def _last_turn() -> datetime:
    """The last moment in which the clocks went back: 01:00 UTC of October's last Sunday."""
    now = datetime.now(UTC)
    for year in (now.year, now.year - 1):
        end = datetime(year, 10, 31, 1, tzinfo=UTC)
        turn = end - timedelta(days=(end.weekday() + 1) % 7)
        if turn < now:
            break
    assert turn.astimezone(HOME).fold == 1, turn
    return turn


def _start_timer(drill: Drill) -> float:
    """Returns when, by the harness's own steady clock."""
    drill.call(0, "POST", floor(drill) + "/ops", [op(drill.random, "timer.start", seconds=TIMER_SECONDS)])
    return time.monotonic()


def _set(drill: Drill, clock: Path, ahead: float) -> None:
    """Set the server's clock, and see that it is."""
    clock.write_text(f"{ahead:+.0f}")
    drill.until(lambda: abs(_ahead(drill) - ahead) < SEEN_SECONDS, 15, "the server's clock was not set")


def _ahead(drill: Drill) -> float:
    """How far the server's machine is ahead, by what its web server says in each answer."""
    with urllib.request.urlopen(f"{drill.server.url}/healthz", timeout=10) as answer:
        return parsedate_to_datetime(answer.headers["Date"]).timestamp() - time.time()


def _write_by_turns(drill: Drill, clients: list[Client]) -> None:
    """Those a day ahead and those a day behind, one after the other: what they call it by tells nobody the order."""
    for number, client in enumerate(clients):
        wish = new_note(client.random, f"Eri kello {number}")
        drill.act(client, {**wish, "id": _dated_id(client.random, DAY if number % 2 else -DAY)})
        drill.until(lambda client=client: not client.pending, 10, "a note was not acknowledged")


def _dated_id(random: Random, ahead: float) -> str:
    """A UUIDv7 (RFC 9562, 5.7) as a device makes it whose clock is so far ahead."""
    at = int((time.time() + ahead) * 1_000)
    return str(uuid.UUID(int=at << 80 | 7 << 76 | random.getrandbits(12) << 64 | 2 << 62 | random.getrandbits(62)))


def _shows(drill: Drill, window: Window, ends_at: str) -> None:
    """The browser shows what is left, begun seconds counted, whatever its own clock says."""
    ends = datetime.fromisoformat(ends_at).timestamp()

    def is_right() -> bool:
        shown = window.person.page.get_by_role("timer").all_text_contents()
        minutes, seconds = (shown or ["0:0"])[0].split(":")
        return -0.5 <= 60 * int(minutes) + int(seconds) - (ends - time.time()) <= 1.5

    drill.until(is_right, 10, "the browser does not show what is left of the timer")


def _opens(drill: Drill, link: str) -> bool:
    try:
        with urllib.request.urlopen(drill.server.url + "/" + link.split("/", 3)[3], timeout=10) as answer:
            return answer.status == 200
    except urllib.error.HTTPError as answer:
        answer.close()
        return False
