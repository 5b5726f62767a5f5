"""What an artefact may hold, member by member; published as JSON Schema 2020-12 at `/api/v1/schemas/artefact`.

Every object is closed, but for two: the typed fields of an item and what a zone sets, whose names are the method's.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from marshmallow import Schema, fields, validate

from facilitator.artefacts.derive import SCHEMA_URN, STATES
from facilitator.artefacts.schema.content import (
    BallotSchema,
    ClusterSchema,
    CommentSchema,
    ItemSchema,
    RelationSchema,
)
from facilitator.artefacts.schema.findings import (
    ActionSchema,
    DecisionSchema,
    InsightSchema,
    LessonSchema,
    OpenQuestionSchema,
    QuestionSchema,
    RefinedSchema,
    TableSchema,
)
from facilitator.artefacts.schema.members import described, many, one, string, whole, worded
from facilitator.artefacts.schema.method import MethodSchema, VocabularySchema, ZoneSchema
from facilitator.artefacts.schema.provenance import ProvenanceSchema


class ArtefactSchema(Schema):
    """What one board held at one revision."""

    schema = string("This schema.", validate=validate.Equal(SCHEMA_URN))
    id = string("Its id in the record; null for a draft.", allow_none=True)
    version = whole("From 1 for each board; 0 for a draft.")
    title = worded("The board's title.")
    state = string(
        "draft: not in the record; confirmed: during the workshop; at_end: when it ended; finished: tidied afterwards.",
        validate=validate.OneOf(STATES),
    )
    provenance = one(ProvenanceSchema, "Where it comes from.")
    method = one(MethodSchema, "The method.")
    vocabulary = one(VocabularySchema, "The method's words.")
    items = many(ItemSchema, "The notes, in reading order.")
    zones = many(ZoneSchema, "The zones: phases, lanes, cells, the others.")
    relations = many(RelationSchema, "The relations.")
    clusters = many(ClusterSchema, "The themes.")
    votes = many(BallotSchema, "The ballots.")
    comments = fields.List(
        fields.Nested(CommentSchema),
        metadata=described("What was said about notes and relations, in threads; absent in older artefacts."),
    )
    left_out = whole("How many notes were left out; they are in no other member.")
    refined = many(RefinedSchema, "Of a challenge canvas, the challenge as it was refined; empty for other methods.")
    decisions = many(DecisionSchema, "What was decided.")
    actions = many(ActionSchema, "What somebody does next.")
    open_questions = many(OpenQuestionSchema, "What is still open.")
    insights = many(InsightSchema, "What the map shows.")
    tables = fields.List(
        fields.Nested(TableSchema),
        metadata=described("The method's own tables, of which those with notes; absent in older artefacts."),
    )
    lessons = many(LessonSchema, "What others can learn.")
    questions = many(QuestionSchema, "The method's guide questions, and what answers them.")
    licence = string("The terms under which others may use it; null when nothing has been said.", allow_none=True)
    content_digest = string("SHA-256 over the RFC 8785 form of method, zones, items, relations, clusters and votes.")
    digest = string("SHA-256 over the RFC 8785 form of all but this member.")


@cache
def json_schema() -> Mapping[str, Any]:
    """The JSON Schema 2020-12 of an artefact; one shared object."""
    spec = APISpec(title="artefact", version="1", openapi_version="3.1.0", plugins=[MarshmallowPlugin()])
    spec.components.schema("artefact", schema=ArtefactSchema)
    text = json.dumps(spec.to_dict()["components"]["schemas"]).replace("#/components/schemas/", "#/$defs/")
    definitions: dict[str, Any] = json.loads(text)
    whole = definitions.pop("artefact")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_URN, **whole, "$defs": definitions}
