/**
 * What becomes one, and comes out of it again: guessed, and taken back.
 *
 * Nobody does it before the board stands, so it comes in a later file and is learnt then.
 */

import type { Change } from "./events";
import { gone, hiddenWith, learnGuesses, set } from "./guess";
import type { OperationOf, Sight } from "./guess";
import { boardOf, isCluster, isNote } from "./items";
import type { Fields, Item } from "./items";
import { keepers, stillIn, withMerged, withoutMerged } from "./merged";
import type { Wish } from "./operations";
import { learnInverses } from "./undo";
import type { Inverses } from "./undo";

/** Writers only as the board shows them to everybody; a note in no theme takes its place in one of the others'. */
function mergeNotes(
  { note, notes, text, fields, entity }: OperationOf<"note.merge">,
  { items }: Sight,
): readonly Change[] {
  const found = [note, ...notes].map((id) => items.get(id)).filter(isNote);
  const [kept, ...others] = found;
  if (kept === undefined) return [];
  const isNamed = boardOf(items)?.authors === "names";
  const merged = withMerged(
    kept,
    others.map((other) => {
      const { id, lang, organisation, author, silence, late } = other;
      const whose = isNamed && silence === undefined && !late ? { author } : {};
      return [filled({ id, text: other.text, lang, organisation, ...whose }), other];
    }),
  );
  const gathered = gatheredInto(kept.id, others, items);
  const told = {
    ...(fields ? { fields: { ...kept.fields, ...fields } } : {}),
    ...(entity === undefined ? {} : { entity }),
  };
  return [set(kept.id, { text: text ?? kept.text, merged, ...told }), ...gathered, ...others.map(({ id }) => gone(id))];
}

function filled<T extends Fields>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

function gatheredInto(kept: string, others: readonly Item[], items: Sight["items"]): readonly Change[] {
  const clusters = [...items.values()].filter(isCluster);
  if (clusters.some(({ notes }) => notes.includes(kept))) return [];
  for (const { id } of others) {
    const cluster = clusters.find(({ notes }) => notes.includes(id));
    if (cluster)
      return [set(cluster.id, { notes: cluster.notes.flatMap((each) => (each === id ? [kept, each] : [each])) })];
  }
  return [];
}

/** Back, and out of the one that it had become. */
function backOut(id: string, { items, aside }: Sight): readonly Change[] {
  const was = aside.get(id);
  if (was === undefined || items.has(id)) return [];
  const keeper = keepers(items).get(id);
  const merged = stillIn(was, items, keeper);
  const kept = items.get(keeper ?? "");
  const parted = kept ? [set(kept.id, { merged: withoutMerged(kept, { id, merged }) })] : [];
  return [set(id, { ...was, merged }), ...parted];
}

function mergeClusters(op: OperationOf<"cluster.merge">, { items }: Sight): readonly Change[] {
  const found = [op.cluster, ...op.clusters].map((id) => items.get(id)).filter(isCluster);
  const [kept, ...others] = found;
  if (kept === undefined) return [];
  const merged = withMerged(
    kept,
    others.map((other) => [{ id: other.id, title: other.title }, other]),
  );
  const notes = [...new Set(found.flatMap((each) => each.notes))];
  return [set(kept.id, { title: op.title ?? kept.title, notes, merged }), ...others.map(({ id }) => gone(id))];
}

function splitCluster(op: OperationOf<"cluster.split">, sight: Sight): readonly Change[] {
  const cluster = sight.items.get(op.cluster);
  if (!isCluster(cluster)) return [];
  const leaves = (id: string) => op.notes.includes(id) && sight.items.has(id);
  const notes = cluster.notes.filter(leaves);
  return [
    set(op.into, { title: op.title, notes, author: sight.you, ...hiddenWith(notes, sight) }),
    set(cluster.id, { notes: cluster.notes.filter((id) => !leaves(id)) }),
  ];
}

/** Without the notes that went into another meanwhile; out of the one that it went into, with those it brought there. */
function restoreCluster({ cluster: id }: OperationOf<"cluster.restore">, { items, aside }: Sight): readonly Change[] {
  const was = aside.get(id);
  if (!isCluster(was) || items.has(id)) return [];
  const keeper = keepers(items).get(id);
  const others = [...items.values()].filter(isCluster).filter((each) => each.id !== keeper);
  const elsewhere = new Set(others.flatMap(({ notes }) => notes));
  const merged = stillIn(was, items, keeper);
  const back = { ...was, notes: was.notes.filter((note) => !elsewhere.has(note)), merged };
  const kept = items.get(keeper ?? "");
  if (!isCluster(kept)) return [set(id, back)];
  const notes = kept.notes.filter((note) => !back.notes.includes(note));
  return [set(id, back), set(kept.id, { notes, merged: withoutMerged(kept, { id, merged }) })];
}

const inverses: Inverses = {
  "note.restore": ({ note }, { items }) => {
    const keeper = keepers(items).get(note);
    return keeper === undefined
      ? [{ type: "note.remove", note }]
      : [{ type: "note.merge", note: keeper, notes: [note] }];
  },
  "note.merge": ({ note, notes, text, fields, entity }, { items }) => {
    const before = items.get(note);
    const parted = notes.map((each): Wish => ({ type: "note.restore", note: each }));
    const rewritten: Wish[] =
      isNote(before) && text !== undefined && text !== before.text
        ? [{ type: "note.write", note, was: text, text: before.text }]
        : [];
    if (isNote(before) && fields) {
      const former = Object.keys(fields).map((name) => [name, before.fields?.[name] ?? null]);
      rewritten.push({ type: "note.set", note, fields: Object.fromEntries(former) as Fields });
    }
    if (isNote(before) && entity !== undefined) {
      rewritten.push({ type: "note.tie", note, fields: { entity: before.entity ?? null } });
    }
    const gathered = [...items.values()].filter(isCluster);
    if (gathered.some((cluster) => cluster.notes.includes(note))) return [...parted, ...rewritten];
    // It took a place in the theme of one of the others.
    const joined = notes.map((each) => gathered.find((cluster) => cluster.notes.includes(each))).find(Boolean);
    const left: Wish[] = joined
      ? [{ type: "cluster.set", cluster: joined.id, fields: { notes: joined.notes.filter((each) => items.has(each)) } }]
      : [];
    return [...parted, ...rewritten, ...left];
  },
  // What came out of another goes into it again.
  "cluster.restore": ({ cluster }, { items }) => {
    const keeper = keepers(items).get(cluster);
    return keeper === undefined
      ? [{ type: "cluster.remove", cluster }]
      : [{ type: "cluster.merge", cluster: keeper, clusters: [cluster] }];
  },
  "cluster.merge": ({ cluster, clusters }, { items }) => {
    const before = items.get(cluster);
    const title: Wish[] = isCluster(before) ? [{ type: "cluster.set", cluster, fields: { title: before.title } }] : [];
    return [...title, ...clusters.map((each): Wish => ({ type: "cluster.restore", cluster: each }))];
  },
  "cluster.split": ({ cluster, into }, { items }) => {
    const before = items.get(cluster);
    if (!isCluster(before)) return [];
    return [
      { type: "cluster.remove", cluster: into },
      { type: "cluster.set", cluster, fields: { notes: before.notes } },
    ];
  },
};

learnGuesses({
  "note.merge": mergeNotes,
  "note.restore": ({ note }, sight) => backOut(note, sight),
  "cluster.merge": mergeClusters,
  "cluster.split": splitCluster,
  "cluster.restore": restoreCluster,
});
learnInverses(inverses);
