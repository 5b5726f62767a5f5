"""Methods of a programme's own: begun as a copy, from nothing or from a file; drafted, kept in versions, shared."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from facilitator import method_words, methods, shelf
from facilitator.config import LANGUAGES
from facilitator.errors import Conflict, Invalid, NotThere
from facilitator.extensions import db
from facilitator.hub.offload import offload
from facilitator.methods import Method
from facilitator.methods.blank import LAYOUTS, blank
from facilitator.methods.coherence import Fault
from facilitator.methods.file import MOST_BYTES, parsed, unkeepable, written
from facilitator.methods.locks import unlocked
from facilitator.methods.reasons import FaultyMethodError, because
from facilitator.methods.schema import faults_of
from facilitator.models import MethodVersion, OwnMethod, Programme
from facilitator.models.base import now
from facilitator.models.transaction import transaction
from facilitator.planning.wording import TITLE, cleaned

MOST_METHODS = 100  # of a programme: a shelf, not a heap
TRIES = 5  # as many may begin one of the same key at the same instant


# --- Reading ------------------------------------------------------------------------------------------------------


def methods_of(programme: Programme) -> list[OwnMethod]:
    """All of them, in the order in which they were begun."""
    wanted = select(OwnMethod).where(OwnMethod.programme_id == programme.id)
    return list(db.session.scalars(wanted.order_by(OwnMethod.created_at, OwnMethod.id)))


def offered(programme: Programme, kind: str = "") -> list[Method]:
    """Those that a new board can follow, in the version that is current, by their place in the catalogue.

    kind: of a workshop; those that are first for it come before the others.
    """
    found = [
        methods.load(each.board_key, each.version)
        for each in methods_of(programme)
        if each.version is not None and each.archived_at is None
    ]
    return sorted(found, key=lambda method: (kind not in method.get("first_for", ()), method["listed"]))


def method_for(programme: Programme, key: str) -> Method:
    """A method of the library, or one of this programme's own that is offered. Raises KeyError."""
    if not key.startswith(shelf.MARKS):
        return methods.load(key)
    return {each["key"]: each for each in offered(programme)}[key]


def draft_of(own: OwnMethod) -> dict[str, Any]:
    """What is being written, as a file has it."""
    draft: dict[str, Any] = json.loads(own.draft)
    return draft


def versions_of(own: OwnMethod) -> list[MethodVersion]:
    """The newest first."""
    wanted = select(MethodVersion).where(MethodVersion.key == own.board_key)
    return list(db.session.scalars(wanted.order_by(MethodVersion.version.desc())))


def version_of(own: OwnMethod, version: int) -> MethodVersion:
    """One of them. Raises NotThere."""
    found = db.session.get(MethodVersion, (own.board_key, version)) if 0 < version < 2**31 else None
    if found is None:
        raise NotThere
    return found


def is_changed(own: OwnMethod) -> bool:
    """Whether the draft says something else than the current version."""
    if own.version is None:
        return True
    return _told(draft_of(own)) != _told(json.loads(version_of(own, own.version).body))


def faults_in(method: Any) -> list[Fault]:
    """What is wrong in a method as its file has it; nothing if it can be used."""
    if not isinstance(method, dict):
        return [((), because("file.object"))]
    return list(unkeepable(method)) or offload(faults_of, method)


# --- Beginning ----------------------------------------------------------------------------------------------------


def copy_method(programme: Programme, source: str) -> OwnMethod:
    """A method of one's own that begins as one of the library, or as another of the programme's own, by its board key.

    Raises Invalid (`method.unknown`), Conflict (`methods.many`).
    """
    try:
        body = _source(programme, source)
    except KeyError:
        raise Invalid("method.unknown", field="from") from None
    return _begin(programme, body, version=1)


def begin_method(programme: Programme, title: str, layout: str, language: str) -> OwnMethod:
    """A method with a name and nothing ready in it. Raises Invalid (`choice.unknown`, `text.…`)."""
    if layout not in LAYOUTS:
        raise Invalid("choice.unknown", field="layout", fields={"layout": ("choice.unknown", {})})
    words = cleaned(title=(title, TITLE))
    return _begin(programme, blank(layout, {language: words["title"]}), version=None)


def read_file(body: bytes) -> dict[str, Any]:
    """A method that came as a file. Raises Invalid (`method.faulty`), with every fault in `faults`."""
    try:
        method = parsed(body, "")
    except FaultyMethodError as error:
        raise Faulty(error.faults) from None
    check(method)
    return method


def twin_of(programme: Programme, method: Method) -> OwnMethod | None:
    """The one that already has this key here."""
    wanted = select(OwnMethod).where(OwnMethod.programme_id == programme.id, OwnMethod.key == method["key"])
    return db.session.scalars(wanted).first()


def bring_method(programme: Programme, method: dict[str, Any], is_lead: bool) -> OwnMethod:
    """Take a method that came from elsewhere: a new one, or the next version of the one with its key.

    What is there already, word for word, stays as it is. Raises Invalid (`method.faulty`), Conflict
    (`method.locked`, `methods.many`).
    """
    own = twin_of(programme, method)
    if own is None:
        check(method)
        try:
            return _begun(programme, method, version=method["version"], keeps_key=True)
        except IntegrityError:  # another process has just begun one of this key
            own = twin_of(programme, method)
            if own is None:
                raise
    save_whole(own, method, is_lead)
    return own


def check(method: Any) -> None:
    """Raises Invalid (`method.faulty`)."""
    if faults := faults_in(method):
        raise Faulty(faults)
    if len(written(method).encode()) > MOST_BYTES:
        raise Faulty([((), because("file.large", limit=MOST_BYTES >> 20))])


