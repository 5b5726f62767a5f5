"""Markdown: a report that can be read as it is, put into a document, or turned into a page.

Notes under the headings of their zones, relations as sentences, ballots and the origin as tables. All that people
wrote stays text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from facilitator.artefacts.formats.escaped import block, inline
from facilitator.artefacts.formats.pictures import NO_PICTURES, Pictures
from facilitator.artefacts.formats.provenance import provenance
from facilitator.artefacts.formats.reader import Item, Reader
from facilitator.artefacts.formats.tables import derived
from facilitator.artefacts.votes import total


def write(artefact: Mapping[str, Any], language: str, _pictures: Pictures = NO_PICTURES) -> bytes:
    """The report in UTF-8. A picture is told by its description."""
    reader = Reader(artefact, language)
    parts = (
        _head,
        _challenge,
        _insights,
        _recorded,
        _tables,
        _notes,
        _relations,
        _comments,
        _clusters,
        _ballots,
        _questions,
        _origin,
    )
    blocks = [text for part in parts for text in part(reader)]
    return ("\n\n".join(blocks) + "\n").encode()


def _head(reader: Reader) -> Iterator[str]:
    artefact, told = reader.artefact, reader.artefact["provenance"]
    yield f"# {inline(reader.marked(artefact['title']))}"
    if told["is_example"]:
        yield f"**{reader.say('example_all_invented')}**"
    if artefact["id"] is None:
        yield f"**{reader.say('draft')}**"
    lines = (
        ("question", block(reader.marked(told["question"]), "  ")),
        ("project", inline(told["project"]["title"])),
        ("workshop", inline(reader.marked(told["workshop"]["title"]))),
        ("method", inline(reader.method())),
        ("taken_at", reader.moment(told["taken_at"])),
        ("participants", str(told["participants"]["count"])),
        ("organisations", inline(", ".join(told["participants"]["organisations"]))),
        ("version", f"{artefact['version']} · {reader.how_far()}"),
        ("left_out", reader.left_out()),
    )
    yield "\n".join(f"- **{reader.say(name)}:** {value}" for name, value in lines if value)


def _challenge(reader: Reader) -> Iterator[str]:
    """Of a canvas both texts: the one applied with, and the refined one."""
    refined, before = reader.artefact.get("refined") or [], reader.challenge()
    if refined and before:
        yield f"## {reader.say('heading_challenge')}"
        yield "> " + block(before[0], "> ")
        if before[1]:
            yield before[1]
    if refined:
        yield f"## {reader.say('heading_refined')}"
        for each in refined:
            yield f"**{inline(reader.words(each['title']))}**"
            yield "\n".join(f"- {block(text, '  ')}" for text in each["texts"])


def _insights(reader: Reader) -> Iterator[str]:
    told = reader.artefact["insights"]
    if told:
        yield f"## {reader.say('table_insights')}"
        yield "\n".join(f"- {inline(reader.words(each['text']))}" for each in told)


def _recorded(reader: Reader) -> Iterator[str]:
    """Decisions, actions, open questions and lessons, each when there are any."""
    members = {"by": "who", "owner": "who", "due": "when", "reason": "why"}
    for name in ("decisions", "actions", "open_questions", "lessons"):
        told = reader.artefact[name]
        if not told:
            continue
        columns = [member for member in members if any(each.get(member) for each in told)]
        yield f"## {reader.say(f'heading_{name}')}"
        yield _table(
            [reader.say("what"), *(reader.say(members[column]) for column in columns)],
            ([each["text"], *(_member(each, column, reader) for column in columns)] for each in told),
        )


def _member(told: Item, name: str, reader: Reader) -> str:
    return reader.day(told.get(name)) if name == "due" else told.get(name) or ""


def _tables(reader: Reader) -> Iterator[str]:
    """The method's own tables."""
    for table in derived(reader):
        yield f"## {inline(table.title)}"
        heads, *rows = [[reader.shown(cell) for cell in row] for row in table.rows]
        yield _table([inline(head) for head in heads], rows)


def _notes(reader: Reader) -> Iterator[str]:
    """Every zone that can hold notes is a heading; an empty place of a path is left out, an empty phase is not."""
    yield f"## {reader.say('heading_notes')}"
    lying: dict[str, list[Item]] = {}
    for item in reader.items.values():
        lying.setdefault(item["place"]["zone"], []).append(item)
    zones = reader.zones.values()
    for phase in (zone for zone in zones if zone.get("axis") == "phase"):
        yield f"### {inline(reader.words(phase['title']))}"
        cells = [zone for zone in zones if zone.get("phase") == phase["id"] and zone["id"] in lying]
        for cell in cells:
            yield f"#### {inline(reader.zone(cell['lane']))}"
            yield _items(lying[cell["id"]], reader)
        if not cells:
            yield reader.say("no_notes")
    for zone in zones:
        if "axis" not in zone and "phase" not in zone and (zone["id"] in lying or zone["id"] != "zone:unplaced"):
            yield f"### {inline(reader.words(zone['title']))}"
            yield _items(lying.get(zone["id"], []), reader)


def _items(items: Iterable[Item], reader: Reader) -> str:
    return "\n".join(_item(item, reader) for item in items) or reader.say("no_notes")


