"""The faults that are played, by their number in the matrix (`docs/reliability.md`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import ModuleType

from tests.faults.drills import (
    copied,
    crowd,
    exported,
    full,
    hostile,
    killed,
    large,
    mid_step,
    offline,
    power,
    repeated,
    restored,
    revealed,
    revoked,
    rolled,
    skewed,
    slow,
    tail,
    thousands,
    two_processes,
    unkept,
    unreadable,
    upgraded,
)


@dataclass(frozen=True)
class Fault:
    """One line of the matrix. settings: of the server that it is played on."""

    what: str
    drill: ModuleType
    is_in_gate: bool = False
    settings: Mapping[str, str] = field(default_factory=dict)
    launched: str = ""  # with this part changed (tests/faults/launcher.py)
    is_alone: bool = False  # it measures how long others wait, so nothing runs beside it
    is_heavy: bool = False  # fifty clients or more in full: nothing runs beside that


BUDGETS_ON = {"FACILITATOR_LIMITS": "on"}

FAULTS: Mapping[str, Fault] = {
    "F1": Fault("the server is killed at random moments, under load", killed, is_in_gate=True, is_heavy=True),
    "F2": Fault("the server is ended in order and started again, under load", rolled, is_heavy=True),
    "F3": Fault("the disk is full, and has room again", full, launched="disk_small"),
    "F5": Fault("the last event of a burst is lost on its way; Redis is gone for a while", tail),
    "F6": Fault("no network: edits, a tab closed and reopened, something removed meanwhile", offline, is_in_gate=True),
    "F7": Fault(
        "messages doubled, swapped, lost, halved; ids used twice; a session played again",
        repeated,
        is_in_gate=True,
    ),
    "F8": Fault("readers who read slowly, or nothing", slow, is_alone=True),
    "F9": Fault("clocks a day apart, the server's set while people work, an hour that comes twice", skewed),
    "F10": Fault("killed between what was sent and its acknowledgement", power),
    "F11": Fault("two processes on one database, one of them held up", two_processes, is_in_gate=True, is_heavy=True),
    "F12": Fault("killed in silence, in a vote, with a timer running", mid_step, is_in_gate=True),
    "F13": Fault("something done in the very moment in which silence ends", revealed),
    "F14": Fault("frames that nobody can read", unreadable, is_in_gate=True),
    "F15": Fault("texts at their limit, over it, far over it", large),
    "F16": Fault(
        "ten thousand notes: many come, and all is taken along as files", thousands, launched="felt", is_alone=True
    ),
    "F17": Fault(
        "hundreds join at once from one address, and come back at once", crowd, settings=BUDGETS_ON, is_alone=True
    ),
    "F18": Fault("yesterday's backup is brought back under people who work", restored),
    "F19": Fault("backed up under load, served elsewhere, and upgraded from the first release's tables", copied),
    "F20": Fault(
        "whoever writes a file is killed, hangs, takes too much memory", exported, launched="files_held", is_alone=True
    ),
    "F21": Fault(
        "a flood of operations, windows without end, wrong codes by the thousand",
        hostile,
        settings=BUDGETS_ON,
        is_alone=True,
    ),
    "F22": Fault("access is lost in the middle of work", revoked, is_in_gate=True),
    "F23": Fault("pages that are older than the server after an upgrade; an upgrade taken back", upgraded),
    "F24": Fault("a browser that forbids keeping, or is full; two tabs of one person", unkept),
}
