"""An artefact as a person reads it: every word in the reader's language, people's own words as they wrote them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from flask_babel import gettext as _

from facilitator import methods
from facilitator.artefacts.formats.days import day
from facilitator.artefacts.words import in_language
from facilitator.hub.turns import in_turns
from facilitator.methods.several import SEVERAL
from facilitator.pages.language import Told, told

MIDDLE = 5_000  # where a plane's low half ends


class Reading:
    """One artefact, in one language."""

    def __init__(
        self, artefact: Mapping[str, Any], language: str, picture_at: Callable[[str], str] | None = None
    ) -> None:
        """picture_at: the address of a picture by its id; without it the page shows none."""
        self._picture_at = picture_at
        self.artefact = artefact
        self.language = language
        words = artefact["vocabulary"]
        self._kinds = {each["key"]: each for each in words["kinds"]}
        self._looks = _looks(artefact["method"], words["kinds"])
        self._links = {each["key"]: each for each in words["links"]}
        self._states = {each["key"]: each["title"] for each in words["link_states"]}
        self._zones = {each["id"]: each for each in artefact["zones"]}
        self._brought = artefact["provenance"].get("brought", {}).get("ballots", ())
        self._texts = {each["id"]: each["text"] for each in artefact["items"]}
        self._texts |= {each["id"]: each["title"] for each in artefact["clusters"]}
        self._of: dict[str, list[dict[str, Any]]] = {}
        for item in in_turns(artefact["items"]):
            self._of.setdefault(item["place"]["zone"], []).append(self.note(item))

    def told(self) -> dict[str, Any]:
        """Plain values for the template, in the order of reading."""
        artefact = self.artefact
        return {
            "title": told(artefact["title"], self.language) or Told(""),
            "method": self._say(artefact["method"]["title"]),
            "question": told(artefact["provenance"]["question"], self.language),
            "notes": len(artefact["items"]),
            "phases": self.phases(),
            "places": self.places(),
            "relations": [self.relation(each) for each in artefact["relations"]],
            "clusters": [self.cluster(each) for each in artefact["clusters"]],
            "votes": [self.ballot(each) for each in artefact["votes"]],
            "decisions": artefact["decisions"],
            "actions": [self.action(each) for each in artefact["actions"]],
            "open_questions": artefact["open_questions"],
            "lessons": artefact["lessons"],
            "insights": [self._say(each["text"]) for each in artefact["insights"]],
            "questions": [
                {
                    "text": self._say(each["text"]),
                    "answered": each["answered"],
                    "by": [self._texts[item] for item in each["by"] if item in self._texts],
                }
                for each in artefact["questions"]
            ],
        }

    def phases(self) -> list[dict[str, Any]]:
        """A path: phase by phase, with those lanes that hold something."""
        lanes = {each["id"]: each for each in self.artefact["zones"] if each.get("axis") == "lane"}
        cells = [each for each in self.artefact["zones"] if each.get("phase")]
        return [
            {
                "title": self._say(phase["title"]),
                "lanes": [
                    {"title": self._say(lanes[cell["lane"]]["title"]), "notes": self._of[cell["id"]]}
                    for cell in cells
                    if cell["phase"] == phase["id"] and cell["id"] in self._of
                ],
            }
            for phase in self.artefact["zones"]
            if phase.get("axis") == "phase"
        ]

    def places(self) -> list[dict[str, Any]]:
        """The other zones; *Not placed* only where something is."""
        plain = [each for each in self.artefact["zones"] if not each.get("axis") and not each.get("phase")]
        return [
            {"title": self._say(each["title"]), "notes": self._of.get(each["id"], [])}
            for each in plain
            if each["id"] in self._of or each["id"] != "zone:unplaced"
        ]

    def note(self, item: Mapping[str, Any]) -> dict[str, Any]:
        """A note with its kind and its fields in words."""
        kind = self._kinds[item["kind"]]
        fields = [
            (self._say(field["title"]), self._value(field, item["fields"][field["key"]]))
            for field in kind["fields"]
            if item["fields"].get(field["key"]) is not None
        ]
        return {
            "id": item["id"].replace(":", "-"),
            "text": item["text"],
            "lang": item["lang"],
            "kind": self._say(kind["title"]),
            **self._looks.get(item["kind"], {"tint": "neutral", "icon": None}),
            "fields": fields,
            "where": self._quadrant(item["place"]),
            "votes": sum(item["votes"].values()),
            "alternatives": item["alternatives"],
            "picture": self._picture(item.get("picture")),
        }

    def _picture(self, picture: Mapping[str, Any] | None) -> dict[str, Any] | None:
        if picture is None or self._picture_at is None:
            return None
        return {**picture, "src": self._picture_at(picture["id"])}

    def relation(self, link: Mapping[str, Any]) -> dict[str, Any]:
        """A relation as a sentence: *Migri – gives information to → PRH*."""
        kind = self._links.get(link["kind"])
        return {
            "source": self._texts[link["from"]],
            "sentence": self._say(kind["sentence"]) if kind else link["kind"],
            "target": self._texts[link["to"]],
            "label": link["label"],
            "state": self._say(self._states[link["state"]]) if link["state"] in self._states else None,
        }

    def action(self, told: Mapping[str, Any]) -> dict[str, Any]:
        """What is done next: the day and the state as people here write them."""
        item = next(each for each in self.artefact["items"] if each["id"] == told["id"])
        fields = {each["key"]: each for each in self._kinds[item["kind"]]["fields"]}
        words = {
            name: self._value(fields[name], told[name]) for name in ("due", "status") if told[name] and name in fields
        }
        return {**told, **words}

    def cluster(self, theme: Mapping[str, Any]) -> dict[str, Any]:
        """A theme and what is in it."""
        return {
            "title": theme["title"],
            "notes": [self._texts[note] for note in theme["notes"]],
            "votes": sum(theme["votes"].values()),
        }

    def ballot(self, ballot: Mapping[str, Any]) -> dict[str, Any]:
        """A ballot and its sums, the highest first."""
        sums = sorted(ballot["sums"].items(), key=lambda each: (-each[1], self._texts.get(each[0], "")))
        return {
            "title": ballot["title"],
            "is_open": ballot["open"],
            "voters": ballot["voters"],
            "is_secret": ballot["secret"],
            "is_brought": ballot["ballot"] in self._brought,
            "most": max(ballot["sums"].values(), default=0),
            "sums": [{"text": self._texts[item], "votes": votes} for item, votes in sums if item in self._texts],
        }

    def _say(self, words: Any) -> str:
        return in_language(words, self.language)

    def _value(self, field: Mapping[str, Any], value: Any) -> str:
        choices = {each["key"]: self._say(each["title"]) for each in field["choices"]}
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if isinstance(value, Sequence) and not isinstance(value, str):
            between = "; " if field["type"] in SEVERAL else ", "
            return between.join(choices.get(each, self._texts.get(each, str(each))) for each in value)
        if field["type"] == "scale5":
            return f"{value}/5"
        if "unit" in field:
            return f"{value} {self._say(field['unit'])}"
        if field["type"] == "date":
            return day(str(value), self.language)
        if field["type"] == "emotion" and isinstance(value, int):
            return f"{value:+d}".replace("-", "−")
        return choices.get(str(value), self._texts.get(str(value), str(value)))

    def _quadrant(self, place: Mapping[str, Any]) -> str | None:
        """The quarter of a plane, by its name."""
        quadrants = self._zones[place["zone"]].get("quadrants")
        if not quadrants or "x" not in place or "y" not in place:
            return None
        across, along = ("low" if place[axis] < MIDDLE else "high" for axis in ("x", "y"))
        return self._say(quadrants[f"{across}_{along}"])


def _looks(named: Mapping[str, Any], kinds: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, str]]:
    """Tint and icon of each kind. They are the method's, not the artefact's; a method that is gone has none.

    Of the artefact's kinds, those that people named have the icon that the method gives their tint.
    """
    try:
        method = methods.load(named["key"], named["version"])
    except KeyError:
        return {}
    icons = {look["tint"]: look["icon"] for look in method.get("own_kinds", {}).get("looks", ())}
    named_here = {
        kind["key"]: {"tint": kind["tint"], "icon": icons[kind["tint"]]} for kind in kinds if kind.get("tint") in icons
    }
    return named_here | {kind["key"]: {"tint": kind["tint"], "icon": kind["icon"]} for kind in method["kinds"]}
