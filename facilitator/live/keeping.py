"""Storing a room's state now and then, at a quiet moment, so that the next to open it reads only the end of the log."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError, OperationalError

from facilitator.engine import State
from facilitator.faults import told
from facilitator.hub.offload import offload
from facilitator.live import stored
from facilitator.live.log import Rewritten
from facilitator.models.transaction import write_lock

if TYPE_CHECKING:
    from facilitator.live.workings import Workings

EVERY = 1_000  # events, in a room that is quiet just now
AT_LATEST = 20_000  # events, in one that never is

logger = logging.getLogger(__name__)


class Keeper:
    """Knows how far one document is stored."""

    def __init__(self, document: str, workings: Workings, seq: int) -> None:
        """seq: that of the newest stored state; 0: there is none."""
        self.seq = seq
        self._document, self._workings = document, workings

    def is_due(self, state: State, *, is_quiet: bool) -> bool:
        """Whether so much has come that the state should be stored now."""
        return state.seq - self.seq >= (EVERY if is_quiet else AT_LATEST)

    def keep(self, epoch: str, state: State) -> None:
        """Store it. Nothing depends on it: after a failure a later moment is another try."""
        body = stored.written(state)
        try:
            with self._workings.engine.connect().execution_options(sqlite_immediate=True) as connection:
                if connection.dialect.name == "sqlite":
                    with write_lock:  # taken here, never in the thread
                        offload(_commit, connection, self._document, epoch, state.seq, body)
                else:
                    _commit(connection, self._document, epoch, state.seq, body)
        except Rewritten:
            return
        except IntegrityError:  # another process has just stored the same
            pass
        except OperationalError as fault:
            logger.error("a state was not stored", extra={"document": self._document, "fault": told(fault)})
            return
        self.seq = max(self.seq, state.seq)


def _commit(connection: Connection, document: str, epoch: str, seq: int, body: str) -> None:
    with connection.begin():
        stored.store(connection, document, epoch, seq, body)