def _item(item: Item, reader: Reader) -> str:
    lines = [f"- **{inline(reader.kind(item))}:** {block(item['text'], '  ')}"]
    about = [(reader.name_of(field), reader.shown(value)) for field, value in reader.filled(item)]
    about += [(reader.say("alternative"), text) for text in item["alternatives"]]
    if "picture" in item:
        about.append((reader.say("picture"), reader.picture(item)))
    about += [(reader.say("merged"), each["text"]) for each in item.get("merged") or []]
    if item["cluster"]:
        about.append((reader.say("cluster"), reader.text(item["cluster"])))
    if total(item):
        about.append((reader.say("votes"), str(total(item))))
    if came := reader.came_from(item):
        about.append((reader.say("came_from"), came))
    return "\n".join(lines + [f"  - {inline(name)}: {block(value, '    ')}" for name, value in about])


def _relations(reader: Reader) -> Iterator[str]:
    told = reader.artefact["relations"]
    if told:
        yield f"## {reader.say('table_relations')}"
        yield "\n".join(f"- {_sentence(relation, reader)}" for relation in told)


def _sentence(relation: Item, reader: Reader) -> str:
    """`Migri – antaa tietoa → PRH (katkennut): lupapäätös`; names are never inflected."""
    ends = [inline(reader.text(relation[end])) for end in ("from", "to")]
    state = f" ({inline(reader.state(relation))})" if relation["state"] else ""
    label = f": {inline(relation['label'])}" if relation["label"] else ""
    return f"{ends[0]} – {inline(reader.link(relation, 'sentence'))} → {ends[1]}{state}{label}"


def _comments(reader: Reader) -> Iterator[str]:
    """Each under what it is about, with its answers."""
    told = reader.comments()
    if told:
        yield f"## {reader.say('table_comments')}"
    for about, threads in groupby(told, key=lambda thread: str(thread["on"])):
        yield f"### {inline(reader.about(about))}"
        yield "\n".join(_thread(thread, reader) for thread in threads)


def _thread(thread: Item, reader: Reader) -> str:
    mark = f"**{reader.say('is_resolved')}:** " if thread["resolved"] else ""
    answers = [f"  - {block(each['text'], '    ')}" for each in thread["answers"]]
    return "\n".join([f"- {mark}{block(thread['text'], '  ')}", *answers])


def _clusters(reader: Reader) -> Iterator[str]:
    told = reader.artefact["clusters"]
    if told:
        yield f"## {reader.say('table_clusters')}"
    for cluster in told:
        votes = f" ({_counted('votes', total(cluster), reader)})" if total(cluster) else ""
        yield f"### {inline(cluster['title'])}{votes}"
        notes = "\n".join(f"- {block(reader.text(note), '  ')}" for note in cluster["notes"])
        yield notes or reader.say("no_notes")


def _ballots(reader: Reader) -> Iterator[str]:
    told = reader.artefact["votes"]
    if told:
        yield f"## {reader.say('table_votes')}"
    for ballot in told:
        yield f"### {inline(ballot['title'])}"
        if ballot["open"]:
            yield reader.say("ballot_open")
            continue
        yield _counted("voters", ballot["voters"] or 0, reader)
        if ballot["secret"] is False:
            yield reader.say("few_voters")
        got = [thing for thing in (*reader.items, *reader.clusters) if thing in ballot["sums"]]
        got.sort(key=lambda thing: -ballot["sums"][thing])  # stable: of equals the one that is read first
        if got:
            heads = [reader.say("thing"), reader.say("votes")]
            yield _table(heads, ([reader.text(thing), str(ballot["sums"][thing])] for thing in got))


def _counted(name: str, count: int, reader: Reader) -> str:
    return reader.say(f"{name}_one") if count == 1 else reader.say(f"{name}_many", n=count)


def _questions(reader: Reader) -> Iterator[str]:
    """What answers each guide question, or that it is open."""
    yield f"## {reader.say('heading_questions')}"
    lines = []
    for question in reader.artefact["questions"]:
        mark = reader.say("is_answered" if question["answered"] else "is_unanswered")
        lines.append(f"- **{mark}:** {inline(reader.words(question['text']))}")
        lines += [f"  - {_answer(each, reader)}" for each in question["by"]]
    yield "\n".join(lines)


def _answer(answer: str, reader: Reader) -> str:
    for relation in reader.artefact["relations"]:
        if relation["id"] == answer:
            return _sentence(relation, reader)
    for ballot in reader.artefact["votes"]:
        if ballot["ballot"] == answer:
            return f"{reader.say('ballot')}: {inline(ballot['title'])}"
    return block(reader.text(answer), "    ")


def _origin(reader: Reader) -> Iterator[str]:
    yield f"## {reader.say('table_provenance')}"
    yield _table(
        [reader.say("name"), reader.say("content")], ([name, reader.shown(value)] for name, value in provenance(reader))
    )


def _table(heads: list[str], rows: Iterable[list[str]]) -> str:
    lines = [heads, ["---"] * len(heads)]
    body = [[inline(cell) for cell in row] for row in rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in (*lines, *body))
