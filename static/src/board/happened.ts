/** What was done on a board, as those who lead are told it, and what puts an act back. */

import type { Sight } from "./guess";
import { siblings } from "./guess";
import type { Fields, Item, Note, Zone } from "./items";
import { mergedIn } from "./merged";
import type { Wish } from "./operations";
import { placeOf } from "./undo";

export interface ActTold {
  readonly seq: number;
  readonly op: string;
  /** Absent where the board does not show who did it. */
  readonly by?: string;
  readonly at: string;
  readonly changes: readonly ChangeTold[];
  /** How many notes of a silence it showed. */
  readonly shown?: number;
}

export interface ChangeTold {
  readonly id: string;
  readonly did: "added" | "changed" | "removed" | "restored";
  /** How it came to be; of what was removed, how it was. */
  readonly item: Fields;
  /** The former values of what changed; null: there was none. */
  readonly was?: Fields;
}

type Items = Sight["items"];
type Noun = "note" | "link" | "cluster" | "comment" | "zone";

const PLACE = ["zone", "order", "angle", "x", "y"] as const;
const NOUNS: ReadonlySet<string> = new Set(["note", "link", "cluster", "comment", "zone"]);

/** The wishes that put back what the act changed, as far as that is not so already; none for what was shown or asked. */
export function wayBack(act: ActTold, items: Items): readonly Wish[] {
  return act.changes.toReversed().flatMap((change) => {
    if (change.id === "board") return boardBack(change);
    const noun = change.id.split(":")[0] ?? "";
    if (!NOUNS.has(noun)) return [];
    const isThere = items.has(change.id);
    if (change.did === "removed") return isThere ? [] : [named(noun as Noun, "restore", change.id)];
    if (!isThere) return [];
    if (change.did === "changed") return changedBack(noun as Noun, change, items);
    const keeper = act.changes.find(({ was }) => mergedIn(was).some(({ id }) => id === change.id));
    return keeper && items.has(keeper.id)
      ? [{ type: `${noun}.merge`, [noun]: keeper.id, [`${noun}s`]: [change.id] } as unknown as Wish]
      : [named(noun as Noun, "remove", change.id)];
  });
}

/** The field of a change that says what it was about, in the order in which people would say it. */
export function saysOf({ id, was = {} }: ChangeTold): "text" | "place" | "clash" | "rest" {
  if (!id.startsWith("note:")) return "rest";
  if ("text" in was) return "text";
  if (PLACE.some((field) => field in was)) return "place";
  return "alternatives" in was ? "clash" : "rest";
}

function named(noun: Noun, verb: "remove" | "restore", id: string): Wish {
  return { type: `${noun}.${verb}`, [noun]: id } as Wish;
}

const BOARD_SAYS = ["shaped_by", "rewritten_by", "evidence", "variant", "kinds"];

function boardBack({ was = {} }: ChangeTold): readonly Wish[] {
  const fields = only({ ...was, ...("evidence" in was ? { evidence: was["evidence"] ?? "hidden" } : {}) }, BOARD_SAYS);
  return Object.keys(fields).length > 0 ? [{ type: "board.set", fields }] : [];
}

function changedBack(noun: Noun, change: ChangeTold, items: Items): readonly Wish[] {
  const { id, was = {} } = change;
  switch (noun) {
    case "note":
      return noteBack(change, items);
    case "link":
      return [{ type: "link.set", link: id, fields: only(was, ["kind", "label", "state"]) }];
    case "cluster":
      return [{ type: "cluster.set", cluster: id, fields: only(was, ["title", "notes"]) }];
    // What somebody said, only they change.
    case "comment":
      return "resolved" in was
        ? [{ type: was["resolved"] === true ? "comment.resolve" : "comment.reopen", comment: id }]
        : [];
    case "zone":
      return zoneBack(change, items);
  }
}

function noteBack({ id, item, was = {} }: ChangeTold, items: Items): readonly Wish[] {
  const wishes: Wish[] = [];
  // The engine merges, so what others wrote since stays.
  if (typeof was["text"] === "string") {
    wishes.push({ type: "note.write", note: id, was: String(item["text"]), text: was["text"] });
  }
  if (PLACE.some((field) => field in was)) {
    const before = Object.fromEntries(
      Object.entries({ ...item, ...was }).map(([name, value]) => [name, value ?? undefined]),
    );
    wishes.push({ type: "note.move", note: id, ...placeOf({ id, ...before } as unknown as Note, items) });
  }
  const fields = {
    ...only(was, ["kind", "lang"]),
    ...("fields" in was ? fieldsBack(item["fields"], was["fields"]) : {}),
  };
  if (Object.keys(fields).length > 0) wishes.push({ type: "note.set", note: id, fields });
  return wishes;
}

function fieldsBack(after: unknown, before: unknown): Fields {
  const [is, was] = [after, before].map((fields) => (fields ?? {}) as Fields);
  const names = new Set([...Object.keys(is ?? {}), ...Object.keys(was ?? {})]);
  return Object.fromEntries([...names].map((name) => [name, was?.[name] ?? null]));
}

function zoneBack({ id, item, was = {} }: ChangeTold, items: Items): readonly Wish[] {
  const wishes: Wish[] = [];
  const fields = only(was, ["title", "hint", "accepts", "takes"]);
  if (Object.keys(fields).length > 0) wishes.push({ type: "zone.set", zone: id, fields });
  if (typeof was["order"] === "string") {
    const order = was["order"];
    const before = siblings(items, item["axis"] as Zone["axis"], id).filter((other) => (other.order ?? "") < order);
    wishes.push({ type: "zone.move", zone: id, after: before.at(-1)?.id ?? null });
  }
  return wishes;
}

function only(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.filter((name) => name in fields).map((name) => [name, fields[name]]));
}

/** The change that an act is called after: what it made, else the first of what it changed. */
export function mainOf(act: ActTold): ChangeTold | undefined {
  return act.changes.find(({ did }) => did !== "changed") ?? act.changes[0];
}

/** What the change is about, as an item. */
export function itemOf({ id, item }: ChangeTold): Item {
  return { ...item, id };
}
