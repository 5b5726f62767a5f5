"""What may stand in the way of a backup or a restore."""

from __future__ import annotations

from facilitator.errors import Conflict


class BackupFailed(Conflict):
    """The copy was not made; nothing lies under its name."""

    code = "backup.failed"


class RestoreFailed(Conflict):
    """The backup was not brought back; the database is as it was."""

    code = "restore.failed"
