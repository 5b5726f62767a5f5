"""Whether the database has room. A full disk is told to everybody on the board; what they write stays with them.

Found out by a commit that failed; that it is over, by one that did not, or by nobody trying any more.
"""

from __future__ import annotations

import sqlite3
import time

from sqlalchemy.exc import DBAPIError

FULL = "storage.full"
BELIEVED_SECONDS = 15.0  # whoever waits tries again every few seconds, so after this nobody does

_SQLITE = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR_WRITE,  # the process may write no larger files
    sqlite3.SQLITE_IOERR_SHMSIZE,
    sqlite3.SQLITE_IOERR_SHMOPEN,
}
_POSTGRESQL = "53100"


class Storage:
    """What one room knows of it."""

    def __init__(self) -> None:
        self._full_at: float | None = None

    @property
    def is_full(self) -> bool:
        """Whether somebody has just tried, in vain."""
        return self._full_at is not None and time.monotonic() - self._full_at < BELIEVED_SECONDS

    @property
    def told(self) -> dict[str, bool]:
        """As `head` says it: nothing while all is well."""
        return {"full": True} if self.is_full else {}

    def refused(self, fault: BaseException) -> bool:
        """A commit has failed. True if it found no room, and that is new."""
        if not is_full(fault):
            return False
        is_new, self._full_at = not self.is_full, time.monotonic()
        return is_new

    def took(self) -> bool:
        """A commit went through. True if there was no room before."""
        was_full, self._full_at = self.is_full, None
        return was_full


def is_full(fault: BaseException) -> bool:
    """Whether this is the database's word for a disk that takes no more."""
    said = fault.orig if isinstance(fault, DBAPIError) else None
    return getattr(said, "sqlite_errorcode", None) in _SQLITE or getattr(said, "sqlstate", None) == _POSTGRESQL
