"""Pictures of a board over HTTP: brought as they are, and shown to whoever sees the note that they lie on."""

from __future__ import annotations

from flask import Blueprint, Response, current_app, request
from marshmallow import Schema

from facilitator.api.calls import call
from facilitator.api.documents import on_board
from facilitator.api.schemas import Whole, text
from facilitator.errors import Invalid, Problem, TooMany
from facilitator.pictures import EXTENSIONS, MOST_BYTES
from facilitator.planning.pictures import bring_picture, show_picture

blueprint = Blueprint("api_pictures", __name__)
MEDIA = ("image/jpeg", "image/png")
WEIGHT = 20  # of a picture, in operations of a person's budget


class TooHeavy(Problem):
    """More bytes than a picture may have."""

    status = 413
    code = "picture.too_heavy"


class PictureOut(Schema):
    """A picture as an operation names it (`note.add`, `note.picture`)."""

    id = text("SHA-256 of the picture as it is kept, in hexadecimal.")
    width = Whole("Pixels.")
    height = Whole("Pixels.")


@blueprint.post("/boards/<board_id>/pictures")
@call(
    "Bring a picture: the body is the file itself, JPEG, PNG or WebP, 5 MiB at most.",
    gives=PictureOut,
    status=201,
    sends=("image/jpeg", "image/png", "image/webp"),
    refuses=(
        *("picture.too_heavy", "picture.unknown", "picture.heic", "picture.too_large", "picture.broken"),
        *("picture.full", "picture.failed", "slow.down"),
    ),
)
def bring(board_id: str) -> object:
    """It is painted anew, without what a camera wrote beside it. A note is to name it within a day."""
    room, actor = on_board(board_id)
    if (request.content_length or 0) > MOST_BYTES:
        raise TooHeavy
    wait = current_app.extensions["live"].limits.operations(actor.id, room.document, WEIGHT)
    if wait:
        raise TooMany(retry_after=wait)
    request.max_content_length = MOST_BYTES
    sent = request.get_data(cache=False)
    if not sent:
        raise Invalid("picture.unknown")
    return bring_picture(room.document, room.state, actor, sent)


@blueprint.get("/boards/<board_id>/pictures/<picture_id>")
@call("A picture, as it is kept; with `?size=small` as a note shows it.", media=MEDIA)
def show(board_id: str, picture_id: str) -> Response:
    """It never changes; a device may keep it for a day, as it keeps what was not sent."""
    room, actor = on_board(board_id)
    is_small = request.args.get("size") == "small"
    media_type, body = show_picture(room.document, room.state, actor, picture_id, is_small=is_small)
    answer = Response(body, mimetype=media_type)
    headers = answer.headers
    headers["Cache-Control"] = "private, max-age=86400, immutable"
    headers["Vary"] = "Authorization"
    headers["Content-Disposition"] = f'inline; filename="{picture_id[:12]}.{EXTENSIONS[media_type]}"'
    headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
