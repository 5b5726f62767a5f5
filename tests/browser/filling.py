"""What somebody would paste and draw to make a method's worked example anew, in the words that they see in Finnish."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Method = Mapping[str, Any]
EXCERPT = 60  # code points of a note in a list to choose from


def rows(method: Method) -> str:
    """The notes of the example as cells of a spreadsheet: heads, then a row for each, with place, kind and fields."""
    notes, places = method["example"]["notes"], places_of(method)
    titles = {field["key"]: field for kind in method["kinds"] for field in kind["fields"]}
    used = list(dict.fromkeys(name for note in notes for name in note.get("fields", {})))
    kinds = {kind["key"]: kind["title"]["fi"] for kind in method["kinds"]}
    heads = ["Teksti", "Paikka", "Laji", *used]
    body = (
        [
            note["text"]["fi"],
            places[note["zone"]],
            kinds[note["kind"]],
            *(said(titles[name], note.get("fields", {}).get(name)) for name in used),
        ]
        for note in notes
    )
    return "\n".join("\t".join(row) for row in (heads, *body))


def places_of(method: Method) -> dict[str, str]:
    """What each place is called; a cell by its phase and its lane."""
    found = {zone["id"]: zone["title"]["fi"] for zone in method["zones"]}
    for phase in method.get("phases", ()):
        for lane in method.get("lanes", ()):
            title = f"{phase['title']['fi']} · {lane['title']['fi']}"
            found[f"{phase['id']}/{lane['id'].partition(':')[2]}"] = title
    return found


def said(field: Mapping[str, Any], value: Any) -> str:
    """A value as people write it into a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "kyllä" if value else "ei"
    if field["type"] in ("choice", "choices"):
        titles = {choice["key"]: choice["title"]["fi"] for choice in field["choices"]}
        return ", ".join(titles[each] for each in (value if isinstance(value, list) else [value]))
    return str(value["fi"] if isinstance(value, Mapping) else value)


def arrows(method: Method) -> list[dict[str, str]]:
    """The arrows that the method's questions ask for, from the example; each in the words of the dialog."""
    links = method["example"].get("links", [])
    wanted: list[Mapping[str, Any]] = []
    for check in checks(method):
        if "links" in check:
            fitting = [
                link
                for link in links
                if link["kind"] in (check["links"] or [link["kind"]])
                and link.get("state") in check.get("states", [link.get("state")])
            ]
            wanted += [link for link in fitting[: check.get("min", 1)] if link not in wanted]
    texts = {note["key"]: note["text"]["fi"] for note in method["example"]["notes"]}
    texts |= {f"given:{note['key']}": note["text"]["fi"] for note in method.get("given", ())}
    kinds, states = ({each["key"]: each["title"]["fi"] for each in method[part]} for part in ("links", "link_states"))
    return [
        {
            "Mistä": excerpt(texts[link["from"]]),
            "Mitä kulkee": kinds[link["kind"]],
            "Mihin": excerpt(texts[link["to"]]),
            **({"Miten toimii": states[link["state"]]} if "state" in link else {}),
        }
        for link in wanted
    ]


def checks(method: Method) -> Iterator[Mapping[str, Any]]:
    """Every check of its questions, also those within others."""

    def within(check: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        yield check
        for inner in (*check.get("all_of", ()), *check.get("any_of", ())):
            yield from within(inner)

    for question in method["questions"]:
        yield from within(question["check"])


def asks_for(method: Method, word: str) -> bool:
    """Whether some question can only be answered by this: `voted`, `clusters`."""
    return any(word in check for check in checks(method))


def excerpt(text: str) -> str:
    """A note's text as it stands in a list to choose from."""
    return text if len(text) <= EXCERPT else text[: EXCERPT - 1].rstrip() + "…"
