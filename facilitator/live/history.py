"""A document's past: its state at any seq, and what was done lately. Long logs are read in pages: others go on."""

from __future__ import annotations

from typing import Any

from facilitator.engine import MOST_ACTS, State, acts_of, empty
from facilitator.hub.offload import offload
from facilitator.live import log, stored
from facilitator.live.folding import rules_of
from facilitator.live.workings import Workings

PAGE = 1_000  # events; reading and folding them is felt by nobody
TRIES = 3


def state_at(workings: Workings, document: str, seq: int) -> tuple[str, State]:
    """The epoch, and the state after the event of this number. Raises KeyError if there is no such event."""
    for _ in range(TRIES):
        epoch, state = _fold_to(workings, document, seq)
        with workings.reading() as connection:
            if log.heads(connection, [document])[document][0] == epoch:  # else it was rewritten meanwhile
                return epoch, state
    raise KeyError(document)


def lately(workings: Workings, document: str, viewer: str) -> tuple[int, list[dict[str, Any]]]:
    """The last event's number, and the last acts that this person may see, newest first."""
    with workings.reading() as connection:
        epoch, head = log.heads(connection, [document])[document]
        rules = rules_of(connection, document)
        kept = stored.newest(connection, document, epoch, head, stored.LAST)
    bases = [*(each.state(document, rules) for each in kept), empty(document, rules)]
    for base in bases:
        with workings.reading() as connection:
            events = log.read(connection, document, base.seq)
        told = offload(acts_of, base, events, viewer)
        if len(told) == MOST_ACTS:
            break
    return head, told


def _fold_to(workings: Workings, document: str, seq: int) -> tuple[str, State]:
    with workings.reading() as connection:
        epoch, head = log.heads(connection, [document])[document]
        if not 1 <= seq <= head:
            raise KeyError(seq)
        state = empty(document, rules_of(connection, document))
        for kept in stored.newest(connection, document, epoch, seq):
            state = kept.state(document, state.rules)
    while state.seq < seq:
        with workings.reading() as connection:
            page = log.read(connection, document, state.seq, min(PAGE, seq - state.seq))
        if not page:  # it begins anew just now, and is shorter
            raise KeyError(seq)
        for event in page:
            state.absorb(event)
        workings.sleep(0)
    return epoch, state
