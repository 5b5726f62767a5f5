"""The floor's timer. It shows time and does nothing else: it is silent, locks nothing and discards nothing.

Running it is `{ends_at, seconds}`, paused `{left_ms, seconds}`: the moment lies in the log, so it goes on through a
restart. seconds: its whole length.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, ClassVar

from facilitator.engine.floor import FloorOperation
from facilitator.engine.operation import Decision, decides, decides_in_time
from facilitator.engine.state import FLOOR, Actor, Change, Refusal, State, put, stamp

MOST_SECONDS = 14_400  # four hours


@dataclass(frozen=True, slots=True, kw_only=True)
class StartTimer(FloorOperation):
    type: ClassVar[str] = "timer.start"

    seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AddTimer(FloorOperation):
    type: ClassVar[str] = "timer.add"

    seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseTimer(FloorOperation):
    type: ClassVar[str] = "timer.pause"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeTimer(FloorOperation):
    type: ClassVar[str] = "timer.resume"


@dataclass(frozen=True, slots=True, kw_only=True)
class EndTimer(FloorOperation):
    type: ClassVar[str] = "timer.end"


@decides_in_time(StartTimer)
def start_timer(state: State, op: StartTimer, actor: Actor, now: datetime) -> Decision:
    """Begin so many seconds from now, whatever ran before."""
    if not 1 <= op.seconds <= MOST_SECONDS:
        return Refusal("number.wrong", {"most": MOST_SECONDS})
    return [_running(1_000 * op.seconds, op.seconds, now)]


@decides_in_time(AddTimer)
def add_timer(state: State, op: AddTimer, actor: Actor, now: datetime) -> Decision:
    """Give more time. One that has run out goes on from now: who asks for a minute gets a whole one."""
    timer = state.root.get("timer")
    if timer is None:
        return Refusal("timer.none")
    left, seconds = _left_ms(timer, now) + 1_000 * op.seconds, timer["seconds"] + op.seconds
    if op.seconds < 1 or left > 1_000 * MOST_SECONDS:
        return Refusal("number.wrong", {"most": MOST_SECONDS})
    return [_paused(left, seconds) if "left_ms" in timer else _running(left, seconds, now)]


@decides_in_time(PauseTimer)
def pause_timer(state: State, op: PauseTimer, actor: Actor, now: datetime) -> Decision:
    """Hold the time that is left; nothing changes where none runs."""
    timer = state.root.get("timer")
    if timer is None or "left_ms" in timer or not (left := _left_ms(timer, now)):
        return []
    return [_paused(left, timer["seconds"])]


@decides_in_time(ResumeTimer)
def resume_timer(state: State, op: ResumeTimer, actor: Actor, now: datetime) -> Decision:
    """Go on with the time that was held; nothing changes where none is."""
    timer = state.root.get("timer")
    if timer is None or "left_ms" not in timer:
        return []
    return [_running(timer["left_ms"], timer["seconds"], now)]


@decides(EndTimer)
def end_timer(state: State, op: EndTimer, actor: Actor) -> Decision:
    """Take the timer away."""
    return [put(FLOOR, {"timer": None})] if "timer" in state.root else []


def _running(left_ms: int, seconds: int, now: datetime) -> Change:
    ends_at = stamp(now + timedelta(milliseconds=left_ms))
    return put(FLOOR, {"timer": {"ends_at": ends_at, "seconds": seconds}})


def _paused(left_ms: int, seconds: int) -> Change:
    return put(FLOOR, {"timer": {"left_ms": left_ms, "seconds": seconds}})


def _left_ms(timer: dict[str, Any], now: datetime) -> int:
    """What is left at this moment; never below nothing."""
    if "left_ms" in timer:
        return int(timer["left_ms"])
    left = datetime.fromisoformat(timer["ends_at"]) - now
    return max(0, left // timedelta(milliseconds=1))
