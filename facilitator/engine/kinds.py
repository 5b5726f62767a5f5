"""The kinds of note on a board: its method's, until those who lead choose among them and name kinds of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from facilitator.engine.fields import MOST_NAMES, NAMES, SEVERAL, SHORT_TEXT, FieldRule
from facilitator.engine.rules import OwnKinds, Rules
from facilitator.engine.state import BOARD, Change, Item, Refusal, State, differing, put
from facilitator.engine.text import clean, clean_line

KIND_POINTS = 40
MOST_FORMER = 60
OWN = re.compile(r"own_[a-z0-9]{1,36}")  # no method calls a kind of its own so

Kind = dict[str, Any]  # {key}, one of the method's, or {key, title, tint}
Fields = Mapping[str, FieldRule]


def choosable(state: State) -> Mapping[str, Fields]:
    """The kinds that a note may be given now, each with its typed fields."""
    chosen = state.board.get("kinds")
    return state.rules.kinds if chosen is None else _with_fields(state.rules, chosen)


def known(state: State) -> Mapping[str, Fields]:
    """Those, and the kinds that notes may have from before."""
    named = [each for each in _listed(state.board) if "title" in each]
    return {**state.rules.kinds, **_with_fields(state.rules, named)} if named else state.rules.kinds


def why_not_kind(state: State, kind: Any) -> Refusal | None:
    """Why no note may be given this kind, if so."""
    if isinstance(kind, str) and kind in choosable(state):
        return None
    return Refusal("kind.gone" if isinstance(kind, str) and kind in known(state) else "kind.unknown")


def checked_fields(state: State, kind: str, fields: Mapping[str, Any]) -> dict[str, Any] | Refusal:
    """Typed fields as a note of this kind keeps them, or why one of them is none of its own."""
    rules = known(state)[kind]
    checked: dict[str, Any] = {}
    for name, value in fields.items():
        if name not in rules:
            return Refusal("field.unknown", {"field": name})
        cleaned = _cleaned(rules[name].type, value)
        if isinstance(cleaned, Refusal):
            return Refusal(cleaned.code, {**cleaned.detail, "field": name})
        wrong = rules[name].refuses(name, cleaned)
        if wrong is not None:
            return Refusal(*wrong)
        checked[name] = cleaned
    return checked


def _cleaned(type_: str, value: Any) -> Any:
    """What people wrote, as it is kept; of several names each. Anything else as it is."""
    if isinstance(value, str) and type_ in ("text", *NAMES, "link"):
        return clean(value, SHORT_TEXT, 4 * SHORT_TEXT)
    if isinstance(value, list) and type_ in SEVERAL and len(value) <= MOST_NAMES:
        names = [clean(each, SHORT_TEXT, 4 * SHORT_TEXT) if isinstance(each, str) else each for each in value]
        return next((each for each in names if isinstance(each, Refusal)), names)
    return value


def widened(state: State, zone: Item) -> Item:
    """A zone as it is made, changed or brought back: one that takes every kind takes those too that people named."""
    return {**zone, **_accepting(state.rules, state.board, zone)}


def name_kinds(rules: Rules, board: Item, zones: Mapping[str, Item], wanted: Any) -> list[Change] | Refusal:
    """The board and its zones after somebody has said which kinds it has; None gives back the method's.

    wanted: in order, {key} for one of the method's and {key, title, tint?} for one of their own. A kind that is left
    out stays readable: notes that have it keep it, and nobody can tell from an answer whether there are any.
    """
    own = rules.own_kinds
    if own is None:
        return Refusal("kind.fixed")
    chosen = None if wanted is None else _read(rules, own, wanted)
    if isinstance(chosen, Refusal):
        return chosen
    before = _listed(board)
    if chosen is not None:
        _colour(rules, own, chosen, {each["key"]: each.get("tint") for each in before})
    staying = {each["key"] for each in chosen or ()}
    former = [each for each in before if "title" in each and each["key"] not in staying]
    if len(former) > MOST_FORMER:
        return Refusal("board.full", {"limit": MOST_FORMER})
    changed = differing(board, {"kinds": chosen, "former_kinds": former or None})
    if not changed:
        return []
    after = {**board, **changed}
    changes = [put(BOARD, changed)]
    for zone_id, zone in zones.items():
        if zone_id.startswith("zone:"):
            accepting = differing(zone, _accepting(rules, after, zone))
            changes += [put(zone_id, accepting)] if accepting else []
    return changes


def _listed(board: Item) -> list[Kind]:
    return [*(board.get("kinds") or ()), *(board.get("former_kinds") or ())]


def _with_fields(rules: Rules, kinds: Sequence[Kind]) -> dict[str, Fields]:
    own: Fields = rules.own_kinds.fields if rules.own_kinds else {}
    return {each["key"]: rules.kinds.get(each["key"], own) for each in kinds}


def _accepting(rules: Rules, board: Item, zone: Item) -> dict[str, Any]:
    """What the zone accepts now. One that takes all of the method's kinds, or none that may be chosen, takes every one.

    Kinds from before are among them, so that notes of theirs can be moved.
    """
    chosen, listed = board.get("kinds"), _listed(board)
    may_be_chosen = set(rules.kinds) if chosen is None else {each["key"] for each in chosen}
    accepts = set(zone["accepts"])
    takes_all = accepts >= set(rules.kinds) or not accepts & may_be_chosen
    if not listed or not takes_all or "axis" in zone or "phase" in zone:
        return {}
    return {"accepts": list(dict.fromkeys([*zone["accepts"], *rules.kinds, *(each["key"] for each in listed)]))}


def _read(rules: Rules, own: OwnKinds, wanted: Any) -> list[Kind] | Refusal:
    """The kinds as they are kept, but for the tints."""
    if not isinstance(wanted, list) or not wanted:
        return Refusal("field.wrong", {"field": "kinds"})
    if len(wanted) > own.most:
        return Refusal("kind.too_many", {"most": own.most})
    kinds: list[Kind] = []
    said: set[str] = set()
    for each in wanted:
        kind = _one(rules, own, each)
        if isinstance(kind, Refusal):
            return kind
        words = rules.words.get(kind["key"]) or {str(kind.get("title")).casefold()}
        if any(kind["key"] == other["key"] for other in kinds) or said & words:
            return Refusal("kind.same_name")
        said |= words
        kinds.append(kind)
    return kinds


def _one(rules: Rules, own: OwnKinds, given: Any) -> Kind | Refusal:
    wrong = Refusal("field.wrong", {"field": "kinds"})
    if not isinstance(given, dict) or not given.keys() <= {"key", "title", "tint"}:
        return wrong
    key, title, tint = given.get("key"), given.get("title"), given.get("tint")
    if not isinstance(key, str):
        return wrong
    if key in rules.kinds:  # its words are the method's, in three languages
        return {"key": key} if title is None and tint is None else wrong
    if not OWN.fullmatch(key) or not isinstance(title, str) or not (tint is None or tint in own.tints):
        return wrong
    cleaned = clean_line(title, KIND_POINTS)
    if isinstance(cleaned, Refusal):
        return cleaned
    return {"key": key, "title": cleaned, "tint": tint}


def _colour(rules: Rules, own: OwnKinds, kinds: list[Kind], earlier: Mapping[str, Any]) -> None:
    """Give each kind of their own a tint that no other here has: the one it wants, the one it had, or the next."""
    taken = {rules.tints.get(each["key"]) for each in kinds}
    named = [each for each in kinds if "title" in each]
    for kind in named:
        wish = kind["tint"] or earlier.get(kind["key"])
        kind["tint"] = None if wish in taken else wish
        taken.add(kind["tint"])
    for kind in named:
        if kind["tint"] is None:
            kind["tint"] = next((tint for tint in own.tints if tint not in taken), own.tints[0])
            taken.add(kind["tint"])
