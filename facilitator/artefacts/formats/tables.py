"""An artefact as tables: one row for each thing, the first row naming the columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from facilitator.artefacts.formats.provenance import provenance
from facilitator.artefacts.formats.reader import Item, Reader, Value
from facilitator.artefacts.votes import total

Row = list[Value]
Column = tuple[str, Callable[[Item], Value]]


@dataclass(frozen=True)
class Table:
    """`name` is the same in every language, `title` and the rows are in one."""

    name: str
    title: str
    rows: list[Row]


def tables(reader: Reader) -> list[Table]:
    """Each entity of the method, empty ones too; the method's own tables; then what is between and about them."""
    kinds = reader.kinds.values()
    entities = dict.fromkeys([*(kind["entity"] for kind in kinds), *(item["entity"] for item in reader.items.values())])
    return [
        *(_entities(entity, reader) for entity in entities),
        *derived(reader),
        *(Table(name, reader.say(f"table_{name}"), rows(reader)) for name, rows in ABOUT.items()),
    ]


def derived(reader: Reader) -> list[Table]:
    """The method's own tables; older artefacts have none."""
    return [
        Table(
            f"table_{table['key']}",
            reader.words(table["title"]),
            [
                ["", *(reader.head(column) for column in table["columns"])],
                *(
                    [reader.head(row["head"]), *(reader.cell(notes, table["field"]) for notes in row["cells"])]
                    for row in table["rows"]
                ),
            ],
        )
        for table in reader.artefact.get("tables") or []
    ]


def _entities(entity: str, reader: Reader) -> Table:
    """Kinds of one entity share a table; its title names them all."""
    titles = [reader.words(kind["plural"]) for kind in reader.kinds.values() if kind["entity"] == entity]
    columns = [
        *_about(reader),
        *((reader.name_of(field), _valued(field, reader)) for field in reader.fields(entity)),
    ]
    items = [item for item in reader.items.values() if item["entity"] == entity]
    rows: list[Row] = [[title for title, _ in columns], *([tell(item) for _, tell in columns] for item in items)]
    name = f"{entity}_notes" if entity in ABOUT else entity
    return Table(name, ", ".join(titles) or entity, rows)


def _valued(field: Item, reader: Reader) -> Callable[[Item], Value]:
    return lambda item: reader.value(field, item)


def _about(reader: Reader) -> Iterator[Column]:
    """The columns that every entity has; those of a place only where this board has such places."""
    zones = reader.zones.values()
    yield reader.say("id"), lambda item: item["id"]
    yield reader.say("kind"), reader.kind
    yield reader.say("text"), lambda item: item["text"]
    yield reader.say("lang"), lambda item: item["lang"] or ""
    yield reader.say("zone"), lambda item: reader.words(item["place"]["title"])
    if any("axis" in zone for zone in zones):
        yield _strip_head(reader, "phase"), lambda item: reader.zone(item["place"].get("phase"))
        yield _strip_head(reader, "lane"), lambda item: reader.zone(item["place"].get("lane"))
    if any(zone["sort"] == "plane" for zone in zones):
        yield reader.say("x"), lambda item: item["place"].get("x", "")
        yield reader.say("y"), lambda item: item["place"].get("y", "")
    yield reader.say("cluster"), lambda item: reader.text(item["cluster"])
    yield reader.say("votes"), total
    if any("voices" in item for item in reader.items.values()):
        yield reader.say("voices"), lambda item: item.get("voices", "")
    if any("picture" in item for item in reader.items.values()):
        yield reader.say("picture_file"), lambda item: reader.files.get(item.get("picture", {}).get("id"), "")
        yield reader.say("picture"), reader.picture
    yield reader.say("alternatives"), lambda item: "\n".join(item["alternatives"])
    if any("entity_id" in item for item in reader.items.values()):
        yield reader.say("entity_id"), lambda item: item.get("entity_id", "")
    if any("from" in item for item in reader.items.values()):
        yield reader.say("came_from"), reader.came_from
    if any(item.get("merged") for item in reader.items.values()):
        yield reader.say("merged"), lambda item: "\n".join(each["text"] for each in item.get("merged") or [])


