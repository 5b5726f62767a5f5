"""The API's own documentation: `/api/v1/openapi.json`, and the same as a page that needs nothing from anywhere."""

from __future__ import annotations

import re
from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from flask import Blueprint, Response, current_app, render_template
from flask_babel import lazy_gettext as _l
from werkzeug.routing import Rule

from facilitator import __version__
from facilitator.api.calls import Call, as_json, call
from facilitator.api.schemas import ProblemSchema

blueprint = Blueprint("api_docs", __name__)

ABOUT = """Bearer tokens, JSON, UTF-8. Every refusal is `{"code", "message"}`: the code for programs, the message for
people in their language (`Accept-Language`, or the one that they chose). What one may not see answers 404."""
AREAS = (  # what the page puts under one heading: its words, and the tags of its calls
    (_l("Signing in and joining"), ("sessions", "devices")),
    (_l("Programmes and projects"), ("programmes",)),
    (_l("Workshops"), ("workshops", "people", "closing", "summary")),
    (_l("Boards and the agenda"), ("boards", "floor", "history", "insights", "gathering", "pictures", "bringing")),
    (_l("Outputs"), ("artefacts", "comparing", "carrying", "rolled_up")),
    (_l("Index of the project"), ("register",)),
    (_l("Methods"), ("methods", "own_methods")),
    (_l("This description"), ("docs",)),
)
_TYPES = {  # as JSON calls them, by the name of the field's class
    "Whole": "integer",
    "YesNo": "boolean",
    "Boolean": "boolean",
    "List": "array",
    "Nested": "object",
    "Dict": "object",
}
REFUSED = {
    "400": "Cannot be read, or breaks a bound.",
    "401": "No token, or one that has ended.",
    "403": "You see it, but may not do this.",
    "404": "Not there, or not for you.",
    "409": "Right in itself, but not now.",
    "413": "Too large.",
    "415": "Not `application/json`.",
    "429": "Too much at once; `Retry-After` says how long to wait.",
}


@blueprint.get("/openapi.json")
@call("This description, as OpenAPI 3.1.", opens=True)
def description() -> Response:
    """The same for everybody."""
    return as_json(specification())


@blueprint.get("/")
def page() -> str:
    """The calls, as a page."""
    return render_template("api/page.html", specification=specification(), areas=_areas())


def specification() -> dict[str, Any]:
    """OpenAPI 3.1 of every call, made from the calls' own declarations."""
    kept = current_app.extensions
    if "facilitator.openapi" not in kept:
        kept["facilitator.openapi"] = _made()
    found: dict[str, Any] = kept["facilitator.openapi"]
    return found


def calls() -> list[tuple[Rule, str, Call]]:
    """Every call with its address and verb, sorted by address."""
    found = []
    for rule in current_app.url_map.iter_rules():
        declared = getattr(current_app.view_functions[rule.endpoint], "call", None)
        if declared is not None:
            (verb,) = (rule.methods or set()) - {"HEAD", "OPTIONS"}
            found.append((rule, verb.lower(), declared))
    return sorted(found, key=lambda each: (each[0].rule, each[1]))


def _made() -> dict[str, Any]:
    spec = APISpec(
        title="Facilitator",
        version=__version__,
        openapi_version="3.1.0",
        plugins=[MarshmallowPlugin(schema_name_resolver=_name)],
        info={"description": ABOUT, "license": {"name": "MIT", "identifier": "MIT"}},
    )
    spec.components.security_scheme("bearer", {"type": "http", "scheme": "bearer"})
    spec.components.schema("Problem", schema=ProblemSchema)
    for rule, verb, declared in calls():
        spec.path(path=_path(rule), operations={verb: _operation(rule, declared)})
    made: dict[str, Any] = spec.to_dict()
    return made


def _operation(rule: Rule, declared: Call) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "summary": declared.summary,
        "operationId": rule.endpoint.removeprefix("api_").replace(".", "_"),
        "tags": [_tag(rule)],
        "security": [] if declared.opens else [{"bearer": []}],
        "responses": {str(declared.status): _given(declared)} | _refused(rule, declared),
    }
    if rule.arguments:
        operation["parameters"] = [_parameter(rule, name) for name in sorted(rule.arguments)]
    if declared.takes is not None:
        operation["requestBody"] = {"required": True, "content": {"application/json": {"schema": declared.takes}}}
    if declared.sends:
        operation["requestBody"] = {"required": True, "content": {media: {} for media in declared.sends}}
    if declared.refuses:
        operation["description"] = "Codes of its own: " + ", ".join(f"`{code}`" for code in declared.refuses) + "."
    return operation


def _given(declared: Call) -> dict[str, Any]:
    if declared.status == 204:
        return {"description": "Done."}
    schema: Any = {}
    if declared.gives is not None:
        schema = {"type": "array", "items": type(declared.gives)} if declared.gives.many else declared.gives
    return {"description": "Done.", "content": {media: {"schema": schema} for media in declared.media}}


def _refused(rule: Rule, declared: Call) -> dict[str, Any]:
    statuses = {"404"} if rule.arguments else set()
    statuses |= set() if declared.opens else {"401", "403"}
    statuses |= {"400", "413", "415"} if declared.takes is not None else set()
    statuses |= {"400", "413"} if declared.sends else set()
    statuses |= {"429"} if "slow.down" in declared.refuses else set()
    statuses |= {"409"} if declared.refuses else set()
    problem = {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {status: {"description": REFUSED[status], "content": problem} for status in sorted(statuses)}


def _parameter(rule: Rule, name: str) -> dict[str, Any]:
    is_whole = f"<int:{name}>" in rule.rule
    return {"name": name, "in": "path", "required": True, "schema": {"type": "integer" if is_whole else "string"}}


def _path(rule: Rule) -> str:
    return re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)


def _tag(rule: Rule) -> str:
    return rule.endpoint.partition(".")[0].removeprefix("api_")


def _name(schema: Any) -> str:
    """`JoinIn` for the class JoinIn, `Artefact` for ArtefactSchema."""
    made = schema if isinstance(schema, type) else type(schema)
    return str(made.__name__).removesuffix("Schema")


def _areas() -> list[dict[str, Any]]:
    """The calls under their headings."""
    operations = _operations()
    return [
        {"key": tags[0], "title": title, "operations": [each for each in operations if each["tag"] in tags]}
        for title, tags in AREAS
    ]


def _operations() -> list[dict[str, Any]]:
    """What the page shows of each call."""
    found = []
    for rule, verb, declared in calls():
        found.append(
            {
                "tag": _tag(rule),
                "verb": verb.upper(),
                "path": _path(rule),
                "summary": declared.summary,
                "opens": declared.opens,
                "status": declared.status,
                "takes": _members(declared.takes, is_sent=True),
                "gives": _members(declared.gives),
                "is_list": bool(declared.gives and declared.gives.many),
                "refuses": declared.refuses,
                "media": declared.media,
            }
        )
    return found


def _members(schema: Any, is_sent: bool = False) -> list[dict[str, Any]]:
    if schema is None:
        return []
    return [
        {
            "name": field.data_key or name,
            "type": _TYPES.get(type(field).__name__, "string"),
            "is_optional": is_sent and not field.required,
            "description": field.metadata.get("description", ""),
        }
        for name, field in schema.fields.items()
    ]
