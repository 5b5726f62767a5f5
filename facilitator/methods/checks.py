"""When a finished map answers a guide question: a *check*.

It is one object with one leading word:

===================================  ==================================================================================
``{"asked": true}``                  never by itself: only a person says that it is answered
``{"kind": k, "min": n}``            at least n notes of kind k, wherever they lie
``{"zone": z, "kind"?, "min": n}``   at least n notes in zone z, of that kind if one is named
``{"field": f, "min"?: n, …}``       the field is filled in at least n notes; without ``min`` in all of them, and in one
                                     at least. ``of`` (a zone) and ``kind`` say in which notes it is looked for,
                                     ``values`` which values count as filled (of several, one is enough)
``{"links": [l], "min": n, …}``      at least n links of these kinds, ``[]`` being any kind; ``states`` says in which
                                     states
``{"each_phase_has": k, "most"?}``   there are phases, and each has a note of kind k in one of its lanes; not more of
                                     them than ``most``
``{"clusters": n}``                  at least n named themes
``{"voted": true}``                  a ballot was held and closed, and somebody voted
``{"all_of": […]}``                  every check in the list
``{"any_of": […]}``                  one check of the list
===================================  ==================================================================================

``min`` is 1 if left out, but for ``field``. A value that a kind, a zone or a plane's axis supplies fills its field
just as one that somebody chose.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from facilitator.methods.members import is_true
from facilitator.methods.reasons import because

# What each leading word of a check may be accompanied by. The order settles which word leads:
# `{"field": …, "kind": …}` is about a field.
CHECK_WORDS: Mapping[str, frozenset[str]] = {
    "asked": frozenset(),
    "all_of": frozenset(),
    "any_of": frozenset(),
    "each_phase_has": frozenset({"most"}),
    "clusters": frozenset(),
    "voted": frozenset(),
    "links": frozenset({"states", "min"}),
    "field": frozenset({"of", "kind", "values", "min"}),
    "zone": frozenset({"kind", "min"}),
    "kind": frozenset({"min"}),
}


class CheckSchema(Schema):
    """When a question counts as answered: the words at the top of this page."""

    asked = fields.Raw(validate=is_true)
    all_of = fields.List(fields.Nested(lambda: CheckSchema()), validate=validate.Length(min=1))
    any_of = fields.List(fields.Nested(lambda: CheckSchema()), validate=validate.Length(min=1))
    each_phase_has = fields.String()
    most = fields.Integer(strict=True, validate=validate.Range(min=1))
    clusters = fields.Integer(strict=True, validate=validate.Range(min=1))
    voted = fields.Raw(validate=is_true)
    links = fields.List(fields.String())
    states = fields.List(fields.String(), validate=validate.Length(min=1))
    field = fields.String()
    of = fields.String()
    values = fields.List(fields.Raw(), validate=validate.Length(min=1))
    zone = fields.String()
    kind = fields.String()
    min = fields.Integer(strict=True, validate=validate.Range(min=1))

    @validates_schema
    def one_leading_word(self, data: dict[str, Any], **_: Any) -> None:
        """A check says one thing."""
        lead = next((word for word in CHECK_WORDS if word in data), None)
        if lead is None:
            raise ValidationError([because("check.lead", words=", ".join(CHECK_WORDS))])
        strangers = sorted(data.keys() - {lead} - CHECK_WORDS[lead])
        if strangers:
            raise ValidationError([because("check.beside", names=", ".join(strangers), lead=lead)])
