"""The pictures of boards: kept once each, read back, and taken away with what was erased."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from facilitator.extensions import db
from facilitator.models import StoredPicture
from facilitator.pictures import Picture


def keep(tx: Session, document: str, picture: Picture) -> None:
    """Keep it for this board, as part of a transaction that is open; the same picture twice is one."""
    if tx.get(StoredPicture, (document, picture.id)) is None:
        tx.add(
            StoredPicture(
                document_id=document,
                id=picture.id,
                media_type=picture.media_type,
                width=picture.width,
                height=picture.height,
                size=len(picture.body) + len(picture.small),
                body=picture.body,
                small=picture.small,
            )
        )


def room_taken(document: str) -> tuple[int, int]:
    """How many pictures a board has, and how many bytes."""
    of = select(func.count(), func.coalesce(func.sum(StoredPicture.size), 0)).where(
        StoredPicture.document_id == document
    )
    count, size = db.session.execute(of).one()
    return count, int(size)


def form_of(document: str, picture: str, *, is_small: bool) -> tuple[str, bytes] | None:
    """Its media type and its bytes; None where there is none."""
    form = StoredPicture.small if is_small else StoredPicture.body
    row = db.session.execute(
        select(StoredPicture.media_type, form).where(StoredPicture.document_id == document, StoredPicture.id == picture)
    ).first()
    return None if row is None else (row[0], row[1])


def boards_with(picture: str) -> list[str]:
    """The boards for which a picture is kept, the latest first."""
    latest_first = StoredPicture.brought_at.desc(), StoredPicture.document_id
    return list(
        db.session.scalars(select(StoredPicture.document_id).where(StoredPicture.id == picture).order_by(*latest_first))
    )


def whole_of(document: str, picture: str) -> Picture | None:
    """The picture in both its forms; None where there is none."""
    row = db.session.get(StoredPicture, (document, picture))
    if row is None:
        return None
    return Picture(row.media_type, row.width, row.height, row.body, row.small)


def forms_for(artefacts: Iterable[Mapping[str, Any]], *, is_small: bool) -> dict[str, tuple[str, bytes]]:
    """The pictures of these artefacts' notes, by id; those that are gone are missing."""
    found: dict[str, tuple[str, bytes]] = {}
    for artefact in artefacts:
        document = artefact["provenance"]["document"]
        for item in artefact["items"]:
            picture = item.get("picture")
            form = form_of(document, picture["id"], is_small=is_small) if picture else None
            if picture and form:
                found[picture["id"]] = form
    return found


def take_away(tx: Session, document: str, pictures: Collection[str]) -> None:
    """Delete these, as part of a transaction that is open."""
    if pictures:
        tx.execute(delete(StoredPicture).where(StoredPicture.document_id == document, StoredPicture.id.in_(pictures)))