class Faulty(Invalid):
    """A method that cannot be used; `faults`: each place with its reason."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("method.faulty", told={each: method_words.listed(faults, each) for each in LANGUAGES})
        self.faults = faults


# --- Writing ------------------------------------------------------------------------------------------------------


def change_draft(own: OwnMethod, draft: dict[str, Any], edition: int | None, is_lead: bool) -> None:
    """Put this in the place of the draft; it need not be ready. edition: the one that the writer began from.

    Raises Conflict (`method.changed`, `method.locked`), Invalid (`method.faulty`) for what no draft may hold.
    """
    if faults := list(unkeepable(draft)):
        raise Faulty(faults)
    body = written(draft)
    if len(body.encode()) > MOST_BYTES:
        raise Faulty([((), because("file.large", limit=MOST_BYTES >> 20))])
    with transaction() as tx:
        _refresh(tx, own, edition)
        _keep_locks(draft_of(own), draft, is_lead)
        own.draft, own.edition = body, own.edition + 1


def save_version(own: OwnMethod, edition: int | None = None) -> MethodVersion:
    """Make the draft the next version, which new boards get. Raises Invalid (`method.faulty`), Conflict."""
    edition = own.edition if edition is None else edition  # what is saved is what was checked
    check(draft_of(own))
    with transaction() as tx:
        _refresh(tx, own, edition)
        return _save(tx, own, draft_of(own))


def save_whole(own: OwnMethod, method: dict[str, Any], is_lead: bool, edition: int | None = None) -> MethodVersion:
    """Make a whole method the next version; one that is there word for word is made current again.

    Raises Invalid (`method.faulty`), Conflict (`method.changed`, `method.locked`).
    """
    check(method)
    method = method | {"key": own.key}
    same = next((each for each in versions_of(own) if _told(json.loads(each.body)) == _told(method)), None)
    if same is not None:
        choose_version(own, same.version, is_lead)
        return same
    with transaction() as tx:
        _refresh(tx, own, edition)
        _keep_locks(draft_of(own), method, is_lead)
        return _save(tx, own, method)


def choose_version(own: OwnMethod, version: int, is_lead: bool) -> None:
    """Make a version current: new boards get it, and the draft begins from it. Boards that there are keep theirs."""
    chosen = version_of(own, version)
    with transaction() as tx:
        _refresh(tx, own, None)
        _keep_locks(draft_of(own), json.loads(chosen.body), is_lead)
        own.version, own.draft, own.edition = chosen.version, chosen.body, own.edition + 1


def archive_method(own: OwnMethod, is_archived: bool) -> None:
    """Offer it to new boards no more, or again. Boards that follow it go on."""
    with transaction():
        own.archived_at = (own.archived_at or now()) if is_archived else None


def _begin(programme: Programme, method: dict[str, Any], version: int | None) -> OwnMethod:
    """A new one, also where another process begins one of the same key at the same instant: then with another key."""
    for _ in range(TRIES - 1):
        try:
            return _begun(programme, method, version)
        except IntegrityError:
            continue
    return _begun(programme, method, version)


def _begun(programme: Programme, method: dict[str, Any], version: int | None, keeps_key: bool = False) -> OwnMethod:
    """version: the number of its first version, where it is ready to be one. keeps_key: it has its key or is not begun.

    Raises IntegrityError.
    """
    with transaction() as tx:
        taken = set(tx.scalars(select(OwnMethod.key).where(OwnMethod.programme_id == programme.id)))
        if len(taken) >= MOST_METHODS:
            raise Conflict("methods.many", most=MOST_METHODS)
        key = method["key"] if keeps_key else _free(method["key"], taken)
        body = method | {"key": key, "version": version or 1}
        own = OwnMethod(programme_id=programme.id, key=key, version=version, draft=written(body), edition=1)
        tx.add(own)
        tx.flush()
        if version is not None:
            tx.add(MethodVersion(key=own.board_key, version=version, body=own.draft))
    return own


def _save(tx: Session, own: OwnMethod, method: dict[str, Any]) -> MethodVersion:
    newest = tx.scalar(select(func.max(MethodVersion.version)).where(MethodVersion.key == own.board_key)) or 0
    number = max(newest + 1, method["version"])
    own.draft = written(method | {"key": own.key, "version": number})
    own.version, own.edition = number, own.edition + 1
    saved = MethodVersion(key=own.board_key, version=number, body=own.draft)
    tx.add(saved)
    return saved


def _refresh(tx: Session, own: OwnMethod, edition: int | None) -> None:
    tx.refresh(own, with_for_update=True)
    if edition is not None and edition != own.edition:
        raise Conflict("method.changed")


def _keep_locks(before: dict[str, Any], after: dict[str, Any], is_lead: bool) -> None:
    if not is_lead and (zones := unlocked(before, after)):
        raise Conflict("method.locked", zones=", ".join(zones))


def _source(programme: Programme, key: str) -> dict[str, Any]:
    """The file of a method: another programme's own is none that there is."""
    if not key.startswith(shelf.MARKS):
        return methods.file_of(key)
    for own in methods_of(programme):
        if own.board_key == key and own.version is not None:
            body: dict[str, Any] = json.loads(version_of(own, own.version).body)
            return body
    raise KeyError(key)


def _free(key: str, taken: set[str]) -> str:
    """The key itself, or the first of `key_2`, `key_3` … that nobody has."""
    if key not in taken:
        return key
    return next(name for n in range(2, MOST_METHODS + 3) if (name := f"{key[:36]}_{n}") not in taken)


def _told(method: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in method.items() if name != "version"}
