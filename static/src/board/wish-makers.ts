/** What somebody might do on a board, by chance: for tests of long histories. */

import { isCluster, isLink, isNote, isVote, isZone } from "./items";
import type { Item } from "./items";
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

/** Something that this person might do now, or nothing if there is not enough on the board for it. */
export function anyWish(random: Random, store: Store, name: string, somewhere: Somewhere = anywhere): Wish | null {
  const items: readonly Item[] = [...store.items.value.values()];
  const one = <T extends Item>(of: (item: Item) => item is T): T | null => {
    const found = items.filter(of);
    return found.length > 0 ? pick(random, found) : null;
  };
  const note = one(isNote);
  const other = one(isNote);
  const link = one(isLink);
  const cluster = one(isCluster);
  const vote = one(isVote);
  const phase = items.filter(isZone).find(({ axis }) => axis === "phase");
  const gone = [...store.confirmed.value.aside.keys()].find((id) => id.startsWith("note:"));
  const wishes: readonly (Wish | null)[] = [
    addNote(`note:${name}`, somewhere(random)),
    note && { type: "note.write", note: note.id, was: note.text, text: `${note.text}+${name}` },
    note && { type: "note.move", note: note.id, ...somewhere(random) },
    note && { type: "note.set", note: note.id, fields: { severity: pick(random, [1, 5, null]) } },
    note && { type: "note.remove", note: note.id },
    gone ? { type: "note.restore", note: gone } : null,
    note && other && { type: "link.add", link: `link:${name}`, from: note.id, to: other.id, kind: "data" },
    link && { type: "link.set", link: link.id, fields: { label: pick(random, [name, null]) } },
    link && { type: "link.remove", link: link.id },
    note && other && { type: "cluster.add", cluster: `cluster:${name}`, title: name, notes: [note.id, other.id] },
    cluster && note && { type: "cluster.set", cluster: cluster.id, fields: { notes: [...cluster.notes, note.id] } },
    phase ? { type: "zone.remove", zone: phase.id } : null,
    { type: "zone.add", zone: `zone:${name}`, title: name, axis: pick(random, ["phase", "lane"]) },
    note && { type: "vote.cast", vote: `vote:${name}`, ballot: "ballot:1", note: note.id },
    vote && { type: "vote.withdraw", vote: vote.id },
  ];
  return pick(random, wishes);
}
