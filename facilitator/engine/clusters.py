"""Clusters: notes gathered under a title. A note is in one cluster at most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from facilitator.engine.ids import is_id
from facilitator.engine.merged import MOST_MERGED, keepers, merged_of, still_in, without
from facilitator.engine.operation import Decision, Operation, Quiet, decides
from facilitator.engine.state import Actor, Change, Item, Refusal, State, differing, put, take_away
from facilitator.engine.text import clean_line
from facilitator.engine.touch import removed, restorable, shown, to_whom, touchable

MOST_MEMBERS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class AddCluster(Operation):
    type: ClassVar[str] = "cluster.add"

    cluster: str
    title: str
    notes: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCluster(Operation):
    type: ClassVar[str] = "cluster.set"

    cluster: str
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeClusters(Operation):
    """cluster: the one that stays; clusters: those that go into it. title: what it is called from then on."""

    type: ClassVar[str] = "cluster.merge"

    cluster: str
    clusters: Sequence[str]
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitCluster(Operation):
    """into: the new cluster, with these notes of the old one."""

    type: ClassVar[str] = "cluster.split"

    cluster: str
    into: str
    title: str
    notes: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveCluster(Operation):
    type: ClassVar[str] = "cluster.remove"

    cluster: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreCluster(Operation):
    type: ClassVar[str] = "cluster.restore"

    cluster: str


@decides(AddCluster)
def add_cluster(state: State, op: AddCluster, actor: Actor) -> Decision:
    """Gather notes. One with private members is private with them; then all must be."""
    if not is_id(op.cluster, "cluster"):
        return Refusal("id.invalid")
    if state.known(op.cluster) is not None:
        return Refusal("item.exists")
    title = clean_line(op.title)
    if isinstance(title, Refusal):
        return title
    members = _members(state, op.notes, actor)
    if isinstance(members, Refusal):
        return members
    cluster: dict[str, Any] = {"title": title, "notes": list(op.notes), "author": actor.id}
    taken = _taken(state, op.cluster, op.notes)
    if any(note.get("private") for note in members):
        if not all(note.get("private") for note in members):
            return Refusal("mode.silent")
        cluster |= {"silence": state.board.get("silence"), "private": True}
        return Quiet([put(op.cluster, cluster), *taken], (actor.id,))
    return [put(op.cluster, cluster), *taken]


@decides(SetCluster)
def set_cluster(state: State, op: SetCluster, actor: Actor) -> Decision:
    """Rename a cluster, or say anew which notes are in it."""
    cluster = touchable(state, "cluster", op.cluster, actor)
    if isinstance(cluster, Refusal):
        return cluster
    fields = dict(op.fields)
    if unknown := set(fields) - {"title", "notes"}:
        return Refusal("field.unknown", {"field": min(unknown)})
    if "title" in fields:
        title = (
            clean_line(fields["title"])
            if isinstance(fields["title"], str)
            else Refusal("field.wrong", {"field": "title"})
        )
        if isinstance(title, Refusal):
            return title
        fields["title"] = title
    taken: list[Change] = []
    if "notes" in fields:
        if not isinstance(fields["notes"], list) or not all(isinstance(each, str) for each in fields["notes"]):
            return Refusal("field.wrong", {"field": "notes"})
        members = _members(state, fields["notes"], actor)
        if isinstance(members, Refusal):
            return members
        if any(bool(note.get("private")) != bool(cluster.get("private")) for note in members):
            return Refusal("mode.silent")
        taken = _taken(state, op.cluster, fields["notes"])
    changed = differing(cluster, fields)
    return to_whom([*([put(op.cluster, changed)] if changed else []), *taken], cluster)


@decides(MergeClusters)
def merge_clusters(state: State, op: MergeClusters, actor: Actor) -> Decision:
    """Make one of several: its notes are all of theirs, and it says which. `cluster.restore` takes one out."""
    if not op.clusters or len({op.cluster, *op.clusters}) != len(op.clusters) + 1:
        return Refusal("field.wrong", {"field": "clusters"})
    found: dict[str, Item] = {}
    for cluster_id in (op.cluster, *op.clusters):
        cluster = touchable(state, "cluster", cluster_id, actor)
        if isinstance(cluster, Refusal):
            return cluster
        found[cluster_id] = cluster
    kept = found[op.cluster]
    title = kept["title"] if op.title is None else clean_line(op.title)
    if isinstance(title, Refusal):
        return title
    if any(bool(each.get("private")) != bool(kept.get("private")) for each in found.values()):
        return Refusal("mode.silent")
    notes = list(dict.fromkeys(note for each in found.values() for note in each["notes"]))
    merged = merged_of(kept, found, [{"id": each, "title": found[each]["title"]} for each in op.clusters])
    if len(notes) > MOST_MEMBERS or len(merged) > MOST_MERGED:
        return Refusal("field.wrong", {"field": "clusters"})
    fields = differing(kept, {"title": title, "notes": notes, "merged": merged})
    return to_whom([put(op.cluster, fields), *(take_away(each) for each in op.clusters)], kept)


@decides(SplitCluster)
def split_cluster(state: State, op: SplitCluster, actor: Actor) -> Decision:
    """Take some notes out under a title of their own: those of them that are still in the cluster."""
    cluster = touchable(state, "cluster", op.cluster, actor)
    if isinstance(cluster, Refusal):
        return cluster
    if not is_id(op.into, "cluster"):
        return Refusal("id.invalid")
    if state.known(op.into) is not None:
        return Refusal("item.exists")
    title = clean_line(op.title)
    if isinstance(title, Refusal):
        return title
    leaving = [note for note in cluster["notes"] if note in op.notes and note in state.items]
    if not leaving:
        return Refusal("cluster.nothing_left")
    new: dict[str, Any] = {"title": title, "notes": leaving, "author": actor.id}
    if cluster.get("private"):
        new |= {"silence": cluster.get("silence"), "private": True}
    staying = [note for note in cluster["notes"] if note not in leaving]
    return to_whom([put(op.into, new), put(op.cluster, {"notes": staying})], cluster)


@decides(RemoveCluster)
def remove_cluster(state: State, op: RemoveCluster, actor: Actor) -> Decision:
    """Take the cluster away; its notes stay."""
    return removed(state, "cluster", op.cluster, actor)


@decides(RestoreCluster)
def restore_cluster(state: State, op: RestoreCluster, actor: Actor) -> Decision:
    """Bring a cluster back, without those notes that went into another meanwhile, and out of the one it went into."""
    cluster = restorable(state, "cluster", op.cluster, actor)
    if cluster is None or isinstance(cluster, Refusal):
        return cluster or []
    keeper = keepers(state.items).get(op.cluster)
    elsewhere = {
        note
        for other, item in state.items.items()
        if other.startswith("cluster:") and other != keeper
        for note in item["notes"]
    }
    cluster = still_in(
        state, {**cluster, "notes": [each for each in cluster["notes"] if each not in elsewhere]}, keeper
    )
    parted = [] if keeper is None else [_parted(keeper, state.items[keeper], op.cluster, cluster)]
    if any(state.items.get(note, {}).get("private") for note in cluster["notes"]):
        return Quiet([put(op.cluster, cluster), *parted], (actor.id,))
    return [put(op.cluster, shown(cluster)), *parted]


def _parted(keeper: str, kept: Item, cluster_id: str, cluster: Item) -> Change:
    """What changes in the cluster that this one comes out of: its notes go with it, those that came since stay."""
    notes = [note for note in kept["notes"] if note not in cluster["notes"]]
    return put(keeper, differing(kept, {"notes": notes, "merged": without(kept, cluster_id, cluster)}))


def _members(state: State, notes: Sequence[str], actor: Actor) -> list[Item] | Refusal:
    if len(set(notes)) != len(notes) or len(notes) > MOST_MEMBERS:
        return Refusal("field.wrong", {"field": "notes"})
    members = []
    for note_id in notes:
        note = touchable(state, "note", note_id, actor)
        if isinstance(note, Refusal):
            return note
        members.append(note)
    return members


def _taken(state: State, cluster_id: str, notes: Sequence[str]) -> list[Change]:
    """Changes to the clusters that lose a member to this one."""
    wanted = set(notes)
    return [
        put(other, {"notes": [note for note in item["notes"] if note not in wanted]})
        for other, item in state.items.items()
        if other.startswith("cluster:") and other != cluster_id and not wanted.isdisjoint(item["notes"])
    ]
