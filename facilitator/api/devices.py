"""Going on with another device, as a board's page asks for it."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, url_for
from marshmallow import Schema

from facilitator.api.calls import asking, call, here
from facilitator.api.schemas import moment, text
from facilitator.planning import devices
from facilitator.planning.qr import qr_code

blueprint = Blueprint("api_devices", __name__)


class DeviceCodeOut(Schema):
    """What brings the same guest to another device, once and within two minutes."""

    code = text("Eight characters, to type where people join.")
    link = text("The same as an address.")
    address = text("Where people join, as it is read aloud.")
    qr = text("The link as a QR code, in SVG.")
    expires_at = moment("From then on it opens nothing.")


@blueprint.post("/device-codes")
@call("A code for going on with another device; the one before ends.", gives=DeviceCodeOut, status=201)
def make() -> dict[str, Any]:
    """For guests. An account signs in instead."""
    made = devices.make_code(asking(seats=True))
    link = here() + url_for("device.come_in", code=made.code)
    address = (here() + url_for("join.code")).partition("://")[2]
    return {"code": made.code, "link": link, "address": address, "qr": qr_code(link), "expires_at": made.expires_at}
