"""Methods that programmes made themselves, by the key and the version that a board holds.

A version is never changed, so what was read once is kept; it was checked when it was saved, and a board opens with it
also where later checks know better.
"""

from __future__ import annotations

import json

from sqlalchemy import Connection, select

from facilitator import methods
from facilitator.extensions import db
from facilitator.methods import Method
from facilitator.methods.schema import opened
from facilitator.models import MethodVersion

MARKS = ("own_", "try_")  # no key of the library begins so
MOST_KEPT = 64

_kept: dict[tuple[str, int], Method] = {}


def find(key: str, version: int | None, connection: Connection | None = None) -> Method | None:
    """One version, the newest if none is named. connection: where it is read; the request's session if not given."""
    if not key.startswith(MARKS):
        return None
    if version is not None and (key, version) in _kept:
        return _kept[key, version]
    wanted = select(MethodVersion.version, MethodVersion.body).where(MethodVersion.key == key)
    if version is not None:
        wanted = wanted.where(MethodVersion.version == version)
    row = (
        (db.session if connection is None else connection)
        .execute(wanted.order_by(MethodVersion.version.desc()).limit(1))
        .first()
    )
    return None if row is None else _keep(key, row.version, row.body)


def load_on(connection: Connection, key: str, version: int) -> Method:
    """As `methods.load`, where there is a connection and no request. Raises KeyError."""
    return find(key, version, connection) or methods.load(key, version)


def _keep(key: str, version: int, body: str) -> Method:
    """With the key by which boards know it, since another programme's may be called the same."""
    while len(_kept) >= MOST_KEPT:
        del _kept[next(iter(_kept))]
    method = opened(json.loads(body)) | {"key": key, "version": version}
    _kept[key, version] = method
    return method
