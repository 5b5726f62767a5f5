"""An artefact read aloud in one language: ids and keys as the words that people know them by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from facilitator.artefacts.entities import value_of
from facilitator.artefacts.formats.days import day
from facilitator.artefacts.formats.figures import figure
from facilitator.artefacts.formats.words import say
from facilitator.artefacts.words import in_language, told
from facilitator.home import HOME
from facilitator.methods.several import SEVERAL

Item = Mapping[str, Any]
Value = str | int | float


class Reader:
    """Looks up what an artefact's ids and keys stand for."""

    def __init__(self, artefact: Mapping[str, Any], language: str) -> None:
        self.artefact = artefact
        self.language = language
        self.items: dict[str, Item] = {item["id"]: item for item in artefact["items"]}
        self.clusters: dict[str, Item] = {cluster["id"]: cluster for cluster in artefact["clusters"]}
        self.zones: dict[str, Item] = {zone["id"]: zone for zone in artefact["zones"]}
        self.files: dict[str, str] = {}  # of pictures that lie beside the tables, by id
        vocabulary = artefact["vocabulary"]
        self.kinds: dict[str, Item] = {kind["key"]: kind for kind in vocabulary["kinds"]}
        self._links: dict[str, Item] = {link["key"]: link for link in vocabulary["links"]}
        self._states: dict[str, Item] = {state["key"]: state for state in vocabulary["link_states"]}

    def words(self, title: Any) -> str:
        """A title in this language, or as people wrote it."""
        return in_language(title, self.language)

    def marked(self, title: Any) -> str:
        """The same, saying which language it is in where that is another one: *Företagets väg (ruotsiksi)*."""
        text, tongue = told(title, self.language)
        return f"{text} ({self.say(f'in_{tongue}')})" if tongue else text

    def say(self, name: str, **values: Any) -> str:
        """One of the formats' own wordings."""
        return say(name, self.language, **values)

    def strip(self, axis: str) -> str:
        """What one column (`phase`) or one row (`lane`) of a matrix is called: the method's word, or ours."""
        own = self.artefact["vocabulary"].get(f"{axis}_name")
        return self.words(own) if own else self.say(axis)

    def zone(self, zone: str | None) -> str:
        """A zone's title."""
        return self.words(self.zones[zone]["title"]) if zone in self.zones else ""

    def text(self, thing: str | None) -> str:
        """What a note says or what a theme is called; an id that is unknown here as it is."""
        if thing in self.items:
            return str(self.items[thing]["text"])
        return str(self.clusters[thing]["title"]) if thing in self.clusters else thing or ""

    def method(self) -> str:
        """The method, and which of its variants the board shows: *Palvelupolku · Tavoitetila*."""
        method = self.artefact["method"]
        titles = [method["title"], *([method["variant"]["title"]] if "variant" in method else [])]
        return " · ".join(map(self.words, titles))

    def kind(self, item: Item) -> str:
        """The kind of note."""
        kind = self.kinds.get(item["kind"])
        return self.words(kind["title"]) if kind else str(item["kind"])

    def tint(self, item: Item) -> str:
        """The colour of a note on the board. It says nothing alone: the kind stands in words beside it."""
        return str(self.kinds.get(item["kind"], {}).get("tint", "neutral"))

    def link(self, relation: Item, form: str = "title") -> str:
        """The kind of relation: its title, or the sentence that stands between its ends."""
        link = self._links.get(relation["kind"])
        return self.words(link[form]) if link else str(relation["kind"])

    def state(self, relation: Item) -> str:
        """How a relation is doing; nothing when nobody has said."""
        state = self._states.get(relation["state"])
        return self.words(state["title"]) if state else str(relation["state"] or "")

    def picture(self, item: Item) -> str:
        """What a note's picture shows, as far as somebody has said so; nothing where there is no picture."""
        picture = item.get("picture")
        return str(picture["description"] or self.say("picture_unsaid")) if picture else ""

    def comments(self) -> Sequence[Item]:
        """The threads, in reading order; older artefacts have none."""
        return self.artefact.get("comments") or ()

    def read_out(self, relation: Item) -> str:
        """A relation as a sentence: *Migri – antaa tietoa → PRH*; names are never inflected."""
        ends = (self.text(relation["from"]), self.link(relation, "sentence"), self.text(relation["to"]))
        return "{} – {} → {}".format(*ends)

    def about(self, thing: str) -> str:
        """What a comment is about: a note's text, or a relation as a sentence."""
        told = next((each for each in self.artefact["relations"] if each["id"] == thing), None)
        return self.text(thing) if told is None else self.read_out(told)

    def fields(self, entity: str) -> list[Item]:
        """The typed fields of an entity, in the method's order; kinds of one entity share a table."""
        kinds = [kind for kind in self.kinds.values() if kind["entity"] == entity]
        return list({field["key"]: field for kind in reversed(kinds) for field in reversed(kind["fields"])}.values())[
            ::-1
        ]

    def filled(self, item: Item) -> list[tuple[Item, Value]]:
        """The fields of a note that have a value, with it."""
        told = [(field, self.value(field, item)) for field in self.fields(item["entity"])]
        return [(field, value) for field, value in told if value != ""]

    def name_of(self, field: Item) -> str:
        """A field's name, with what it counts."""
        unit = f" ({self.words(field['unit'])})" if "unit" in field else ""
        return f"{self.words(field['title'])}{unit}"

    def value(self, field: Item, item: Item) -> Value:
        """A field's value: numbers as they are, everything else in words; nothing when it is not filled in."""
        value = value_of(item, field["key"])
        if value is None:
            return ""
        if isinstance(value, bool):
            return self.say("yes" if value else "no")
        if isinstance(value, int | float):
            return value
        if field["type"] == "item":
            return self.text(value)
        if field["type"] == "date":
            return self.day(value)
        titles = {choice["key"]: self.words(choice["title"]) for choice in field["choices"]}
        values: list[str] = value if isinstance(value, list) else [value]
        between = "; " if field["type"] in SEVERAL else ", "  # a comma may belong to a name
        return between.join(titles.get(each, each) for each in values)

    def head(self, head: Item) -> str:
        """What a row or a column of a derived table stands for; what was erased since names nothing any more."""
        if head["note"] is None:
            return self.words(head["title"])
        item = self.items.get(head["note"])
        if item is None or head["field"] is None:
            return self.text(head["note"])
        value = value_of(item, head["field"])
        if value is None:
            return self.text(head["note"])
        return str(value[head["at"]] if "at" in head else value)

    def cell(self, notes: list[str], field: str | None) -> Value:
        """What a cell of a derived table says: what a field of its notes says, or how many they are; else nothing."""
        if field is None:
            return len(notes) or ""
        told = [self.value(each, self.items[note]) for note in notes for each in self._field(note, field)]
        return ", ".join(dict.fromkeys(str(value) for value in told if value != ""))

    def _field(self, note: str, key: str) -> list[Item]:
        return [field for field in self.fields(self.items[note]["entity"]) if field["key"] == key]

    def shown(self, value: Value) -> str:
        """A value as text, numbers as readers of this language write them."""
        return value if isinstance(value, str) else figure(value, self.language)

    def day(self, text: str | None) -> str:
        """A day as readers of this language write it; nothing for None."""
        return day(text or "", self.language)

    def challenge(self) -> tuple[str, str] | None:
        """The project's challenge as it was applied with, and when it was written; older artefacts do not tell it."""
        project = self.artefact["provenance"]["project"]
        text = project.get("challenge")
        if not text:
            return None
        at = project.get("challenge_at")
        return text, self.say("challenge_at", day=self.day(at[:10])) if at else ""

    def moment(self, text: str) -> str:
        """A time, `2026-11-21T09:14:03.120Z` in the artefact, by the clock at home and to the minute."""
        at = datetime.fromisoformat(text).astimezone(HOME)
        return self.say("moment", day=at.day, month=at.month, year=at.year, hour=at.hour, minute=at.minute)

    def how_far(self) -> str:
        """Draft, confirmed in the workshop, as it ended, or finished."""
        return self.say(f"state_{self.artefact['state']}")

    def standing(self) -> str:
        """Which version it is, and how far it has come: *Versio 2 · viimeistelty*."""
        return f"{self.say('version')} {self.artefact['version']} · {self.how_far()}"

    def left_out(self) -> str:
        """How many notes were left out; nothing when none were, also where an older version does not say."""
        count = self.artefact.get("left_out", 0)
        return self.say("left_out_one" if count == 1 else "left_out_many", n=count) if count else ""

    def source(self, source: Item) -> str:
        """An output that the board began from: *1. Haaste: Sidosryhmät, versio 2*."""
        title, workshop = self.marked(source["title"]), self.marked(source["workshop"])
        version = self.say("version").lower()
        return f"{source['order']}. {workshop}: {title}, {version} {source['version']}"

    def came_from(self, item: Item) -> str:
        """The output that a note or a place was carried over from; nothing for one that was made here."""
        sources = self.artefact["provenance"].get("sources", ())
        found = (each for each in sources if each["artefact"] == item.get("from", {}).get("artefact"))
        return next((self.source(each) for each in found), "")

    def brought(self) -> str:
        """What came in a file and was held or said on another board; nothing where nothing did."""
        told = self.artefact["provenance"].get("brought", {})
        titles = {each["ballot"]: each["title"] for each in self.artefact["votes"]}
        parts = [self.say("brought_ballots", title=titles[each]) for each in told.get("ballots", ())]
        count = told.get("comments", 0)
        return "; ".join([*parts, *([self.say("brought_comments", n=count)] if count else [])])

    def secrecy(self, ballot: Item) -> str:
        """Whether a ballot's sums may tell who voted for what; nothing while it is open."""
        if ballot["secret"] is None:
            return ""
        return self.say("yes" if ballot["secret"] else "no")