def _strip_head(reader: Reader, axis: str) -> str:
    """The method's own word for a column or a row of its board; ours where another head of the table is that word."""
    taken = {reader.words(field["title"]) for kind in reader.kinds.values() for field in kind["fields"]}
    taken |= {reader.say(name) for name in ("id", "kind", "text", "lang", "zone", "cluster", "votes", "alternatives")}
    own = reader.strip(axis)
    return reader.say(axis) if own in taken else own


def _relations(reader: Reader) -> list[Row]:
    names = ("id", "from_id", "from", "relation", "sentence", "to_id", "to", "label", "state")
    return [
        [reader.say(name) for name in names],
        *(
            [
                *(each["id"], each["from"], reader.text(each["from"]), reader.link(each)),
                *(reader.link(each, "sentence"), each["to"], reader.text(each["to"])),
                *(each["label"] or "", reader.state(each)),
            ]
            for each in reader.artefact["relations"]
        ),
    ]


def _comments(reader: Reader) -> list[Row]:
    """One row for each comment and each answer, a comment's answers after it."""
    names = ("id", "about_id", "about", "answers_to", "comment", "said_at", "is_resolved")
    rows: list[Row] = [[reader.say(name) for name in names]]
    for thread in reader.comments():
        about = [thread["on"], reader.about(thread["on"])]
        is_resolved = reader.say("yes" if thread["resolved"] else "no")
        rows.append([thread["id"], *about, "", thread["text"], thread["at"] or "", is_resolved])
        rows += [[each["id"], *about, thread["id"], each["text"], each["at"] or "", ""] for each in thread["answers"]]
    return rows


def _clusters(reader: Reader) -> list[Row]:
    """One row for each note of a theme, and one for a theme that has none."""
    names = ("cluster_id", "cluster", "votes", "note_id", "note")
    return [
        [reader.say(name) for name in names],
        *(
            [each["id"], each["title"], total(each), note, reader.text(note)]
            for each in reader.artefact["clusters"]
            for note in each["notes"] or [""]
        ),
    ]


def _votes(reader: Reader) -> list[Row]:
    """One row for each thing that got votes, in reading order, and one for a ballot in which nothing did."""
    names = ("id", "ballot", "voted_on", "is_open", "voters", "secret", "thing_id", "thing", "votes")
    rows: list[Row] = [[reader.say(name) for name in names]]
    for ballot in reader.artefact["votes"]:
        about: Row = [
            *(ballot["ballot"], ballot["title"], reader.say(f"over_{ballot['over']}")),
            *(reader.say("yes" if ballot["open"] else "no"), "" if ballot["voters"] is None else ballot["voters"]),
            reader.secrecy(ballot),
        ]
        got = [thing for thing in (*reader.items, *reader.clusters) if thing in ballot["sums"]]
        rows += [[*about, thing, reader.text(thing), ballot["sums"][thing]] for thing in got] or [[*about, "", "", ""]]
    return rows


def _questions(reader: Reader) -> list[Row]:
    return [
        [reader.say(name) for name in ("key", "guide_question", "answered", "by")],
        *(
            [
                each["key"],
                reader.words(each["text"]),
                reader.say("yes" if each["answered"] else "no"),
                " ".join(each["by"]),
            ]
            for each in reader.artefact["questions"]
        ),
    ]


def _insights(reader: Reader) -> list[Row]:
    return [
        [reader.say(name) for name in ("key", "insight", "value", "behind")],
        *(
            [each["key"], reader.words(each["text"]), each["value"], " ".join(each["notes"])]
            for each in reader.artefact["insights"]
        ),
    ]


def _zones(reader: Reader) -> list[Row]:
    """Phases, lanes and the others; where a phase and a lane meet says nothing of its own."""
    return [
        [reader.say(name) for name in ("id", "zone", "sort")],
        *(
            [zone["id"], reader.words(zone["title"]), reader.say(f"sort_{zone.get('axis', zone['sort'])}")]
            for zone in reader.zones.values()
            if "phase" not in zone
        ),
    ]


def _provenance(reader: Reader) -> list[Row]:
    return [[reader.say("name"), reader.say("content")], *([name, value] for name, value in provenance(reader))]


ABOUT: Mapping[str, Callable[[Reader], list[Row]]] = {  # the tables that every method has
    "relations": _relations,
    "comments": _comments,
    "clusters": _clusters,
    "votes": _votes,
    "guide_questions": _questions,
    "insights": _insights,
    "zones": _zones,
    "provenance": _provenance,
}
