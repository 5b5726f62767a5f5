"""Methods that a programme made itself: its files in and out, its versions, and a board to try one on."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response
from marshmallow import Schema, fields, validate

from facilitator.api.calls import asking, call, language
from facilitator.api.schemas import BoardPlanOut, Whole, YesNo, moment, text
from facilitator.artefacts.words import in_language
from facilitator.errors import Invalid
from facilitator.method_words import because
from facilitator.methods.file import MOST_BYTES
from facilitator.methods.reasons import told
from facilitator.models import Board, OwnMethod
from facilitator.planning import own_methods as verbs
from facilitator.planning import reach
from facilitator.planning.practice import open_sample

blueprint = Blueprint("api_own_methods", __name__)
MOST_SENT = MOST_BYTES + 65_536


class OwnMethodIn(Schema):
    """Where a method of one's own comes from: one of these."""

    source = text("Key of a method to copy: of the library, or of the programme's own.", False, data_key="from")
    method = fields.Raw(metadata={"description": "A whole method, as a file has it (`docs/methods.md`)."})


class OwnMethodWhole(Schema):
    """The next version."""

    method = fields.Raw(required=True, metadata={"description": "The whole method, as a file has it."})
    edition = fields.Integer(
        strict=True, metadata={"description": "The one that you began from: a newer one is not overwritten then."}
    )


class OwnMethodPatch(Schema):
    """Which version new boards get, and whether they get any."""

    version = fields.Integer(strict=True, validate=validate.Range(min=1))
    is_archived = YesNo()


class FaultOut(Schema):
    """What is wrong in a draft."""

    where = text("Its place, as `kinds.2.title.sv`.")
    what = text("Why, in the reader's language.")


class VersionOut(Schema):
    """One version."""

    version = Whole("Its number.")
    saved_at = moment("When it was saved.")


class OwnMethodOut(Schema):
    """A method of a programme's own."""

    id = text("Its id.")
    key = text("What a new board names it by.")
    title = text("Its title, in the reader's language.")
    version = fields.Integer(
        allow_none=True, metadata={"description": "Which one new boards get; null: none is ready."}
    )
    edition = Whole("How often its draft was written.")
    is_archived = YesNo(metadata={"description": "Whether new boards get it no more."})
    is_changed = YesNo(metadata={"description": "Whether the draft differs from the version that is current."})
    versions = fields.List(fields.Nested(VersionOut), metadata={"description": "The newest first."})
    faults = fields.List(fields.Nested(FaultOut), metadata={"description": "What its draft lacks to be a version."})


REFUSES = ("method.unknown", "method.faulty", "method.changed", "method.locked", "methods.many")


@blueprint.get("/programmes/<programme_id>/methods")
@call("A programme's own methods.", gives=OwnMethodOut, many=True)
def index(programme_id: str) -> list[dict[str, Any]]:
    """Oldest first."""
    return [_told(each) for each in verbs.methods_of(reach.programme(asking(), programme_id))]


@blueprint.post("/programmes/<programme_id>/methods")
@call(
    "Copy a method, or bring one as a file.",
    takes=OwnMethodIn,
    gives=OwnMethodOut,
    status=201,
    refuses=REFUSES,
    most=MOST_SENT,
)
def create(programme_id: str, sent: dict[str, Any]) -> dict[str, Any]:
    """For the programme's members. A file with the key of a method that is there becomes its next version."""
    person = asking()
    programme = reach.programme(person, programme_id)
    if ("source" in sent) == ("method" in sent):
        raise Invalid("invalid", field="method")
    if "source" in sent:
        return _told(verbs.copy_method(programme, sent["source"]))
    verbs.check(sent["method"])
    return _told(verbs.bring_method(programme, sent["method"], reach.leads(person, programme)))


@blueprint.get("/programmes/<programme_id>/methods/<method_id>")
@call("One of a programme's own methods, and what its draft lacks.", gives=OwnMethodOut)
def show(programme_id: str, method_id: str) -> dict[str, Any]:
    """For the programme's members."""
    return _told(reach.own_method(asking(), programme_id, method_id)[0])


@blueprint.put("/programmes/<programme_id>/methods/<method_id>")
@call(
    "Save a whole method as the next version.",
    takes=OwnMethodWhole,
    gives=OwnMethodOut,
    refuses=REFUSES,
    most=MOST_SENT,
)
def save(programme_id: str, method_id: str, sent: dict[str, Any]) -> dict[str, Any]:
    """For the programme's members; zones that are locked stay as they are, but for its leads."""
    own, is_lead = reach.own_method(asking(), programme_id, method_id)
    verbs.save_whole(own, sent["method"], is_lead, sent.get("edition"))
    return _told(own)


@blueprint.patch("/programmes/<programme_id>/methods/<method_id>")
@call("Choose the version that new boards get, or archive the method.", takes=OwnMethodPatch, gives=OwnMethodOut)
def change(programme_id: str, method_id: str, sent: dict[str, Any]) -> dict[str, Any]:
    """For the programme's members. Boards that there are keep what they were begun with."""
    own, is_lead = reach.own_method(asking(), programme_id, method_id)
    if "version" in sent:
        verbs.choose_version(own, sent["version"], is_lead)
    if "is_archived" in sent:
        verbs.archive_method(own, sent["is_archived"])
    return _told(own)


@blueprint.get("/programmes/<programme_id>/methods/<method_id>/<int:version>")
@call("One version as a file.")
def show_file(programme_id: str, method_id: str, version: int) -> Response:
    """The same bytes each time, and again when it was brought elsewhere."""
    own, _ = reach.own_method(asking(), programme_id, method_id)
    return Response(verbs.version_of(own, version).body, mimetype="application/json")


@blueprint.post("/programmes/<programme_id>/methods/<method_id>/practice")
@call("Open a board to try the draft on.", gives=BoardPlanOut, status=201, refuses=("method.faulty",))
def practise(programme_id: str, method_id: str) -> Board:
    """In a programme of one's own that is marked as invented."""
    person = asking()
    own, _ = reach.own_method(person, programme_id, method_id)
    return open_sample(reach.account(person), own, language())


def _told(own: OwnMethod) -> dict[str, Any]:
    draft = verbs.draft_of(own)
    return {
        "id": own.id,
        "key": own.board_key,
        "title": in_language(draft["title"], language()),
        "version": own.version,
        "edition": own.edition,
        "is_archived": own.archived_at is not None,
        "is_changed": verbs.is_changed(own),
        "versions": [{"version": each.version, "saved_at": each.saved_at} for each in verbs.versions_of(own)],
        "faults": [{"where": told(where), "what": because(why, language())} for where, why in verbs.faults_in(draft)],
    }
