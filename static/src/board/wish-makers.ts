/** What somebody might do on a board, by chance: for tests of long histories. */

import { isCluster, isComment, isLink, isNote, isVote, isZone } from "./items";
import type { Comment, Item, Link, Note, Vote } from "./items";
import { addNote, pick } from "./makers";
import type { Wish } from "./operations";
import type { Store } from "./store";

export type Random = () => number;

const FLOWS = ["zone:apply/pain", "zone:wait/pain", "zone:core", "zone:unplaced"];

type Somewhere = (random: Random) => { zone: string; order: string } | { zone: string; x: number; y: number };

function anywhere(random: Random): ReturnType<Somewhere> {
  if (random() < 0.2) return { zone: "zone:grid", x: Math.floor(random() * 10_001), y: Math.floor(random() * 10_001) };
  return { zone: pick(random, FLOWS), order: pick(random, ["a0", "a1", "a1V", "a2"]) };
}

const PICTURE = { id: "a".repeat(64), width: 3, height: 2 };

interface Talked {
  readonly note: Note | null;
  readonly link: Link | null;
  readonly comment: Comment | null;
}

function talk(random: Random, name: string, { note, link, comment }: Talked): readonly (Wish | null)[] {
  const on = pick(random, [note, link])?.id;
  return [
    on === undefined ? null : { type: "comment.add", comment: `comment:${name}`, on, text: name },
    comment && { type: "comment.write", comment: comment.id, text: `${comment.text}+${name}` },
    comment && { type: pick(random, ["comment.resolve", "comment.reopen"]), comment: comment.id },
    comment && { type: "comment.remove", comment: comment.id },
  ];
}

/** Something that this person might do now. */
export function anyWish(random: Random, store: Store, name: string, somewhere: Somewhere = anywhere): Wish {
  const items: readonly Item[] = [...store.items.value.values()];
  const one = <T extends Item>(of: (item: Item) => item is T): T | null => {
    const found = items.filter(of);
    return found.length > 0 ? pick(random, found) : null;
  };
  const note = one(isNote);
  const other = one(isNote);
  const link = one(isLink);
  const [cluster, another] = [one(isCluster), one(isCluster)];
  const comment = one(isComment);
  const vote = one((item): item is Vote => isVote(item) && item.author === store.boot.you);
  const phase = items.filter(isZone).find(({ axis }) => axis === "phase");
  const gone = (noun: string) =>
    [...store.confirmed.value.aside.keys()].find((id) => id.startsWith(`${noun}:`)) ?? null;
  const [lost, cut, parted, silenced] = ["note", "link", "cluster", "comment"].map(gone);
  const wishes: readonly (Wish | null)[] = [
    addNote(`note:${name}`, somewhere(random)),
    note && { type: "note.write", note: note.id, was: note.text, text: `${note.text}+${name}` },
    note && { type: "note.move", note: note.id, ...somewhere(random) },
    note && { type: "note.set", note: note.id, fields: { severity: pick(random, [1, 5, null]) } },
    note && { type: "note.remove", note: note.id },
    lost ? { type: "note.restore", note: lost } : null,
    note && { type: "note.picture", note: note.id, picture: pick(random, [PICTURE, null]) },
    note && other && note !== other ? { type: "note.merge", note: note.id, notes: [other.id] } : null,
    note && other && { type: "link.add", link: `link:${name}`, from: note.id, to: other.id, kind: "data" },
    link && { type: "link.set", link: link.id, fields: { label: pick(random, [name, null]) } },
    link && { type: "link.remove", link: link.id },
    cut ? { type: "link.restore", link: cut } : null,
    note && other && { type: "cluster.add", cluster: `cluster:${name}`, title: name, notes: [note.id, other.id] },
    cluster && note && { type: "cluster.set", cluster: cluster.id, fields: { notes: [...cluster.notes, note.id] } },
    cluster && another && cluster !== another
      ? { type: "cluster.merge", cluster: cluster.id, clusters: [another.id], title: name }
      : null,
    cluster && cluster.notes.length > 1
      ? {
          type: "cluster.split",
          cluster: cluster.id,
          into: `cluster:${name}`,
          title: name,
          notes: cluster.notes.slice(1),
        }
      : null,
    cluster && { type: "cluster.remove", cluster: cluster.id },
    parted ? { type: "cluster.restore", cluster: parted } : null,
    ...talk(random, name, { note, link, comment }),
    silenced ? { type: "comment.restore", comment: silenced } : null,
    phase ? { type: "zone.remove", zone: phase.id } : null,
    { type: "zone.add", zone: `zone:${name}`, title: name, axis: pick(random, ["phase", "lane"]) },
    note && { type: "vote.cast", vote: `vote:${name}`, ballot: "ballot:1", note: note.id },
    vote && { type: "vote.withdraw", vote: vote.id },
  ];
  return pick(
    random,
    wishes.filter((wish) => wish !== null),
  );
}
